//! Some of the SIMs that are alerted or blocked got there in the last days: what the bell begins with.

use crate::store::notifications;
use crate::store::sims::{self, Card};
use domain::cap::{Crossing, Threshold};
use domain::period::Period;
use domain::sim::Status;
use domain::time::{DAY, Timestamp};
use rusqlite::Connection;

/// Most notifications that there are.
const MOST: usize = 40;
/// For so many days they go back, as far as the period does.
const DAYS: u32 = 5;

/// Writes them, as mailed; those of the last day nobody has read.
pub fn write(connection: &Connection, now: Timestamp) -> rusqlite::Result<()> {
    let cards: Vec<Card> = connection
        .prepare(&format!(
            "SELECT {} FROM sims WHERE status IN ('alerted', 'blocked') ORDER BY id",
            sims::CARD_COLUMNS
        ))?
        .query_map([], sims::card)?
        .collect::<rusqlite::Result<_>>()?;
    // From all over the estate.
    let chosen: Vec<(&Card, Crossing)> = cards
        .iter()
        .step_by(cards.len().div_ceil(MOST).max(1))
        .filter_map(|card| Some((card, crossing(card)?)))
        .collect();
    let start = now.days_before(DAYS).max(Period::of(now).start()).unix();
    let gap = now.unix().saturating_sub(start) / u32::try_from(chosen.len() + 1).unwrap_or(u32::MAX);
    let mut at = start;
    for (card, crossing) in chosen {
        at += gap;
        let at = Timestamp::from_unix(i64::from(at));
        notifications::add(connection, card.id, card.account_id, crossing, at)?;
    }
    notifications::set_mailed(connection, notifications::latest(connection)?)?;
    connection.execute(
        "UPDATE users SET read_notification = (SELECT coalesce(max(id), 0) FROM notifications WHERE at < ?1)",
        [i64::from(now.unix()) - i64::try_from(DAY).unwrap_or(0)],
    )?;
    Ok(())
}

/// The level that a SIM has reached.
fn crossing(card: &Card) -> Option<Crossing> {
    let (threshold, level) = match card.status {
        Status::Blocked => (Threshold::Cap, card.levels.cap?),
        _ => (Threshold::Alert, card.levels.alert?),
    };
    Some(Crossing { threshold, level, usage: card.usage })
}
