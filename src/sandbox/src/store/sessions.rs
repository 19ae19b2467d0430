//! Sessions, by the hash of their id.

use contract::me::OwnSession;
use domain::account::AccountId;
use domain::time::Timestamp;
use rusqlite::Connection;

/// A session that begins.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    pub id_hash: &'a [u8],
    pub user: u32,
    /// What the browser said of itself.
    pub client: &'a str,
    pub expires_at: u32,
    pub now: u32,
}

/// Begins a session, and forgets those that have ended.
pub fn begin(connection: &Connection, session: Beginning<'_>) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM sessions WHERE expires_at <= ?1", [session.now])?;
    connection.execute(
        "INSERT INTO sessions (id_hash, user_id, client, began_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        (session.id_hash, session.user, session.client, session.now, session.expires_at),
    )?;
    Ok(())
}

/// The sessions of a user that run, latest first; `own` is the hash of the one that asks.
pub fn of_user(
    connection: &Connection,
    user: u32,
    own: &[u8],
    now: u32,
) -> rusqlite::Result<Vec<OwnSession>> {
    connection
        .prepare_cached(
            "SELECT id_hash = ?2, client, began_at, expires_at FROM sessions WHERE user_id = ?1 AND expires_at > ?3
             ORDER BY began_at DESC, id_hash",
        )?
        .query_map((user, own, now), |row| {
            Ok(OwnSession {
                current: row.get(0)?,
                client: row.get(1)?,
                began_at: Timestamp::from_unix(row.get(2)?),
                expires_at: Timestamp::from_unix(row.get(3)?),
            })
        })?
        .collect()
}

/// Ends the sessions of a user, apart from the one with this hash.
pub fn end_of_user(connection: &Connection, user: u32, apart_from: Option<&[u8]>) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM sessions WHERE user_id = ?1 AND id_hash IS NOT ?2", (user, apart_from))?;
    Ok(())
}

/// Lets a session that still runs run longer.
pub fn extend(connection: &Connection, id_hash: &[u8], expires_at: u32) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sessions SET expires_at = ?2 WHERE id_hash = ?1")?
        .execute((id_hash, expires_at))?;
    Ok(())
}

/// Has a session see the app as an account, or as itself again.
pub fn set_view(connection: &Connection, id_hash: &[u8], account: Option<AccountId>) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE sessions SET view_account_id = ?2 WHERE id_hash = ?1",
        (id_hash, account.map(|account| account.0)),
    )?;
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
