//! Tick boxes.

use crate::behaviour::ids;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A tick box.
#[component]
pub fn Checkbox(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    /// Some of what the box stands for is chosen, not all.
    #[prop(optional, into)]
    indeterminate: Signal<bool>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] disabled_reason: Signal<Option<String>>,
    /// The label is for screen readers only (as in a row of a table).
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    view! {
        <Tick
            class="checkbox"
            role="checkbox"
            label
            checked
            on_change
            indeterminate
            hint
            disabled_reason
            label_hidden
        />
    }
}

/// What tick boxes and switches share. The hint gives way to the reason why it cannot be changed.
#[component]
pub fn Tick(
    class: &'static str,
    role: &'static str,
    label: Signal<String>,
    checked: Signal<bool>,
    on_change: Callback<bool>,
    indeterminate: Signal<bool>,
    hint: Signal<Option<String>>,
    disabled_reason: Signal<Option<String>>,
    label_hidden: bool,
) -> impl IntoView {
    let hint = Memo::new(move |_| disabled_reason.get().or_else(|| hint.get()));
    let hint_id = ids::unique("hint");
    let described_by = {
        let hint_id = hint_id.clone();
        move || hint.with(Option::is_some).then(|| hint_id.clone())
    };
    let change = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let wished = input.checked();
        // What is shown is `checked`, whatever the browser made of the click, until the owner changes it.
        input.set_checked(checked.get_untracked());
        input.set_indeterminate(indeterminate.get_untracked());
        on_change.run(wished);
    };
    view! {
        <div class=class>
            <label class=format!("{class}__row")>
                <input
                    type="checkbox"
                    class=format!("{class}__input")
                    role=role
                    aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
                    aria-describedby=described_by
                    prop:checked=move || checked.get()
                    prop:indeterminate=move || indeterminate.get()
                    on:click=move |event| {
                        if disabled_reason.with_untracked(Option::is_some) {
                            event.prevent_default();
                        }
                    }
                    on:change=change
                />
                <span class=format!("{class}__label") class:visually-hidden=label_hidden>
                    {move || label.get()}
                </span>
            </label>
            <p id=hint_id class="field__hint" hidden=move || hint.with(Option::is_none)>
                {move || hint.get()}
            </p>
        </div>
    }
}
