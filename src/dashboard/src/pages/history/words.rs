//! What an entry says, in words.

use crate::state::history::{Act, Entry, HistoryState};
use crate::t;
use crate::text::history;
use contract::audit::FieldChange;
use domain::account::AccountId;
use domain::audit::AuditAction;
use domain::history::SimField;

/// Who did it.
pub fn who(entry: &Entry, state: HistoryState) -> String {
    let user = entry.user.as_ref().map(|user| user.name.clone());
    let user = user.or_else(|| entry.outside.then(|| t!("history-provider")));
    let by = match (&entry.token, user) {
        (Some(token), Some(user)) => t!("history-by-token", token = token.name.clone(), name = user),
        (Some(token), None) => t!("history-by-token-alone", token = token.name.clone()),
        (None, Some(user)) => user,
        (None, None) => match entry.act {
            Act::Sim { .. } => t!("history-nobody"),
            Act::Audited { .. } => t!("history-not-signed-in"),
        },
    };
    match &entry.act {
        Act::Audited { viewed_as: Some(account), .. } => {
            let account = account_name(state, *account);
            format!("{by}, {}", t!("history-seen-as", account = account))
        }
        _ => by,
    }
}

/// An account of the entry, by its name.
pub fn account_name(state: HistoryState, id: AccountId) -> String {
    state.account_name(id).unwrap_or_else(|| t!("history-another-account"))
}

/// What changed, a sentence each.
pub fn changes(entry: &Entry, state: HistoryState) -> Vec<String> {
    // Elsewhere what is not told was not none: it was not what the act is about.
    let differences = match entry.act {
        Act::Sim { .. } => true,
        Act::Audited { action, .. } => matches!(
            action,
            AuditAction::SimChanged | AuditAction::ProfileChanged | AuditAction::AccountMoved
        ),
    };
    entry.changes.iter().map(|change| sentence(change, differences, state)).collect()
}

fn sentence(change: &FieldChange, difference: bool, state: HistoryState) -> String {
    let field = history::field(&change.field);
    let value = |value: Option<&str>| history::value(&change.field, value, |id| state.account_name(id));
    let (old, new) = (change.old.as_deref(), change.new.as_deref());
    // An address was set or taken off: it was nothing else before.
    let difference = difference && change.field != SimField::Recipient.code();
    match (old, new) {
        (None, Some(new)) if !difference => {
            t!("history-set", field = field, new = value(Some(new)))
        }
        (Some(old), None) if !difference => {
            t!("history-unset", field = field, old = value(Some(old)))
        }
        _ => t!("history-change", field = field, old = value(old), new = value(new)),
    }
}
