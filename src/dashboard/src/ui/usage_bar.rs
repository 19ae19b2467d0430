//! Usage against alert level and cap, as a small bar with its words.

use crate::behaviour::usage_scale::{Tone, Usage, scale};
use crate::text::{format, t};
use leptos::prelude::*;

/// The bar with alert level and cap as ticks, and the words below it. Without a level there are only the words.
#[component]
pub fn UsageBar(
    /// Bytes in the current period, as are the levels.
    #[prop(into)]
    usage: Signal<u64>,
    #[prop(optional, into)] cap: Signal<Option<u64>>,
    #[prop(optional, into)] alert: Signal<Option<u64>>,
) -> impl IntoView {
    let usage = Signal::derive(move || Usage { used: usage.get(), alert: alert.get(), cap: cap.get() });
    let scale = Memo::new(move |_| scale(usage.get()));
    let tone = move || match scale.get().map(|scale| scale.tone) {
        Some(Tone::Alert) => Some("alert"),
        Some(Tone::Over) => Some("over"),
        Some(Tone::Normal) | None => None,
    };
    let length = move || scale.get().map(|scale| format!("{:.2}%", scale.used));
    let tick = move |at: Option<f64>| at.map(|at| format!("{at:.2}%"));
    let (alert, cap) = (move || tick(scale.get()?.alert), move || tick(scale.get()?.cap));
    view! {
        <div class="usage" data-tone=tone>
            <div class="usage__bar" aria-hidden="true" hidden=move || scale.with(Option::is_none)>
                <span class="usage__fill" style=("--at", length)></span>
                <span class="usage__tick usage__tick--alert" hidden=move || alert().is_none() style=("--at", alert)></span>
                <span class="usage__tick usage__tick--cap" hidden=move || cap().is_none() style=("--at", cap)></span>
            </div>
            <p class="usage__text">{move || words(usage.get())}</p>
        </div>
    }
}

fn words(usage: Usage) -> String {
    let used = format::amount(usage.used);
    match (usage.cap.map(format::amount), usage.alert.map(format::amount)) {
        (Some(cap), Some(alert)) => t!("usage-of-cap-with-alert", used = used, cap = cap, alert = alert),
        (Some(cap), None) => t!("usage-of-cap", used = used, cap = cap),
        (None, Some(alert)) => t!("usage-with-alert", used = used, alert = alert),
        (None, None) => t!("usage-without-level", used = used),
    }
}
