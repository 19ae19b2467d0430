//! A switch: for what takes effect at once.

use super::checkbox::Tick;
use leptos::prelude::*;

/// A tick box that looks like a switch and says that it is one.
#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <Tick
            class="switch"
            role="switch"
            label
            checked=on
            on_change
            indeterminate=Signal::stored(false)
            hint=Signal::stored(None)
            disabled_reason
            label_hidden=false
        />
    }
}
