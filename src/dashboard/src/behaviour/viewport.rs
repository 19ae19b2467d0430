//! Which rows of a long list are on screen, and where each one stands.
//!
//! Browsers limit an element's height (about 17 million pixels in Firefox), so the content of a list is never higher than
//! [`TALLEST`]. In a longer list the rows stand in it shifted: a scroll bar that is dragged goes over all rows, and wheel,
//! finger and keys move the rows by exactly as much as they scroll.

use std::ops::Range;

/// Tallest scrolled content, in CSS pixels.
pub const TALLEST: f64 = 8_000_000.0;

/// Rows kept above and below those on screen, so that a fast scroll finds them painted.
const OVERSCAN: usize = 6;

/// A scroll by more than so many windows is no wheel and no finger, but a scroll bar that is dragged.
const JUMP: f64 = 4.0;

/// So near to an end of the content, in windows, what rows are left are spread over what can still be scrolled, so that
/// both end together.
const NEAR_END: f64 = 40.0;

/// A window onto rows of equal height. All lengths are CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    pub rows: usize,
    pub row_height: f64,
    /// Height of the window, without the header.
    pub height: f64,
    pub at: Position,
}

/// How far a list is scrolled, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Position {
    /// How far the content is scrolled.
    pub scroll: f64,
    /// By how much more the rows are: 0 unless the list is longer than [`TALLEST`].
    pub shift: f64,
}

impl Viewport {
    fn full_height(self) -> f64 {
        self.rows as f64 * self.row_height
    }

    /// Height of the scrolled content.
    pub fn content_height(self) -> f64 {
        self.full_height().min(TALLEST)
    }

    /// How far the content can be scrolled.
    fn way(self) -> f64 {
        (self.content_height() - self.height).max(0.0)
    }

    /// The most that rows are shifted by: what of them does not fit into the content.
    fn most_shift(self) -> f64 {
        self.full_height() - self.content_height()
    }

    /// By how much the rows are shifted now. Both ends of the content are those of the list.
    fn shift(self) -> f64 {
        let Position { scroll, shift } = self.at;
        match self.most_shift() {
            _ if scroll <= 0.0 => 0.0,
            // Browsers tell whole pixels.
            most if scroll > self.way() - 1.0 => most,
            most => shift.clamp(0.0, most),
        }
    }

    /// The top of the window, in pixels of rows.
    fn top(self) -> f64 {
        self.at.scroll.clamp(0.0, self.way()) + self.shift()
    }

    /// Where the list is after its content was scrolled to here.
    pub fn scrolled(self, scroll: f64) -> Position {
        let (way, most) = (self.way(), self.most_shift());
        let from = self.at.scroll.clamp(0.0, way);
        let to = scroll.clamp(0.0, way);
        let by = to - from;
        let shift = if way == 0.0 {
            0.0
        } else if by.abs() > JUMP * self.height {
            most * to / way
        } else {
            // What can still be scrolled that way, and how much more rows there are than that.
            let (left, shifted) =
                if by > 0.0 { (way - from, most - self.shift()) } else { (from, -self.shift()) };
            let near = 0.0 < left && left <= NEAR_END * self.height;
            self.shift() + if near { shifted * by.abs() / left } else { 0.0 }
        };
        Position { scroll, shift: shift.clamp(0.0, most) }
    }

    /// The rows in sight, also those of which only a part is.
    pub fn in_sight(self) -> Range<usize> {
        let first = (self.top() / self.row_height) as usize;
        let shown = (self.height / self.row_height).ceil() as usize + 1;
        first.min(self.rows)..(first + shown).min(self.rows)
    }

    /// The rows to keep in the document.
    pub fn window(self) -> Range<usize> {
        let Range { start, end } = self.in_sight();
        start.saturating_sub(OVERSCAN)..(end + OVERSCAN).min(self.rows)
    }

    /// How many rows [`Self::window`] has at most.
    pub fn most_in_window(self) -> usize {
        (self.height / self.row_height).ceil() as usize + 1 + 2 * OVERSCAN
    }

    /// Where the row stands in the scrolled content.
    pub fn offset(self, row: usize) -> f64 {
        row as f64 * self.row_height - self.shift()
    }

    /// How many rows a page key goes: those that fit, less one of overlap.
    pub fn page(self) -> usize {
        ((self.height / self.row_height) as usize).saturating_sub(1).max(1)
    }

    /// The position that brings the row into the window, moving as little as possible; none when it is in it. Browsers
    /// scroll by whole pixels, and so does this.
    pub fn reveal(self, row: usize) -> Option<Position> {
        let (start, end) = (row as f64 * self.row_height, (row + 1) as f64 * self.row_height);
        let top = self.top();
        let wanted = if start < top {
            start
        } else if end > top + self.height {
            end - self.height
        } else {
            return None;
        };
        let whole = self.way() + self.most_shift();
        let scroll = if whole > 0.0 { (wanted / whole * self.way()).ceil() } else { 0.0 };
        Some(Position { scroll, shift: (wanted - scroll).clamp(0.0, self.most_shift()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn viewport(rows: usize, scroll: f64) -> Viewport {
        let fresh = Viewport { rows, row_height: 36.0, height: 720.0, at: Position::default() };
        Viewport { at: fresh.scrolled(scroll), ..fresh }
    }

    #[test]
    fn shows_the_rows_on_screen_and_some_more() {
        assert_eq!(viewport(1_000, 3_610.0).in_sight(), 100..121);
        assert_eq!(viewport(3, 0.0).in_sight(), 0..3);
        assert_eq!(viewport(1_000, 0.0).window(), 0..27);
        assert_eq!(viewport(1_000, 3_600.0).window(), 94..127);
        assert_eq!(viewport(3, 0.0).window(), 0..3);
        assert_eq!(viewport(0, 0.0).window(), 0..0);
    }

    #[test]
    fn the_last_of_a_million_rows_is_at_the_bottom() {
        let viewport = viewport(1_000_000, TALLEST - 720.0);
        assert_eq!(viewport.content_height(), TALLEST);
        assert_eq!(viewport.window().end, 1_000_000);
        let bottom = viewport.offset(999_999) + viewport.row_height;
        assert!((bottom - TALLEST).abs() < 1.0, "{bottom}");
    }

    #[test]
    fn any_row_can_be_revealed() {
        for rows in [50, 10_000, 1_000_000] {
            for row in [0, 1, rows / 3, rows - 2, rows - 1] {
                let mut viewport = viewport(rows, 0.0);
                if let Some(at) = viewport.reveal(row) {
                    viewport.at = at;
                }
                let place = viewport.offset(row) - viewport.at.scroll;
                assert!(
                    (-1.0..=viewport.height - viewport.row_height + 1.0).contains(&place),
                    "{rows} {row} {place}"
                );
            }
        }
    }

    #[test]
    fn a_wheel_moves_rows_by_as_much_as_it_scrolls_however_long_the_list_is() {
        for start in [0.0, 4_000_000.0, TALLEST - 720.0] {
            let mut viewport = viewport(1_000_000, start);
            let back = if start > 0.0 { -100.0 } else { 100.0 };
            for by in [back, back, -back] {
                let top = viewport.top();
                viewport.at = viewport.scrolled(viewport.at.scroll + by);
                assert!((viewport.top() - top - by).abs() < 0.01, "{start} {by}");
            }
        }
    }

    #[derive(Clone, Debug)]
    enum Move {
        /// By so many pixels.
        Scroll(f64),
        /// To this part of the whole way.
        Drag(f64),
        Reveal(usize),
        Filter(usize),
    }

    fn any_move() -> impl Strategy<Value = Move> {
        prop_oneof![
            6 => (-2_880.0..2_880.0).prop_map(Move::Scroll),
            2 => (0.0..=1.0).prop_map(Move::Drag),
            1 => prop_oneof![Just(0.0), Just(1.0)].prop_map(Move::Drag),
            1 => (0usize..2_000_000).prop_map(Move::Reveal),
            1 => (0usize..2_000_000).prop_map(Move::Filter),
        ]
    }

    proptest! {
        #[test]
        fn first_and_last_row_stand_where_the_scroll_bar_ends(
            moves in proptest::collection::vec(any_move(), 1..60),
            row_height in prop_oneof![Just(28.0), Just(36.0), Just(64.0)],
        ) {
            let mut it = Viewport { rows: 1_000_000, row_height, height: 720.0, at: Position::default() };
            for one in moves {
                match one {
                    Move::Scroll(by) => it.at = it.scrolled((it.at.scroll + by).clamp(0.0, it.way())),
                    Move::Drag(part) => it.at = it.scrolled(part * it.way()),
                    Move::Reveal(row) => {
                        let row = row.min(it.rows.saturating_sub(1));
                        it.at = it.reveal(row).unwrap_or(it.at);
                        let place = it.offset(row) - it.at.scroll;
                        prop_assert!((-1.0..=it.height - row_height + 1.0).contains(&place) || it.rows == 0, "{place}");
                    }
                    Move::Filter(rows) => {
                        it.rows = rows;
                        it.at = it.scrolled(it.at.scroll.min(it.way()));
                    }
                }
                prop_assert!((0.0..=it.way()).contains(&it.at.scroll));
                prop_assert!(it.top() >= 0.0 && it.top() <= it.way() + it.most_shift());
                let (rest, rows_left) = (it.way() - it.at.scroll, it.way() + it.most_shift() - it.top());
                prop_assert!(it.at.scroll <= it.top() + 0.01 && rest <= rows_left + 0.01, "{it:?}");
                prop_assert!((it.at.scroll > 0.0) == (it.top() > 0.0), "{it:?}");
                prop_assert!((rest > 0.0) == (rows_left > 0.0), "{it:?}");
            }
        }
    }
}
