//! One of two to five, all in sight. Radio buttons underneath, so that keys and screen readers work as everywhere.

use crate::behaviour::ids;
use leptos::prelude::*;

/// A row of radio buttons that look like one control. `options` are values and their words.
#[component]
pub fn Segmented<T>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(T, String)>>,
    #[prop(into)] value: Signal<T>,
    #[prop(into)] on_change: Callback<T>,
    /// The label is for screen readers only.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let group = ids::unique("segments");
    // Not a fieldset: in WebKit one is too high until something else changes, and what stands below it jumps.
    let name = ids::unique("segments-name");
    let named_by = name.clone();
    let segments = move || {
        let segment = |(option, words): (T, String)| {
            let this = option.clone();
            view! {
                <label class="segmented__option">
                    <input
                        type="radio"
                        class="segmented__input"
                        name=group.clone()
                        prop:checked=move || value.with(|value| *value == this)
                        on:change=move |_| on_change.run(option.clone())
                    />
                    <span class="segmented__text">{words}</span>
                </label>
            }
        };
        options.get().into_iter().map(segment).collect_view()
    };
    view! {
        <div class="segmented" role="radiogroup" aria-labelledby=named_by>
            <span id=name class="segmented__legend" class:visually-hidden=label_hidden>
                {move || label.get()}
            </span>
            <div class="segmented__options">{segments}</div>
        </div>
    }
}
