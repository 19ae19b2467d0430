//! Amounts that repeat.

use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use std::collections::HashMap;
use std::ops::Range;

/// Amounts of which few are different, such as caps: each kept once, or none.
#[derive(Clone, Debug, Default)]
pub struct Amounts {
    values: Vec<u64>,
    /// One more than the place of the value; 0 for none.
    index: Vec<u32>,
    known: HashMap<u64, u32>,
}

impl Amounts {
    pub fn reserve(&mut self, rows: usize) {
        self.index.reserve_exact(rows);
    }

    /// A row with no amount.
    pub fn push_none(&mut self) {
        self.index.push(0);
    }

    pub fn set(&mut self, row: usize, amount: Option<u64>) {
        let index = amount.map_or(0, |amount| self.intern(amount));
        if let Some(cell) = self.index.get_mut(row) {
            *cell = index;
        }
    }

    fn intern(&mut self, amount: u64) -> u32 {
        *self.known.entry(amount).or_insert_with(|| {
            self.values.push(amount);
            u32::try_from(self.values.len()).unwrap_or(0)
        })
    }

    pub fn get(&self, row: usize) -> Option<u64> {
        let index = *self.index.get(row)? as usize;
        self.values.get(index.checked_sub(1)?).copied()
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
        into.u32s(self.index[rows].iter().copied());
    }

    pub fn read(&mut self, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        self.index.extend(from.u32s(count)?);
        Ok(())
    }
}
