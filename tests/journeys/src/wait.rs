//! Waiting for a condition. There is no other waiting in a journey.

use std::thread;
use std::time::{Duration, Instant};

/// How long a person waits for something to appear. Generous, as machines that test may be slow: it costs only failures.
pub const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(30);

/// Looks until there is something to see, or gives up.
pub fn until<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if started.elapsed() > patience {
            return None;
        }
        thread::sleep(LOOK);
    }
}
