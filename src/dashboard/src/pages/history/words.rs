//! What an entry says, in words.

use crate::state::history::{Act, Entry, HistoryState};
use crate::t;
use crate::text::{self, format, history};
use contract::audit::FieldChange;
use domain::account::AccountId;
use domain::audit::{AuditAction, AuditField};
use domain::history::SimField;
use domain::permission::Role;
use domain::sim::{HardCap, Status};
use domain::time::Timestamp;

/// Longest text of a change; the file has all of it.
const LONGEST: usize = 160;

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
    let (old, new) = (&change.old, &change.new);
    // An address was set or taken off: it was nothing else before.
    let difference = difference && change.field != SimField::Recipient.code();
    match (old, new) {
        (None, Some(new)) if !difference => {
            t!("history-set", field = field, new = value(&change.field, Some(new), state))
        }
        (Some(old), None) if !difference => {
            t!("history-unset", field = field, old = value(&change.field, Some(old), state))
        }
        _ => t!(
            "history-change",
            field = field,
            old = value(&change.field, old.as_deref(), state),
            new = value(&change.field, new.as_deref(), state)
        ),
    }
}

/// A value as people write it.
fn value(field: &str, value: Option<&str>, state: HistoryState) -> String {
    let sim = SimField::from_code(field);
    let other = AuditField::from_code(field);
    if sim == Some(SimField::Account) || other == Some(AuditField::Parent) {
        let account = value.and_then(|id| id.parse().ok()).and_then(|id| state.account_name(AccountId(id)));
        return account.unwrap_or_else(|| t!("history-another-account"));
    }
    let Some(value) = value.filter(|value| !value.is_empty()) else { return t!("none") };
    let known = match (sim, other) {
        (Some(SimField::Status), _) => Status::from_code(value).map(text::status),
        (Some(SimField::Cap | SimField::RegularCap | SimField::Alert), _) => {
            value.parse().ok().map(format::amount_exact)
        }
        (Some(SimField::HardCap), _) => HardCap::from_code(value).map(|hard_cap| match hard_cap {
            HardCap::On => t!("yes"),
            HardCap::Off => t!("no"),
            HardCap::Unsupported => t!("unsupported"),
        }),
        (Some(SimField::Label | SimField::Note), _) | (_, Some(AuditField::Name)) => {
            Some(t!("history-quoted", text = shortened(value)))
        }
        (_, Some(AuditField::Role)) => Role::from_code(value).map(text::role),
        (_, Some(AuditField::ExpiresAt)) => value.parse::<Timestamp>().ok().map(format::date),
        (_, Some(AuditField::Sims)) => value.parse().ok().map(format::count),
        _ => None,
    };
    known.unwrap_or_else(|| match value {
        "true" => t!("yes"),
        "false" => t!("no"),
        other => shortened(other),
    })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
