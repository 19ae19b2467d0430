//! A colour: typed, or chosen in the browser's own picker.

use super::frame::{FieldFrame, FieldIds};
use domain::brand::Colour;
use leptos::prelude::*;

/// What a picker shows that has nothing to show: it cannot be empty.
const NONE: &str = "#808080";

/// A field for a colour such as `#1b6b47`, with a picker beside it.
#[component]
pub fn ColourField(
    #[prop(into)] label: Signal<String>,
    /// What the picker is called.
    #[prop(into)]
    picker_label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let field = ids.clone();
    let colour = move || value.with(|value| value.parse::<Colour>().ok());
    view! {
        <FieldFrame ids label hint error>
            <span class="field__box colour-field">
                <input
                    type="color"
                    class="colour-field__picker"
                    class:is-empty=move || colour().is_none()
                    aria-label=move || picker_label.get()
                    prop:value=move || colour().map_or_else(|| NONE.to_owned(), |colour| colour.to_string())
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
                <input
                    id=field.field.to_string()
                    class="field__input"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=field.described_by(hint, error)
                    prop:value=move || value.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
            </span>
        </FieldFrame>
    }
}
