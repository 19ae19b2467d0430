//! A field that offers choices while one types.

mod list;
mod state;

use super::field::{FieldFrame, FieldIds};
use super::icon::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use list::ChoiceList;
use state::ComboboxState;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: u32,
    pub label: String,
    /// Tells it from others with the same label, such as its path: "Northgate › Brightwater".
    pub detail: Option<String>,
    /// Why it cannot be chosen: it stays in the list and tells.
    pub disabled_reason: Option<String>,
}

/// The field and its list. `on_choose` gets the choice, and `None` as soon as the text is edited away from it, so that
/// what is shown and what is chosen never differ.
#[component]
pub fn Combobox(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    /// What is chosen; one given from the start stands in the field.
    #[prop(into)]
    value: Signal<Option<u32>>,
    #[prop(into)] on_choose: Callback<Option<u32>>,
    #[prop(optional, into)] placeholder: Signal<String>,
    #[prop(optional, into)] hint: Signal<Option<String>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional)] label_hidden: bool,
    /// A choice is taken elsewhere, and the field is empty for the next one.
    #[prop(optional)]
    adds: bool,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let ids = FieldIds::new();
    let state = ComboboxState::new(options, value, on_choose, adds, &ids.field);
    let query = state.query;
    let field = ids.clone();
    let (list_id, marked_id) = (state.list_id(), state.clone());
    let (keys, typed, chosen) = (state.clone(), state.clone(), state.clone());
    let (opened, clicked) = (state.clone(), state.clone());
    view! {
        <FieldFrame ids label hint error label_hidden>
            <span class="field__box combobox">
                <input
                    node_ref=node_ref
                    id=field.field.to_string()
                    class="field__input"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || if opened.is_open() { "true" } else { "false" }
                    aria-controls=list_id
                    aria-activedescendant=move || marked_id.marked_id()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=field.described_by(hint, error)
                    placeholder=move || placeholder.get()
                    prop:value=move || query.get()
                    on:input=move |event| typed.typed(event_target_value(&event))
                    on:keydown=move |event| keys.key(&event)
                    on:click=move |_| clicked.open()
                    on:blur=move |_| chosen.close()
                />
                <span class="combobox__arrow">
                    <Icon name=IconName::ChevronDown />
                </span>
                <ChoiceList state label />
            </span>
        </FieldFrame>
    }
}
