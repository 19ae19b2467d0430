//! Lines and cells, as RFC 4180 has them and as files really are.

use std::borrow::Cow;

/// What separates cells: one of these in a whole text.
const SEPARATORS: &[u8] = b"\t;,";

/// What stands in one line, or in several when a quoted cell has line breaks in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'t> {
    /// The line it begins in, from 1.
    pub place: usize,
    /// Without quotes and surrounding spaces.
    pub cells: Vec<Cow<'t, str>>,
}

/// Reads a text record by record. Blank ones, also those with nothing but separators, are left out.
pub struct Records<'t> {
    text: &'t str,
    at: usize,
    place: usize,
    separators: &'t [u8],
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str) -> Self {
        let first = text.split(['\r', '\n']).find(|line| !line.trim().is_empty()).unwrap_or("");
        let told = told_separator(first);
        let separators = told.unwrap_or_else(|| likely_separators(first));
        let mut records = Self { text, at: 0, place: 1, separators };
        if told.is_some() {
            records.next_with(0);
        }
        records
    }

    /// The next record with as many of its cells as are of interest: the others may be without number.
    pub fn next_with(&mut self, most: usize) -> Option<Record<'t>> {
        loop {
            let (record, blank) = self.read(most)?;
            if !blank {
                return Some(record);
            }
        }
    }

    /// The record at this place, and whether it is blank.
    fn read(&mut self, most: usize) -> Option<(Record<'t>, bool)> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut record = Record { place: self.place, cells: Vec::new() };
        let mut blank = true;
        loop {
            let cell = self.cell();
            blank &= cell.bytes().all(|byte| SEPARATORS.contains(&byte));
            if record.cells.len() < most {
                record.cells.push(cell);
            }
            let bytes = self.text.as_bytes();
            match bytes.get(self.at) {
                None => return Some((record, blank)),
                Some(b'\r' | b'\n') => {
                    self.at += if bytes[self.at..].starts_with(b"\r\n") { 2 } else { 1 };
                    self.place += 1;
                    return Some((record, blank));
                }
                Some(_) => self.at += 1,
            }
        }
    }

    /// Reads up to the separator or the end of the line.
    fn cell(&mut self) -> Cow<'t, str> {
        let start = self.at;
        let rest = &self.text[start..];
        let spaces = rest.bytes().take_while(|&byte| byte == b' ').count();
        if rest.as_bytes().get(spaces) == Some(&b'"')
            && let Some(cell) = self.quoted(start + spaces + 1)
        {
            return cell;
        }
        let end = rest.bytes().position(|byte| self.ends_cell(byte)).unwrap_or(rest.len());
        self.at = start + end;
        Cow::Borrowed(rest[..end].trim())
    }

    /// Reads a cell behind its opening quote. None, and nothing is read, when it is not closed as it should be: the
    /// quote then counts as any other character, so that a stray one does not swallow the lines that follow.
    fn quoted(&mut self, start: usize) -> Option<Cow<'t, str>> {
        let bytes = self.text.as_bytes();
        let mut at = start;
        let mut doubled = false;
        let close = loop {
            at += memchr::memchr(b'"', bytes.get(at..)?)?;
            if bytes.get(at + 1) != Some(&b'"') {
                break at;
            }
            doubled = true;
            at += 2;
        };
        let spaces = bytes[close + 1..].iter().take_while(|&&byte| byte == b' ').count();
        let end = close + 1 + spaces;
        if bytes.get(end).is_some_and(|&byte| !self.ends_cell(byte)) {
            return None;
        }
        let content = &self.text[start..close];
        self.place += content.matches('\n').count() + content.replace("\r\n", "\n").matches('\r').count();
        self.at = end;
        let content = content.trim();
        Some(if doubled { content.replace("\"\"", "\"").into() } else { content.into() })
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == b'\n' || byte == b'\r' || self.separators.contains(&byte)
    }
}

/// What a first line such as `sep=;` says, by which spreadsheets are told the same.
fn told_separator(first: &str) -> Option<&[u8]> {
    let (sep, separator) = first.trim().split_at_checked(4)?;
    let one = separator.len() == 1 && SEPARATORS.contains(&separator.as_bytes()[0]);
    (one && sep.eq_ignore_ascii_case("sep=")).then_some(separator.as_bytes())
}

/// What stands most often in the first line, outside of quotes. When there is none, lines are not split at all: a comma
/// further down is then rather the decimal sign of a number that a spreadsheet has spoilt.
fn likely_separators(first: &str) -> &'static [u8] {
    let mut counts = [0; SEPARATORS.len()];
    let mut quoted = false;
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if let Some(which) = SEPARATORS.iter().position(|&separator| separator == byte && !quoted) {
            counts[which] += 1;
        }
    }
    // Of equally many the first in the list: tabs stand in no text by accident.
    let most = counts.into_iter().max().unwrap_or(0);
    let which = counts.iter().position(|&count| count == most && count > 0);
    which.map_or(&[], |which| &SEPARATORS[which..=which])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(text: &str) -> Vec<(usize, Vec<String>)> {
        let mut records = Records::new(text);
        let all = std::iter::from_fn(|| records.next_with(9));
        all.map(|record| (record.place, record.cells.into_iter().map(Cow::into_owned).collect())).collect()
    }

    fn cells<const N: usize>(place: usize, cells: [&str; N]) -> (usize, Vec<String>) {
        (place, cells.map(str::to_owned).to_vec())
    }

    #[test]
    fn quotes_line_ends_and_separators() {
        assert_eq!(
            records("a;b\r\n\r\n\"c;\"\"d\"\"\" ; e\r\"f\ng\";h\n i "),
            [cells(1, ["a", "b"]), cells(3, ["c;\"d\"", "e"]), cells(4, ["f\ng", "h"]), cells(6, ["i"])],
        );
        assert_eq!(records("sep=,\na;b,c\n"), [cells(2, ["a;b", "c"])]);
        assert_eq!(records("\n;;\n \t\n"), []);
    }

    #[test]
    fn a_stray_quote_does_not_swallow_what_follows() {
        assert_eq!(records("\"1\n2\n"), [cells(1, ["\"1"]), cells(2, ["2"])]);
        assert_eq!(records("\"1\"x\n2\n"), [cells(1, ["\"1\"x"]), cells(2, ["2"])]);
    }

    proptest! {
        #[test]
        fn what_is_written_as_rfc_4180_has_it_is_read_back(
            rows in proptest::collection::vec(("[a-z]{1,3}", "[a-c\",;\n]{0,4}[a-c]"), 1..8),
        ) {
            let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: String =
                rows.iter().map(|(a, b)| format!("{},{}\r\n", quoted(a), quoted(b))).collect();
            let read: Vec<_> = records(&text).into_iter().map(|(_, cells)| cells).collect();
            let written: Vec<_> = rows.iter().map(|(a, b)| vec![a.clone(), b.trim().to_owned()]).collect();
            prop_assert_eq!(read, written);
        }

        #[test]
        fn places_ascend(text in "[a\" ;,\t\r\n]{0,60}") {
            let places: Vec<usize> = records(&text).into_iter().map(|(place, _)| place).collect();
            prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        }
    }
}
