//! What usage does to a SIM: crossings of cap and alert, sessions, periods, raising a cap once (PRODUCT.md §4).
//!
//! Everything that can bring the usage of a SIM to a level, or a level to its usage, is an event of [`Meter`], and each
//! ends in the same step. What has become of a SIM is the difference of two meters, so that no notice can be lost between
//! where it falls due and where it is kept.

#[cfg(test)]
mod tests;

use crate::cap::{Crossing, LARGEST_LEVEL, Levels, Threshold};
use crate::sim::{HardCap, Status};
use serde::{Deserialize, Serialize};

/// All that is set on a SIM about levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelSetting {
    /// Those in force.
    pub levels: Levels,
    pub hard_cap: HardCap,
    /// While the cap is raised for the rest of a period: the cap in bytes that comes back with the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regular_cap: Option<u64>,
}

/// The highest levels in bytes that people were told of in this period; 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noticed {
    pub alert: u64,
    pub cap: u64,
}

/// What thresholds look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meter {
    pub status: Status,
    /// Bytes in the current period.
    pub usage: u64,
    pub setting: LevelSetting,
    pub in_session: bool,
    pub noticed: Noticed,
}

/// Why a cap cannot be raised for the rest of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LiftError {
    #[error("there is no cap to raise")]
    NoCap,
    #[error("not above the regular cap")]
    NotAboveCap,
    #[error("a cap above 1 PB")]
    TooLarge,
}

impl LevelSetting {
    /// What holds in every period: without a cap that is raised for the rest of one.
    pub fn regular(self) -> Self {
        match self.regular_cap {
            Some(cap) => Self { levels: self.levels.under(cap), regular_cap: None, ..self },
            None => self,
        }
    }

    /// With another cap for the rest of the period: above the regular one, but not necessarily above one that it was
    /// raised to before.
    pub fn lifted(self, cap: u64) -> Result<Self, LiftError> {
        let regular = self.regular_cap.or(self.levels.cap).ok_or(LiftError::NoCap)?;
        if cap <= regular {
            return Err(LiftError::NotAboveCap);
        }
        if cap > LARGEST_LEVEL {
            return Err(LiftError::TooLarge);
        }
        Ok(Self { levels: self.levels.under(cap), regular_cap: Some(regular), ..self })
    }
}

impl Meter {
    /// The operator reported usage of the current period, in bytes.
    pub fn report(self, bytes: u64) -> Self {
        Self { usage: self.usage.saturating_add(bytes), ..self }.settled()
    }

    /// Levels were set: what was raised for the rest of the period is what the setting says.
    pub fn set(self, setting: LevelSetting) -> Self {
        Self { setting, ..self }.settled()
    }

    /// Service begins, is suspended, is resumed or ends. In service the state is what usage and levels make of it.
    pub fn serve(self, status: Status) -> Self {
        let in_session = self.in_session && status != Status::Terminated;
        Self { status, in_session, ..self }.settled()
    }

    /// The SIM asks for a session: only who is in service and under the cap gets one.
    pub fn open_session(self) -> Self {
        let served = matches!(self.status, Status::Active | Status::Alerted);
        Self { in_session: self.in_session || served, ..self }.settled()
    }

    /// The session ended by itself.
    pub fn close_session(self) -> Self {
        Self { in_session: false, ..self }
    }

    /// The next period begins: nothing is used, nobody was told anything, and what was raised is over.
    pub fn begin_period(self) -> Self {
        Self { usage: 0, noticed: Noticed::default(), setting: self.setting.regular(), ..self }.settled()
    }

    /// The one step that every event ends in: the state follows usage and levels, a hard cap that is reached and the end of
    /// service end the session, and levels that fell due count as told.
    pub fn settled(mut self) -> Self {
        let Levels { cap, alert } = self.setting.levels;
        let reached = |level: Option<u64>| level.filter(|level| self.usage >= *level);
        let (cap, alert) = (reached(cap), reached(alert));
        let cut = cap.is_some() && self.setting.hard_cap == HardCap::On;
        if cut || self.status == Status::Terminated {
            self.in_session = false;
        }
        if self.status.in_service() {
            self.status = self.setting.levels.status_in_service(self.usage);
            self.noticed.cap = self.noticed.cap.max(cap.unwrap_or(0));
            self.noticed.alert = self.noticed.alert.max(alert.unwrap_or(0));
        }
        self
    }

    /// The notice that fell due since an earlier state. Who reaches the cap is not told of the alert any more.
    pub fn notice_since(&self, before: &Self) -> Option<Crossing> {
        let crossing = |threshold, level| Some(Crossing { threshold, level, usage: self.usage });
        if self.noticed.cap > before.noticed.cap {
            crossing(Threshold::Cap, self.noticed.cap)
        } else if self.noticed.alert > before.noticed.alert && self.status != Status::Blocked {
            crossing(Threshold::Alert, self.noticed.alert)
        } else {
            None
        }
    }
}
