//! Where something is in a list, and what is before and after it.

use super::grid_keys::{Chord, alt};

/// Which way through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Previous,
    Next,
}

/// The keys that go through the list from the page of a SIM.
pub const KEYS: [(Chord<'static>, Way); 2] = [(alt("ArrowUp"), Way::Previous), (alt("ArrowDown"), Way::Next)];

/// A place in a list of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From 0; where it was last, if it is no longer in the list.
    pub at: Option<usize>,
    pub is_listed: bool,
    /// Rows in all.
    pub count: usize,
    pub previous: Option<u32>,
    pub next: Option<u32>,
}

/// Finds a row. One that has left the list, perhaps because of what was done to it, leaves its place open: what follows
/// there comes next.
pub fn place(rows: &[u32], row: Option<u32>, last: Option<usize>) -> Place {
    let found = row.and_then(|row| rows.iter().position(|&other| other == row));
    let at = found.or(last.map(|last| last.min(rows.len())));
    let get = |at: Option<usize>| at.and_then(|at| rows.get(at)).copied();
    Place {
        at,
        is_listed: found.is_some(),
        count: rows.len(),
        previous: get(at.and_then(|at| at.checked_sub(1))),
        next: get(at.map(|at| if found.is_some() { at + 1 } else { at })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_and_after() {
        let middle = place(&[7, 3, 9], Some(3), None);
        assert_eq!((middle.at, middle.previous, middle.next), (Some(1), Some(7), Some(9)));
        assert_eq!(place(&[7, 3, 9], Some(7), None).previous, None);
        assert_eq!(place(&[7, 3, 9], Some(9), None).next, None);
    }

    #[test]
    fn what_left_the_list_is_followed_by_what_took_its_place() {
        let left = place(&[7, 9], Some(3), Some(1));
        assert_eq!((left.is_listed, left.previous, left.next), (false, Some(7), Some(9)));
        let last = place(&[7], Some(9), Some(2));
        assert_eq!((last.previous, last.next), (Some(7), None));
    }

    #[test]
    fn what_never_was_in_the_list_has_nothing_beside_it() {
        assert_eq!(place(&[7, 9], Some(3), None), Place { count: 2, ..Place::default() });
        assert_eq!(place(&[], None, None), Place::default());
    }
}
