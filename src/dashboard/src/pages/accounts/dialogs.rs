//! The dialogs of the page: each asks before something larger happens to an account.

pub mod delete;
pub mod feature;
pub mod move_to;
pub mod switch;

use super::confirm::NotDone;
use super::context::AccountsPage;
use crate::state::accounts::NotChanged;
use crate::t;
use contract::account::AccountPatch;
use domain::account::{Account, AccountId};
use leptos::prelude::*;

/// Changes an account as it is shown, and says so.
async fn change(
    page: AccountsPage,
    id: AccountId,
    patch: AccountPatch,
    said: impl Fn(String) -> String,
) -> Result<(), NotDone> {
    // Gone: nothing is left to be done, and the tree shows it.
    let Some(seen) = untrack(|| page.account(id)) else { return Ok(()) };
    let changed = page.accounts.change(&seen, &patch).await.map_err(not_done)?;
    page.live.say(said(changed.name));
    Ok(())
}

fn not_done(why: NotChanged) -> NotDone {
    match why {
        NotChanged::Stale(now) => NotDone::Stale(words(&now)),
        NotChanged::Failed(error) => NotDone::Failed(error),
    }
}

/// An account in words, as somebody else has left it.
fn words(account: &Account) -> String {
    let state = if account.enabled { t!("account-enabled") } else { t!("managed-disabled") };
    t!("account-now", name = account.name.clone(), state = state)
}
