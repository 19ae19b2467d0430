//! API tokens: what integrations send as `Authorization: Bearer` in place of a session.

use crate::bulk::Author;
use crate::wire;
use domain::account::AccountId;
use domain::permission::Role;
use domain::time::Timestamp;
use domain::token::TokenState;

/// Most tokens of an account that have not been revoked.
pub const MOST_TOKENS: u32 = 100;

wire! {
    /// `GET /accounts/{id}/tokens`: those that have not been revoked, latest first.
    pub struct ApiTokens {
        pub items: Vec<ApiToken>,
    }

    /// An API token, as it is shown from then on.
    pub struct ApiToken {
        pub id: u32,
        /// It sees this account and all below, as a user of it does.
        pub account_id: AccountId,
        pub name: String,
        /// How it begins, to tell it from others.
        pub hint: String,
        /// What it may do: what it was made with, and never more than who made it may.
        pub role: Role,
        pub state: TokenState,
        pub created_by: Author,
        pub created_at: Timestamp,
        pub expires_at: Timestamp,
        /// To the minute.
        pub last_used_at: Option<Timestamp>,
    }

    /// `POST /accounts/{id}/tokens`: what to make.
    #[serde(deny_unknown_fields)]
    pub struct NewToken {
        /// Without the spaces around it 1 to 80 characters; no other token of the account that could still be used has
        /// this name, whatever its case.
        pub name: String,
        /// Not above the caller's own.
        pub role: Role,
        /// In the future, and at most 732 days from now.
        pub expires_at: Timestamp,
    }

    /// A token that was just made.
    pub struct CreatedToken {
        pub token: ApiToken,
        /// What to send as `Authorization: Bearer`. Told only now; `null` when the same request comes again, because it is
        /// kept nowhere.
        pub secret: Option<String>,
    }
}
