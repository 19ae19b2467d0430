//! What becomes of SIMs by what operators report, by levels that are set and by the end of a period, and what is written
//! down of it. What it is, [`domain::metering`] says; here it is kept, all in the transaction of the event.

pub mod books;
pub mod period;

use crate::store::sims::{self, Card};
use crate::store::{notifications, sim_sessions};
use domain::sim::Status;
use domain::time::Timestamp;
use rusqlite::Connection;

/// Seconds until an operator has activated a SIM.
const ACTIVATION: u32 = 5;

/// Who changed a SIM, for whoever edits it at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody, or what would surprise whoever edits it: what they have seen is no longer so.
    Edit,
    /// Usage, which makes nobody's edit stale.
    Usage,
}

/// Writes what became of a SIM, and what follows from it: the notice that fell due, the end of a session, the time at
/// which the operator has activated it. `now` is by the operators' clock.
pub fn keep(
    connection: &Connection,
    before: &Card,
    after: &Card,
    by: By,
    version: u64,
    now: Timestamp,
) -> rusqlite::Result<()> {
    sims::save_card(connection, after, by == By::Edit, version)?;
    if before.in_session && !after.in_session {
        sim_sessions::end(connection, after.id, now)?;
    }
    let waits = |card: &Card| card.status == Status::ActivationPending;
    if waits(before) != waits(after) {
        let due = waits(after).then(|| now.after(ACTIVATION));
        sims::set_activation_due(connection, after.id, due)?;
    }
    if let Some(crossing) = after.meter().notice_since(&before.meter()) {
        notifications::add(connection, after.id, after.account_id, crossing, now)?;
    }
    Ok(())
}
