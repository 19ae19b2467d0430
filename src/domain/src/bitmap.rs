//! A set of rows, one bit each.

/// Out of 64.
const MANY: u32 = 32;

/// Rows of an estate, as bits. Rows beyond its length are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    len: usize,
}

impl Bitmap {
    /// No row out of `len`.
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// Every row out of `len`.
    pub fn all(len: usize) -> Self {
        let mut bitmap = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        bitmap.clear_beyond();
        bitmap
    }

    /// The rows out of `len` for which `test` holds.
    pub fn from_fn(len: usize, test: impl FnMut(usize) -> bool) -> Self {
        Self::all(len).filtered(test)
    }

    /// Those of its rows for which `test` holds. It may be asked about others as well.
    pub fn filtered(&self, mut test: impl FnMut(usize) -> bool) -> Self {
        let words = self.words.iter().enumerate().map(|(index, &word)| {
            let start = index * 64;
            let mut at = |bit: u32| u64::from(test(start + bit as usize)) << bit;
            // One after the other is quicker than to find out who is next.
            if word.count_ones() >= MANY && start + 64 <= self.len {
                return word & (0..64).fold(0, |found, bit| found | at(bit));
            }
            let (mut left, mut found) = (word, 0);
            while left != 0 {
                found |= at(left.trailing_zeros());
                left &= left - 1;
            }
            found
        });
        Self { words: words.collect(), len: self.len }
    }

    /// How many rows it speaks of.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no row is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Makes it speak of `len` rows; new ones are not in it.
    pub fn resize(&mut self, len: usize) {
        self.words.resize(len.div_ceil(64), 0);
        self.len = len;
        self.clear_beyond();
    }

    /// Whether the row is in it.
    pub fn contains(&self, row: u32) -> bool {
        let row = row as usize;
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Puts the row in, growing when needed.
    pub fn insert(&mut self, row: u32) {
        let row = row as usize;
        if row >= self.len {
            self.resize(row + 1);
        }
        self.words[row / 64] |= 1 << (row % 64);
    }

    /// Takes the row out.
    pub fn remove(&mut self, row: u32) {
        let row = row as usize;
        if let Some(word) = self.words.get_mut(row / 64) {
            *word &= !(1 << (row % 64));
        }
    }

    /// Puts the row in or takes it out.
    pub fn set(&mut self, row: u32, on: bool) {
        if on { self.insert(row) } else { self.remove(row) }
    }

    /// Whether so few rows are in it that to look at each of them is quicker than to search through all.
    pub fn is_sparse(&self) -> bool {
        self.count() < self.len / 16
    }

    /// How many rows are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Keeps the rows that are also in `other`.
    pub fn intersect(&mut self, other: &Self) {
        for (index, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(index).copied().unwrap_or(0);
        }
    }

    /// Adds the rows of `other`.
    pub fn unite(&mut self, other: &Self) {
        if other.len > self.len {
            self.resize(other.len);
        }
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
    }

    /// Takes out the rows of `other`.
    pub fn subtract(&mut self, other: &Self) {
        for (word, less) in self.words.iter_mut().zip(&other.words) {
            *word &= !less;
        }
    }

    /// Turns it into the rows that were not in it.
    pub fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.clear_beyond();
    }

    /// The rows in it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros();
                    left &= left - 1;
                    u32::try_from(index * 64).unwrap_or(u32::MAX) + bit
                })
            })
        })
    }

    /// The rows in it, ascending, as a list.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.count());
        for (index, &word) in self.words.iter().enumerate() {
            let start = u32::try_from(index * 64).unwrap_or(u32::MAX);
            if word == u64::MAX {
                rows.extend(start..start + 64);
                continue;
            }
            let mut left = word;
            while left != 0 {
                rows.push(start + left.trailing_zeros());
                left &= left - 1;
            }
        }
        rows
    }

    fn clear_beyond(&mut self) {
        let used = self.len % 64;
        if used > 0
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << used) - 1;
        }
    }
}

impl FromIterator<u32> for Bitmap {
    fn from_iter<I: IntoIterator<Item = u32>>(rows: I) -> Self {
        let mut bitmap = Self::default();
        for row in rows {
            bitmap.insert(row);
        }
        bitmap
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn bitmap(len: usize, rows: &BTreeSet<u32>) -> Bitmap {
        Bitmap::from_fn(len, |row| rows.contains(&(row as u32)))
    }

    proptest! {
        #[test]
        fn is_a_set(len in 1usize..300, a: BTreeSet<u8>, b: BTreeSet<u8>) {
            let within = |set: BTreeSet<u8>| -> BTreeSet<u32> {
                set.into_iter().map(u32::from).filter(|&row| (row as usize) < len).collect()
            };
            let (a, b) = (within(a), within(b));
            let rows = |bitmap: &Bitmap| bitmap.iter().collect::<BTreeSet<u32>>();
            let mut both = bitmap(len, &a);
            both.intersect(&bitmap(len, &b));
            prop_assert_eq!(rows(&both), a.intersection(&b).copied().collect());
            let mut either = bitmap(len, &a);
            either.unite(&bitmap(len, &b));
            prop_assert_eq!(rows(&either), a.union(&b).copied().collect());
            let mut only = bitmap(len, &a);
            only.subtract(&bitmap(len, &b));
            prop_assert_eq!(rows(&only), a.difference(&b).copied().collect());
            let mut other = bitmap(len, &a);
            other.invert();
            prop_assert_eq!(other.count(), len - a.len());
            prop_assert_eq!(Bitmap::all(len).count(), len);
            prop_assert_eq!(bitmap(len, &a).filtered(|row| b.contains(&(row as u32))), both);
            prop_assert_eq!(Bitmap::all(len).filtered(|row| a.contains(&(row as u32))), bitmap(len, &a));
            prop_assert_eq!(other.rows(), other.iter().collect::<Vec<_>>());
        }
    }
}
