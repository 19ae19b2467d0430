//! Undoing what a change to the list of tags or categories did to SIMs brings back the list as well.

use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::store::labels::{self, Former};
use domain::audit::{AuditAction, SubjectKind};
use domain::label::LabelKind;
use rusqlite::Connection;

/// Makes the definition what it was before an operation that is being undone by another, unless somebody took its name
/// meanwhile: the SIMs then get the old name all the same.
pub fn restore(connection: &Connection, caller: &Caller, of: u32, by: u32) -> Result<(), Failure> {
    let Some(former) = labels::former(connection, of)? else { return Ok(()) };
    if !caller.scope.contains(former.account) {
        return Ok(());
    }
    let now = labels::by_id(connection, former.id)?;
    if let Some((name, _)) = &former.look
        && labels::is_taken(connection, former.account, former.kind, name, Some(former.id))?
    {
        return Ok(());
    }
    let before = match &now {
        Some(definition) => definition.former(),
        None => Former { look: None, ..former.clone() },
    };
    labels::note_former(connection, by, &before)?;
    labels::put_back(connection, &former)?;
    let name = |former: &Former| former.look.as_ref().map(|(name, _)| name.clone());
    let title = name(&former).or_else(|| name(&before)).unwrap_or_default();
    let entry =
        Entry::new(AuditAction::LabelRestored, former.account, subject(former.kind), former.id.0, title)
            .change("name", name(&before), name(&former));
    Ok(audit::record(connection, &caller.actor(), &entry)?)
}

/// What the audit log calls it.
pub fn subject(kind: LabelKind) -> SubjectKind {
    match kind {
        LabelKind::Tag => SubjectKind::Tag,
        LabelKind::Category => SubjectKind::Category,
    }
}
