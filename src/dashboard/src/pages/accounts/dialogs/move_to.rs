//! "Move to…": another parent for an account, by typing, with what it loses there.

use super::change;
use crate::pages::account_choices::account_choices;
use crate::pages::accounts::confirm::NotDone;
use crate::pages::accounts::context::AccountsPage;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::combobox::Combobox;
use crate::ui::dialog::Dialog;
use crate::ui::notice::{Notice, NoticeKind};
use contract::account::AccountPatch;
use domain::account::manage::Change;
use domain::account::{AccountId, AccountTree, Features};
use leptos::prelude::*;

/// Why the account cannot go under that one.
pub fn refusal(tree: &AccountTree, id: AccountId, parent: AccountId) -> Option<String> {
    let account = tree.get(id)?;
    if account.parent_id == Some(parent) {
        return Some(t!("account-move-there"));
    }
    let change = Change { parent: Some(parent), ..Change::default() };
    tree.changed(id, change).err().map(|refused| text::refusal(refused.why))
}

/// Opens the dialog, with a destination if the account was dropped on one.
pub fn open(page: AccountsPage, id: AccountId, destination: Option<AccountId>) {
    page.dialogs.open(move |close| move_to(page, id, destination, close).into_any());
}

fn move_to(
    page: AccountsPage,
    id: AccountId,
    destination: Option<AccountId>,
    close: Callback<()>,
) -> impl IntoView {
    let tree = page.accounts.tree();
    let name = untrack(|| page.name(id));
    let destination = RwSignal::new(destination);
    let trouble = RwSignal::new(None::<String>);
    let (busy, missing) = (RwSignal::new(false), RwSignal::new(false));
    let choices = Memo::new(move |_| {
        let tree = tree.get();
        account_choices(&tree, |account| refusal(&tree, id, account.id))
    });
    let choose = Callback::new(move |chosen: Option<u32>| {
        destination.set(chosen.map(AccountId));
        missing.set(false);
        trouble.set(None);
    });
    let error = Signal::derive(move || {
        let refused = destination.get().and_then(|to| tree.with(|tree| refusal(tree, id, to)));
        refused.or_else(|| missing.get().then(|| t!("destination-missing")))
    });
    let start = Callback::new(move |()| {
        let Some(to) = destination.get_untracked() else { return missing.set(true) };
        if busy.get_untracked() || untrack(|| error.get()).is_some() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        page.scope.spawn(async move {
            let patch = AccountPatch { parent_id: Some(to), ..AccountPatch::default() };
            let moved = change(page, id, patch, |name| t!("account-moved", name = name)).await;
            busy.try_set(false);
            match moved {
                Ok(()) => {
                    close.run(());
                    page.control.focus(id);
                }
                Err(NotDone::Stale(now)) => {
                    trouble.try_set(Some(t!("managed-stale", now = now)));
                }
                Err(NotDone::Failed(error)) => {
                    trouble.try_set(Some(text::refused(&error)));
                }
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("account-move-verb")}</Button>
        }
    };
    view! {
        <Dialog
            title=move || t!("account-move-title", name = name.clone())
            on_close=close
            on_submit=start
            actions=actions
        >
            <Combobox
                label=Signal::derive(move || t!("account-move-parent"))
                placeholder=Signal::derive(move || t!("destination-hint"))
                options=choices
                value=Signal::derive(move || destination.get().map(|id| id.0))
                on_choose=choose
                error=error
            />
            {move || {
                let to = destination.get().filter(|_| error.with(Option::is_none))?;
                Some(tree.with(|tree| preview(tree, id, to)))
            }}
            {move || {
                trouble.get().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })
            }}
        </Dialog>
    }
}

/// What comes along, and what is lost on the way.
fn preview(tree: &AccountTree, id: AccountId, to: AccountId) -> impl IntoView + use<> {
    let all = tree.subtree(id);
    let sims = tree.get(id).map_or(0, |account| account.total_sim_count);
    let there = tree.get(to).map(|account| account.features);
    let losing = |of: fn(Features) -> bool| {
        let lost = there.is_some_and(|there| !of(there));
        if lost { all.iter().filter(|node| of(node.account.features)).count() as u64 } else { 0 }
    };
    let (caps, below) = (losing(|of| of.caps_and_alerts), losing(|of| of.sub_accounts));
    let account = tree.name(to).to_owned();
    view! {
        <p>{t!("account-move-text", below = all.len().saturating_sub(1) as u64, sims = sims)}</p>
        {(caps + below > 0)
            .then(|| {
                view! {
                    <Notice kind=NoticeKind::Warning>
                        {(caps > 0)
                            .then(|| view! { <p>{t!("account-move-loses-caps", account = account.clone(), count = caps)}</p> })}
                        {(below > 0)
                            .then(|| view! { <p>{t!("account-move-loses-sub-accounts", account = account, count = below)}</p> })}
                    </Notice>
                }
            })}
    }
}
