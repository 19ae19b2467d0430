//! The one row about the whole estate.

use crate::demo::past::Making;
use domain::period::Period;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};

/// What a demo estate was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub seed: u64,
    pub sims: u32,
    /// Whether users still have the passwords that anybody can read in the documentation.
    pub demo_passwords: bool,
}

/// How far the SIMs have begun a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    pub period: Period,
    /// While it is being begun: SIMs up to this id are in it.
    pub mark: Option<u32>,
}

impl Begun {
    /// Whether every SIM is in a period.
    pub fn is_through(self, period: Period) -> bool {
        self == Self { period, mark: None }
    }
}

/// What the estate was made from; `None` when there is none yet.
pub fn origin(connection: &Connection) -> rusqlite::Result<Option<Origin>> {
    connection
        .query_row("SELECT seed, sims, demo_passwords FROM estate", [], |row| {
            let seed: i64 = row.get(0)?;
            Ok(Origin { seed: seed.cast_unsigned(), sims: row.get(1)?, demo_passwords: row.get(2)? })
        })
        .optional()
}

/// Says what the estate was made from, at version 1.
pub fn found(connection: &Connection, origin: Origin) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO estate (id, seed, sims, demo_passwords, version) VALUES (1, ?1, ?2, ?3, 1)",
        (origin.seed.cast_signed(), origin.sims, origin.demo_passwords),
    )?;
    Ok(())
}

/// The version of the estate: that of its latest change.
pub fn version(connection: &Connection) -> rusqlite::Result<u64> {
    connection.prepare_cached("SELECT version FROM estate")?.query_row([], |row| row.get(0))
}

/// The version for what this transaction changes. Called at most once in each, unless it changes very much.
pub fn next_version(connection: &Connection) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("UPDATE estate SET version = version + 1 RETURNING version")?
        .query_row([], |row| row.get(0))
}

/// Says when the estate was made.
pub fn set_made_at(connection: &Connection, at: Timestamp) -> rusqlite::Result<()> {
    connection.execute("UPDATE estate SET made_at = ?1", [at.unix()])?;
    Ok(())
}

/// When the estate was made, and from what seed.
pub fn making(connection: &Connection) -> rusqlite::Result<Making> {
    connection.prepare_cached("SELECT seed, made_at FROM estate")?.query_row([], |row| {
        let seed: i64 = row.get(0)?;
        Ok(Making { seed: seed.cast_unsigned(), at: Timestamp::from_unix(row.get(1)?) })
    })
}

/// How far the SIMs have begun a period; `None` before the first start.
pub fn period(connection: &Connection) -> rusqlite::Result<Option<Begun>> {
    connection.prepare_cached("SELECT period, period_mark FROM estate")?.query_row([], |row| {
        let period: Option<u32> = row.get(0)?;
        let mark = row.get(1)?;
        Ok(period.map(|period| Begun { period: Period::from_index(period), mark }))
    })
}

/// Says which period usage of before the first start is of.
pub fn begin_first_period(connection: &Connection, period: Period) -> rusqlite::Result<()> {
    connection.execute("UPDATE estate SET period = ?1 WHERE period IS NULL", [period.index()])?;
    Ok(())
}

/// Notes how far the SIMs have begun a period.
pub fn set_period(connection: &Connection, begun: Begun) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE estate SET period = ?1, period_mark = ?2")?
        .execute((begun.period.index(), begun.mark))?;
    Ok(())
}

/// Seconds that the operators' clock is ahead of the system's.
pub fn clock_ahead(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT clock_ahead FROM estate", [], |row| row.get(0))
}

/// Lets time pass on the operators' clock.
pub fn advance_clock(connection: &Connection, seconds: u32) -> rusqlite::Result<()> {
    connection.execute("UPDATE estate SET clock_ahead = clock_ahead + ?1", [seconds])?;
    Ok(())
}
