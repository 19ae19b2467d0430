//! One account in the navigator.

use super::state::{TreeState, row_id};
use crate::behaviour::tree::VisibleNode;
use crate::text::{format, t};
use crate::ui::icon::{Icon, IconName};
use domain::account::AccountId;
use leptos::prelude::*;

/// What a row says of its account.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    name: String,
    own: u64,
    total: u64,
    enabled: bool,
}

/// The row. It stays while its account is in sight and follows what changes: place, state, name and counts.
#[component]
pub fn Row(
    state: TreeState,
    id: AccountId,
    first: VisibleNode,
    has_menu: bool,
    drop_over: ReadSignal<Option<AccountId>>,
) -> impl IntoView {
    // When it is on its way out it is no longer in the window: it then stays as it was.
    let here = Memo::new(move |before: Option<&(usize, VisibleNode)>| {
        let found = state.window.with(|rows| rows.iter().find(|(_, node)| node.id == id).copied());
        found.or(before.copied()).unwrap_or((0, first))
    });
    let said = Memo::new(move |_| {
        state.tree.with(|tree| {
            let account = tree.get(id)?;
            let (own, total, enabled) = (account.sim_count, account.total_sim_count, account.enabled);
            Some(Said { name: account.name.clone(), own, total, enabled })
        })
    });
    let said = move || said.get().unwrap_or_default();
    let node = move || here.get().1;
    let flag = |on: bool| if on { "true" } else { "false" };
    let label = move || {
        let Said { name, total, enabled, .. } = said();
        match enabled {
            true => t!("accounts-row", name = name, count = total),
            false => t!("accounts-row-disabled", name = name, count = total),
        }
    };
    let counts = move || {
        let Said { own, total, .. } = said();
        t!("accounts-counts", own = own, count = total)
    };
    view! {
        <div
            id=row_id(id)
            class="account"
            class:account--disabled=move || !said().enabled
            role="treeitem"
            data-account=id.0.to_string()
            tabindex=move || if state.reachable.get() == here.get().0 { "0" } else { "-1" }
            attr:aria-level=move || (node().depth + 1).to_string()
            aria-posinset=move || node().position.to_string()
            aria-setsize=move || node().siblings.to_string()
            aria-expanded=move || node().expanded.map(flag)
            aria-current=move || (state.current.get() == Some(id)).then_some("page")
            aria-label=label
            title=counts
            data-drop=move || (drop_over.get() == Some(id)).then_some("true")
            style=("--at", move || here.get().0.to_string())
            style=("--level", move || node().depth.to_string())
        >
            <span class="account__toggle" data-part="toggle" aria-hidden="true">
                {move || node().expanded.map(|_| view! { <Icon name=IconName::ChevronRight /> })}
            </span>
            <span class="account__name">{move || said().name}</span>
            {move || (!said().enabled).then(|| view! { <span class="account__mark">{t!("accounts-disabled")}</span> })}
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
