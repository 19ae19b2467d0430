//! What entries of histories name, as far as the reader may know it. Whoever lies above or beside the reader's part of the
//! tree is not named, and neither are accounts there.

use crate::store::accounts;
use crate::store::timeline::Accounts;
use contract::audit::{AuditEntry, FieldChange};
use contract::bulk::Author;
use contract::history::NamedAccount;
use domain::account::AccountId;
use domain::history::told;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, HashMap};

/// The fields of changes that hold accounts.
pub const ACCOUNT_FIELDS: [&str; 2] = ["account_id", "parent_id"];

/// Somebody with a name, and whether the reader may know it.
type Named = Option<(Author, bool)>;

/// Each is looked up once.
pub struct Names<'c> {
    connection: &'c Connection,
    sees: &'c Accounts,
    users: HashMap<u32, Named>,
    tokens: HashMap<u32, Named>,
    accounts: BTreeMap<AccountId, String>,
}

/// Who did something, as it is told.
#[derive(Clone, Debug, Default)]
pub struct Who {
    pub user: Option<Author>,
    pub token: Option<Author>,
    /// Somebody did who is not named.
    pub outside: bool,
}

impl<'c> Names<'c> {
    pub fn new(connection: &'c Connection, sees: &'c Accounts) -> Self {
        Self { connection, sees, users: HashMap::new(), tokens: HashMap::new(), accounts: BTreeMap::new() }
    }

    fn named(&self, table: &str, id: u32) -> rusqlite::Result<Named> {
        self.connection
            .prepare_cached(&format!("SELECT name, account_id FROM {table} WHERE id = ?1"))?
            .query_row([id], |row| {
                Ok((Author { id, name: row.get(0)? }, self.sees.contain(AccountId(row.get(1)?))))
            })
            .optional()
    }

    fn user(&mut self, id: u32) -> rusqlite::Result<Named> {
        if let Some(known) = self.users.get(&id) {
            return Ok(known.clone());
        }
        let named = self.named("users", id)?;
        self.users.insert(id, named.clone());
        Ok(named)
    }

    fn token(&mut self, id: u32) -> rusqlite::Result<Named> {
        if let Some(known) = self.tokens.get(&id) {
            return Ok(known.clone());
        }
        let named = self.named("api_tokens", id)?;
        self.tokens.insert(id, named.clone());
        Ok(named)
    }

    /// Whether there is such a user and the reader may know.
    pub fn sees_user(&mut self, id: u32) -> rusqlite::Result<bool> {
        Ok(self.user(id)?.is_some_and(|(_, seen)| seen))
    }

    /// [`Self::sees_user`] for an API token.
    pub fn sees_token(&mut self, id: u32) -> rusqlite::Result<bool> {
        Ok(self.token(id)?.is_some_and(|(_, seen)| seen))
    }

    /// Who did something, by their present names.
    pub fn who(&mut self, user: Option<u32>, token: Option<u32>) -> rusqlite::Result<Who> {
        let user = user.map(|id| self.user(id)).transpose()?.flatten();
        let token = token.map(|id| self.token(id)).transpose()?.flatten();
        let seen = |named: &Named| named.clone().filter(|(_, seen)| *seen).map(|(author, _)| author);
        let unseen = |named: &Named| named.as_ref().is_some_and(|(_, seen)| !seen);
        Ok(Who { user: seen(&user), token: seen(&token), outside: unseen(&user) || unseen(&token) })
    }

    /// Notes that an account is named; it has to be one that the reader sees.
    pub fn name(&mut self, id: AccountId) -> rusqlite::Result<String> {
        if let Some(name) = self.accounts.get(&id) {
            return Ok(name.clone());
        }
        let name = accounts::name(self.connection, id)?;
        self.accounts.insert(id, name.clone());
        Ok(name)
    }

    /// Takes accounts out of changes that the reader does not see, and changes of which nothing is left.
    pub fn hide_accounts(&mut self, changes: &mut Vec<FieldChange>) -> rusqlite::Result<()> {
        for change in changes.iter_mut().filter(|change| ACCOUNT_FIELDS.contains(&change.field.as_str())) {
            for end in [&mut change.old, &mut change.new] {
                let account = end.take().and_then(|id| id.parse().ok()).map(AccountId);
                let account = told(account, |account| self.sees.contain(account));
                *end = account.map(|account| account.0.to_string());
                if let Some(account) = account {
                    self.name(account)?;
                }
            }
        }
        changes.retain(|change| change.old.is_some() || change.new.is_some());
        Ok(())
    }

    /// Takes out of an entry of the audit log what the reader may not know, and adds what its account is called.
    pub fn hide(&mut self, entry: &mut AuditEntry) -> rusqlite::Result<()> {
        let ids = [&entry.user, &entry.token].map(|author| author.as_ref().map(|author| author.id));
        let who = self.who(ids[0], ids[1])?;
        // The names are those of the moment: only whether they are told is asked.
        entry.user = entry.user.take().filter(|_| who.user.is_some());
        entry.token = entry.token.take().filter(|_| who.token.is_some());
        entry.outside = who.outside;
        entry.account_name = self.name(entry.account_id)?;
        self.hide_accounts(&mut entry.changes)
    }

    /// The accounts that were named, with their present names.
    pub fn into_accounts(self) -> Vec<NamedAccount> {
        self.accounts.into_iter().map(|(id, name)| NamedAccount { id, name }).collect()
    }
}
