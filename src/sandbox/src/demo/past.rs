//! What the SIMs of the demo did before the estate was made: usage by days, and sessions. It is made up when it is asked
//! for, always the same from the same beginnings, and kept nowhere.

mod sessions;
#[cfg(test)]
mod tests;

use crate::demo::fleet;
use domain::period::Period;
use domain::sim::{Sim, SimId};
use domain::time::{DAY, Timestamp};
use std::net::Ipv4Addr;

pub use sessions::{PastSession, SESSION_DAYS};

/// When an estate was made, and from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making {
    pub seed: u64,
    pub at: Timestamp,
}

/// A SIM that had been in service, as it was when the estate was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub sim: SimId,
    /// Bytes that the tariff is for.
    pub volume: u64,
    pub activated_on: Timestamp,
    /// Bytes in the period so far.
    pub usage: u64,
    pub last_seen: Timestamp,
    pub ip_address: Option<Ipv4Addr>,
}

impl Before {
    /// What there is to know of a SIM that has just been made; `None` where it has no past.
    pub fn of(sim: &Sim) -> Option<Self> {
        Some(Self {
            sim: sim.id,
            volume: fleet::volume(&sim.tariff),
            activated_on: sim.activated_on?,
            usage: sim.usage_bytes,
            last_seen: sim.last_seen?,
            ip_address: sim.ip_address,
        })
    }
}

/// The past of one SIM.
#[derive(Clone, Copy, Debug)]
pub struct Past {
    before: Before,
    made_at: Timestamp,
    /// The period in which the estate was made.
    made_in: Period,
    /// Of seed and SIM: what is made up comes from it.
    root: u64,
    /// Bytes of a usual month.
    typical: u64,
    /// The first and the last day with data.
    first: u32,
    last: u32,
}

impl Past {
    /// The past of a SIM of an estate.
    pub fn new(making: Making, before: Before) -> Self {
        let made_in = Period::of(making.at);
        let root = mixed(mixed(making.seed) ^ u64::from(before.sim.0));
        let seen = before.last_seen.min(making.at).day();
        // Who used something in the period was there in it.
        let last = if before.usage > 0 && seen < made_in.days().start { making.at.day() } else { seen };
        let typical = if before.usage > 0 { before.usage } else { before.volume / 100 * (8 + root % 50) };
        let first = before.activated_on.day().min(last);
        Self { before, made_at: making.at, made_in, root, typical, first, last }
    }

    /// When the estate was made.
    pub fn made_at(&self) -> Timestamp {
        self.made_at
    }

    /// Bytes in a period: what was used of it before the estate was made.
    pub fn month_total(&self, period: Period) -> u64 {
        if period >= self.made_in {
            return if period == self.made_in { self.before.usage } else { 0 };
        }
        let days = period.days();
        let used = self.in_service(period);
        if used.is_empty() {
            return 0;
        }
        // Between two thirds and four thirds of the usual, and a little less the longer ago.
        let chance = mixed(self.root ^ u64::from(period.index())) % 683;
        let age = u64::from(self.made_in.index() - period.index()).min(40);
        let whole = u128::from(self.typical) * u128::from(683 + chance) / 1024 * u128::from(100 - age) / 100;
        share(whole, used.len(), days.len()).min(self.before.volume.saturating_mul(2))
    }

    /// The days of a period on which something was used before the estate was made, and what; they add up to
    /// [`Self::month_total`].
    pub fn days(&self, period: Period) -> Vec<(u32, u64)> {
        let total = self.month_total(period);
        let days = self.in_service(period);
        if total == 0 || days.is_empty() {
            return Vec::new();
        }
        let weights: Vec<u64> = days.clone().map(|day| self.weight(day)).collect();
        let all: u64 = weights.iter().sum();
        let (mut passed, mut told) = (0, 0);
        days.zip(weights)
            .map(|(day, weight)| {
                passed += weight;
                let until = u64::try_from(u128::from(total) * u128::from(passed) / u128::from(all));
                let until = until.unwrap_or(total);
                let bytes = until - told;
                told = until;
                (day, bytes)
            })
            .filter(|(_, bytes)| *bytes > 0)
            .collect()
    }

    /// The days of a period on which it can have used something.
    fn in_service(&self, period: Period) -> std::ops::Range<u32> {
        let days = period.days();
        days.start.max(self.first)..days.end.min(self.last + 1)
    }

    /// How much of a month falls on a day, compared with others; never 0.
    fn weight(&self, day: u32) -> u64 {
        let chance = mixed(self.root ^ u64::from(day) << 32);
        let usual = 40 + chance % 80;
        // Every third is at work from Monday to Friday; 1970-01-01 was a Thursday.
        let rests = self.root.is_multiple_of(3) && matches!(day % 7, 2 | 3);
        let weight = match chance >> 32 & 31 {
            _ if rests => usual / 8,
            0 => usual * 3,
            1 => usual / 10,
            _ => usual,
        };
        // What is left of the day counts when it comes.
        let part = if day == self.made_at.day() { u64::from(self.made_at.unix()) % DAY } else { DAY };
        (weight * part / DAY).max(1)
    }
}

fn share(whole: u128, part: usize, of: usize) -> u64 {
    let (part, of) = (u128::try_from(part).unwrap_or(0), u128::try_from(of).unwrap_or(1));
    u64::try_from(whole * part / of).unwrap_or(u64::MAX)
}

/// Looks like chance (SplitMix64), and is the same each time.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ value >> 31
}
