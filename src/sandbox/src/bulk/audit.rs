//! What the audit log is told of bulk operations.

use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use contract::bulk::Operation;
use domain::act::Action;
use domain::audit::{AuditAction, SubjectKind};
use rusqlite::Connection;

/// An operation was started.
pub fn started(connection: &Connection, caller: &Caller, operation: &Operation) -> rusqlite::Result<()> {
    let entry = |action| entry(action, caller, operation).with("sims", operation.counts.total);
    let entry = match &operation.action {
        Action::MoveToAccount { account_id, .. } => {
            entry(AuditAction::MoveStarted).with("account_id", account_id.0)
        }
        &Action::SetLevels { cap_bytes, alert_bytes, end_session_at_cap } => {
            entry(AuditAction::LevelsStarted)
                .change("cap_bytes", None, cap_bytes)
                .change("alert_bytes", None, alert_bytes)
                .change("end_session_at_cap", None, end_session_at_cap)
        }
        Action::Activate => entry(AuditAction::ActivateStarted),
        Action::Suspend => entry(AuditAction::SuspendStarted),
        Action::Resume => entry(AuditAction::ResumeStarted),
        Action::Terminate => entry(AuditAction::TerminateStarted),
        Action::EditTags { add, remove } => {
            let list = |tags: &[String]| (!tags.is_empty()).then(|| tags.join(", "));
            entry(AuditAction::TagsStarted).change("tags", list(remove), list(add))
        }
        Action::SetCategory { category } => {
            entry(AuditAction::CategoryStarted).change("category", None, category.as_ref())
        }
        Action::ReplaceLabel { kind, name, by } => {
            entry(AuditAction::ReplaceLabelStarted).change(kind.code(), Some(name), by.as_ref())
        }
    };
    let entry = entry.change("undo_of", None, operation.undo_of).change("retry_of", None, operation.retry_of);
    audit::record(connection, &caller.actor(), &entry)
}

/// An operation was stopped.
pub fn cancelled(connection: &Connection, caller: &Caller, operation: &Operation) -> rusqlite::Result<()> {
    audit::record(connection, &caller.actor(), &entry(AuditAction::OperationCancelled, caller, operation))
}

fn entry(action: AuditAction, caller: &Caller, operation: &Operation) -> Entry {
    Entry::new(action, caller.scope.top(), SubjectKind::Operation, operation.id, "")
}
