//! What an act makes of one SIM, or why it cannot: the same for previews, for the worker and for single edits.

use crate::store::accounts::Scope;
use crate::store::sims::Card;
use contract::bulk::Action;
use domain::account::AccountId;
use domain::cap::Levels;
use domain::label::{self, LabelKind};
use domain::lifecycle::Reason;
use domain::metering::LevelSetting;
use domain::permission::Permission;
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

/// What a role needs to be allowed to ask for the action.
pub fn permission(action: &Action) -> Permission {
    match action {
        Action::MoveToAccount { .. } => Permission::MoveSims,
        Action::SetLevels { .. } => Permission::SetLevels,
        Action::Activate | Action::Suspend | Action::Resume | Action::Terminate => {
            Permission::ChangeLifecycle
        }
        Action::EditTags { .. } | Action::SetCategory { .. } | Action::ReplaceLabel { .. } => {
            Permission::ManageLabels
        }
    }
}

/// The SIM after the action, and what to record.
pub fn act(action: &Action, card: &Card, scope: &Scope) -> Result<(Card, Change), Reason> {
    if !scope.contains(card.account_id) {
        return Err(Reason::NotFound);
    }
    match action {
        &Action::MoveToAccount { account_id, .. } => {
            card.status.movable()?;
            // Moved elsewhere or deleted since it was asked for.
            if !scope.contains(account_id) {
                return Err(Reason::NotFound);
            }
            relocate(card, account_id)
        }
        &Action::SetLevels { cap_bytes, alert_bytes, end_session_at_cap } => {
            let levels = Levels { cap: cap_bytes, alert: alert_bytes };
            let hard_cap = end_session_at_cap.map_or(card.hard_cap, |on| card.hard_cap.wished(on));
            set_levels(card, LevelSetting { levels, hard_cap, regular_cap: None }, scope)
        }
        Action::Activate => Ok(serve(card, card.status.activate()?)),
        Action::Suspend => Ok(serve(card, card.status.suspend()?)),
        Action::Resume => Ok(serve(card, card.status.resume(card.usage, card.levels)?)),
        Action::Terminate => Ok(serve(card, card.status.terminate()?)),
        Action::EditTags { add, remove } => {
            card.status.editable()?;
            Ok(tag(card, label::retagged(&card.tags, add, remove)?))
        }
        Action::SetCategory { category } => {
            card.status.editable()?;
            categorise(card, category.as_deref())
        }
        Action::ReplaceLabel { kind: LabelKind::Tag, name, by } => {
            Ok(tag(card, label::replaced(&card.tags, name, by.as_deref())?))
        }
        Action::ReplaceLabel { kind: LabelKind::Category, name, by } => {
            if card.category != *name {
                return Err(Reason::Unchanged);
            }
            categorise(card, by.as_deref())
        }
    }
}

/// The SIM as it was before a recorded change, unless something else has changed the same since.
pub fn revert(change: &Change, card: &Card, scope: &Scope) -> Result<(Card, Change), Reason> {
    if !scope.contains(card.account_id) {
        return Err(Reason::NotFound);
    }
    match change {
        &Change::Account { before, after, .. } => {
            unchanged_since(card.account_id == after)?;
            card.status.movable()?;
            if !scope.contains(before) {
                return Err(Reason::NotFound);
            }
            relocate(card, before)
        }
        &Change::Levels { before, after } => {
            unchanged_since(card.setting() == after)?;
            // A cap that was raised for a period does not come back: the period may be over.
            set_levels(card, before.regular(), scope)
        }
        Change::Service { after: Status::Suspended, .. } => {
            unchanged_since(card.status == Status::Suspended)?;
            Ok(serve(card, card.status.resume(card.usage, card.levels)?))
        }
        Change::Service { after: Status::ActivationPending, .. } => {
            Ok(serve(card, card.status.call_off_activation()?))
        }
        Change::Service { after: Status::Inactive, .. } => {
            unchanged_since(card.status == Status::Inactive)?;
            Ok(serve(card, card.status.activate()?))
        }
        Change::Service { after: Status::Terminated, .. } => Err(Reason::Terminated),
        // Usage may have moved it between the states of service meanwhile; nobody changed anything by that.
        Change::Service { .. } => {
            unchanged_since(card.status.in_service())?;
            Ok(serve(card, card.status.suspend()?))
        }
        Change::Tags { before, after } => {
            unchanged_since(card.tags == *after)?;
            Ok(tag(card, before.clone()))
        }
        Change::Category { before, after } => {
            unchanged_since(card.category == *after)?;
            categorise(card, Some(before))
        }
    }
}

fn unchanged_since(unchanged: bool) -> Result<(), Reason> {
    if unchanged { Ok(()) } else { Err(Reason::ChangedSince) }
}

fn relocate(card: &Card, to: AccountId) -> Result<(Card, Change), Reason> {
    if card.account_id == to {
        return Err(Reason::AlreadyThere);
    }
    let change = Change::Account { before: card.account_id, after: to, recipients: Exchange::default() };
    Ok((Card { account_id: to, ..card.clone() }, change))
}

fn set_levels(card: &Card, after: LevelSetting, scope: &Scope) -> Result<(Card, Change), Reason> {
    card.status.editable()?;
    if !scope.has_caps(card.account_id) {
        return Err(Reason::CapsNotEnabled);
    }
    let before = card.setting();
    if before == after {
        return Err(Reason::Unchanged);
    }
    Ok((card.metered(card.meter().set(after)), Change::Levels { before, after }))
}

fn serve(card: &Card, status: Status) -> (Card, Change) {
    let change = Change::Service { before: card.status, after: status };
    (card.metered(card.meter().serve(status)), change)
}

fn tag(card: &Card, tags: Vec<String>) -> (Card, Change) {
    let change = Change::Tags { before: card.tags.clone(), after: tags.clone() };
    (Card { tags, ..card.clone() }, change)
}

fn categorise(card: &Card, category: Option<&str>) -> Result<(Card, Change), Reason> {
    let after = category.unwrap_or_default().to_owned();
    if card.category == after {
        return Err(Reason::Unchanged);
    }
    let change = Change::Category { before: card.category.clone(), after: after.clone() };
    Ok((Card { category: after, ..card.clone() }, change))
}
