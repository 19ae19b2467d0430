//! The SIMs of bulk operations, and what became of each.

use crate::bulk::act::Change;
use crate::store::accounts::Scope;
use crate::store::sims::code;
use contract::bulk::{Item, ItemState};
use domain::lifecycle::Reason;
use domain::sim::SimId;
use rusqlite::types::Type;
use rusqlite::{Connection, Row};

/// The code an item's state is kept by.
pub fn state_code(state: ItemState) -> &'static str {
    match state {
        ItemState::Pending => "pending",
        ItemState::Done => "done",
        ItemState::Failed => "failed",
    }
}

fn state_from_code(code: &str) -> Option<ItemState> {
    use ItemState::{Done, Failed, Pending};
    [Pending, Done, Failed].into_iter().find(|&state| state_code(state) == code)
}

/// Adds SIMs to an operation, in the order of ids.
pub fn add(connection: &Connection, operation: u32, ids: &[SimId]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO operation_items (operation_id, sim_id, state) VALUES (?1, ?2, 'pending')",
    )?;
    for id in ids {
        statement.execute((operation, id.0))?;
    }
    Ok(())
}

/// Adds those SIMs of an operation that are in a state to another one; gives how many.
pub fn copy(connection: &Connection, from: u32, state: ItemState, to: u32) -> rusqlite::Result<usize> {
    connection.execute(
        "INSERT INTO operation_items (operation_id, sim_id, state)
         SELECT ?3, sim_id, 'pending' FROM operation_items WHERE operation_id = ?1 AND state = ?2 ORDER BY sim_id",
        (from, state_code(state), to),
    )
}

/// The next SIMs of an operation that wait.
pub fn pending(connection: &Connection, operation: u32, limit: u32) -> rusqlite::Result<Vec<SimId>> {
    connection
        .prepare_cached(
            "SELECT sim_id FROM operation_items WHERE operation_id = ?1 AND state = 'pending'
             ORDER BY sim_id LIMIT ?2",
        )?
        .query_map((operation, limit), |row| Ok(SimId(row.get(0)?)))?
        .collect()
}

/// What an operation did to a SIM; `None` when it did nothing.
pub fn change(connection: &Connection, operation: u32, sim: SimId) -> rusqlite::Result<Option<Change>> {
    let json: Option<String> = connection
        .prepare_cached("SELECT change FROM operation_items WHERE operation_id = ?1 AND sim_id = ?2")?
        .query_row((operation, sim.0), |row| row.get(0))?;
    let read = |json: String| {
        serde_json::from_str(&json)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into()))
    };
    json.map(read).transpose()
}

/// Notes what became of a SIM.
pub fn settle(
    connection: &Connection,
    operation: u32,
    sim: SimId,
    outcome: Result<Change, Reason>,
) -> rusqlite::Result<()> {
    let (state, reason, change) = match outcome {
        Ok(change) => {
            let json = serde_json::to_string(&change)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            (ItemState::Done, None, Some(json))
        }
        Err(reason) => (ItemState::Failed, Some(reason.code()), None),
    };
    connection
        .prepare_cached(
            "UPDATE operation_items SET state = ?3, reason = ?4, change = ?5 WHERE operation_id = ?1 AND sim_id = ?2",
        )?
        .execute((operation, sim.0, state_code(state), reason, change))?;
    Ok(())
}

/// Fails all that wait, because the operation was cancelled; gives how many.
pub fn cancel_pending(connection: &Connection, operation: u32) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE operation_items SET state = 'failed', reason = ?2 WHERE operation_id = ?1 AND state = 'pending'",
        (operation, Reason::Cancelled.code()),
    )
}

/// The SIMs of an operation after an id, with the ICCIDs of those that the reader may see.
pub fn page(
    connection: &Connection,
    scope: &Scope,
    operation: u32,
    state: Option<ItemState>,
    after: Option<u32>,
    limit: u32,
) -> rusqlite::Result<Vec<Item>> {
    let in_state = if state.is_some() { "operation_items.state = ?4" } else { "?4 IS NULL" };
    connection
        .prepare_cached(&format!(
            "SELECT sim_id, operation_items.state, reason, coalesce(iccid, '') FROM operation_items
             LEFT JOIN sims ON sims.id = sim_id AND {}
             WHERE operation_id = ?1 AND sim_id > ?2 AND {in_state} ORDER BY sim_id LIMIT ?3",
            scope.condition()
        ))?
        .query_map((operation, after.map_or(-1, i64::from), limit, state.map(state_code)), item)?
        .collect()
}

fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    let reason = match row.get_ref(2)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(code(row, 2, Reason::from_code)?),
    };
    Ok(Item { sim_id: SimId(row.get(0)?), state: code(row, 1, state_from_code)?, reason, iccid: row.get(3)? })
}
