//! What an operation does or has done, in words. Each action stands here once.

use crate::t;
use contract::bulk::{ItemState, Operation, OperationState};
use domain::account::AccountTree;
use domain::act::Action;

/// What it does, or what it has done.
pub fn heading(operation: &Operation, accounts: &AccountTree) -> String {
    let (over, undo) = (operation.state.is_over(), operation.undo_of.is_some());
    let count = if over { operation.counts.done } else { operation.counts.total };
    if undo {
        return if over { t!("done-undo", count = count) } else { t!("doing-undo", count = count) };
    }
    match (&operation.action, over) {
        (Action::MoveToAccount { account_id, .. }, over) => {
            let account = accounts.name(*account_id).to_owned();
            if over {
                t!("done-move", count = count, account = account)
            } else {
                t!("doing-move", count = count, account = account)
            }
        }
        (Action::SetLevels { .. }, true) => t!("done-levels", count = count),
        (Action::SetLevels { .. }, false) => t!("doing-levels", count = count),
        (Action::Activate, true) => t!("done-activate", count = count),
        (Action::Activate, false) => t!("doing-activate", count = count),
        (Action::Suspend, true) => t!("done-suspend", count = count),
        (Action::Suspend, false) => t!("doing-suspend", count = count),
        (Action::Resume, true) => t!("done-resume", count = count),
        (Action::Resume, false) => t!("doing-resume", count = count),
        (Action::Terminate, true) => t!("done-terminate", count = count),
        (Action::Terminate, false) => t!("doing-terminate", count = count),
        (Action::EditTags { .. }, true) => t!("done-tags", count = count),
        (Action::EditTags { .. }, false) => t!("doing-tags", count = count),
        (Action::SetCategory { .. }, true) => t!("done-category", count = count),
        (Action::SetCategory { .. }, false) => t!("doing-category", count = count),
        (Action::ReplaceLabel { name, by: Some(by), .. }, over) => {
            let (name, by) = (name.clone(), by.clone());
            if over {
                t!("done-replace-label", count = count, name = name, by = by)
            } else {
                t!("doing-replace-label", count = count, name = name, by = by)
            }
        }
        (Action::ReplaceLabel { name, by: None, .. }, true) => {
            t!("done-remove-label", count = count, name = name.clone())
        }
        (Action::ReplaceLabel { name, by: None, .. }, false) => {
            t!("doing-remove-label", count = count, name = name.clone())
        }
    }
}

/// How far it is.
pub fn state(state: OperationState) -> String {
    match state {
        OperationState::Queued => t!("operation-queued"),
        OperationState::Running => t!("operation-running"),
        OperationState::Finished => t!("operation-finished"),
        OperationState::Cancelled => t!("operation-stopped"),
    }
}

/// The same as a code, for what it looks like.
pub fn state_code(operation: &Operation) -> &'static str {
    match operation.state {
        OperationState::Queued | OperationState::Running => "running",
        OperationState::Finished if operation.counts.failed > 0 => "failed",
        OperationState::Finished => "finished",
        OperationState::Cancelled => "cancelled",
    }
}

/// What became of its SIMs, once it is over.
pub fn result(operation: &Operation) -> String {
    let counts = operation.counts;
    match (counts.done, counts.failed) {
        (done, 0) => t!("operation-all-done", count = done),
        (0, failed) => t!("operation-all-failed", count = failed),
        (done, failed) => t!("operation-some-failed", done = done, count = failed),
    }
}

/// Who started it: a person, or a token beside the one who stands behind it.
pub fn author(operation: &Operation) -> String {
    let name = operation.created_by.name.clone();
    match &operation.token {
        Some(token) => t!("operation-by-token", name = name, token = token.name.clone()),
        None => name,
    }
}

/// What became of one of its SIMs.
pub fn item_state(state: ItemState) -> String {
    match state {
        ItemState::Pending => t!("item-pending"),
        ItemState::Done => t!("item-done"),
        ItemState::Failed => t!("item-failed"),
    }
}
