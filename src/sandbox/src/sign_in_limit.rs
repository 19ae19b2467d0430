//! Slows down guessing: so many failed sign-ins per e-mail address and per client address and minute.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const WINDOW: Duration = Duration::from_secs(60);
/// For codes, of which there are only a million and three are right at a time: so slow that somebody who knows the
/// password and guesses all day long finds one on one day in seven hundred.
pub const CODE_WINDOW: Duration = Duration::from_secs(15 * 60);
const FAILURES_PER_EMAIL: usize = 5;
const FAILURES_PER_CLIENT: usize = 30;
/// Names remembered before the old ones are swept out.
const SWEEP_AT: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Email(String),
    Client(IpAddr),
}

/// Failures of the last minute, or of another time.
#[derive(Debug)]
pub struct SignInLimit {
    window: Duration,
    most_per_client: usize,
    failures: Mutex<HashMap<Key, VecDeque<Instant>>>,
}

impl Default for SignInLimit {
    fn default() -> Self {
        Self::over(WINDOW)
    }
}

impl SignInLimit {
    /// So many failures in so long a time.
    pub fn over(window: Duration) -> Self {
        Self { window, most_per_client: FAILURES_PER_CLIENT, failures: Mutex::default() }
    }

    /// With another number of attempts of one client.
    pub fn of_clients(most_per_client: usize) -> Self {
        Self { most_per_client, ..Self::default() }
    }

    fn most(&self, key: &Key) -> usize {
        match key {
            Key::Email(_) => FAILURES_PER_EMAIL,
            Key::Client(_) => self.most_per_client,
        }
    }

    /// Asks for an attempt, which counts as failed until [`Self::succeeded`]: attempts at the same time cannot slip
    /// through. `Err` says how long to wait.
    pub fn attempt(&self, email: &str, client: IpAddr, now: Instant) -> Result<(), Duration> {
        self.count(vec![Key::Email(email.to_lowercase()), Key::Client(client)], now)
    }

    /// [`Self::attempt`] where no e-mail address is named.
    pub fn attempt_of_client(&self, client: IpAddr, now: Instant) -> Result<(), Duration> {
        self.count(vec![Key::Client(client)], now)
    }

    fn count(&self, keys: Vec<Key>, now: Instant) -> Result<(), Duration> {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() > SWEEP_AT {
            failures
                .retain(|_, times| times.back().is_some_and(|&last| now.duration_since(last) < self.window));
        }
        for key in &keys {
            let Some(times) = failures.get_mut(key) else { continue };
            while times.front().is_some_and(|&first| now.duration_since(first) >= self.window) {
                times.pop_front();
            }
            if let Some(&first) = times.front()
                && times.len() >= self.most(key)
            {
                return Err(self.window.saturating_sub(now.duration_since(first)));
            }
        }
        for key in keys {
            failures.entry(key).or_default().push_back(now);
        }
        Ok(())
    }

    /// The attempt was no guess: the address' failures are forgotten, and the client's attempt does not count.
    pub fn succeeded(&self, email: &str, client: IpAddr) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.remove(&Key::Email(email.to_lowercase()));
        drop(failures);
        self.client_succeeded(client);
    }

    /// The client's attempt was no guess.
    pub fn client_succeeded(&self, client: IpAddr) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(times) = failures.get_mut(&Key::Client(client)) {
            times.pop_back();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn the_sixth_failure_in_a_minute_has_to_wait() {
        let (limit, start) = (SignInLimit::default(), Instant::now());
        for second in 0..5 {
            assert_eq!(limit.attempt("A@b", HERE, start + Duration::from_secs(second)), Ok(()));
        }
        let at = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(limit.attempt("a@B", HERE, at(10)), Err(Duration::from_secs(50)));
        assert_eq!(limit.attempt("other@b", HERE, at(10)), Ok(()));
        assert_eq!(limit.attempt("a@b", HERE, at(60)), Ok(()));
    }

    #[test]
    fn codes_have_to_wait_longer() {
        let (limit, start) = (SignInLimit::over(CODE_WINDOW), Instant::now());
        for _ in 0..5 {
            assert_eq!(limit.attempt("a@b", HERE, start), Ok(()));
        }
        let wait = limit.attempt("a@b", HERE, start + Duration::from_secs(60));
        assert_eq!(wait, Err(Duration::from_secs(14 * 60)));
    }

    #[test]
    fn success_clears() {
        let (limit, now) = (SignInLimit::default(), Instant::now());
        for _ in 0..100 {
            assert_eq!(limit.attempt("a@b", HERE, now), Ok(()));
            limit.succeeded("a@b", HERE);
        }
    }

    #[test]
    fn one_client_cannot_try_many_addresses() {
        let (limit, now) = (SignInLimit::default(), Instant::now());
        let refused = (0..40).filter(|n| limit.attempt(&format!("{n}@b"), HERE, now).is_err()).count();
        assert_eq!(refused, 10);
    }
}
