//! Carries out bulk operations, one after another, some hundred SIMs per transaction. What was done to a SIM and that it
//! was done are written together, so that a crash at any moment leaves each SIM either done and recorded or untouched,
//! and the next start goes on where this one ended.

use crate::app::App;
use crate::bulk::act::{self, Change};
use crate::metering::{self, By};
use crate::network::Now;
use crate::store::accounts::{self, Scope};
use crate::store::operations::Kept;
use crate::store::sim_recipients::{self, Wish};
use crate::store::sims::{self, Revision};
use crate::store::{changes, items, operations, sim_history};
use contract::bulk::{Operation, OperationState};
use domain::account::AccountId;
use domain::act::Action;
use domain::lifecycle::Reason;
use domain::sim::SimId;
use rusqlite::Connection;
use std::collections::HashMap;
use std::time::Duration;

/// SIMs per transaction.
pub const CHUNK: u32 = 500;
/// Pause after a failure of the database, before the same chunk is tried again.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(1);

/// What one chunk did.
#[derive(Clone, Debug)]
pub struct Progress {
    pub operation: Operation,
    /// The version of the changes, if any SIM was changed.
    pub version: Option<u64>,
    /// Whether SIMs changed accounts.
    pub moved: bool,
}

/// Works until the task is dropped. Unfinished operations of a former run come first.
pub async fn run(app: App) {
    loop {
        let now = app.network.both();
        match app.database.write(move |connection| step(connection, now, CHUNK)).await {
            Ok(Some(progress)) => {
                app.announcer.progressed(&progress);
                let delay = app.faults.bulk_delay();
                if !delay.is_zero() {
                    tokio::time::sleep(delay).await;
                }
            }
            Ok(None) => app.work.notified().await,
            Err(error) => {
                let error: anyhow::Error = error;
                tracing::error!(%error, "a bulk operation could not go on");
                tokio::time::sleep(PAUSE_AFTER_ERROR).await;
            }
        }
    }
}

/// Does the next chunk of the first unfinished operation; `None` when there is none.
pub fn step(connection: &Connection, now: Now, chunk: u32) -> anyhow::Result<Option<Progress>> {
    let Some(kept) = operations::first_unfinished(connection)? else { return Ok(None) };
    let id = kept.operation.id;
    let ids = items::pending(connection, id, chunk)?;
    // An account that is gone has no SIMs left to act on: each then fails as not found.
    let scope = Scope::of(connection, kept.account_id)?;
    let outcome = carry_out(connection, &kept, scope.as_ref(), &ids, now)?;
    let all = usize::try_from(chunk).unwrap_or(usize::MAX);
    let state = if ids.len() < all { OperationState::Finished } else { OperationState::Running };
    operations::advance(connection, id, state, outcome.done, outcome.failed, now.system)?;
    let operation = operations::find(connection, id)?.map_or(kept.operation, |kept| kept.operation);
    Ok(Some(Progress { operation, version: outcome.revision.taken(), moved: outcome.moved }))
}

#[derive(Debug, Default)]
struct Outcome {
    done: u64,
    failed: u64,
    moved: bool,
    revision: Revision,
}

fn carry_out(
    connection: &Connection,
    kept: &Kept,
    scope: Option<&Scope>,
    ids: &[SimId],
    now: Now,
) -> anyhow::Result<Outcome> {
    let origin = sim_history::Origin::operation(&kept.operation);
    let undone = undone_by(connection, &kept.operation)?;
    let mut outcome = Outcome::default();
    let mut shifts: HashMap<AccountId, i64> = HashMap::new();
    for &id in ids {
        let card = sims::find_card(connection, id)?;
        let earlier = undone.map(|undone| items::change(connection, undone, id)).transpose()?.flatten();
        let mut attempt = match (card.as_ref().zip(scope), &earlier) {
            (None, _) => Err(Reason::NotFound),
            (Some((card, scope)), Some(earlier)) => act::revert(earlier, card, scope),
            (Some(_), None) if undone.is_some() => Err(Reason::ChangedSince),
            (Some((card, scope)), None) => act::act(&kept.operation.action, card, scope),
        };
        match &mut attempt {
            Ok((after, change)) => {
                let version = outcome.revision.version(connection)?;
                if let Some(before) = &card {
                    metering::keep(connection, before, after, By::Edit, version, now.network)?;
                    let changes = sim_history::differences(before, after);
                    sim_history::add(connection, origin, id, before.account_id, &changes, now.network)?;
                }
                if let (Change::Account { before, after, recipients }, Some(scope)) = (change, scope) {
                    changes::record_departure(connection, version, id, *before)?;
                    *shifts.entry(*before).or_default() -= 1;
                    *shifts.entry(*after).or_default() += 1;
                    let wish = wish(&kept.operation.action, earlier);
                    *recipients = sim_recipients::follow(connection, scope, id, *after, &wish)?;
                }
                outcome.done += 1;
            }
            Err(_) => outcome.failed += 1,
        }
        items::settle(connection, kept.operation.id, id, attempt.map(|(_, change)| change))?;
    }
    outcome.moved = !shifts.is_empty();
    accounts::shift_counts(connection, &shifts)?;
    Ok(outcome)
}

/// What is to happen to the notification addresses of a SIM that is moved.
fn wish(action: &Action, earlier: Option<Change>) -> Wish {
    match (earlier, action) {
        (Some(Change::Account { recipients, .. }), _) => Wish::Revert(recipients),
        (None, Action::MoveToAccount { keep_recipients: false, .. }) => Wish::Drop,
        _ => Wish::Keep,
    }
}

/// The operation that this one takes back, also when it only tries an undo again.
fn undone_by(connection: &Connection, operation: &Operation) -> rusqlite::Result<Option<u32>> {
    let (mut undo_of, mut retry_of) = (operation.undo_of, operation.retry_of);
    while let (None, Some(retried)) = (undo_of, retry_of) {
        let Some(kept) = operations::find(connection, retried)? else { break };
        (undo_of, retry_of) = (kept.operation.undo_of, kept.operation.retry_of);
    }
    Ok(undo_of)
}
