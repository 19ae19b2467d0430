//! The history of SIMs: why a SIM changed, what can change, and what of it somebody is told.

use crate::account::AccountId;
use crate::sim::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// What made the change.
    Cause {
        /// Somebody edited this SIM.
        Edited = "edited",
        /// A bulk operation, also one on a single SIM.
        Operation = "operation",
        /// Somebody raised the cap for the rest of the period, or took that back.
        Lifted = "lifted",
        /// Its usage reached a level.
        Usage = "usage",
        /// A new period began.
        NewPeriod = "new_period",
        /// The operator reported it, such as that the SIM is active.
        Network = "network",
    }
}

codes! {
    /// What an entry tells of a SIM.
    SimField {
        Account = "account_id",
        Status = "status",
        Cap = "cap_bytes",
        /// What comes back with the next period, while the cap is lifted.
        RegularCap = "regular_cap_bytes",
        Alert = "alert_bytes",
        HardCap = "hard_cap",
        Label = "label",
        Note = "note",
        Category = "category",
        Tags = "tags",
        /// An address that is told about the alerts of this SIM.
        Recipient = "recipient",
    }
}

/// How much of an entry somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Nothing,
    /// Only that the SIM came, not from where.
    Arrival,
    /// All of it, but for what else lies out of sight.
    Whole,
}

/// What somebody is told of an entry who sees some accounts: what became of the SIM while it was in one of them, and that
/// it came into one. `before` is the account that the SIM was in, and `arrived_in` the one that it was moved to, if it was.
pub fn sight(before: AccountId, arrived_in: Option<AccountId>, sees: impl Fn(AccountId) -> bool) -> Sight {
    if sees(before) {
        Sight::Whole
    } else if arrived_in.is_some_and(sees) {
        Sight::Arrival
    } else {
        Sight::Nothing
    }
}

/// An account as it is told: none where it lies out of sight.
pub fn told(account: Option<AccountId>, sees: impl Fn(AccountId) -> bool) -> Option<AccountId> {
    account.filter(|account| sees(*account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// A SIM's way through accounts, and what somebody sees of them.
    fn moves() -> impl Strategy<Value = (Vec<u32>, HashSet<u32>)> {
        (proptest::collection::vec(0_u32..6, 1..12), proptest::collection::hash_set(0_u32..6, 0..6))
    }

    proptest! {
        #[test]
        fn what_became_of_a_sim_elsewhere_is_not_told((way, seen) in moves()) {
            let sees = |account: AccountId| seen.contains(&account.0);
            for pair in way.windows(2) {
                let (before, after) = (AccountId(pair[0]), AccountId(pair[1]));
                prop_assert_eq!(sight(before, None, sees) == Sight::Whole, sees(before));
                let moved = sight(before, Some(after), sees);
                prop_assert_eq!(moved == Sight::Nothing, !sees(before) && !sees(after));
                prop_assert_eq!(moved == Sight::Whole, sees(before), "what is there, not what comes");
                for account in [before, after] {
                    prop_assert_eq!(told(Some(account), sees), sees(account).then_some(account));
                }
            }
        }

        /// Whoever sees more is told no less.
        #[test]
        fn from_above_nothing_is_lost((way, seen) in moves(), more in proptest::collection::hash_set(0_u32..6, 0..6)) {
            let all: HashSet<u32> = seen.union(&more).copied().collect();
            for pair in way.windows(2) {
                let of = |set: &HashSet<u32>| {
                    sight(AccountId(pair[0]), Some(AccountId(pair[1])), |account| set.contains(&account.0)) as u8
                };
                prop_assert!(of(&seen) <= of(&all));
            }
        }
    }
}
