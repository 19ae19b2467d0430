//! Where a menu or a list of choices stands: near what opened it, and inside the window.

use wasm_bindgen::JsValue;

/// A rectangle in CSS pixels of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// Kept free between the popup and the edges of the window.
const MARGIN: f64 = 8.0;
/// Between the popup and what it belongs to.
const GAP: f64 = 4.0;

/// The left top corner of a popup of this size at `anchor` (which has no size when it is the pointer): below it, or
/// above it where there is more room, and shifted sideways into the window.
pub fn place(anchor: Rect, size: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let gap = if anchor.height > 0.0 { GAP } else { 0.0 };
    let (below, above) = (anchor.top + anchor.height + gap, anchor.top - gap - size.1);
    let room_below = window.1 - MARGIN - below;
    let room_above = anchor.top - gap - MARGIN;
    let top = if size.1 <= room_below || room_below >= room_above { below } else { above };
    (inside(anchor.left, size.0, window.0), inside(top, size.1, window.1))
}

/// The size of the window in CSS pixels.
pub fn window_size() -> (f64, f64) {
    let length =
        |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let window = leptos::prelude::window();
    (length(window.inner_width()), length(window.inner_height()))
}

fn inside(start: f64, length: f64, window: f64) -> f64 {
    start.min(window - MARGIN - length).max(MARGIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: (f64, f64) = (1000.0, 600.0);

    #[test]
    fn at_the_pointer() {
        let pointer = |left, top| Rect { left, top, ..Rect::default() };
        assert_eq!(place(pointer(100.0, 100.0), (200.0, 300.0), WINDOW), (100.0, 100.0));
        assert_eq!(place(pointer(950.0, 100.0), (200.0, 300.0), WINDOW), (792.0, 100.0));
        assert_eq!(place(pointer(100.0, 550.0), (200.0, 300.0), WINDOW), (100.0, 250.0));
    }

    #[test]
    fn below_or_above_an_element() {
        let field = |top| Rect { left: 20.0, top, width: 200.0, height: 32.0 };
        assert_eq!(place(field(100.0), (200.0, 300.0), WINDOW), (20.0, 136.0));
        assert_eq!(place(field(500.0), (200.0, 300.0), WINDOW), (20.0, 196.0));
    }

    #[test]
    fn never_outside_even_when_too_large() {
        let field = Rect { left: 20.0, top: 300.0, width: 200.0, height: 32.0 };
        assert_eq!(place(field, (1200.0, 800.0), WINDOW), (8.0, 8.0));
    }
}
