//! Strings that repeat.

use super::places::Places;
use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use std::collections::HashMap;
use std::ops::Range;

/// Strings that repeat: each kept once.
#[derive(Clone, Debug, Default)]
pub struct Interned {
    values: Vec<String>,
    places: Places,
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
        self.places.reserve(rows);
    }

    pub fn push(&mut self, index: u32) {
        self.places.push(index);
    }

    pub fn set(&mut self, row: usize, index: u32) {
        self.places.set(row, index);
    }

    /// The number of the value in a row.
    pub fn index(&self, row: usize) -> usize {
        self.places.get(row).unwrap_or(usize::MAX)
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
        self.places.write(rows, into);
    }

    pub fn read(&mut self, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        self.places.read(count, from)
    }
}
