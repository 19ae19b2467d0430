//! A dialog that asks before something is done, and stays until it is.

use crate::state::scope::Scope;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::{Dialog, InitialFocus};
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// Why something was not done.
pub enum NotDone {
    /// Someone else was faster: what is there now, in words. Done again, it is done to that.
    Stale(String),
    Failed(Arc<Error>),
}

/// The dialog. `act` does what `verb` says; when that has succeeded, the dialog goes.
#[component]
pub fn Confirm<A, F>(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] verb: Signal<String>,
    /// It cannot be taken back.
    #[prop(optional)]
    danger: bool,
    /// Of the page: ends what was begun with it.
    scope: Scope,
    close: Callback<()>,
    act: A,
    /// What happens then.
    children: Children,
) -> impl IntoView
where
    A: Fn() -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), NotDone>> + 'static,
{
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let act = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        let done = act();
        scope.spawn(async move {
            let done = done.await;
            busy.try_set(false);
            match done {
                Ok(()) => close.run(()),
                Err(NotDone::Stale(now)) => {
                    trouble.try_set(Some(t!("managed-stale", now = now)));
                }
                Err(NotDone::Failed(error)) => {
                    trouble.try_set(Some(text::refused(&error)));
                }
            }
        });
    });
    let variant = if danger { ButtonVariant::Danger } else { ButtonVariant::Primary };
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=variant busy=busy on_press=act>{move || verb.get()}</Button>
        }
    };
    view! {
        <Dialog title on_close=close alert=true initial_focus=InitialFocus::FirstAction actions=actions>
            {children()}
            {move || {
                trouble.get().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })
            }}
        </Dialog>
    }
}
