//! The audit log as it is kept.

use crate::audit::{Actor, Entry};
use crate::store::json;
use crate::store::sims::code;
use contract::audit::{AuditEntry, Subject};
use contract::bulk::Author;
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::time::Timestamp;
use rusqlite::{Connection, Row};

/// Adds an entry.
pub fn add(connection: &Connection, actor: &Actor, entry: &Entry, now: Timestamp) -> rusqlite::Result<()> {
    let Actor { user, token, viewed_as } = actor;
    let Entry { action, account, subject, changes } = entry;
    let id = |author: &Option<Author>| author.as_ref().map(|author| author.id);
    let name = |author: &Option<Author>| author.as_ref().map(|author| author.name.clone());
    connection
        .prepare_cached(
            "INSERT INTO audit_log (at, user_id, user_name, token_id, token_name, viewed_as, account_id, action,
               subject_kind, subject_id, subject_name, changes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute((
            now.unix(),
            id(user),
            name(user),
            id(token),
            name(token),
            viewed_as.map(|account| account.0),
            account.0,
            action.code(),
            subject.kind.code(),
            subject.id,
            &subject.name,
            json::write(changes)?,
        ))?;
    Ok(())
}

/// Which entries.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// Those that concern this account or one below it.
    pub account: AccountId,
    pub user: Option<u32>,
    pub token: Option<u32>,
    pub action: Option<AuditAction>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub to: Option<Timestamp>,
}

fn entry(row: &Row<'_>) -> rusqlite::Result<AuditEntry> {
    let author = |id: usize| {
        let named: (Option<u32>, Option<String>) = (row.get(id)?, row.get(id + 1)?);
        Ok::<_, rusqlite::Error>(named.0.zip(named.1).map(|(id, name)| Author { id, name }))
    };
    Ok(AuditEntry {
        id: row.get(0)?,
        at: Timestamp::from_unix(row.get(1)?),
        user: author(2)?,
        token: author(4)?,
        viewed_as: row.get::<_, Option<u32>>(6)?.map(AccountId),
        account_id: AccountId(row.get(7)?),
        account_name: row.get(8)?,
        action: code(row, 9, AuditAction::from_code)?,
        subject: Subject {
            kind: code(row, 10, SubjectKind::from_code)?,
            id: row.get(11)?,
            name: row.get(12)?,
        },
        changes: json::read(row, 13)?,
    })
}

/// The entries before an id, latest first. Accounts that were deleted still stand where they stood: what was done in them
/// stays to be seen from above.
pub fn page(
    connection: &Connection,
    search: &Search,
    before: u32,
    limit: u32,
) -> rusqlite::Result<Vec<AuditEntry>> {
    let time = |time: Option<Timestamp>| time.map(Timestamp::unix);
    connection
        .prepare_cached(
            "WITH RECURSIVE visible (id) AS (
               VALUES (?1)
               UNION ALL
               SELECT accounts.id FROM accounts JOIN visible ON accounts.parent_id = visible.id
             )
             SELECT audit_log.id, at, user_id, user_name, token_id, token_name, viewed_as, account_id, accounts.name,
               action, subject_kind, subject_id, subject_name, changes
             FROM audit_log JOIN accounts ON accounts.id = account_id
             WHERE account_id IN visible AND audit_log.id < ?2
               AND (?3 IS NULL OR user_id = ?3) AND (?4 IS NULL OR token_id = ?4) AND (?5 IS NULL OR action = ?5)
               AND (?6 IS NULL OR at >= ?6) AND (?7 IS NULL OR at < ?7)
             ORDER BY audit_log.id DESC LIMIT ?8",
        )?
        .query_map(
            (
                search.account.0,
                before,
                search.user,
                search.token,
                search.action.map(AuditAction::code),
                time(search.from),
                time(search.to),
                limit,
            ),
            entry,
        )?
        .collect()
}
