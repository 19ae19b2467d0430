//! Which element of the document shows which row of a long list.

use super::viewport::Viewport;
use std::collections::HashSet;
use std::ops::Range;

/// The rows that are drawn, by slot: a slot's element, and the focus in it, belong to one row as long as that row is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowSlots {
    pub rows: Vec<Option<usize>>,
    /// Also those above and below the rows in sight are drawn.
    pub whole: bool,
}

impl RowSlots {
    /// Deals the rows of a window anew. After a jump only those in sight are dealt, so that these are painted soon, and the
    /// rest the next time. `pinned` is kept although it is out of the window.
    pub fn deal(&mut self, viewport: Viewport, pinned: Option<usize>) {
        let (in_sight, window) = (viewport.in_sight(), viewport.window());
        let jumped = !self.rows.iter().flatten().any(|row| in_sight.contains(row));
        self.whole = !jumped || in_sight == window;
        self.deal_rows(if jumped { in_sight } else { window }, pinned);
    }

    fn deal_rows(&mut self, window: Range<usize>, pinned: Option<usize>) {
        let wanted = |row: usize| window.contains(&row) || pinned == Some(row);
        for slot in &mut self.rows {
            *slot = slot.filter(|&row| wanted(row));
        }
        let dealt: HashSet<usize> = self.rows.iter().flatten().copied().collect();
        let free: Vec<usize> = (0..self.rows.len()).filter(|&slot| self.rows[slot].is_none()).collect();
        let mut free = free.into_iter();
        let outside = pinned.filter(|row| !window.contains(row));
        for row in window.chain(outside).filter(|row| !dealt.contains(row)) {
            match free.next() {
                Some(slot) => self.rows[slot] = Some(row),
                None => self.rows.push(Some(row)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::viewport::Position;

    #[test]
    fn a_row_keeps_its_slot_while_it_is_shown() {
        let mut slots = RowSlots::default();
        slots.deal_rows(0..4, None);
        assert_eq!(slots.rows, [Some(0), Some(1), Some(2), Some(3)]);
        slots.deal_rows(2..6, None);
        assert_eq!(slots.rows, [Some(4), Some(5), Some(2), Some(3)]);
        slots.deal_rows(10..13, Some(5));
        assert_eq!(slots.rows, [Some(10), Some(5), Some(11), Some(12)]);
        slots.deal_rows(0..1, None);
        assert_eq!(slots.rows.iter().flatten().collect::<Vec<_>>(), [&0]);
    }

    #[test]
    fn after_a_jump_the_rows_in_sight_come_first() {
        let at = |row: usize| Viewport {
            rows: 1_000,
            row_height: 10.0,
            height: 100.0,
            at: Position { scroll: row as f64 * 10.0, shift: 0.0 },
        };
        let shown = |slots: &RowSlots| {
            let mut rows: Vec<usize> = slots.rows.iter().flatten().copied().collect();
            rows.sort_unstable();
            rows
        };
        let mut slots = RowSlots::default();
        for row in [0, 500] {
            slots.deal(at(row), Some(7));
            assert!(!slots.whole);
            let mut in_sight: Vec<usize> = at(row).in_sight().collect();
            if row == 500 {
                in_sight.insert(0, 7);
            }
            assert_eq!(shown(&slots), in_sight);
            slots.deal(at(row), None);
            assert!(slots.whole);
            assert_eq!(shown(&slots), at(row).window().collect::<Vec<_>>());
        }
        slots.deal(at(505), None);
        assert!(slots.whole, "a scroll is no jump");
        assert_eq!(shown(&slots), at(505).window().collect::<Vec<_>>());
    }
}
