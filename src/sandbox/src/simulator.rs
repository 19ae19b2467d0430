//! Lets the estate live: SIMs open and close sessions and send data, and what follows from that follows.

use crate::app::App;
use crate::clock;
use crate::store::sims::{self, Card, Revision};
use domain::sim::{HardCap, SimId, Status};
use domain::time::Timestamp;
use fastrand::Rng;
use rusqlite::{Connection, OptionalExtension as _};
use std::time::Duration;

/// Between two moments of its life.
const EVERY: Duration = Duration::from_secs(1);
/// SIMs touched at each.
const SIMS: u32 = 48;
/// How far to look for one in service: where few are, few things happen, and nobody has to wait for the search.
const REACH: u32 = 64;
/// Most data at once.
const LARGEST_BURST: u64 = 3_000_000;

/// Lives until the task is dropped.
pub async fn run(app: App, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let mut moments = tokio::time::interval(EVERY);
    moments.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        moments.tick().await;
        let mut chance = rng.fork();
        let lived =
            app.database.write(move |connection| anyhow::Ok(live(connection, &mut chance, clock::now())?));
        match lived.await {
            Ok(Some(version)) => app.announcer.estate(version),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "the simulator could not go on"),
        }
    }
}

/// One moment; gives the version of it if anything changed.
pub fn live(connection: &Connection, rng: &mut Rng, now: Timestamp) -> rusqlite::Result<Option<u64>> {
    let last: u32 = connection.query_row("SELECT coalesce(max(id), 0) FROM sims", [], |row| row.get(0))?;
    let mut revision = Revision::default();
    for _ in 0..SIMS {
        let from = rng.u32(0..=last);
        let Some(card) = next_in_service(connection, from)? else { continue };
        let Some((after, bursts)) = advance(&card, rng) else { continue };
        let version = revision.version(connection)?;
        save(connection, &after, bursts, now, version)?;
    }
    Ok(revision.taken())
}

/// The first SIM in service at or soon after an id.
fn next_in_service(connection: &Connection, from: u32) -> rusqlite::Result<Option<Card>> {
    connection
        .prepare_cached(&format!(
            "SELECT {} FROM sims WHERE id BETWEEN ?1 AND ?2 AND status IN ('active', 'alerted', 'blocked')
             ORDER BY id LIMIT 1",
            sims::CARD_COLUMNS
        ))?
        .query_row((from, from.saturating_add(REACH)), sims::card)
        .optional()
}

/// What happens to one SIM: the SIM after it, and whether it sent data. `None` when nothing does.
fn advance(card: &Card, rng: &mut Rng) -> Option<(Card, bool)> {
    let mut after = card.clone();
    if card.in_session {
        if rng.u8(..10) == 0 {
            after.in_session = false;
            return Some((after, false));
        }
        after.usage = card.usage.saturating_add(rng.u64(1_000..LARGEST_BURST));
        after.status = card.levels.status_after(card.status, after.usage);
        if after.status == Status::Blocked && card.hard_cap == HardCap::On {
            after.in_session = false;
        }
        return Some((after, true));
    }
    // Who has reached the cap gets no new session.
    if card.status == Status::Blocked {
        return None;
    }
    after.in_session = true;
    Some((after, false))
}

/// Writes it without touching the revision: nobody edited anything.
fn save(
    connection: &Connection,
    card: &Card,
    sent: bool,
    now: Timestamp,
    version: u64,
) -> rusqlite::Result<()> {
    let Card { id: SimId(id), usage, status, in_session, .. } = *card;
    let seen = sent || in_session;
    connection
        .prepare_cached(
            "UPDATE sims SET usage_bytes = ?2, status = ?3, in_session = ?4,
               last_seen = CASE WHEN ?5 THEN ?6 ELSE last_seen END, version = ?7
             WHERE id = ?1",
        )?
        .execute((id, usage, status.code(), in_session, seen, now.unix(), version))?;
    Ok(())
}
