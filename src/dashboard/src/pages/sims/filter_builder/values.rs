//! What is typed or chosen after an operator.

use super::editor::Editor;
use crate::behaviour::filter_draft::{Field, Input, NO, NodeId, YES};
use crate::pages::sims::account_choices::account_choices;
use crate::pages::sims::filter_words;
use crate::t;
use crate::text::format;
use crate::ui::button::IconButton;
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::field::{TextArea, TextField};
use crate::ui::icon::IconName;
use domain::filter::evaluate;
use domain::time::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// More values than this are not typed but come from a list; they are shown by their number.
const MOST_TYPED: usize = 200;

/// The fields for the values of a condition; others come when field or operator want others.
pub fn values(editor: Editor, id: NodeId) -> impl IntoView {
    let kind = Memo::new(move |_| editor.condition(id).map(|condition| (condition.field, condition.input())));
    move || {
        let (field, input) = kind.get()?;
        let value = Value { editor, id, at: 0 };
        let second = Value { at: 1, ..value };
        Some(match input {
            Input::Nothing => ().into_any(),
            Input::Text | Input::Percent | Input::Amount | Input::Days => {
                value.text_field(|| t!("value"), inputmode(input), true).into_any()
            }
            Input::Texts => texts(value).into_any(),
            Input::AmountRange | Input::PercentRange => view! {
                {value.text_field(|| t!("value-from"), inputmode(input), true)}
                <span class="filter-condition__and" aria-hidden="true">"–"</span>
                {second.text_field(|| t!("value-to"), inputmode(input), true)}
            }
            .into_any(),
            Input::Date => date(value).into_any(),
            Input::Choice => choice(value, field).into_any(),
            Input::Choices => choices(value, field).into_any(),
        })
    }
}

fn inputmode(input: Input) -> &'static str {
    match input {
        Input::Days => "numeric",
        _ => "text",
    }
}

/// One of the values of a condition.
#[derive(Clone, Copy)]
struct Value {
    editor: Editor,
    id: NodeId,
    at: usize,
}

impl Value {
    fn get(self) -> String {
        self.editor
            .condition(self.id)
            .map(|condition| condition.value(self.at).to_owned())
            .unwrap_or_default()
    }

    fn set(self, value: String) {
        self.editor.change(self.id, |condition| condition.set_value(self.at, value));
    }

    fn all(self) -> Vec<String> {
        self.editor.condition(self.id).map(|condition| condition.values).unwrap_or_default()
    }

    fn set_all(self, values: Vec<String>) {
        self.editor.change(self.id, |condition| condition.values = values);
    }

    fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.editor.mistake(self.id, self.at))
    }

    fn text_field(self, label: fn() -> String, inputmode: &'static str, label_hidden: bool) -> impl IntoView {
        view! {
            <TextField
                label=Signal::derive(label)
                label_hidden=label_hidden
                inputmode=inputmode
                value=Signal::derive(move || self.get())
                on_input=Callback::new(move |text| self.set(text))
                error=self.error()
            />
        }
    }
}

/// Texts, one in each line. A long list, which came from a file, is only told: to type in it would be slow.
fn texts(value: Value) -> impl IntoView {
    let count = untrack(|| value.all().len());
    if count > MOST_TYPED {
        return view! { <p class="filter-condition__many">{move || t!("values-count", count = count as u64)}</p> }
            .into_any();
    }
    // What is typed has empty lines while it is typed.
    let typed = RwSignal::new(untrack(|| value.all().join("\n")));
    view! {
        <TextArea
            label=Signal::derive(|| t!("value"))
            label_hidden=true
            rows=3
            hint=Signal::derive(|| Some(t!("one-per-line")))
            value=typed
            on_input=Callback::new(move |text: String| {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
                value.set_all(lines.collect());
                typed.set(text);
            })
            error=value.error()
        />
    }
    .into_any()
}

/// A day, in the person's time zone.
fn date(value: Value) -> impl IntoView {
    view! {
        <TextField
            kind="date"
            label=Signal::derive(|| t!("value"))
            label_hidden=true
            value=Signal::derive(move || value.get().parse::<Timestamp>().map(format::day_of).unwrap_or_default())
            on_input=Callback::new(move |day: String| {
                value.set(format::start_of_day(&day).map(|time| time.to_string()).unwrap_or_default());
            })
            error=value.error()
        />
    }
}

/// What can be chosen: the codes or ids, and how each is offered.
#[derive(Clone, Default)]
struct Offer {
    values: Arc<Vec<String>>,
    choices: Vec<Choice>,
}

fn offer(value: Value, field: Field) -> Offer {
    let page = value.editor.page;
    if field == Field::Account {
        let choices = account_choices(page);
        let values = choices.iter().map(|choice| choice.value.to_string()).collect();
        let choices = choices.into_iter().enumerate().map(|(at, choice)| Choice {
            value: u32::try_from(at).unwrap_or(u32::MAX),
            disabled_reason: None,
            ..choice
        });
        return Offer { values: Arc::new(values), choices: choices.collect() };
    }
    let mut values: Vec<String> = match field {
        Field::Choice(field) => page
            .estate
            .peek(|estate| evaluate::values(field, estate).into_iter().map(str::to_owned).collect()),
        _ => vec![YES.to_owned(), NO.to_owned()],
    };
    // A link may ask for a value that no SIM has here.
    let unknown =
        untrack(|| value.all()).into_iter().filter(|chosen| !chosen.is_empty() && !values.contains(chosen));
    let unknown: Vec<String> = unknown.collect();
    values.extend(unknown);
    let accounts = page.estate.accounts().get();
    let choice = |(at, value): (usize, &String)| Choice {
        value: u32::try_from(at).unwrap_or(u32::MAX),
        label: filter_words::value(field, Input::Choice, value, &accounts),
        detail: None,
        disabled_reason: None,
    };
    let choices = values.iter().enumerate().map(choice).collect();
    Offer { values: Arc::new(values), choices }
}

fn choice(value: Value, field: Field) -> impl IntoView {
    let offer = Memo::new(move |_| OfferKey(offer(value, field)));
    let chosen = Signal::derive(move || {
        let now = value.get();
        let at = offer.with(|offer| offer.0.values.iter().position(|value| *value == now));
        at.and_then(|at| u32::try_from(at).ok())
    });
    view! {
        <Combobox
            label=Signal::derive(|| t!("value"))
            label_hidden=true
            options=Signal::derive(move || offer.with(|offer| offer.0.choices.clone()))
            value=chosen
            on_choose=Callback::new(move |at: Option<u32>| {
                let chosen = at.and_then(|at| offer.with_untracked(|offer| offer.0.values.get(at as usize).cloned()));
                value.set_all(chosen.into_iter().collect());
            })
            error=value.error()
        />
    }
}

/// Several: each can be taken away again, and the field adds another.
fn choices(value: Value, field: Field) -> impl IntoView {
    let offer = Memo::new(move |_| OfferKey(offer(value, field)));
    let accounts = value.editor.page.estate.accounts();
    let words =
        move |code: &str| accounts.with(|tree| filter_words::value(field, Input::Choices, code, tree));
    let remaining = Signal::derive(move || {
        let chosen = value.all();
        offer.with(|offer| {
            let is_left = |choice: &&Choice| !chosen.contains(&offer.0.values[choice.value as usize]);
            offer.0.choices.iter().filter(is_left).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <ul class="filter-condition__chosen" hidden=move || value.all().is_empty()>
            <For each=move || value.all() key=|code| code.clone() children=move |code| {
                let (label, removed) = (words(&code), code.clone());
                let name = label.clone();
                view! {
                    <li class="filter-condition__token">
                        {label}
                        <IconButton
                            label=Signal::derive(move || t!("remove-value", value = name.clone()))
                            icon=IconName::Close
                            on_press=Callback::new(move |()| {
                                value.set_all(value.all().into_iter().filter(|other| *other != removed).collect());
                            })
                        />
                    </li>
                }
            }/>
        </ul>
        <Combobox
            label=Signal::derive(|| t!("value"))
            label_hidden=true
            adds=true
            placeholder=Signal::derive(|| t!("add-value"))
            options=remaining
            value=Signal::stored(None)
            on_choose=Callback::new(move |at: Option<u32>| {
                let chosen = at.and_then(|at| offer.with_untracked(|offer| offer.0.values.get(at as usize).cloned()));
                if let Some(chosen) = chosen {
                    let mut all = untrack(|| value.all());
                    all.push(chosen);
                    value.set_all(all);
                }
            })
            error=value.error()
        />
    }
}

/// An offer is told from another by its values alone.
struct OfferKey(Offer);

impl PartialEq for OfferKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.values == other.0.values
    }
}
