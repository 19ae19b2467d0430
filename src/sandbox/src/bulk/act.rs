//! Carrying out on one SIM what the rules make of it, and taking it back.

use crate::store::accounts::Scope;
use crate::store::sims::Card;
use domain::account::AccountId;
use domain::act::{self, Action, Outcome, Subject};
use domain::lifecycle::Reason;
use domain::metering::LevelSetting;
use domain::recipient::Exchange;
use domain::sim::Status;
use serde::{Deserialize, Serialize};

/// What was changed on a SIM, so that it can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Account {
        before: AccountId,
        after: AccountId,
        /// What became of the notification addresses; the worker fills it in.
        #[serde(default)]
        recipients: Exchange,
    },
    Levels {
        before: LevelSetting,
        after: LevelSetting,
    },
    Service {
        before: Status,
        after: Status,
    },
    Tags {
        before: Vec<String>,
        after: Vec<String>,
    },
    /// Empty for none.
    Category {
        before: String,
        after: String,
    },
}

/// The SIM after the action, and what to record.
pub fn act(action: &Action, card: &Card, scope: &Scope) -> Result<(Card, Change), Reason> {
    action.outcome(card, scope.tree()).map(|outcome| carried_out(card, outcome))
}

/// The SIM as it was before a recorded change, unless something else has changed the same since.
pub fn revert(change: &Change, card: &Card, scope: &Scope) -> Result<(Card, Change), Reason> {
    act::within(scope.tree(), card.account_id)?;
    let outcome = match change {
        &Change::Account { before, after, .. } => {
            unchanged_since(card.account_id == after)?;
            act::move_to(before, card, scope.tree())?
        }
        &Change::Levels { before, after } => {
            unchanged_since(card.setting() == after)?;
            // A cap that was raised for a period does not come back: the period may be over.
            act::set(before.regular(), card, scope.tree())?
        }
        Change::Service { after: Status::Suspended, .. } => {
            unchanged_since(card.status == Status::Suspended)?;
            Outcome::Service(card.status.resume(card.usage, card.levels)?)
        }
        Change::Service { after: Status::ActivationPending, .. } => {
            Outcome::Service(card.status.call_off_activation()?)
        }
        Change::Service { after: Status::Inactive, .. } => {
            unchanged_since(card.status == Status::Inactive)?;
            Outcome::Service(card.status.activate()?)
        }
        Change::Service { after: Status::Terminated, .. } => return Err(Reason::Terminated),
        // Usage may have moved it between the states of service meanwhile; nobody changed anything by that.
        Change::Service { .. } => {
            unchanged_since(card.status.in_service())?;
            Outcome::Service(card.status.suspend()?)
        }
        Change::Tags { before, after } => {
            unchanged_since(card.tags == *after)?;
            Outcome::Tags(before.clone())
        }
        Change::Category { before, after } => {
            unchanged_since(card.category == *after)?;
            act::categorise(Some(before), card)?
        }
    };
    Ok(carried_out(card, outcome))
}

fn unchanged_since(unchanged: bool) -> Result<(), Reason> {
    if unchanged { Ok(()) } else { Err(Reason::ChangedSince) }
}

/// The SIM with what becomes of it, and what to record.
fn carried_out(card: &Card, outcome: Outcome) -> (Card, Change) {
    match outcome {
        Outcome::Account(after) => (
            Card { account_id: after, ..card.clone() },
            Change::Account { before: card.account_id, after, recipients: Exchange::default() },
        ),
        Outcome::Setting(after) => {
            (card.metered(card.meter().set(after)), Change::Levels { before: card.setting(), after })
        }
        Outcome::Service(after) => {
            (card.metered(card.meter().serve(after)), Change::Service { before: card.status, after })
        }
        Outcome::Tags(after) => {
            let change = Change::Tags { before: card.tags.clone(), after: after.clone() };
            (Card { tags: after, ..card.clone() }, change)
        }
        Outcome::Category(after) => {
            let change = Change::Category { before: card.category.clone(), after: after.clone() };
            (Card { category: after, ..card.clone() }, change)
        }
    }
}
