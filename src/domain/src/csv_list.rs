//! A CSV list as a filter: the SIMs whose ICCID, IMSI, MSISDN or IMEI stand in a file or were pasted.
//!
//! Lists come out of spreadsheets, e-mails and other portals, so reading them is forgiving about form and strict about
//! digits: whatever separators, quotes and line ends there are, each line is in the end exactly one of matched, unknown,
//! malformed and duplicate, and the last three are told with their line.
//!
//! [`decode`] makes text of a file, [`read`] makes a [`List`] of text, and [`List::find`] looks its lines up.

mod decode;
mod lookup;
mod number;
mod records;
mod report;

pub use decode::{NotText, decode};
pub use number::Malformed;
pub use report::{Fault, Problem, Report};

use crate::filter::TextField;
use number::Number;
use records::Records;
use std::borrow::Cow;

/// Most lines in a list: as many SIMs as a bulk operation can name one by one.
pub const MOST_LINES: usize = 100_000;
/// Largest file that is read, in bytes: room for the longest list with a dozen other columns.
pub const MOST_BYTES: usize = 32 << 20;

/// By what a list names SIMs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Identifier {
    Iccid,
    Imsi,
    Msisdn,
    Imei,
}

impl Identifier {
    pub const ALL: [Self; 4] = [Self::Iccid, Self::Imsi, Self::Msisdn, Self::Imei];

    /// The field of a SIM that holds it.
    pub fn field(self) -> TextField {
        match self {
            Self::Iccid => TextField::Iccid,
            Self::Imsi => TextField::Imsi,
            Self::Msisdn => TextField::Msisdn,
            Self::Imei => TextField::Imei,
        }
    }

    fn from_heading(cell: &str) -> Option<Self> {
        let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\'');
        Self::ALL.into_iter().find(|identifier| identifier.field().code().eq_ignore_ascii_case(cell))
    }
}

/// Why a text as a whole is no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("there is nothing in it")]
    Empty,
    #[error("there is only a heading in it")]
    OnlyHeading,
    #[error("no heading names an identifier, and none was chosen")]
    NoHeading,
    #[error("it is a web page")]
    WebPage,
    #[error("{0} lines are too many")]
    TooManyLines(usize),
}

/// The lines of a list, each with its number as far as it is one.
#[derive(Clone, Debug)]
pub struct List<'t> {
    pub identifier: Identifier,
    /// A heading said which identifier it is, whatever was chosen.
    pub by_heading: bool,
    lines: Vec<Line<'t>>,
}

#[derive(Clone, Debug)]
struct Line<'t> {
    /// Counted as editors do, from 1.
    place: usize,
    text: Cow<'t, str>,
    number: Result<Number, Malformed>,
}

impl<'t> Line<'t> {
    fn new(identifier: Identifier, place: usize, text: Cow<'t, str>) -> Self {
        Self { place, number: number::read(identifier, &text), text: shortened(text) }
    }
}

/// Reads a list. A heading decides which identifier it is and in which column it stands; of several headings the one
/// for the chosen identifier, or else the first. Without a heading the chosen identifier stands in the first column.
pub fn read(text: &str, chosen: Option<Identifier>) -> Result<List<'_>, Refusal> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('<') {
        return Err(Refusal::WebPage);
    }
    let mut records = Records::new(text);
    let first = records.next_with(MOST_LINES + 1).ok_or(Refusal::Empty)?;
    let headings: Vec<(usize, Identifier)> = first
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, Identifier::from_heading(cell)?)))
        .collect();
    let wished = headings.iter().find(|(_, identifier)| Some(*identifier) == chosen);
    let heading = wished.or_else(|| headings.first()).copied();
    let (column, identifier) = heading.or(chosen.map(|chosen| (0, chosen))).ok_or(Refusal::NoHeading)?;

    let mut lines = Vec::new();
    let mut count = 0;
    let mut rest = std::iter::from_fn(|| records.next_with(column + 1)).peekable();
    if heading.is_none() {
        // Pasted side by side: each cell counts, since taking only the first would lose the others unseen.
        let alone = rest.peek().is_none();
        let cells = first.cells.into_iter().take(if alone { usize::MAX } else { 1 });
        lines.extend(
            cells
                .filter(|cell| !alone || !cell.is_empty())
                .map(|cell| Line::new(identifier, first.place, cell)),
        );
        count = lines.len();
    }
    for mut record in rest {
        count += 1;
        if count <= MOST_LINES {
            let cell = if column < record.cells.len() { record.cells.swap_remove(column) } else { "".into() };
            lines.push(Line::new(identifier, record.place, cell));
        }
    }
    match count {
        0 => Err(Refusal::OnlyHeading),
        1..=MOST_LINES => Ok(List { identifier, by_heading: heading.is_some(), lines }),
        _ => Err(Refusal::TooManyLines(count)),
    }
}

/// A text as it is shown: what is longer than any identifier is cut, so that a whole file between two quotes is not
/// carried along.
fn shortened(text: Cow<'_, str>) -> Cow<'_, str> {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
