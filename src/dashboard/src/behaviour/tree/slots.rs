//! Which element of the document shows which row.
//!
//! Elements are used again for other rows as the tree scrolls, and never moved: an element that is moved in the
//! document loses the focus. Where an element stands on screen is told by its row's place.

use super::visible::VisibleNode;

/// A row with its place among the visible nodes.
pub type Placed = (usize, VisibleNode);

/// Gives each of the rows an element: the one it had before, or else one that has become free, or else a new one.
/// There are never fewer elements than before.
pub fn assign(before: &[Option<Placed>], rows: &[Placed]) -> Vec<Option<Placed>> {
    let row_of = |id| rows.iter().find(|(_, node)| node.id == id).copied();
    let mut slots: Vec<Option<Placed>> =
        before.iter().map(|slot| slot.and_then(|(_, node)| row_of(node.id))).collect();
    let kept = |row: &&Placed| before.iter().flatten().any(|(_, node)| node.id == row.1.id);
    let mut new = rows.iter().filter(|row| !kept(row)).copied();
    for slot in slots.iter_mut().filter(|slot| slot.is_none()) {
        *slot = new.next();
    }
    slots.extend(new.map(Some));
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::account::AccountId;

    fn rows(ids: &[u32]) -> Vec<Placed> {
        let node = |id| VisibleNode { id: AccountId(id), depth: 0, position: 1, siblings: 1, expanded: None };
        ids.iter().map(|&id| (id as usize, node(id))).collect()
    }

    fn ids(slots: &[Option<Placed>]) -> Vec<u32> {
        slots.iter().map(|slot| slot.map_or(0, |(_, node)| node.id.0)).collect()
    }

    #[test]
    fn a_row_keeps_its_element_while_others_come_and_go() {
        let first = assign(&[], &rows(&[1, 2, 3, 4]));
        assert_eq!(ids(&first), [1, 2, 3, 4]);
        let scrolled = assign(&first, &rows(&[3, 4, 5, 6]));
        assert_eq!(ids(&scrolled), [5, 6, 3, 4]);
        let far = assign(&scrolled, &rows(&[4, 90, 91, 92]));
        assert_eq!(ids(&far), [90, 91, 92, 4]);
    }

    #[test]
    fn elements_are_added_and_left_empty_but_never_taken_away() {
        let few = assign(&assign(&[], &rows(&[1, 2, 3])), &rows(&[2]));
        assert_eq!(ids(&few), [0, 2, 0]);
        assert_eq!(ids(&assign(&few, &rows(&[2, 7, 8, 9]))), [7, 2, 8, 9]);
    }

    #[test]
    fn a_row_that_has_changed_is_shown_as_it_is_now() {
        let mut moved = rows(&[1]);
        moved[0].0 = 40;
        assert_eq!(assign(&assign(&[], &rows(&[1])), &moved), [Some(moved[0])]);
    }
}
