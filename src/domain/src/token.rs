//! API tokens: what integrations use in place of a person's session.

use crate::sim::codes;
use crate::time::{DAY, Timestamp};
use serde::{Deserialize, Serialize};

/// Most characters in the name of a token.
pub const NAME_LENGTH: usize = 80;
/// Days after which every token has ended: two years, and the rest of a day. It has to end: one that nobody remembers would
/// be good for ever otherwise.
pub const LONGEST_LIFE_DAYS: u32 = 732;

codes! {
    /// Whether a token is accepted.
    TokenState {
        Active = "active",
        Expired = "expired",
        /// Whoever made it cannot sign in any more, or no longer sees its account; accepted again when that is over.
        Suspended = "suspended",
    }
}

/// Why a token cannot end at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadExpiry {
    Past,
    TooFar,
}

/// Checks when a token is to end.
pub fn check_expiry(expires_at: Timestamp, now: Timestamp) -> Result<(), BadExpiry> {
    let last = u64::from(now.unix()) + u64::from(LONGEST_LIFE_DAYS) * DAY;
    if expires_at <= now {
        Err(BadExpiry::Past)
    } else if u64::from(expires_at.unix()) > last {
        Err(BadExpiry::TooFar)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_ends_within_two_years() {
        let now: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let check = |text: &str| check_expiry(text.parse().unwrap(), now);
        assert_eq!(check("2026-11-22T10:00:00Z"), Err(BadExpiry::Past));
        assert_eq!(check("2026-11-22T10:00:01Z"), Ok(()));
        assert_eq!(check("2028-11-23T10:00:00Z"), Ok(()));
        assert_eq!(check("2028-11-23T10:00:01Z"), Err(BadExpiry::TooFar));
        assert_eq!(check_expiry(Timestamp::from_unix(i64::MAX), now), Err(BadExpiry::TooFar));
    }
}
