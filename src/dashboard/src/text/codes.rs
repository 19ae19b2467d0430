//! Texts for codes. Each key stands here as it is, so that the test of texts sees it.

use super::{format, t};
use contract::strength::Weakness;
use domain::estate::order::Column;
use domain::filter::quick::QuickFilter;
use domain::layout::Density;
use domain::lifecycle::Reason;
use domain::permission::Role;
use domain::sim::Status;
use domain::token::TokenState;
use domain::user::{PASSWORD_LEAST, PASSWORD_MOST, UserState};

/// The name of a status.
pub fn status(status: Status) -> String {
    match status {
        Status::Inactive => t!("status-inactive"),
        Status::ActivationPending => t!("status-activation-pending"),
        Status::Active => t!("status-active"),
        Status::Alerted => t!("status-alerted"),
        Status::Suspended => t!("status-suspended"),
        Status::Blocked => t!("status-blocked"),
        Status::Terminated => t!("status-terminated"),
        Status::Unmanaged => t!("status-unmanaged"),
    }
}

/// The name of a quick filter.
pub fn quick_filter(quick: QuickFilter) -> String {
    match quick {
        QuickFilter::OverAlert => t!("quick-over-alert"),
        QuickFilter::Blocked => t!("quick-blocked"),
        QuickFilter::InSession => t!("quick-in-session"),
        QuickFilter::NeverSeen => t!("quick-never-seen"),
        QuickFilter::NotSeen => t!("quick-not-seen"),
        QuickFilter::NoCap => t!("quick-no-cap"),
        QuickFilter::NearCap => t!("quick-near-cap"),
    }
}

/// The name of a role.
pub fn role(role: Role) -> String {
    match role {
        Role::ViewOnly => t!("role-view-only"),
        Role::User => t!("role-user"),
        Role::Admin => t!("role-admin"),
    }
}

/// How far a user has come.
pub fn user_state(state: UserState) -> String {
    match state {
        UserState::Invited => t!("user-state-invited"),
        UserState::Active => t!("user-state-active"),
        UserState::Disabled => t!("user-state-disabled"),
    }
}

/// What makes a password weak, and how to mend it.
pub fn weakness(weakness: Weakness) -> String {
    match weakness {
        Weakness::TooShort => t!("weakness-too-short", least = format::count(PASSWORD_LEAST as u64)),
        Weakness::TooLong => t!("weakness-too-long", most = format::count(PASSWORD_MOST as u64)),
        Weakness::AboutYou => t!("weakness-about-you"),
        Weakness::Common => t!("weakness-common"),
        Weakness::Keyboard => t!("weakness-keyboard"),
        Weakness::Repeats => t!("weakness-repeats"),
        Weakness::Sequence => t!("weakness-sequence"),
        Weakness::Date => t!("weakness-date"),
        Weakness::SingleWord => t!("weakness-single-word"),
        Weakness::Name => t!("weakness-name"),
        Weakness::Capitals => t!("weakness-capitals"),
        Weakness::Reversed => t!("weakness-reversed"),
        Weakness::Substitutions => t!("weakness-substitutions"),
        Weakness::Unknown => t!("weakness-unknown"),
    }
}

/// Whether an API token is accepted.
pub fn token_state(state: TokenState) -> String {
    match state {
        TokenState::Active => t!("token-state-active"),
        TokenState::Expired => t!("token-state-expired"),
        TokenState::Suspended => t!("token-state-suspended"),
    }
}

/// The heading of a column.
pub fn column(column: Column) -> String {
    match column {
        Column::Iccid => t!("column-iccid"),
        Column::Label => t!("column-label"),
        Column::Account => t!("column-account"),
        Column::Status => t!("column-status"),
        Column::Usage => t!("column-usage"),
        Column::Cap => t!("column-cap"),
        Column::Alert => t!("column-alert"),
        Column::HardCap => t!("column-hard-cap"),
        Column::InSession => t!("column-in-session"),
        Column::LastSeen => t!("column-last-seen"),
        Column::Operator => t!("column-operator"),
        Column::Tariff => t!("column-tariff"),
        Column::Msisdn => t!("column-msisdn"),
        Column::Imsi => t!("column-imsi"),
        Column::Ip => t!("column-ip"),
        Column::Imei => t!("column-imei"),
        Column::Activated => t!("column-activated"),
        Column::Category => t!("column-category"),
        Column::Tags => t!("column-tags"),
        Column::Note => t!("column-note"),
    }
}

/// How close rows stand.
pub fn density(density: Density) -> String {
    match density {
        Density::Comfortable => t!("density-comfortable"),
        Density::Compact => t!("density-compact"),
    }
}

/// Why a SIM cannot take part in an act.
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::Unmanaged => t!("reason-unmanaged"),
        Reason::Terminated => t!("reason-terminated"),
        Reason::NotInService => t!("reason-not-in-service"),
        Reason::ActivationPending => t!("reason-activation-pending"),
        Reason::AlreadyActivated => t!("reason-already-activated"),
        Reason::AlreadySuspended => t!("reason-already-suspended"),
        Reason::NotSuspended => t!("reason-not-suspended"),
        Reason::AlreadyThere => t!("reason-already-there"),
        Reason::Unchanged => t!("reason-unchanged"),
        Reason::TooManyTags => t!("reason-too-many-tags"),
        Reason::CapsNotEnabled => t!("reason-caps-not-enabled"),
        Reason::NotFound => t!("reason-not-found"),
        Reason::ChangedSince => t!("reason-changed-since"),
        Reason::Cancelled => t!("reason-cancelled"),
    }
}
