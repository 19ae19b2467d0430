//! Filters that addresses name by a short id.

use crate::store::json;
use domain::account::AccountId;
use domain::filter::Filter;
use rusqlite::{Connection, OptionalExtension};

/// A filter and the account it was linked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub account_id: AccountId,
    pub filter: Filter,
}

/// Adds a link unless it is there: its id says that it would be the same one.
pub fn add(connection: &Connection, id: &str, account: AccountId, filter: &Filter) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO filter_links (id, account_id, filter) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        (id, account.0, json::write(filter)?),
    )?;
    Ok(())
}

/// What a link stands for, whoever may see it.
pub fn find(connection: &Connection, id: &str) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached("SELECT account_id, filter FROM filter_links WHERE id = ?1")?
        .query_row([id], |row| Ok(Kept { account_id: AccountId(row.get(0)?), filter: json::read(row, 1)? }))
        .optional()
}
