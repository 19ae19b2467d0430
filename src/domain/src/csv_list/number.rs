//! One cell as an identifier.

use super::Identifier;

/// Why a cell is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// The cell is empty, or the line has no such cell.
    Missing,
    NotDigits,
    /// `8.94E+18`: a spreadsheet has thrown digits away, and nobody can tell which.
    Scientific,
    /// There are this many digits.
    WrongLength(usize),
}

/// Digits as a number that knows how many it has: leading zeros count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    length: usize,
    value: u128,
}

/// Longer ones are not kept; no identifier is.
const LONGEST: usize = 24;
/// A one with as many zeros as half of the longest has digits.
const HALF: u128 = 10u128.pow(LONGEST as u32 / 2);
/// Bits that hold any number of so many digits.
const BITS: usize = 80;

impl Number {
    /// Of text that is nothing but digits.
    pub fn of_digits(text: &str) -> Option<Self> {
        let digits = || text.bytes().all(|byte| byte.is_ascii_digit());
        let value = (!text.is_empty() && text.len() <= LONGEST && digits()).then(|| text.parse().ok())?;
        Some(Self { length: text.len(), value: value? })
    }

    pub fn len(self) -> usize {
        self.length
    }

    /// The number and its length in one, in as few bits as leave room for a row.
    pub fn packed(self) -> u128 {
        ((self.length as u128) << BITS) | self.value
    }

    /// Its first digits.
    pub fn first(self, length: usize) -> Self {
        let dropped = self.length.saturating_sub(length);
        Self { length: self.length - dropped, value: self.value / power_of_ten(dropped) }
    }

    /// Its last digit.
    pub fn last_digit(self) -> u128 {
        self.value % 10
    }

    /// The number with its check digit behind it (ITU-T E.118 and 3GPP TS 23.003 annex B: Luhn).
    pub fn with_check_digit(self) -> Self {
        // In two halves, because 128 bits are slow to divide.
        let halves = [self.value % HALF, self.value / HALF].map(|half| half as u64);
        let mut sum = 0;
        for (at, mut half) in halves.into_iter().enumerate() {
            for place in 0..self.length.saturating_sub(at * LONGEST / 2).min(LONGEST / 2) {
                let digit = half % 10;
                half /= 10;
                sum += if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit };
            }
        }
        Self { length: self.length + 1, value: self.value * 10 + u128::from((10 - sum % 10) % 10) }
    }
}

fn power_of_ten(exponent: usize) -> u128 {
    10u128.pow(u32::try_from(exponent.min(LONGEST)).unwrap_or(0))
}

/// Reads a cell.
pub fn read(identifier: Identifier, cell: &str) -> Result<Number, Malformed> {
    let mut text = unwrapped(cell);
    if text.is_empty() {
        return Err(Malformed::Missing);
    }
    if is_scientific(text) {
        return Err(Malformed::Scientific);
    }
    match identifier {
        // Nineteen digits fill nine and a half bytes on the card; the last half byte is F.
        Identifier::Iccid => text = text.strip_suffix(['F', 'f']).unwrap_or(text),
        // Country codes do not begin with 0, so a 00 is what is dialled for the plus sign.
        Identifier::Msisdn => {
            text = text.strip_prefix('+').unwrap_or(text).trim_start();
            text = text.strip_prefix("00").unwrap_or(text);
        }
        Identifier::Imsi | Identifier::Imei => {}
    }
    let number = digits(text)?;
    let lengths = match identifier {
        // ITU-T E.118 has up to 19, and operators give out 20; either without its check digit.
        Identifier::Iccid => 18..=20,
        // ITU-T E.212: up to 15.
        Identifier::Imsi => 6..=15,
        // ITU-T E.164: up to 15.
        Identifier::Msisdn => 5..=15,
        // 3GPP TS 23.003: 14, with a check digit 15, with the software version instead 16.
        Identifier::Imei => 14..=16,
    };
    if lengths.contains(&number.length) { Ok(number) } else { Err(Malformed::WrongLength(number.length)) }
}

/// Takes away what spreadsheets are made to keep digits by, `="8944…"` and a leading apostrophe, and separators that were
/// left at the end of the line.
fn unwrapped(cell: &str) -> &str {
    let cell =
        cell.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';')).trim();
    let formula = cell.strip_prefix('=').map(str::trim_start);
    let formula = formula.and_then(|text| text.strip_prefix('"')?.strip_suffix('"'));
    formula.unwrap_or(cell).trim().trim_start_matches(['\'', '’']).trim()
}

fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let exponent = exponent.trim_start_matches(['+', '-']);
    let is = |text: &str, other: &[char]| {
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || other.contains(&letter))
    };
    is(mantissa, &['.', ',']) && is(exponent, &[]) && exponent.len() <= 3
}

/// Digits with spaces and dashes between them.
fn digits(text: &str) -> Result<Number, Malformed> {
    let (mut length, mut value) = (0, 0u128);
    for letter in text.chars() {
        match letter {
            '0'..='9' => {
                length += 1;
                if length <= LONGEST {
                    value = value * 10 + u128::from(u32::from(letter) - u32::from('0'));
                }
            }
            '-' | '\u{2010}'..='\u{2013}' if length > 0 => {}
            _ if letter.is_whitespace() => {}
            _ => return Err(Malformed::NotDigits),
        }
    }
    if length == 0 { Err(Malformed::NotDigits) } else { Ok(Number { length, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(digits: &str) -> Result<Number, Malformed> {
        Ok(Number::of_digits(digits).expect("digits"))
    }

    #[test]
    fn as_files_have_them() {
        use Identifier::*;
        for (identifier, cell, expected) in [
            (Iccid, "8944000000000000001", number("8944000000000000001")),
            (Iccid, "=\"8944000000000000001\"", number("8944000000000000001")),
            (Iccid, "'8944000000000000001", number("8944000000000000001")),
            (Iccid, "8944000000000000001,", number("8944000000000000001")),
            (Iccid, "8944 0000-0000 0000\u{a0}001F", number("8944000000000000001")),
            (Iccid, "8.944E+18", Err(Malformed::Scientific)),
            (Iccid, "8,94E18", Err(Malformed::Scientific)),
            (Iccid, "8944", Err(Malformed::WrongLength(4))),
            (Iccid, "=8944000000000000001", Err(Malformed::NotDigits)),
            (Iccid, "-8944000000000000001", Err(Malformed::NotDigits)),
            (Iccid, "F", Err(Malformed::NotDigits)),
            (Iccid, "=\"\"", Err(Malformed::Missing)),
            (Msisdn, "+49 151 1234567", number("491511234567")),
            (Msisdn, "0049-151-1234567", number("491511234567")),
            (Imsi, "001010123456789", number("001010123456789")),
            (Imei, "490154203237518", number("490154203237518")),
            (Imei, "４９０１５４２０３２３７５１８", Err(Malformed::NotDigits)),
        ] {
            assert_eq!(read(identifier, cell), expected, "{cell}");
        }
        assert_eq!(read(Iccid, &"8".repeat(1_000_000)), Err(Malformed::WrongLength(1_000_000)));
    }

    #[test]
    fn the_check_digit_of_the_standards_example() {
        // 3GPP TS 23.003 annex B: IMEI 26 0531 79 3113 83 has the check digit 7.
        let imei = Number::of_digits("26053179311383").expect("digits");
        assert_eq!(imei.with_check_digit(), Number::of_digits("260531793113837").expect("digits"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(cell in "\\PC*", which in 0usize..4) {
            let _ = read(Identifier::ALL[which], &cell);
        }

        #[test]
        fn the_check_digit_makes_the_sum_a_multiple_of_ten(digits in "[0-9]{1,20}") {
            let number = Number::of_digits(&digits).expect("digits").with_check_digit();
            let mut all = format!("{digits}{}", number.last_digit()).into_bytes();
            all.reverse();
            let sum: u32 = all.iter().enumerate().map(|(place, digit)| {
                let digit = u32::from(digit - b'0');
                if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
            }).sum();
            prop_assert_eq!(sum % 10, 0);
            prop_assert_eq!(number.first(digits.len()), Number::of_digits(&digits).expect("digits"));
        }
    }
}
