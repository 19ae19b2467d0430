//! Periods: usage, caps and alerts count by calendar months in UTC (PRODUCT.md §4).

mod day;

pub use day::Day;

use crate::time::{DAY, Timestamp};
use jiff::civil::Date;
use jiff::tz::Offset;
use std::ops::Range;

/// A calendar month, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(u32);

impl Period {
    /// The one that a point in time lies in.
    pub fn of(time: Timestamp) -> Self {
        let date = Offset::UTC
            .to_datetime(jiff::Timestamp::from_second(i64::from(time.unix())).unwrap_or_default())
            .date();
        let months = (i32::from(date.year()) - 1970) * 12 + i32::from(date.month()) - 1;
        Self(u32::try_from(months).unwrap_or(0))
    }

    /// Months since January 1970: what it is kept as.
    pub fn index(self) -> u32 {
        self.0
    }

    /// The one with an index.
    pub fn from_index(index: u32) -> Self {
        Self(index)
    }

    /// The month before.
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The month after.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Its first second.
    pub fn start(self) -> Timestamp {
        let year = i16::try_from(1970 + self.0 / 12).unwrap_or(i16::MAX);
        let month = i8::try_from(self.0 % 12 + 1).unwrap_or(1);
        let start = Date::new(year, month, 1)
            .ok()
            .and_then(|date| Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok());
        Timestamp::from_unix(start.map_or(i64::MAX, jiff::Timestamp::as_second))
    }

    /// The first second that is no longer in it.
    pub fn end(self) -> Timestamp {
        self.next().start()
    }

    /// Its days, as [`Timestamp::day`] counts them.
    pub fn days(self) -> Range<u32> {
        self.start().day()..self.end().day()
    }
}

impl Timestamp {
    /// Whole days since 1970-01-01, in UTC.
    pub fn day(self) -> u32 {
        self.unix() / u32::try_from(DAY).unwrap_or(u32::MAX)
    }

    /// The first second of a day.
    pub fn of_day(day: u32) -> Self {
        Self::from_unix(i64::from(day) * i64::try_from(DAY).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_period_is_a_calendar_month() {
        let period = Period::of("2026-11-22T10:00:00Z".parse().unwrap());
        assert_eq!(period.start().to_string(), "2026-11-01T00:00:00Z");
        assert_eq!(period.end().to_string(), "2026-12-01T00:00:00Z");
        assert_eq!(period.days().len(), 30);
        assert_eq!(period.previous().end(), period.start());
        assert_eq!(Timestamp::of_day(period.days().start), period.start());
    }

    proptest! {
        #[test]
        fn every_moment_lies_in_its_period(seconds in 0u32..=4_102_444_799) {
            let time = Timestamp::from_unix(i64::from(seconds));
            let period = Period::of(time);
            prop_assert!(period.start() <= time && time < period.end());
            prop_assert!(period.days().contains(&time.day()));
            prop_assert_eq!(Period::of(period.end()), period.next());
        }
    }
}
