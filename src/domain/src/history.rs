//! Why a SIM changed: what its history tells beside who, when and what.

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
