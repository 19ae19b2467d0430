//! The history of SIMs: what became of them, when, by whom and why.

use crate::audit::FieldChange;
use crate::bulk::Author;
use crate::wire;
use domain::account::AccountId;
use domain::history::Cause;
use domain::sim::SimId;
use domain::time::Timestamp;

/// Most entries in one page.
pub const MOST_CHANGES: u32 = 500;

wire! {
    /// `GET /sims/{id}/history` and `GET /sim-history`: a page, latest first.
    pub struct HistoryPage {
        pub items: Vec<HistoryEntry>,
        /// The accounts that are named in it, also those that have been deleted since.
        pub accounts: Vec<NamedAccount>,
        /// Opaque; absent when there is nothing more. A page can be short, even empty, and go on: not all that was looked
        /// at was asked for.
        pub next_cursor: Option<String>,
    }

    /// What became of a SIM at once.
    pub struct HistoryEntry {
        pub id: u32,
        pub at: Timestamp,
        pub sim_id: SimId,
        pub iccid: String,
        /// Whether the reader still sees the SIM.
        pub in_sight: bool,
        /// The account that the SIM was in before; `null` where it came from one that the reader does not see.
        pub account_id: Option<AccountId>,
        /// Who did it, or whose token did; `null` where nobody did, and where it was somebody of an account above.
        pub user: Option<Author>,
        /// The API token it was done with.
        pub token: Option<Author>,
        /// Somebody of an account above did it, who is not named.
        pub outside: bool,
        pub cause: Cause,
        /// The bulk operation, if the reader sees it.
        pub operation_id: Option<u32>,
        /// What changed. An `account_id` that is `null` is an account that the reader does not see.
        pub changes: Vec<FieldChange>,
    }

    /// An account and what it is called now.
    pub struct NamedAccount {
        pub id: AccountId,
        pub name: String,
    }
}
