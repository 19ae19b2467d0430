//! Lets the estate live: SIMs open and close sessions and send data, operators complete activations, and what follows from
//! that follows.

use crate::app::App;
use crate::metering::books::Books;
use crate::store::sims::{self, Card};
use domain::sim::Status;
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

/// What happens to one SIM.
enum Event {
    Opened,
    Closed,
    Sent(u64),
}

/// Lives until the task is dropped.
pub async fn run(app: App, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let mut moments = tokio::time::interval(EVERY);
    moments.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        moments.tick().await;
        let mut chance = rng.fork();
        let now = app.network.now();
        let lived = app.database.write(move |connection| anyhow::Ok(live(connection, &mut chance, now)?));
        match lived.await {
            Ok(Some(version)) => app.announcer.estate(version),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "the simulator could not go on"),
        }
    }
}

/// One moment, by the operators' clock; gives the version of it if anything changed. Nothing happens while SIMs are being
/// taken into a new period.
pub fn live(connection: &Connection, rng: &mut Rng, now: Timestamp) -> rusqlite::Result<Option<u64>> {
    let Some(mut books) = Books::open(connection, now)? else { return Ok(None) };
    books.complete_activations()?;
    let last: u32 = connection.query_row("SELECT coalesce(max(id), 0) FROM sims", [], |row| row.get(0))?;
    for _ in 0..SIMS {
        let from = rng.u32(0..=last);
        let Some(card) = next_alive(connection, from)? else { continue };
        let Some(event) = event(&card, rng) else { continue };
        // It was read in this transaction: there is such a SIM.
        let _ = match event {
            Event::Opened => books.open_session(card.id)?,
            Event::Closed => books.close_session(card.id)?,
            Event::Sent(bytes) => books.report(card.id, now.day(), bytes)?,
        };
    }
    Ok(books.close())
}

/// The first SIM at or soon after an id that is in service, or in a session that goes on although it was suspended.
fn next_alive(connection: &Connection, from: u32) -> rusqlite::Result<Option<Card>> {
    connection
        .prepare_cached(&format!(
            "SELECT {} FROM sims WHERE id BETWEEN ?1 AND ?2 AND (status IN ('active', 'alerted', 'blocked') OR in_session = 1)
             ORDER BY id LIMIT 1",
            sims::CARD_COLUMNS
        ))?
        .query_row((from, from.saturating_add(REACH)), sims::card)
        .optional()
}

/// What happens to a SIM; `None` when nothing does.
fn event(card: &Card, rng: &mut Rng) -> Option<Event> {
    if !card.in_session {
        // Who has reached the cap gets no new session.
        return (card.status != Status::Blocked).then_some(Event::Opened);
    }
    Some(if rng.u8(..10) == 0 { Event::Closed } else { Event::Sent(rng.u64(1_000..LARGEST_BURST)) })
}
