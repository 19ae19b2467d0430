//! The SIM page: account tree, list of SIMs, and the details of one beside it.

mod account_choices;
mod acts;
mod address;
mod chips;
mod context;
mod csv_list;
mod details;
mod dialogs;
mod export;
mod filter_bar;
mod filter_builder;
mod filter_words;
mod grid;
mod level_fields;
mod list_tools;
mod preview;
mod print;
mod quick_filters;
mod saved_filters;
mod status_line;
mod toolbar;

use crate::pages::loading::loading;
use crate::pages::operations::panel;
use crate::pages::shell::{DrawerPlace, use_drawer};
use crate::pages::title;
use crate::state::address::Query;
use crate::state::estate::{Load, use_estate};
use crate::state::filter_links::{FilterLinks, LinkTrouble};
use crate::state::labels::use_labels;
use crate::state::layout::use_layout;
use crate::state::list::ListState;
use crate::state::live::use_announcements;
use crate::state::operations::use_operations;
use crate::state::saved_filters::SavedFiltersState;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::account_tree::AccountTreeView;
use crate::ui::button::Button;
use crate::ui::dialog::use_dialogs;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, IconName};
use crate::ui::later::Later;
use crate::ui::live::use_live;
use crate::ui::menu::use_menus;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::use_toasts;
use context::SimsPage;
use contract::problem::ProblemCode;
use domain::account::AccountId;
use leptos::prelude::*;

#[component]
pub fn Sims() -> impl IntoView {
    let session = use_session();
    let scope = Scope::new();
    let estate = use_estate();
    let query = RwSignal::new(Query::default());
    let page = SimsPage {
        session,
        estate,
        list: ListState::new(estate, query),
        layout: use_layout(),
        operations: use_operations(),
        links: FilterLinks::new(session, scope),
        saved: SavedFiltersState::new(session),
        labels: use_labels(),
        scope,
        dialogs: use_dialogs(),
        menus: use_menus(),
        toasts: use_toasts(),
        live: use_live(),
        open: RwSignal::new(None),
        whole: RwSignal::new(false),
        details_tab: RwSignal::new(details::FIRST_TAB),
        focus_grid: Trigger::new(),
    };
    address::bind(page);
    print::provide(page);
    estate.load();
    let contact = use_announcements().contact();

    let drawer = use_drawer();
    let open_account = Callback::new(move |id: AccountId| {
        // The topmost account is the whole list: no need to name it in the address.
        let topmost = estate.accounts().with(|tree| tree.nodes().first().map(|node| node.account.id));
        query.update(|query| query.account = Some(id).filter(|_| topmost != Some(id)));
        drawer.close();
    });
    let current = Signal::derive(move || {
        let chosen = query.with(|query| query.account);
        chosen.or_else(|| estate.accounts().with(|tree| tree.nodes().first().map(|node| node.account.id)))
    });
    let name = move |id| estate.accounts().with(|tree| tree.get(id).map(|account| account.name.clone()));
    let listed = move || title::about(t!("page-sims"), current.get().and_then(name));
    let iccid = move |id| estate.with(|estate| estate.row(id).map(|row| estate.iccid(row).to_string()));
    title::name(move || page.open.get().and_then(iccid).unwrap_or_else(listed));
    let drop_on = Callback::new(move |id: AccountId| dialogs::move_to_account::open(page, Some(id)));

    let open = Memo::new(move |_| page.open.with(Option::is_some));
    let whole = Memo::new(move |_| open.get() && page.whole.get());
    view! {
        <div class="sims-page" class:has-details=move || open.get() && !whole.get() class:is-covered=whole>
            // The list stays as it is below the page of a SIM: scrolled, selected, in its order.
            <DrawerPlace covered=whole>
                <Later frames=3>
                    <AccountTreeView tree=estate.accounts() current=current on_open=open_account on_drop=drop_on/>
                </Later>
            </DrawerPlace>
            <section class="sims-page__list" aria-label=move || t!("sim-list") inert=whole>
                <div class="sims-page__head">
                    {heading(page, current)}
                    <Later frames=1>{filter_bar::filter_bar(page)}</Later>
                </div>
                {loading(page.estate)}
                {unreadable_filter(page)}
                {link_trouble(page)}
                <div class="sims-page__grid-place">
                    <Later frames=4><grid::SimGrid page=page/></Later>
                    {nothing_to_show(page)}
                    <div class="sims-page__dock">
                        // While the page of a SIM lies over the list, the panel is at the foot of that.
                        {move || (!whole.get()).then(panel::panel)} {toolbar::toolbar(page)}
                    </div>
                </div>
                {status_line::status_line(page, contact)}
            </section>
            {details::details(page)}
        </div>
    }
}

/// The account's name with its path above it.
fn heading(page: SimsPage, current: Signal<Option<AccountId>>) -> impl IntoView {
    let tree = page.estate.accounts();
    let path = move || {
        let tree = tree.get();
        let Some(id) = current.get() else { return Vec::new() };
        tree.path(id).into_iter().map(|account| (account.id, account.name.clone())).collect::<Vec<_>>()
    };
    let above = move || {
        let mut path = path();
        path.pop();
        path
    };
    view! {
        <div class="sims-page__heading">
            <nav class="sims-page__path" aria-label=move || t!("account-path")>
                <For each=above key=|(id, name)| (*id, name.clone()) children=move |(id, name)| view! {
                    <button
                        type="button"
                        class="link-button"
                        on:click=move |_| page.list.query.update(|query| query.account = Some(id))
                    >
                        {name}
                    </button>
                    <span aria-hidden="true">"›"</span>
                }/>
            </nav>
            <h1 class="sims-page__title" tabindex="-1">{move || path().pop().map(|(_, name)| name)}</h1>
            <a class="sims-page__overview" href=move || page.list.query.with(Query::overview_href)>
                <Icon name=IconName::Overview/>
                <span>{move || t!("overview")}</span>
            </a>
        </div>
    }
}

fn unreadable_filter(page: SimsPage) -> impl IntoView {
    let unreadable = Memo::new(move |_| page.list.query.with(|query| query.unreadable.clone()));
    move || {
        unreadable.get().map(|(filter, error)| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{t!("filter-unreadable", place = (error.at + 1) as u64)} " " <code>{filter}</code></p>
                    <Button
                        on_press=Callback::new(move |()| page.list.query.update(|query| query.unreadable = None))
                    >
                        {move || t!("drop-filter")}
                    </Button>
                </Notice>
            }
        })
    }
}

/// A filter that is too long for an address could not be fetched, or not be kept.
fn link_trouble(page: SimsPage) -> impl IntoView {
    let links = page.links;
    let drop_link = move || {
        links.forget_trouble();
        page.list.query.update(|query| query.link = None);
    };
    move || {
        links.trouble().get().map(|trouble| {
            let (words, error, again) = match trouble {
                LinkTrouble::NotFetched(_, error) if error.code() == Some(ProblemCode::NotFound) => {
                    (t!("link-unknown"), None, None)
                }
                LinkTrouble::NotFetched(id, error) => {
                    (t!("link-failed"), Some(error), Some(Callback::new(move |()| links.fetch(id.clone()))))
                }
                LinkTrouble::NotMade(filter, error) => (
                    t!("link-not-made"),
                    Some(error),
                    Some(Callback::new(move |()| links.make(filter.clone()))),
                ),
            };
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{words} {error.map(|error| format!(" {}", text::problem(&error)))}</p>
                    {again.map(|again| view! { <Button on_press=again>{move || t!("app-retry")}</Button> })}
                    <Button on_press=Callback::new(move |()| drop_link())>{move || t!("app-close")}</Button>
                </Notice>
            }
        })
    }
}

fn nothing_to_show(page: SimsPage) -> impl IntoView {
    let empty = Memo::new(move |_| page.list.view().with(|view| view.rows.is_empty()));
    let ready = Memo::new(move |_| page.estate.progress().get() == Load::Ready);
    let filtered = Memo::new(move |_| page.list.query.with(Query::is_filtered));
    move || {
        (empty.get() && ready.get()).then(|| {
            if filtered.get() {
                view! {
                    <Empty icon=IconName::Search text=t!("no-sim-matches")>
                        <Button on_press=Callback::new(move |()| filter_bar::clear(page))>
                            {move || t!("clear-filter")}
                        </Button>
                    </Empty>
                }
                .into_any()
            } else {
                view! { <Empty icon=IconName::Sim text=t!("no-sim-in-account")/> }.into_any()
            }
        })
    }
}
