//! What is mounted once, at the root of the app, and serves every page.

use super::dialog::{DialogHost, Dialogs};
use super::live::{Live, LiveRegion};
use super::menu::{MenuHost, Menus};
use super::toast::{ToastHost, Toasts};
use leptos::prelude::*;

/// Provides `use_dialogs`, `use_menus`, `use_toasts` and `use_live` to everything below the caller.
pub fn provide() {
    provide_context(Live::new());
    provide_context(Toasts::new());
    provide_context(Dialogs::new());
    provide_context(Menus::new());
}

/// The hosts of dialogs, menus, messages and announcements.
#[component]
pub fn Hosts() -> impl IntoView {
    view! {
        <DialogHost />
        <MenuHost />
        <ToastHost />
        <LiveRegion />
    }
}
