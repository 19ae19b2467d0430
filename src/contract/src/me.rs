//! What people do for themselves: passwords, their profile, their sessions.

use crate::{given, wire};
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;
use serde::{Deserialize, Deserializer};

/// Where the dashboard takes a mailed link to an invitation: the token follows.
pub const INVITATION_PAGE: &str = "/invitation/";
/// Where the dashboard takes a mailed link to a new password: the token follows.
pub const PASSWORD_RESET_PAGE: &str = "/password-reset/";
/// Where the dashboard takes a mailed link that confirms an e-mail address: the token follows.
pub const EMAIL_PAGE: &str = "/email-confirmation/";

wire! {
    /// `GET /invitations/{token}`: whom the link is for.
    pub struct Invitation {
        pub name: String,
        pub email: String,
        pub account_name: String,
        pub expires_at: Timestamp,
    }

    /// `GET /password-resets/{token}`: whom the link is for.
    pub struct PasswordReset {
        pub name: String,
        pub email: String,
        pub expires_at: Timestamp,
    }

    /// `GET /email-confirmations/{token}`: whose new address the link is about.
    pub struct EmailConfirmation {
        pub name: String,
        /// The new one.
        pub email: String,
        pub expires_at: Timestamp,
    }

    /// `POST /invitations/{token}`, `POST /password-resets/{token}`
    #[serde(deny_unknown_fields)]
    pub struct NewPassword {
        /// 12 to 128 characters that are not guessed soon.
        pub password: String,
    }

    /// `POST /password-resets`: who has forgotten their password.
    #[serde(deny_unknown_fields)]
    pub struct ForgottenPassword {
        pub email: String,
    }

    /// `GET /me`: the caller's own profile.
    pub struct Profile {
        pub id: u32,
        pub name: String,
        pub email: String,
        pub role: Role,
        pub account_id: AccountId,
        /// A language tag (RFC 5646); `null` is that of the browser.
        pub language: Option<String>,
        /// Whether it is told about the alerts of SIMs of its account and of those below.
        pub alerts: bool,
        /// For `If-Match`.
        pub etag: String,
    }

    /// `PATCH /me` (RFC 7396 merge patch): what is absent stays. Needs `If-Match`.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct ProfilePatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub name: Option<String>,
        /// `null` for that of the browser.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 35))]
        pub language: Option<Option<String>>,
        /// Whether to be told about the alerts of SIMs of the own account and of those below.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub alerts: Option<bool>,
    }

    /// `POST /me/password`: ends all other sessions.
    #[serde(deny_unknown_fields)]
    pub struct PasswordChange {
        pub current: String,
        /// 12 to 128 characters that are not guessed soon.
        pub new: String,
    }

    /// `POST /me/email`: a mail goes to the new address, and nothing changes until its link is followed.
    #[serde(deny_unknown_fields)]
    pub struct EmailChange {
        pub email: String,
        /// The current one.
        pub password: String,
    }

    /// `GET /me/sessions`: where the caller is signed in, latest first.
    pub struct OwnSessions {
        pub items: Vec<OwnSession>,
    }

    /// A session that runs.
    pub struct OwnSession {
        /// Whether it is the one that asks.
        pub current: bool,
        /// What the browser said of itself (`User-Agent`); empty when it said nothing.
        pub client: String,
        pub began_at: Timestamp,
        pub expires_at: Timestamp,
    }
}

/// Tells `null` from absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
