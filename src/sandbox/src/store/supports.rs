//! Where the people of accounts find help: what an account does not choose it has from the nearest one above that does.

use crate::store::accounts::LINE;
use crate::store::json;
use domain::account::AccountId;
use domain::support::Support;
use rusqlite::{Connection, OptionalExtension};

/// What an account chooses itself, and the revision of that.
pub fn of_account(connection: &Connection, account: AccountId) -> rusqlite::Result<(Option<Support>, u64)> {
    let kept = connection
        .prepare_cached("SELECT choice, revision FROM supports WHERE account_id = ?1")?
        .query_row([account.0], |row| Ok((json::read(row, 0)?, row.get(1)?)))
        .optional()?;
    Ok(kept.unwrap_or_default())
}

/// What holds for an account, and whose choice it is.
pub fn effective(
    connection: &Connection,
    account: AccountId,
) -> rusqlite::Result<Option<(AccountId, Support)>> {
    connection
        .prepare_cached(&format!(
            "{LINE} SELECT line.id, choice FROM line JOIN supports ON account_id = line.id
                 WHERE choice <> 'null' ORDER BY height LIMIT 1"
        ))?
        .query_row([account.0], |row| Ok((AccountId(row.get(0)?), json::read(row, 1)?)))
        .optional()
}

/// Keeps what an account chooses instead of what it chose before.
pub fn save(connection: &Connection, account: AccountId, choice: Option<&Support>) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO supports (account_id, choice, revision) VALUES (?1, ?2, 1)
         ON CONFLICT DO UPDATE SET choice = excluded.choice, revision = revision + 1",
        (account.0, json::write(&choice)?),
    )?;
    Ok(())
}
