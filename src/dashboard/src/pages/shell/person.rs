//! Who is signed in, and signing out.

use crate::pages::support::SupportLink;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use client::Error;
use contract::session::User;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn Person() -> impl IntoView {
    let session = use_session();
    let scope = Scope::new();
    let account = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<Error>);
    let leaving = RwSignal::new(false);

    // Asked for only when somebody looks, and once.
    let find_account = move |_| {
        let Some(user) = session.user().filter(|_| account.with_untracked(Option::is_none)) else { return };
        scope.spawn(async move {
            if let Ok(accounts) = session.call(|api| async move { api.accounts().await }).await {
                let own = accounts.into_iter().find(|account| account.id == user.account_id);
                account.set(own.map(|account| account.name));
            }
        });
    };
    let sign_out = move |_| {
        if leaving.get_untracked() {
            return;
        }
        leaving.set(true);
        failure.set(None);
        scope.spawn(async move {
            if let Err(error) = session.sign_out().await {
                leaving.set(false);
                failure.set(Some(error));
            }
        });
    };
    let panel = NodeRef::<html::Div>::new();
    let user = Memo::new(move |_| session.user());
    let of_user = move |part: fn(&User) -> String| user.with(|user| user.as_ref().map(part));
    view! {
        <button type="button" class="shell__person" popovertarget="person" on:click=find_account>
            <Icon name=IconName::User />
            <span class="shell__person-name">{move || of_user(|user| user.name.clone())}</span>
            <span class="visually-hidden">{move || t!("person")}</span>
        </button>
        <div node_ref=panel id="person" class="shell__panel" popover="auto" role="dialog" aria-label=move || t!("person")>
            <p class="shell__person-title">{move || of_user(|user| user.name.clone())}</p>
            <p class="shell__person-detail">{move || of_user(|user| user.email.clone())}</p>
            <p class="shell__person-detail">{move || of_user(|user| text::role(user.role))}</p>
            <p class="shell__person-detail">{move || account.get()}</p>
            // While the app is seen as another account there is no own profile.
            {move || {
                session
                    .view
                    .with(Option::is_none)
                    .then(|| {
                        view! {
                            <a class="button shell__profile" href="profile" on:click=move |_| put_away(panel)>
                                <Icon name=IconName::Edit />
                                <span>{move || t!("person")}</span>
                            </a>
                        }
                    })
            }}
            <SupportLink class="button shell__profile" on_follow=Callback::new(move |()| put_away(panel)) />
            <a class="button shell__profile" href="help" on:click=move |_| put_away(panel)>
                <Icon name=IconName::Help />
                <span>{move || t!("help-title")}</span>
            </a>
            <button
                type="button"
                class="button shell__sign-out"
                aria-disabled=move || leaving.get().then_some("true")
                on:click=sign_out
            >
                <Icon name=IconName::SignOut />
                <span>{move || t!("sign-out")}</span>
            </button>
            <p class="error-text" role="alert">
                {move || failure.get().map(|error| text::problem(&error))}
            </p>
        </div>
    }
}

/// The page that the link leads to is below the panel.
fn put_away(panel: NodeRef<html::Div>) {
    if let Some(panel) = panel.get_untracked() {
        let _ = panel.hide_popover();
    }
}
