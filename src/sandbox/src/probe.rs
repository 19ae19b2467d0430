//! Pings and diagnostics: what they find, and the worker that carries them out.

mod diagnostics;
mod ping;
pub mod worker;

use contract::activity::{Finding, TestKind, TestResult};
use domain::sim::{Sim, Status};
use domain::time::Timestamp;
use fastrand::Rng;

/// Tries a SIM as it is now.
pub fn carry_out(kind: TestKind, sim: &Sim, now: Timestamp, rng: &mut Rng) -> TestResult {
    match kind {
        TestKind::Ping => TestResult::Ping(ping::ping(sim, rng)),
        TestKind::Diagnostics => TestResult::Diagnostics { checks: diagnostics::checks(sim, now) },
    }
}

/// What a status means for somebody who wants the SIM to work.
fn service(status: Status) -> Finding {
    match status {
        Status::Active => Finding::InService,
        Status::Alerted => Finding::Alerted,
        Status::Blocked => Finding::Blocked,
        Status::Suspended => Finding::Suspended,
        Status::Inactive => Finding::NotActivated,
        Status::ActivationPending => Finding::ActivationPending,
        Status::Terminated => Finding::Terminated,
        Status::Unmanaged => Finding::Unmanaged,
    }
}
