//! Notification addresses of accounts.

use crate::store::accounts::Scope;
use contract::bulk::AccountCount;
use contract::recipient::{Address, Recipient};
use domain::account::AccountId;
use domain::recipient::RecipientId;
use rusqlite::{Connection, OptionalExtension, Row};

const SELECT: &str = "SELECT id, account_id, email, all_sims, revision FROM recipients";

/// Without the SIMs, which [`completed`] adds.
fn recipient(row: &Row<'_>) -> rusqlite::Result<Recipient> {
    let revision: u64 = row.get(4)?;
    Ok(Recipient {
        id: RecipientId(row.get(0)?),
        account_id: AccountId(row.get(1)?),
        email: row.get(2)?,
        all_sims: row.get(3)?,
        sims: Vec::new(),
        etag: format!("\"{revision}\""),
    })
}

fn completed(connection: &Connection, recipient: Recipient) -> rusqlite::Result<Recipient> {
    let sims = connection
        .prepare_cached(
            "SELECT account_id, count(*) FROM sim_recipients JOIN sims ON sims.id = sim_id
             WHERE recipient_id = ?1 GROUP BY account_id ORDER BY count(*) DESC, account_id",
        )?
        .query_map([recipient.id.0], |row| {
            Ok(AccountCount { account_id: AccountId(row.get(0)?), count: row.get(1)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Recipient { sims, ..recipient })
}

/// Those of an account, by address.
pub fn of_account(connection: &Connection, account: AccountId) -> rusqlite::Result<Vec<Recipient>> {
    let found: Vec<Recipient> = connection
        .prepare_cached(&format!("{SELECT} WHERE account_id = ?1 ORDER BY email"))?
        .query_map([account.0], recipient)?
        .collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(|one| completed(connection, one)).collect()
}

/// One whose account lies within the scope.
pub fn find(connection: &Connection, scope: &Scope, id: RecipientId) -> rusqlite::Result<Option<Recipient>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id.0], recipient)
        .optional()?
        .filter(|recipient| scope.contains(recipient.account_id))
        .map(|recipient| completed(connection, recipient))
        .transpose()
}

/// How many addresses an account has.
pub fn count(connection: &Connection, account: AccountId) -> rusqlite::Result<usize> {
    connection
        .prepare_cached("SELECT count(*) FROM recipients WHERE account_id = ?1")?
        .query_row([account.0], |row| row.get(0))
}

/// Adds an address, with the language of who adds it; gives its id, or `None` when the account has it already.
pub fn add(
    connection: &Connection,
    account: AccountId,
    email: &str,
    all_sims: bool,
    language: Option<&str>,
) -> rusqlite::Result<Option<RecipientId>> {
    connection
        .query_row(
            "INSERT INTO recipients (account_id, email, all_sims, language) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING RETURNING id",
            (account.0, email.to_lowercase(), all_sims, language),
            |row| row.get(0).map(RecipientId),
        )
        .optional()
}

/// Writes whether an address gets all alerts.
pub fn save(connection: &Connection, id: RecipientId, all_sims: bool) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE recipients SET all_sims = ?2, revision = revision + 1 WHERE id = ?1",
        (id.0, all_sims),
    )?;
    Ok(())
}

/// Removes an address, also from all SIMs.
pub fn remove(connection: &Connection, id: RecipientId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM recipients WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Removes the addresses of an account that is removed.
pub fn remove_all(connection: &Connection, account: AccountId) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM recipients WHERE account_id = ?1", [account.0])?;
    Ok(())
}

/// Addresses of an account and of those above it within the scope, by address.
pub fn choices(connection: &Connection, scope: &Scope, account: AccountId) -> rusqlite::Result<Vec<Address>> {
    let accounts = scope.tree().path(account).into_iter().map(|account| account.id.0.to_string());
    let accounts: Vec<String> = accounts.collect();
    connection
        .prepare(&format!(
            "SELECT id, account_id, email FROM recipients WHERE account_id IN ({}) ORDER BY email, id",
            accounts.join(",")
        ))?
        .query_map([], |row| {
            Ok(Address {
                id: RecipientId(row.get(0)?),
                account_id: AccountId(row.get(1)?),
                email: row.get(2)?,
            })
        })?
        .collect()
}
