//! What the chart of usage shows, from what the API told.

use contract::activity::{PeriodUsage, Usage};
use domain::period::{Day, Period};
use std::ops::Range;

/// A day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfPeriod {
    pub day: Day,
    /// Which one of its period, from 1.
    pub number: u32,
    pub bytes: u64,
    /// What had been used in its period before.
    pub before: u64,
}

/// Every day of a span, also those on which nothing was used.
pub fn days(usage: &Usage, span: Range<u32>) -> Vec<DayOfPeriod> {
    let mut told = usage.days.iter().peekable();
    let mut before = 0;
    let mut days = Vec::new();
    // From the beginning of the period, so that what had been used before is known.
    let first = Period::of(Day(span.start).start()).days().start;
    for day in first..span.end {
        let number = day - Period::of(Day(day).start()).days().start + 1;
        if number == 1 {
            before = 0;
        }
        while told.next_if(|told| told.day.0 < day).is_some() {}
        let bytes = told.next_if(|told| told.day.0 == day).map_or(0, |told| told.bytes);
        if span.contains(&day) {
            days.push(DayOfPeriod { day: Day(day), number, bytes, before });
        }
        before += bytes;
    }
    days
}

/// The days of a period that have begun.
pub fn days_of(usage: &Usage, period: &PeriodUsage) -> Range<u32> {
    period.from.0..period.to.0.min(usage.to.0) + 1
}

/// The last so many days.
pub fn last_days(usage: &Usage, count: u32) -> Range<u32> {
    let end = usage.to.0 + 1;
    end.saturating_sub(count).max(usage.from.0)..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::activity::DayUsage;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn usage() -> Usage {
        let used = |text: &str, bytes| DayUsage { day: day(text), bytes };
        Usage {
            from: day("2026-10-01"),
            to: day("2026-11-03"),
            days: vec![used("2026-10-30", 5), used("2026-10-31", 7), used("2026-11-02", 4)],
            periods: vec![
                PeriodUsage { from: day("2026-10-01"), to: day("2026-10-31"), bytes: 12 },
                PeriodUsage { from: day("2026-11-01"), to: day("2026-11-30"), bytes: 4 },
            ],
        }
    }

    #[test]
    fn what_was_used_before_begins_anew_with_each_period() {
        let days = days(&usage(), last_days(&usage(), 4));
        let told: Vec<_> = days.iter().map(|day| (day.number, day.bytes, day.before)).collect();
        assert_eq!(told, [(31, 7, 5), (1, 0, 0), (2, 4, 0), (3, 0, 4)]);
    }

    #[test]
    fn a_period_is_told_as_far_as_it_has_gone() {
        let usage = usage();
        assert_eq!(days_of(&usage, &usage.periods[0]).len(), 31);
        assert_eq!(days(&usage, days_of(&usage, &usage.periods[1])).len(), 3);
        let sum: u64 = days(&usage, days_of(&usage, &usage.periods[0])).iter().map(|day| day.bytes).sum();
        assert_eq!(sum, usage.periods[0].bytes);
    }

    #[test]
    fn there_are_not_more_days_than_were_told() {
        assert_eq!(last_days(&usage(), 400).len(), 34);
    }
}
