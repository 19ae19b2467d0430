//! When a request that only reads is sent again.

use crate::error::Error;
use contract::problem::ProblemCode;

/// Sent this often in all.
const MOST_TRIES: u32 = 4;
/// The first pause, in milliseconds; each further one is twice as long.
const FIRST_PAUSE: u32 = 400;
/// No pause of our own is longer than this, in milliseconds.
const LONGEST_PAUSE: u32 = 60_000;
/// The longest wait asked for by the API that is waited without asking the person, in seconds.
const LONGEST_ASKED: u32 = 10;

/// Milliseconds to wait before the next try, or `None` when the error is final.
///
/// `tries` is how often it was sent so far; `chance` lies in 0 to 1 and keeps many readers from asking all at once.
pub fn pause(error: &Error, tries: u32, chance: f64) -> Option<u32> {
    let passing = match error {
        Error::Offline => true,
        Error::Problem(refused) => {
            matches!(refused.code, ProblemCode::RateLimited | ProblemCode::Unavailable)
        }
        Error::Unreadable { status, .. } => matches!(status, 502..=504),
        Error::TimedOut | Error::SignedOut | Error::Cancelled => false,
    };
    if !passing || tries >= MOST_TRIES {
        return None;
    }
    match error.retry_after() {
        Some(seconds) if seconds > LONGEST_ASKED => None,
        Some(seconds) => Some(seconds * 1_000 + backing_off(0, chance)),
        None => Some(backing_off(tries.saturating_sub(1), chance)),
    }
}

/// Milliseconds of the pause after `failures` earlier ones: doubling, bounded, somewhere in its upper half.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded, and never negative")]
pub fn backing_off(failures: u32, chance: f64) -> u32 {
    let whole = FIRST_PAUSE.saturating_mul(1 << failures.min(16)).min(LONGEST_PAUSE);
    (f64::from(whole) * (0.5 + chance.clamp(0.0, 1.0) / 2.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate_limited(seconds: &str) -> Error {
        let body = r#"{"title":"No","status":429,"code":"rate_limited","trace_id":"t"}"#;
        Error::of_answer(429, Some("application/problem+json"), Some(seconds), body)
    }

    #[test]
    fn pauses_grow_and_end() {
        let pauses: Vec<_> = (1..=4).map(|tries| pause(&Error::Offline, tries, 1.0)).collect();
        assert_eq!(pauses, [Some(400), Some(800), Some(1_600), None]);
        assert_eq!(pause(&Error::Offline, 1, 0.0), Some(200));
    }

    #[test]
    fn a_wait_that_is_asked_for_is_kept_unless_it_is_long() {
        assert_eq!(pause(&rate_limited("3"), 1, 0.0), Some(3_200));
        assert_eq!(pause(&rate_limited("11"), 1, 0.0), None);
    }

    #[test]
    fn what_will_not_change_is_not_asked_again() {
        for error in [Error::SignedOut, Error::TimedOut, Error::Cancelled, Error::unreadable(200, "not JSON")]
        {
            assert_eq!(pause(&error, 1, 0.5), None, "{error}");
        }
    }

    #[test]
    fn pauses_stay_bounded() {
        assert_eq!(backing_off(u32::MAX, 1.0), LONGEST_PAUSE);
        assert_eq!(backing_off(3, 7.0), 3_200);
    }
}
