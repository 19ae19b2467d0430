//! Tags and categories: how they may be called, what a SIM can carry, and the lists of them that accounts keep.
//!
//! A SIM carries names. What a name looks like is said by a definition: it belongs to an account and holds for the SIMs of
//! that account and of all below. A name without a definition is as good, and has no colour.

use crate::account::{AccountId, AccountTree};
use crate::lifecycle::Reason;
use crate::sim::codes;
use serde::{Deserialize, Serialize};

/// Most characters in the name of a tag or category.
pub const NAME_LENGTH: usize = 40;
/// Most tags on one SIM.
pub const MOST_TAGS: usize = 20;
/// Most tags, and most categories, of one account.
pub const MOST_LABELS: usize = 500;

/// Identifies a definition within one back end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LabelId(pub u32);

codes! {
    /// What a name is put on SIMs as.
    LabelKind {
        /// A SIM can have several.
        Tag = "tag",
        /// A SIM has at most one.
        Category = "category",
    }
}

codes! {
    /// The colours to choose from. How each looks, light and dark, is the dashboard's to say.
    Colour {
        Red = "red",
        Orange = "orange",
        Yellow = "yellow",
        Green = "green",
        Teal = "teal",
        Blue = "blue",
        Indigo = "indigo",
        Purple = "purple",
        Pink = "pink",
        Brown = "brown",
    }
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    #[error("a name is missing")]
    Missing,
    #[error("the name has more than {NAME_LENGTH} characters")]
    TooLong,
    /// Lists of tags are written with commas, and kept with line feeds.
    #[error("the name has a comma, a control character or a space at an end")]
    Unreadable,
}

/// Checks a name that is to be put on SIMs or into a list.
pub fn check_name(name: &str) -> Result<(), BadName> {
    if name.trim().is_empty() {
        return Err(BadName::Missing);
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(BadName::TooLong);
    }
    if name.trim() != name || name.chars().any(|c| c == ',' || c.is_control()) {
        return Err(BadName::Unreadable);
    }
    Ok(())
}

/// The tags of a SIM after some were taken off and some put on. Those that stay keep their order.
pub fn retagged(tags: &[String], add: &[String], remove: &[String]) -> Result<Vec<String>, Reason> {
    let mut after: Vec<String> = tags.iter().filter(|tag| !remove.contains(tag)).cloned().collect();
    for tag in add {
        if !after.contains(tag) {
            after.push(tag.clone());
        }
    }
    if after == tags {
        return Err(Reason::Unchanged);
    }
    // Who has too many from before can still lose some.
    if after.len() > MOST_TAGS && after.len() > tags.len() {
        return Err(Reason::TooManyTags);
    }
    Ok(after)
}

/// The tags of a SIM after one was renamed, or taken off: what comes in its place is not there twice.
pub fn replaced(tags: &[String], name: &str, by: Option<&str>) -> Result<Vec<String>, Reason> {
    if !tags.iter().any(|tag| tag == name) {
        return Err(Reason::Unchanged);
    }
    let mut after: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = if tag == name { by } else { Some(tag.as_str()) };
        if let Some(tag) = tag.filter(|tag| !after.iter().any(|other| other == tag)) {
            after.push(tag.to_owned());
        }
    }
    Ok(after)
}

/// The colour given to a new label: the one that the fewest have, the first of those.
pub fn next_colour(used: impl IntoIterator<Item = Colour>) -> Colour {
    let mut counts = [0_usize; Colour::ALL.len()];
    for colour in used {
        counts[colour as usize] += 1;
    }
    let rarest = (0..counts.len()).min_by_key(|&at| counts[at]).unwrap_or(0);
    Colour::ALL[rarest]
}

/// Whether what an account defines holds for another account, in a tree whose topmost account is the reader's own: what is
/// defined above the tree holds for all of it.
pub fn holds_for(tree: &AccountTree, defined_in: Option<AccountId>, account: AccountId) -> bool {
    defined_in.is_none_or(|owner| tree.is_within(account, owner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tags(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn names_fit_into_lists_and_into_the_text_of_a_filter() {
        assert_eq!(check_name("sla gold"), Ok(()));
        assert_eq!(check_name("prüfen"), Ok(()));
        assert_eq!(check_name(" "), Err(BadName::Missing));
        assert_eq!(check_name(&"ü".repeat(NAME_LENGTH)), Ok(()));
        assert_eq!(check_name(&"ü".repeat(NAME_LENGTH + 1)), Err(BadName::TooLong));
        for unreadable in ["a,b", "a\nb", " a", "a ", "a\u{7}"] {
            assert_eq!(check_name(unreadable), Err(BadName::Unreadable), "{unreadable:?}");
        }
    }

    #[test]
    fn what_stays_keeps_its_order() {
        let before = tags(&["a", "b", "c"]);
        assert_eq!(retagged(&before, &tags(&["d", "a"]), &tags(&["b"])), Ok(tags(&["a", "c", "d"])));
        assert_eq!(retagged(&before, &tags(&["a"]), &tags(&["x"])), Err(Reason::Unchanged));
        assert_eq!(replaced(&before, "b", Some("x")), Ok(tags(&["a", "x", "c"])));
        assert_eq!(replaced(&before, "b", Some("a")), Ok(tags(&["a", "c"])));
        assert_eq!(replaced(&before, "b", None), Ok(tags(&["a", "c"])));
        assert_eq!(replaced(&before, "x", None), Err(Reason::Unchanged));
    }

    #[test]
    fn a_sim_has_no_more_tags_than_fit() {
        let many: Vec<String> = (0..MOST_TAGS).map(|at| format!("t{at}")).collect();
        assert_eq!(retagged(&many, &tags(&["x"]), &[]), Err(Reason::TooManyTags));
        assert!(retagged(&many, &tags(&["x"]), &tags(&["t0"])).is_ok());
        let too_many: Vec<String> = (0..MOST_TAGS + 5).map(|at| format!("t{at}")).collect();
        assert!(retagged(&too_many, &[], &tags(&["t0"])).is_ok());
    }

    #[test]
    fn new_labels_take_turns_with_the_colours() {
        assert_eq!(next_colour([]), Colour::Red);
        assert_eq!(next_colour([Colour::Red, Colour::Yellow]), Colour::Orange);
        assert_eq!(next_colour(Colour::ALL.iter().copied()), Colour::Red);
    }

    proptest! {
        /// Whatever is asked for: what is added is there, what is removed and not added is not, nothing twice, and
        /// nothing else is touched.
        #[test]
        fn edits_do_what_they_say(
            before in proptest::collection::btree_set(0_u8..12, 0..8),
            add in proptest::collection::btree_set(0_u8..12, 0..4),
            remove in proptest::collection::btree_set(0_u8..12, 0..4),
        ) {
            let names = |set: &std::collections::BTreeSet<u8>| set.iter().map(u8::to_string).collect::<Vec<_>>();
            let (before, add, remove) = (names(&before), names(&add), names(&remove));
            let after = match retagged(&before, &add, &remove) {
                Ok(after) => after,
                Err(reason) => {
                    prop_assert_eq!(reason, Reason::Unchanged);
                    before.clone()
                }
            };
            for name in (0_u8..12).map(|name| name.to_string()) {
                let expected = add.contains(&name) || (before.contains(&name) && !remove.contains(&name));
                prop_assert_eq!(after.iter().filter(|tag| **tag == name).count(), usize::from(expected));
            }
        }
    }
}
