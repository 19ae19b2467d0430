//! How each person wants the app to look.

use crate::store::json;
use domain::appearance::Appearance;
use rusqlite::{Connection, OptionalExtension};

/// What a person chose; `None` until then.
pub fn find(connection: &Connection, user: u32) -> rusqlite::Result<Option<Appearance>> {
    connection
        .prepare_cached("SELECT appearance FROM appearances WHERE user_id = ?1")?
        .query_row([user], |row| json::read(row, 0))
        .optional()
}

/// Keeps what a person chose instead of what was before.
pub fn save(connection: &Connection, user: u32, appearance: &Appearance) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO appearances (user_id, appearance) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET appearance = excluded.appearance",
        (user, json::write(appearance)?),
    )?;
    Ok(())
}
