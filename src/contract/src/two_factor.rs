//! Two-factor sign-in: a code from an authenticator app (TOTP, RFC 6238) beside the password.
//!
//! Codes have six digits, change every 30 seconds and are made with HMAC-SHA-1, which is what every app does. The code
//! before and the code after the current one are taken as well, and each only once. Wherever a code is asked for, one of
//! the recovery codes does, too; it is used up by it.

use crate::wire;

/// How many recovery codes somebody gets.
pub const RECOVERY_CODES: usize = 10;

wire! {
    /// `GET /me/two-factor`: how the caller signs in.
    #[derive(Copy)]
    pub struct TwoFactor {
        /// Whether signing in takes a code.
        pub enabled: bool,
        /// Whether the caller's account, or one above it, requires it: then it cannot be switched off.
        pub required: bool,
        /// Recovery codes that were not used yet.
        pub recovery_codes_left: u32,
    }

    /// `POST /me/two-factor`: begins setting it up. Nothing changes before the first code is confirmed.
    #[serde(deny_unknown_fields)]
    pub struct TwoFactorStart {
        /// The current one.
        pub password: String,
        /// Needed when it is on already, to go over to another app.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
    }

    /// What the authenticator app is given. Told once.
    pub struct TwoFactorSetup {
        /// In Base32 (RFC 4648) without padding, to be typed in.
        pub secret: String,
        /// `otpauth://totp/…`, to be shown as a QR code.
        pub uri: String,
    }

    /// `POST /me/two-factor/confirmation`: switches it on.
    #[serde(deny_unknown_fields)]
    pub struct TwoFactorConfirmation {
        /// From the app that was just set up.
        pub code: String,
    }

    /// `POST /me/two-factor/recovery-codes`, `POST /me/two-factor/removal`
    #[serde(deny_unknown_fields)]
    pub struct TwoFactorProof {
        /// The current one.
        pub password: String,
        /// From the authenticator app, or a recovery code.
        pub code: String,
    }

    /// Told once: only their hashes are kept.
    pub struct RecoveryCodes {
        /// Each signs in once when there is no authenticator app at hand. Whatever its case, with or without the hyphens.
        pub codes: Vec<String>,
    }
}
