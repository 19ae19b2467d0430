//! Signing in and out.

use crate::branding::ShownBranding;
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
        /// Only after `two_factor_required`: from the authenticator app, or a recovery code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub code: Option<String>,
        #[serde(default)]
        pub carrier: Carrier,
    }

    /// How requests say which session they belong to.
    #[derive(Copy, Default)]
    #[serde(rename_all = "snake_case")]
    pub enum Carrier {
        /// By a cookie that no script can read, and [`crate::CSRF_HEADER`]: for a dashboard on the API's own site.
        #[default]
        Cookie,
        /// By `Authorization: Bearer` and the session's token, which the page keeps in memory: for a dashboard elsewhere.
        Token,
    }

    /// The running session: answers `POST /session` and `GET /session`.
    pub struct Session {
        /// While there is a view: with the viewed account and the role View only.
        pub user: User,
        /// What the person sees the app as.
        #[serde(default)]
        pub view: Option<View>,
        /// To be sent as [`crate::CSRF_HEADER`] with every unsafe method.
        pub csrf_token: String,
        /// When it ends if nothing is asked until then.
        pub expires_at: Timestamp,
        /// The account requires two-factor sign-in and the user has not set it up: until that is done, only `/session` and
        /// `/me/two-factor` answer, everything else is 403 `two_factor_setup_required`.
        #[serde(default)]
        pub two_factor_setup_required: bool,
        /// How the app looks to the person: that of the account, or of the one that it is seen as.
        #[serde(default)]
        pub branding: ShownBranding,
        /// Only in the answer to a `POST /session` that asks for the carrier `token`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub token: Option<String>,
    }

    /// An account below the own one that an Admin sees the app as. Nothing can be changed meanwhile.
    pub struct View {
        pub account_id: AccountId,
        pub account_name: String,
    }

    /// `PUT /session/view`: as which account to see the app.
    #[serde(deny_unknown_fields)]
    pub struct NewView {
        /// Below the own account.
        pub account_id: AccountId,
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
