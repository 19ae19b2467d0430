//! What each person keeps as one value, which is replaced as a whole.

use crate::store::json;
use domain::appearance::Appearance;
use domain::layout::ListLayout;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that is each person's own.
pub trait Own: Serialize + DeserializeOwned {
    /// Where it is kept: a table of one row for each person who has one.
    const TABLE: &'static str;
    /// Its column beside `user_id`.
    const COLUMN: &'static str;
}

impl Own for ListLayout {
    const TABLE: &'static str = "list_layouts";
    const COLUMN: &'static str = "layout";
}

impl Own for Appearance {
    const TABLE: &'static str = "appearances";
    const COLUMN: &'static str = "appearance";
}

/// A person's value; `None` when there is none.
pub fn find<T: Own>(connection: &Connection, user: u32) -> rusqlite::Result<Option<T>> {
    connection
        .prepare_cached(&format!("SELECT {} FROM {} WHERE user_id = ?1", T::COLUMN, T::TABLE))?
        .query_row([user], |row| json::read(row, 0))
        .optional()
}

/// Keeps a person's value instead of the one before.
pub fn save<T: Own>(connection: &Connection, user: u32, value: &T) -> rusqlite::Result<()> {
    let (table, column) = (T::TABLE, T::COLUMN);
    connection.execute(
        &format!(
            "INSERT INTO {table} (user_id, {column}) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
        ),
        (user, json::write(value)?),
    )?;
    Ok(())
}

/// Forgets a person's value.
pub fn forget<T: Own>(connection: &Connection, user: u32) -> rusqlite::Result<()> {
    connection.execute(&format!("DELETE FROM {} WHERE user_id = ?1", T::TABLE), [user])?;
    Ok(())
}
