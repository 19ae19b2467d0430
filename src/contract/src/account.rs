//! Managed accounts.

use crate::{given, wire};
use domain::account::{Account, AccountId};

wire! {
    /// `GET /accounts`: every account the caller sees, in no particular order.
    pub struct Accounts {
        pub items: Vec<Account>,
    }

    /// `POST /accounts`: what to make. It can use what its parent can.
    #[serde(deny_unknown_fields)]
    pub struct NewAccount {
        pub parent_id: AccountId,
        /// Without the spaces around it 1 to 80 characters; no other account under the same parent has this name, whatever
        /// its case.
        pub name: String,
    }

    /// `PATCH /accounts/{id}` (RFC 7396 merge patch): what is absent stays. Needs `If-Match`.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct AccountPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub name: Option<String>,
        /// Moves it with all below it. What the new parent cannot use is switched off in it and below.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub parent_id: Option<AccountId>,
        /// Disabling ends the sessions of its users and of those below.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub enabled: Option<bool>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub features: Option<FeaturesPatch>,
        /// Whether its users, and those of all accounts below, have to sign in with two factors. Unlike the rest, Admins
        /// may switch this in their own account as well.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub require_two_factor: Option<bool>,
    }

    /// Which features to switch; what is absent stays. What is switched off is off in all accounts below as well, and is
    /// not switched on there again with it.
    #[derive(Copy, Default)]
    #[serde(deny_unknown_fields)]
    pub struct FeaturesPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub caps_and_alerts: Option<bool>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub sub_accounts: Option<bool>,
    }

    /// What keeps an account from being deleted: beside the problem `account_not_empty`.
    #[derive(Copy, Default)]
    pub struct Contents {
        /// SIMs of the account itself.
        pub sims: u64,
        /// Users of the account itself.
        pub users: u32,
        /// Accounts right below it.
        pub sub_accounts: u32,
    }
}
