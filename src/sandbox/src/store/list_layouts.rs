//! How each person arranged the list.

use crate::store::json;
use domain::layout::ListLayout;
use rusqlite::{Connection, OptionalExtension};

/// A person's layout; `None` when there is none.
pub fn find(connection: &Connection, user: u32) -> rusqlite::Result<Option<ListLayout>> {
    connection
        .prepare_cached("SELECT layout FROM list_layouts WHERE user_id = ?1")?
        .query_row([user], |row| json::read(row, 0))
        .optional()
}

/// Keeps a person's layout instead of the one before.
pub fn save(connection: &Connection, user: u32, layout: &ListLayout) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO list_layouts (user_id, layout) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET layout = excluded.layout",
        (user, json::write(layout)?),
    )?;
    Ok(())
}

/// Forgets a person's layout.
pub fn forget(connection: &Connection, user: u32) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM list_layouts WHERE user_id = ?1", [user])?;
    Ok(())
}
