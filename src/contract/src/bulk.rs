//! Bulk operations: every act on SIMs is one, also on a single SIM. Each has a preview, progress, a reason per failed
//! SIM, retry and undo.

use crate::audit::FieldChange;
use crate::wire;
use domain::account::AccountId;
use domain::act::Action;
use domain::act::outlook::Outlook;
use domain::cap::LevelEffects;
use domain::filter::Filter;
use domain::lifecycle::Reason;
use domain::sim::SimId;
use domain::time::Timestamp;

/// Most SIMs that can be named one by one; more go by filter.
pub const MOST_IDS: usize = 100_000;

wire! {
    /// `POST /bulk-operations`: answers 200 with a [`Preview`] for a dry run, else 202 with the [`Operation`].
    #[serde(deny_unknown_fields)]
    pub struct BulkRequest {
        pub action: Action,
        pub target: Target,
        /// Only say what would happen. Needs no idempotency key.
        #[serde(default)]
        pub dry_run: bool,
    }

    /// Which SIMs.
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    pub enum Target {
        Ids(Vec<SimId>),
        /// All that match, seen from the caller's part of the tree.
        Matching {
            filter: Filter,
            #[serde(default)]
            except: Vec<SimId>,
            /// How many the person was told; the operation is refused (`count_changed`) when it is no longer true.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            expected_count: Option<u64>,
        },
    }

    /// What a bulk request would do.
    pub struct Preview {
        /// SIMs the target names.
        pub total: u64,
        /// SIMs that would be changed.
        pub changing: u64,
        /// SIMs that would not, by reason, most first.
        pub refused: Vec<Refusal>,
        /// Accounts the SIMs are in now, most first.
        pub accounts: Vec<AccountCount>,
        /// What happens at once; only for levels.
        pub effects: Option<LevelEffects>,
        /// What becomes of notification addresses; only for moves.
        pub recipients: Option<RecipientEffects>,
    }

    /// What a move would do to the notification addresses set on SIMs. Of addresses of accounts above nothing is told.
    #[derive(Copy, Default)]
    pub struct RecipientEffects {
        /// SIMs that would be moved and have any.
        pub with: u64,
        /// Of these: SIMs that would lose some.
        pub losing: u64,
    }

    /// SIMs that would not be changed, for one reason.
    pub struct Refusal {
        pub reason: Reason,
        pub count: u64,
        /// Some of their ICCIDs.
        pub examples: Vec<String>,
    }

    /// SIMs in one account.
    pub struct AccountCount {
        pub account_id: AccountId,
        pub count: u64,
    }

    /// A bulk operation and how far it is.
    pub struct Operation {
        pub id: u32,
        pub action: Action,
        pub state: OperationState,
        pub counts: Counts,
        pub created_by: Author,
        /// The API token it was started with; `null` where a person started it.
        #[serde(default)]
        pub token: Option<Author>,
        pub created_at: Timestamp,
        pub finished_at: Option<Timestamp>,
        /// The operation that this one undoes.
        pub undo_of: Option<u32>,
        /// The operation whose failures this one tries again.
        pub retry_of: Option<u32>,
        /// The operation that undoes this one.
        #[serde(default)]
        pub undone_by: Option<u32>,
        /// The latest operation that tries the failures of this one again.
        #[serde(default)]
        pub retried_by: Option<u32>,
        /// Whether `POST …/undo` can be asked for now.
        pub can_undo: bool,
    }

    /// Who started or saved something, or the API token it was done with.
    pub struct Author {
        pub id: u32,
        pub name: String,
    }

    /// How many SIMs have got how far.
    #[derive(Copy, Default)]
    pub struct Counts {
        pub total: u64,
        pub done: u64,
        pub failed: u64,
    }

    /// How far an operation is.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum OperationState {
        Queued,
        Running,
        /// Every SIM is done or failed.
        Finished,
        /// Stopped on request; what was not reached failed with `cancelled`.
        Cancelled,
    }

    /// Which operations, by how far they are.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum OperationStage {
        /// Queued or running.
        Running,
        /// Finished or cancelled.
        Over,
        /// Over, and not all of it was done.
        WithFailures,
    }

    /// `GET /bulk-operations`: latest first.
    pub struct OperationPage {
        pub items: Vec<Operation>,
        pub next_cursor: Option<String>,
    }

    /// `GET /bulk-operations/{id}/items`: one page of the SIMs of an operation.
    pub struct ItemPage {
        pub items: Vec<Item>,
        pub next_cursor: Option<String>,
    }

    /// What became of one SIM.
    pub struct Item {
        pub sim_id: SimId,
        /// Empty where the reader does not see the SIM.
        pub iccid: String,
        pub state: ItemState,
        /// Why it failed.
        pub reason: Option<Reason>,
        /// What was changed on the SIM, what follows from it included. Empty where the reader does not see the SIM; accounts
        /// that the reader does not see are `null`.
        #[serde(default)]
        pub changes: Vec<FieldChange>,
    }

    /// `GET /bulk-operations/{id}/reasons`: why SIMs failed, the most frequent reason first.
    pub struct ReasonCounts {
        pub items: Vec<ReasonCount>,
    }

    /// SIMs that failed for one reason.
    #[derive(Copy)]
    pub struct ReasonCount {
        pub reason: Reason,
        pub count: u64,
    }

    /// How far one SIM is.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ItemState {
        Pending,
        Done,
        Failed,
    }
}

impl OperationState {
    /// Whether nothing more will happen.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Finished | Self::Cancelled)
    }
}

impl Preview {
    /// What is known of some SIMs, as the wire has it.
    pub fn new(outlook: Outlook, recipients: Option<RecipientEffects>) -> Self {
        let refused = outlook.refused.into_iter();
        let mut refused: Vec<Refusal> = refused
            .map(|(reason, refused)| Refusal { reason, count: refused.count, examples: refused.examples })
            .collect();
        refused.sort_by_key(|refusal| (std::cmp::Reverse(refusal.count), refusal.reason));
        let mut accounts: Vec<AccountCount> =
            outlook.accounts.iter().map(|(account_id, count)| AccountCount { account_id, count }).collect();
        accounts.sort_by_key(|one| (std::cmp::Reverse(one.count), one.account_id));
        Self {
            total: outlook.total,
            changing: outlook.changing,
            refused,
            accounts,
            effects: outlook.effects,
            recipients,
        }
    }
}
