//! Bars for shares. They stand beside their numbers and say nothing to a screen reader.

use leptos::prelude::*;

/// One share of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The style sheet colours it by `data-status`.
    pub code: &'static str,
    pub size: u64,
}

/// A whole and what it is made of, side by side.
#[component]
pub fn SplitBar(#[prop(into)] segments: Signal<Vec<Segment>>) -> impl IntoView {
    // Elements stay: only their lengths change.
    let segment = move |at: usize| {
        let part = Memo::new(move |_| segments.with(|segments| segments.get(at).copied()));
        let size = move || part.get().map_or(0, |part| part.size);
        view! {
            <span
                class="split-bar__part status"
                data-status=move || part.get().map(|part| part.code)
                hidden=move || size() == 0
                style=("--size", move || size().to_string())
            ></span>
        }
    };
    let count = segments.with_untracked(Vec::len);
    view! { <div class="split-bar" aria-hidden="true">{(0..count).map(segment).collect_view()}</div> }
}

/// How large something is beside the largest.
#[component]
pub fn ShareBar(#[prop(into)] value: Signal<u64>, #[prop(into)] largest: Signal<u64>) -> impl IntoView {
    let length = Memo::new(move |_| {
        let (value, largest) = (u128::from(value.get()), u128::from(largest.get().max(1)));
        let parts = (value * 10_000 / largest).min(10_000);
        format!("{}.{:02}%", parts / 100, parts % 100)
    });
    view! {
        <span class="share-bar" aria-hidden="true">
            <span class="share-bar__fill" style=("--at", length)></span>
        </span>
    }
}
