//! The account navigator: the tree of managed accounts, with a field to find one.

mod drop_target;
mod edit;
mod events;
mod memory;
mod moving;
mod row;
mod state;

pub use edit::{Naming, TreeControl};
pub use moving::MayMove;
pub use state::row_id;

use super::icon::{Icon, IconName};
use super::menu::MenuPlace;
use crate::behaviour::size::height_of;
use crate::text::t;
use domain::account::{AccountId, AccountTree};
use leptos::html;
use leptos::prelude::*;
use moving::Moving;
use row::Row;
use state::TreeState;
use std::sync::Arc;

/// The navigator. Activating an account calls `on_open`; asking for its menu (right button, Shift+F10, Menu key, "⋯")
/// calls `on_menu`; dropping dragged SIMs on it (see [`crate::behaviour::drag`]) calls `on_drop`.
///
/// Where accounts are managed, `control` asks for names in the tree (F2 calls `on_rename`), each of which `on_named` gets;
/// and accounts are dragged under others, which `on_move` is told of, whatever `may_move` says to it on the way.
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
    /// Shows how many users each account has.
    #[prop(optional)]
    with_users: bool,
    #[prop(optional, into)] control: Option<TreeControl>,
    #[prop(optional, into)] on_rename: Option<Callback<AccountId>>,
    #[prop(optional, into)] on_named: Option<Callback<(Naming, String)>>,
    #[prop(optional, into)] may_move: Option<MayMove>,
    #[prop(optional, into)] on_move: Option<Callback<(AccountId, AccountId)>>,
) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let height = height_of(scroller);
    let state = TreeState::new(tree, current, height, control);
    if let Some(control) = control {
        control.bind(state);
    }
    let has_menu = on_menu.is_some();
    let drops = drop_target::DropTarget::new(state, on_drop);
    let moving = may_move
        .zip(on_move)
        .map(|(may_move, on_move)| Moving::new(state, drops, scroller, may_move, on_move));
    let handlers = events::Handlers { state, on_open, on_menu, on_rename, moving };
    let naming = control.zip(on_named);
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
                    style=("--row", format!("{}px", state.row_height))
                    on:keydown=move |event| handlers.key_in_tree(&event)
                    on:click=move |event| handlers.click(&event)
                    on:contextmenu=move |event| handlers.context_menu(&event)
                    on:pointerdown=move |event| handlers.pressed(&event)
                    on:focusin=move |event| handlers.focused(&event)
                    on:dragover=move |event| drops.over(&event)
                    on:dragleave=move |event| drops.leave(&event)
                    on:drop=move |event| drops.dropped(&event)
                >
                    <For each=move || 0..state.slots.with(Vec::len) key=|element| *element let(element)>
                        <Row state element has_menu drop_over=drops.over with_users naming />
                    </For>
                </div>
                {moving.map(|moving| ghost(state, moving))}
                <p class="accounts__none" hidden=move || !is_empty()>
                    {move || t!("accounts-none")}
                </p>
            </div>
        </nav>
    }
}

/// What is dragged, beside the pointer, and where it would go or why it cannot.
fn ghost(state: TreeState, moving: Moving) -> impl IntoView {
    let dragged = moving.dragged();
    let words = move || {
        let dragged = dragged.get()?;
        let tree = state.tree.read();
        let name = tree.name(dragged.id).to_owned();
        Some(match (dragged.refusal, dragged.over) {
            (Some(refusal), _) => refusal,
            (None, Some(over)) => {
                t!("accounts-drag-under", name = name, account = tree.name(over).to_owned())
            }
            (None, None) => name,
        })
    };
    let place = move |of: fn(&moving::Dragged) -> f64| {
        move || dragged.with(|dragged| dragged.as_ref().map(|dragged| format!("{}px", of(dragged))))
    };
    view! {
        <div
            class="account-ghost"
            class:account-ghost--refused=move || {
                dragged.with(|dragged| dragged.as_ref().is_some_and(|it| it.refusal.is_some()))
            }
            hidden=move || dragged.with(Option::is_none)
            aria-hidden="true"
            style=("--x", place(|dragged| dragged.x))
            style=("--y", place(|dragged| dragged.y))
        >
            {words}
        </div>
    }
}
