//! Bulk operations as they are kept.

use crate::store::accounts::Scope;
use crate::store::json;
use crate::store::sims::code;
use contract::bulk::{Author, Counts, Operation, OperationStage, OperationState};
use domain::account::AccountId;
use domain::act::Action;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

/// An operation, with what the wire does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub operation: Operation,
    /// The part of the tree it may act in.
    pub account_id: AccountId,
}

/// What a new operation is made from.
#[derive(Clone, Debug)]
pub struct New<'a> {
    pub action: &'a Action,
    pub hand: Hand,
    pub account_id: AccountId,
    pub total: u64,
    pub undo_of: Option<u32>,
    pub retry_of: Option<u32>,
    pub now: Timestamp,
}

/// Who starts operations: a user, or one of the tokens that a user made. What the one started is not the other's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    pub user: u32,
    pub token: Option<u32>,
}

impl Hand {
    /// Whether it started the operation.
    pub fn started(self, operation: &Operation) -> bool {
        let token = operation.token.as_ref().map(|token| token.id);
        (operation.created_by.id, token) == (self.user, self.token)
    }
}

const SELECT: &str = "SELECT operations.id, action, state, users.id, users.name, operations.account_id, operations.created_at, \
     finished_at, total, done, failed, undo_of, retry_of, \
     (SELECT undo.id FROM operations AS undo WHERE undo.undo_of = operations.id), api_tokens.id, api_tokens.name, \
     (SELECT max(retry.id) FROM operations AS retry WHERE retry.retry_of = operations.id) \
     FROM operations JOIN users ON users.id = operations.user_id \
     LEFT JOIN api_tokens ON api_tokens.id = operations.token_id";

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let action: Action = json::read(row, 1)?;
    let state = code(row, 2, state_from_code)?;
    let counts = Counts { total: row.get(8)?, done: row.get(9)?, failed: row.get(10)? };
    let undone_by: Option<u32> = row.get(13)?;
    let token: (Option<u32>, Option<String>) = (row.get(14)?, row.get(15)?);
    Ok(Kept {
        account_id: AccountId(row.get(5)?),
        operation: Operation {
            id: row.get(0)?,
            can_undo: state.is_over() && counts.done > 0 && undone_by.is_none() && action.can_be_undone(),
            action,
            state,
            counts,
            created_by: Author { id: row.get(3)?, name: row.get(4)? },
            token: token.0.zip(token.1).map(|(id, name)| Author { id, name }),
            created_at: Timestamp::from_unix(row.get(6)?),
            finished_at: row.get::<_, Option<i64>>(7)?.map(Timestamp::from_unix),
            undo_of: row.get(11)?,
            retry_of: row.get(12)?,
            undone_by,
            retried_by: row.get(16)?,
        },
    })
}

fn state_code(state: OperationState) -> &'static str {
    match state {
        OperationState::Queued => "queued",
        OperationState::Running => "running",
        OperationState::Finished => "finished",
        OperationState::Cancelled => "cancelled",
    }
}

fn state_from_code(code: &str) -> Option<OperationState> {
    use OperationState::{Cancelled, Finished, Queued, Running};
    [Queued, Running, Finished, Cancelled].into_iter().find(|&state| state_code(state) == code)
}

/// Adds an operation, queued; gives its id.
pub fn add(connection: &Connection, new: &New<'_>) -> rusqlite::Result<u32> {
    let action = json::write(new.action)?;
    connection.query_row(
        "INSERT INTO operations (action, state, user_id, account_id, created_at, total, undo_of, retry_of,
           token_id)
         VALUES (?1, 'queued', ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id",
        (
            action,
            new.hand.user,
            new.account_id.0,
            new.now.unix(),
            new.total,
            new.undo_of,
            new.retry_of,
            new.hand.token,
        ),
        |row| row.get(0),
    )
}

/// The operation with this id, whoever may see it.
pub fn find(connection: &Connection, id: u32) -> rusqlite::Result<Option<Kept>> {
    connection.prepare_cached(&format!("{SELECT} WHERE operations.id = ?1"))?.query_row([id], kept).optional()
}

/// The first one that is not over: they are carried out one after another, so that the later one wins.
pub fn first_unfinished(connection: &Connection) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(&format!(
            "{SELECT} WHERE state IN ('queued', 'running') ORDER BY operations.id LIMIT 1"
        ))?
        .query_row([], kept)
        .optional()
}

/// Which operations.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// Whose.
    pub hand: Hand,
    /// Also those of others who act in this scope.
    pub others: Option<&'a Scope>,
    /// Only those that act in this scope.
    pub within: Option<&'a Scope>,
    pub stage: Option<OperationStage>,
}

/// The operations before an id, latest first.
pub fn page(
    connection: &Connection,
    search: &Search<'_>,
    before: u32,
    limit: u32,
) -> rusqlite::Result<Vec<Operation>> {
    let Search { hand, others, within, stage } = search;
    let acts_in = |scope: &Scope| scope.condition().replace("account_id", "operations.account_id");
    let others = others.map_or_else(|| "FALSE".to_owned(), acts_in);
    let within = within.map_or_else(|| "TRUE".to_owned(), acts_in);
    let stage = match stage {
        None => "TRUE",
        Some(OperationStage::Running) => "state IN ('queued', 'running')",
        Some(OperationStage::Over) => "state IN ('finished', 'cancelled')",
        Some(OperationStage::WithFailures) => "state IN ('finished', 'cancelled') AND failed > 0",
    };
    connection
        .prepare_cached(&format!(
            "{SELECT} WHERE operations.id < ?2 AND ((operations.user_id = ?1 AND token_id IS ?4) OR {others})
               AND {within} AND {stage}
             ORDER BY operations.id DESC LIMIT ?3"
        ))?
        .query_map((hand.user, before, limit, hand.token), |row| Ok(kept(row)?.operation))?
        .collect()
}

/// Notes how far an operation is.
pub fn advance(
    connection: &Connection,
    id: u32,
    state: OperationState,
    done: u64,
    failed: u64,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let finished_at = state.is_over().then(|| now.unix());
    connection
        .prepare_cached(
            "UPDATE operations SET state = ?2, done = done + ?3, failed = failed + ?4, finished_at = ?5 WHERE id = ?1",
        )?
        .execute((id, state_code(state), done, failed, finished_at))?;
    Ok(())
}
