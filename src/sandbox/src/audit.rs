//! The audit log: an entry is written in the transaction of the act it tells of, so that neither is there without the
//! other.

use crate::clock;
use crate::store::audit_log;
use contract::audit::{FieldChange, Subject};
use contract::bulk::Author;
use contract::session::User;
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use rusqlite::Connection;
use std::fmt::Display;

/// Who acts, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// `None` where nobody is signed in.
    pub user: Option<Author>,
    /// The API token in place of the person.
    pub token: Option<Author>,
    /// The account whose view the user has.
    pub viewed_as: Option<AccountId>,
}

impl Actor {
    /// A user without a session, as one is who follows a mailed link.
    pub fn of(user: &User) -> Self {
        Self { user: Some(Author { id: user.id, name: user.name.clone() }), ..Self::default() }
    }
}

/// An act that is to be told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub action: AuditAction,
    /// The account it concerns.
    pub account: AccountId,
    pub subject: Subject,
    pub changes: Vec<FieldChange>,
}

impl Entry {
    /// An act on a subject of an account.
    pub fn new(
        action: AuditAction,
        account: AccountId,
        kind: SubjectKind,
        id: u32,
        name: impl Into<String>,
    ) -> Self {
        Self { action, account, subject: Subject { kind, id, name: name.into() }, changes: Vec::new() }
    }

    /// An act of a user on its own behalf.
    pub fn own(action: AuditAction, user: &User) -> Self {
        Self::new(action, user.account_id, SubjectKind::User, user.id, &user.name)
    }

    /// Adds what a field was and became, if it did. Never a secret.
    pub fn change<T: Display + PartialEq>(mut self, field: &str, old: Option<T>, new: Option<T>) -> Self {
        if old != new {
            let text = |value: Option<T>| value.map(|value| value.to_string());
            self.changes.push(FieldChange { field: field.to_owned(), old: text(old), new: text(new) });
        }
        self
    }

    /// Adds what something new has.
    pub fn with<T: Display + PartialEq>(self, field: &str, new: T) -> Self {
        self.change(field, None, Some(new))
    }
}

/// Writes an entry.
pub fn record(connection: &Connection, actor: &Actor, entry: &Entry) -> rusqlite::Result<()> {
    audit_log::add(connection, actor, entry, clock::now())
}

#[cfg(test)]
mod tests {
    use domain::audit::AuditField;
    use domain::history::SimField;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                into.push(path);
            }
        }
    }

    /// People read each by its name, which the dashboard has for every known one.
    #[test]
    fn every_field_that_is_told_of_is_known() {
        let mut files = Vec::new();
        sources(Path::new("src"), &mut files);
        let mut found = 0;
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for start in [".change(", ".with(", "note("] {
                for rest in text.split(start).skip(1) {
                    let rest = rest.trim_start().trim_start_matches("&mut changes,").trim_start();
                    let field = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
                    let is_code =
                        |text: &&str| text.bytes().all(|letter| matches!(letter, b'a'..=b'z' | b'_'));
                    let Some(field) = field.filter(is_code) else { continue };
                    let known =
                        SimField::from_code(field).is_some() || AuditField::from_code(field).is_some();
                    assert!(known, "{field} in {}", file.display());
                    found += 1;
                }
            }
        }
        assert!(found > 30, "{found}");
    }
}
