//! Usage by days.

use domain::account::AccountId;
use domain::sim::SimId;
use rusqlite::Connection;
use std::ops::Range;

/// Adds what a SIM used on a day while it was in an account.
pub fn add(
    connection: &Connection,
    sim: SimId,
    account: AccountId,
    day: u32,
    bytes: u64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO usage_days (sim_id, day, bytes) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes",
        )?
        .execute((sim.0, day, bytes))?;
    add_to_account(connection, account, day, bytes)
}

/// Adds what the SIMs of an account used on a day, of which nothing else is known.
pub fn add_to_account(
    connection: &Connection,
    account: AccountId,
    day: u32,
    bytes: u64,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO account_usage_days (account_id, day, bytes) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes",
        )?
        .execute((account.0, day, bytes))?;
    Ok(())
}

/// What a SIM used on each of these days since there is the estate, earliest first.
pub fn days(connection: &Connection, sim: SimId, days: Range<u32>) -> rusqlite::Result<Vec<(u32, u64)>> {
    connection
        .prepare_cached(
            "SELECT day, bytes FROM usage_days WHERE sim_id = ?1 AND day >= ?2 AND day < ?3 ORDER BY day",
        )?
        .query_map((sim.0, days.start, days.end), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// What the SIMs of an account used while they were in it, on each of some days: the day, and bytes. Sub-accounts do not
/// count.
pub fn days_of_account(
    connection: &Connection,
    account: AccountId,
    days: Range<u32>,
) -> rusqlite::Result<Vec<(u32, u64)>> {
    connection
        .prepare_cached(
            "SELECT day, bytes FROM account_usage_days WHERE account_id = ?1 AND day >= ?2 AND day < ?3",
        )?
        .query_map((account.0, days.start, days.end), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
