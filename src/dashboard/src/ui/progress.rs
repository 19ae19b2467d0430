//! How far something has come.

use leptos::prelude::*;

/// A bar that says `value` of `max`.
#[component]
pub fn Progress(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<u64>,
    #[prop(into)] max: Signal<u64>,
) -> impl IntoView {
    let percent = move || value.get().min(max.get()).saturating_mul(100) / max.get().max(1);
    view! {
        <div class="progress">
            <p class="progress__label" aria-hidden="true">{move || label.get()}</p>
            <div
                class="progress__track"
                role="progressbar"
                aria-label=move || label.get()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || percent().to_string()
                style=("--done", move || format!("{}.{:02}", percent() / 100, percent() % 100))
            >
                <div class="progress__bar"></div>
            </div>
        </div>
    }
}
