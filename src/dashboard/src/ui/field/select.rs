//! One of a few, from a native list.

use super::frame::{FieldFrame, FieldIds};
use crate::ui::icon::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;

/// A native select. `options` are values and their words.
#[component]
pub fn SelectField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] label_hidden: bool,
    #[prop(optional)] node_ref: NodeRef<html::Select>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let field = ids.clone();
    let none = Signal::stored(None);
    let list = move || {
        let option = |(key, words): (String, String)| {
            let this = key.clone();
            view! { <option value=key prop:selected=move || value.with(|value| *value == this)>{words}</option> }
        };
        options.get().into_iter().map(option).collect_view()
    };
    view! {
        <FieldFrame ids label hint=none error label_hidden>
            <span class="field__box field__box--select">
                <select
                    node_ref=node_ref
                    id=field.field.to_string()
                    class="field__input"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=field.described_by(none, error)
                    on:change=move |event| on_change.run(event_target_value(&event))
                >
                    {list}
                </select>
                <Icon name=IconName::ChevronDown />
            </span>
        </FieldFrame>
    }
}
