//! Columns for text: short codes of fixed width, repeated strings, and free text.

use crate::bitmap::Bitmap;
use memchr::memmem::Finder;
use std::collections::HashMap;

/// Text of at most `WIDTH` bytes, such as an ICCID: side by side in one block, so that a search runs over all rows at once.
#[derive(Clone, Debug, Default)]
pub struct Fixed<const WIDTH: usize> {
    bytes: Vec<u8>,
}

impl<const WIDTH: usize> Fixed<WIDTH> {
    /// One more than the width: each row ends in at least one zero, so that nothing is found across two rows.
    const STRIDE: usize = WIDTH + 1;

    fn cell(text: &str) -> impl Iterator<Item = u8> + '_ {
        text.bytes().take(WIDTH).chain(std::iter::repeat(0)).take(Self::STRIDE)
    }

    pub fn push(&mut self, text: &str) {
        self.bytes.extend(Self::cell(text));
    }

    pub fn set(&mut self, row: usize, text: &str) {
        let start = row * Self::STRIDE;
        if let Some(cell) = self.bytes.get_mut(start..start + Self::STRIDE) {
            cell.iter_mut().zip(Self::cell(text)).for_each(|(byte, new)| *byte = new);
        }
    }

    fn bytes(&self, row: usize) -> &[u8] {
        let cell = self.bytes.get(row * Self::STRIDE..row * Self::STRIDE + WIDTH).unwrap_or(&[]);
        &cell[..memchr::memchr(0, cell).unwrap_or(cell.len())]
    }

    pub fn get(&self, row: usize) -> &str {
        std::str::from_utf8(self.bytes(row)).unwrap_or("")
    }

    /// Marks the rows that contain the text, which is not empty.
    pub fn mark_containing(&self, text: &str, into: &mut Bitmap) {
        for at in Finder::new(text).find_iter(&self.bytes) {
            into.insert(u32::try_from(at / Self::STRIDE).unwrap_or(u32::MAX));
        }
    }

    /// A number that sorts as the text does, as long as that is digits; any other character sorts behind them.
    pub fn sort_key(&self, row: usize) -> u128 {
        let text = self.bytes(row);
        (0..WIDTH.min(24)).fold(0, |key, at| {
            let nibble = match text.get(at) {
                None => 0,
                Some(digit @ b'0'..=b'9') => digit - b'0' + 1,
                Some(_) => 15,
            };
            key << 4 | u128::from(nibble)
        })
    }
}

/// Strings that repeat: each kept once.
#[derive(Clone, Debug, Default)]
pub struct Interned {
    values: Vec<String>,
    index: Vec<u32>,
    known: HashMap<String, u32>,
}

impl Interned {
    /// The number of a value, which is kept from now on.
    pub fn intern(&mut self, value: &str) -> u32 {
        if let Some(&index) = self.known.get(value) {
            return index;
        }
        let index = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value.to_owned());
        self.known.insert(value.to_owned(), index);
        index
    }

    pub fn push(&mut self, index: u32) {
        self.index.push(index);
    }

    pub fn set(&mut self, row: usize, index: u32) {
        if let Some(cell) = self.index.get_mut(row) {
            *cell = index;
        }
    }

    /// The number of the value in a row.
    pub fn index(&self, row: usize) -> usize {
        self.index.get(row).map_or(usize::MAX, |&index| index as usize)
    }

    pub fn get(&self, row: usize) -> &str {
        self.values.get(self.index(row)).map_or("", String::as_str)
    }

    /// Every value there is or was.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// For each value whether it passes.
    pub fn table(&self, test: impl Fn(&str) -> bool) -> Vec<bool> {
        self.values.iter().map(|value| test(value)).collect()
    }

    /// For each value its place among all values in the order of `key`.
    pub fn ranks<K: Ord>(&self, key: impl Fn(&str) -> K) -> Vec<u32> {
        ranks(self.values.len(), |index| key(&self.values[index]))
    }
}

/// For each of `count` things its place in the order of `key`; equal ones share a place.
pub fn ranks<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<u32> {
    let mut order: Vec<(K, usize)> = (0..count).map(|index| (key(index), index)).collect();
    order.sort_unstable();
    let mut ranks = vec![0; count];
    let mut rank = 0;
    for at in 0..order.len() {
        if at > 0 && order[at].0 != order[at - 1].0 {
            rank += 1;
        }
        ranks[order[at].1] = rank;
    }
    ranks
}

/// Free text, with a copy in lower case to search in.
#[derive(Clone, Debug, Default)]
pub struct Free {
    text: Arena,
    folded: Arena,
}

impl Free {
    pub fn push(&mut self, text: &str) {
        self.text.push(text);
        self.folded.push(&text.to_lowercase());
    }

    pub fn set(&mut self, row: usize, text: &str) {
        if self.get(row) != text {
            self.text.set(row, text);
            self.folded.set(row, &text.to_lowercase());
        }
    }

    pub fn get(&self, row: usize) -> &str {
        self.text.get(row)
    }

    /// The text in lower case.
    pub fn folded(&self, row: usize) -> &str {
        self.folded.get(row)
    }
}

/// Strings one behind the other; a changed one is appended, and the block is packed when half of it is waste.
#[derive(Clone, Debug, Default)]
struct Arena {
    block: String,
    spans: Vec<(u32, u32)>,
    waste: usize,
}

impl Arena {
    fn append(&mut self, text: &str) -> (u32, u32) {
        let start = u32::try_from(self.block.len()).unwrap_or(u32::MAX);
        self.block.push_str(text);
        (start, u32::try_from(text.len()).unwrap_or(0))
    }

    fn push(&mut self, text: &str) {
        let span = self.append(text);
        self.spans.push(span);
    }

    fn set(&mut self, row: usize, text: &str) {
        let span = self.append(text);
        if let Some(old) = self.spans.get_mut(row) {
            self.waste += old.1 as usize;
            *old = span;
        }
        if self.waste > self.block.len() / 2 {
            self.pack();
        }
    }

    fn pack(&mut self) {
        let mut packed = Self::default();
        for row in 0..self.spans.len() {
            packed.push(self.get(row));
        }
        *self = packed;
    }

    fn get(&self, row: usize) -> &str {
        let Some(&(start, len)) = self.spans.get(row) else { return "" };
        self.block.get(start as usize..start as usize + len as usize).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_is_found_across_two_rows() {
        let mut column = Fixed::<4>::default();
        ["1234", "12", "3456"].into_iter().for_each(|text| column.push(text));
        let mut found = Bitmap::none(3);
        column.mark_containing("34", &mut found);
        column.mark_containing("23456", &mut found);
        assert_eq!(found.iter().collect::<Vec<_>>(), [0, 2]);
    }

    proptest! {
        #[test]
        fn digits_sort_as_text(a in "[0-9]{0,20}", b in "[0-9]{0,20}") {
            let mut column = Fixed::<20>::default();
            column.push(&a);
            column.push(&b);
            prop_assert_eq!(column.sort_key(0).cmp(&column.sort_key(1)), a.cmp(&b));
        }

        #[test]
        fn free_text_survives_any_edits(edits in proptest::collection::vec((0usize..5, "\\PC{0,12}"), 0..60)) {
            let mut column = Free::default();
            let mut plain = vec![String::new(); 5];
            plain.iter().for_each(|text| column.push(text));
            for (row, text) in edits {
                column.set(row, &text);
                plain[row] = text;
            }
            for (row, text) in plain.iter().enumerate() {
                prop_assert_eq!(column.get(row), text);
                prop_assert_eq!(column.folded(row), text.to_lowercase());
            }
        }
    }
}
