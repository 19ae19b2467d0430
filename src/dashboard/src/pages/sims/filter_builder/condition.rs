//! One condition: field, operator, values.

use super::editor::{Editor, element_id};
use super::{group, values};
use crate::behaviour::filter_draft::{Field, NodeId, Operator};
use crate::pages::sims::filter_words;
use crate::t;
use crate::ui::button::IconButton;
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use leptos::prelude::*;

pub fn condition(editor: Editor, id: NodeId, number: Signal<usize>) -> impl IntoView {
    let field = Memo::new(move |_| editor.condition(id).map(|condition| condition.field));
    let operator = Memo::new(move |_| editor.condition(id).map(|condition| condition.operator));
    // The lists speak of places: names differ by language.
    let fields = Signal::derive(|| {
        let fields = Field::ALL.iter().enumerate();
        fields.map(|(at, &field)| (at.to_string(), filter_words::field(field))).collect::<Vec<_>>()
    });
    let operators_of = |field: Option<Field>| field.map(Field::operators).unwrap_or_default();
    let operators = Signal::derive(move || {
        let Some(field) = field.get() else { return Vec::new() };
        let operators = field.operators().into_iter().enumerate();
        operators.map(|(at, operator)| (at.to_string(), filter_words::operator(field, operator))).collect()
    });
    let place = |place: Option<usize>| place.unwrap_or_default().to_string();
    view! {
        <div
            id=element_id(id)
            class="filter-condition"
            role="group"
            aria-label=move || t!("condition-number", number = number.get() as u64)
        >
            <SelectField
                label=Signal::derive(move || t!("field"))
                label_hidden=true
                options=fields
                value=Signal::derive(move || place(Field::ALL.iter().position(|&other| Some(other) == field.get())))
                on_change=Callback::new(move |at: String| {
                    if let Some(&field) = at.parse().ok().and_then(|at: usize| Field::ALL.get(at)) {
                        editor.change(id, |condition| condition.set_field(field));
                    }
                })
            />
            <SelectField
                label=Signal::derive(move || t!("operator"))
                label_hidden=true
                options=operators
                value=Signal::derive(move || {
                    let operator: Option<Operator> = operator.get();
                    place(operators_of(field.get()).iter().position(|&other| Some(other) == operator))
                })
                on_change=Callback::new(move |at: String| {
                    let operators = operators_of(field.get_untracked());
                    if let Some(&operator) = at.parse().ok().and_then(|at: usize| operators.get(at)) {
                        editor.change(id, |condition| condition.set_operator(operator));
                    }
                })
            />
            <div class="filter-condition__value">{values::values(editor, id)}</div>
            <IconButton
                label=Signal::derive(move || t!("remove-this-condition"))
                icon=IconName::Trash
                on_press=Callback::new(move |()| group::remove(editor, id))
            />
        </div>
    }
}
