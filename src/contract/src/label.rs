//! Tags and categories: the lists that accounts keep of them.

use crate::bulk::Operation;
use crate::{given, wire};
use domain::account::AccountId;
use domain::label::{Colour, LabelId};

wire! {
    /// `GET /tags`, `GET /categories`: by name.
    pub struct Labels {
        pub items: Vec<Label>,
    }

    /// A tag or category. The same name stands here twice where two accounts, neither above the other, define it.
    pub struct Label {
        /// `null` where no account defines it: SIMs have it, and that is all.
        pub id: Option<LabelId>,
        pub name: String,
        /// `null` where no account defines it.
        pub colour: Option<Colour>,
        /// The account that defines it, for its own SIMs and those below; `null` where that lies above the caller's, or where
        /// there is none.
        pub account_id: Option<AccountId>,
        /// SIMs of the caller's part of the tree that have it; `null` where that was not asked for.
        pub sims: Option<u64>,
        /// For `If-Match`; `null` where no account defines it.
        pub etag: Option<String>,
    }

    /// `POST /tags`, `POST /categories`
    #[serde(deny_unknown_fields)]
    pub struct NewLabel {
        /// Without commas, control characters and spaces at its ends.
        #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 40))]
        pub name: String,
        pub colour: Colour,
        /// The account that is to define it; the caller's own when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub account_id: Option<AccountId>,
    }

    /// `PATCH /tags/{id}`, `PATCH /categories/{id}` (RFC 7396 merge patch): what is absent stays. Needs `If-Match`.
    ///
    /// A new name is put on all SIMs that have the old one by the definition.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct LabelPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false, min_length = 1, max_length = 40))]
        pub name: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
        #[cfg_attr(feature = "openapi", schema(nullable = false))]
        pub colour: Option<Colour>,
    }

    /// `POST /tags/{id}/merge`, `POST /categories/{id}/merge`
    #[serde(deny_unknown_fields)]
    pub struct LabelMerge {
        /// What takes its place, defined in the same account or above.
        pub into: LabelId,
    }

    /// What a change to a list made of a tag or category, and what it does to SIMs.
    pub struct LabelChange {
        /// As it is now; after a merge the one that took its place; `null` when it was deleted.
        pub label: Option<Label>,
        /// Carries it out on the SIMs; `null` when none has it, or nothing changes for them.
        pub operation: Option<Operation>,
    }
}
