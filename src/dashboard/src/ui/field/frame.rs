//! What stands around every field: the label above it, hint and error below it.

use crate::behaviour::ids;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;
use std::sync::Arc;

/// The ids by which a field is tied to what is said about it.
#[derive(Clone)]
pub struct FieldIds {
    pub field: Arc<str>,
    hint: Arc<str>,
    error: Arc<str>,
}

impl FieldIds {
    /// Ids for one field.
    pub fn new() -> Self {
        let field = ids::unique("field");
        Self {
            hint: format!("{field}-hint").into(),
            error: format!("{field}-error").into(),
            field: field.into(),
        }
    }

    /// The value of `aria-describedby`: whatever of hint and error there is.
    pub fn described_by(
        &self,
        hint: Signal<Option<String>>,
        error: Signal<Option<String>>,
    ) -> impl Fn() -> Option<String> + Send + use<> {
        let Self { hint: hint_id, error: error_id, .. } = self.clone();
        move || {
            let parts = [
                error.with(Option::is_some).then(|| error_id.clone()),
                hint.with(Option::is_some).then(|| hint_id.clone()),
            ];
            let described: Vec<_> = parts.into_iter().flatten().collect();
            (!described.is_empty()).then(|| described.join(" "))
        }
    }
}

/// Lays out label, field, hint and error. The error stands where it arose and is read out with the field.
#[component]
pub fn FieldFrame(
    ids: FieldIds,
    label: Signal<String>,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    /// The label is for screen readers only (as in a row of like fields).
    #[prop(optional)]
    label_hidden: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" class:visually-hidden=label_hidden for=ids.field.to_string()>
                {move || label.get()}
            </label>
            {children()}
            <p class="field__error" id=ids.error.to_string() hidden=move || error.with(Option::is_none)>
                <Icon name=IconName::Danger />
                {move || error.get()}
            </p>
            <p class="field__hint" id=ids.hint.to_string() hidden=move || hint.with(Option::is_none)>
                {move || hint.get()}
            </p>
        </div>
    }
}
