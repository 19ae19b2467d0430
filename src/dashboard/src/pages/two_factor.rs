//! Setting up two-factor sign-in, in a dialog of the profile or as a page before the app.

pub mod proof;
mod qr_code;
pub mod recovery_codes;
pub mod required;
pub mod setup;
