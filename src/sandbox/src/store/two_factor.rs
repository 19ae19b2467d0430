//! What two-factor sign-in keeps of a user: the secret of the authenticator app, and hashes of recovery codes.

use rusqlite::{Connection, OptionalExtension};

/// What codes are checked against.
#[derive(Clone)]
pub struct Kept {
    pub secret: Vec<u8>,
    /// No code of this step or of one before is taken any more.
    pub last_step: u64,
}

/// Whether signing in takes a code.
pub fn is_on(connection: &Connection, user: u32) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM two_factor WHERE user_id = ?1 AND secret IS NOT NULL)")?
        .query_row([user], |row| row.get(0))
}

/// What the user's codes are checked against; `None` while it is off.
pub fn find(connection: &Connection, user: u32) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached("SELECT secret, last_step FROM two_factor WHERE user_id = ?1 AND secret IS NOT NULL")?
        .query_row([user], |row| Ok(Kept { secret: row.get(0)?, last_step: row.get(1)? }))
        .optional()
}

/// Keeps a secret until it is confirmed; what was on stays on.
pub fn begin(connection: &Connection, user: u32, secret: &[u8]) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO two_factor (user_id, new_secret) VALUES (?1, ?2)
         ON CONFLICT (user_id) DO UPDATE SET new_secret = excluded.new_secret",
        (user, secret),
    )?;
    Ok(())
}

/// The secret that waits to be confirmed.
pub fn begun(connection: &Connection, user: u32) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT new_secret FROM two_factor WHERE user_id = ?1")?
        .query_row([user], |row| row.get(0))
        .optional()
        .map(Option::flatten)
}

/// The secret that waited holds from now on, in place of the one before.
pub fn confirm(connection: &Connection, user: u32, step: u64) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE two_factor SET secret = new_secret, new_secret = NULL, last_step = ?2 WHERE user_id = ?1",
        (user, step),
    )?;
    Ok(())
}

/// Notes that a code of this step was taken.
pub fn take_step(connection: &Connection, user: u32, step: u64) -> rusqlite::Result<()> {
    connection.execute("UPDATE two_factor SET last_step = ?2 WHERE user_id = ?1", (user, step))?;
    Ok(())
}

/// Gives the user other recovery codes in place of those before.
pub fn put_recovery_codes(connection: &Connection, user: u32, hashes: &[[u8; 32]]) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM recovery_codes WHERE user_id = ?1", [user])?;
    let mut statement =
        connection.prepare_cached("INSERT INTO recovery_codes (user_id, code_hash) VALUES (?1, ?2)")?;
    for hash in hashes {
        statement.execute((user, hash))?;
    }
    Ok(())
}

/// Uses up a recovery code; whether there was one.
pub fn take_recovery_code(connection: &Connection, user: u32, hash: &[u8; 32]) -> rusqlite::Result<bool> {
    let taken = connection
        .execute("DELETE FROM recovery_codes WHERE user_id = ?1 AND code_hash = ?2", (user, hash))?;
    Ok(taken > 0)
}

/// How many recovery codes are left.
pub fn recovery_codes_left(connection: &Connection, user: u32) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM recovery_codes WHERE user_id = ?1")?
        .query_row([user], |row| row.get(0))
}

/// Switches it off and forgets everything; whether it was on.
pub fn remove(connection: &Connection, user: u32) -> rusqlite::Result<bool> {
    let was_on = is_on(connection, user)?;
    connection.execute("DELETE FROM recovery_codes WHERE user_id = ?1", [user])?;
    connection.execute("DELETE FROM two_factor WHERE user_id = ?1", [user])?;
    Ok(was_on)
}
