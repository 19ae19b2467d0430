//! Quick search and the two filters that stand over the grid; the rest of a filter is shown as a chip in its text form.

use super::context::SimsPage;
use super::dialogs;
use crate::state::address::Query;
use crate::state::simple_filter::SimpleFilter;
use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{MenuItem, MenuPlace, MenuRequest};
use crate::ui::switch::Switch;
use domain::filter::Filter;
use domain::sim::Status;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

pub fn filter_bar(page: SimsPage) -> impl IntoView {
    let query = page.list.query;
    let simple = Memo::new(move |_| query.with(|query| SimpleFilter::read(&query.filter)));
    let change = move |change: &dyn Fn(&mut SimpleFilter)| {
        query.update(|query| {
            let mut simple = SimpleFilter::read(&query.filter);
            change(&mut simple);
            query.filter = simple.write();
            query.unreadable = None;
        });
    };
    let tree = page.estate.accounts();
    let has_below = move || {
        let tree = tree.get();
        let account =
            query.with(|query| query.account).or_else(|| tree.nodes().first().map(|node| node.account.id));
        account.is_some_and(|id| tree.has_children(id))
    };
    view! {
        <div class="filter-bar" role="search" aria-label=move || t!("filters")>
            <label class="filter-bar__search">
                <Icon name=IconName::Search/>
                <input
                    type="search"
                    aria-label=move || t!("search-sims")
                    placeholder=move || t!("search-sims-hint")
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || query.with(|query| query.search.clone())
                    on:input=move |event| query.update(|query| query.search = event_target_value(&event))
                    on:keydown=move |event| {
                        if event.key() == "ArrowDown" {
                            event.prevent_default();
                            page.focus_grid.notify();
                        }
                    }
                />
            </label>
            <label class="filter-bar__name">
                <Icon name=IconName::Account/>
                <input
                    type="text"
                    aria-label=move || t!("filter-by-account-name")
                    placeholder=move || t!("account-name")
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || simple.with(|simple| simple.account_name.clone())
                    on:input=move |event| {
                        let name = event_target_value(&event);
                        change(&|simple| simple.account_name.clone_from(&name));
                    }
                />
            </label>
            <button
                type="button"
                class="filter-bar__button"
                class:is-on=move || simple.with(|simple| !simple.statuses.is_empty())
                aria-haspopup="menu"
                on:click=move |event| {
                    if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
                        open_status_menu(page, simple, button);
                    }
                }
            >
                {move || simple.with(|simple| match simple.statuses.as_slice() {
                    [] => t!("status"),
                    statuses => statuses.iter().map(|&status| text::status(status)).collect::<Vec<_>>().join(", "),
                })}
                <Icon name=IconName::ChevronDown/>
            </button>
            <Show when=has_below>
                <Switch
                    label=Signal::derive(move || t!("include-sub-accounts"))
                    on=Signal::derive(move || query.with(|query| !query.own_only))
                    on_change=Callback::new(move |on: bool| query.update(|query| query.own_only = !on))
                />
            </Show>
            {move || {
                let rest = simple.with(|simple| simple.rest.clone());
                (!rest.is_everything()).then(|| view! {
                    <span class="filter-bar__chip">
                        <code>{rest.to_string()}</code>
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=t!("remove-condition", condition = rest.to_string())
                            on:click=move |_| change(&|simple| simple.rest = Filter::default())
                        >
                            <Icon name=IconName::Close/>
                        </button>
                    </span>
                })
            }}
            <Show when=move || query.with(Query::is_filtered)>
                <button type="button" class="link-button" on:click=move |_| clear(page)>{move || t!("clear-filter")}</button>
            </Show>
            <button
                type="button"
                class="filter-bar__button"
                aria-haspopup="dialog"
                on:click=move |_| dialogs::columns::open(page)
            >
                <Icon name=IconName::Columns/>
                {move || t!("columns-open")}
            </button>
        </div>
    }
}

/// Takes quick search and every filter away; the account stays.
pub fn clear(page: SimsPage) {
    page.list.query.update(|query| {
        query.search.clear();
        query.filter = Filter::default();
        query.unreadable = None;
    });
}

/// One entry per status; choosing it adds it to the filter or takes it out.
fn open_status_menu(page: SimsPage, simple: Memo<SimpleFilter>, button: web_sys::HtmlElement) {
    let chosen = simple.with_untracked(|simple| simple.statuses.clone());
    let items = Status::ALL
        .iter()
        .map(|&status| {
            let mut statuses = chosen.clone();
            let on = statuses.contains(&status);
            if on {
                statuses.retain(|&other| other != status);
            } else {
                statuses.push(status);
                statuses.sort_unstable();
            }
            let choose = move || {
                let statuses = statuses.clone();
                page.list.query.update(move |query| {
                    let mut simple = SimpleFilter::read(&query.filter);
                    simple.statuses = statuses;
                    query.filter = simple.write();
                    query.unreadable = None;
                });
            };
            let item = MenuItem {
                icon: on.then_some(IconName::Check),
                ..MenuItem::new(text::status(status), choose)
            };
            item.into()
        })
        .collect();
    page.menus.open(MenuRequest {
        label: t!("filter-by-status"),
        items,
        at: MenuPlace::Below(button.clone()),
        return_focus: Some(button),
    });
}
