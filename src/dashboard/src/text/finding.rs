//! What tests of SIMs find, in words.

use super::t;
use contract::activity::{CheckAbout, CheckState, Finding};

/// What was looked at.
pub fn check_about(about: CheckAbout) -> String {
    match about {
        CheckAbout::Service => t!("check-service"),
        CheckAbout::Session => t!("check-session"),
        CheckAbout::LastSeen => t!("check-last-seen"),
        CheckAbout::Address => t!("check-address"),
        CheckAbout::Device => t!("check-device"),
        CheckAbout::Cap => t!("check-cap"),
        CheckAbout::Operator => t!("check-operator"),
        CheckAbout::Unknown => t!("check-unknown"),
    }
}

/// How bad it is.
pub fn check_state(state: CheckState) -> String {
    match state {
        CheckState::Ok => t!("check-ok"),
        CheckState::Warning => t!("check-warning"),
        CheckState::Failed => t!("check-failed"),
    }
}

/// What was found.
pub fn finding(finding: Finding) -> String {
    match finding {
        Finding::InService => t!("finding-in-service"),
        Finding::Alerted => t!("finding-alerted"),
        Finding::Blocked => t!("finding-blocked"),
        Finding::Suspended => t!("finding-suspended"),
        Finding::NotActivated => t!("finding-not-activated"),
        Finding::ActivationPending => t!("finding-activation-pending"),
        Finding::Terminated => t!("finding-terminated"),
        Finding::Unmanaged => t!("finding-unmanaged"),
        Finding::InSession => t!("finding-in-session"),
        Finding::NoSession => t!("finding-no-session"),
        Finding::SeenLately => t!("finding-seen-lately"),
        Finding::NotSeenForDays => t!("finding-not-seen-for-days"),
        Finding::NotSeenForLong => t!("finding-not-seen-for-long"),
        Finding::NeverSeen => t!("finding-never-seen"),
        Finding::HasAddress => t!("finding-has-address"),
        Finding::NoAddress => t!("finding-no-address"),
        Finding::DeviceKnown => t!("finding-device-known"),
        Finding::DeviceUnknown => t!("finding-device-unknown"),
        Finding::NoCap => t!("finding-no-cap"),
        Finding::BelowCap => t!("finding-below-cap"),
        Finding::NearCap => t!("finding-near-cap"),
        Finding::CapReached => t!("finding-cap-reached"),
        Finding::EndsSessions => t!("finding-ends-sessions"),
        Finding::SessionsGoOn => t!("finding-sessions-go-on"),
        Finding::Unknown => t!("finding-unknown"),
    }
}
