//! Which changes of service a SIM can go through, and why not.

use crate::cap::Levels;
use crate::sim::{HardCap, Status, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// Why one SIM cannot take part in an act. The dashboard has a sentence for each.
    Reason {
        /// Listed but not managed here.
        Unmanaged = "unmanaged",
        /// Out of service for good.
        Terminated = "terminated",
        /// Not in service yet.
        NotInService = "not_in_service",
        /// Asked for, and the operator has not completed it yet.
        ActivationPending = "activation_pending",
        /// In service before, or still.
        AlreadyActivated = "already_activated",
        /// Suspended already.
        AlreadySuspended = "already_suspended",
        /// Not suspended, so there is nothing to resume.
        NotSuspended = "not_suspended",
        /// Already in the destination account.
        AlreadyThere = "already_there",
        /// Already has what it was to get.
        Unchanged = "unchanged",
        /// It would have more tags than a SIM can have.
        TooManyTags = "too_many_tags",
        /// Its account does not have caps and alerts.
        CapsNotEnabled = "caps_not_enabled",
        /// No longer in the caller's part of the tree.
        NotFound = "not_found",
        /// Changed by someone else since; undoing would overwrite that.
        ChangedSince = "changed_since",
        /// The operation was cancelled before its turn.
        Cancelled = "cancelled",
    }
}

impl Status {
    /// Whether anything at all can be changed on a SIM with this status.
    pub fn editable(self) -> Result<(), Reason> {
        match self {
            Self::Unmanaged => Err(Reason::Unmanaged),
            Self::Terminated => Err(Reason::Terminated),
            _ => Ok(()),
        }
    }

    /// Whether the SIM can open data sessions or has only been stopped by its cap.
    pub fn in_service(self) -> bool {
        matches!(self, Self::Active | Self::Alerted | Self::Blocked)
    }

    /// Whether the SIM can be moved to another account: all but an unmanaged one.
    pub fn movable(self) -> Result<(), Reason> {
        if self == Self::Unmanaged { Err(Reason::Unmanaged) } else { Ok(()) }
    }

    /// The status after *Activate*: the operator completes it.
    pub fn activate(self) -> Result<Self, Reason> {
        self.editable()?;
        match self {
            Self::Inactive => Ok(Self::ActivationPending),
            Self::ActivationPending => Err(Reason::ActivationPending),
            _ => Err(Reason::AlreadyActivated),
        }
    }

    /// The status after an activation was called off: possible until the operator has completed it.
    pub fn call_off_activation(self) -> Result<Self, Reason> {
        self.editable()?;
        match self {
            Self::ActivationPending => Ok(Self::Inactive),
            Self::Inactive => Err(Reason::ChangedSince),
            _ => Err(Reason::AlreadyActivated),
        }
    }

    /// The status after *Terminate*, from which there is no way back.
    pub fn terminate(self) -> Result<Self, Reason> {
        self.editable()?;
        Ok(Self::Terminated)
    }

    /// The status after *Suspend*.
    pub fn suspend(self) -> Result<Self, Reason> {
        self.editable()?;
        match self {
            Self::Suspended => Err(Reason::AlreadySuspended),
            status if status.in_service() => Ok(Self::Suspended),
            _ => Err(Reason::NotInService),
        }
    }

    /// The status after *Resume*: what the usage and the levels make of it.
    pub fn resume(self, usage: u64, levels: Levels) -> Result<Self, Reason> {
        self.editable()?;
        match self {
            Self::Suspended => Ok(levels.status_in_service(usage)),
            _ => Err(Reason::NotSuspended),
        }
    }
}

impl HardCap {
    /// What remains of a wish to end sessions at the cap: nothing where the operator cannot.
    pub fn wished(self, on: bool) -> Self {
        match (self, on) {
            (Self::Unsupported, _) => Self::Unsupported,
            (_, true) => Self::On,
            (_, false) => Self::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suspend_and_resume() {
        let levels = Levels { cap: Some(100), alert: Some(80) };
        assert_eq!(Status::Alerted.suspend(), Ok(Status::Suspended));
        assert_eq!(Status::Suspended.suspend(), Err(Reason::AlreadySuspended));
        assert_eq!(Status::Inactive.suspend(), Err(Reason::NotInService));
        assert_eq!(Status::Terminated.suspend(), Err(Reason::Terminated));
        assert_eq!(Status::Suspended.resume(10, levels), Ok(Status::Active));
        assert_eq!(Status::Suspended.resume(80, levels), Ok(Status::Alerted));
        assert_eq!(Status::Suspended.resume(100, levels), Ok(Status::Blocked));
        assert_eq!(Status::Active.resume(10, levels), Err(Reason::NotSuspended));
        assert_eq!(Status::Unmanaged.resume(10, levels), Err(Reason::Unmanaged));
    }

    #[test]
    fn activate_until_the_operator_has_completed_it() {
        assert_eq!(Status::Inactive.activate(), Ok(Status::ActivationPending));
        assert_eq!(Status::ActivationPending.activate(), Err(Reason::ActivationPending));
        for status in [Status::Active, Status::Alerted, Status::Blocked, Status::Suspended] {
            assert_eq!(status.activate(), Err(Reason::AlreadyActivated));
            assert_eq!(status.call_off_activation(), Err(Reason::AlreadyActivated));
        }
        assert_eq!(Status::Terminated.activate(), Err(Reason::Terminated));
        assert_eq!(Status::Unmanaged.activate(), Err(Reason::Unmanaged));
        assert_eq!(Status::ActivationPending.call_off_activation(), Ok(Status::Inactive));
        assert_eq!(Status::Inactive.call_off_activation(), Err(Reason::ChangedSince));
        assert_eq!(Status::Terminated.call_off_activation(), Err(Reason::Terminated));
    }

    #[test]
    fn a_terminated_sim_stays_so() {
        for &status in Status::ALL {
            let after = match status {
                Status::Unmanaged => Err(Reason::Unmanaged),
                Status::Terminated => Err(Reason::Terminated),
                _ => Ok(Status::Terminated),
            };
            assert_eq!(status.terminate(), after);
        }
        let levels = Levels::default();
        let none = [
            Status::Terminated.activate(),
            Status::Terminated.suspend(),
            Status::Terminated.resume(0, levels),
            Status::Terminated.call_off_activation(),
        ];
        assert!(none.iter().all(|after| *after == Err(Reason::Terminated)));
    }

    #[test]
    fn an_unsupported_hard_cap_stays_unsupported() {
        assert_eq!(HardCap::Unsupported.wished(true), HardCap::Unsupported);
        assert_eq!(HardCap::Off.wished(true), HardCap::On);
        assert_eq!(HardCap::On.wished(false), HardCap::Off);
    }
}
