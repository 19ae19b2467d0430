//! Pings and diagnostics of SIMs.

use crate::store::json;
use contract::activity::{SimTest, TESTS_KEPT, TestKind, TestResult};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

const COLUMNS: &str = "id, sim_id, kind, asked_at, finished_at, result";

fn test(row: &Row<'_>) -> rusqlite::Result<SimTest> {
    Ok(SimTest {
        id: row.get(0)?,
        sim_id: SimId(row.get(1)?),
        kind: json::read(row, 2)?,
        asked_at: Timestamp::from_unix(row.get(3)?),
        finished_at: row.get::<_, Option<i64>>(4)?.map(Timestamp::from_unix),
        result: match row.get_ref(5)? {
            rusqlite::types::ValueRef::Null => None,
            _ => Some(json::read(row, 5)?),
        },
    })
}

/// Begins a test, and forgets the oldest of the SIM's.
pub fn add(connection: &Connection, sim: SimId, kind: TestKind, now: Timestamp) -> rusqlite::Result<SimTest> {
    let id = connection
        .prepare_cached("INSERT INTO sim_tests (sim_id, kind, asked_at) VALUES (?1, ?2, ?3) RETURNING id")?
        .query_row((sim.0, json::write(&kind)?, now.unix()), |row| row.get(0))?;
    connection
        .prepare_cached(
            "DELETE FROM sim_tests WHERE sim_id = ?1 AND id <=
               (SELECT id FROM sim_tests WHERE sim_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
        )?
        .execute((sim.0, TESTS_KEPT))?;
    Ok(SimTest { id, sim_id: sim, kind, asked_at: now, finished_at: None, result: None })
}

/// The tests of a SIM, latest first.
pub fn of_sim(connection: &Connection, sim: SimId) -> rusqlite::Result<Vec<SimTest>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM sim_tests WHERE sim_id = ?1 ORDER BY id DESC"))?
        .query_map([sim.0], test)?
        .collect()
}

/// A test of a SIM.
pub fn find(connection: &Connection, sim: SimId, id: u32) -> rusqlite::Result<Option<SimTest>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM sim_tests WHERE sim_id = ?1 AND id = ?2"))?
        .query_row((sim.0, id), test)
        .optional()
}

/// Those that are not finished, in the order in which they were asked for.
pub fn unfinished(connection: &Connection, most: u32) -> rusqlite::Result<Vec<SimTest>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM sim_tests WHERE finished_at IS NULL ORDER BY id LIMIT ?1"
        ))?
        .query_map([most], test)?
        .collect()
}

/// Keeps what a test found.
pub fn finish(connection: &Connection, id: u32, result: &TestResult, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sim_tests SET finished_at = ?2, result = ?3 WHERE id = ?1")?
        .execute((id, now.unix(), json::write(result)?))?;
    Ok(())
}
