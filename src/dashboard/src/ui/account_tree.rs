//! The account navigator: the tree of managed accounts, with a field to find one.

mod drop_target;
mod events;
mod memory;
mod row;
mod state;

use super::icon::{Icon, IconName};
use super::menu::MenuPlace;
use crate::behaviour::size::height_of;
use crate::text::t;
use domain::account::{AccountId, AccountTree};
use leptos::html;
use leptos::prelude::*;
use row::Row;
use state::{ROW_HEIGHT, TreeState};
use std::sync::Arc;

/// The navigator. Activating an account calls `on_open`; asking for its menu (right button, Shift+F10, Menu key, "⋯")
/// calls `on_menu`; dropping dragged SIMs on it (see [`crate::behaviour::drag`]) calls `on_drop`.
///
/// Only the rows in sight are in the document, and the one that has the focus.
#[component]
pub fn AccountTreeView(
    #[prop(into)] tree: Signal<Arc<AccountTree>>,
    /// The account whose SIMs are shown.
    #[prop(into)]
    current: Signal<Option<AccountId>>,
    #[prop(into)] on_open: Callback<AccountId>,
    #[prop(optional, into)] on_menu: Option<Callback<(AccountId, MenuPlace)>>,
    #[prop(optional, into)] on_drop: Option<Callback<AccountId>>,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let height = height_of(scroller);
    let state = TreeState::new(tree, current, height);
    let has_menu = on_menu.is_some();
    let handlers = events::Handlers { state, on_open, on_menu };
    let drops = drop_target::DropTarget::new(state, on_drop);
    let is_empty = move || state.nodes.with(Vec::is_empty);
    view! {
        <nav class="accounts" aria-label=move || t!("accounts-title")>
            <div class="accounts__find">
                <Icon name=IconName::Search />
                <input
                    class="accounts__query"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=move || t!("accounts-find")
                    placeholder=move || t!("accounts-find")
                    prop:value=move || state.query.get()
                    on:input=move |event| state.find(event_target_value(&event))
                    on:keydown=move |event| handlers.key_in_field(&event)
                />
            </div>
            <div
                node_ref=scroller
                class="accounts__scroller"
                on:scroll=move |_| {
                    if let Some(scroller) = scroller.get_untracked() {
                        state.scroll.set(f64::from(scroller.scroll_top()));
                    }
                }
            >
                <div
                    class="accounts__tree"
                    role="tree"
                    aria-label=move || t!("accounts-title")
                    style=("--rows", move || state.nodes.with(Vec::len).to_string())
                    style=("--row", format!("{ROW_HEIGHT}px"))
                    on:keydown=move |event| handlers.key_in_tree(&event)
                    on:click=move |event| handlers.click(&event)
                    on:contextmenu=move |event| handlers.context_menu(&event)
                    on:focusin=move |event| handlers.focused(&event)
                    on:dragover=move |event| drops.over(&event)
                    on:dragleave=move |event| drops.leave(&event)
                    on:drop=move |event| drops.dropped(&event)
                >
                    <For each=move || 0..state.slots.with(Vec::len) key=|element| *element let(element)>
                        <Row state element has_menu drop_over=drops.over />
                    </For>
                </div>
                <p class="accounts__none" hidden=move || !is_empty()>
                    {move || t!("accounts-none")}
                </p>
            </div>
        </nav>
    }
}
