//! Digit strings such as ICCIDs, two digits to a byte.

use crate::bitmap::Bitmap;
use crate::estate::snapshot::BadSnapshot;
use crate::estate::snapshot::bytes::{Reader, Writer};
use memchr::{memchr_iter, memmem};
use std::collections::BTreeMap;
use std::fmt;
use std::iter;
use std::ops::{Deref, Range};

/// Ends a string that is shorter than its cell.
const END: u8 = 0xF;

/// The lowest bit of each half of the bytes of a number.
const EACH_HALF: u128 = u128::MAX / 0xF;

/// A cell as one number, whose first digit stands highest. Behind the cell, no half of a byte is a digit.
fn whole<const BYTES: usize>(cell: &[u8; BYTES]) -> u128 {
    const { assert!(2 * BYTES <= ShortText::MOST, "no text fills the cell") };
    let mut bytes = [END << 4 | END; 16];
    bytes[..BYTES].copy_from_slice(cell);
    u128::from_be_bytes(bytes)
}

/// The lowest bits of a number that no text is long enough for.
const UNUSED: usize = u128::BITS as usize - 4 * ShortText::MOST;

/// Each digit one higher, and 0 in place of [`END`]: so a text sorts before those that go on.
fn after_ends(cell: u128) -> u128 {
    let ends = cell & cell >> 1 & cell >> 2 & cell >> 3 & EACH_HALF;
    (cell & !(ends * u128::from(END))) + (EACH_HALF ^ ends)
}

/// Bytes of a cell that are searched at once, as one number.
const PART: usize = size_of::<u64>();
const EACH_BYTE: u64 = u64::MAX / 0xFF;

/// The first bytes of a cell and the last ones, which may be some of the first; the first of each stands lowest.
fn parts<const BYTES: usize>(cell: &[u8; BYTES]) -> [u64; 2] {
    let part = |from: usize| {
        let mut bytes = [END << 4 | END; PART];
        let len = BYTES.min(PART);
        bytes[..len].copy_from_slice(&cell[from..from + len]);
        u64::from_le_bytes(bytes)
    };
    // What has no last bytes has none of the digits.
    [part(0), if BYTES > PART { part(BYTES - PART) } else { u64::MAX }]
}

/// Digits to be looked for in a part of a cell: what the bytes under them are, when they begin at the first half of a byte
/// and when they begin at the second one.
struct Wanted<Bytes>([Bytes; 2]);

/// Which halves of a byte matter, and what they are; both once for each byte of a part.
#[derive(Clone, Copy, Default)]
struct Halves {
    mask: u64,
    is: u64,
}

impl Halves {
    /// One or two digits, from the first half on.
    fn from_first(digits: &[u8]) -> Self {
        match *digits {
            [first, second] => Self::new(0xFF, first << 4 | second),
            _ => digits.first().map_or_else(Self::default, |first| Self::new(0xF0, first << 4)),
        }
    }

    fn second(digit: u8) -> Self {
        Self::new(0x0F, digit)
    }

    fn new(mask: u8, is: u8) -> Self {
        Self { mask: EACH_BYTE * u64::from(mask), is: EACH_BYTE * u64::from(is) }
    }
}

impl<Bytes: AsRef<[Halves]>> Wanted<Bytes> {
    fn is_in(&self, part: u64) -> bool {
        let [first, second] = self.0.each_ref().map(|bytes| {
            // A byte at which the digits begin is zero.
            let differs = (0..).zip(bytes.as_ref()).fold(0, |differs, (at, byte)| {
                let behind = part >> (8 * at) | !(u64::MAX >> (8 * at));
                differs | (behind & byte.mask ^ byte.is)
            });
            // Only a zero borrows from its own highest bit while that is not set.
            differs.wrapping_sub(EACH_BYTE) & !differs & (EACH_BYTE << 7)
        });
        first | second != 0
    }
}

/// A few characters, on the stack.
#[derive(Clone, Copy)]
pub struct ShortText {
    bytes: [u8; Self::MOST],
    len: u8,
}

impl ShortText {
    /// Longer ones are cut off. The longest number that the standards know, an ICCID, has 22 digits.
    pub const MOST: usize = 24;
    const EMPTY: Self = Self { bytes: [0; Self::MOST], len: 0 };

    fn push(&mut self, byte: u8) {
        if let Some(cell) = self.bytes.get_mut(usize::from(self.len)) {
            *cell = byte;
            self.len += 1;
        }
    }
}

impl From<&str> for ShortText {
    fn from(text: &str) -> Self {
        let ends = text.char_indices().map(|(at, char)| at + char.len_utf8());
        let end = ends.take_while(|&end| end <= Self::MOST).last().unwrap_or(0);
        let mut short = Self::EMPTY;
        text.bytes().take(end).for_each(|byte| short.push(byte));
        short
    }
}

impl Deref for ShortText {
    type Target = str;

    fn deref(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or("")
    }
}

impl fmt::Display for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for ShortText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for ShortText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

/// Digit strings of at most twice `BYTES` digits, side by side in one block, so that a search runs over all rows at once.
/// What is longer, or has other characters, is kept apart.
#[derive(Clone, Debug, Default)]
pub struct DigitColumn<const BYTES: usize> {
    packed: Vec<u8>,
    apart: BTreeMap<u32, ShortText>,
}

impl<const BYTES: usize> DigitColumn<BYTES> {
    /// So many digits stand in one of the parts of a cell, wherever they begin; and the bytes under them are no more than
    /// a part has.
    const WITHIN_PART: usize = if BYTES <= PART { 2 * PART - 1 } else { 4 * PART + 1 - 2 * BYTES };

    pub fn reserve(&mut self, rows: usize) {
        self.packed.reserve_exact(rows * BYTES);
    }

    /// A row with an empty string.
    pub fn push_empty(&mut self) {
        self.packed.extend([END << 4 | END; BYTES]);
    }

    pub fn set(&mut self, row: usize, text: &str) {
        let Some(cell) = self.packed.get_mut(row * BYTES..(row + 1) * BYTES) else { return };
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        match pack::<BYTES>(text) {
            Some(packed) => {
                cell.copy_from_slice(&packed);
                if !self.apart.is_empty() {
                    self.apart.remove(&number);
                }
            }
            None => {
                cell.fill(END << 4 | END);
                self.apart.insert(number, ShortText::from(text));
            }
        }
    }

    pub fn get(&self, row: usize) -> ShortText {
        let cell = self.packed.get(row * BYTES..(row + 1) * BYTES).unwrap_or(&[]);
        if cell.first().is_none_or(|first| first >> 4 == END) {
            let apart = u32::try_from(row).ok().and_then(|row| self.apart.get(&row));
            return apart.copied().unwrap_or(ShortText::EMPTY);
        }
        let mut text = ShortText::EMPTY;
        for digit in cell.iter().flat_map(|byte| [byte >> 4, byte & 0xF]).take_while(|&digit| digit <= 9) {
            text.push(b'0' + digit);
        }
        text
    }

    pub fn is_empty(&self, row: usize) -> bool {
        self.get(row).is_empty()
    }

    /// The rows among some that contain the text, which is not empty.
    pub fn containing(&self, text: &str, among: &Bitmap) -> Bitmap {
        let mut found = match digits(text).filter(|digits| digits.len() <= 2 * BYTES) {
            Some(digits) => self.containing_digits(&digits, among),
            None => Bitmap::none(among.len()),
        };
        for (&row, apart) in &self.apart {
            found.set(row, among.contains(row) && apart.contains(text));
        }
        found
    }

    fn containing_digits(&self, digits: &[u8], among: &Bitmap) -> Bitmap {
        let from_first = Halves::from_first;
        match *digits {
            [one] => self.filtered(among, &Wanted([[from_first(&[one])], [Halves::second(one)]])),
            [one, two] => {
                let aligned = [from_first(&[one, two]), Halves::default()];
                let across = [Halves::second(one), from_first(&[two])];
                self.filtered(among, &Wanted([aligned, across]))
            }
            [one, ref rest @ ..] if digits.len() <= Self::WITHIN_PART && among.is_sparse() => {
                let aligned: Vec<Halves> = digits.chunks(2).map(from_first).collect();
                let across = iter::once(Halves::second(one)).chain(rest.chunks(2).map(from_first)).collect();
                self.filtered(among, &Wanted([aligned, across]))
            }
            _ => {
                let mut found = Bitmap::none(among.len());
                self.mark_aligned(digits, 0, &mut found);
                self.mark_aligned(digits, 1, &mut found);
                found.intersect(among);
                found
            }
        }
    }

    /// The rows among some that contain the digits, of which a part of a cell has enough.
    fn filtered(&self, among: &Bitmap, wanted: &Wanted<impl AsRef<[Halves]>>) -> Bitmap {
        let (cells, _) = self.packed.as_chunks::<BYTES>();
        among.filtered(|row| {
            let [first, last] = parts(&cells[row]);
            wanted.is_in(first) | wanted.is_in(last)
        })
    }

    /// Marks the rows in which three digits or more begin at the first half of a byte, or (`shift` 1) at the second one.
    /// The whole bytes among them are searched for; the halves at both ends are looked at where those are found.
    fn mark_aligned(&self, digits: &[u8], shift: usize, into: &mut Bitmap) {
        let (first, rest) = digits.split_at(shift);
        let whole: Vec<u8> = rest.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        let last = rest.chunks_exact(2).remainder().first().copied();
        let (before, after) = (usize::from(shift == 1), usize::from(last.is_some()));
        let mut check = |at: usize| {
            let within = at % BYTES;
            let fits = within >= before && within + whole.len() + after <= BYTES;
            let begins = first.first().is_none_or(|&digit| at > 0 && self.packed[at - 1] & 0xF == digit);
            let ends = || last.is_none_or(|digit| self.packed[at + whole.len()] >> 4 == digit);
            if fits && begins && ends() {
                into.insert(u32::try_from(at / BYTES).unwrap_or(u32::MAX));
            }
        };
        if let [byte] = whole[..] {
            memchr_iter(byte, &self.packed).for_each(check);
            return;
        }
        // Not the finder's own iterator, which skips what overlaps: the first find may be one across two rows.
        let finder = memmem::Finder::new(&whole);
        let mut from = 0;
        while let Some(found) = finder.find(&self.packed[from..]) {
            check(from + found);
            from += found + 1;
        }
    }

    /// A number that sorts as the text does, as long as that is digits; any other character sorts behind them.
    pub fn sort_key(&self, row: usize) -> u128 {
        let (cells, _) = self.packed.as_chunks::<BYTES>();
        match cells.get(row) {
            Some(cell) if cell[0] >> 4 != END => after_ends(whole(cell)) >> UNUSED,
            _ => {
                let text = self.get(row);
                let half = |byte: u8| if byte.is_ascii_digit() { byte - b'0' + 1 } else { END };
                let halves = text.bytes().map(half).chain(iter::repeat(0));
                halves.take(ShortText::MOST).fold(0, |key, half| key << 4 | u128::from(half))
            }
        }
    }

    pub fn write(&self, rows: Range<usize>, into: &mut Writer) {
        into.slice(&self.packed[rows.start * BYTES..rows.end * BYTES]);
        let number = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
        let apart: Vec<_> = self.apart.range(number(rows.start)..number(rows.end)).collect();
        into.size(apart.len());
        for (row, text) in apart {
            into.u32(row - number(rows.start));
            into.text(text);
        }
    }

    pub fn read(&mut self, count: usize, from: &mut Reader<'_>) -> Result<(), BadSnapshot> {
        let start = self.packed.len() / BYTES;
        self.packed.extend_from_slice(from.bytes(count * BYTES)?);
        for _ in 0..from.size()? {
            let row = from.size()?;
            let text = from.text()?;
            if row >= count {
                return Err(BadSnapshot);
            }
            self.set(start + row, text);
        }
        Ok(())
    }
}

/// The digits of a text that has nothing else.
fn digits(text: &str) -> Option<Vec<u8>> {
    text.bytes().map(|byte| byte.is_ascii_digit().then(|| byte - b'0')).collect()
}

fn pack<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    let bytes = text.as_bytes();
    if bytes.len() > 2 * BYTES || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let digit = |at: usize| bytes.get(at).map_or(END, |byte| byte - b'0');
    Some(std::array::from_fn(|at| digit(2 * at) << 4 | digit(2 * at + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn column<const BYTES: usize>(texts: &[String]) -> DigitColumn<BYTES> {
        let mut column = DigitColumn::default();
        for (row, text) in texts.iter().enumerate() {
            column.push_empty();
            column.set(row, text);
        }
        column
    }

    /// Among all rows, and among every so many.
    fn finds_what_contains<const BYTES: usize>(
        texts: &[String],
        text: &str,
        every: usize,
    ) -> Result<(), TestCaseError> {
        let column = column::<BYTES>(texts);
        for every in [1, every] {
            let among = Bitmap::from_fn(texts.len(), |row| row.is_multiple_of(every));
            let expected =
                Bitmap::from_fn(texts.len(), |row| row.is_multiple_of(every) && texts[row].contains(text));
            prop_assert_eq!(column.containing(text, &among), expected);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn gives_back_what_was_set(texts in proptest::collection::vec("[0-9]{0,10}|[0-9aF]{0,9}", 0..8), row in 0usize..8, text in "[0-9x]{0,9}") {
            let mut column = column::<4>(&texts);
            let mut plain = texts;
            if row < plain.len() {
                column.set(row, &text);
                plain[row] = text;
            }
            for (row, text) in plain.iter().enumerate() {
                prop_assert_eq!(&*column.get(row), text.as_str());
                prop_assert_eq!(column.is_empty(row), text.is_empty());
            }
        }

        #[test]
        fn finds_what_contains_a_text(
            texts in proptest::collection::vec("[01]{0,21}|[01x]{0,9}", 0..40), text in "[01]{1,21}|[01x]{1,3}", every in 1usize..20,
        ) {
            finds_what_contains::<4>(&texts, &text, every)?;
            finds_what_contains::<8>(&texts, &text, every)?;
            finds_what_contains::<10>(&texts, &text, every)?;
        }

        #[test]
        fn digits_sort_as_text(a in "[0-9]{0,10}", b in "[0-9]{0,10}") {
            let column = column::<4>(&[a.clone(), b.clone()]);
            prop_assert_eq!(column.sort_key(0).cmp(&column.sort_key(1)), a.cmp(&b));
        }
    }
}
