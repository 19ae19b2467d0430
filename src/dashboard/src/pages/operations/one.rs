//! One operation: what it does, how far it is, who started it, and what became of each SIM.

use super::address::ItemAddress;
use super::{acts, items, list, tools, words};
use crate::behaviour::focus;
use crate::pages::title;
use crate::state::accounts::use_accounts;
use crate::state::one_operation::OneOperation;
use crate::state::operations::use_operations;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text::{self, format};
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use crate::ui::skeleton::Skeleton;
use contract::bulk::{Operation, OperationState};
use contract::problem::ProblemCode;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The operation with this number; none for what is no number.
pub fn one(id: Option<u32>) -> AnyView {
    let Some(id) = id else { return not_found().into_any() };
    use_accounts().read();
    let came_from_within = focus::focused().is_some();
    let address = ItemAddress::of_page();
    let state = OneOperation::new(use_session(), use_operations(), Scope::new(), id, address.query.into());
    let known = Memo::new(move |_| state.operation().with(Option::is_some));
    let trouble = state.trouble();
    (move || match (known.get(), trouble.get()) {
        (true, _) => known_one(state, address, came_from_within).into_any(),
        (false, None) => view! { <Skeleton lines=8 /> }.into_any(),
        (false, Some(error)) if error.code() == Some(ProblemCode::NotFound) => not_found().into_any(),
        (false, Some(error)) => view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("operation-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| state.read())>{move || t!("app-retry")}</Button>
            </Notice>
        }
        .into_any(),
    })
    .into_any()
}

/// There is none, or it is somebody else's.
fn not_found() -> impl IntoView {
    view! {
        <Empty icon=IconName::Search text=Signal::derive(|| t!("operation-not-found")) whole_page=true>
            <a href="operations">{move || t!("operations-show-all")}</a>
        </Empty>
    }
}

fn known_one(state: OneOperation, address: ItemAddress, came_from_within: bool) -> impl IntoView {
    let tree = use_accounts().tree();
    let operation = state.operation();
    let heading = focus::page_heading(came_from_within);
    let title =
        move || operation.with(|one| one.as_ref().map(|one| tree.with(|tree| words::heading(one, tree))));
    title::name(move || title().unwrap_or_else(|| t!("operations")));
    let navigate = StoredValue::new_local(use_navigate());
    let started = Callback::new(move |next: Operation| {
        navigate.with_value(|navigate| navigate(&format!("/operations/{}", next.id), Default::default()));
    });
    let stopped = Callback::new(move |now: Operation| {
        state.take(now);
        // The button that had the focus goes.
        request_animation_frame(move || {
            let heading = heading.try_get_untracked().flatten();
            if let Some(heading) = heading.filter(|_| focus::focused().is_none()) {
                let _ = heading.focus();
            }
        });
    });
    view! {
        <div class="operation-head">
            <nav class="operation-head__path" aria-label=move || t!("operation-path")>
                <a href="operations">{move || t!("operations")}</a>
                <span aria-hidden="true">" › "</span>
                <span>"#" {state.id}</span>
            </nav>
            <h1 node_ref=heading class="operations-page__title" tabindex="-1">{title}</h1>
            {move || operation.get().map(|operation| facts(&operation))}
            {acts::buttons(operation, started, stopped)}
        </div>
        <section class="operation-sims" aria-label=move || t!("operation-sims")>
            <h2 class="operation-sims__title">{move || t!("operation-sims")}</h2>
            {tools::tools(state, address)}
            {items::items(state)}
        </section>
    }
}

/// How far it is, who started it, and when.
fn facts(operation: &Operation) -> impl IntoView + use<> {
    let counts = operation.counts;
    let done = counts.done + counts.failed;
    let over = operation.state.is_over();
    let (author, started) = (words::author(operation), operation.created_at);
    let took = operation.finished_at.map(|finished| match finished.unix().saturating_sub(started.unix()) {
        // Times are told in whole seconds.
        ..1 => format!("< {}", format::span_of(1)),
        seconds => format::span_of(seconds.into()),
    });
    view! {
        <p class="operation-head__state">
            <span class="operation-state" data-state=words::state_code(operation)>{words::state(operation.state)}</span>
            {over.then(|| view! { <span>{words::result(operation)}</span> })}
            <span class="operation-head__relations">{list::relations(operation)}</span>
        </p>
        {(!over).then(|| view! {
            <Progress
                label=t!("operation-progress", done = format::count(done), total = format::count(counts.total))
                value=done
                max=counts.total.max(1)
            />
        })}
        {(operation.state == OperationState::Cancelled).then(|| view! { <p>{t!("operation-cancelled")}</p> })}
        <dl class="operation-head__facts">
            <div><dt>{t!("operation-by")}</dt> <dd>{author}</dd></div>
            <div><dt>{t!("operation-started")}</dt> <dd>{format::time(started)}</dd></div>
            {took.map(|took| view! { <div><dt>{t!("operation-took")}</dt> <dd>{took}</dd></div> })}
        </dl>
    }
}
