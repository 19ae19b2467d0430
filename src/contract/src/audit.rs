//! The audit log: who did what, when, to what.

use crate::bulk::Author;
use crate::history::NamedAccount;
use crate::wire;
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::time::Timestamp;

/// Most entries in one page.
pub const MOST_ENTRIES: u32 = 500;

wire! {
    /// `GET /audit-log`: a page, latest first.
    pub struct AuditPage {
        pub items: Vec<AuditEntry>,
        /// The accounts that are named in it, also those that have been deleted since.
        pub accounts: Vec<NamedAccount>,
        /// Opaque; absent when there is nothing more. A page can be short, even empty, and go on: not all that was looked
        /// at was asked for.
        pub next_cursor: Option<String>,
    }

    /// One act. Names are those of the moment.
    pub struct AuditEntry {
        pub id: u32,
        pub at: Timestamp,
        /// Who did it, or whose token did; `null` where nobody was signed in, and where it was somebody of an account above.
        pub user: Option<Author>,
        /// The API token it was done with; `null` where a person did it.
        pub token: Option<Author>,
        /// Somebody of an account above did it, who is not named.
        pub outside: bool,
        /// The account that the user looked through the eyes of.
        pub viewed_as: Option<AccountId>,
        /// The account it concerns.
        pub account_id: AccountId,
        /// What that account is called now.
        pub account_name: String,
        pub action: AuditAction,
        pub subject: Subject,
        /// What was changed by it; what was not is not told.
        pub changes: Vec<FieldChange>,
    }

    /// What an act was done to.
    pub struct Subject {
        pub kind: SubjectKind,
        pub id: u32,
        /// Empty for what has no name; of a SIM its ICCID.
        pub name: String,
    }

    /// What a field was and became.
    pub struct FieldChange {
        /// As the wire calls it, such as `role` or `cap_bytes`.
        pub field: String,
        /// As the wire writes it; `null` is none, and of an account also one that the reader does not see.
        pub old: Option<String>,
        pub new: Option<String>,
    }
}
