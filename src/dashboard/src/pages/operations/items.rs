//! The SIMs of an operation, a row each: what became of it and why, or what was changed.

use super::words;
use crate::state::accounts::use_accounts;
use crate::state::one_operation::OneOperation;
use crate::state::paged::Load;
use crate::t;
use crate::text::{self, history};
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use contract::audit::FieldChange;
use contract::bulk::{Item, ItemState};
use domain::account::AccountTree;
use leptos::prelude::*;
use std::sync::Arc;

pub fn items(state: OneOperation) -> impl IntoView {
    let (items, tree) = (state.items(), use_accounts().tree());
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    let nothing = Memo::new(move |_| empty.get() && state.load().get() == Load::Ready);
    view! {
        {move || match state.load().get() {
            Load::Failed(error) => Some(view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("operation-sims-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| state.read_items())>{move || t!("app-retry")}</Button>
                </Notice>
            }),
            Load::Loading | Load::Ready => None,
        }}
        <table class="operation-items" hidden=move || empty.get() aria-label=move || t!("operation-sims")>
            <thead>
                <tr>
                    <th scope="col">{move || t!("column-iccid")}</th>
                    <th scope="col">{move || t!("item-state")}</th>
                    <th scope="col">{move || t!("item-what")}</th>
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || items.get()
                    key=|item| (item.sim_id, code(item.state), item.iccid.is_empty())
                    children=move |item| row(item, tree)
                />
            </tbody>
        </table>
        {move || nothing.get().then(|| view! {
            <Empty icon=IconName::Search text=Signal::derive(|| t!("operation-sims-none"))/>
        })}
        {foot(state)}
    }
}

/// What a state looks like.
fn code(state: ItemState) -> &'static str {
    match state {
        ItemState::Pending => "pending",
        ItemState::Done => "done",
        ItemState::Failed => "failed",
    }
}

fn row(item: Item, tree: Signal<Arc<AccountTree>>) -> impl IntoView {
    let Item { sim_id, iccid, state, reason, changes } = item;
    let what = move || {
        let why = reason.map(text::reason);
        let name = |id| tree.with(|tree| tree.get(id).map(|account| account.name.clone()));
        let line = |change: &FieldChange| {
            let value = |value: &Option<String>| history::value(&change.field, value.as_deref(), name);
            let (old, new) = (value(&change.old), value(&change.new));
            view! {
                <span class="item-change">
                    <span class="item-change__field">{history::field(&change.field)}</span>
                    " " {old} <span aria-hidden="true">" → "</span>
                    <span class="visually-hidden">{t!("change-became")}</span> {new}
                </span>
            }
        };
        (why, changes.iter().map(line).collect_view())
    };
    view! {
        <tr class="operation-item">
            <th scope="row" class="operation-item__iccid">
                {match iccid.is_empty() {
                    true => view! { <span class="operation-item__unseen">{move || t!("sim-unseen")}</span> }.into_any(),
                    false => view! { <a href=format!("sims/{}", sim_id.0)>{iccid}</a> }.into_any(),
                }}
            </th>
            <td><span class="operation-state" data-state=code(state)>{move || words::item_state(state)}</span></td>
            <td class="operation-item__what">{what}</td>
        </tr>
    }
}

/// How many are shown, and the way to more of them.
fn foot(state: OneOperation) -> impl IntoView {
    let (items, has_more) = (state.items(), state.has_more());
    let shown = Memo::new(move |_| items.with(Vec::len) as u64);
    let busy = Signal::derive(move || state.load().get() == Load::Loading);
    view! {
        <div class="operations-page__foot">
            <p role="status">
                {move || (shown.get() > 0).then(|| match has_more.get() {
                    true => t!("operation-sims-first", count = shown.get()),
                    false => t!("operation-sims-all", count = shown.get()),
                })}
            </p>
            <Show when=move || has_more.get()>
                <Button busy=busy on_press=Callback::new(move |()| state.read_more())>
                    {move || t!("operations-more")}
                </Button>
            </Show>
        </div>
    }
}
