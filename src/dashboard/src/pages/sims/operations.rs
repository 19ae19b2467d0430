//! The panel that shows how far the operations of this page are, what failed and why, with "Undo" and "Retry failed".

use super::context::SimsPage;
use crate::state::operations::{Again, Tracked};
use crate::t;
use crate::text;
use crate::ui::button::{Button, IconButton};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use client::{Error, IdempotencyKey};
use contract::bulk::{Action, Item, OperationState};
use leptos::prelude::*;
use std::sync::Arc;

/// Failures that are shown before "show all".
const SHOWN: usize = 5;

pub fn panel(page: SimsPage) -> impl IntoView {
    let list = page.operations.list();
    let ids = Memo::new(move |_| {
        list.with(|list| list.iter().map(|tracked| tracked.operation.id).collect::<Vec<_>>())
    });
    view! {
        <section class="operations" aria-label=move || t!("operations") hidden=move || ids.with(Vec::is_empty)>
            <For each=move || ids.get() key=|id| *id children=move |id| {
                let tracked = Memo::new(move |_| {
                    list.with(|list| list.iter().find(|tracked| tracked.operation.id == id).cloned())
                });
                operation(page, id, tracked)
            }/>
        </section>
    }
}

fn operation(page: SimsPage, id: u32, tracked: Memo<Option<Tracked>>) -> impl IntoView {
    let busy = RwSignal::new(None::<Again>);
    let error = RwSignal::new(None::<Arc<Error>>);
    // One key per act, kept for a press after a broken connection.
    let keys = StoredValue::new_local((IdempotencyKey::new(), IdempotencyKey::new()));
    let again = move |what: Again| {
        if busy.get_untracked().is_some() {
            return;
        }
        busy.set(Some(what));
        error.set(None);
        let key =
            keys.with_value(|(undo, retry)| if what == Again::Undo { undo.clone() } else { retry.clone() });
        page.scope.spawn(async move {
            let result = page.operations.again(what, id, key).await;
            busy.try_set(None);
            if let Err(failed) = result {
                error.try_set(Some(Arc::new(failed)));
            }
        });
    };
    let cancel = move || {
        page.scope.spawn(async move {
            if let Err(failed) = page.operations.cancel(id).await {
                error.try_set(Some(Arc::new(failed)));
            }
        });
    };
    let over = Memo::new(move |_| {
        tracked.with(|tracked| tracked.as_ref().is_some_and(|t| t.operation.state.is_over()))
    });
    let heading = move || tracked.get().map(|tracked| heading(page, &tracked));
    // Said once when it ends, not at every step.
    Effect::new(move |_| {
        if over.get()
            && let Some(heading) = untrack(heading)
        {
            page.live.say(heading);
        }
    });
    view! {
        <article class="operation" aria-labelledby=format!("operation-{id}")>
            <header class="operation__head">
                <h2 id=format!("operation-{id}")>{heading}</h2>
                <Show when=move || over.get()>
                    <IconButton
                        label=Signal::derive(move || t!("app-close"))
                        icon=IconName::Close
                        on_press=Callback::new(move |()| page.operations.dismiss(id))
                    />
                </Show>
            </header>
            {move || tracked.get().map(body)}
            {move || error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{text::problem(&error)}</p></Notice>
            })}
            <footer class="operation__acts">
                <Show when=move || !over.get()>
                    <Button on_press=Callback::new(move |()| cancel())>{move || t!("stop")}</Button>
                </Show>
                <Show when=move || over.get() && tracked.with(|t| t.as_ref().is_some_and(|t| t.operation.can_undo))>
                    <Button
                        icon=IconName::Undo
                        busy=Signal::derive(move || busy.get() == Some(Again::Undo))
                        on_press=Callback::new(move |()| again(Again::Undo))
                    >
                        {move || t!("undo")}
                    </Button>
                </Show>
                <Show when=move || over.get() && tracked.with(|t| t.as_ref().is_some_and(|t| t.operation.counts.failed > 0))>
                    <Button
                        icon=IconName::Refresh
                        busy=Signal::derive(move || busy.get() == Some(Again::Retry))
                        on_press=Callback::new(move |()| again(Again::Retry))
                    >
                        {move || t!("retry-failed")}
                    </Button>
                </Show>
            </footer>
        </article>
    }
}

/// What it does, or what it has done.
fn heading(page: SimsPage, tracked: &Tracked) -> String {
    let operation = &tracked.operation;
    let (over, undo) = (operation.state.is_over(), operation.undo_of.is_some());
    let count = if over { operation.counts.done } else { operation.counts.total };
    if undo {
        return if over { t!("done-undo", count = count) } else { t!("doing-undo", count = count) };
    }
    match (&operation.action, over) {
        (Action::MoveToAccount { account_id, .. }, over) => {
            let account = page.estate.accounts().with(|tree| tree.name(*account_id).to_owned());
            if over {
                t!("done-move", count = count, account = account)
            } else {
                t!("doing-move", count = count, account = account)
            }
        }
        (Action::SetLevels { .. }, true) => t!("done-levels", count = count),
        (Action::SetLevels { .. }, false) => t!("doing-levels", count = count),
        (Action::Activate, true) => t!("done-activate", count = count),
        (Action::Activate, false) => t!("doing-activate", count = count),
        (Action::Suspend, true) => t!("done-suspend", count = count),
        (Action::Suspend, false) => t!("doing-suspend", count = count),
        (Action::Resume, true) => t!("done-resume", count = count),
        (Action::Resume, false) => t!("doing-resume", count = count),
        (Action::Terminate, true) => t!("done-terminate", count = count),
        (Action::Terminate, false) => t!("doing-terminate", count = count),
        (Action::EditTags { .. }, true) => t!("done-tags", count = count),
        (Action::EditTags { .. }, false) => t!("doing-tags", count = count),
        (Action::SetCategory { .. }, true) => t!("done-category", count = count),
        (Action::SetCategory { .. }, false) => t!("doing-category", count = count),
        (Action::ReplaceLabel { name, by: Some(by), .. }, over) => {
            let (name, by) = (name.clone(), by.clone());
            if over {
                t!("done-replace-label", count = count, name = name, by = by)
            } else {
                t!("doing-replace-label", count = count, name = name, by = by)
            }
        }
        (Action::ReplaceLabel { name, by: None, .. }, true) => {
            t!("done-remove-label", count = count, name = name.clone())
        }
        (Action::ReplaceLabel { name, by: None, .. }, false) => {
            t!("doing-remove-label", count = count, name = name.clone())
        }
    }
}

fn body(tracked: Tracked) -> impl IntoView {
    let Tracked { operation, failures, out_of_touch } = tracked;
    let counts = operation.counts;
    let all = RwSignal::new(false);
    let over = operation.state.is_over();
    view! {
        {(!over).then(|| view! {
            <Progress
                label=t!("operation-progress", done = counts.done + counts.failed, total = counts.total)
                value=counts.done + counts.failed
                max=counts.total.max(1)
            />
        })}
        {out_of_touch.then(|| view! {
            <Notice kind=NoticeKind::Warning><p>{t!("operation-out-of-touch")}</p></Notice>
        })}
        {(operation.state == OperationState::Cancelled).then(|| view! { <p>{t!("operation-cancelled")}</p> })}
        {(over && counts.failed > 0).then(move || {
            let listed = failures.len();
            view! {
                <p class="operation__failed">{t!("operation-failed", count = counts.failed)}</p>
                <ul class="operation__failures" aria-label=t!("failures")>
                    {move || {
                        let shown = if all.get() { listed } else { SHOWN.min(listed) };
                        failures[..shown].iter().map(failure).collect_view()
                    }}
                </ul>
                <Show when=move || { listed > SHOWN && !all.get() }>
                    <button type="button" class="link-button" on:click=move |_| all.set(true)>
                        {move || t!("show-all-failures", count = listed as u64)}
                    </button>
                </Show>
            }
        })}
    }
}

fn failure(item: &Item) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="operation__iccid">{item.iccid.clone()}</span>
            " "
            {item.reason.map(text::reason)}
        </li>
    }
}
