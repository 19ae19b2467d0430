//! A new tag or category: its name and its colour.

use super::colours::colours;
use super::{LabelsPage, words};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use client::IdempotencyKey;
use contract::label::NewLabel;
use domain::label::{check_name, next_colour};
use leptos::prelude::*;

/// Opens the dialog.
pub fn open(page: LabelsPage) {
    open_named(page, String::new());
}

/// Opens the dialog with a name in it: one that SIMs have and that is in no list.
pub fn open_named(page: LabelsPage, name: String) {
    page.dialogs.open_or_return_to(page.fallback(), move |close| new_label(page, name, close).into_any());
}

fn new_label(page: LabelsPage, name: String, close: Callback<()>) -> impl IntoView {
    let kind = page.list.kind;
    let used = page.list.items().with_untracked(|items| {
        let items = items.iter().flat_map(|items| items.iter());
        items.filter_map(|label| label.colour).collect::<Vec<_>>()
    });
    let (name, colour) = (RwSignal::new(name), RwSignal::new(next_colour(used)));
    let (error, busy) = (RwSignal::new(None::<String>), RwSignal::new(false));
    // What was sent, and its key: the same again is the same request.
    let sent = StoredValue::new_local(None::<(NewLabel, IdempotencyKey)>);
    let create = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let wished = name.get_untracked().trim().to_owned();
        if let Err(bad) = check_name(&wished) {
            error.set(Some(text::field_problem(bad.into())));
            return;
        }
        let new = NewLabel { name: wished, colour: colour.get_untracked(), account_id: None };
        let known = sent.with_value(|sent| sent.clone()).filter(|(before, _)| *before == new);
        let (new, key) = known.unwrap_or_else(|| (new, IdempotencyKey::new()));
        sent.set_value(Some((new.clone(), key.clone())));
        busy.set(true);
        error.set(None);
        page.list.scope.spawn(async move {
            let added = page.list.add(new, &key).await;
            busy.try_set(false);
            match added {
                Ok(label) => {
                    page.live.say(t!("label-created", name = label.name));
                    close.run(());
                }
                Err(failed) => {
                    error.try_set(Some(text::refused(&failed)));
                }
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("label-create")}</Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(move || words::add(kind)) on_close=close on_submit=create actions=actions>
            <TextField
                label=Signal::derive(move || t!("label-name"))
                value=name
                on_input=Callback::new(move |text| {
                    name.set(text);
                    error.set(None);
                })
                error=error
                required=true
            />
            {colours(colour)}
        </Dialog>
    }
}
