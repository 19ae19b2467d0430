//! How large the grid is and how far it is scrolled.

use super::Grid;
use crate::behaviour::viewport::Position;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// The measures the grid draws with, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    pub width: f64,
    pub height: f64,
    pub at: Position,
}

/// Keeps [`Measures`] at what the browser says.
pub fn follow(grid: Grid) {
    let Grid { element, measures, .. } = grid;
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let observed = element.clone();
        let read = move || {
            measures.update(|measures| {
                measures.width = f64::from(observed.client_width());
                measures.height = f64::from(observed.client_height());
            });
        };
        read();
        let on_resize = Closure::<dyn FnMut()>::new(read);
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref());
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        // The closure lives as long as the observer.
        let held = StoredValue::new_local((observer, on_resize));
        on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
    });
}

/// Follows the grid to where it was scrolled.
pub fn scrolled(grid: Grid) {
    let Some(element) = grid.element.get_untracked() else { return };
    grid.sideways.scrolled(f64::from(element.scroll_left()));
    let at = grid.viewport.get_untracked().scrolled(f64::from(element.scroll_top()));
    if grid.measures.with_untracked(|measures| measures.at != at) {
        grid.measures.update(|measures| measures.at = at);
    }
}

/// Scrolls the grid. Its scroll event comes a frame later; what is there now is drawn at once, so that it can take the
/// focus.
pub fn scroll_to(grid: Grid, at: Position) {
    let Some(element) = grid.element.get_untracked() else { return };
    #[expect(clippy::cast_possible_truncation, reason = "content is at most some million pixels high")]
    element.set_scroll_top(at.scroll as i32);
    grid.measures.update(|measures| measures.at = Position { scroll: f64::from(element.scroll_top()), ..at });
}
