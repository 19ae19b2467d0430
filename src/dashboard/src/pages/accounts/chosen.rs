//! The chosen account: where it stands, its name and counts, and its tabs.

use super::context::AccountsPage;
use super::{acts, api_tokens, branding, features, naming, notifications, support, users};
use crate::t;
use crate::ui::button::{Button, IconButton};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::MenuPlace;
use crate::ui::tabs::{Tab, Tabs};
use domain::account::{Account, AccountId};
use leptos::html;
use leptos::prelude::*;

/// The tabs by their codes in the address, the first of which is open when it names none.
const USERS: &str = "users";
const NOTIFICATIONS: &str = "notifications";
const FEATURES: &str = "features";
const API_TOKENS: &str = "api-tokens";
const BRANDING: &str = "branding";
const SUPPORT: &str = "support";

pub fn chosen(page: AccountsPage) -> impl IntoView {
    let tree = page.accounts.tree();
    let known = Memo::new(move |_| page.chosen.get().filter(|&id| tree.with(|tree| tree.get(id).is_some())));
    let read = Memo::new(move |_| tree.with(|tree| !tree.is_empty()));
    move || match known.get() {
        Some(id) => account(page, id).into_any(),
        None if read.get() => {
            view! { <Empty icon=IconName::Account text=Signal::derive(move || t!("managed-unknown")) /> }
                .into_any()
        }
        None => ().into_any(),
    }
}

/// An account that is there. Its signals follow it as long as it is.
fn account(page: AccountsPage, id: AccountId) -> impl IntoView {
    let account = Memo::new(move |before: Option<&Option<Account>>| {
        // What has just gone is shown as it was until the page has followed.
        page.account(id).or_else(|| before.cloned().flatten())
    });
    let tabs = vec![
        Tab { code: USERS, label: Signal::derive(move || t!("managed-users")) },
        Tab { code: NOTIFICATIONS, label: Signal::derive(move || t!("managed-notifications")) },
        Tab { code: FEATURES, label: Signal::derive(move || t!("managed-features")) },
        Tab { code: BRANDING, label: Signal::derive(move || t!("branding-title")) },
        Tab { code: SUPPORT, label: Signal::derive(move || t!("support-title")) },
        Tab { code: API_TOKENS, label: Signal::derive(move || t!("managed-api-tokens")) },
    ];
    let codes: Vec<&'static str> = tabs.iter().map(|tab| tab.code).collect();
    let tab = Signal::derive(move || {
        page.address.tab.with(|tab| codes.iter().copied().find(|code| code == tab)).unwrap_or(USERS)
    });
    let panel = move |code: &'static str| match code {
        NOTIFICATIONS => notifications::notifications(page, id).into_any(),
        FEATURES => features::features(page, id).into_any(),
        BRANDING => branding::branding(page, id).into_any(),
        SUPPORT => support::support(page, id).into_any(),
        API_TOKENS => api_tokens::api_tokens(page, id).into_any(),
        _ => users::users(page, id).into_any(),
    };
    view! {
        {head(page, id, account)}
        <Tabs
            label=move || t!("managed-tabs")
            tabs=tabs
            chosen=tab
            on_choose=move |code: &'static str| page.address.open_tab(code)
            panel=panel
        />
    }
}

fn head(page: AccountsPage, id: AccountId, account: Memo<Option<Account>>) -> impl IntoView {
    let above = move || {
        let tree = page.accounts.tree().get();
        let mut path: Vec<_> =
            tree.path(id).into_iter().map(|above| (above.id, above.name.clone())).collect();
        path.pop();
        path
    };
    let of = move |what: fn(&Account) -> String| {
        move || account.with(|account| account.as_ref().map(what).unwrap_or_default())
    };
    let shut = move || account.with(|account| account.as_ref().is_some_and(|account| !account.open));
    let disabled = move || account.with(|account| account.as_ref().is_some_and(|account| !account.enabled));
    let more = NodeRef::<html::Button>::new();
    view! {
        <header class="managed__head">
            <nav class="managed__path" aria-label=move || t!("account-path")>
                <For each=above key=|(id, name)| (*id, name.clone()) children=move |(id, name)| view! {
                    <button type="button" class="link-button" on:click=move |_| page.address.open(id)>
                        {name}
                    </button>
                    <span aria-hidden="true">"›"</span>
                }/>
            </nav>
            <h2 class="managed__name">
                <span>{of(|account| account.name.clone())}</span>
                {move || {
                    shut()
                        .then(|| {
                            let words = if disabled() { t!("managed-disabled") } else { t!("managed-shut") };
                            view! {
                                <span class="badge">
                                    <Icon name=IconName::Terminate />
                                    {words}
                                </span>
                            }
                        })
                }}
            </h2>
            <p class="managed__counts">
                <span>{of(|account| t!("managed-sims", own = account.sim_count, count = account.total_sim_count))}</span>
                <span>{of(|account| t!("managed-user-count", count = account.user_count))}</span>
            </p>
            <div class="managed__acts" role="group" aria-label=of(|account| t!("accounts-actions", name = account.name.clone()))>
                <Button
                    icon=IconName::Plus
                    on_press=Callback::new(move |()| naming::add_below(page, id))
                    disabled_reason=Signal::derive(move || account.get().as_ref().and_then(acts::no_sub_account))
                >
                    {move || t!("account-add")}
                </Button>
                <a class="button managed__overview" href=move || page.accounts.question(id, false).overview_href()>
                    <Icon name=IconName::Overview />
                    <span>{move || t!("overview")}</span>
                </a>
                <IconButton
                    icon=IconName::More
                    label=of(|account| t!("account-more", name = account.name.clone()))
                    node_ref=more
                    on_press=Callback::new(move |()| {
                        if let Some(button) = more.get_untracked() {
                            acts::open_menu(page, id, MenuPlace::Below(button.into()));
                        }
                    })
                />
            </div>
        </header>
    }
}
