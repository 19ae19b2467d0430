//! Sessions, by the hash of their id.

use domain::account::AccountId;
use rusqlite::Connection;

/// Begins a session, and forgets those that have ended.
pub fn begin(
    connection: &Connection,
    id_hash: &[u8],
    user: u32,
    expires_at: u32,
    now: u32,
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM sessions WHERE expires_at <= ?1", [now])?;
    connection.execute(
        "INSERT INTO sessions (id_hash, user_id, expires_at) VALUES (?1, ?2, ?3)",
        (id_hash, user, expires_at),
    )?;
    Ok(())
}

/// Lets a session that still runs run longer.
pub fn extend(connection: &Connection, id_hash: &[u8], expires_at: u32) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sessions SET expires_at = ?2 WHERE id_hash = ?1")?
        .execute((id_hash, expires_at))?;
    Ok(())
}

/// Ends a session.
pub fn end(connection: &Connection, id_hash: &[u8]) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM sessions WHERE id_hash = ?1", [id_hash])?;
    Ok(())
}

/// Ends all sessions of the users of these accounts.
pub fn end_of_accounts(connection: &Connection, accounts: &[AccountId]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = ?1)",
    )?;
    for account in accounts {
        statement.execute([account.0])?;
    }
    Ok(())
}
