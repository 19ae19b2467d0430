//! Usage by days.

use domain::account::AccountId;
use domain::sim::SimId;
use rusqlite::Connection;

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
    connection
        .prepare_cached(
            "INSERT INTO account_usage_days (account_id, day, bytes) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes",
        )?
        .execute((account.0, day, bytes))?;
    Ok(())
}
