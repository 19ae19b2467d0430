//! Names typed in the tree: of a new account, or another one for an account that is there.

use super::context::AccountsPage;
use crate::state::accounts::NotChanged;
use crate::t;
use crate::text;
use crate::ui::account_tree::Naming;
use client::{Error, IdempotencyKey};
use contract::account::{AccountPatch, NewAccount};
use domain::account::manage::{Change, Refused};
use domain::account::{AccountId, AccountTree};
use leptos::prelude::*;

/// A name that was sent, and the key of that request: the same name again is the same request.
pub type Sent = Option<(Naming, String, IdempotencyKey)>;

/// Asks for the name of a new account, in the tree below its parent.
pub fn add_below(page: AccountsPage, parent: AccountId) {
    page.drawer.open();
    page.control.ask(Naming::NewUnder(parent), String::new());
}

/// Asks for another name of an account, in the tree.
pub fn rename(page: AccountsPage, id: AccountId) {
    page.drawer.open();
    let name = untrack(|| page.name(id));
    page.control.ask(Naming::Rename(id), name);
}

/// A name was typed and confirmed.
pub fn named(page: AccountsPage, naming: Naming, name: String) {
    let tree = page.accounts.tree().get_untracked();
    if let Err(refused) = check(&tree, naming, &name) {
        page.control.refuse(text::refusal(refused.why));
        return;
    }
    page.control.set_busy();
    page.scope.spawn(async move {
        match naming {
            Naming::NewUnder(parent) => create(page, parent, name).await,
            Naming::Rename(id) => change(page, id, name).await,
        }
    });
}

fn check(tree: &AccountTree, naming: Naming, name: &str) -> Result<(), Refused> {
    match naming {
        Naming::NewUnder(parent) => tree.new_account(parent, name),
        Naming::Rename(id) => tree.changed(id, Change { name: Some(name), ..Change::default() }),
    }
    .map(|_| ())
}

async fn create(page: AccountsPage, parent: AccountId, name: String) {
    let naming = Naming::NewUnder(parent);
    let again = page.sent.with_value(|sent| match sent {
        Some((before, text, key)) if *before == naming && *text == name => Some(key.clone()),
        _ => None,
    });
    let key = again.unwrap_or_default();
    page.sent.set_value(Some((naming, name.clone(), key.clone())));
    let new = NewAccount { parent_id: parent, name };
    match page.accounts.create(&new, key).await {
        Ok(created) => {
            page.sent.set_value(None);
            page.live.say(t!("account-created", name = created.name));
            page.address.open(created.id);
            page.control.finish(created.id);
        }
        Err(error) => {
            // Only what may have happened all the same is the same request when it is sent again.
            if matches!(error, Error::Problem(_)) {
                page.sent.set_value(None);
            }
            page.control.refuse(text::refused(&error));
        }
    }
}

async fn change(page: AccountsPage, id: AccountId, name: String) {
    let Some(seen) = untrack(|| page.account(id)) else { return page.control.finish(id) };
    if seen.name == name.trim() {
        return page.control.finish(id);
    }
    let patch = AccountPatch { name: Some(name), ..AccountPatch::default() };
    match page.accounts.change(&seen, &patch).await {
        Ok(changed) => {
            page.live.say(t!("account-renamed", before = seen.name, name = changed.name));
            page.control.finish(id);
        }
        Err(NotChanged::Stale(now)) => page.control.refuse(t!("account-rename-stale", name = now.name)),
        Err(NotChanged::Failed(error)) => page.control.refuse(text::refused(&error)),
    }
}
