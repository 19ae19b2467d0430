//! Strings that repeat.

use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use std::collections::HashMap;
use std::ops::Range;

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

    pub fn reserve(&mut self, rows: usize) {
        self.index.reserve_exact(rows);
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
        super::ranks(self.values.len(), |index| key(&self.values[index]))
    }

    pub fn write_values(&self, into: &mut Writer) {
        into.size(self.values.len());
        self.values.iter().for_each(|value| into.text(value));
    }

    pub fn read_values(&mut self, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        for _ in 0..from.size()? {
            let value = from.text()?;
            self.intern(value);
        }
        Ok(())
    }

    pub fn write(&self, rows: Range<usize>, into: &mut Writer) {
        into.u32s(self.index[rows].iter().copied());
    }

    pub fn read(&mut self, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        self.index.extend(from.u32s(count)?);
        Ok(())
    }
}
