//! A row: the colour, the name, where it is from, how many SIMs have it, and what can be done to it.

use super::naming::{Naming, name_field};
use super::{LabelsPage, add, delete, merge, recolour, words};
use crate::behaviour::focus;
use crate::state::address::Query;
use crate::t;
use crate::text::format;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::label_chip::{self, label_chip};
use contract::label::Label;
use domain::filter::{ChoiceField, Filter};
use domain::label::LabelKind;
use leptos::html;
use leptos::prelude::*;

pub fn row(page: LabelsPage, label: Memo<Label>, may_change: Memo<bool>) -> impl IntoView {
    let naming = Naming::new();
    let rename = NodeRef::<html::Button>::new();
    // The field has gone: the focus returns to what opened it.
    let renamed = Callback::new(move |()| focus::button_once_drawn(rename));
    let name = move || label.with(|label| label.name.clone());
    let hindrance = Signal::derive(move || label.with(LabelsPage::hindrance));
    let acts = move || {
        view! {
            <td class="labels__acts">
                <IconButton
                    icon=IconName::Edit
                    label=Signal::derive(move || t!("label-rename", name = name()))
                    disabled_reason=hindrance
                    node_ref=rename
                    on_press=Callback::new(move |()| naming.begin(name()))
                />
                <IconButton
                    icon=IconName::Link
                    label=Signal::derive(move || t!("label-merge", name = name()))
                    disabled_reason=hindrance
                    on_press=Callback::new(move |()| merge::open(page, label.get_untracked()))
                />
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || t!("label-delete", name = name()))
                    disabled_reason=hindrance
                    on_press=Callback::new(move |()| delete::open(page, label.get_untracked()))
                />
            </td>
        }
    };
    view! {
        <tr class="labels__row">
            <th scope="row" class="labels__name">
                {swatch(page, label, may_change)}
                {move || match naming.is_open() {
                    true => name_field(page, label, naming, renamed).into_any(),
                    false => label.with(|label| label_chip(label.name.clone(), label.colour)).into_any(),
                }}
            </th>
            <td class="labels__sims">
                {move || {
                    let (href, sims) = label.with(|label| (sims_of(page, label), label.sims.unwrap_or(0)));
                    let words = t!("label-sim-count", count = sims);
                    let shown = format::count(sims);
                    view! {
                        <a href=href aria-label=words>{shown}</a>
                    }
                }}
            </td>
            <td class="labels__owner">{move || label.with(|label| owner(page, label))}</td>
            {move || may_change.get().then(acts)}
        </tr>
    }
}

/// The address of the list of SIMs that have it.
fn sims_of(page: LabelsPage, label: &Label) -> String {
    let field = match page.list.kind {
        LabelKind::Tag => ChoiceField::Tag,
        LabelKind::Category => ChoiceField::Category,
    };
    let topmost = page.accounts.topmost();
    let query = Query {
        account: label.account_id.filter(|&account| Some(account) != topmost),
        filter: Filter::Choice { field, any_of: vec![label.name.clone()] },
        ..Query::default()
    };
    format!("sims{}", query.write(|_| None))
}

/// Which account it is from.
fn owner(page: LabelsPage, label: &Label) -> String {
    match (label.id, label.account_id) {
        (None, _) => t!("label-of-none"),
        (Some(_), None) => t!("label-of-above"),
        (Some(_), Some(account)) => page.accounts.tree().with(|tree| tree.name(account).to_owned()),
    }
}

/// The colour, and for those who may, the way to another one. What no account defines gets its place in the list by it.
fn swatch(page: LabelsPage, label: Memo<Label>, may_change: Memo<bool>) -> impl IntoView {
    let dot = move || {
        let class = label.with(|label| label_chip::class(label.colour));
        view! { <span class=format!("{class} is-dot") aria-hidden="true"></span> }
    };
    let words = move || {
        label.with(|label| {
            let colour = label.colour.map_or_else(|| t!("colour-none"), words::colour);
            t!("label-colour-of", name = label.name.clone(), colour = colour)
        })
    };
    let open = move |_| {
        let label = label.get_untracked();
        match (label.id, label.account_id) {
            (None, _) => add::open_named(page, label.name),
            (Some(_), Some(_)) => recolour::open(page, label),
            (Some(_), None) => {}
        }
    };
    let changes =
        move || may_change.get() && label.with(|label| label.id.is_none() || label.account_id.is_some());
    move || {
        match changes() {
        true => view! {
            <button type="button" class="icon-button labels__swatch" aria-label=words title=words on:click=open>
                {dot}
            </button>
        }
        .into_any(),
        false => view! { <span class="labels__swatch">{dot}</span> }.into_any(),
    }
    }
}
