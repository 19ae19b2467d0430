//! CSV as RFC 4180 has it, in which nothing can run as a formula.

use super::value::Value;
use std::borrow::Cow;
use std::fmt::Write as _;

/// What stands between cells. Spreadsheets expect what their language uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    Comma,
    Semicolon,
}

/// Stands before a file in UTF-8, so that spreadsheets do not take it for one in an older encoding.
pub const MARK: char = '\u{feff}';

impl Separator {
    fn letter(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

/// Writes cells with separators between them, and the end of the line.
pub fn line<T>(
    text: &mut String,
    separator: Separator,
    cells: impl Iterator<Item = T>,
    cell: impl Fn(&mut String, T),
) {
    for (at, one) in cells.enumerate() {
        if at > 0 {
            text.push(separator.letter());
        }
        cell(text, one);
    }
    text.push_str("\r\n");
}

/// A line of cells that are all text, made safe.
pub fn text_line<'a>(separator: Separator, cells: impl Iterator<Item = &'a str>) -> String {
    let mut written = String::new();
    line(&mut written, separator, cells, text);
    written
}

/// Writes a cell; nothing for none.
pub fn value(into: &mut String, value: &Value<'_>) {
    // Writing to a string does not fail.
    let _ = match value {
        Value::None => Ok(()),
        Value::Digits(digits) => return text(into, digits),
        Value::Text(words) => return text(into, words),
        Value::List(values) => return text(into, &values.join(", ")),
        Value::Code(code) => into.write_str(code),
        Value::Bytes(bytes) => write!(into, "{bytes}"),
        Value::Flag(flag) => into.write_str(if *flag { "yes" } else { "no" }),
        Value::Time(time) => write!(into, "{time}"),
        Value::Address(address) => write!(into, "{address}"),
    };
}

/// Writes text from outside: made safe, and in quotes where it would otherwise end the cell, with either separator,
/// because not every program takes the one that was written.
pub fn text(into: &mut String, text: &str) {
    let text = safe_text(text);
    let bare = !text.contains([',', ';', '"', '\t', '\r', '\n']) && text.trim().len() == text.len();
    if bare {
        into.push_str(&text);
    } else {
        let _ = write!(into, "\"{}\"", text.replace('"', "\"\""));
    }
}

/// The text with an apostrophe before whatever a spreadsheet would run as a formula (OWASP, "CSV Injection").
///
/// At the start of a cell that is `=`, `+`, `-`, `@`, also in full width, a tab or a line break. A cell also starts,
/// against the rules, behind a separator or line break inside quotes, when a spreadsheet takes the other separator for
/// the file's; so these are guarded as well.
pub fn safe_text(text: &str) -> Cow<'_, str> {
    let mut safe = String::new();
    let mut written = 0;
    let mut starts = true;
    for (at, letter) in text.char_indices() {
        let runs = matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        let at_first = at == 0 && matches!(letter, '\t' | '\r' | '\n');
        if (starts && runs) || at_first {
            safe.push_str(&text[written..at]);
            safe.push('\'');
            written = at;
        }
        starts = match letter {
            ',' | ';' | '\t' | '\r' | '\n' => true,
            // Some spreadsheets trim a cell, some take quotes in it away.
            _ => starts && (letter.is_whitespace() || letter == '"'),
        };
    }
    if written == 0 && safe.is_empty() {
        return text.into();
    }
    safe.push_str(&text[written..]);
    safe.into()
}
