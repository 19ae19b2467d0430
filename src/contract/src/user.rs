//! Users as those see them who manage them.

use crate::{given, wire};
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;
use domain::user::UserState;

/// Most users in one page.
pub const MOST_USERS: u32 = 500;

wire! {
    /// A user.
    pub struct ManagedUser {
        pub id: u32,
        pub account_id: AccountId,
        pub name: String,
        /// Lower case.
        pub email: String,
        pub role: Role,
        pub state: UserState,
        /// While invited: when the link in the mail ends to be of use. `null` when there is no such link.
        pub invitation_expires_at: Option<Timestamp>,
        pub last_sign_in_at: Option<Timestamp>,
        /// Whether signing in takes a code beside the password.
        #[serde(default)]
        pub two_factor: bool,
        /// For `If-Match`.
        pub etag: String,
    }

    /// `GET /users`: a page, by name.
    pub struct UserPage {
        pub items: Vec<ManagedUser>,
        /// How many there are in all.
        pub total: u64,
        /// Opaque; absent on the last page.
        pub next_cursor: Option<String>,
    }

    /// `POST /accounts/{id}/users`: whom to invite.
    #[serde(deny_unknown_fields)]
    pub struct NewUser {
        /// Without the spaces around it 1 to 100 characters.
        pub name: String,
        /// Nobody else has it, whatever its case.
        pub email: String,
        /// Not above the caller's own.
        pub role: Role,
    }

    /// `PATCH /users/{id}` (RFC 7396 merge patch): what is absent stays. Needs `If-Match`.
    ///
    /// An account keeps its last active Admin.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct UserPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub name: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub role: Option<Role>,
        /// Disabling ends the user's sessions.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub enabled: Option<bool>,
    }
}
