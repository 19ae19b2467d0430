//! The operators' side: when they say it is. Usage, periods and what follows from them go by this clock; sessions, links
//! and whatever else keeps people out goes by the system's.

use crate::clock;
use domain::time::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};

/// The system's time, or ahead of it where a test let days pass.
#[derive(Debug, Default)]
pub struct NetworkClock {
    /// Seconds.
    ahead: AtomicI64,
}

impl NetworkClock {
    /// Now, as the operators have it.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_unix(i64::from(clock::now().unix()) + self.ahead.load(Ordering::Relaxed))
    }

    /// Lets time pass.
    pub fn advance(&self, seconds: u32) {
        self.ahead.fetch_add(i64::from(seconds), Ordering::Relaxed);
    }
}
