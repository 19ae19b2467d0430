//! Mails that have been written and not yet sent.

use crate::mail::letter::Letter;
use crate::store::json;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// A mail that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub id: i64,
    pub letter: Letter,
    pub written_at: Timestamp,
    pub refusals: u32,
}

/// Lets a mail wait to be sent.
pub fn add(connection: &Connection, letter: &Letter, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO outbox (letter, written_at, next_try_at) VALUES (?1, ?2, ?2)")?
        .execute((json::write(letter)?, now.unix()))?;
    Ok(())
}

/// The mail that is to be tried next, if it is time for one.
pub fn next(connection: &Connection, now: Timestamp) -> rusqlite::Result<Option<Waiting>> {
    connection
        .prepare_cached(
            "SELECT id, letter, written_at, refusals FROM outbox WHERE next_try_at <= ?1
             ORDER BY next_try_at, id LIMIT 1",
        )?
        .query_row([now.unix()], |row| {
            Ok(Waiting {
                id: row.get(0)?,
                letter: json::read(row, 1)?,
                written_at: Timestamp::from_unix(row.get(2)?),
                refusals: row.get(3)?,
            })
        })
        .optional()
}

/// Takes a mail out.
pub fn remove(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM outbox WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Notes that a mail was refused, and when to try again.
pub fn refused(connection: &Connection, id: i64, again_at: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE outbox SET refusals = refusals + 1, next_try_at = ?2 WHERE id = ?1")?
        .execute((id, again_at.unix()))?;
    Ok(())
}
