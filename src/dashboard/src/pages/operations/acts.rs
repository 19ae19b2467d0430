//! The buttons that stop an operation, undo it, or try its failures again: the same on every page that shows it.

use crate::state::operations::{Again, use_operations};
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use client::{Error, IdempotencyKey};
use contract::bulk::Operation;
use domain::permission::Permission;
use leptos::prelude::*;
use std::sync::Arc;

/// For those who may start operations. `started` is told of what follows from one, `stopped` of the one that was stopped.
pub fn buttons(
    operation: Signal<Option<Operation>>,
    started: Callback<Operation>,
    stopped: Callback<Operation>,
) -> impl IntoView {
    let (operations, session) = (use_operations(), use_session());
    let busy = RwSignal::new(None::<Option<Again>>);
    let error = RwSignal::new(None::<Arc<Error>>);
    // One key per act, kept for a press after a broken connection.
    let keys = StoredValue::new_local((IdempotencyKey::new(), IdempotencyKey::new()));
    // None is "Stop". The task is not this view's: it may be gone by what the task does.
    let act = move |what: Option<Again>| {
        let id = operation.with_untracked(|operation| operation.as_ref().map(|operation| operation.id));
        let Some(id) = id.filter(|_| busy.get_untracked().is_none()) else { return };
        busy.set(Some(what));
        error.set(None);
        let key = keys.with_value(|(undo, retry)| match what {
            Some(Again::Undo) => undo.clone(),
            _ => retry.clone(),
        });
        operations.scope().spawn(async move {
            let result = match what {
                Some(what) => operations.again(what, id, key).await,
                None => operations.cancel(id).await,
            };
            busy.try_set(None);
            match result {
                Ok(operation) => {
                    let told = if what.is_some() { started } else { stopped };
                    told.try_run(operation);
                }
                Err(failed) => {
                    error.try_set(Some(Arc::new(failed)));
                }
            }
        });
    };
    let may = Memo::new(move |_| session.may(Permission::SeeAllOperations));
    let is = move |what: fn(&Operation) -> bool| {
        Memo::new(move |_| may.get() && operation.with(|operation| operation.as_ref().is_some_and(what)))
    };
    let can_stop = is(|operation| !operation.state.is_over());
    let can_undo = is(|operation| operation.can_undo);
    let can_retry = is(|operation| operation.state.is_over() && operation.counts.failed > 0);
    let is_busy = move |what: Option<Again>| Signal::derive(move || busy.get() == Some(what));
    let press = move |what: Option<Again>| Callback::new(move |()| act(what));
    view! {
        {move || error.get().map(|error| view! {
            <Notice kind=NoticeKind::Danger><p>{text::problem(&error)}</p></Notice>
        })}
        <div class="operation__acts">
            <Show when=move || can_stop.get()>
                <Button busy=is_busy(None) on_press=press(None)>{move || t!("stop")}</Button>
            </Show>
            <Show when=move || can_undo.get()>
                <Button
                    icon=IconName::Undo
                    busy=is_busy(Some(Again::Undo))
                    on_press=press(Some(Again::Undo))
                >
                    {move || t!("undo")}
                </Button>
            </Show>
            <Show when=move || can_retry.get()>
                <Button
                    icon=IconName::Refresh
                    busy=is_busy(Some(Again::Retry))
                    on_press=press(Some(Again::Retry))
                >
                    {move || t!("retry-failed")}
                </Button>
            </Show>
        </div>
    }
}
