//! Points in time, to the second, as the wire and the columns carry them.

use jiff::Timestamp as Instant;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// Seconds in a day.
pub const DAY: u64 = 86_400;

/// A point in time: whole seconds since 1970-01-01T00:00:00Z. On the wire RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(u32);

impl Timestamp {
    /// From Unix seconds; what lies outside 1970 to 2106 is moved to the nearer end.
    pub fn from_unix(seconds: i64) -> Self {
        Self(u32::try_from(seconds.max(0)).unwrap_or(u32::MAX))
    }

    /// Unix seconds.
    pub fn unix(self) -> u32 {
        self.0
    }

    /// This many seconds later.
    pub fn after(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// This many days earlier, not before 1970.
    pub fn days_before(self, days: u32) -> Self {
        let seconds = u64::from(days) * DAY;
        Self(self.0.saturating_sub(u32::try_from(seconds).unwrap_or(u32::MAX)))
    }
}

/// The text is not a date (`2026-11-21`) or an RFC 3339 time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date or an RFC 3339 time")]
pub struct NotATime;

/// Unix seconds of RFC 3339, or of a bare date, which means its first second in UTC.
fn seconds(text: &str) -> Result<i64, NotATime> {
    let instant = if text.len() == 10 {
        text.parse::<jiff::civil::Date>()
            .ok()
            .and_then(|day| jiff::tz::Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok())
    } else {
        text.parse::<Instant>().ok()
    };
    instant.map(Instant::as_second).ok_or(NotATime)
}

impl Timestamp {
    /// Reads where a span of time begins or ends: what lies outside 1970 to 2106 is moved to the nearer end.
    pub fn bound(text: &str) -> Result<Self, NotATime> {
        seconds(text).map(Self::from_unix)
    }
}

impl FromStr for Timestamp {
    type Err = NotATime;

    /// RFC 3339, or a bare date, which means its first second in UTC.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        u32::try_from(seconds(text)?).map(Self).map_err(|_| NotATime)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Instant::from_second(i64::from(self.0)) {
            Ok(instant) => instant.fmt(f),
            Err(_) => f.write_str("?"),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Timestamp {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::DateTime)))
            .description(Some("RFC 3339, UTC, whole seconds"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Timestamp {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_dates_and_times() {
        assert_eq!("1970-01-02".parse::<Timestamp>(), Ok(Timestamp(86_400)));
        assert_eq!("1970-01-01T01:00:01+01:00".parse::<Timestamp>(), Ok(Timestamp(1)));
        for bad in ["", "2026-13-01", "yesterday", "1969-12-31", "2300-01-01"] {
            assert_eq!(bad.parse::<Timestamp>(), Err(NotATime), "{bad}");
        }
    }

    #[test]
    fn a_span_can_begin_before_everything_and_end_after() {
        assert_eq!(Timestamp::bound("0445-05-18T19:28:07+08:23"), Ok(Timestamp(0)));
        assert_eq!(Timestamp::bound("2300-01-01"), Ok(Timestamp(u32::MAX)));
        assert_eq!(Timestamp::bound("1970-01-02"), Ok(Timestamp(86_400)));
        assert_eq!(Timestamp::bound("yesterday"), Err(NotATime));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(seconds: u32) {
            let time = Timestamp(seconds);
            prop_assert_eq!(time.to_string().parse::<Timestamp>(), Ok(time));
        }
    }
}
