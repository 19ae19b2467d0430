//! One row of the navigator. It shows the account that its slot has now.

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
    disabled: bool,
}

impl Said {
    fn label(self) -> String {
        match self.disabled {
            true => t!("accounts-row-disabled", name = self.name, count = self.total),
            false => t!("accounts-row", name = self.name, count = self.total),
        }
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
) -> impl IntoView {
    let here = Memo::new(move |_| state.slots.with(|slots| slots.get(element).copied().flatten()));
    let node = move || here.get().map(|(_, node)| node);
    let place = move || here.get().map(|(place, _)| place);
    let id = Memo::new(move |_| node().map(|node| node.id));
    let said = Memo::new(move |_| {
        let account = state.tree.read().get(id.get()?).cloned()?;
        let (own, total, disabled) = (account.sim_count, account.total_sim_count, !account.enabled);
        Some(Said { name: account.name, own, total, disabled })
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
            class:account--disabled=move || said().disabled
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
            <span class="account__count">{move || format::count(said().total)}</span>
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
