//! Who is told about the alerts of SIMs: addresses outside, and the users who want to be told.

use crate::bulk::AccountCount;
use crate::{given, wire};
use domain::account::AccountId;
use domain::recipient::{RecipientId, Told};

wire! {
    /// An address outside: of somebody who need not be a user.
    pub struct Recipient {
        pub id: RecipientId,
        pub account_id: AccountId,
        /// Lower case.
        pub email: String,
        /// Whether it gets all alerts of SIMs of its account and of those below.
        pub all_sims: bool,
        /// On how many SIMs it is set, by account, most first: deleting it takes it off all of them.
        pub sims: Vec<AccountCount>,
        /// For `If-Match`. On which SIMs it is set does not change it.
        pub etag: String,
    }

    /// `GET /accounts/{id}/recipients`: who is told about the alerts of all SIMs of an account, and whom it has addresses of.
    pub struct AccountRecipients {
        /// The addresses of the account itself, by address.
        pub items: Vec<Recipient>,
        /// Who gets all alerts of this account's SIMs, by address: of this account and of those above that the caller sees.
        pub told: Vec<Told>,
        /// How many more are told, of accounts above that the caller does not see.
        pub above: u32,
    }

    /// `POST /accounts/{id}/recipients`
    #[serde(deny_unknown_fields)]
    pub struct NewRecipient {
        /// The account does not have it yet, whatever its case.
        pub email: String,
        pub all_sims: bool,
    }

    /// `PATCH /recipients/{id}` (RFC 7396 merge patch): what is absent stays. Needs `If-Match`.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct RecipientPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub all_sims: Option<bool>,
    }

    /// `GET /sims/{id}/recipients`: who is told about the alerts of a SIM.
    pub struct SimRecipients {
        /// By address.
        pub told: Vec<Told>,
        /// How many more are told, of accounts above that the caller does not see.
        pub above: u32,
        /// Addresses of the SIM's account, and of those above that the caller sees, that are not set on the SIM, by address.
        pub can_add: Vec<Address>,
    }

    /// An address that can be set on a SIM.
    pub struct Address {
        pub id: RecipientId,
        pub account_id: AccountId,
        pub email: String,
    }
}
