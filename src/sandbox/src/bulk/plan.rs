//! Starting, undoing, retrying and cancelling operations: what is checked, and what is put down for the worker.

use crate::bulk::{audit, label_undo, target};
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::store::{items, operations};
use contract::bulk::{ItemState, Operation, OperationState, Target};
use contract::problem::{FieldCode, ProblemCode};
use domain::act::Action;
use domain::cap::{LevelError, Levels};
use domain::label::{self, MOST_LABELS, MOST_TAGS};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;

/// Checks an action against the rules that do not depend on the SIM.
pub fn check_action(caller: &Caller, action: &Action) -> Result<(), Failure> {
    match action {
        &Action::MoveToAccount { account_id, .. } => {
            let pointer = "/action/move_to_account/account_id";
            match caller.scope.tree().get(account_id) {
                None => Err(Failure::invalid(pointer, FieldCode::UnknownAccount)),
                Some(account) if !account.open => Err(Failure::invalid(pointer, FieldCode::AccountDisabled)),
                Some(_) => Ok(()),
            }
        }
        &Action::SetLevels { cap_bytes, alert_bytes, .. } => {
            check_levels(Levels { cap: cap_bytes, alert: alert_bytes }, "/action/set_levels")
        }
        Action::Activate | Action::Suspend | Action::Resume | Action::Terminate => Ok(()),
        Action::EditTags { add, remove } => check_tags(add, remove),
        Action::SetCategory { category } => match category {
            Some(name) => check_name(name, "/action/set_category/category"),
            None => Ok(()),
        },
        Action::ReplaceLabel { .. } => Err(Failure::invalid("/action", FieldCode::Invalid).because(
            "follows from a change to the list of tags or categories, and is not started by itself",
        )),
    }
}

/// Checks what is to be done to tags. One that is taken off may be called as it likes: it may be there from before.
fn check_tags(add: &[String], remove: &[String]) -> Result<(), Failure> {
    let base = "/action/edit_tags";
    if add.is_empty() && remove.is_empty() {
        return Err(Failure::invalid(format!("{base}/add"), FieldCode::Required));
    }
    for (pointer, tags, most) in [("add", add, MOST_TAGS), ("remove", remove, MOST_LABELS)] {
        if tags.len() > most {
            return Err(Failure::invalid(format!("{base}/{pointer}"), FieldCode::TooMany));
        }
    }
    for (at, name) in add.iter().enumerate() {
        check_name(name, &format!("{base}/add/{at}"))?;
        if remove.contains(name) {
            return Err(Failure::invalid(format!("{base}/add/{at}"), FieldCode::Invalid)
                .because("put on and taken off at once"));
        }
    }
    Ok(())
}

/// Checks the name of a tag or category.
pub fn check_name(name: &str, pointer: &str) -> Result<(), Failure> {
    label::check_name(name).map_err(|bad| Failure::invalid(pointer, bad.into()).because(bad.to_string()))
}

/// Checks a pair of levels; `base` points to the object that holds them.
pub fn check_levels(levels: Levels, base: &str) -> Result<(), Failure> {
    let at_fault =
        |cap_is: bool| if cap_is { format!("{base}/cap_bytes") } else { format!("{base}/alert_bytes") };
    match levels.check() {
        Ok(_) => Ok(()),
        Err(LevelError::AlertAboveCap) => Err(Failure::invalid(at_fault(false), FieldCode::AlertAboveCap)),
        Err(LevelError::Zero) => Err(Failure::invalid(at_fault(levels.cap == Some(0)), FieldCode::LevelZero)),
        Err(LevelError::TooLarge) => Err(Failure::invalid(
            at_fault(levels.cap > Some(domain::cap::LARGEST_LEVEL)),
            FieldCode::LevelTooLarge,
        )),
    }
}

/// Refuses a target without a single SIM.
pub fn check_not_empty(target: &Target, ids: &[SimId]) -> Result<(), Failure> {
    let pointer = match target {
        Target::Ids(_) => "/target/ids",
        Target::Matching { .. } => "/target/matching",
    };
    if ids.is_empty() { Err(Failure::invalid(pointer, FieldCode::EmptyTarget)) } else { Ok(()) }
}

/// The SIMs of a request that is to be carried out: as many as the person was told.
pub fn resolve_expected(
    connection: &Connection,
    caller: &Caller,
    target: &Target,
    now: Timestamp,
) -> Result<Vec<SimId>, Failure> {
    let ids = target::resolve(connection, &caller.scope, target, now)?;
    if let Target::Matching { expected_count: Some(expected), .. } = target
        && u64::try_from(ids.len()) != Ok(*expected)
    {
        return Err(Failure::new(ProblemCode::CountChanged)
            .because(format!("{expected} SIMs were expected to match; {} do now", ids.len())));
    }
    check_not_empty(target, &ids)?;
    Ok(ids)
}

/// Puts a new operation down.
pub fn start(
    connection: &Connection,
    caller: &Caller,
    action: &Action,
    ids: &[SimId],
    now: Timestamp,
) -> Result<Operation, Failure> {
    let total = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    let id = operations::add(connection, &new(caller, action, total, now))?;
    items::add(connection, id, ids)?;
    started(connection, caller, id)
}

/// Puts down the operation that takes back what another one did, also to the list of tags or categories.
pub fn undo(connection: &Connection, caller: &Caller, of: u32, now: Timestamp) -> Result<Operation, Failure> {
    let before = visible(connection, caller, of)?;
    caller.require(before.action.permission())?;
    if !before.can_undo {
        return Err(Failure::new(ProblemCode::WrongState)
            .because("only an operation that is over, did something and was not undone yet can be undone"));
    }
    let new = new(caller, &before.action, before.counts.done, now);
    let id = operations::add(connection, &operations::New { undo_of: Some(of), ..new })?;
    items::copy(connection, of, ItemState::Done, id)?;
    label_undo::restore(connection, caller, of, id)?;
    started(connection, caller, id)
}

/// Puts down the operation that tries again what failed in another one.
pub fn retry(
    connection: &Connection,
    caller: &Caller,
    of: u32,
    now: Timestamp,
) -> Result<Operation, Failure> {
    let before = visible(connection, caller, of)?;
    caller.require(before.action.permission())?;
    if !before.state.is_over() || before.counts.failed == 0 {
        return Err(Failure::new(ProblemCode::WrongState)
            .because("only an operation that is over and has failures can be retried"));
    }
    let new = new(caller, &before.action, before.counts.failed, now);
    let id = operations::add(connection, &operations::New { retry_of: Some(of), ..new })?;
    items::copy(connection, of, ItemState::Failed, id)?;
    started(connection, caller, id)
}

/// Stops an operation; what it has not reached fails.
pub fn cancel(
    connection: &Connection,
    caller: &Caller,
    id: u32,
    now: Timestamp,
) -> Result<Operation, Failure> {
    let before = visible(connection, caller, id)?;
    caller.require(before.action.permission())?;
    if before.state.is_over() {
        return Err(Failure::new(ProblemCode::WrongState).because("the operation is over"));
    }
    let cancelled = items::cancel_pending(connection, id)?;
    let cancelled = u64::try_from(cancelled).unwrap_or(u64::MAX);
    operations::advance(connection, id, OperationState::Cancelled, 0, cancelled, now)?;
    audit::cancelled(connection, caller, &before)?;
    written(connection, id)
}

/// An operation, if the caller may see it: its own, and for some roles those of others that act within its scope.
pub fn visible(connection: &Connection, caller: &Caller, id: u32) -> Result<Operation, Failure> {
    let kept = operations::find(connection, id)?.ok_or_else(Failure::not_found)?;
    let own = caller.hand().started(&kept.operation);
    let seen = own || (caller.sees_all_operations() && caller.scope.contains(kept.account_id));
    if seen { Ok(kept.operation) } else { Err(Failure::not_found()) }
}

fn new<'a>(caller: &Caller, action: &'a Action, total: u64, now: Timestamp) -> operations::New<'a> {
    operations::New {
        action,
        hand: caller.hand(),
        account_id: caller.scope.top(),
        total,
        undo_of: None,
        retry_of: None,
        now,
    }
}

fn started(connection: &Connection, caller: &Caller, id: u32) -> Result<Operation, Failure> {
    let operation = written(connection, id)?;
    audit::started(connection, caller, &operation)?;
    Ok(operation)
}

fn written(connection: &Connection, id: u32) -> Result<Operation, Failure> {
    Ok(operations::find(connection, id)?.ok_or_else(Failure::not_found)?.operation)
}
