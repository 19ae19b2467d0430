//! What is done with a column from its header, by key or menu. Each says what has become of it, and keeps the focus.

use super::menu;
use crate::behaviour::arrange;
use crate::behaviour::grid_keys::HeaderCommand;
use crate::pages::sims::grid::Grid;
use crate::state::columns;
use crate::t;
use crate::text;
use domain::estate::order::Column;
use leptos::prelude::*;

/// Does what a key asks of the column whose header has the focus.
pub fn run(grid: Grid, command: HeaderCommand) {
    let cell = grid.focus.cell();
    if command == HeaderCommand::OpenMenu {
        menu::open_at_focus(grid, cell);
        return;
    }
    let Some(column) = grid.column(cell) else { return };
    match command {
        HeaderCommand::AddToSort => grid.page.list.sort_by(column, true),
        HeaderCommand::Narrower => resize(grid, column, -i64::from(arrange::STEP)),
        HeaderCommand::Wider => resize(grid, column, arrange::STEP.into()),
        HeaderCommand::MoveBefore => move_by(grid, column, -1),
        HeaderCommand::MoveAfter => move_by(grid, column, 1),
        HeaderCommand::OpenMenu => {}
    }
}

/// Makes a column wider or narrower than it is on screen.
pub fn resize(grid: Grid, column: Column, by: i64) {
    let Some(now) = width_on_screen(grid, column) else { return };
    let width = u32::try_from(now + by).unwrap_or_default();
    let mut set = None;
    grid.page.layout.change(|layout| set = arrange::set_width(layout, column, Some(width)));
    if let Some(width) = set {
        say_width(grid, column, width);
    }
}

/// Gives a column its usual width back.
pub fn reset_width(grid: Grid, column: Column) {
    grid.page.layout.change(|layout| {
        arrange::set_width(layout, column, None);
    });
    say_width(grid, column, columns::width(column));
}

pub fn move_by(grid: Grid, column: Column, by: isize) {
    let mut moved = None;
    let mut layout = grid.page.layout.shown().get_untracked();
    if arrange::move_by(&mut layout, column, by).is_some() {
        grid.page.layout.change(|layout| moved = arrange::move_by(layout, column, by));
    }
    match moved {
        Some(_) => moved_to(grid, column),
        None => grid.page.live.say(t!("column-stays", column = text::column(column))),
    }
}

/// Moves a column before the one that has this place now.
pub fn drop_before(grid: Grid, column: Column, gap: usize) {
    let Some(from) = grid.page.layout.shown().with_untracked(|layout| arrange::place(layout, column)) else {
        return;
    };
    let to = if gap > from { gap - 1 } else { gap };
    if to != from {
        grid.page.layout.change(|layout| {
            arrange::move_to(layout, column, to);
        });
    }
    moved_to(grid, column);
}

pub fn hide(grid: Grid, column: Column) {
    let cell = grid.focus.cell();
    grid.page.layout.change(|layout| arrange::hide(layout, column));
    grid.page.live.say(t!("column-hidden", column = text::column(column)));
    // The header that stands there now; the last one when there is none.
    stay_at(grid, cell.min(grid.columns.with_untracked(Vec::len)));
}

/// Keeps so many leading columns in view.
pub fn pin(grid: Grid, count: usize) {
    grid.page.layout.change(|layout| arrange::pin(layout, count));
    stay_at(grid, grid.focus.cell());
}

/// Says where a column is now, and goes there with it.
fn moved_to(grid: Grid, column: Column) {
    let place = grid
        .page
        .layout
        .shown()
        .with_untracked(|layout| arrange::place(layout, column).map(|at| (at, layout.columns.len())));
    let Some((at, total)) = place else { return };
    let (place, total) = (at as u64 + 1, total as u64);
    grid.page.live.say(t!("column-moved", column = text::column(column), place = place, total = total));
    stay_at(grid, at + 1);
}

/// The headers may have been drawn anew: the focus is taken back.
fn stay_at(grid: Grid, cell: usize) {
    grid.focus.set(None, cell);
    grid.focus.take();
}

fn say_width(grid: Grid, column: Column, width: u32) {
    grid.page.live.say(t!("column-width", column = text::column(column), width = width));
}

fn width_on_screen(grid: Grid, column: Column) -> Option<i64> {
    let at = grid.page.layout.shown().with_untracked(|layout| arrange::place(layout, column))?;
    let element = grid.element.get_untracked()?;
    let header = element.query_selector(&format!("[role=columnheader][data-at='{at}']")).ok().flatten()?;
    Some(header.get_bounding_client_rect().width().round() as i64)
}
