//! Signing in and out.

use crate::wire;
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;

wire! {
    /// `POST /session`: who signs in.
    #[serde(deny_unknown_fields)]
    pub struct Credentials {
        pub email: String,
        pub password: String,
    }

    /// The running session: answers `POST /session` and `GET /session`.
    pub struct Session {
        pub user: User,
        /// To be sent as [`crate::CSRF_HEADER`] with every unsafe method.
        pub csrf_token: String,
        /// When it ends if nothing is asked until then.
        pub expires_at: Timestamp,
    }

    /// The person who is signed in.
    pub struct User {
        pub id: u32,
        pub name: String,
        pub email: String,
        pub role: Role,
        /// The account the user belongs to: the topmost one it sees.
        pub account_id: AccountId,
        /// A language tag (RFC 5646); `null` is that of the browser.
        #[serde(default)]
        pub language: Option<String>,
    }
}
