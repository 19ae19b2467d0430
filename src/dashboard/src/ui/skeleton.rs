//! The shape of what is being loaded.

use leptos::prelude::*;

/// Grey lines where text will be. Whoever shows them says "loading" in words, once.
#[component]
pub fn Skeleton(#[prop(default = 3)] lines: usize) -> impl IntoView {
    view! {
        <div class="skeleton" aria-hidden="true">
            {(0..lines).map(|_| view! { <div class="skeleton__line"></div> }).collect_view()}
        </div>
    }
}
