//! SIMs, one after another.

use crate::demo::companies::{COMPANIES, Company, id};
use crate::demo::identifiers::{OPERATORS, with_check_digit};
use crate::demo::labels;
use domain::account::AccountId;
use domain::amount::{GB, MB};
use domain::cap::{Levels, alert_for};
use domain::sim::{HardCap, Sim, SimId, Status};
use domain::time::{DAY, Timestamp};
use fastrand::Rng;
use std::net::Ipv4Addr;

/// Code and volume.
const TARIFFS: [(&str, u64); 6] = [
    ("NG-GL-10", 10 * MB),
    ("NG-EU-50", 50 * MB),
    ("NG-EU-250", 250 * MB),
    ("NG-EU-500", 500 * MB),
    ("NG-GL-1G", GB),
    ("NG-EU-5G", 5 * GB),
];

/// The bytes that a tariff is for; 0 for one that is not of the demo.
pub fn volume(tariff: &str) -> u64 {
    TARIFFS.iter().find(|(code, _)| *code == tariff).map_or(0, |(_, volume)| *volume)
}

/// Delivers SIMs in lots: a company gets some of one operator and one tariff at a time, as in life.
pub struct Fleet {
    rng: Rng,
    now: Timestamp,
    next_id: u32,
    /// How many each operator has delivered.
    delivered: [u32; OPERATORS.len()],
    lot: Lot,
}

struct Lot {
    left: u32,
    place: usize,
    operator: usize,
    tariff: usize,
    activated: u32,
}

impl Fleet {
    /// The fleet of a seed.
    pub fn new(seed: u64, now: Timestamp) -> Self {
        let lot = Lot { left: 0, place: 0, operator: 0, tariff: 0, activated: 0 };
        Self { rng: Rng::with_seed(seed), now, next_id: 1, delivered: [0; OPERATORS.len()], lot }
    }

    /// Which account the last SIM went to, as a place in [`COMPANIES`].
    pub fn place(&self) -> usize {
        self.lot.place
    }

    fn next_lot(&mut self) {
        let all: u32 = COMPANIES.iter().map(|company| company.weight).sum();
        let mut ticket = self.rng.u32(..all);
        let place = COMPANIES.iter().position(|company| match ticket.checked_sub(company.weight) {
            Some(rest) => {
                ticket = rest;
                false
            }
            None => true,
        });
        // The lesser of two throws: the first operators have most.
        let operator = self.rng.usize(..OPERATORS.len()).min(self.rng.usize(..OPERATORS.len()));
        self.lot = Lot {
            left: self.rng.u32(1..16),
            place: place.unwrap_or(0),
            operator,
            tariff: self.rng.usize(..TARIFFS.len()),
            activated: match self.rng.u32(20..1_500) {
                // Some lots have only just been put into service.
                days @ ..110 => (days - 20) / 4 + 1,
                days => days,
            },
        };
    }

    /// The next SIM.
    pub fn next_sim(&mut self) -> Sim {
        if self.lot.left == 0 {
            self.next_lot();
        }
        self.lot.left -= 1;
        let number = self.delivered[self.lot.operator] + 1;
        self.delivered[self.lot.operator] = number;
        let company = &COMPANIES[self.lot.place];
        let operator = &OPERATORS[self.lot.operator];
        let (tariff, volume) = TARIFFS[self.lot.tariff];
        let mut sim = Sim {
            id: SimId(self.next_id),
            iccid: operator.iccid(number),
            imsi: operator.imsi(number),
            msisdn: operator.msisdn(number),
            imei: None,
            account_id: AccountId(id(self.lot.place)),
            status: self.status(),
            tariff: tariff.to_owned(),
            operator: operator.name.to_owned(),
            usage_bytes: 0,
            cap_bytes: None,
            alert_bytes: None,
            regular_cap_bytes: None,
            hard_cap: match (operator.hard_cap, self.rng.u8(..3)) {
                (false, _) => HardCap::Unsupported,
                (true, 0) => HardCap::On,
                (true, _) => HardCap::Off,
            },
            in_session: false,
            last_seen: None,
            ip_address: None,
            activated_on: None,
            label: company.business.label(&mut self.rng),
            note: labels::note(&mut self.rng).to_owned(),
            category: Some(company.business.category(&mut self.rng))
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
            tags: labels::tags(&mut self.rng)
                .split('\n')
                .filter(|tag| !tag.is_empty())
                .map(str::to_owned)
                .collect(),
        };
        self.next_id += 1;
        self.set_levels(&mut sim, company, volume);
        self.use_it(&mut sim, volume);
        sim
    }

    /// Most are in service; those get their exact state from what they use.
    fn status(&mut self) -> Status {
        match self.rng.u16(..1_000) {
            ..880 => Status::Active,
            880..920 => Status::Inactive,
            920..935 => Status::ActivationPending,
            935..970 => Status::Suspended,
            970..990 => Status::Terminated,
            _ => Status::Unmanaged,
        }
    }

    fn set_levels(&mut self, sim: &mut Sim, company: &Company, volume: u64) {
        if !company.features.caps_and_alerts || sim.status == Status::Unmanaged {
            return;
        }
        let cap = match self.rng.u8(..100) {
            ..70 => Some(volume),
            70..85 => Some(volume * 2),
            _ => None,
        };
        sim.cap_bytes = cap;
        sim.alert_bytes = match self.rng.u8(..100) {
            ..90 => alert_for(cap),
            90..95 => cap.map(|cap| cap / 2),
            95..97 => cap.map(|cap| cap - cap / 20),
            _ => None,
        };
    }

    /// Usage, and all that comes with having been in the field.
    fn use_it(&mut self, sim: &mut Sim, volume: u64) {
        if matches!(sim.status, Status::Inactive | Status::ActivationPending) {
            return;
        }
        let activated_days = self.lot.activated;
        sim.activated_on = Some(self.ago(u64::from(activated_days) * DAY));
        if self.rng.u8(..100) < 3 {
            return;
        }
        let mut idle = stretched(self.exponential(3.0 * 86_400.0));
        if sim.status == Status::Terminated {
            idle += 60 * DAY;
        } else {
            // Log-normal: most use a quarter of their volume, few a multiple.
            let share = (0.25_f64.ln() + 0.7 * self.normal()).exp();
            sim.usage_bytes = scaled(volume, share);
            if let Some(cap) = sim.cap_bytes {
                // What has reached its cap gets no further, except for what operators report late.
                sim.usage_bytes = sim.usage_bytes.min(cap + cap / 50);
            }
        }
        let levels = Levels { cap: sim.cap_bytes, alert: sim.alert_bytes };
        sim.status = levels.status_after(sim.status, sim.usage_bytes);
        sim.in_session = match sim.status {
            Status::Active | Status::Alerted => self.rng.u8(..100) < 45,
            Status::Blocked => sim.hard_cap != HardCap::On && self.rng.u8(..100) < 5,
            _ => false,
        };
        if sim.in_session {
            idle = self.rng.u64(..900);
        }
        sim.last_seen = Some(self.ago(idle.min(u64::from(activated_days) * DAY)));
        sim.ip_address = Some(self.address());
        sim.imei = Some(with_check_digit(format!(
            "35{:06}{:06}",
            [847_011, 290_611, 916_500][self.rng.usize(..3)],
            self.rng.u32(..1_000_000)
        )));
    }

    fn ago(&self, seconds: u64) -> Timestamp {
        Timestamp::from_unix(i64::from(self.now.unix()).saturating_sub_unsigned(seconds))
    }

    /// An address of a private network, or of one behind an operator's translation (RFC 6598).
    fn address(&mut self) -> Ipv4Addr {
        let bits = self.rng.u32(..);
        if self.rng.bool() {
            Ipv4Addr::from_bits(0x0a00_0000 | (bits & 0x00ff_ffff))
        } else {
            Ipv4Addr::from_bits(0x6440_0000 | (bits & 0x003f_ffff))
        }
    }

    /// From the standard normal distribution (Box and Muller).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.rng.f64()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.rng.f64()).cos()
    }

    /// Whole seconds, exponentially distributed.
    fn exponential(&mut self, mean: f64) -> u64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "far below both ends")]
        let seconds = (-mean * (1.0 - self.rng.f64()).ln()) as u64;
        seconds
    }
}

/// Most are back within days; some of those who are not stay away for weeks.
fn stretched(idle: u64) -> u64 {
    const LONG: u64 = 9 * DAY;
    if idle > LONG { LONG + (idle - LONG) * 10 } else { idle }
}

fn scaled(volume: u64, share: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an invented amount"
    )]
    let bytes = (volume as f64 * share) as u64;
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sims(seed: u64, count: usize) -> Vec<Sim> {
        let mut fleet = Fleet::new(seed, Timestamp::from_unix(1_795_000_000));
        std::iter::repeat_with(|| fleet.next_sim()).take(count).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_sims() {
        assert_eq!(sims(7, 500), sims(7, 500));
        assert_ne!(sims(7, 500), sims(8, 500));
    }

    #[test]
    fn they_keep_the_rules() {
        let sims = sims(1, 5_000);
        for status in Status::ALL {
            assert!(sims.iter().any(|sim| sim.status == *status), "{status:?}");
        }
        for sim in &sims {
            let levels = Levels { cap: sim.cap_bytes, alert: sim.alert_bytes };
            assert!(levels.check().is_ok());
            assert_eq!(levels.status_after(sim.status, sim.usage_bytes), sim.status);
            let (digits, _) = sim.iccid.split_at(sim.iccid.len() - 1);
            assert_eq!(with_check_digit(digits.to_owned()), sim.iccid);
            assert!((19..=20).contains(&sim.iccid.len()));
            assert!(sim.label.chars().count() <= domain::sim::LABEL_LENGTH);
        }
        let iccids: std::collections::HashSet<_> = sims.iter().map(|sim| &sim.iccid).collect();
        assert_eq!(iccids.len(), sims.len());
    }
}
