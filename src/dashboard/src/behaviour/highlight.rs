//! What the quick search found in a text, to be marked there.

use domain::estate::order::Column;
use domain::filter::TextField;
use domain::filter::evaluate::searched;
use std::ops::Range;

/// What is searched for, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Needle {
    folded: String,
    fields: &'static [TextField],
}

impl Needle {
    /// What a quick search looks for; none when it is empty.
    pub fn new(search: &str) -> Option<Self> {
        let search = search.trim();
        (!search.is_empty()).then(|| Self { folded: search.to_lowercase(), fields: searched(search) })
    }

    /// Where it stands in the text of a column, as ranges of bytes.
    pub fn marks(&self, column: Column, text: &str) -> Vec<Range<usize>> {
        if !is_searched(column, self.fields) {
            return Vec::new();
        }
        let folded = text.to_lowercase();
        let found = folded.match_indices(&self.folded).map(|(at, found)| at..at + found.len());
        if folded.len() == text.len() && text.is_ascii() {
            return found.collect();
        }
        let origins = origins(text);
        found.map(|found| origins[found.start].start..origins[found.end - 1].end).collect()
    }
}

fn is_searched(column: Column, fields: &[TextField]) -> bool {
    let field = match column {
        Column::Iccid => TextField::Iccid,
        Column::Imsi => TextField::Imsi,
        Column::Msisdn => TextField::Msisdn,
        Column::Label => TextField::Label,
        Column::Ip => TextField::Ip,
        _ => return false,
    };
    fields.contains(&field)
}

/// For each byte of the text in lower case the character it comes from: a letter can get longer.
fn origins(text: &str) -> Vec<Range<usize>> {
    let origin = |(at, letter): (usize, char)| {
        let bytes = letter.to_lowercase().map(char::len_utf8).sum();
        std::iter::repeat_n(at..at + letter.len_utf8(), bytes)
    };
    text.char_indices().flat_map(origin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(search: &str, text: &str) -> Vec<String> {
        let needle = Needle::new(search).expect("something is searched for");
        needle.marks(Column::Label, text).into_iter().map(|mark| text[mark].to_owned()).collect()
    }

    #[test]
    fn nothing_is_searched_for() {
        assert_eq!(Needle::new("  "), None);
    }

    #[test]
    fn case_does_not_count_also_in_umlauts() {
        assert_eq!(marked("van", "Van 12, VAN 13"), ["Van", "VAN"]);
        assert_eq!(marked(" süd ", "Alpine SÜD"), ["SÜD"]);
        assert_eq!(marked("Ü", "über Büro"), ["ü", "ü"]);
        assert_eq!(marked("van", "lorry"), [""; 0]);
    }

    #[test]
    fn letters_that_get_longer_in_lower_case_are_marked_whole() {
        assert_eq!(marked("i", "İstanbul"), ["İ"]);
        assert_eq!(marked("stanbul", "İSTANBUL"), ["STANBUL"]);
        assert_eq!(marked("ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"), ["ὈΔΥΣΣΕΎΣ"]);
    }

    #[test]
    fn only_where_the_search_looks() {
        let (digits, address, word) = (Needle::new("8931"), Needle::new("10.0"), Needle::new("10a"));
        let marks = |needle: &Option<Needle>, column| {
            needle.as_ref().map_or(0, |needle| needle.marks(column, "10.0.8931 10a").len())
        };
        assert_eq!([Column::Iccid, Column::Note].map(|column| marks(&digits, column)), [1, 0]);
        assert_eq!([Column::Ip, Column::Account].map(|column| marks(&address, column)), [1, 0]);
        assert_eq!([Column::Label, Column::Iccid].map(|column| marks(&word, column)), [1, 0]);
    }

    proptest! {
        #[test]
        fn marks_where_the_search_matches(search in "\\PC{1,3}", text in "\\PC{0,20}") {
            if let Some(needle) = Needle::new(&search) {
                let marks = needle.marks(Column::Label, &text);
                let found = text.to_lowercase().contains(&search.trim().to_lowercase());
                prop_assert_eq!(!marks.is_empty(), found);
                prop_assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some()));
            }
        }
    }
}
