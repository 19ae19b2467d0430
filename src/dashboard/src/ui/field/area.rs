//! Several lines of text.

use super::frame::{FieldFrame, FieldIds};
use leptos::html;
use leptos::prelude::*;

/// A field for several lines.
#[component]
pub fn TextArea(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// Why nothing can be typed now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] label_hidden: bool,
    #[prop(optional)] node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let hint = Signal::derive(move || disabled_reason.get().or_else(|| hint.get()));
    let field = ids.clone();
    view! {
        <FieldFrame ids label hint error label_hidden>
            <textarea
                node_ref=node_ref
                id=field.field.to_string()
                class="field__input field__input--area"
                rows=rows.to_string()
                autocomplete="off"
                spellcheck="false"
                readonly=move || disabled_reason.with(Option::is_some)
                aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=field.described_by(hint, error)
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </FieldFrame>
    }
}
