//! Deleting an account: when it is empty. Otherwise, what is still in it, and where.

use super::not_done;
use crate::pages::accounts::confirm::Confirm;
use crate::pages::accounts::context::AccountsPage;
use crate::t;
use crate::ui::account_tree::row_id;
use crate::ui::button::Button;
use crate::ui::dialog::Dialog;
use contract::account::Contents;
use domain::account::{Account, AccountId};
use leptos::prelude::*;

pub fn open(page: AccountsPage, id: AccountId) {
    let Some(account) = untrack(|| page.account(id)) else { return };
    let parent = account.parent_id;
    let fallback = move || parent.and_then(|parent| crate::behaviour::focus::by_id(&row_id(parent)));
    page.dialogs.open_or_return_to(fallback, move |close| match contents(page, &account) {
        Contents { sims: 0, users: 0, sub_accounts: 0 } => ask(page, account, close).into_any(),
        contents => refuse(page, &account, contents, close).into_any(),
    });
}

/// What is in the account as the tree has it.
fn contents(page: AccountsPage, account: &Account) -> Contents {
    let children = untrack(|| page.accounts.tree().with(|tree| tree.child_count(account.id)));
    Contents {
        sims: account.sim_count,
        users: account.user_count,
        sub_accounts: children.try_into().unwrap_or(u32::MAX),
    }
}

fn ask(page: AccountsPage, account: Account, close: Callback<()>) -> impl IntoView {
    let (id, parent, name) = (account.id, account.parent_id, account.name.clone());
    let title = {
        let name = name.clone();
        move || t!("account-delete-title", name = name.clone())
    };
    let act = move || {
        let name = name.clone();
        async move {
            let Some(seen) = untrack(|| page.account(id)) else { return Ok(()) };
            page.accounts.delete(&seen).await.map_err(not_done)?;
            page.live.say(t!("account-deleted", name = name));
            if page.chosen.get_untracked() == Some(id) {
                page.address.replace(parent);
            }
            Ok(())
        }
    };
    view! {
        <Confirm title verb=|| t!("account-delete-verb") danger=true scope=page.scope close act>
            <p>{t!("account-delete-text")}</p>
        </Confirm>
    }
}

fn refuse(page: AccountsPage, account: &Account, contents: Contents, close: Callback<()>) -> impl IntoView {
    let (id, name) = (account.id, account.name.clone());
    let link = move |words: String, go: fn(AccountsPage, AccountId)| {
        let press = move |_| {
            close.run(());
            go(page, id);
        };
        view! { <li><button type="button" class="link-button" on:click=press>{words}</button></li> }
    };
    let sims = (contents.sims > 0).then(|| {
        link(t!("account-holds-sims", count = contents.sims), |page, id| page.address.show_sims(id))
    });
    let users = (contents.users > 0).then(|| {
        link(t!("account-holds-users", count = contents.users), |page, id| page.address.show_users(id))
    });
    let below = (contents.sub_accounts > 0).then(|| {
        link(t!("account-holds-accounts", count = contents.sub_accounts), |page, id| {
            page.drawer.open();
            page.control.show_below(id);
        })
    });
    let actions = move || view! { <Button on_press=close>{move || t!("app-close")}</Button> };
    view! {
        <Dialog title=move || t!("account-delete-not-empty", name = name.clone()) on_close=close actions=actions>
            <p>{t!("account-delete-holds")}</p>
            <ul class="managed__holds">{sims} {users} {below}</ul>
        </Dialog>
    }
}
