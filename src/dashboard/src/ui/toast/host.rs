//! The region in which messages stand, mounted once.

use super::{Toast, ToastKind, Toasts, use_toasts};
use crate::text::t;
use crate::ui::button::IconButton;
use crate::ui::icon::{Icon, IconName};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// How long a message stays when nobody points at the region.
const LIFETIME: Duration = Duration::from_secs(8);
/// How long when there is something to do about it.
const LIFETIME_WITH_ACTION: Duration = Duration::from_secs(16);

impl ToastKind {
    fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::Info,
            Self::Success => IconName::Success,
            Self::Danger => IconName::Danger,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Info => "toast",
            Self::Success => "toast toast--success",
            Self::Danger => "toast toast--danger",
        }
    }
}

/// The messages, in two live regions that are always there: one that interrupts (errors), one that does not.
#[component]
pub fn ToastHost() -> impl IntoView {
    let toasts = use_toasts();
    // While someone points at a message or has the focus in one, none goes away.
    let held = RwSignal::new(false);
    let list = move |urgent: bool| {
        let shown = move || {
            toasts.shown.with(|all| {
                let fits = |(_, toast): &&(u32, Toast)| (toast.kind == ToastKind::Danger) == urgent;
                all.iter().filter(fits).cloned().collect::<Vec<_>>()
            })
        };
        view! {
            <For each=shown key=|(id, _)| *id let((id, toast))>
                <Message id toast toasts held />
            </For>
        }
    };
    view! {
        <section
            class="toasts"
            aria-label=move || t!("app-notifications")
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <div class="toasts__list" role="alert">
                {list(true)}
            </div>
            <div class="toasts__list" role="status">
                {list(false)}
            </div>
        </section>
    }
}

#[component]
fn Message(id: u32, toast: Toast, toasts: Toasts, held: RwSignal<bool>) -> impl IntoView {
    if toast.kind != ToastKind::Danger {
        let lifetime = if toast.action.is_some() { LIFETIME_WITH_ACTION } else { LIFETIME };
        go_away_after(lifetime, held, move || toasts.dismiss(id));
    }
    let action = toast.action.map(|(label, act)| {
        let press = move |_| {
            act();
            toasts.dismiss(id);
        };
        view! {
            <button type="button" class="button button--bare toast__action" on:click=press>
                {label}
            </button>
        }
    });
    view! {
        <div class=toast.kind.class()>
            <Icon name=toast.kind.icon() />
            <p class="toast__text">{toast.text}</p>
            {action}
            <IconButton
                icon=IconName::Close
                label=move || t!("app-dismiss")
                on_press=Callback::new(move |()| toasts.dismiss(id))
            />
        </div>
    }
}

/// Runs `end` once `held` has been false for the whole of `lifetime`.
fn go_away_after(lifetime: Duration, held: RwSignal<bool>, end: impl Fn() + Copy + 'static) {
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        if !held.get() {
            timer.set_value(set_timeout_with_handle(end, lifetime).ok());
        }
    });
    on_cleanup(stop);
}
