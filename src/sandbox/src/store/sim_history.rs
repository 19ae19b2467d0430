//! What became of each SIM, by whom and why. An entry is written in the transaction of the change it tells of.

mod read;

pub use read::{Reader, Search, find_sim, page};

use crate::audit::Actor;
use crate::store::json;
use crate::store::sims::Card;
use contract::audit::FieldChange;
use contract::bulk::Operation;
use domain::account::AccountId;
use domain::history::{Cause, SimField};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::fmt::Display;

/// What made a change, and who.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    pub cause: Cause,
    pub user: Option<u32>,
    pub token: Option<u32>,
    pub operation: Option<u32>,
}

impl Origin {
    /// Somebody's own act.
    pub fn act(cause: Cause, actor: &Actor) -> Self {
        let id = |author: &Option<contract::bulk::Author>| author.as_ref().map(|author| author.id);
        Self { cause, user: id(&actor.user), token: id(&actor.token), operation: None }
    }

    /// A bulk operation.
    pub fn operation(operation: &Operation) -> Self {
        Self {
            cause: Cause::Operation,
            user: Some(operation.created_by.id),
            token: operation.token.as_ref().map(|token| token.id),
            operation: Some(operation.id),
        }
    }

    /// Nobody: usage, a new period, the operator.
    pub fn nobody(cause: Cause) -> Self {
        Self { cause, user: None, token: None, operation: None }
    }
}

/// Adds an entry, unless nothing changed. `account` is the one that the SIM was in before.
pub fn add(
    connection: &Connection,
    origin: Origin,
    sim: SimId,
    account: AccountId,
    changes: &[FieldChange],
    now: Timestamp,
) -> rusqlite::Result<()> {
    insert(connection, origin, (sim, account), changes, None, now)
}

/// Adds that an address was set on a SIM or taken off it. Only Admins who see the account of the address are told.
pub fn add_recipient(
    connection: &Connection,
    origin: Origin,
    (sim, account): (SimId, AccountId),
    (old, new): (Option<&str>, Option<&str>),
    owner: AccountId,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let mut changes = Vec::new();
    note(&mut changes, SimField::Recipient.code(), old, new);
    insert(connection, origin, (sim, account), &changes, Some(owner), now)
}

fn insert(
    connection: &Connection,
    origin: Origin,
    (sim, account): (SimId, AccountId),
    changes: &[FieldChange],
    admins_of: Option<AccountId>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let arrived_in = changes.iter().find(|change| change.field == SimField::Account.code());
    let arrived_in: Option<u32> = arrived_in.and_then(|change| change.new.as_deref()?.parse().ok());
    connection
        .prepare_cached(
            "INSERT INTO sim_history (at, sim_id, account_id, user_id, token_id, cause, operation_id, changes,
               arrived_in, admins_of)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            now.unix(),
            sim.0,
            account.0,
            origin.user,
            origin.token,
            origin.cause.code(),
            origin.operation,
            json::write(&changes)?,
            arrived_in,
            admins_of.map(|account| account.0),
        ))?;
    Ok(())
}

/// What an act changed on a SIM. Usage and sessions are not told of: they change all the time.
pub fn differences(before: &Card, after: &Card) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    note(&mut changes, "account_id", Some(before.account_id.0), Some(after.account_id.0));
    note(&mut changes, "status", Some(before.status.code()), Some(after.status.code()));
    note(&mut changes, "cap_bytes", before.levels.cap, after.levels.cap);
    note(&mut changes, "alert_bytes", before.levels.alert, after.levels.alert);
    note(&mut changes, "regular_cap_bytes", before.regular_cap, after.regular_cap);
    note(&mut changes, "hard_cap", Some(before.hard_cap.code()), Some(after.hard_cap.code()));
    let set = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    note(&mut changes, "category", set(&before.category), set(&after.category));
    note(&mut changes, "tags", set(&before.tags.join(", ")), set(&after.tags.join(", ")));
    changes
}

/// Adds what a field was and became, if it did.
pub fn note<T: Display + PartialEq>(
    changes: &mut Vec<FieldChange>,
    field: &str,
    old: Option<T>,
    new: Option<T>,
) {
    if old != new {
        let text = |value: Option<T>| value.map(|value| value.to_string());
        changes.push(FieldChange { field: field.to_owned(), old: text(old), new: text(new) });
    }
}
