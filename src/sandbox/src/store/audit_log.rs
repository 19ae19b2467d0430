//! The audit log as it is kept.

use crate::audit::{Actor, Entry};
use crate::store::json;
use crate::store::names::Names;
use crate::store::sims::code;
use crate::store::timeline::{self, Accounts, Slice, Span};
use contract::audit::{AuditEntry, Subject};
use contract::bulk::Author;
use contract::history::NamedAccount;
use domain::account::AccountId;
use domain::audit::{AuditAction, AuditGroup, SubjectKind};
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
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Those that concern this account or one below it.
    pub account: Option<AccountId>,
    pub user: Option<u32>,
    pub token: Option<u32>,
    /// Of these kinds; empty for all.
    pub actions: Vec<AuditAction>,
    pub group: Option<AuditGroup>,
    pub subject: Option<SubjectKind>,
    /// In the name of the subject, in lower case; empty for all.
    pub text: String,
}

impl Search {
    fn matches(&self, action: AuditAction, subject: &Subject) -> bool {
        (self.actions.is_empty() || self.actions.contains(&action))
            && self.group.is_none_or(|group| action.group() == group)
            && self.subject.is_none_or(|kind| subject.kind == kind)
            && (self.text.is_empty() || subject.name.to_lowercase().contains(&self.text))
    }
}

const SELECT: &str = "SELECT id, at, user_id, user_name, token_id, token_name, viewed_as, account_id, action, \
     subject_kind, subject_id, subject_name, changes FROM audit_log";

/// The entries of a span, latest first, and the accounts that are named in them. Accounts that were deleted still stand
/// where they stood: what was done in them stays to be seen from above.
pub fn page(
    connection: &Connection,
    sees: &Accounts,
    search: &Search,
    span: Span,
    limit: u32,
) -> rusqlite::Result<(Slice<AuditEntry>, Vec<NamedAccount>)> {
    let mut names = Names::new(connection, sees);
    let within = match search.account {
        Some(account) => Accounts::below(connection, account)?,
        None => sees.clone(),
    };
    // What somebody out of sight did is not to be found by who it was.
    let hidden = match (search.user, search.token) {
        (Some(user), _) if !names.sees_user(user)? => true,
        (_, Some(token)) if !names.sees_token(token)? => true,
        _ => false,
    };
    if hidden {
        return Ok((Slice { items: Vec::new(), next: None }, Vec::new()));
    }
    let streams = match search.user {
        Some(user) => vec![format!("user_id = {user}")],
        None => within.streams("account_id"),
    };
    let mut found =
        timeline::read(connection, SELECT, &streams, span, limit, |row| pick(row, search, &within))?;
    for entry in &mut found.items {
        names.hide(entry)?;
    }
    Ok((found, names.into_accounts()))
}

fn pick(row: &Row<'_>, search: &Search, within: &Accounts) -> rusqlite::Result<Option<AuditEntry>> {
    let author = |id: usize| {
        let named: (Option<u32>, Option<String>) = (row.get(id)?, row.get(id + 1)?);
        Ok::<_, rusqlite::Error>(named.0.zip(named.1).map(|(id, name)| Author { id, name }))
    };
    let (account, user, token): (u32, Option<u32>, Option<u32>) = (row.get(7)?, row.get(2)?, row.get(4)?);
    let account = AccountId(account);
    if !within.contain(account)
        || (search.user.is_some() && search.user != user)
        || (search.token.is_some() && search.token != token)
    {
        return Ok(None);
    }
    let action = code(row, 8, AuditAction::from_code)?;
    let subject =
        Subject { kind: code(row, 9, SubjectKind::from_code)?, id: row.get(10)?, name: row.get(11)? };
    if !search.matches(action, &subject) {
        return Ok(None);
    }
    Ok(Some(AuditEntry {
        id: row.get(0)?,
        at: Timestamp::from_unix(row.get(1)?),
        user: author(2)?,
        token: author(4)?,
        outside: false,
        viewed_as: row.get::<_, Option<u32>>(6)?.map(AccountId),
        account_id: account,
        account_name: String::new(),
        action,
        subject,
        changes: json::read(row, 12)?,
    }))
}
