//! Saved filters as they are kept.

use crate::store::json;
use contract::bulk::Author;
use contract::filter::View;
use domain::account::AccountId;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

/// A saved filter, with what the wire does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: u32,
    pub owner: Author,
    /// The owner's: whoever belongs to it sees the filter when it is shared.
    pub account_id: AccountId,
    pub name: String,
    pub shared: bool,
    pub view: View,
    pub updated_at: Timestamp,
    pub revision: u64,
}

/// What people write in a filter.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    pub name: &'a str,
    pub shared: bool,
    pub view: &'a View,
}

/// How much somebody has saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub filters: usize,
    pub view_bytes: usize,
}

const SELECT: &str = "SELECT saved_filters.id, users.id, users.name, users.account_id, saved_filters.name, shared, view, \
     updated_at, saved_filters.revision FROM saved_filters JOIN users ON users.id = saved_filters.user_id";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: row.get(0)?,
        owner: Author { id: row.get(1)?, name: row.get(2)? },
        account_id: AccountId(row.get(3)?),
        name: row.get(4)?,
        shared: row.get(5)?,
        view: json::read(row, 6)?,
        updated_at: Timestamp::from_unix(row.get(7)?),
        revision: row.get(8)?,
    })
}

/// Those of a user and those shared with its account, by name.
pub fn visible(connection: &Connection, user: u32, account: AccountId) -> rusqlite::Result<Vec<Kept>> {
    connection
        .prepare_cached(&format!(
            "{SELECT} WHERE users.id = ?1 OR (shared AND users.account_id = ?2)
             ORDER BY saved_filters.folded_name, saved_filters.id"
        ))?
        .query_map((user, account.0), kept)?
        .collect()
}

/// The filter with this id, whoever may see it.
pub fn find(connection: &Connection, id: u32) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE saved_filters.id = ?1"))?
        .query_row([id], kept)
        .optional()
}

/// How much a user has saved, apart from the filter that is about to be replaced.
pub fn amount(connection: &Connection, user: u32, apart_from: Option<u32>) -> rusqlite::Result<Amount> {
    connection
        .prepare_cached(
            "SELECT count(*), coalesce(sum(octet_length(view)), 0) FROM saved_filters WHERE user_id = ?1 AND id IS NOT ?2",
        )?
        .query_row((user, apart_from), |row| Ok(Amount { filters: row.get(0)?, view_bytes: row.get(1)? }))
}

/// The user's filter of this name, whatever its case.
pub fn named(connection: &Connection, user: u32, name: &str) -> rusqlite::Result<Option<u32>> {
    connection
        .prepare_cached("SELECT id FROM saved_filters WHERE user_id = ?1 AND folded_name = ?2")?
        .query_row((user, name.to_lowercase()), |row| row.get(0))
        .optional()
}

/// Adds a filter; gives its id.
pub fn add(
    connection: &Connection,
    user: u32,
    content: Content<'_>,
    now: Timestamp,
) -> rusqlite::Result<u32> {
    connection.query_row(
        "INSERT INTO saved_filters (user_id, name, folded_name, shared, view, updated_at, revision)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1) RETURNING id",
        (
            user,
            content.name,
            content.name.to_lowercase(),
            content.shared,
            json::write(content.view)?,
            now.unix(),
        ),
        |row| row.get(0),
    )
}

/// Writes what was changed in a filter.
pub fn save(connection: &Connection, id: u32, content: Content<'_>, now: Timestamp) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE saved_filters SET name = ?2, folded_name = ?3, shared = ?4, view = ?5, updated_at = ?6,
           revision = revision + 1
         WHERE id = ?1",
        (
            id,
            content.name,
            content.name.to_lowercase(),
            content.shared,
            json::write(content.view)?,
            now.unix(),
        ),
    )?;
    Ok(())
}

/// Deletes a filter.
pub fn delete(connection: &Connection, id: u32) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM saved_filters WHERE id = ?1", [id])?;
    Ok(())
}
