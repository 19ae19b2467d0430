//! Which SIMs are selected: a set of rows that survives sort, filter and refresh.
//!
//! The moves are those of a file manager: click, Ctrl-click, Shift-click, Shift+arrow, Ctrl+A. They speak of places in
//! the list as shown; what is kept are rows, so that re-ordering the list changes nothing.

use crate::bitmap::Bitmap;
use crate::filter::Filter;

/// The selected rows, the row a range extends from, and whether it stands for "all that match".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    rows: Bitmap,
    /// Where a Shift-click or Shift+arrow extends from.
    anchor: Option<u32>,
    /// The rows the last extension added, taken back when it goes on.
    extended: Bitmap,
    /// The filter that "select all N that match" stood for; `rows` are then those that matched.
    all: Option<Filter>,
}

/// What a bulk act is done to.
#[derive(Clone, Debug, PartialEq)]
pub enum Chosen {
    Rows(Vec<u32>),
    /// All that match the filter, but for some rows.
    Matching {
        filter: Filter,
        except: Vec<u32>,
    },
}

impl Selection {
    /// The selected rows.
    pub fn rows(&self) -> &Bitmap {
        &self.rows
    }

    /// Whether the row is selected.
    pub fn contains(&self, row: u32) -> bool {
        self.rows.contains(row)
    }

    /// How many rows are selected.
    pub fn count(&self) -> usize {
        self.rows.count()
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        *self = Self { anchor: self.anchor, ..Self::default() };
    }

    /// A click: this row and no other.
    pub fn only(&mut self, row: u32) {
        self.clear();
        self.rows.insert(row);
        self.anchor = Some(row);
    }

    /// A Ctrl-click or a tick: this row too, or no longer.
    pub fn toggle(&mut self, row: u32) {
        self.rows.set(row, !self.rows.contains(row));
        self.anchor = Some(row);
        self.extended = Bitmap::default();
    }

    /// A Shift-click: from the anchor to this row of the list, instead of what the last extension added (or, without
    /// `keep`, instead of everything).
    pub fn extend(&mut self, view: &[u32], row: u32, keep: bool) {
        let place = |row: u32| view.iter().position(|&shown| shown == row);
        let Some(to) = place(row) else { return };
        let from = self.anchor.and_then(place).unwrap_or(to);
        self.anchor = view.get(from).copied();
        self.all = None;
        if keep {
            self.rows.subtract(&self.extended);
        } else {
            self.rows = Bitmap::default();
        }
        let range: Bitmap = view[from.min(to)..=from.max(to)].iter().copied().collect();
        self.extended = range.clone();
        // A row that was selected before the extension reached it stays selected when the extension draws back.
        self.extended.subtract(&self.rows);
        self.rows.unite(&range);
    }

    /// "Select all N that match": every row of the list, now.
    pub fn all(&mut self, matching: &Bitmap, filter: Filter) {
        *self = Self {
            rows: matching.clone(),
            anchor: self.anchor,
            extended: Bitmap::default(),
            all: Some(filter),
        };
    }

    /// Swaps what is selected and what is not, among the rows of the list.
    pub fn invert(&mut self, matching: &Bitmap) {
        let mut rows = matching.clone();
        rows.subtract(&self.rows);
        *self = Self { rows, anchor: self.anchor, ..Self::default() };
    }

    /// After rows left the estate: they are no longer selected.
    pub fn forget(&mut self, gone: &[u32]) {
        for &row in gone {
            self.rows.remove(row);
            self.extended.remove(row);
            self.anchor = self.anchor.filter(|&anchor| anchor != row);
        }
    }

    /// What a bulk act is done to. "All that match" stays a filter as long as it is shorter to say so: `matching` are the
    /// rows that match its filter now; rows that came to match since it was selected are among the exceptions.
    pub fn chosen(&self, matching: impl FnOnce(&Filter) -> Bitmap) -> Chosen {
        if let Some(filter) = &self.all {
            let now = matching(filter);
            let mut except = now.clone();
            except.subtract(&self.rows);
            let mut lost = self.rows.clone();
            lost.subtract(&now);
            if lost.is_empty() && except.count() < self.count() {
                return Chosen::Matching { filter: filter.clone(), except: except.iter().collect() };
            }
        }
        Chosen::Rows(self.rows.iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VIEW: [u32; 6] = [5, 3, 9, 1, 7, 0];

    fn rows(selection: &Selection) -> Vec<u32> {
        VIEW.into_iter().filter(|&row| selection.contains(row)).collect()
    }

    #[test]
    fn a_range_follows_the_list_not_the_rows() {
        let mut selection = Selection::default();
        selection.only(3);
        selection.extend(&VIEW, 1, false);
        assert_eq!(rows(&selection), [3, 9, 1]);
        selection.extend(&VIEW, 5, false);
        assert_eq!(rows(&selection), [5, 3]);
    }

    #[test]
    fn drawing_an_extension_back_gives_rows_free_but_not_those_selected_before() {
        let mut selection = Selection::default();
        selection.toggle(7);
        selection.toggle(3);
        selection.extend(&VIEW, 7, true);
        assert_eq!(rows(&selection), [3, 9, 1, 7]);
        selection.extend(&VIEW, 9, true);
        assert_eq!(rows(&selection), [3, 9, 7]);
    }

    #[test]
    fn all_that_match_is_a_filter_with_exceptions() {
        let matching: Bitmap = VIEW.into_iter().collect();
        let filter = Filter::InSession(true);
        let mut selection = Selection::default();
        selection.all(&matching, filter.clone());
        selection.toggle(9);
        let chosen = selection.chosen(|_| matching.clone());
        assert_eq!(chosen, Chosen::Matching { filter: filter.clone(), except: vec![9] });
        // One more matches by now, one no longer does: neither may slip in or out.
        let now: Bitmap = [5, 3, 9, 1, 7, 0, 11].into_iter().collect();
        assert_eq!(selection.chosen(|_| now), Chosen::Matching { filter, except: vec![9, 11] });
        let fewer: Bitmap = [3, 9].into_iter().collect();
        assert_eq!(selection.chosen(|_| fewer), Chosen::Rows(vec![0, 1, 3, 5, 7]));
    }

    #[test]
    fn gone_rows_are_forgotten() {
        let mut selection = Selection::default();
        selection.only(3);
        selection.extend(&VIEW, 1, false);
        selection.forget(&[9, 3]);
        assert_eq!(rows(&selection), [1]);
        selection.extend(&VIEW, 7, false);
        assert_eq!(rows(&selection), [7], "the anchor left, so the range starts anew");
    }

    proptest! {
        #[test]
        fn what_is_chosen_is_what_is_selected(toggles in proptest::collection::vec(0u32..12, 0..20), all: bool) {
            let matching: Bitmap = (0..10).collect();
            let mut selection = Selection::default();
            if all { selection.all(&matching, Filter::default()) }
            for row in toggles { selection.toggle(row) }
            let chosen: Bitmap = match selection.chosen(|_| matching.clone()) {
                Chosen::Rows(rows) => rows.into_iter().collect(),
                Chosen::Matching { except, .. } => {
                    let mut rows = matching.clone();
                    except.into_iter().for_each(|row| rows.remove(row));
                    rows
                }
            };
            prop_assert_eq!(chosen.iter().collect::<Vec<_>>(), selection.rows().iter().collect::<Vec<_>>());
        }

        #[test]
        fn inverting_twice_is_nothing(chosen: std::collections::BTreeSet<u8>) {
            let matching: Bitmap = (0..300).collect();
            let mut selection = Selection::default();
            chosen.iter().for_each(|&row| selection.toggle(u32::from(row)));
            let before: Vec<u32> = selection.rows().iter().collect();
            selection.invert(&matching);
            prop_assert_eq!(selection.count(), 300 - before.len());
            selection.invert(&matching);
            prop_assert_eq!(selection.rows().iter().collect::<Vec<_>>(), before);
        }
    }
}
