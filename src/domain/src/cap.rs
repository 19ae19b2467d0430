//! Caps and alerts: thresholds on the usage in the current period (PRODUCT.md §4).

use crate::sim::{Status, codes};
use serde::{Deserialize, Serialize};

/// The largest cap or alert that can be set: 1 PB. More is a typing mistake.
pub const LARGEST_LEVEL: u64 = 1_000_000_000_000_000;

/// The cap and the alert of a SIM, in bytes. `None` is no cap and no alert.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    pub cap: Option<u64>,
    pub alert: Option<u64>,
}

codes! {
    /// One of the two levels.
    Threshold {
        Alert = "alert",
        Cap = "cap",
    }
}

/// The usage of a SIM reached a level: what people are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    pub threshold: Threshold,
    /// The level in bytes.
    pub level: u64,
    /// The usage in bytes in the period, when it was noticed.
    pub usage: u64,
}

/// Why a pair of levels is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LevelError {
    #[error("the alert is above the cap")]
    AlertAboveCap,
    #[error("a level is above 1 PB")]
    TooLarge,
    #[error("a level of 0: leave it out for none")]
    Zero,
}

/// The alert that follows a cap: 80 % of it, rounded up to a whole byte.
pub fn alert_for(cap: Option<u64>) -> Option<u64> {
    cap.map(|cap| u64::try_from((u128::from(cap) * 4).div_ceil(5)).unwrap_or(cap))
}

impl Levels {
    /// Checks the pair.
    pub fn check(self) -> Result<Self, LevelError> {
        if self.cap == Some(0) || self.alert == Some(0) {
            return Err(LevelError::Zero);
        }
        if self.cap.max(self.alert) > Some(LARGEST_LEVEL) {
            return Err(LevelError::TooLarge);
        }
        match (self.cap, self.alert) {
            (Some(cap), Some(alert)) if alert > cap => Err(LevelError::AlertAboveCap),
            _ => Ok(self),
        }
    }

    /// The same with another cap: an alert that would be above it follows it.
    pub fn under(self, cap: u64) -> Self {
        let cap = Some(cap);
        Self { cap, alert: if self.alert > cap { alert_for(cap) } else { self.alert } }
    }

    /// The status of a SIM in service with this usage.
    pub fn status_in_service(self, usage: u64) -> Status {
        if self.cap.is_some_and(|cap| usage >= cap) {
            Status::Blocked
        } else if self.alert.is_some_and(|alert| usage >= alert) {
            Status::Alerted
        } else {
            Status::Active
        }
    }

    /// The status of a SIM that has these levels: only one in service follows them.
    pub fn status_after(self, status: Status, usage: u64) -> Status {
        if status.in_service() { self.status_in_service(usage) } else { status }
    }
}

/// How many of some SIMs change state at once when levels are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelEffects {
    /// Over the cap: blocked at once.
    pub blocked: u64,
    /// Over the alert, under the cap: alerted at once.
    pub alerted: u64,
    /// Blocked or alerted before, no longer.
    pub cleared: u64,
    /// With a hard cap wished: SIMs whose operator cannot end a session.
    pub hard_cap_unsupported: u64,
}

impl LevelEffects {
    /// Counts one SIM's change of status.
    pub fn count(&mut self, before: Status, after: Status) {
        match (before, after) {
            (before, after) if before == after => {}
            (_, Status::Blocked) => self.blocked += 1,
            (_, Status::Alerted) => self.alerted += 1,
            (Status::Blocked | Status::Alerted, Status::Active) => self.cleared += 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_alert_follows_at_80_percent() {
        assert_eq!(alert_for(Some(500_000_000)), Some(400_000_000));
        assert_eq!(alert_for(Some(1)), Some(1));
        assert_eq!(alert_for(None), None);
    }

    #[test]
    fn refuses_what_makes_no_sense() {
        let levels = |cap, alert| Levels { cap, alert }.check().map(|_| ());
        assert_eq!(levels(Some(10), Some(11)), Err(LevelError::AlertAboveCap));
        assert_eq!(levels(Some(0), None), Err(LevelError::Zero));
        assert_eq!(levels(None, Some(LARGEST_LEVEL + 1)), Err(LevelError::TooLarge));
        assert_eq!(levels(None, Some(5)), Ok(()));
        assert_eq!(levels(Some(10), Some(10)), Ok(()));
    }

    proptest! {
        #[test]
        fn a_following_alert_is_always_valid(cap in 1..=LARGEST_LEVEL) {
            let levels = Levels { cap: Some(cap), alert: alert_for(Some(cap)) };
            prop_assert_eq!(levels.check(), Ok(levels));
        }

        #[test]
        fn the_status_is_explained_by_the_levels(cap: Option<u64>, alert: Option<u64>, usage: u64) {
            let levels = Levels { cap, alert };
            let expected = match levels.status_in_service(usage) {
                Status::Blocked => cap.is_some_and(|cap| usage >= cap),
                Status::Alerted => alert.is_some_and(|alert| usage >= alert) && cap.is_none_or(|cap| usage < cap),
                _ => cap.is_none_or(|cap| usage < cap) && alert.is_none_or(|alert| usage < alert),
            };
            prop_assert!(expected);
        }

        #[test]
        fn levels_never_bring_a_sim_into_service(usage: u64, cap: Option<u64>) {
            for status in [Status::Inactive, Status::ActivationPending, Status::Suspended, Status::Terminated, Status::Unmanaged] {
                prop_assert_eq!(Levels { cap, alert: None }.status_after(status, usage), status);
            }
        }
    }
}
