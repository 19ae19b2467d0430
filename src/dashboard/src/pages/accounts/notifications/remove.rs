//! Removing an address, after saying where it is.

use super::NotificationsTab;
use crate::state::accounts::AccountsState;
use crate::state::recipients;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::{Dialog, InitialFocus};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::problem::ProblemCode;
use contract::recipient::Recipient;
use domain::account::AccountTree;
use domain::recipient::RecipientId;
use leptos::prelude::*;
use std::sync::Arc;

/// Accounts named one by one.
const NAMED: usize = 4;

/// Opens the dialog.
pub fn open(tab: NotificationsTab, recipient: &Recipient) {
    let (id, email) = (recipient.id, recipient.email.clone());
    let (session, accounts) = (tab.page.session, tab.page.accounts);
    let removed = {
        let email = email.clone();
        Callback::new(move |()| {
            tab.page.live.say(t!("notifications-removed", email = email.clone()));
            tab.state.taken(id);
        })
    };
    let field = move || tab.field.try_get_untracked().flatten().map(|field| (*field).clone());
    tab.page.dialogs.open_or_return_to(field, move |close| {
        view! { <Remove session accounts id email close removed /> }.into_any()
    });
}

#[component]
fn Remove(
    session: SessionState,
    accounts: AccountsState,
    id: RecipientId,
    email: String,
    close: Callback<()>,
    removed: Callback<()>,
) -> impl IntoView {
    let scope = Scope::new();
    let seen = RwSignal::new(None::<Recipient>);
    let error = RwSignal::new(None::<Arc<Error>>);
    let busy = RwSignal::new(false);
    let gone = move || {
        // The page may have gone. If not, the row goes first, so that the focus does not return into it.
        removed.try_run(());
        close.run(());
    };
    let look = move || async move {
        match recipients::read_one(session, id).await {
            Ok(now) => seen.set(Some(now)),
            Err(failed) if failed.code() == Some(ProblemCode::NotFound) => gone(),
            Err(failed) => error.set(Some(Arc::new(failed))),
        }
    };
    scope.spawn(look());
    let again = Callback::new(move |()| {
        error.set(None);
        scope.spawn(look());
    });
    let remove = Callback::new(move |()| {
        let Some(now) = seen.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        error.set(None);
        scope.spawn(async move {
            let outcome = recipients::remove(session, &now).await;
            busy.set(false);
            match outcome {
                Ok(()) => gone(),
                // What was said about it is no longer true: it is said anew before it is removed.
                Err(failed) if failed.code() == Some(ProblemCode::Stale) => look().await,
                Err(failed) if failed.code() == Some(ProblemCode::NotFound) => gone(),
                Err(failed) => error.set(Some(Arc::new(failed))),
            }
        });
    });
    let title = Signal::derive(move || t!("notifications-remove-title", email = email.clone()));
    let actions = ViewFn::from(move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Danger submit=true busy=busy>{move || t!("notifications-remove")}</Button>
        }
    });
    view! {
        <Dialog
            title=title
            on_close=close
            on_submit=remove
            initial_focus=InitialFocus::FirstAction
            alert=true
            actions=actions
        >
            {move || match (seen.get(), error.with(Option::is_some)) {
                (Some(now), _) => places(&now, &accounts.tree().get()).into_any(),
                (None, false) => view! { <Skeleton lines=2 /> }.into_any(),
                (None, true) => ().into_any(),
            }}
            {move || error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{text::problem(&error)}</p>
                    {seen.with(Option::is_none).then(|| view! {
                        <Button on_press=again>{move || t!("app-retry")}</Button>
                    })}
                </Notice>
            })}
        </Dialog>
    }
}

/// Where the address is, and what removing it does.
fn places(recipient: &Recipient, tree: &AccountTree) -> impl IntoView + use<> {
    let total: u64 = recipient.sims.iter().map(|place| place.count).sum();
    let named: Vec<String> = recipient
        .sims
        .iter()
        .take(NAMED)
        .map(|place| {
            let account = tree.name(place.account_id).to_owned();
            t!("move-from-account", account = account, count = place.count)
        })
        .collect();
    let more = recipient.sims.len().saturating_sub(NAMED) as u64;
    let account = tree.name(recipient.account_id).to_owned();
    view! {
        <p>
            {if total > 0 {
                t!("notifications-set-on", count = total, accounts = named.join(", "))
            } else {
                t!("notifications-set-on-none")
            }}
            {(more > 0).then(|| format!(" {}", t!("move-from-more", count = more)))}
        </p>
        {recipient.all_sims.then(|| view! { <p>{t!("notifications-gets-all", account = account)}</p> })}
        <p>{t!("notifications-remove-text")}</p>
    }
}
