//! "Tags of N SIMs": which of them all, some or none have, and which they are to have. What is not touched stays.

mod choice;

use super::category::names;
use crate::behaviour::fold::fold;
use crate::pages::sims::context::SimsPage;
use crate::pages::sims::preview::{Preparation, actions, hindrance, summary};
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::checkbox::Checkbox;
use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::label_chip;
use choice::{Carried, TagChoice};
use client::IdempotencyKey;
use contract::bulk::Target;
use domain::act::Action;
use domain::label::{BadName, LabelKind, check_name};
use domain::sim::SimId;
use leptos::prelude::*;
use std::collections::HashMap;

/// Opens the dialog for the selected SIMs.
pub fn open(page: SimsPage) {
    let (target, count) = page.list.target();
    if count > 0 {
        let carried = carried(page);
        page.dialogs.open(move |close| view! { <EditTags page carried target count close /> }.into_any());
    }
}

/// Opens the dialog for one SIM, whatever is selected.
pub fn open_for(page: SimsPage, id: SimId) {
    let carried: HashMap<String, u64> = page.estate.peek(|estate| {
        estate
            .row(id)
            .map(|row| estate.tags(row).map(|tag| (tag.to_owned(), 1)).collect())
            .unwrap_or_default()
    });
    page.dialogs.open(move |close| {
        let (carried, target) = (carried.clone(), Target::Ids(vec![id]));
        view! { <EditTags page carried target count=1 close /> }.into_any()
    });
}

/// How many of the selected SIMs have each tag.
fn carried(page: SimsPage) -> HashMap<String, u64> {
    let rows = untrack(|| page.list.selected());
    page.estate.peek(|estate| {
        let mut counts: HashMap<&str, u64> = HashMap::new();
        for row in rows.iter() {
            for tag in estate.tags(row) {
                *counts.entry(tag).or_default() += 1;
            }
        }
        counts.into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect()
    })
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Editor {
    page: SimsPage,
    preparation: Preparation,
    choices: RwSignal<Vec<TagChoice>>,
    query: RwSignal<String>,
    error: RwSignal<Option<String>>,
    creating: RwSignal<bool>,
    /// A name that was sent, with its key: the same name again is the same request.
    sent: StoredValue<Option<(String, IdempotencyKey)>, LocalStorage>,
}

impl Editor {
    /// What is ticked and unticked, as an act; none before anything is.
    fn action(self) -> Option<Action> {
        let named = |wish: bool| {
            let wished = self.choices.with(|choices| choices.clone()).into_iter();
            wished.filter(|choice| choice.wish.get() == Some(wish)).map(|choice| choice.name).collect()
        };
        let (add, remove): (Vec<String>, Vec<String>) = (named(true), named(false));
        (!add.is_empty() || !remove.is_empty()).then_some(Action::EditTags { add, remove })
    }

    /// The choices whose name has what is typed in it.
    fn shown(self) -> Vec<TagChoice> {
        let query = fold(self.query.get().trim());
        let mut shown = self.choices.get();
        shown.retain(|choice| fold(&choice.name).contains(&query));
        shown
    }

    /// The name that is typed, if there is no tag of that name yet.
    fn new_name(self) -> Option<String> {
        let name = self.query.get().trim().to_owned();
        let folded = name.to_lowercase();
        let known =
            self.choices.with(|choices| choices.iter().any(|choice| choice.name.to_lowercase() == folded));
        (!name.is_empty() && !known).then_some(name)
    }

    /// Enter in the field: ticks the only one that is left, or makes the one that is typed.
    fn take(self) {
        match untrack(|| self.shown()).as_slice() {
            [only] => {
                only.turn();
                self.query.set(String::new());
            }
            _ => self.create(),
        }
    }

    /// Puts the name that is typed into the list of tags, and ticks it.
    fn create(self) {
        let Some(name) = untrack(|| self.new_name()).filter(|_| !self.creating.get_untracked()) else {
            return;
        };
        if let Err(bad) = check_name(&name) {
            self.error.set(Some(bad_name(bad)));
            return;
        }
        let known = self.sent.with_value(|sent| sent.clone()).filter(|(sent, _)| *sent == name);
        let (_, key) = known.unwrap_or_else(|| (name.clone(), IdempotencyKey::new()));
        self.sent.set_value(Some((name.clone(), key.clone())));
        self.creating.set(true);
        self.preparation.spawn(async move {
            let added = self.page.labels.add(LabelKind::Tag, &name, &key).await;
            self.creating.set(false);
            match added {
                Ok(label) => {
                    self.page.live.say(t!("tag-created", name = label.name.clone()));
                    let choice = TagChoice::new(label.name, label.colour, Carried::None);
                    choice.turn();
                    self.choices.update(|choices| choices.insert(0, choice));
                    self.query.set(String::new());
                }
                Err(error) => self.error.set(Some(text::refused(&error))),
            }
        });
    }
}

/// What is wrong with a name, at its field.
pub fn bad_name(bad: BadName) -> String {
    text::field_problem(bad.into())
}

#[component]
fn EditTags(
    page: SimsPage,
    carried: HashMap<String, u64>,
    target: Target,
    count: u64,
    close: Callback<()>,
) -> impl IntoView {
    let palette = page.labels.palette(LabelKind::Tag).get_untracked();
    let mut choices: Vec<TagChoice> = names(page, LabelKind::Tag)
        .into_iter()
        .map(|name| {
            let has = Carried::of(carried.get(&name).copied().unwrap_or(0), count);
            let colour = palette.any_colour(&name);
            TagChoice::new(name, colour, has)
        })
        .collect();
    // What they have stands first.
    choices.sort_by_key(|choice| choice.carried == Carried::None);
    let editor = Editor {
        page,
        preparation: Preparation::new(page, target, count),
        choices: RwSignal::new(choices),
        query: RwSignal::new(String::new()),
        error: RwSignal::new(None),
        creating: RwSignal::new(false),
        sent: StoredValue::new_local(None),
    };
    let preparation = editor.preparation;
    // The preview follows what is ticked: a question to the server, which lies outside the app.
    Effect::new(move |_| match editor.action() {
        Some(action) => preparation.ask(action),
        None => preparation.forget(),
    });
    let start = Callback::new(move |()| match untrack(|| editor.action()) {
        Some(action) if untrack(|| hindrance(preparation)).is_none() => preparation.start(action, close),
        Some(_) => {}
        None => editor.error.set(Some(t!("tags-missing"))),
    });
    let actions = move || actions(preparation, close, move || t!("app-apply"));
    view! {
        <Dialog
            title=Signal::derive(move || t!("tags-title", count = preparation.count()))
            on_close=close
            on_submit=start
            actions=actions
        >
            <div
                on:keydown=move |event| {
                    if event.key() == "Enter"
                        && !event.is_composing()
                        && !editor.query.with_untracked(|query| query.trim().is_empty())
                    {
                        event.prevent_default();
                        editor.take();
                    }
                }
            >
                <TextField
                    label=Signal::derive(move || t!("tags-find"))
                    value=editor.query
                    on_input=Callback::new(move |text| {
                        editor.query.set(text);
                        editor.error.set(None);
                    })
                    error=editor.error
                />
            </div>
            {list(editor, count)}
            <Show when=move || editor.new_name().is_some()>
                <Button
                    icon=IconName::Plus
                    busy=editor.creating
                    on_press=Callback::new(move |()| editor.create())
                >
                    {move || t!("tag-create", name = editor.new_name().unwrap_or_default())}
                </Button>
            </Show>
            {summary(preparation, move |count| t!("tags-changing", count = count))}
        </Dialog>
    }
}

fn list(editor: Editor, count: u64) -> impl IntoView {
    let shown = Memo::new(move |_| editor.shown());
    view! {
        <div class="tag-choices" role="group" aria-label=move || t!("column-tags")>
            <For each=move || shown.get() key=|choice| choice.name.clone() children=move |choice| {
                let hint = match choice.carried {
                    Carried::Some(some) => Some((some, count)),
                    _ => None,
                };
                let (name, class) = (choice.name.clone(), label_chip::class(choice.colour));
                view! {
                    <div class="tag-choice">
                        <span class=format!("{class} is-dot") aria-hidden="true"></span>
                        <Checkbox
                            label=Signal::derive(move || name.clone())
                            checked=Signal::derive({
                                let choice = choice.clone();
                                move || choice.is_ticked() == Some(true)
                            })
                            indeterminate=Signal::derive({
                                let choice = choice.clone();
                                move || choice.is_ticked().is_none()
                            })
                            on_change=Callback::new(move |_| choice.turn())
                            hint=Signal::derive(move || {
                                hint.map(|(some, count)| t!("tag-on-some", count = some, total = count))
                            })
                        />
                    </div>
                }
            }/>
        </div>
    }
}
