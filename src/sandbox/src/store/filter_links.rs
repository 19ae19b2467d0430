//! Filters that addresses name by a short id.

use crate::store::json;
use domain::account::AccountId;
use domain::filter::Filter;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// A filter and the account it was linked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub account_id: AccountId,
    pub filter: Filter,
}

/// Adds a link. One that is there already has the same id, and is only kept longer.
pub fn add(
    connection: &Connection,
    id: &str,
    account: AccountId,
    filter: &Filter,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO filter_links (id, account_id, filter, linked_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO UPDATE SET linked_at = excluded.linked_at",
        (id, account.0, json::write(filter)?, now.unix()),
    )?;
    Ok(())
}

/// Forgets the links of an account that were last asked for longest ago, as far as all of them take more than so many
/// bytes.
pub fn forget_oldest(connection: &Connection, account: AccountId, most_bytes: u64) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM filter_links WHERE id IN (
           SELECT id FROM (
             SELECT id, sum(octet_length(filter)) OVER (ORDER BY linked_at DESC, rowid DESC) AS bytes
             FROM filter_links WHERE account_id = ?1
           ) WHERE bytes > ?2
         )",
        (account.0, most_bytes),
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
