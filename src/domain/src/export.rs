//! The list as a file: CSV for spreadsheets and programs, JSON for programs.
//!
//! A file means the same wherever it is opened. Amounts are whole bytes, times RFC 3339 in UTC, and what is one of a few
//! values is the API's code, so that nothing depends on the language of the one who wrote it or of the one who reads it.
//! Only headings are words, which the caller gives.
//!
//! Identifiers are plain digits. A spreadsheet that opens a CSV file by itself takes long ones for numbers, shows
//! `8.94E+18` and loses all digits behind the fifteenth when it saves. Whatever keeps it from that (`="8944…"`, an
//! apostrophe, a tab) changes the value for every program that reads the file, and the first would be the very formula
//! that must not stand in it. So the file is right, and the dialog says how to open it.

mod csv;
mod json;
mod value;

pub use csv::{MARK, Separator, safe_text, text_line};

use crate::account::AccountTree;
use crate::estate::Estate;
use crate::estate::order::Column;

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets tell it from older encodings.
    Csv(Separator),
    /// An array of objects whose names are those of the API.
    Json,
}

/// Writes a file piece by piece, so that the page can breathe between them: [`Self::start`], [`Self::rows`] as often as
/// there are rows, [`Self::end`].
#[derive(Clone, Debug)]
pub struct Export {
    format: Format,
    columns: Vec<Column>,
    empty: bool,
}

impl Export {
    pub fn new(format: Format, columns: Vec<Column>) -> Self {
        Self { format, columns, empty: true }
    }

    /// How the file begins, with a heading for each column.
    pub fn start(&self, heading: impl Fn(Column) -> String) -> String {
        match self.format {
            Format::Csv(separator) => {
                let headings = self.columns.iter().map(|&column| heading(column));
                let mut text = String::from(MARK);
                csv::line(&mut text, separator, headings, |text, heading| csv::text(text, &heading));
                text
            }
            Format::Json => "[".to_owned(),
        }
    }

    /// Some more rows.
    pub fn rows(&mut self, estate: &Estate, accounts: &AccountTree, rows: &[u32]) -> String {
        let mut text = String::new();
        for &row in rows {
            match self.format {
                Format::Csv(separator) => {
                    let values =
                        self.columns.iter().map(|&column| value::value(estate, accounts, column, row));
                    csv::line(&mut text, separator, values, |text, value| csv::value(text, &value));
                }
                Format::Json => {
                    text.push_str(if self.empty { "\n" } else { ",\n" });
                    json::object(&mut text, &self.columns, estate, accounts, row);
                }
            }
            self.empty = false;
        }
        text
    }

    /// How the file ends.
    pub fn end(&self) -> &'static str {
        match self.format {
            Format::Csv(_) => "",
            Format::Json if self.empty => "]\n",
            Format::Json => "\n]\n",
        }
    }
}

#[cfg(test)]
mod tests;
