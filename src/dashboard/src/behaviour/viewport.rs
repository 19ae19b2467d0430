//! Which rows of a long list are on screen, and where each one stands.
//!
//! Browsers limit an element's height (about 17 million pixels in Firefox), so that a list longer than
//! [`TALLEST`] is scrolled at a scale: the scroll bar's whole way is spread over all rows.

use std::ops::Range;

/// Tallest scrolled content, in CSS pixels.
pub const TALLEST: f64 = 8_000_000.0;

/// Rows kept above and below those on screen, so that a fast scroll finds them painted.
const OVERSCAN: usize = 6;

/// A window onto rows of equal height. All lengths are CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    pub rows: usize,
    pub row_height: f64,
    /// Height of the window, without the header.
    pub height: f64,
    /// How far the content is scrolled.
    pub scroll: f64,
}

impl Viewport {
    fn full_height(self) -> f64 {
        self.rows as f64 * self.row_height
    }

    /// Height of the scrolled content.
    pub fn content_height(self) -> f64 {
        self.full_height().min(TALLEST)
    }

    /// How many pixels of rows pass by for each pixel scrolled; 1 unless the list is longer than [`TALLEST`].
    fn scale(self) -> f64 {
        let way = self.content_height() - self.height;
        if way > 0.0 { ((self.full_height() - self.height) / way).max(1.0) } else { 1.0 }
    }

    /// The top of the window, in pixels of rows.
    fn top(self) -> f64 {
        (self.scroll.max(0.0) * self.scale()).min((self.full_height() - self.height).max(0.0))
    }

    /// The rows to keep in the document.
    pub fn window(self) -> Range<usize> {
        let first = (self.top() / self.row_height) as usize;
        let shown = (self.height / self.row_height).ceil() as usize + 1;
        first.saturating_sub(OVERSCAN)..(first + shown + OVERSCAN).min(self.rows)
    }

    /// How many rows [`Self::window`] has at most.
    pub fn most_in_window(self) -> usize {
        (self.height / self.row_height).ceil() as usize + 1 + 2 * OVERSCAN
    }

    /// Where the row stands in the scrolled content.
    pub fn offset(self, row: usize) -> f64 {
        row as f64 * self.row_height - self.top()
            + self.scroll.max(0.0).min((self.content_height() - self.height).max(0.0))
    }

    /// How many rows a page key goes: those that fit, less one of overlap.
    pub fn page(self) -> usize {
        ((self.height / self.row_height) as usize).saturating_sub(1).max(1)
    }

    /// The scroll position that brings the row into the window, moving as little as possible; none when it is in it.
    pub fn reveal(self, row: usize) -> Option<f64> {
        let (start, end) = (row as f64 * self.row_height, (row + 1) as f64 * self.row_height);
        let top = self.top();
        if start < top {
            Some(start / self.scale())
        } else if end > top + self.height {
            Some((end - self.height) / self.scale())
        } else {
            None
        }
    }
}

/// Deals the rows of a window to slots, leaving each row that stays in the slot it has: a slot's element, and the focus
/// in it, belong to one row as long as that row is shown. `pinned` is kept although it is out of the window.
pub fn deal(slots: &mut Vec<Option<usize>>, window: Range<usize>, pinned: Option<usize>) {
    let wanted = |row: usize| window.contains(&row) || pinned == Some(row);
    for slot in slots.iter_mut() {
        *slot = slot.filter(|&row| wanted(row));
    }
    let dealt: std::collections::HashSet<usize> = slots.iter().flatten().copied().collect();
    let mut free = (0..slots.len()).filter(|&at| slots[at].is_none()).collect::<Vec<_>>().into_iter();
    let outside = pinned.filter(|row| !window.contains(row));
    for row in window.chain(outside).filter(|row| !dealt.contains(row)) {
        match free.next() {
            Some(at) => slots[at] = Some(row),
            None => slots.push(Some(row)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewport(rows: usize, scroll: f64) -> Viewport {
        Viewport { rows, row_height: 36.0, height: 720.0, scroll }
    }

    #[test]
    fn shows_the_rows_on_screen_and_some_more() {
        assert_eq!(viewport(1_000, 0.0).window(), 0..27);
        assert_eq!(viewport(1_000, 3_600.0).window(), 94..127);
        assert_eq!(viewport(3, 0.0).window(), 0..3);
        assert_eq!(viewport(0, 0.0).window(), 0..0);
    }

    #[test]
    fn the_last_of_a_million_rows_is_at_the_bottom() {
        let mut viewport = viewport(1_000_000, 0.0);
        assert_eq!(viewport.content_height(), TALLEST);
        viewport.scroll = viewport.content_height() - viewport.height;
        assert_eq!(viewport.window().end, 1_000_000);
        let bottom = viewport.offset(999_999) + viewport.row_height;
        assert!((bottom - TALLEST).abs() < 1.0, "{bottom}");
    }

    #[test]
    fn any_row_can_be_revealed() {
        for rows in [50, 10_000, 1_000_000] {
            for row in [0, 1, rows / 3, rows - 2, rows - 1] {
                let mut viewport = viewport(rows, 0.0);
                if let Some(scroll) = viewport.reveal(row) {
                    viewport.scroll = scroll;
                }
                let place = viewport.offset(row) - viewport.scroll;
                assert!(
                    (-1.0..=viewport.height - viewport.row_height + 1.0).contains(&place),
                    "{rows} {row} {place}"
                );
            }
        }
    }

    #[test]
    fn a_row_keeps_its_slot_while_it_is_shown() {
        let mut slots = Vec::new();
        deal(&mut slots, 0..4, None);
        assert_eq!(slots, [Some(0), Some(1), Some(2), Some(3)]);
        deal(&mut slots, 2..6, None);
        assert_eq!(slots, [Some(4), Some(5), Some(2), Some(3)]);
        deal(&mut slots, 10..13, Some(5));
        assert_eq!(slots, [Some(10), Some(5), Some(11), Some(12)]);
        deal(&mut slots, 0..1, None);
        assert_eq!(slots.iter().flatten().collect::<Vec<_>>(), [&0]);
    }
}
