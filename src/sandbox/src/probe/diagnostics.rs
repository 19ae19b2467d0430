//! Whatever could keep a device from working, one check after the other.

use super::service;
use contract::activity::{Check, CheckAbout, CheckState, Finding};
use domain::sim::{HardCap, Sim};
use domain::time::{DAY, Timestamp};

const LATELY: u64 = DAY;
const LONG: u64 = 30 * DAY;

/// What is found about a SIM.
pub fn checks(sim: &Sim, now: Timestamp) -> Vec<Check> {
    [
        (CheckAbout::Service, service(sim.status)),
        (CheckAbout::Session, if sim.in_session { Finding::InSession } else { Finding::NoSession }),
        (CheckAbout::LastSeen, last_seen(sim, now)),
        (CheckAbout::Address, sim.ip_address.map_or(Finding::NoAddress, |_| Finding::HasAddress)),
        (CheckAbout::Device, sim.imei.as_ref().map_or(Finding::DeviceUnknown, |_| Finding::DeviceKnown)),
        (CheckAbout::Cap, cap(sim)),
        (CheckAbout::Operator, operator(sim)),
    ]
    .into_iter()
    .map(|(about, finding)| Check { about, state: state(finding), finding })
    .collect()
}

fn last_seen(sim: &Sim, now: Timestamp) -> Finding {
    let Some(seen) = sim.last_seen else { return Finding::NeverSeen };
    match u64::from(now.unix().saturating_sub(seen.unix())) {
        ..LATELY => Finding::SeenLately,
        LATELY..LONG => Finding::NotSeenForDays,
        _ => Finding::NotSeenForLong,
    }
}

fn cap(sim: &Sim) -> Finding {
    let Some(cap) = sim.cap_bytes else { return Finding::NoCap };
    match sim.usage_bytes {
        usage if usage >= cap => Finding::CapReached,
        usage if usage >= cap - cap / 10 => Finding::NearCap,
        _ => Finding::BelowCap,
    }
}

fn operator(sim: &Sim) -> Finding {
    match (sim.hard_cap, sim.cap_bytes) {
        (HardCap::Unsupported, Some(_)) => Finding::SessionsGoOn,
        _ => Finding::EndsSessions,
    }
}

fn state(finding: Finding) -> CheckState {
    match finding {
        Finding::Blocked
        | Finding::Suspended
        | Finding::NotActivated
        | Finding::Terminated
        | Finding::Unmanaged
        | Finding::NotSeenForLong
        | Finding::NeverSeen
        | Finding::CapReached => CheckState::Failed,
        Finding::Alerted
        | Finding::ActivationPending
        | Finding::NoSession
        | Finding::NotSeenForDays
        | Finding::NoAddress
        | Finding::DeviceUnknown
        | Finding::NearCap
        | Finding::SessionsGoOn
        | Finding::Unknown => CheckState::Warning,
        Finding::InService
        | Finding::InSession
        | Finding::SeenLately
        | Finding::HasAddress
        | Finding::DeviceKnown
        | Finding::NoCap
        | Finding::BelowCap
        | Finding::EndsSessions => CheckState::Ok,
    }
}
