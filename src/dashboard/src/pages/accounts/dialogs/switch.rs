//! Disabling and enabling an account, with what that means for those in it.

use super::change;
use crate::pages::accounts::confirm::Confirm;
use crate::pages::accounts::context::AccountsPage;
use crate::t;
use contract::account::AccountPatch;
use domain::account::AccountId;
use leptos::prelude::*;

pub fn open(page: AccountsPage, id: AccountId) {
    let Some(account) = untrack(|| page.account(id)) else { return };
    page.dialogs.open(move |close| {
        let enable = !account.enabled;
        let name = account.name.clone();
        let title = move || match enable {
            true => t!("account-enable-title", name = name.clone()),
            false => t!("account-disable-title", name = name.clone()),
        };
        let verb = move || if enable { t!("account-enable-verb") } else { t!("account-disable-verb") };
        let act = move || {
            let patch = AccountPatch { enabled: Some(enable), ..AccountPatch::default() };
            change(page, id, patch, move |name| match enable {
                true => t!("account-is-enabled", name = name),
                false => t!("account-is-disabled", name = name),
            })
        };
        let (users, below) = untrack(|| {
            page.accounts.tree().with(|tree| {
                let all = tree.subtree(id);
                let users: u64 = all.iter().map(|node| u64::from(node.account.user_count)).sum();
                (users, all.len().saturating_sub(1) as u64)
            })
        });
        // One above is disabled too: enabling this one alone lets nobody in.
        let shut_above = untrack(|| {
            let parent = account.parent_id.and_then(|parent| page.account(parent));
            parent.is_some_and(|parent| !parent.open)
        });
        view! {
            <Confirm title verb danger=!enable scope=page.scope close act>
                {match enable {
                    true => view! {
                        <p>{t!("account-enable-text", users = users, below = below)}</p>
                        {shut_above.then(|| view! { <p>{t!("account-enable-shut-above")}</p> })}
                    }.into_any(),
                    false => view! {
                        <p>{t!("account-disable-text", users = users, below = below)}</p>
                        <p>{t!("account-disable-sims")}</p>
                    }.into_any(),
                }}
            </Confirm>
        }
        .into_any()
    });
}
