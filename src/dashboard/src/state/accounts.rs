//! The managed accounts that the person sees, and what is done to them.

use crate::state::address::Query;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::account::{AccountPatch, NewAccount};
use contract::problem::ProblemCode;
use domain::account::{Account, AccountId, AccountTree};
use leptos::prelude::*;
use std::sync::Arc;

/// The accounts as they were read last. They live beside all pages.
#[derive(Clone, Copy)]
pub struct AccountsState {
    session: SessionState,
    scope: Scope,
    tree: RwSignal<Arc<AccountTree>>,
    /// Why the last reading failed.
    failure: RwSignal<Option<Arc<Error>>>,
    reading: StoredValue<Reading>,
}

/// Whether a reader is at work; `again` tells it to ask once more.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    at_work: bool,
    again: bool,
}

/// Why an account was not changed.
#[derive(Clone, Debug)]
pub enum NotChanged {
    /// Someone else changed it since it was read; this is how it is now.
    Stale(Box<Account>),
    Failed(Arc<Error>),
}

/// Gives the accounts to all below.
pub fn provide(session: SessionState, scope: Scope) -> AccountsState {
    let accounts = AccountsState {
        session,
        scope,
        tree: RwSignal::new(Arc::default()),
        failure: RwSignal::new(None),
        reading: StoredValue::new(Reading::default()),
    };
    provide_context(accounts);
    accounts
}

/// The accounts.
pub fn use_accounts() -> AccountsState {
    expect_context()
}

impl AccountsState {
    /// The visible accounts; none before they have been read.
    pub fn tree(self) -> Signal<Arc<AccountTree>> {
        self.tree.into()
    }

    /// Why the last reading failed.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// The account that the person belongs to.
    pub fn topmost(self) -> Option<AccountId> {
        self.tree.with(|tree| tree.nodes().first().map(|node| node.account.id))
    }

    /// The question of an account's list, for links. The topmost account is the whole list: no need to name it, unless it
    /// alone is meant.
    pub fn question(self, account: AccountId, own_only: bool) -> Query {
        let is_whole = !own_only && self.topmost() == Some(account);
        Query { account: Some(account).filter(|_| !is_whole), own_only, ..Query::default() }
    }

    /// Reads the accounts anew; calls meanwhile lead to one more reading.
    pub fn read(self) {
        let start = self.reading.try_update_value(|reading| {
            let start = !reading.at_work;
            *reading = Reading { at_work: true, again: !start };
            start
        });
        if start == Some(true) {
            self.scope.spawn(self.read_until_current());
        }
    }

    async fn read_until_current(self) {
        loop {
            self.reading.update_value(|reading| reading.again = false);
            match self.session.call(|api| async move { api.accounts().await }).await {
                Ok(accounts) => {
                    self.failure.set(None);
                    self.show(AccountTree::new(accounts));
                }
                Err(error) => self.failure.set(Some(Arc::new(error))),
            }
            if !self.reading.with_value(|reading| reading.again) {
                break;
            }
        }
        self.reading.set_value(Reading::default());
    }

    /// Shows accounts as they were, until they have been read.
    pub fn show_kept(self, tree: AccountTree) {
        self.show(tree);
    }

    /// What looks the same is left alone, and so is all that follows it.
    fn show(self, tree: AccountTree) {
        if self.tree.with_untracked(|shown| **shown != tree) {
            self.tree.set(Arc::new(tree));
        }
    }

    /// Makes an account.
    pub async fn create(self, new: &NewAccount, key: IdempotencyKey) -> Result<Account, Error> {
        let created = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.create_account(&new, &key).await }
        });
        let created = created.await?;
        self.put(created.clone());
        Ok(created)
    }

    /// Changes an account, if it still is what the person saw.
    pub async fn change(self, seen: &Account, patch: &AccountPatch) -> Result<Account, NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let changed = self.session.call(|api| {
            let (patch, etag) = (patch.clone(), etag.clone());
            async move { api.patch_account(id, &patch, &etag).await }
        });
        match changed.await {
            Ok(changed) => {
                self.put(changed.clone());
                Ok(changed)
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    /// Deletes an account, if it still is what the person saw.
    pub async fn delete(self, seen: &Account) -> Result<(), NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let deleted = self.session.call(|api| {
            let etag = etag.clone();
            async move { api.delete_account(id, &etag).await }
        });
        match deleted.await {
            Ok(()) => {
                self.take(id);
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    async fn not_changed(self, id: AccountId, error: Error) -> NotChanged {
        if error.code() == Some(ProblemCode::NotFound) {
            self.take(id);
        }
        if error.code() != Some(ProblemCode::Stale) {
            return NotChanged::Failed(Arc::new(error));
        }
        match self.session.call(|api| async move { api.account(id).await }).await {
            Ok(now) => {
                self.put(now.clone());
                NotChanged::Stale(Box::new(now))
            }
            Err(error) => NotChanged::Failed(Arc::new(error)),
        }
    }

    /// Takes an account in as it is now. What that means for others is read.
    fn put(self, account: Account) {
        self.edit(|accounts| {
            accounts.retain(|other| other.id != account.id);
            accounts.push(account);
        });
    }

    fn take(self, id: AccountId) {
        self.edit(|accounts| accounts.retain(|other| other.id != id));
    }

    fn edit(self, change: impl FnOnce(&mut Vec<Account>)) {
        let nodes = self.tree.with_untracked(|tree| tree.nodes().to_vec());
        let mut accounts = nodes.into_iter().map(|node| node.account).collect();
        change(&mut accounts);
        self.show(AccountTree::new(accounts));
        self.read();
    }
}
