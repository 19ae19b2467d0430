//! The context menu of a column's header.

use super::acts;
use crate::behaviour::arrange;
use crate::pages::sims::dialogs;
use crate::pages::sims::grid::Grid;
use crate::t;
use crate::text;
use crate::ui::icon::IconName;
use crate::ui::menu::{MenuEntry, MenuItem, MenuPlace, MenuRequest};
use domain::estate::order::Column;
use domain::layout::MOST_PINNED;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

/// How much an entry of the menu makes a column wider or narrower: more than a key, which can be held down.
const STEP: i64 = 3 * arrange::STEP as i64;

pub fn open_at_pointer(grid: Grid, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let header = target.and_then(|target| target.closest("[role=columnheader]").ok().flatten());
    let stop = header.and_then(|header| header.query_selector("[data-header-cell]").ok().flatten());
    let cell = stop.and_then(|stop| stop.get_attribute("data-header-cell")?.parse().ok());
    let Some(cell) = cell else { return };
    event.prevent_default();
    grid.focus.set(None, cell);
    open(grid, cell, MenuPlace::Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) });
}

pub fn open_of(grid: Grid, column: Column, x: f64, y: f64) {
    let at = grid.page.layout.shown().with_untracked(|layout| arrange::place(layout, column));
    if let Some(at) = at {
        grid.focus.set(None, at + 1);
        open(grid, at + 1, MenuPlace::Point { x, y });
    }
}

pub fn open_at_focus(grid: Grid, cell: usize) {
    if let Some(element) = grid.focus.element() {
        open(grid, cell, MenuPlace::Below(element));
    }
}

fn open(grid: Grid, cell: usize, at: MenuPlace) {
    grid.focus.release();
    let column = grid.column(cell);
    let items = || {
        let choose = move || dialogs::columns::open(grid.page);
        let columns = MenuItem { icon: Some(IconName::Columns), ..MenuItem::new(t!("columns-open"), choose) };
        let of_column = column.map(|column| of_column(grid, column)).unwrap_or_default();
        of_column.into_iter().chain([columns.into()]).collect()
    };
    grid.page.menus.open(|| MenuRequest {
        label: column
            .map_or_else(|| t!("columns"), |column| t!("column-actions", column = text::column(column))),
        items: items(),
        at,
        return_focus: grid.focus.element(),
    });
}

fn of_column(grid: Grid, column: Column) -> Vec<MenuEntry> {
    let page = grid.page;
    let layout = page.layout.shown().get_untracked();
    let Some(at) = arrange::place(&layout, column) else { return Vec::new() };
    let key = page.list.query.with_untracked(|query| query.sort.iter().position(|key| key.column == column));
    let sorted = page.list.query.with_untracked(|query| !query.sort.is_empty());
    let is_iccid = at == 0;
    let only_if = |possible: bool, reason: &dyn Fn() -> String| (!possible).then(reason);
    let first = || t!("column-always-first");

    let ascending = MenuItem {
        icon: Some(IconName::ArrowUp),
        ..MenuItem::new(t!("column-sort-ascending"), move || page.list.sort_only(column, false))
    };
    let descending = MenuItem {
        icon: Some(IconName::ArrowDown),
        ..MenuItem::new(t!("column-sort-descending"), move || page.list.sort_only(column, true))
    };
    let add = MenuItem {
        shortcut: Some("Shift+Enter".to_owned()),
        disabled_reason: if key.is_some() {
            Some(t!("column-sorted-already"))
        } else {
            only_if(sorted, &|| t!("column-nothing-sorted"))
        },
        ..MenuItem::new(t!("column-sort-add"), move || page.list.sort_by(column, true))
    };
    let remove = MenuItem {
        disabled_reason: only_if(key.is_some(), &|| t!("column-not-sorted")),
        ..MenuItem::new(t!("column-sort-remove"), move || page.list.sort_without(column))
    };
    let wider = MenuItem {
        shortcut: Some("Shift+ArrowRight".to_owned()),
        ..MenuItem::new(t!("column-wider"), move || acts::resize(grid, column, STEP))
    };
    let narrower = MenuItem {
        shortcut: Some("Shift+ArrowLeft".to_owned()),
        ..MenuItem::new(t!("column-narrower"), move || acts::resize(grid, column, -STEP))
    };
    let reset = MenuItem {
        disabled_reason: only_if(layout.columns[at].width_px.is_some(), &|| t!("column-width-usual")),
        ..MenuItem::new(t!("column-reset-width"), move || acts::reset_width(grid, column))
    };
    let left = MenuItem {
        shortcut: Some("Control+Shift+ArrowLeft".to_owned()),
        disabled_reason: if is_iccid { Some(first()) } else { only_if(at > 1, &|| t!("column-leftmost")) },
        ..MenuItem::new(t!("column-move-left"), move || acts::move_by(grid, column, -1))
    };
    let right = MenuItem {
        shortcut: Some("Control+Shift+ArrowRight".to_owned()),
        disabled_reason: if is_iccid {
            Some(first())
        } else {
            only_if(at + 1 < layout.columns.len(), &|| t!("column-rightmost"))
        },
        ..MenuItem::new(t!("column-move-right"), move || acts::move_by(grid, column, 1))
    };
    let pin = if at < usize::from(layout.pinned) {
        MenuItem::new(t!("column-unpin"), move || acts::pin(grid, at))
    } else {
        MenuItem {
            disabled_reason: only_if(at < usize::from(MOST_PINNED), &|| {
                t!("column-pin-limit", most = u64::from(MOST_PINNED))
            }),
            ..MenuItem::new(t!("column-pin"), move || acts::pin(grid, at + 1))
        }
    };
    let hide = MenuItem {
        disabled_reason: is_iccid.then(|| t!("column-always-shown")),
        ..MenuItem::new(t!("column-hide"), move || acts::hide(grid, column))
    };
    vec![
        ascending.into(),
        descending.into(),
        add.into(),
        remove.into(),
        MenuEntry::Separator,
        wider.into(),
        narrower.into(),
        reset.into(),
        MenuEntry::Separator,
        left.into(),
        right.into(),
        pin.into(),
        hide.into(),
        MenuEntry::Separator,
    ]
}
