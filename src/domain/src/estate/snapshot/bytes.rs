//! Numbers and texts as bytes, lowest byte first.

use super::BadSnapshot;
use crate::bitmap::Bitmap;
use std::ops::Range;

/// Writes one after the other.
#[derive(Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    pub fn finish(self) -> Vec<u8> {
        self.0
    }

    pub fn u32(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    /// How many of something follow.
    pub fn size(&mut self, size: usize) {
        self.u32(u32::try_from(size).unwrap_or(u32::MAX));
    }

    pub fn bytes(&mut self, bytes: impl Iterator<Item = u8>) {
        self.0.extend(bytes);
    }

    pub fn slice(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub fn u32s(&mut self, numbers: impl Iterator<Item = u32>) {
        self.0.reserve(4 * numbers.size_hint().0);
        numbers.for_each(|number| self.u32(number));
    }

    pub fn u64s(&mut self, numbers: impl Iterator<Item = u64>) {
        self.0.reserve(8 * numbers.size_hint().0);
        numbers.for_each(|number| self.0.extend(number.to_le_bytes()));
    }

    pub fn text(&mut self, text: &str) {
        self.size(text.len());
        self.slice(text.as_bytes());
    }

    /// One byte for each row.
    pub fn bits(&mut self, bits: &Bitmap, rows: Range<usize>) {
        self.bytes(rows.map(|row| u8::from(u32::try_from(row).is_ok_and(|row| bits.contains(row)))));
    }
}

/// Reads what a [`Writer`] has written.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Nothing is left.
    pub fn end(&self) -> Result<(), BadSnapshot> {
        if self.0.is_empty() { Ok(()) } else { Err(BadSnapshot) }
    }

    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], BadSnapshot> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or(BadSnapshot)?;
        self.0 = rest;
        Ok(bytes)
    }

    pub fn u32(&mut self) -> Result<u32, BadSnapshot> {
        self.u32s(1)?.next().ok_or(BadSnapshot)
    }

    pub fn size(&mut self) -> Result<usize, BadSnapshot> {
        usize::try_from(self.u32()?).map_err(|_| BadSnapshot)
    }

    pub fn u32s(&mut self, count: usize) -> Result<impl Iterator<Item = u32> + use<'a>, BadSnapshot> {
        let bytes = self.bytes(count.checked_mul(4).ok_or(BadSnapshot)?)?;
        Ok(bytes.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)))
    }

    pub fn u64s(&mut self, count: usize) -> Result<impl Iterator<Item = u64> + use<'a>, BadSnapshot> {
        let bytes = self.bytes(count.checked_mul(8).ok_or(BadSnapshot)?)?;
        Ok(bytes.as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes)))
    }

    pub fn text(&mut self) -> Result<&'a str, BadSnapshot> {
        let size = self.size()?;
        std::str::from_utf8(self.bytes(size)?).map_err(|_| BadSnapshot)
    }

    /// Sets the rows from `start` on.
    pub fn bits(&mut self, bits: &mut Bitmap, start: usize, count: usize) -> Result<(), BadSnapshot> {
        for (row, &bit) in (start..).zip(self.bytes(count)?) {
            if bit != 0 {
                bits.insert(u32::try_from(row).map_err(|_| BadSnapshot)?);
            }
        }
        Ok(())
    }
}
