//! Days, as usage is told by them.

use crate::time::{DAY, NotATime, Timestamp};
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A day in UTC: whole days since 1970-01-01. On the wire an ISO 8601 date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u32);

impl Day {
    /// Its first second.
    pub fn start(self) -> Timestamp {
        Timestamp::of_day(self.0)
    }

    fn date(self) -> Option<Date> {
        let seconds = i64::from(self.0) * i64::try_from(DAY).ok()?;
        let instant = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Offset::UTC.to_datetime(instant).date())
    }
}

impl FromStr for Day {
    type Err = NotATime;

    /// A date; what lies outside 1970 to 2106 is moved to the nearer end.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let date: Date = text.parse().map_err(|_| NotATime)?;
        // A time would be read as well, and the part of it that says more than the day be left out unsaid.
        if text.len() != 10 {
            return Err(NotATime);
        }
        // The last hours of the year 9999 are no instant, for the sake of other time zones.
        let instant = Offset::UTC.to_timestamp(DateTime::from(date)).unwrap_or(jiff::Timestamp::MAX);
        Ok(Self(Timestamp::from_unix(instant.as_second()).day()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => date.fmt(f),
            None => f.write_str("?"),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Day {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::Date)))
            .description(Some("ISO 8601, a day in UTC"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Day {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_dates_only() {
        assert_eq!("1970-01-02".parse(), Ok(Day(1)));
        assert_eq!("0001-01-01".parse(), Ok(Day(0)));
        assert_eq!("9999-12-31".parse(), Ok(Day(Timestamp::from_unix(i64::MAX).day())));
        for bad in ["", "2026-13-01", "2026-11-21T00:00:00Z", "20261121", "yesterday"] {
            assert_eq!(bad.parse::<Day>(), Err(NotATime), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(day in 0u32..=49_710) {
            prop_assert_eq!(Day(day).to_string().parse(), Ok(Day(day)));
            prop_assert_eq!(Day(day).start().day(), day);
        }
    }
}
