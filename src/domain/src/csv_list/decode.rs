//! Bytes of a file as text.

use std::borrow::Cow;

/// Why the bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    #[error("it is a spreadsheet's own file")]
    Workbook,
    #[error("it is not text")]
    Binary,
}

/// Windows-1252 from 0x80 to 0x9f; above and below it is as Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads bytes as text: UTF-8 or UTF-16 by their byte order mark, UTF-8 if they are that, and Windows-1252 otherwise,
/// which is what spreadsheets write where nothing else was asked for. The identifiers are ASCII in each of them.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
    if bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND) {
        return Err(NotText::Workbook);
    }
    let text: Cow<'_, str> = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes).into(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => bytes.iter().map(|&byte| windows_1252(byte)).collect::<String>().into(),
        },
    };
    if text.chars().any(is_binary) { Err(NotText::Binary) } else { Ok(text) }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// Whether the character stands in no text: control characters other than white space and the end-of-file mark of old.
fn is_binary(letter: char) -> bool {
    letter < ' ' && !matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_spreadsheets_write_it() {
        for (bytes, text) in [
            (&b"\xef\xbb\xbfICCID"[..], "ICCID"),
            (b"\xff\xfeI\0\xfc\0", "Iü"),
            (b"\xfe\xff\0I\0\xfc", "Iü"),
            (b"S\xfcd \x80 \x96", "Süd € –"),
            ("Süd".as_bytes(), "Süd"),
            (b"", ""),
        ] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode(b"PK\x03\x04rest"), Err(NotText::Workbook));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0"), Err(NotText::Binary));
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes: Vec<u8>) {
            let _ = decode(&bytes);
        }
    }
}
