//! The one row about the whole estate.

use crate::demo::past::Making;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// What a demo estate was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub seed: u64,
    pub sims: u32,
    /// Whether users still have the passwords that anybody can read in the documentation.
    pub demo_passwords: bool,
}

/// What the estate was made from; `None` when there is none yet.
pub fn origin(connection: &Connection) -> rusqlite::Result<Option<Origin>> {
    connection
        .query_row("SELECT seed, sims, demo_passwords FROM estate", [], |row| {
            let seed: i64 = row.get(0)?;
            Ok(Origin { seed: seed.cast_unsigned(), sims: row.get(1)?, demo_passwords: row.get(2)? })
        })
        .optional()
}

/// Says what the estate was made from, at version 1.
pub fn found(connection: &Connection, origin: Origin) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO estate (id, seed, sims, demo_passwords, version) VALUES (1, ?1, ?2, ?3, 1)",
        (origin.seed.cast_signed(), origin.sims, origin.demo_passwords),
    )?;
    Ok(())
}

/// The version of the estate: that of its latest change.
pub fn version(connection: &Connection) -> rusqlite::Result<u64> {
    connection.prepare_cached("SELECT version FROM estate")?.query_row([], |row| row.get(0))
}

/// The version for what this transaction changes. Called at most once in each, unless it changes very much.
pub fn next_version(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("UPDATE estate SET version = version + 1 RETURNING version")?
        .query_row([], |row| row.get(0))
}

/// Says when the estate was made.
pub fn set_made_at(connection: &Connection, at: Timestamp) -> rusqlite::Result<()> {
    connection.execute("UPDATE estate SET made_at = ?1", [at.unix()])?;
    Ok(())
}

/// When the estate was made, and from what seed.
pub fn making(connection: &Connection) -> rusqlite::Result<Making> {
    connection.prepare_cached("SELECT seed, made_at FROM estate")?.query_row([], |row| {
        let seed: i64 = row.get(0)?;
        Ok(Making { seed: seed.cast_unsigned(), at: Timestamp::from_unix(row.get(1)?) })
    })
}
