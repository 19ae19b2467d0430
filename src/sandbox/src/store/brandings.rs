//! What accounts choose of their look, and what of it holds: theirs over that of the accounts above.

use crate::store::accounts::LINE;
use crate::store::{json, supports};
use contract::branding::ShownBranding;
use domain::account::AccountId;
use domain::branding::Branding;
use rusqlite::{Connection, OptionalExtension};

/// What an account chooses itself, and the revision of that.
pub fn of_account(connection: &Connection, account: AccountId) -> rusqlite::Result<(Branding, u64)> {
    let kept = connection
        .prepare_cached("SELECT choices, revision FROM brandings WHERE account_id = ?1")?
        .query_row([account.0], |row| Ok((json::read::<Branding>(row, 0)?, row.get(1)?)))
        .optional()?;
    let (choices, revision) = kept.unwrap_or_default();
    Ok((Branding { hosts: hosts(connection, account)?, ..choices }, revision))
}

fn hosts(connection: &Connection, account: AccountId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT host FROM branding_hosts WHERE account_id = ?1 ORDER BY place")?
        .query_map([account.0], |row| row.get(0))?
        .collect()
}

/// What holds for an account, from the topmost one down; without host names, which are nobody's but each account's own.
pub fn effective(connection: &Connection, account: AccountId) -> rusqlite::Result<Branding> {
    let mut line = connection.prepare_cached(&format!(
        "{LINE} SELECT choices FROM line JOIN brandings ON account_id = line.id ORDER BY height DESC"
    ))?;
    let choices = line.query_map([account.0], |row| json::read::<Branding>(row, 0))?;
    choices.into_iter().try_fold(Branding::default(), |above, own| Ok(own?.over(above)))
}

/// What an account has where it chooses nothing.
pub fn inherited(connection: &Connection, account: AccountId) -> rusqlite::Result<Branding> {
    match parent(connection, account)? {
        Some(parent) => effective(connection, parent),
        None => Ok(Branding::default()),
    }
}

/// What the people of an account see.
pub fn shown(connection: &Connection, account: AccountId) -> rusqlite::Result<ShownBranding> {
    let support = supports::effective(connection, account)?.map(|(_, support)| support);
    Ok(ShownBranding::new(effective(connection, account)?, support.as_ref()))
}

/// The account above; `None` for the topmost.
pub fn parent(connection: &Connection, account: AccountId) -> rusqlite::Result<Option<AccountId>> {
    let parent: Option<u32> = connection
        .prepare_cached("SELECT parent_id FROM accounts WHERE id = ?1")?
        .query_row([account.0], |row| row.get(0))?;
    Ok(parent.map(AccountId))
}

/// Whose look the dashboard has at a host.
pub fn account_of_host(connection: &Connection, host: &str) -> rusqlite::Result<Option<AccountId>> {
    connection
        .prepare_cached("SELECT account_id FROM branding_hosts WHERE host = ?1")?
        .query_row([host.to_lowercase()], |row| row.get(0).map(AccountId))
        .optional()
}

/// The first host of the account, or of the nearest one above it that has one.
pub fn nearest_host(connection: &Connection, account: AccountId) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached(&format!(
            "{LINE} SELECT host FROM line JOIN branding_hosts ON account_id = line.id
                 ORDER BY height, place LIMIT 1"
        ))?
        .query_row([account.0], |row| row.get(0))
        .optional()
}

/// Keeps what an account chooses instead of what it chose before. Nobody else may have one of the hosts.
pub fn save(connection: &Connection, account: AccountId, branding: &Branding) -> rusqlite::Result<()> {
    let choices = Branding { hosts: Vec::new(), ..branding.clone() };
    connection.execute(
        "INSERT INTO brandings (account_id, choices, revision) VALUES (?1, ?2, 1)
         ON CONFLICT DO UPDATE SET choices = excluded.choices, revision = revision + 1",
        (account.0, json::write(&choices)?),
    )?;
    connection.execute("DELETE FROM branding_hosts WHERE account_id = ?1", [account.0])?;
    for (place, host) in branding.hosts.iter().enumerate() {
        connection.execute(
            "INSERT INTO branding_hosts (host, account_id, place) VALUES (?1, ?2, ?3)",
            (host, account.0, place),
        )?;
    }
    Ok(())
}

/// Removes all that an account shows, when it is removed itself.
pub fn remove_all(connection: &Connection, account: AccountId) -> rusqlite::Result<()> {
    for table in ["brandings", "branding_hosts", "images", "supports"] {
        connection.execute(&format!("DELETE FROM {table} WHERE account_id = ?1"), [account.0])?;
    }
    Ok(())
}
