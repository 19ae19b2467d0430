//! Sessions before the estate was made.

use super::{Past, mixed};
use domain::period::Period;
use domain::time::{DAY, Timestamp};
use std::net::Ipv4Addr;

/// For so many days before the estate was made there are sessions.
pub const SESSION_DAYS: u32 = 92;

/// A session that had ended when the estate was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastSession {
    pub began_at: Timestamp,
    pub ended_at: Timestamp,
    pub bytes: u64,
    pub ip_address: Ipv4Addr,
}

impl Past {
    /// The sessions that began before a moment, latest first, at most so many.
    pub fn sessions(&self, before: Timestamp, most: usize) -> Vec<PastSession> {
        let oldest = self.first.max(self.made_at.day().saturating_sub(SESSION_DAYS));
        let mut found = Vec::new();
        let mut month: Option<(Period, Vec<(u32, u64)>)> = None;
        for day in (oldest..=self.last.min(before.day())).rev() {
            if found.len() >= most {
                break;
            }
            let period = Period::of(Timestamp::of_day(day));
            let days = match month.take() {
                Some((known, days)) if known == period => days,
                _ => self.days(period),
            };
            if let Ok(at) = days.binary_search_by_key(&day, |(day, _)| *day) {
                let of_day = self.sessions_of(day, days[at].1);
                found.extend(of_day.into_iter().rev().filter(|session| session.began_at < before));
            }
            month = Some((period, days));
        }
        found.truncate(most);
        found
    }

    /// The sessions of a day on which something was used: one to three, one after the other.
    fn sessions_of(&self, day: u32, bytes: u64) -> Vec<PastSession> {
        let begin = u64::from(Timestamp::of_day(day).unix());
        // One that was running when the estate was made began when the SIM was seen last: it is none of these.
        let end = [self.before.last_seen, self.made_at].into_iter().find(|end| end.day() == day);
        let end = end.map_or(begin + DAY, |end| u64::from(end.unix()).max(begin + 6));
        let chance = mixed(self.root ^ u64::from(day));
        let count = 1 + chance % 3;
        let slot = (end - begin) / count;
        let last_day = day == self.last;
        (0..count)
            .map(|place| {
                let chance = mixed(chance ^ place);
                let began = begin + place * slot + chance % (slot / 2);
                let latest = begin + (place + 1) * slot;
                let within = 1 + (chance >> 16) % (latest - began);
                // The last one of all ended when the SIM was seen last.
                let ended = if last_day && place + 1 == count { latest } else { began + within };
                PastSession {
                    began_at: time(began),
                    ended_at: time(ended),
                    bytes: bytes * (place + 1) / count - bytes * place / count,
                    ip_address: match self.before.ip_address {
                        Some(address) if last_day => address,
                        _ => Ipv4Addr::from_bits(0x0a00_0000 | low_bits(chance) & 0x00ff_ffff),
                    },
                }
            })
            .collect()
    }
}

fn time(seconds: u64) -> Timestamp {
    Timestamp::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is wanted")]
fn low_bits(chance: u64) -> u32 {
    chance as u32
}
