//! The layout of the list lives beside all pages: the display settings change it too.

use crate::state::layout;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use leptos::prelude::*;

/// Gives the layout to all below, and tells when it could not be stored.
pub fn provide() {
    let layout = layout::provide(use_session());
    let toasts = use_toasts();
    Effect::new(move |_| {
        if let Some(error) = layout.failure() {
            let why = untrack(|| text::problem(&error));
            let told = untrack(|| t!("layout-not-stored", why = why));
            let toast = Toast::new(ToastKind::Danger, told);
            toasts.show(toast.with_action(untrack(|| t!("app-retry")), move || layout.store_again()));
        }
    });
}
