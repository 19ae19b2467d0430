//! What stands over the list: quick search, the two filters that are used most, the filter builder, and the chips that say
//! the rest of the filter in words.

use super::context::SimsPage;
use super::{chips, filter_builder, list_tools, quick_filters, saved_filters};
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
    let tree = page.estate.accounts();
    let has_below = move || {
        let tree = tree.get();
        let account =
            query.with(|query| query.account).or_else(|| tree.nodes().first().map(|node| node.account.id));
        account.is_some_and(|id| tree.has_children(id))
    };
    let conditions = Memo::new(move |_| query.with(|query| query.filter.parts().len()));
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
                        query.update(|query| {
                            let mut simple = SimpleFilter::read(&query.filter);
                            simple.account_name = name;
                            query.filter = simple.write();
                            query.unreadable = None;
                        });
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
            <button
                type="button"
                class="filter-bar__button"
                class:is-on=move || { conditions.get() > 0 }
                aria-haspopup="dialog"
                on:click=move |_| filter_builder::open(page)
            >
                <Icon name=IconName::Filter/>
                <span class="filter-bar__words">{move || t!("filter-button")}</span>
            </button>
            {saved_filters::button(page)}
            <Show when=has_below>
                <Switch
                    label=Signal::derive(move || t!("include-sub-accounts"))
                    on=Signal::derive(move || query.with(|query| !query.own_only))
                    on_change=Callback::new(move |on: bool| query.update(|query| query.own_only = !on))
                />
            </Show>
            {list_tools::list_tools(page)}
            {quick_filters::quick_filters(page)}
            {chips::chips(page, simple)}
        </div>
    }
}

/// Takes quick search and every filter away; the account stays.
pub fn clear(page: SimsPage) {
    page.list.change_filter(|query| {
        query.search.clear();
        query.filter = Filter::default();
    });
}

/// Whether there is anything to [`clear`].
pub fn is_filtered(page: SimsPage) -> bool {
    page.list.query.with(Query::is_filtered)
}

/// One entry per status; choosing it adds it to the filter or takes it out.
fn open_status_menu(page: SimsPage, simple: Memo<SimpleFilter>, button: web_sys::HtmlElement) {
    let items = Status::ALL.iter().map(|&status| {
        let choose = move || {
            page.list.change_filter(|query| {
                let mut simple = SimpleFilter::read(&query.filter);
                simple.toggle(status);
                query.filter = simple.write();
            });
        };
        let checked = Signal::derive(move || simple.with(|simple| simple.statuses.contains(&status)));
        MenuItem { checked: Some(checked), ..MenuItem::new(text::status(status), choose) }.into()
    });
    page.menus.open(|| MenuRequest {
        label: t!("filter-by-status"),
        items: items.collect(),
        at: MenuPlace::Below(button.clone()),
        return_focus: Some(button),
    });
}
