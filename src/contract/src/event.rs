//! `GET /events`: server-sent events that announce changes. They carry no SIM data; the reader asks for it.

use crate::bulk::Operation;
use crate::wire;

wire! {
    /// One announcement: the `data` of a server-sent event of type `message`.
    #[serde(rename_all = "snake_case")]
    pub enum Event {
        /// SIMs changed; ask for the changes since your version.
        Estate { version: u64 },
        /// An account was created, changed or moved, or its counts changed.
        Accounts,
        /// A user was invited, changed or deleted: the caller itself, or one of those it may see.
        Users,
        /// The lists of tags and categories changed.
        Labels,
        /// Usage of SIMs reached levels, or somebody has read of it: the caller, or somebody else.
        Notifications,
        /// One of the caller's bulk operations went on.
        Operation(Operation),
        /// An announcement this version does not know.
        #[serde(other)]
        Unknown,
    }
}
