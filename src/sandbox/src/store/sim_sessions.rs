//! The data sessions of SIMs since there is the estate. A SIM that is in a session has exactly one that has not ended.

use contract::activity::SimSession;
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::net::Ipv4Addr;

/// The sessions of a SIM before one, latest first, with their ids.
pub fn page(
    connection: &Connection,
    sim: SimId,
    before: (Timestamp, u32),
    limit: u32,
) -> rusqlite::Result<Vec<(u32, SimSession)>> {
    connection
        .prepare_cached(
            "SELECT id, began_at, ended_at, bytes, ip_address FROM sim_sessions
             WHERE sim_id = ?1 AND (began_at, id) < (?2, ?3) ORDER BY began_at DESC, id DESC LIMIT ?4",
        )?
        .query_map((sim.0, before.0.unix(), before.1, limit), |row| {
            let session = SimSession {
                began_at: Timestamp::from_unix(row.get(1)?),
                ended_at: row.get::<_, Option<i64>>(2)?.map(Timestamp::from_unix),
                bytes: row.get(3)?,
                ip_address: row.get::<_, Option<u32>>(4)?.map(Ipv4Addr::from_bits),
            };
            Ok((row.get(0)?, session))
        })?
        .collect()
}

/// One begins.
pub fn begin(
    connection: &Connection,
    sim: SimId,
    address: Option<Ipv4Addr>,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO sim_sessions (sim_id, began_at, bytes, ip_address) VALUES (?1, ?2, 0, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute((sim.0, now.unix(), address.map(Ipv4Addr::to_bits)))?;
    Ok(())
}

/// Data went through the running one.
pub fn add_bytes(connection: &Connection, sim: SimId, bytes: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sim_sessions SET bytes = bytes + ?2 WHERE sim_id = ?1 AND ended_at IS NULL")?
        .execute((sim.0, bytes))?;
    Ok(())
}

/// The running one ends.
pub fn end(connection: &Connection, sim: SimId, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sim_sessions SET ended_at = ?2 WHERE sim_id = ?1 AND ended_at IS NULL")?
        .execute((sim.0, now.unix()))?;
    Ok(())
}
