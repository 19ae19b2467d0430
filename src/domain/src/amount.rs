//! Amounts of data as people type them: `500 MB`, `1.5 GB`, `1,5 GB`, `500` (MB). 1 MB is 1,000,000 bytes.

/// Bytes in a megabyte (SI).
pub const MB: u64 = 1_000_000;
/// Bytes in a gigabyte (SI).
pub const GB: u64 = 1_000 * MB;

/// Units an amount may be typed in, with their size in bytes.
pub const UNITS: [(&str, u64); 5] = [("B", 1), ("KB", 1_000), ("MB", MB), ("GB", GB), ("TB", 1_000 * GB)];

/// Why a typed amount is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("not a number with an optional unit")]
    NotAnAmount,
    #[error("an amount cannot be negative")]
    Negative,
    #[error("the amount is too large")]
    TooLarge,
}

/// Reads a typed amount; empty and 0 are `None`, which means "no cap".
///
/// A number without a unit is megabytes. Both `.` and `,` separate decimals; a sign that stands more than once, or with
/// the other one after it, groups thousands (`1.000,5 MB`, `1,000.5 MB`). A single sign always separates decimals:
/// `1,500 GB` is one and a half. Spaces, also narrow ones, are ignored.
pub fn parse(text: &str) -> Result<Option<u64>, AmountError> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if compact.is_empty() {
        return Ok(None);
    }
    if compact.starts_with(['-', '−']) {
        return Err(AmountError::Negative);
    }
    let unit_at = compact.find(|c: char| c.is_alphabetic()).unwrap_or(compact.len());
    let (number, unit) = compact.split_at(unit_at);
    let unit = if unit.is_empty() { "MB".to_owned() } else { unit.to_uppercase() };
    let (_, unit) = UNITS.into_iter().find(|(name, _)| *name == unit).ok_or(AmountError::NotAnAmount)?;
    let bytes = scale(number, unit)?;
    Ok((bytes > 0).then_some(bytes))
}

/// `number × unit` without a detour through floating point, rounded down to a whole byte.
fn scale(number: &str, unit: u64) -> Result<u64, AmountError> {
    let decimal_at = decimal_sign(number);
    let (whole, fraction) = match decimal_at {
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || (decimal_at.is_some() && fraction.is_empty()) {
        return Err(AmountError::NotAnAmount);
    }
    let whole = ungroup(whole)?;
    let whole: u128 = match whole.trim_start_matches('0') {
        "" => 0,
        digits if digits.len() > 30 => return Err(AmountError::TooLarge),
        digits => digits.parse().map_err(|_| AmountError::NotAnAmount)?,
    };
    let kept = &fraction[..fraction.len().min(15)];
    let numerator: u128 =
        if kept.is_empty() { 0 } else { kept.parse().map_err(|_| AmountError::NotAnAmount)? };
    let denominator = 10u128.pow(u32::try_from(kept.len()).unwrap_or(0));
    whole
        .checked_mul(u128::from(unit))
        .map(|bytes| bytes + numerator * u128::from(unit) / denominator)
        .and_then(|bytes| u64::try_from(bytes).ok())
        .ok_or(AmountError::TooLarge)
}

/// Where the decimal sign stands, if there is one.
fn decimal_sign(number: &str) -> Option<usize> {
    let last = number.rfind(['.', ','])?;
    let sign = number.as_bytes()[last];
    let same = number.bytes().filter(|&b| b == sign).count();
    (same == 1).then_some(last)
}

/// The digits of a whole number, after checking that its group signs are one kind and stand every three digits.
fn ungroup(whole: &str) -> Result<String, AmountError> {
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let one_kind = !(whole.contains('.') && whole.contains(','));
    let well_grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
    if groups.iter().all(digits)
        && one_kind
        && well_grouped
        && groups[0].len() <= if groups.len() > 1 { 3 } else { 40 }
    {
        Ok(groups.concat())
    } else if groups.iter().all(digits) && groups.len() == 1 {
        Err(AmountError::TooLarge)
    } else {
        Err(AmountError::NotAnAmount)
    }
}

/// An amount split for display: the number and the unit that keeps it readable.
///
/// The unit is the largest one that leaves a number of at least 1.
pub fn split(bytes: u64) -> (f64, &'static str) {
    let (name, size) = UNITS.into_iter().rev().find(|(_, size)| bytes >= *size).unwrap_or(UNITS[2]);
    #[expect(clippy::cast_precision_loss, reason = "for display")]
    (bytes as f64 / size as f64, name)
}

/// An amount that reads back as itself: the largest unit that divides it, for input boxes and the text form of filters.
pub fn exact(bytes: u64) -> String {
    let largest = UNITS
        .into_iter()
        .rev()
        .find(|(_, size)| bytes > 0 && bytes.is_multiple_of((size / 1_000).max(1)) && bytes >= *size);
    let (name, size) = largest.unwrap_or(UNITS[0]);
    let (whole, rest) = (bytes / size, bytes % size);
    if rest == 0 {
        return format!("{whole} {name}");
    }
    let digits = format!("{:03}", rest / (size / 1_000));
    format!("{whole}.{} {name}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_people_type_it() {
        for (text, bytes) in [
            ("500 MB", 500 * MB),
            ("500mb", 500 * MB),
            ("1.5 GB", 1_500 * MB),
            ("1,5 GB", 1_500 * MB),
            ("500", 500 * MB),
            ("0,5", MB / 2),
            ("1.000,5 MB", 1_000 * MB + MB / 2),
            ("1,000.5 MB", 1_000 * MB + MB / 2),
            ("1 000 MB", 1_000 * MB),
            ("1,500 GB", 1_500 * MB),
            ("1.000.000 kB", GB),
            ("2 TB", 2_000 * GB),
        ] {
            assert_eq!(parse(text), Ok(Some(bytes)), "{text}");
        }
    }

    #[test]
    fn nothing_and_zero_are_no_cap() {
        for text in ["", "  ", "0", "0 MB", "0,00 GB"] {
            assert_eq!(parse(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        use AmountError::*;
        for (text, error) in [
            ("abc", NotAnAmount),
            ("-5", Negative),
            ("−5 MB", Negative),
            ("1e999", NotAnAmount),
            ("5 PB", NotAnAmount),
            ("5.", NotAnAmount),
            (".5", NotAnAmount),
            ("1..5", NotAnAmount),
            ("1.00.000", NotAnAmount),
            ("MB", NotAnAmount),
            ("99999999999999999999 TB", TooLarge),
            ("99999999999999999999999999999999999999999999999999", TooLarge),
            ("５", NotAnAmount),
        ] {
            assert_eq!(parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn shows_a_readable_unit() {
        assert_eq!(split(0), (0.0, "MB"));
        assert_eq!(split(1_500 * MB), (1.5, "GB"));
        assert_eq!(split(999), (999.0, "B"));
    }

    proptest! {
        #[test]
        fn an_exact_amount_reads_back(bytes in 1u64..u64::MAX / 2) {
            prop_assert_eq!(parse(&exact(bytes)), Ok(Some(bytes)));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = parse(&text);
        }

        #[test]
        fn a_million_megabytes_in_either_language(whole in 0u64..1_000_000, tenths in 1u64..10) {
            prop_assert_eq!(parse(&format!("{whole}.{tenths} MB")), parse(&format!("{whole},{tenths}MB")));
        }
    }
}
