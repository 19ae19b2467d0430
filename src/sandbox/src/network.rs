//! The operators' side: when they say it is. Usage, periods and what follows from them go by this clock; sessions, links
//! and whatever else keeps people out goes by the system's.

use crate::clock;
use domain::time::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};

/// The same moment by both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub system: Timestamp,
    pub network: Timestamp,
}

/// The system's time, or ahead of it where a test let days pass.
#[derive(Debug)]
pub struct NetworkClock {
    /// Seconds.
    ahead: AtomicI64,
}

impl NetworkClock {
    /// Ahead by so many seconds.
    pub fn ahead(seconds: i64) -> Self {
        Self { ahead: AtomicI64::new(seconds) }
    }

    /// Now, as the operators have it.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_unix(i64::from(clock::now().unix()) + self.ahead.load(Ordering::Relaxed))
    }

    /// Now, as everybody has it.
    pub fn both(&self) -> Now {
        Now { system: clock::now(), network: self.now() }
    }

    /// Lets time pass.
    pub fn advance(&self, seconds: u32) {
        self.ahead.fetch_add(i64::from(seconds), Ordering::Relaxed);
    }
}
