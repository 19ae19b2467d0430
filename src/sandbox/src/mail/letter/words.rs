//! Amounts, counts and times as the languages write them.

use super::Language;
use domain::amount;
use domain::cap::Threshold;
use domain::period::Period;
use domain::time::Timestamp;
use std::ops::Range;

/// Between a number and its unit: they stay on one line.
pub(super) const NO_BREAK: char = '\u{a0}';

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

impl Language {
    /// An amount of data with three digits that count, as the dashboard shows it.
    pub(super) fn amount(self, bytes: u64) -> String {
        let (number, unit) = amount::split(bytes);
        let decimals = match number {
            100.0.. => 0,
            10.0.. => 1,
            _ => 2,
        };
        let mut number = format!("{number:.decimals$}");
        if decimals > 0 {
            number.truncate(number.trim_end_matches('0').trim_end_matches('.').len());
        }
        format!("{}{NO_BREAK}{unit}", self.decimal(&number))
    }

    fn decimal(self, number: &str) -> String {
        match self {
            Self::English => number.to_owned(),
            Self::German => number.replace('.', ","),
        }
    }

    /// A count, with its thousands apart.
    pub(super) fn count(self, count: usize) -> String {
        let digits = count.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(match self {
                    Self::English => ',',
                    Self::German => '.',
                });
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A day.
    fn date(self, at: Timestamp) -> String {
        // In RFC 3339 the parts stand where they always stand.
        let text = at.to_string();
        let part =
            |range: Range<usize>| text.get(range).and_then(|digits| digits.parse().ok()).unwrap_or(1_usize);
        let (year, month, day) = (part(0..4), part(5..7), part(8..10));
        match self {
            Self::English => format!("{day} {} {year}", ENGLISH_MONTHS[(month + 11) % 12]),
            Self::German => format!("{day}. {} {year}", GERMAN_MONTHS[(month + 11) % 12]),
        }
    }

    /// A point in time.
    pub(super) fn moment(self, at: Timestamp) -> String {
        let text = at.to_string();
        let clock = text.get(11..16).unwrap_or_default();
        match self {
            Self::English => format!("{}, {clock} (UTC)", self.date(at)),
            Self::German => format!("{}, {clock} Uhr (UTC)", self.date(at)),
        }
    }

    /// The last day of the period that a point in time lies in.
    pub(super) fn last_day(self, at: Timestamp) -> String {
        let last = Period::of(at).days().last().unwrap_or_default();
        format!("{} (UTC)", self.date(Timestamp::of_day(last)))
    }

    /// What one of the two levels is called.
    pub(super) fn level(self, threshold: Threshold) -> &'static str {
        match (self, threshold) {
            (Self::English, Threshold::Alert) => "Alert level",
            (Self::English, Threshold::Cap) => "Data cap",
            (Self::German, Threshold::Alert) => "Datenwarnstufe",
            (Self::German, Threshold::Cap) => "Datenobergrenze",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::amount::{GB, MB};

    #[test]
    fn as_the_languages_write_it() {
        let both = |write: &dyn Fn(Language) -> String| [write(Language::English), write(Language::German)];
        assert_eq!(both(&|it| it.amount(1_500 * MB)), ["1.5\u{a0}GB", "1,5\u{a0}GB"]);
        assert_eq!(both(&|it| it.amount(500 * MB)), ["500\u{a0}MB", "500\u{a0}MB"]);
        assert_eq!(both(&|it| it.amount(12_340 * MB + GB / 10)), ["12.4\u{a0}GB", "12,4\u{a0}GB"]);
        assert_eq!(both(&|it| it.amount(0)), ["0\u{a0}MB", "0\u{a0}MB"]);
        assert_eq!(both(&|it| it.count(1_234_567)), ["1,234,567", "1.234.567"]);
        assert_eq!(both(&|it| it.count(123)), ["123", "123"]);
        let at = "2026-03-07T09:05:00Z".parse().unwrap();
        assert_eq!(both(&|it| it.moment(at)), ["7 March 2026, 09:05 (UTC)", "7. März 2026, 09:05 Uhr (UTC)"]);
        assert_eq!(both(&|it| it.last_day(at)), ["31 March 2026 (UTC)", "31. März 2026 (UTC)"]);
    }
}
