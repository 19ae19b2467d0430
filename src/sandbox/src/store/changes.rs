//! What changed since a version of the estate.

use crate::store::accounts::Scope;
use crate::store::columns::{self, Columns};
use crate::store::estate;
use domain::account::AccountId;
use domain::sim::SimId;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

/// SIMs of a moved account that share a version.
const MOVED_AT_ONCE: u32 = 5_000;

/// Remembers that a SIM left an account, instead of any time it left the same one before.
pub fn record_departure(
    connection: &Connection,
    version: u64,
    sim: SimId,
    from: AccountId,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO departures (version, sim_id, account_id) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET version = excluded.version",
        )?
        .execute((version, sim.0, from.0))?;
    Ok(())
}

/// Brings all SIMs of some accounts forward as changed, and as departed from an account that they were under: so they
/// leave whoever saw them through it, and come to whoever sees them now. Gives the last version, if there is any SIM.
///
/// Chunk by chunk in versions of their own, because a page of changes never divides a version.
pub fn record_move(
    connection: &Connection,
    accounts: &[AccountId],
    from: AccountId,
) -> rusqlite::Result<Option<u64>> {
    let ids: Vec<String> = accounts.iter().map(|account| account.0.to_string()).collect();
    let condition = format!("account_id IN ({})", ids.join(","));
    let mut chunk = connection
        .prepare(&format!("SELECT id FROM sims WHERE id > ?1 AND {condition} ORDER BY id LIMIT ?2"))?;
    let mut touch = connection.prepare_cached("UPDATE sims SET version = ?2 WHERE id = ?1")?;
    let (mut after, mut last) = (0, None);
    loop {
        let sims: Vec<u32> =
            chunk.query_map((after, MOVED_AT_ONCE), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let Some(&end) = sims.last() else { return Ok(last) };
        let version = estate::next_version(connection)?;
        for sim in sims {
            touch.execute((sim, version))?;
            record_departure(connection, version, SimId(sim), from)?;
        }
        (after, last) = (end, Some(version));
    }
}

/// Notes what departed from accounts that somebody loses sight of as departed from the account above them, so that it is
/// told to those who still see that one.
pub fn hand_up_departures(
    connection: &Connection,
    accounts: &[AccountId],
    to: AccountId,
) -> rusqlite::Result<Option<u64>> {
    let ids: Vec<String> = accounts.iter().map(|account| account.0.to_string()).collect();
    let condition = format!("account_id IN ({})", ids.join(","));
    let any: bool = connection.query_row(
        &format!("SELECT EXISTS (SELECT 1 FROM departures WHERE {condition})"),
        [],
        |row| row.get(0),
    )?;
    if !any {
        return Ok(None);
    }
    let version = estate::next_version(connection)?;
    connection.execute(
        &format!(
            "INSERT INTO departures (version, sim_id, account_id)
             SELECT DISTINCT ?1, sim_id, ?2 FROM departures WHERE {condition}
             ON CONFLICT DO UPDATE SET version = excluded.version"
        ),
        (version, to.0),
    )?;
    Ok(Some(version))
}

/// What a page of changes tells beside the SIMs that changed.
#[derive(Serialize)]
pub struct Head {
    version: u64,
    more: bool,
    removed: Vec<SimId>,
}

/// The changes after `since`, about `limit` of them: versions are never divided, so it can be a few more.
///
/// `None` when the estate has not come that far: the reader's copy is of another one.
pub fn since(
    connection: &Connection,
    scope: &Scope,
    since: u64,
    limit: u32,
) -> rusqlite::Result<Option<(Head, Columns)>> {
    let current = estate::version(connection)?;
    if since > current {
        return Ok(None);
    }
    let upto = end_of_page(connection, scope, since, limit)?.unwrap_or(current);
    let condition = scope.condition();
    let columns = columns::changed(connection, scope, since, upto)?;
    let removed = connection
        .prepare_cached(&format!(
            "SELECT DISTINCT sim_id FROM departures
             WHERE version > ?1 AND version <= ?2 AND {condition}
               AND sim_id NOT IN (SELECT id FROM sims WHERE id = sim_id AND {condition})
             ORDER BY sim_id"
        ))?
        .query_map((since, upto), |row| Ok(SimId(row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some((Head { version: upto, more: upto < current, removed }, columns)))
}

/// The last version that still fits into a page; `None` when all do.
fn end_of_page(
    connection: &Connection,
    scope: &Scope,
    since: u64,
    limit: u32,
) -> rusqlite::Result<Option<u64>> {
    let condition = scope.condition();
    let mut statement = connection.prepare_cached(&format!(
        "SELECT version FROM (
           SELECT version FROM sims WHERE version > ?1 AND {condition}
           UNION ALL
           SELECT version FROM departures WHERE version > ?1 AND {condition}
         ) ORDER BY version LIMIT 1 OFFSET ?2"
    ))?;
    let mut version_at =
        |offset: u32| statement.query_row((since, offset), |row| row.get::<_, u64>(0)).optional();
    let Some(beyond) = version_at(limit)? else { return Ok(None) };
    let first = version_at(0)?.unwrap_or(beyond);
    Ok(Some(if beyond > first { beyond - 1 } else { beyond }))
}
