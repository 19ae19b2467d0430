//! Answers a filter over the SIMs of a scope with the domain's evaluator, some thousand rows at a time, so that memory
//! stays bounded however large the estate is.

use crate::store::accounts::Scope;
use crate::store::sims;
use domain::estate::Estate;
use domain::filter::{Filter, evaluate};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::ops::ControlFlow;

/// Rows evaluated at once.
const CHUNK: u32 = 16_384;

/// Calls `found` for each match after an id, in the order of ids, until it breaks.
pub fn each_match(
    connection: &Connection,
    scope: &Scope,
    filter: &Filter,
    after: u32,
    now: Timestamp,
    mut found: impl FnMut(SimId) -> ControlFlow<()>,
) -> rusqlite::Result<()> {
    if filter.is_everything() {
        return each_sim(connection, scope, after, found);
    }
    let mut after = after;
    loop {
        let batch = sims::batch(connection, scope, after, CHUNK)?;
        let Some(&last) = batch.id.last() else { return Ok(()) };
        after = last;
        let mut estate = Estate::default();
        estate.append(&batch).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        for row in evaluate::matching(filter, &estate, scope.tree(), now).iter() {
            let Some(id) = estate.id(row) else { continue };
            if found(id).is_break() {
                return Ok(());
            }
        }
    }
}

/// All SIMs of the scope, without reading more of them than their id.
fn each_sim(
    connection: &Connection,
    scope: &Scope,
    after: u32,
    mut found: impl FnMut(SimId) -> ControlFlow<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id FROM sims WHERE id > ?1 AND {} ORDER BY id",
        scope.condition()
    ))?;
    let mut rows = statement.query([after])?;
    while let Some(row) = rows.next()? {
        if found(SimId(row.get(0)?)).is_break() {
            break;
        }
    }
    Ok(())
}
