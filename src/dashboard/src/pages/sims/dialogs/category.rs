//! "Category of N SIMs": one of those there are, or none.

use crate::pages::sims::context::SimsPage;
use crate::pages::sims::preview::{Preparation, actions, hindrance, summary};
use crate::t;
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::dialog::Dialog;
use contract::bulk::Target;
use domain::act::Action;
use domain::filter::ChoiceField;
use domain::filter::evaluate::values;
use domain::label::LabelKind;
use domain::sim::SimId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Opens the dialog for the selected SIMs.
pub fn open(page: SimsPage) {
    let (target, count) = page.list.target();
    if count > 0 {
        page.dialogs.open(move |close| category(page, target, count, close).into_any());
    }
}

/// Opens the dialog for one SIM, whatever is selected.
pub fn open_for(page: SimsPage, id: SimId) {
    page.dialogs.open(move |close| category(page, Target::Ids(vec![id]), 1, close).into_any());
}

/// The names to choose from: those in the list, and those that SIMs have besides.
pub fn names(page: SimsPage, kind: LabelKind) -> Vec<String> {
    let field = match kind {
        LabelKind::Tag => ChoiceField::Tag,
        LabelKind::Category => ChoiceField::Category,
    };
    let mut names: BTreeSet<String> =
        page.estate.peek(|estate| values(field, estate).into_iter().map(str::to_owned).collect());
    let defined = page.labels.palette(kind);
    defined.with_untracked(|palette| names.extend(palette.items.iter().map(|label| label.name.clone())));
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_cached_key(|name| (name.to_lowercase(), name.clone()));
    names
}

fn category(page: SimsPage, target: Target, count: u64, close: Callback<()>) -> impl IntoView {
    let preparation = Preparation::new(page, target, count);
    // The first is none.
    let names = StoredValue::new(names(page, LabelKind::Category));
    let chosen = RwSignal::new(None::<u32>);
    let missing = RwSignal::new(false);
    let action = move |choice: u32| Action::SetCategory {
        category: names.with_value(|names| names.get((choice as usize).checked_sub(1)?).cloned()),
    };
    let options = move || {
        let choice = |value: usize, label: String| Choice {
            value: u32::try_from(value).unwrap_or(u32::MAX),
            label,
            detail: None,
            disabled_reason: None,
        };
        let named = names.get_value().into_iter().enumerate().map(|(at, name)| choice(at + 1, name));
        std::iter::once(choice(0, t!("category-none"))).chain(named).collect::<Vec<_>>()
    };
    let choose = Callback::new(move |choice: Option<u32>| {
        chosen.set(choice);
        missing.set(false);
        match choice {
            Some(choice) => preparation.ask(action(choice)),
            None => preparation.forget(),
        }
    });
    let start = Callback::new(move |()| match chosen.get_untracked() {
        Some(choice) if untrack(|| hindrance(preparation)).is_none() => {
            preparation.start(action(choice), close);
        }
        Some(_) => {}
        None => missing.set(true),
    });
    let actions = move || actions(preparation, close, move || t!("app-apply"));
    view! {
        <Dialog
            title=Signal::derive(move || t!("category-title", count = preparation.count()))
            on_close=close
            on_submit=start
            actions=actions
        >
            <Combobox
                label=Signal::derive(move || t!("column-category"))
                placeholder=Signal::derive(move || t!("category-hint"))
                options=Signal::derive(options)
                value=chosen
                on_choose=choose
                error=Signal::derive(move || missing.get().then(|| t!("category-missing")))
            />
            {summary(preparation, move |count| match chosen.get_untracked() {
                Some(0) => t!("category-clearing", count = count),
                _ => t!("category-changing", count = count),
            })}
        </Dialog>
    }
}
