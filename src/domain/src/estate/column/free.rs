//! Free text.

use crate::bitmap::Bitmap;
use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use memchr::memmem::Finder;
use std::collections::BTreeMap;
use std::ops::Range;

/// Fewer edits than this are not worth packing.
const FEW: usize = 1_024;

/// Free text, with a copy in lower case to search in: all rows one behind the other.
///
/// Edits are kept apart until there are many of them; then everything is packed anew. Rows after the last one with a
/// text take no room.
#[derive(Clone, Debug, Default)]
pub struct Free {
    text: String,
    folded: String,
    /// Where the text of each row ends, in both; the next one begins there.
    ends: Vec<u32>,
    /// Rows that were edited, and those of which the copy is of another length: the text and its copy.
    apart: BTreeMap<u32, (String, String)>,
    /// Edits since the block was packed.
    edits: usize,
}

impl Free {
    /// Makes room for rows that are like those that are there.
    pub fn reserve(&mut self, rows: usize) {
        if self.ends.is_empty() || rows <= self.ends.len() {
            return;
        }
        let expected = self.text.len() * rows / self.ends.len();
        if self.text.capacity() < expected {
            // Some more, so that this is not done again for every page that is a little different.
            let more = expected + expected / 16 - self.text.len();
            self.text.reserve_exact(more);
            self.folded.reserve_exact(more);
        }
        self.ends.reserve_exact(rows - self.ends.len());
    }

    /// Writes the text of a row, in any order of rows.
    pub fn set(&mut self, row: usize, text: &str) {
        if self.get(row) == text {
            return;
        }
        if row >= self.ends.len() && text.is_ascii() && self.apart(row).is_none() {
            self.append(row, text, text.chars().map(|char| char.to_ascii_lowercase()));
            return;
        }
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        let folded = text.to_lowercase();
        if row < self.ends.len() || folded.len() != text.len() || self.apart(row).is_some() {
            self.apart.insert(number, (text.to_owned(), folded));
            self.edits += 1;
            if self.edits > FEW.max(self.ends.len() / 8) {
                self.pack();
            }
        } else {
            self.append(row, text, folded.chars());
        }
    }

    /// Behind all others.
    fn append(&mut self, row: usize, text: &str, folded: impl Iterator<Item = char>) {
        self.ends.resize(row, u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(text);
        self.folded.extend(folded);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    fn pack(&mut self) {
        let mut packed = Self::default();
        packed.text.reserve_exact(self.text.len());
        packed.folded.reserve_exact(self.folded.len());
        packed.ends.reserve_exact(self.ends.len());
        let last = self.apart.keys().next_back().map_or(0, |&row| row as usize + 1);
        for row in 0..self.ends.len().max(last) {
            let (text, folded) = (self.get(row), self.folded(row));
            if text.len() != folded.len() {
                let number = u32::try_from(row).unwrap_or(u32::MAX);
                packed.apart.insert(number, (text.to_owned(), folded.to_owned()));
            } else if !text.is_empty() {
                packed.append(row, text, folded.chars());
            }
        }
        *self = packed;
    }

    fn apart(&self, row: usize) -> Option<&(String, String)> {
        if self.apart.is_empty() {
            return None;
        }
        self.apart.get(&u32::try_from(row).ok()?)
    }

    fn start(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize)
    }

    fn span<'a>(&self, block: &'a str, row: usize) -> &'a str {
        let Some(&end) = self.ends.get(row) else { return "" };
        block.get(self.start(row)..end as usize).unwrap_or("")
    }

    pub fn get(&self, row: usize) -> &str {
        self.apart(row).map_or_else(|| self.span(&self.text, row), |(text, _)| text)
    }

    /// The text in lower case.
    pub fn folded(&self, row: usize) -> &str {
        self.apart(row).map_or_else(|| self.span(&self.folded, row), |(_, folded)| folded)
    }

    /// The rows among some whose text in lower case contains one, which is not empty.
    pub fn containing(&self, folded: &str, among: &Bitmap) -> Bitmap {
        let finder = Finder::new(folded);
        if among.is_sparse() {
            return among.filtered(|row| finder.find(self.folded(row).as_bytes()).is_some());
        }
        let mut found = self.containing_packed(&finder, among.len());
        for (&row, (_, apart)) in &self.apart {
            found.set(row, finder.find(apart.as_bytes()).is_some());
        }
        found.intersect(among);
        found
    }

    /// The rows of the block that contain a text, by one search through all of it. Of those that are kept apart it tells
    /// what they were.
    fn containing_packed(&self, finder: &Finder<'_>, rows: usize) -> Bitmap {
        let mut marked = Bitmap::none(rows);
        let block = self.folded.as_bytes();
        let (mut from, mut row) = (0, 0);
        while let Some(found) = block.get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + found;
            // Mostly it is one of the next.
            let Some(further) = self.ends[row..].iter().position(|&end| end as usize > at) else { break };
            row += further;
            let end = self.ends[row];
            let within = at + finder.needle().len() <= end as usize;
            if within {
                marked.insert(u32::try_from(row).unwrap_or(u32::MAX));
            }
            // What was found across two rows may overlap with what is within the second one.
            from = if within { end as usize } else { at + 1 };
        }
        marked
    }

    /// Only rows that have a text are written.
    pub fn write(&self, rows: Range<usize>, into: &mut Writer) {
        let written: Vec<usize> = rows.clone().filter(|&row| !self.get(row).is_empty()).collect();
        into.size(written.len());
        for row in written {
            into.size(row - rows.start);
            into.text(self.get(row));
        }
    }

    pub fn read(&mut self, start: usize, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        for _ in 0..from.size()? {
            let row = from.size()?;
            if row >= count {
                return Err(BadSnapshot);
            }
            self.set(start + row, from.text()?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn survives_any_edits(edits in proptest::collection::vec((0usize..20, "[aBİ ß]{0,4}"), 0..90), text in "[aḃi]{1,2}", every in 1usize..20) {
            let mut column = Free::default();
            let mut plain = vec![String::new(); 20];
            for (at, (row, text)) in edits.into_iter().enumerate() {
                column.set(row, &text);
                plain[row] = text;
                if at % 7 == 6 {
                    column.pack();
                }
            }
            for (row, text) in plain.iter().enumerate() {
                prop_assert_eq!(column.get(row), text);
                prop_assert_eq!(column.folded(row), text.to_lowercase());
            }
            for every in [1, every] {
                let among = Bitmap::from_fn(plain.len(), |row| row.is_multiple_of(every));
                let contains = |row: usize| row.is_multiple_of(every) && plain[row].to_lowercase().contains(&text);
                prop_assert_eq!(column.containing(&text, &among), Bitmap::from_fn(plain.len(), contains));
            }
        }
    }

    #[test]
    fn many_edits_are_packed() {
        let mut column = Free::default();
        let rows = 2 * FEW;
        (0..rows).for_each(|row| column.set(row, "first"));
        (0..rows).for_each(|row| column.set(row, &format!("Second {row}")));
        assert!(column.apart.len() <= FEW);
        assert!((0..rows).all(|row| column.get(row) == format!("Second {row}")));
    }
}
