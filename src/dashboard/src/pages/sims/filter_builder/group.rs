//! A group: how many of its parts have to hold, and the parts.

use super::condition;
use super::editor::{Editor, element_id, focus_field};
use crate::behaviour::filter_draft::{Draft, Group, Matches, NodeId};
use crate::t;
use crate::ui::button::{Button, ButtonVariant, IconButton};
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use leptos::prelude::*;

/// A group with all inside it.
pub fn group(editor: Editor, id: NodeId) -> AnyView {
    let draft = editor.draft;
    let this = move || draft.with(|draft| draft.group(id).cloned());
    let parts = Memo::new(move |_| this().map(|group| group.parts).unwrap_or_default());
    let matches = Memo::new(move |_| this().map_or(Matches::All, |group: Group| group.matches));
    let inner = id != Draft::ROOT;
    let add = move |add: fn(&mut Draft, NodeId) -> Option<NodeId>| {
        Callback::new(move |()| {
            if let Some(new) = editor.edit(|draft| add(draft, id)) {
                focus_field(new);
            }
        })
    };
    let can_nest = draft.with_untracked(|draft| draft.can_nest(id));
    let is_empty = move || parts.with(Vec::is_empty);
    view! {
        <div
            id=element_id(id)
            class="filter-group"
            class:is-inner=inner
            role="group"
            aria-label=move || if inner { t!("condition-group") } else { t!("conditions") }
        >
            <div class="filter-group__head">
                <SelectField
                    label=Signal::derive(move || t!("matches"))
                    options=Signal::derive(|| {
                        Matches::ALL.iter().map(|&matches| (code(matches).to_owned(), words(matches))).collect::<Vec<_>>()
                    })
                    value=Signal::derive(move || code(matches.get()).to_owned())
                    on_change=Callback::new(move |chosen: String| {
                        let chosen = Matches::ALL.into_iter().find(|&matches| code(matches) == chosen);
                        editor.edit(|draft| chosen.into_iter().for_each(|matches| draft.set_matches(id, matches)));
                    })
                />
                {inner.then(|| view! {
                    <IconButton
                        label=move || t!("remove-group")
                        icon=IconName::Trash
                        on_press=Callback::new(move |()| remove(editor, id))
                    />
                })}
            </div>
            <For each=move || parts.get() key=|part| *part children=move |part| {
                if draft.with_untracked(|draft| draft.group(part).is_some()) {
                    group(editor, part)
                } else {
                    let number = Memo::new(move |_| {
                        parts.with(|parts| parts.iter().position(|&other| other == part)).unwrap_or_default() + 1
                    });
                    condition::condition(editor, part, number.into()).into_any()
                }
            }/>
            <p class="field__hint" hidden=move || !is_empty()>{move || t!("no-conditions")}</p>
            <div class="filter-group__add">
                <Button variant=ButtonVariant::Bare icon=IconName::Plus on_press=add(Draft::add_condition)>
                    {move || t!("add-condition")}
                </Button>
                {can_nest.then(|| view! {
                    <Button variant=ButtonVariant::Bare icon=IconName::Plus on_press=add(Draft::add_group)>
                        {move || t!("add-group")}
                    </Button>
                })}
            </div>
        </div>
    }
    .into_any()
}

/// Takes a part out; the focus goes to what stands in its place.
pub fn remove(editor: Editor, id: NodeId) {
    let neighbour = editor.edit(|draft| draft.remove(id));
    focus_field(neighbour.unwrap_or(Draft::ROOT));
}

fn code(matches: Matches) -> &'static str {
    match matches {
        Matches::All => "all",
        Matches::Any => "any",
        Matches::None => "none",
        Matches::NotAll => "not_all",
    }
}

fn words(matches: Matches) -> String {
    match matches {
        Matches::All => t!("matches-all"),
        Matches::Any => t!("matches-any"),
        Matches::None => t!("matches-none"),
        Matches::NotAll => t!("matches-not-all"),
    }
}
