//! The operations, a row each. On a phone a row takes a few lines.

use super::address::ListAddress;
use super::words;
use crate::state::accounts::use_accounts;
use crate::state::operation_list::OperationList;
use crate::state::paged::Load;
use crate::t;
use crate::text::{self, format};
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use crate::ui::skeleton::Skeleton;
use client::OperationQuery;
use contract::bulk::Operation;
use leptos::prelude::*;

pub fn list(list: OperationList, address: ListAddress) -> impl IntoView {
    let items = list.items();
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        {failure(list)}
        <table class="operations-table" hidden=move || empty.get() aria-label=move || t!("operations")>
            <thead>
                <tr>
                    <th scope="col">{move || t!("operation-what")}</th>
                    <th scope="col">{move || t!("operation-by")}</th>
                    <th scope="col">{move || t!("operation-started")}</th>
                    <th scope="col">{move || t!("operation-result")}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || items.get() key=|operation| operation.id children=move |first| row(list, first)/>
            </tbody>
        </table>
        {nothing(list, address)}
        {more(list)}
    }
}

/// A row stays while its operation is shown, however far that is: the focus may be in it.
fn row(list: OperationList, first: Operation) -> impl IntoView {
    let (items, tree) = (list.items(), use_accounts().tree());
    let (id, started) = (first.id, first.created_at);
    let operation = Memo::new(move |_| {
        items.with(|items| items.iter().find(|one| one.id == id).cloned()).unwrap_or_else(|| first.clone())
    });
    let of = move |what: fn(&Operation) -> String| move || operation.with(what);
    view! {
        <tr class="operation-row">
            <th scope="row" class="operation-row__what">
                <a href=format!("operations/{id}")>
                    {move || operation.with(|one| tree.with(|tree| words::heading(one, tree)))}
                </a>
                <span class="operation-row__number">"#" {id} " " {move || operation.with(relations)}</span>
            </th>
            <td data-label=move || t!("operation-by")>{of(words::author)}</td>
            <td data-label=move || t!("operation-started")>
                <span title=move || format::time(started)>{move || format::ago(started)}</span>
            </td>
            <td class="operation-row__result">
                {move || operation.with(result)}
            </td>
        </tr>
    }
}

/// How far it is, or what it has led to.
fn result(operation: &Operation) -> AnyView {
    let counts = operation.counts;
    if !operation.state.is_over() {
        let done = counts.done + counts.failed;
        return view! {
            <Progress
                label=t!("operation-progress", done = format::count(done), total = format::count(counts.total))
                value=done
                max=counts.total.max(1)
            />
        }
        .into_any();
    }
    view! {
        <span class="operation-state" data-state=words::state_code(operation)>{words::state(operation.state)}</span>
        <span class="operation-row__counts">{words::result(operation)}</span>
    }
    .into_any()
}

/// What it follows from, and what follows from it.
pub fn relations(operation: &Operation) -> impl IntoView + use<> {
    let link = |words: String, id: u32| view! { <a href=format!("operations/{id}")>{words}</a> " " };
    [
        operation.undo_of.map(|id| link(t!("operation-undoes", number = number(id)), id)),
        operation.retry_of.map(|id| link(t!("operation-retries", number = number(id)), id)),
        operation.undone_by.map(|id| link(t!("operation-undone-by", number = number(id)), id)),
        operation.retried_by.map(|id| link(t!("operation-retried-by", number = number(id)), id)),
    ]
    .into_iter()
    .flatten()
    .collect_view()
}

/// The number of an operation is its name: it is not written as an amount would be.
fn number(id: u32) -> String {
    id.to_string()
}

fn failure(list: OperationList) -> impl IntoView {
    move || match list.load().get() {
        Load::Failed(error) => Some(view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("operations-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| list.read())>{move || t!("app-retry")}</Button>
            </Notice>
        }),
        Load::Loading | Load::Ready => None,
    }
}

/// What stands there while there is no operation to show.
fn nothing(list: OperationList, address: ListAddress) -> impl IntoView {
    let items = list.items();
    let load = Memo::new(move |_| items.with(Vec::is_empty).then(|| list.load().get()));
    let asks = Memo::new(move |_| address.query.get() != OperationQuery::default());
    move || {
        match load.get() {
        Some(Load::Loading) => Some(view! { <Skeleton lines=6 /> }.into_any()),
        Some(Load::Ready) if asks.get() => Some(
            view! {
                <Empty icon=IconName::Search text=Signal::derive(|| t!("operations-none-found"))>
                    <Button on_press=Callback::new(move |()| address.change(|query| *query = OperationQuery::default()))>
                        {move || t!("operations-show-all")}
                    </Button>
                </Empty>
            }
            .into_any(),
        ),
        Some(Load::Ready) => {
            let words = Signal::derive(|| t!("operations-none"));
            Some(view! { <Empty icon=IconName::History text=words /> }.into_any())
        }
        Some(Load::Failed(_)) | None => None,
    }
    }
}

fn more(list: OperationList) -> impl IntoView {
    let has_more = list.has_more();
    let busy = Signal::derive(move || list.load().get() == Load::Loading);
    view! {
        <Show when=move || has_more.get()>
            <div class="operations-page__foot">
                <Button busy=busy on_press=Callback::new(move |()| list.read_more())>
                    {move || t!("operations-more")}
                </Button>
            </div>
        </Show>
    }
}
