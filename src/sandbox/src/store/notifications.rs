//! Usage that reached a level.

use domain::account::AccountId;
use domain::cap::Crossing;
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;

/// Notes that the usage of a SIM reached a level.
pub fn add(
    connection: &Connection,
    sim: SimId,
    account: AccountId,
    crossing: Crossing,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO notifications (at, sim_id, account_id, threshold, level_bytes, usage_bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((now.unix(), sim.0, account.0, crossing.threshold.code(), crossing.level, crossing.usage))?;
    Ok(())
}
