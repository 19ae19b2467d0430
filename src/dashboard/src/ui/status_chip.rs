//! A SIM's status: a shape in a colour, and always the word.

use crate::text;
use domain::sim::Status;
use leptos::prelude::*;

/// The mark and the word. The style sheet draws the mark by `data-status`.
#[component]
pub fn StatusChip(#[prop(into)] status: Signal<Status>) -> impl IntoView {
    view! {
        <span class="status" data-status=move || status.get().code()>
            <span class="status__mark" aria-hidden="true"></span>
            <span class="status__text">{move || text::status(status.get())}</span>
        </span>
    }
}
