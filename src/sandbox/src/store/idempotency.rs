//! Answers given before, for requests that come again.

use rusqlite::{Connection, OptionalExtension};

/// How long an answer is kept.
const KEPT_SECONDS: u32 = 24 * 3600;

/// A request as far as its repetition is concerned.
#[derive(Clone, Debug)]
pub struct Fingerprint {
    pub user: u32,
    pub key: String,
    /// Of method, path and body.
    pub request_hash: Vec<u8>,
}

/// What is known about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    No,
    /// The same request was answered with this.
    Answer(String),
    /// The key belongs to another request.
    OtherRequest,
}

/// Looks a key up.
pub fn look_up(connection: &Connection, fingerprint: &Fingerprint) -> rusqlite::Result<Known> {
    let found: Option<(Vec<u8>, String)> = connection
        .prepare_cached("SELECT request_hash, answer FROM idempotency_keys WHERE user_id = ?1 AND key = ?2")?
        .query_row((fingerprint.user, &fingerprint.key), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match found {
        None => Known::No,
        Some((hash, answer)) if hash == fingerprint.request_hash => Known::Answer(answer),
        Some(_) => Known::OtherRequest,
    })
}

/// Remembers an answer, and forgets old ones.
pub fn remember(
    connection: &Connection,
    fingerprint: &Fingerprint,
    answer: &str,
    now: u32,
) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM idempotency_keys WHERE created_at < ?1", [now.saturating_sub(KEPT_SECONDS)])?;
    connection.execute(
        "INSERT INTO idempotency_keys (user_id, key, request_hash, answer, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (fingerprint.user, &fingerprint.key, &fingerprint.request_hash, answer, now),
    )?;
    Ok(())
}
