//! One line of text.

use super::frame::{FieldFrame, FieldIds};
use leptos::html;
use leptos::prelude::*;

/// A field for one line.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// Why nothing can be typed now.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// `text`, `password`, `email` …
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keys a telephone offers: `numeric`, `decimal`, `email` …
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// What a password manager may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(optional)] required: bool,
    /// What the number counts, such as `MB`.
    #[prop(optional, into)]
    suffix: Option<Signal<String>>,
    #[prop(optional)] label_hidden: bool,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let hint = Signal::derive(move || disabled_reason.get().or_else(|| hint.get()));
    let suffix = suffix.map(|suffix| {
        view! { <span class="field__suffix" aria-hidden="true">{move || suffix.get()}</span> }
    });
    let field = ids.clone();
    view! {
        <FieldFrame ids label hint error label_hidden>
            <span class="field__box">
                <input
                    node_ref=node_ref
                    id=field.field.to_string()
                    class="field__input"
                    type=kind
                    inputmode=inputmode
                    autocomplete=autocomplete
                    required=required
                    readonly=move || disabled_reason.with(Option::is_some)
                    aria-disabled=move || disabled_reason.with(Option::is_some).then_some("true")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=field.described_by(hint, error)
                    prop:value=move || value.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
                {suffix}
            </span>
        </FieldFrame>
    }
}
