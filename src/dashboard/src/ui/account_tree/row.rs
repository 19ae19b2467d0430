//! One row of the navigator. It shows the account that its slot has now.

use super::edit::{NameField, Naming, TreeControl};
use super::state::{TreeState, row_id};
use crate::behaviour::tree::VisibleNode;
use crate::text::{format, t};
use crate::ui::icon::{Icon, IconName};
use domain::account::AccountId;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// What a row says of its account.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    name: String,
    own: u64,
    total: u64,
    users: Option<u32>,
    disabled: bool,
}

impl Said {
    fn label(self) -> String {
        let row = t!("accounts-row", name = self.name, count = self.total);
        let users = self.users.map(|count| t!("accounts-row-users", count = count)).unwrap_or_default();
        let disabled = if self.disabled { t!("accounts-row-disabled") } else { String::new() };
        row + &users + &disabled
    }

    fn counts(self) -> String {
        t!("accounts-counts", own = self.own, count = self.total)
    }
}

/// The row. An empty slot is hidden.
#[component]
pub fn Row(
    state: TreeState,
    /// Which of the slots of [`TreeState::slots`] it is.
    element: usize,
    has_menu: bool,
    drop_over: ReadSignal<Option<AccountId>>,
    with_users: bool,
    naming: Option<(TreeControl, Callback<(Naming, String)>)>,
) -> impl IntoView {
    let here = Memo::new(move |_| state.slots.with(|slots| slots.get(element).copied().flatten()));
    let node = move || here.get().map(|(_, node)| node);
    let place = move || here.get().map(|(place, _)| place);
    let id = Memo::new(move |_| node().map(|node| node.id));
    let said = Memo::new(move |_| {
        let account = state.tree.read().get(id.get()?).cloned()?;
        let (own, total, disabled) = (account.sim_count, account.total_sim_count, !account.enabled);
        let users = with_users.then_some(account.user_count);
        Some(Said { name: account.name, own, total, users, disabled })
    });
    let is_named = Memo::new(move |_| {
        let row = naming.and_then(|(control, _)| control.naming()).map(Naming::row);
        row.is_some() && row == id.get()
    });
    let shut = Memo::new(move |_| {
        id.get().is_some_and(|id| state.tree.read().get(id).is_some_and(|account| !account.open))
    });
    let words = move |words: fn(Said) -> String| move || said.get().map(words);
    let said = move || said.get().unwrap_or_default();
    let number = move |number: fn(VisibleNode) -> usize| move || node().map(|node| number(node).to_string());
    let flag = |on: bool| if on { "true" } else { "false" };
    let level = custom_attribute("aria-level", number(|node| node.depth + 1));
    view! {
        <div
            id=move || id.get().map(row_id)
            class="account"
            class:account--disabled=move || shut.get()
            class:account--named=move || is_named.get()
            hidden=move || id.get().is_none()
            role="treeitem"
            data-account=move || id.get().map(|id| id.0.to_string())
            tabindex=move || if place() == Some(state.reachable.get()) { "0" } else { "-1" }
            aria-posinset=number(|node| node.position)
            aria-setsize=number(|node| node.siblings)
            aria-expanded=move || node().and_then(|node| node.expanded).map(flag)
            aria-current=move || (id.get().is_some() && state.current.get() == id.get()).then_some("page")
            aria-label=words(Said::label)
            title=words(Said::counts)
            data-drop=move || (id.get().is_some() && drop_over.get() == id.get()).then_some("true")
            style=("--at", move || place().map(|place| place.to_string()))
            style=("--level", number(|node| node.depth))
            {..level}
        >
            <span class="account__toggle" data-part="toggle" aria-hidden="true">
                {move || node().and_then(|node| node.expanded).map(|_| view! { <Icon name=IconName::ChevronRight /> })}
            </span>
            {move || {
                let (control, on_named) = naming.filter(|_| is_named.get())?;
                Some(view! { <NameField control on_named /> })
            }}
            <span class="account__name">{move || said().name}</span>
            " "
            {move || {
                said()
                    .disabled
                    .then(|| {
                        view! {
                            <span class="account__mark" title=t!("accounts-disabled")>
                                <Icon name=IconName::Terminate />
                            </span>
                        }
                    })
            }}
            <span class="account__counts">
                <span class="account__count">
                    {with_users.then(|| view! { <Icon name=IconName::Sim /> })}
                    {move || format::count(said().total)}
                </span>
                {move || {
                    let users = said().users.filter(|&users| users > 0)?;
                    // Drawn by the style sheet: the row's name has it in words, in another order.
                    Some(
                        view! {
                            <span class="account__count account__count--users" data-count=format::count(users.into())>
                                <Icon name=IconName::User />
                            </span>
                        },
                    )
                }}
            </span>
            {has_menu
                .then(|| {
                    let label = move || t!("accounts-actions", name = said().name);
                    view! {
                        <button type="button" class="account__more" data-part="more" tabindex="-1" aria-label=label>
                            <Icon name=IconName::More />
                        </button>
                    }
                })}
        </div>
    }
}
