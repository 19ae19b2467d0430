//! The list as a table, a row each.

use super::{LabelsPage, row, words};
use crate::t;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use contract::label::Label;
use leptos::prelude::*;

pub fn table(page: LabelsPage) -> impl IntoView {
    let kind = page.list.kind;
    let items = Memo::new(move |_| page.list.items().get().map(|items| (*items).clone()).unwrap_or_default());
    let read = Memo::new(move |_| page.list.items().with(Option::is_some));
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    let may_change = Memo::new(move |_| page.may_change());
    view! {
        {move || (read.get() && empty.get()).then(|| view! {
            <Empty icon=IconName::Tag text=Signal::derive(move || words::none(kind)) />
        })}
        <table class="labels__table" aria-label=move || words::plural(kind) hidden=move || empty.get()>
            <thead>
                <tr>
                    <th scope="col">{move || t!("label-name")}</th>
                    <th scope="col" class="labels__sims">{move || t!("label-sims")}</th>
                    <th scope="col">{move || t!("label-defined-by")}</th>
                    {move || may_change.get().then(|| view! {
                        <th scope="col"><span class="visually-hidden">{t!("label-acts")}</span></th>
                    })}
                </tr>
            </thead>
            <tbody>
                <For each=move || items.get() key=key children=move |label| {
                    // A row stays while what it shows is there, whatever becomes of that: the focus may be in it.
                    let first = label.clone();
                    let now = Memo::new(move |_| {
                        let same = |other: &&Label| key(other) == key(&first);
                        items.with(|items| items.iter().find(same).cloned()).unwrap_or_else(|| first.clone())
                    });
                    row::row(page, now, may_change)
                }/>
            </tbody>
        </table>
    }
}

/// What stays the same of it: its number, or the name where it has none.
fn key(label: &Label) -> (Option<u32>, Option<String>) {
    match label.id {
        Some(id) => (Some(id.0), None),
        None => (None, Some(label.name.clone())),
    }
}
