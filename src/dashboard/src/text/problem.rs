//! What went wrong, in words, with what to do.

use super::{format, t};
use client::Error;
use contract::problem::{FieldCode, ProblemCode};

/// A sentence for an error.
pub fn problem(error: &Error) -> String {
    match error {
        Error::Offline => t!("problem-offline"),
        Error::TimedOut => t!("problem-timed-out"),
        Error::SignedOut => t!("problem-session-expired"),
        Error::Cancelled => t!("problem-cancelled"),
        Error::Unreadable { .. } => t!("problem-unreadable"),
        Error::Problem(refused) => match refused.code {
            ProblemCode::RateLimited => rate_limited(refused.retry_after),
            ProblemCode::Internal | ProblemCode::Unknown => with_trace(refused.code, &refused.trace_id),
            code => by_code(code),
        },
    }
}

fn rate_limited(seconds: Option<u32>) -> String {
    match seconds {
        Some(seconds) if seconds < 120 => t!("problem-rate-limited-seconds", seconds = seconds),
        Some(seconds) => t!("problem-rate-limited-minutes", minutes = seconds.div_ceil(60)),
        None => t!("problem-rate-limited"),
    }
}

/// What the person cannot mend: with what the one who can has to know.
fn with_trace(code: ProblemCode, trace: &str) -> String {
    match code {
        ProblemCode::Internal => t!("problem-internal", trace = trace),
        _ => t!("problem-unknown", trace = trace),
    }
}

fn by_code(code: ProblemCode) -> String {
    match code {
        ProblemCode::BadRequest => t!("problem-bad-request"),
        ProblemCode::BadCredentials => t!("problem-bad-credentials"),
        ProblemCode::TwoFactorRequired => t!("problem-two-factor-required"),
        ProblemCode::WrongCode => t!("field-wrong-code"),
        ProblemCode::TwoFactorSetupRequired => t!("problem-two-factor-setup-required"),
        ProblemCode::SessionExpired => t!("problem-session-expired"),
        ProblemCode::TokenInvalid => t!("problem-token-invalid"),
        ProblemCode::BadCsrfToken => t!("problem-bad-csrf-token"),
        ProblemCode::Forbidden => t!("problem-forbidden"),
        ProblemCode::ViewOnly => t!("problem-view-only"),
        ProblemCode::NotForTokens => t!("problem-not-for-tokens"),
        ProblemCode::NotFound => t!("problem-not-found"),
        ProblemCode::LinkInvalid => t!("problem-link-invalid"),
        ProblemCode::MethodNotAllowed => t!("problem-method-not-allowed"),
        ProblemCode::CountChanged => t!("problem-count-changed"),
        ProblemCode::WrongState => t!("problem-wrong-state"),
        ProblemCode::AccountNotEmpty => t!("problem-account-not-empty"),
        ProblemCode::KeyReused => t!("problem-key-reused"),
        ProblemCode::Stale => t!("problem-stale"),
        ProblemCode::TooLarge => t!("problem-too-large"),
        ProblemCode::UnsupportedMediaType => t!("problem-unsupported-media-type"),
        ProblemCode::Invalid => t!("problem-invalid"),
        ProblemCode::PreconditionRequired => t!("problem-precondition-required"),
        ProblemCode::KeyRequired => t!("problem-key-required"),
        ProblemCode::RateLimited => t!("problem-rate-limited"),
        ProblemCode::Unavailable => t!("problem-unavailable"),
        ProblemCode::Internal | ProblemCode::Unknown => with_trace(code, "–"),
    }
}

/// A sentence for what is wrong with a field, to stand beside it.
pub fn field_problem(code: FieldCode) -> String {
    match code {
        FieldCode::Required => t!("field-required"),
        FieldCode::TooLong => t!("field-too-long"),
        FieldCode::AlertAboveCap => t!("field-alert-above-cap"),
        FieldCode::LevelTooLarge => {
            t!("field-level-too-large", most = format::amount(domain::cap::LARGEST_LEVEL))
        }
        FieldCode::LevelZero => t!("field-level-zero"),
        FieldCode::UnknownAccount => t!("field-unknown-account"),
        FieldCode::AccountDisabled => t!("field-account-disabled"),
        FieldCode::CapsNotEnabled => t!("field-caps-not-enabled"),
        FieldCode::NotAboveCap => t!("field-not-above-cap"),
        FieldCode::NoCap => t!("field-no-cap"),
        FieldCode::HardCapUnsupported => t!("field-hard-cap-unsupported"),
        FieldCode::NotEditable => t!("field-not-editable"),
        FieldCode::EmptyTarget => t!("field-empty-target"),
        FieldCode::TooDeep => t!("field-too-deep"),
        FieldCode::NameTaken => t!("field-name-taken"),
        FieldCode::TooMany => t!("field-too-many"),
        FieldCode::UnderItself => t!("field-under-itself"),
        FieldCode::SubAccountsNotAllowed => t!("field-sub-accounts-not-allowed"),
        FieldCode::ParentLacksFeature => t!("field-parent-lacks-feature"),
        FieldCode::NotBelow => t!("field-not-below"),
        FieldCode::OwnAccount => t!("field-own-account"),
        FieldCode::LastAdmin => t!("field-last-admin"),
        FieldCode::RoleAboveOwn => t!("field-role-above-own"),
        FieldCode::InThePast => t!("field-in-the-past"),
        FieldCode::TooFarAhead => t!("field-too-far-ahead"),
        FieldCode::BadEmail => t!("field-bad-email"),
        FieldCode::EmailTaken => t!("field-email-taken"),
        FieldCode::RecipientTaken => t!("field-recipient-taken"),
        FieldCode::TooShort => t!("field-too-short"),
        FieldCode::WeakPassword => t!("field-weak-password"),
        FieldCode::WrongPassword => t!("field-wrong-password"),
        FieldCode::WrongCode => t!("field-wrong-code"),
        FieldCode::TwoFactorEnforced => t!("field-two-factor-enforced"),
        FieldCode::UnknownLabel => t!("field-unknown-label"),
        FieldCode::TooLittleContrast => t!("field-too-little-contrast"),
        FieldCode::BadHost => t!("field-bad-host"),
        FieldCode::HostTaken => t!("field-host-taken"),
        FieldCode::BadAddress => t!("field-bad-address"),
        FieldCode::UnknownImage => t!("field-unknown-image"),
        FieldCode::BadImage => t!("field-bad-image"),
        FieldCode::UnsafeImage => t!("field-unsafe-image"),
        FieldCode::Invalid => t!("field-invalid"),
    }
}
