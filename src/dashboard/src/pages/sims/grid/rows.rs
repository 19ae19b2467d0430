//! The rows on screen: a pool of slots that is dealt anew as the list scrolls.

use super::cells::{RowView, Words, cell_view, widget_names};
use super::{Grid, pointer};
use crate::behaviour::row_slots::RowSlots;
use crate::state::late::Late;
use crate::state::still::still;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use std::time::Duration;

pub fn rows(grid: Grid) -> impl IntoView {
    let late = Late::new();
    let dealt = Memo::new(move |before: Option<&RowSlots>| {
        late.track();
        let mut dealt = before.cloned().unwrap_or_default();
        // The focused row stays in the document when it is scrolled away, so that the focus never falls to the page.
        dealt.deal(grid.viewport.get(), grid.focus.place());
        dealt
    });
    let whole = Memo::new(move |_| dealt.with(|dealt| dealt.whole));
    let changed = Memo::new(move |before: Option<&u64>| {
        track_content(grid);
        before.map_or(0, |count| count + 1)
    });
    // Read, not only tracked: a memo that nobody reads follows nothing itself.
    late.follow(move || {
        whole.get();
        changed.get();
    });
    let wanted =
        Memo::new(move |_| dealt.with(|dealt| dealt.rows.len()).max(grid.viewport.get().most_in_window()));
    let slots = grow(wanted);
    // Slots are drawn in any order; this tells assistive technology the order of the list.
    let in_order = move || {
        let mut places: Vec<(usize, usize)> = dealt.with(|dealt| {
            dealt.rows.iter().enumerate().filter_map(|(slot, place)| Some(((*place)?, slot))).collect()
        });
        places.sort_unstable();
        let drawn = slots.get();
        places
            .iter()
            .filter(|(_, slot)| *slot < drawn)
            .map(|(_, slot)| slot_id(*slot))
            .collect::<Vec<_>>()
            .join(" ")
    };
    view! {
        <div
            class="sim-grid__body"
            role="rowgroup"
            aria-owns=in_order
            on:click=move |event| pointer::click(grid, &event)
            on:dblclick=move |event| pointer::double_click(grid, &event)
            on:contextmenu=move |event| pointer::context_menu(grid, &event)
            on:focusin=move |event| pointer::focus_in(grid, &event)
            on:dragstart=move |event| pointer::drag_start(grid, &event)
            on:pointerdown=move |event| pointer::press(grid, &event)
            on:mouseover=debounce(POINTED_AT, |event| pointer::tell_whole(&event))
            on:mouseout=|event| pointer::tell_no_longer(&event)
        >
            <For each=move || 0..slots.get() key=|slot| *slot children=move |slot| {
                let place = still(move || dealt.with(|dealt| dealt.rows.get(slot).copied().flatten()));
                let in_sight =
                    still(move || place.get().is_some_and(|it| grid.viewport.get().in_sight().contains(&it)));
                let view = Memo::new(move |_| {
                    let place = place.get()?;
                    if in_sight.get() {
                        changed.get();
                    } else {
                        late.track();
                    }
                    untrack(|| content(grid, place))
                });
                row(grid, slot, view)
            }/>
        </div>
        // Apart from the rows, so that they are not laid out again whenever the list gets longer or shorter.
        <div
            class="sim-grid__extent"
            role="presentation"
            style=("--height", move || format!("{}px", grid.viewport.get().content_height() + grid.room.get()))
        ></div>
    }
}

/// What stands in the row at a place of the list.
fn content(grid: Grid, place: usize) -> Option<RowView> {
    let page = grid.page;
    let row = page.list.view().with(|view| view.rows.get(place).copied())?;
    let selected = page.list.selection.with(|selection| selection.contains(row));
    text::language();
    let accounts = page.estate.accounts().get();
    let (tags, categories) = (grid.tags.get(), grid.categories.get());
    let words = Words { accounts: &accounts, tags: &tags, categories: &categories };
    Some(grid.columns.with(|columns| {
        page.estate.with(|estate| {
            grid.needle
                .with(|needle| RowView::new(estate, &words, columns, needle.as_ref(), row, place, selected))
        })
    }))
}

/// Follows all that [`content`] does.
fn track_content(grid: Grid) {
    grid.page.list.view().track();
    grid.page.list.selection.track();
    text::language();
    grid.page.estate.accounts().track();
    grid.page.estate.track();
    grid.tags.track();
    grid.categories.track();
    grid.columns.track();
    grid.needle.track();
}

/// So long a pointer rests on a cell before it is asked whether the cell is cut off: not while rows pass by below it.
const POINTED_AT: Duration = Duration::from_millis(200);

/// How many slots are made at once: with all of them the first drawing would hold the browser up.
const AT_ONCE: usize = 4;

/// As many slots as are wanted, made a few per frame, and the first of them in the frame after the one that drew the
/// grid around them.
fn grow(wanted: Memo<usize>) -> RwSignal<usize> {
    let slots = RwSignal::new(0);
    let growing = StoredValue::new(false);
    Effect::new(move |_| {
        wanted.track();
        if growing.get_value() {
            return;
        }
        if slots.with_untracked(|made| *made == 0) {
            growing.set_value(true);
            request_animation_frame(move || grow_further(slots, wanted, growing));
        } else {
            grow_further(slots, wanted, growing);
        }
    });
    slots
}

fn grow_further(slots: RwSignal<usize>, wanted: Memo<usize>, growing: StoredValue<bool>) {
    // The page may be gone when the frame comes.
    let (Some(made), Some(wanted_now)) = (slots.try_get_untracked(), wanted.try_get_untracked()) else {
        return;
    };
    if made < wanted_now {
        slots.set(wanted_now.min(made + AT_ONCE));
    }
    let more = made + AT_ONCE < wanted_now;
    growing.set_value(more);
    if more {
        request_animation_frame(move || grow_further(slots, wanted, growing));
    }
}

fn slot_id(slot: usize) -> String {
    format!("sim-row-{slot}")
}

fn row(grid: Grid, slot: usize, view: Memo<Option<RowView>>) -> impl IntoView {
    let place = still(move || view.with(|view| view.as_ref().map(|view| view.place)));
    let selected = still(move || view.with(|view| view.as_ref().is_some_and(|view| view.selected)));
    let open = move || {
        let row = view.with(|view| view.as_ref().map(|view| view.row));
        let open = grid.page.open.get();
        open.is_some() && row.is_some_and(|row| grid.page.estate.peek(|estate| estate.id(row)) == open)
    };
    let (tick_name, menu_name) = widget_names(view);
    // One for the row: only the cells of two rows have to look when the current cell is another one.
    let tab_stop = still(move || grid.focus.tab_stop_in(place.get()?));
    let tab_index = move |cell: usize| if tab_stop.get() == Some(cell) { "0" } else { "-1" };
    let top = still(move || place.get().map_or(0.0, |place| grid.viewport.get().offset(place)));
    let last = move || grid.columns.with(Vec::len) + 1;
    view! {
        <div
            id=slot_id(slot)
            class="sim-grid__row"
            class:is-selected=move || selected.get()
            class:is-open=open
            role="row"
            hidden=move || place.get().is_none()
            draggable="true"
            aria-rowindex=move || place.get().map(|place| (place + 2).to_string())
            aria-selected=move || selected.get().to_string()
            data-place=move || place.get().map(|place| place.to_string())
            style:transform=move || format!("translateY({}px)", top.get())
        >
            <div class="sim-grid__cell is-tick" role="gridcell" aria-colindex="1">
                <input
                    type="checkbox"
                    aria-label=tick_name
                    tabindex=move || tab_index(0)
                    data-cell="0"
                    prop:checked=move || selected.get()
                />
            </div>
            <For
                each=move || grid.columns.get()
                key=|column| *column
                children=move |column| cell_view(view, tab_stop, column)
            />
            <div class="sim-grid__cell is-more" role="gridcell" aria-colindex=move || (last() + 1).to_string()>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=menu_name
                    aria-haspopup="menu"
                    tabindex=move || tab_index(last())
                    data-cell=move || last().to_string()
                    data-menu="row"
                >
                    <Icon name=IconName::More/>
                </button>
            </div>
        </div>
    }
}
