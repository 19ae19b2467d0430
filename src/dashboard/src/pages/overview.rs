//! The overview of an account: how its SIMs stand and what they use, each number with the list behind it.

mod by_time;
mod change;
mod consumers;
mod context;
mod figures;
mod status_split;
mod sub_accounts;
mod usage;

use crate::pages::loading::loading;
use crate::pages::shell::{DrawerPlace, use_drawer};
use crate::pages::title;
use crate::state::accounts::use_accounts;
use crate::state::address::Query;
use crate::state::estate::use_estate;
use crate::state::overview::OverviewState;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::account_tree::AccountTreeView;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, IconName};
use crate::ui::later::Later;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::switch::Switch;
use context::OverviewPage;
use domain::account::AccountId;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The page. Which account it is about stands in the address.
#[component]
pub fn OverviewOfAccount() -> impl IntoView {
    let (session, estate, accounts) = (use_session(), use_estate(), use_accounts());
    let parameters = use_query_map();
    let query = Memo::new(move |_| parameters.with(|parameters| Query::read(|name| parameters.get(name))));
    let overview = OverviewState::new(session, accounts, estate, query);
    let page = OverviewPage { estate, accounts, overview };
    estate.load();
    let drawer = use_drawer();
    let navigate = StoredValue::new_local(use_navigate());
    let go = move |href: String| {
        navigate.with_value(|navigate| navigate(&format!("/{href}"), Default::default()));
    };
    let open_account = Callback::new(move |id: AccountId| {
        drawer.close();
        go(page.of(id, false).overview_href());
    });
    let own_only = Callback::new(move |with_below: bool| {
        if let Some((id, _)) = overview.shown.get_untracked() {
            go(page.of(id, !with_below).overview_href());
        }
    });
    let current = Signal::derive(move || query.with(|query| query.account).or_else(|| accounts.topmost()));
    let name = move || {
        let id = page.overview.shown.get().map(|(id, _)| id)?;
        accounts.tree().with(|tree| tree.get(id).map(|account| account.name.clone()))
    };
    title::name(move || title::about(t!("page-overview"), name()));
    view! {
        <div class="overview-page">
            <DrawerPlace>
                <Later frames=2>
                    <AccountTreeView tree=accounts.tree() current=current on_open=open_account/>
                </Later>
            </DrawerPlace>
            <section class="overview-page__content" aria-label=move || t!("overview")>
                <div class="overview">{content(page, own_only)}</div>
            </section>
        </div>
    }
}

fn content(page: OverviewPage, own_only: Callback<bool>) -> impl IntoView {
    let known = Memo::new(move |_| page.overview.shown.with(Option::is_some));
    let tree = page.accounts.tree();
    let read = Memo::new(move |_| tree.with(|tree| !tree.is_empty()));
    move || match (known.get(), read.get()) {
        (true, _) => account(page, own_only).into_any(),
        (false, true) => {
            let text = Signal::derive(move || t!("overview-no-such-account"));
            view! {
                <h1 class="visually-hidden">{move || t!("overview")}</h1>
                <Empty icon=IconName::Account text>
                    <a href="overview">{move || t!("overview-of-own")}</a>
                </Empty>
            }
            .into_any()
        }
        (false, false) => accounts_not_read(page).into_any(),
    }
}

/// The accounts have not been read yet, or could not be.
fn accounts_not_read(page: OverviewPage) -> impl IntoView {
    let failure = page.accounts.failure();
    move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("managed-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| page.accounts.read())>{move || t!("app-retry")}</Button>
                </Notice>
            }
        })
    }
}

/// The parts stay as they are while the account is another one: only what they say changes.
fn account(page: OverviewPage, own_only: Callback<bool>) -> impl IntoView {
    let overview = page.overview;
    let is_empty =
        Memo::new(move |_| overview.ready.get() && overview.counted.with(|all| all.whole.sims() == 0));
    view! {
        {head(page, own_only)}
        {loading(page.estate)}
        <div class="overview__parts" aria-busy=move || (!overview.ready.get()).then_some("true")>
            {move || match is_empty.get() {
                true => view! { <Empty icon=IconName::Sim text=Signal::derive(move || t!("no-sim-in-account"))/> }.into_any(),
                false => figures::figures(page).into_any(),
            }}
            <div class="overview__row">
                <div class="overview__card" hidden=move || is_empty.get()>{status_split::status_split(page)}</div>
                <div class="overview__card overview__card--wide">{usage::usage(page)}</div>
            </div>
            {by_time::by_time(page)}
            <div class="overview__row" hidden=move || is_empty.get()>{consumers::consumers(page)}</div>
            {sub_accounts::sub_accounts(page)}
        </div>
    }
}

fn head(page: OverviewPage, own_only: Callback<bool>) -> impl IntoView {
    let tree = page.accounts.tree();
    let path = move || {
        let id = page.overview.shown.get().map(|(id, _)| id);
        tree.with(|tree| {
            let path = id.map(|id| tree.path(id)).unwrap_or_default();
            path.into_iter().map(|account| (account.id, account.name.clone())).collect::<Vec<_>>()
        })
    };
    let above = move || {
        let mut path = path();
        path.pop();
        path
    };
    let has_below = Memo::new(move |_| {
        page.overview.shown.get().is_some_and(|(id, _)| tree.with(|tree| tree.has_children(id)))
    });
    let with_below = Signal::derive(move || page.overview.shown.get().is_none_or(|(_, own)| !own));
    view! {
        <header class="overview__head">
            <div class="overview__heading">
                <nav class="overview__path" aria-label=move || t!("account-path")>
                    <For each=above key=|(id, name)| (*id, name.clone()) children=move |(id, name)| view! {
                        <a href=move || page.of(id, false).overview_href()>{name}</a>
                        <span aria-hidden="true">"›"</span>
                    }/>
                </nav>
                <h1 class="overview__title" tabindex="-1">{move || path().pop().map(|(_, name)| name)}</h1>
            </div>
            <div class="overview__tools">
                <Show when=move || has_below.get()>
                    <Switch label=Signal::derive(move || t!("include-sub-accounts")) on=with_below on_change=own_only/>
                </Show>
                <a class="button" href=move || page.list(Query::default()).list_href()>
                    <Icon name=IconName::Sim/>
                    <span>{move || t!("sim-list")}</span>
                </a>
            </div>
        </header>
    }
}
