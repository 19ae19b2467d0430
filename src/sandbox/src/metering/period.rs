//! The end of a period: all SIMs begin the next one, some thousand per transaction. How far it has come is written with
//! them, so that a crash at any moment leaves each SIM either in the old period or in the new one, and the next start
//! goes on where this one ended.

use super::By;
use crate::app::App;
use crate::database::DatabaseError;
use crate::store::estate::{self, Begun};
use crate::store::sim_history::{self, Origin};
use crate::store::sims::{self, Revision};
use domain::history::Cause;
use domain::period::Period;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::time::Duration;

/// SIMs per transaction. They share a version, and a page of changes never divides one.
const CHUNK: u32 = 2_000;
/// How often the clock is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// What one transaction did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The version of the changes, if any SIM was changed.
    pub version: Option<u64>,
}

/// Begins each period when it is time, until the task is dropped. One that a former run did not finish comes first.
pub async fn run(app: App) {
    let mut begun = None;
    loop {
        let due = Period::of(app.network.now());
        if begun != Some(due) {
            match begin(&app).await {
                Ok(()) => begun = Some(due),
                Err(error) => tracing::error!(%error, "a period could not begin"),
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Takes all SIMs into the period that it is now, if they are not in it yet.
pub async fn begin(app: &App) -> Result<(), DatabaseError> {
    loop {
        let now = app.network.now();
        let step =
            app.database.write(move |connection| Ok::<_, DatabaseError>(step(connection, now, CHUNK)?));
        let Some(step) = step.await? else { return Ok(()) };
        if let Some(version) = step.version {
            app.announcer.estate(version);
        }
    }
}

/// Takes the next SIMs into the period that it is now; `None` when all are in it.
pub fn step(connection: &Connection, now: Timestamp, chunk: u32) -> rusqlite::Result<Option<Step>> {
    let due = Period::of(now);
    let (period, mark) = match estate::period(connection)? {
        // Also one that is over already: all SIMs go through it before the next.
        Some(Begun { period, mark: Some(mark) }) => (period, mark),
        Some(Begun { period, mark: None }) if period < due => (due, 0),
        _ => return Ok(None),
    };
    let cards = sims::cards_after(connection, mark, chunk)?;
    let mut revision = Revision::default();
    for before in &cards {
        let after = before.metered(before.meter().begin_period());
        if after == *before {
            continue;
        }
        // A cap that came back is not the one that somebody may be editing.
        let by = if after.levels == before.levels { By::Usage } else { By::Edit };
        super::keep(connection, before, &after, by, revision.version(connection)?, now)?;
        let changes = sim_history::differences(before, &after);
        let origin = Origin::nobody(Cause::NewPeriod);
        sim_history::add(connection, origin, before.id, before.account_id, &changes, now)?;
    }
    let complete = u32::try_from(cards.len()).unwrap_or(u32::MAX) < chunk;
    let last = cards.last().map_or(mark, |card| card.id.0);
    estate::set_period(connection, Begun { period, mark: (!complete).then_some(last) })?;
    Ok(Some(Step { version: revision.taken() }))
}
