//! The layout of the list lives beside all pages: the display settings change it too.

use crate::state::layout;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use leptos::prelude::*;

/// Gives the layout to all below, and tells when it could not be stored, for as long as that is so.
pub fn provide() {
    let layout = layout::provide(use_session());
    let toasts = use_toasts();
    Effect::new(move |told: Option<Option<u32>>| {
        let failure = layout.failure();
        if let Some(told) = told.flatten() {
            toasts.dismiss(told);
        }
        let error = failure?;
        let (text, retry) =
            untrack(|| (t!("layout-not-stored", why = text::problem(&error)), t!("app-retry")));
        let toast = Toast::new(ToastKind::Danger, text).with_action(retry, move || layout.store_again());
        Some(toasts.show(toast))
    });
}
