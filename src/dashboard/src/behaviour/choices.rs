//! Which of many choices fit what has been typed, best first.

use super::fold::fold;

/// A choice prepared for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    label: String,
    detail: String,
}

impl Prepared {
    /// Prepares a label and what is said beside it.
    pub fn new(label: &str, detail: &str) -> Self {
        Self { label: fold(label), detail: fold(detail) }
    }

    /// How well it fits, 0 being best.
    fn rank(&self, words: &[&str]) -> Option<u8> {
        let first = words.first()?;
        if words.iter().all(|word| self.label.contains(word)) {
            return Some(if self.label.starts_with(first) { 0 } else { 1 });
        }
        words.iter().all(|word| self.label.contains(word) || self.detail.contains(word)).then_some(2)
    }
}

/// The choices that fit, at most `limit` of them, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// Places in the list of all choices.
    pub shown: Vec<usize>,
    pub more: usize,
}

/// Finds the choices in which every word of the query occurs; those whose label begins with it come first.
pub fn fitting(choices: &[Prepared], query: &str, limit: usize) -> Fitting {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return Fitting {
            shown: (0..choices.len().min(limit)).collect(),
            more: choices.len().saturating_sub(limit),
        };
    }
    let mut found: Vec<(u8, usize)> =
        choices.iter().enumerate().filter_map(|(at, choice)| Some((choice.rank(&words)?, at))).collect();
    found.sort_unstable();
    let more = found.len().saturating_sub(limit);
    Fitting { shown: found.into_iter().take(limit).map(|(_, at)| at).collect(), more }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accounts() -> Vec<Prepared> {
        [
            ("Brightwater", "Northgate › Brightwater"),
            ("Depot Süd", "Northgate › Brightwater › Depot Süd"),
            ("Water Board", "Northgate › Water Board"),
            ("Northgate", ""),
        ]
        .map(|(label, detail)| Prepared::new(label, detail))
        .to_vec()
    }

    #[test]
    fn labels_that_begin_with_it_come_first_then_labels_then_paths() {
        assert_eq!(fitting(&accounts(), "WATER", 9).shown, [2, 0, 1]);
        assert_eq!(fitting(&accounts(), "north", 9).shown, [3, 0, 1, 2]);
    }

    #[test]
    fn every_word_has_to_occur_and_accents_do_not_count() {
        assert_eq!(fitting(&accounts(), "bright sud", 9).shown, [1]);
        assert!(fitting(&accounts(), "bright nord", 9).shown.is_empty());
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let choices = vec![Prepared::new("Site", ""); 10_000];
        assert_eq!(fitting(&choices, "si", 50).more, 9_950);
        assert_eq!(fitting(&choices, " ", 50), Fitting { shown: (0..50).collect(), more: 9_950 });
    }
}
