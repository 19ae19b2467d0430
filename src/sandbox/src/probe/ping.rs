//! Whether the device answers.

use super::service;
use contract::activity::{Finding, PingResult};
use domain::sim::{Sim, Status};
use fastrand::Rng;

const PACKETS: u32 = 4;
/// Milliseconds over the air and back.
const SHORTEST: u32 = 38;
const LONGEST: u32 = 420;

/// A device answers while it is in a session; else there is a reason why nothing can be sent to it.
pub fn ping(sim: &Sim, rng: &mut Rng) -> PingResult {
    if let Some(reason) = unreachable(sim) {
        return PingResult { sent: 0, round_trips_ms: Vec::new(), unreachable: Some(reason) };
    }
    let usual = rng.u32(SHORTEST..LONGEST);
    let answers = (0..PACKETS).filter_map(|packet| {
        // One in twenty is lost, as happens over the air; the first comes through, so that there is an answer.
        let lost = packet > 0 && rng.u8(..20) == 0;
        (!lost).then(|| usual + rng.u32(..usual / 3))
    });
    PingResult { sent: PACKETS, round_trips_ms: answers.collect(), unreachable: None }
}

fn unreachable(sim: &Sim) -> Option<Finding> {
    match sim.status {
        // A session that was running when the cap was reached may go on.
        _ if sim.in_session => None,
        Status::Active | Status::Alerted if sim.last_seen.is_none() => Some(Finding::NeverSeen),
        Status::Active | Status::Alerted => Some(Finding::NoSession),
        status => Some(service(status)),
    }
}
