//! How the app looks and how the list is arranged live beside all pages: the display settings change both.

use crate::state::session::use_session;
use crate::state::{appearance, layout};
use crate::t;
use crate::text;
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use client::Error;
use leptos::prelude::*;

/// Gives both to all below, and tells when they could not be stored, for as long as that is so.
pub fn provide() {
    let layout = layout::provide(use_session());
    tell(move || layout.failure(), |why| t!("layout-not-stored", why = why), move || layout.store_again());
    let own = appearance::provide(use_session());
    tell(move || own.failure(), |why| t!("appearance-not-stored", why = why), move || own.store_again());
}

fn tell(
    failure: impl Fn() -> Option<Error> + 'static,
    words: fn(String) -> String,
    again: impl Fn() + Copy + Send + Sync + 'static,
) {
    let toasts = use_toasts();
    Effect::new(move |told: Option<Option<u32>>| {
        let failure = failure();
        if let Some(told) = told.flatten() {
            toasts.dismiss(told);
        }
        let error = failure?;
        let (text, retry) = untrack(|| (words(text::problem(&error)), t!("app-retry")));
        Some(toasts.show(Toast::new(ToastKind::Danger, text).with_action(retry, again)))
    });
}
