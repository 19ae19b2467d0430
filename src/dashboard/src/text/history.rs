//! Texts for the codes of histories and of the audit log. Each key stands here as it is, so that the test of texts sees it.

use super::{format, t};
use domain::account::AccountId;
use domain::audit::{AuditAction, AuditField, AuditGroup, SubjectKind};
use domain::history::{Cause, SimField};
use domain::permission::Role;
use domain::sim::{HardCap, Status};
use domain::time::Timestamp;

/// Longest text of a change that is shown; files have all of it.
const LONGEST: usize = 160;

/// What made a change.
pub fn cause(it: Cause) -> String {
    match it {
        Cause::Edited => t!("cause-edited"),
        Cause::Operation => t!("cause-operation"),
        Cause::Lifted => t!("cause-lifted"),
        Cause::Usage => t!("cause-usage"),
        Cause::NewPeriod => t!("cause-new-period"),
        Cause::Network => t!("cause-network"),
    }
}

/// An act, as the audit log has it.
pub fn audit_action(it: AuditAction) -> String {
    match it {
        AuditAction::SignedIn => t!("audit-signed-in"),
        AuditAction::SignInFailed => t!("audit-sign-in-failed"),
        AuditAction::SignedOut => t!("audit-signed-out"),
        AuditAction::SignedOutElsewhere => t!("audit-signed-out-elsewhere"),
        AuditAction::AccountCreated => t!("audit-account-created"),
        AuditAction::AccountRenamed => t!("audit-account-renamed"),
        AuditAction::AccountMoved => t!("audit-account-moved"),
        AuditAction::AccountDisabled => t!("audit-account-disabled"),
        AuditAction::AccountEnabled => t!("audit-account-enabled"),
        AuditAction::FeaturesChanged => t!("audit-features-changed"),
        AuditAction::TwoFactorRequirementChanged => t!("audit-two-factor-requirement-changed"),
        AuditAction::AccountDeleted => t!("audit-account-deleted"),
        AuditAction::BrandingChanged => t!("audit-branding-changed"),
        AuditAction::SupportChanged => t!("audit-support-changed"),
        AuditAction::UserInvited => t!("audit-user-invited"),
        AuditAction::InvitationResent => t!("audit-invitation-resent"),
        AuditAction::InvitationWithdrawn => t!("audit-invitation-withdrawn"),
        AuditAction::InvitationAccepted => t!("audit-invitation-accepted"),
        AuditAction::UserRenamed => t!("audit-user-renamed"),
        AuditAction::UserRoleChanged => t!("audit-user-role-changed"),
        AuditAction::UserDisabled => t!("audit-user-disabled"),
        AuditAction::UserEnabled => t!("audit-user-enabled"),
        AuditAction::UserDeleted => t!("audit-user-deleted"),
        AuditAction::ProfileChanged => t!("audit-profile-changed"),
        AuditAction::PasswordChanged => t!("audit-password-changed"),
        AuditAction::PasswordReset => t!("audit-password-reset"),
        AuditAction::EmailChanged => t!("audit-email-changed"),
        AuditAction::TwoFactorEnabled => t!("audit-two-factor-enabled"),
        AuditAction::TwoFactorDisabled => t!("audit-two-factor-disabled"),
        AuditAction::TwoFactorReset => t!("audit-two-factor-reset"),
        AuditAction::RecoveryCodesRenewed => t!("audit-recovery-codes-renewed"),
        AuditAction::RecoveryCodeUsed => t!("audit-recovery-code-used"),
        AuditAction::RecipientAdded => t!("audit-recipient-added"),
        AuditAction::RecipientChanged => t!("audit-recipient-changed"),
        AuditAction::RecipientRemoved => t!("audit-recipient-removed"),
        AuditAction::TokenCreated => t!("audit-token-created"),
        AuditAction::TokenRevoked => t!("audit-token-revoked"),
        AuditAction::ViewAsBegan => t!("audit-view-as-began"),
        AuditAction::ViewAsEnded => t!("audit-view-as-ended"),
        AuditAction::LabelCreated => t!("audit-label-created"),
        AuditAction::LabelRenamed => t!("audit-label-renamed"),
        AuditAction::LabelColourChanged => t!("audit-label-colour-changed"),
        AuditAction::LabelMerged => t!("audit-label-merged"),
        AuditAction::LabelDeleted => t!("audit-label-deleted"),
        AuditAction::LabelRestored => t!("audit-label-restored"),
        AuditAction::SimChanged => t!("audit-sim-changed"),
        AuditAction::MoveStarted => t!("audit-move-started"),
        AuditAction::LevelsStarted => t!("audit-levels-started"),
        AuditAction::ActivateStarted => t!("audit-activate-started"),
        AuditAction::SuspendStarted => t!("audit-suspend-started"),
        AuditAction::ResumeStarted => t!("audit-resume-started"),
        AuditAction::TerminateStarted => t!("audit-terminate-started"),
        AuditAction::TagsStarted => t!("audit-tags-started"),
        AuditAction::CategoryStarted => t!("audit-category-started"),
        AuditAction::ReplaceLabelStarted => t!("audit-replace-label-started"),
        AuditAction::OperationCancelled => t!("audit-operation-cancelled"),
    }
}

/// What acts are about.
pub fn audit_group(it: AuditGroup) -> String {
    match it {
        AuditGroup::SignIn => t!("audit-group-sign-in"),
        AuditGroup::Accounts => t!("audit-group-accounts"),
        AuditGroup::Users => t!("audit-group-users"),
        AuditGroup::Profiles => t!("audit-group-profiles"),
        AuditGroup::Recipients => t!("audit-group-recipients"),
        AuditGroup::Tokens => t!("audit-group-tokens"),
        AuditGroup::Views => t!("audit-group-views"),
        AuditGroup::Labels => t!("audit-group-labels"),
        AuditGroup::Sims => t!("audit-group-sims"),
    }
}

/// What an act was done to.
pub fn subject_kind(it: SubjectKind) -> String {
    match it {
        SubjectKind::Account => t!("subject-account"),
        SubjectKind::User => t!("subject-user"),
        SubjectKind::Token => t!("subject-token"),
        SubjectKind::Recipient => t!("subject-recipient"),
        SubjectKind::Tag => t!("subject-tag"),
        SubjectKind::Category => t!("subject-category"),
        SubjectKind::Sim => t!("subject-sim"),
        SubjectKind::Operation => t!("subject-operation"),
    }
}

/// What changes on a SIM.
pub fn sim_field(it: SimField) -> String {
    match it {
        SimField::Account => t!("sim-field-account"),
        SimField::Status => t!("sim-field-status"),
        SimField::Cap => t!("sim-field-cap"),
        SimField::RegularCap => t!("sim-field-regular-cap"),
        SimField::Alert => t!("sim-field-alert"),
        SimField::HardCap => t!("sim-field-hard-cap"),
        SimField::Label => t!("sim-field-label"),
        SimField::Note => t!("sim-field-note"),
        SimField::Category => t!("sim-field-category"),
        SimField::Tags => t!("sim-field-tags"),
        SimField::Recipient => t!("sim-field-recipient"),
    }
}

/// What else the audit log tells of.
pub fn audit_field(it: AuditField) -> String {
    match it {
        AuditField::Parent => t!("audit-field-parent"),
        AuditField::Name => t!("audit-field-name"),
        AuditField::Enabled => t!("audit-field-enabled"),
        AuditField::CapsAndAlerts => t!("audit-field-caps-and-alerts"),
        AuditField::SubAccounts => t!("audit-field-sub-accounts"),
        AuditField::RequireTwoFactor => t!("audit-field-require-two-factor"),
        AuditField::Email => t!("audit-field-email"),
        AuditField::Role => t!("audit-field-role"),
        AuditField::Language => t!("audit-field-language"),
        AuditField::Alerts => t!("audit-field-alerts"),
        AuditField::AllSims => t!("audit-field-all-sims"),
        AuditField::Sim => t!("audit-field-sim"),
        AuditField::ExpiresAt => t!("audit-field-expires-at"),
        AuditField::Sims => t!("audit-field-sims"),
        AuditField::EndSessionAtCap => t!("audit-field-end-session-at-cap"),
        AuditField::Colour => t!("audit-field-colour"),
        AuditField::ProductName => t!("branding-product-name"),
        AuditField::Logo => t!("branding-logo"),
        AuditField::Favicon => t!("branding-favicon"),
        AuditField::Accent => t!("branding-accent"),
        AuditField::Header => t!("branding-header"),
        AuditField::MailSender => t!("branding-mail-sender"),
        AuditField::MailFooter => t!("branding-mail-footer"),
        AuditField::Hosts => t!("branding-host-names"),
        AuditField::Support => t!("support-way"),
        AuditField::Into => t!("audit-field-into"),
        AuditField::Tag => t!("audit-field-tag"),
        AuditField::UndoOf => t!("audit-field-undo-of"),
        AuditField::RetryOf => t!("audit-field-retry-of"),
    }
}

/// The name of a field, by its code on the wire; a code that is new here stands for itself.
pub fn field(code: &str) -> String {
    SimField::from_code(code)
        .map(sim_field)
        .or_else(|| AuditField::from_code(code).map(audit_field))
        .unwrap_or_else(|| code.to_owned())
}

/// What a field was or became, as people write it. Accounts are called as `account` says, which knows those that are seen.
pub fn value(field: &str, value: Option<&str>, account: impl Fn(AccountId) -> Option<String>) -> String {
    let sim = SimField::from_code(field);
    let other = AuditField::from_code(field);
    if sim == Some(SimField::Account) || other == Some(AuditField::Parent) {
        let id = value.and_then(|id| id.parse().ok()).map(AccountId);
        return id.and_then(account).unwrap_or_else(|| t!("history-another-account"));
    }
    let Some(value) = value.filter(|value| !value.is_empty()) else { return t!("none") };
    let known = match (sim, other) {
        (Some(SimField::Status), _) => Status::from_code(value).map(super::status),
        (Some(SimField::Cap | SimField::RegularCap | SimField::Alert), _) => {
            value.parse().ok().map(format::amount_exact)
        }
        (Some(SimField::HardCap), _) => HardCap::from_code(value).map(|hard_cap| match hard_cap {
            HardCap::On => t!("yes"),
            HardCap::Off => t!("no"),
            HardCap::Unsupported => t!("unsupported"),
        }),
        (Some(SimField::Label | SimField::Note), _) | (_, Some(AuditField::Name)) => {
            Some(t!("history-quoted", text = shortened(value)))
        }
        (_, Some(AuditField::Role)) => Role::from_code(value).map(super::role),
        (_, Some(AuditField::ExpiresAt)) => value.parse::<Timestamp>().ok().map(format::date),
        (_, Some(AuditField::Sims)) => value.parse().ok().map(format::count),
        _ => None,
    };
    known.unwrap_or_else(|| match value {
        "true" => t!("yes"),
        "false" => t!("no"),
        other => shortened(other),
    })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
