//! The time, from the one place that asks the system for it.

use domain::time::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, in whole seconds.
pub fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Timestamp::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}
