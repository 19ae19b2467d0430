//! Mouse, pen and touch on the rows: one set of listeners for all of them.

use super::{Grid, focus};
use crate::behaviour::drag;
use crate::behaviour::pointing::on_rest;
use crate::ui::menu::MenuPlace;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Element, FocusEvent, MouseEvent, PointerEvent};

/// The parts of a cell that cut off what does not fit.
const CUTS_OFF: &str = ".sim-grid__text, .sim-grid__chips, .sim-grid__session";

/// How the rows were pressed last. Not in all engines the click that follows says what pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    Otherwise,
    ByFinger,
    /// By a finger that rested and so has opened the menu: if a click follows, it is not meant.
    AtRest,
}

/// The place in the list and the cell that an event happened in.
fn hit(event: &web_sys::Event) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("[data-cell]").ok().flatten();
    let cell = cell.and_then(|cell| cell.get_attribute("data-cell")?.parse().ok()).unwrap_or(0);
    Some((place_of(&target)?, cell))
}

/// The place in the list of the row that something is in.
fn place_of(inside: &Element) -> Option<usize> {
    inside.closest("[data-place]").ok()??.get_attribute("data-place")?.parse().ok()
}

fn menu_button(event: &web_sys::Event) -> Option<web_sys::HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-menu]").ok().flatten()?.dyn_into().ok()
}

/// A click selects the row alone; with Ctrl or Cmd, or on its tick box, too; with Shift, everything from the anchor. A
/// finger has no such keys: it always adds the row, or takes it out again.
pub fn click(grid: Grid, event: &MouseEvent) {
    let Some((place, cell)) = hit(event) else { return };
    let Some(row) = grid.row_at(place) else { return };
    let pressed = grid.pressed.get_value();
    if pressed == Pressed::AtRest && event.detail() > 0 {
        event.prevent_default();
        return;
    }
    grid.focus.set(Some(row), cell);
    if let Some(button) = menu_button(event) {
        grid.open_menu(row, MenuPlace::Below(button));
        return;
    }
    let view = grid.page.list.view().get_untracked();
    let toggles = event.ctrl_key() || event.meta_key() || pressed == Pressed::ByFinger;
    grid.page.list.selection.update(|selection| {
        if event.shift_key() {
            selection.extend(&view.rows, row, toggles || cell == 0);
        } else if toggles || cell == 0 {
            selection.toggle(row);
        } else {
            selection.only(row);
        }
    });
    if cell == 0 {
        turn_tick(grid, event);
    } else {
        grid.focus.take();
    }
    grid.announce();
}

/// The browser has turned a tick over by itself; where the selection says otherwise, its word holds. By the next frame
/// the tick may be that of another SIM.
fn turn_tick(grid: Grid, event: &MouseEvent) {
    let tick = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(tick) = tick else { return };
    request_animation_frame(move || {
        let row = place_of(&tick).and_then(|place| grid.row_at(place));
        let selected = grid.page.list.selection.try_with_untracked(|it| row.map(|row| it.contains(row)));
        if let Some(selected) = selected.flatten() {
            tick.set_checked(selected);
        }
    });
}

/// Opens the SIM.
pub fn double_click(grid: Grid, event: &MouseEvent) {
    if let Some((place, cell)) = hit(event)
        && cell > 0
        && menu_button(event).is_none()
    {
        let id = grid.row_at(place).and_then(|row| grid.page.estate.peek(|estate| estate.id(row)));
        grid.focus.release();
        grid.page.open_sim(id);
    }
}

pub fn context_menu(grid: Grid, event: &MouseEvent) {
    let Some((place, cell)) = hit(event) else { return };
    event.prevent_default();
    if let Some(row) = grid.row_at(place) {
        grid.focus.set(Some(row), cell);
        let at = MenuPlace::Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) };
        grid.open_menu(row, at);
    }
}

/// Whatever put the focus into a cell: it is the current one now.
pub fn focus_in(grid: Grid, event: &FocusEvent) {
    if let Some((place, cell)) = hit(event)
        && let Some(row) = grid.row_at(place)
    {
        grid.focus.set(Some(row), cell);
    }
}

/// A pointer has put the focus where it can be seen; Tab may have put it under the columns that stay in view.
pub fn reveal_focused(grid: Grid, event: &FocusEvent) {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element.filter(|element| element.matches(":focus-visible").unwrap_or(false)) {
        focus::reveal_sideways(grid, &element);
    }
}

fn cell(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(".sim-grid__cell").ok().flatten()
}

/// What is cut off in a cell is told while it is pointed at. Only then is it looked for: a title on each of hundreds of cells
/// would have to be written anew whenever the list moves.
pub fn tell_whole(event: &MouseEvent) {
    let Some(cell) = cell(event).filter(|cell| cell.matches(":hover").unwrap_or(false)) else { return };
    let cut_off = cell.query_selector(CUTS_OFF).ok().flatten();
    let cut_off = cut_off.filter(|it| it.scroll_width() > it.client_width());
    if let Some(text) = cut_off.and_then(|it| it.text_content()) {
        let _ = cell.set_attribute("title", &text);
    }
}

/// The cell may show something else next.
pub fn tell_no_longer(event: &MouseEvent) {
    if let Some(cell) = cell(event) {
        let _ = cell.remove_attribute("title");
    }
}

/// Drags the selection; a row that is not selected is selected first, alone.
pub fn drag_start(grid: Grid, event: &DragEvent) {
    let Some(row) = hit(event).and_then(|(place, _)| grid.row_at(place)) else { return };
    grid.page.list.selection.update(|selection| {
        if !selection.contains(row) {
            selection.only(row);
        }
    });
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data(drag::SIMS, "selection");
        data.set_effect_allowed("move");
    }
}

/// A finger that rests on a row opens its menu.
pub fn press(grid: Grid, event: &PointerEvent) {
    let by_finger = event.pointer_type() == "touch";
    grid.pressed.set_value(if by_finger { Pressed::ByFinger } else { Pressed::Otherwise });
    let Some((place, cell)) = hit(event) else { return };
    on_rest(event, move |x, y| {
        if let Some(row) = grid.row_at(place) {
            grid.pressed.set_value(Pressed::AtRest);
            grid.focus.set(Some(row), cell);
            grid.open_menu(row, MenuPlace::Point { x, y });
        }
    });
}
