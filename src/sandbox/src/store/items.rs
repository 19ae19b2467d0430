//! The SIMs of bulk operations, and what became of each.

use crate::bulk::act::Change;
use crate::store::accounts::Scope;
use crate::store::json;
use crate::store::sims::code;
use contract::bulk::{Item, ItemState, ReasonCount};
use domain::account::AccountId;
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

/// Which SIMs of an operation.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub state: Option<ItemState>,
    pub reason: Option<Reason>,
    /// Part of the ICCID.
    pub iccid: Option<String>,
}

/// The SIMs of an operation after an id, with the ICCIDs and changes of those that the reader may see.
pub fn page(
    connection: &Connection,
    scope: &Scope,
    operation: u32,
    search: &Search,
    after: Option<u32>,
    limit: u32,
) -> rusqlite::Result<Vec<Item>> {
    let in_state = if search.state.is_some() { "operation_items.state = ?4" } else { "?4 IS NULL" };
    let after = after.map_or(-1, i64::from);
    let state = search.state.map(state_code);
    let reason = search.reason.map(Reason::code);
    let mut items: Vec<Item> = connection
        .prepare_cached(&format!(
            "SELECT operation_items.sim_id, operation_items.state, reason, coalesce(iccid, ''), coalesce((
               SELECT changes FROM sim_history WHERE sim_history.operation_id = ?1 AND sim_history.sim_id = sims.id
               ORDER BY sim_history.id LIMIT 1
             ), '[]')
             FROM operation_items LEFT JOIN sims ON sims.id = operation_items.sim_id AND {}
             WHERE operation_items.operation_id = ?1 AND operation_items.sim_id > ?2 AND {in_state}
               AND (?5 IS NULL OR reason = ?5) AND (?6 IS NULL OR instr(iccid, ?6) > 0)
             ORDER BY operation_items.sim_id LIMIT ?3",
            scope.condition()
        ))?
        .query_map((operation, after, limit, state, reason, &search.iccid), item)?
        .collect::<rusqlite::Result<_>>()?;
    let seen = |account: &String| account.parse().is_ok_and(|id| scope.contains(AccountId(id)));
    for change in items.iter_mut().flat_map(|item| &mut item.changes) {
        if change.field == ACCOUNT {
            change.old = change.old.take().filter(seen);
            change.new = change.new.take().filter(seen);
        }
    }
    Ok(items)
}

/// The field of a change that names accounts.
pub const ACCOUNT: &str = "account_id";

fn item(row: &Row<'_>) -> rusqlite::Result<Item> {
    let reason = match row.get_ref(2)? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(code(row, 2, Reason::from_code)?),
    };
    Ok(Item {
        sim_id: SimId(row.get(0)?),
        state: code(row, 1, state_from_code)?,
        reason,
        iccid: row.get(3)?,
        changes: json::read(row, 4)?,
    })
}

/// Why SIMs of an operation failed, the most frequent reason first.
pub fn reasons(connection: &Connection, operation: u32) -> rusqlite::Result<Vec<ReasonCount>> {
    connection
        .prepare_cached(
            "SELECT reason, count(*) FROM operation_items WHERE operation_id = ?1 AND state = 'failed'
             GROUP BY reason ORDER BY count(*) DESC, reason",
        )?
        .query_map([operation], |row| {
            Ok(ReasonCount { reason: code(row, 0, Reason::from_code)?, count: row.get(1)? })
        })?
        .collect()
}

/// The fields that an operation has changed on any SIM.
pub fn changed_fields(connection: &Connection, operation: u32) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT json_extract(change.value, '$.field')
             FROM sim_history, json_each(sim_history.changes) AS change
             WHERE operation_id = ?1",
        )?
        .query_map([operation], |row| row.get(0))?
        .collect()
}
