//! What is done to the lists of tags and categories, and what that starts on SIMs: both are put down together.

use crate::audit::{self, Entry};
use crate::bulk::label_undo::subject;
use crate::bulk::plan;
use crate::clock;
use crate::http::caller::Caller;
use crate::http::etag;
use crate::http::failure::Failure;
use crate::http::labels::list;
use crate::store::labels::{self, Definition, New};
use contract::bulk::Operation;
use contract::label::{Label, LabelChange, LabelPatch, NewLabel};
use contract::problem::FieldCode;
use domain::act::Action;
use domain::audit::AuditAction;
use domain::label::{LabelId, LabelKind, MOST_LABELS};
use rusqlite::Connection;

/// Adds a definition.
pub fn create(
    connection: &Connection,
    caller: &Caller,
    kind: LabelKind,
    new: &NewLabel,
) -> Result<Label, Failure> {
    plan::check_name(&new.name, "/name")?;
    let account = new.account_id.unwrap_or(caller.user.account_id);
    if !caller.scope.contains(account) {
        return Err(Failure::invalid("/account_id", FieldCode::UnknownAccount));
    }
    if labels::count(connection, account, kind)? >= MOST_LABELS {
        return Err(Failure::invalid("/name", FieldCode::TooMany));
    }
    if labels::is_taken(connection, account, kind, &new.name, None)? {
        return Err(Failure::invalid("/name", FieldCode::NameTaken));
    }
    let id = labels::add(connection, New { account, kind, name: &new.name, colour: new.colour })?;
    let made = labels::by_id(connection, id)?.ok_or_else(Failure::not_found)?;
    let entry = entry(AuditAction::LabelCreated, &made).with("colour", made.colour.code());
    audit::record(connection, &caller.actor(), &entry)?;
    list::counted(connection, &caller.scope, &made)
}

/// Changes name and colour.
pub fn patch(
    connection: &Connection,
    caller: &Caller,
    kind: LabelKind,
    id: LabelId,
    seen: Result<String, Failure>,
    patch: &LabelPatch,
) -> Result<LabelChange, Failure> {
    let before = managed(connection, caller, kind, id, seen)?;
    let name = patch.name.as_ref().unwrap_or(&before.name);
    let colour = patch.colour.unwrap_or(before.colour);
    let renamed = *name != before.name;
    if renamed {
        plan::check_name(name, "/name")?;
        if labels::is_taken(connection, before.account, kind, name, Some(id))? {
            return Err(Failure::invalid("/name", FieldCode::NameTaken));
        }
        let entry = entry(AuditAction::LabelRenamed, &before);
        audit::record(connection, &caller.actor(), &entry.change("name", Some(&before.name), Some(name)))?;
    }
    if colour != before.colour {
        let entry = entry(AuditAction::LabelColourChanged, &before);
        let entry = entry.change("colour", Some(before.colour.code()), Some(colour.code()));
        audit::record(connection, &caller.actor(), &entry)?;
    }
    if renamed || colour != before.colour {
        labels::save(connection, id, name, colour)?;
    }
    let operation = if renamed { replace(connection, caller, &before, Some(name))? } else { None };
    let now = labels::by_id(connection, id)?.ok_or_else(Failure::not_found)?;
    let label = list::counted(connection, &caller.scope, &now)?;
    Ok(LabelChange { label: Some(label), operation })
}

/// Deletes a definition, and takes it off SIMs.
pub fn delete(
    connection: &Connection,
    caller: &Caller,
    kind: LabelKind,
    id: LabelId,
    seen: Result<String, Failure>,
) -> Result<LabelChange, Failure> {
    let before = managed(connection, caller, kind, id, seen)?;
    let operation = replace(connection, caller, &before, None)?;
    labels::remove(connection, id)?;
    audit::record(connection, &caller.actor(), &entry(AuditAction::LabelDeleted, &before))?;
    Ok(LabelChange { label: None, operation })
}

/// Puts another definition in the place of one.
pub fn merge(
    connection: &Connection,
    caller: &Caller,
    kind: LabelKind,
    id: LabelId,
    seen: Result<String, Failure>,
    into: LabelId,
) -> Result<LabelChange, Failure> {
    let before = managed(connection, caller, kind, id, seen)?;
    let unknown = || Failure::invalid("/into", FieldCode::UnknownLabel);
    let into = labels::find(connection, &caller.scope, kind, into)?.ok_or_else(unknown)?;
    // It has to hold wherever the other one does.
    let above = list::owner(&caller.scope, &into);
    if into.id == id || !domain::label::holds_for(caller.scope.tree(), above, before.account) {
        return Err(unknown());
    }
    let operation = replace(connection, caller, &before, Some(&into.name))?;
    labels::remove(connection, id)?;
    let entry = entry(AuditAction::LabelMerged, &before).with("into", &into.name);
    audit::record(connection, &caller.actor(), &entry)?;
    let label = list::counted(connection, &caller.scope, &into)?;
    Ok(LabelChange { label: Some(label), operation })
}

/// A definition of the caller's part of the tree, as it was seen: what lies above cannot be changed from below.
fn managed(
    connection: &Connection,
    caller: &Caller,
    kind: LabelKind,
    id: LabelId,
    seen: Result<String, Failure>,
) -> Result<Definition, Failure> {
    let found = labels::find(connection, &caller.scope, kind, id)?;
    let found = found.filter(|found| caller.scope.contains(found.account)).ok_or_else(Failure::not_found)?;
    etag::check(&seen?, found.revision)?;
    Ok(found)
}

/// Starts what the change means for SIMs; `None` when none has the name.
fn replace(
    connection: &Connection,
    caller: &Caller,
    before: &Definition,
    by: Option<&str>,
) -> Result<Option<Operation>, Failure> {
    let ids = labels::carriers(connection, before.account, before.kind, &before.name)?;
    if ids.is_empty() {
        return Ok(None);
    }
    let action =
        Action::ReplaceLabel { kind: before.kind, name: before.name.clone(), by: by.map(str::to_owned) };
    let operation = plan::start(connection, caller, &action, &ids, clock::now())?;
    labels::note_former(connection, operation.id, &before.former())?;
    Ok(Some(operation))
}

fn entry(action: AuditAction, definition: &Definition) -> Entry {
    Entry::new(action, definition.account, subject(definition.kind), definition.id.0, &definition.name)
}
