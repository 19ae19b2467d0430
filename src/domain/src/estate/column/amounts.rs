//! Amounts that repeat.

use super::places::Places;
use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use std::collections::HashMap;
use std::ops::Range;

/// Amounts of which few are different, such as caps: each kept once, or none.
#[derive(Clone, Debug, Default)]
pub struct Amounts {
    values: Vec<u64>,
    /// One more than the place of the value; 0 for none.
    places: Places,
    known: HashMap<u64, u32>,
}

impl Amounts {
    pub fn reserve(&mut self, rows: usize) {
        self.places.reserve(rows);
    }

    /// A row with no amount.
    pub fn push_none(&mut self) {
        self.places.push(0);
    }

    pub fn set(&mut self, row: usize, amount: Option<u64>) {
        let place = amount.map_or(0, |amount| self.intern(amount));
        self.places.set(row, place);
    }

    fn intern(&mut self, amount: u64) -> u32 {
        *self.known.entry(amount).or_insert_with(|| {
            self.values.push(amount);
            u32::try_from(self.values.len()).unwrap_or(0)
        })
    }

    pub fn get(&self, row: usize) -> Option<u64> {
        self.values.get(self.places.get(row)?.checked_sub(1)?).copied()
    }

    pub fn write_values(&self, into: &mut Writer) {
        into.size(self.values.len());
        into.u64s(self.values.iter().copied());
    }

    pub fn read_values(&mut self, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        let count = from.size()?;
        for amount in from.u64s(count)? {
            self.intern(amount);
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
