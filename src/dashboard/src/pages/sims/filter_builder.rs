//! "Filter builder": a filter put together by hand or typed, with the number of SIMs that match while one does.

mod condition;
mod editor;
mod group;
mod text_form;
mod values;

use super::context::SimsPage;
use crate::behaviour::filter_draft::Draft;
use crate::t;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use domain::filter::Filter;
use editor::Editor;
use leptos::prelude::*;

/// Opens the builder on the filter of the list.
pub fn open(page: SimsPage) {
    let filter = page.list.query.with_untracked(|query| query.filter.clone());
    let apply = move |filter| page.list.change_filter(|query| query.filter = filter);
    page.dialogs.open(move |close| builder(page, Title::Builder, &filter, apply, close).into_any());
}

/// Opens the builder on one of the conditions that hold together.
pub fn open_part(page: SimsPage, at: usize) {
    let parts = page.list.query.with_untracked(|query| query.filter.parts().to_vec());
    let Some(part) = parts.get(at).cloned() else { return };
    let apply = move |filter: Filter| {
        let mut parts = parts;
        parts[at] = filter;
        page.list.change_filter(|query| query.filter = Filter::all_of(parts));
    };
    page.dialogs.open(move |close| builder(page, Title::Part, &part, apply, close).into_any());
}

#[derive(Clone, Copy)]
enum Title {
    Builder,
    Part,
}

fn builder(
    page: SimsPage,
    title: Title,
    filter: &Filter,
    apply: impl FnOnce(Filter) + Send + Sync + 'static,
    close: Callback<()>,
) -> impl IntoView {
    let editor = Editor::new(page, filter);
    let apply = StoredValue::new(Some(apply));
    let submit = Callback::new(move |()| {
        if let Some(filter) = editor.finish()
            && let Some(apply) = apply.try_update_value(Option::take).flatten()
        {
            close.run(());
            apply(filter);
        }
    });
    let actions = move || {
        view! {
            <p class="filter-builder__count" role="status">
                {move || {
                    let (count, total) = editor.count();
                    t!("live-count", count = count, total = total)
                }}
            </p>
            <Button on_press=Callback::new(move |()| editor.clear())>{move || t!("filter-clear")}</Button>
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true>{move || t!("app-apply")}</Button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || match title {
                Title::Builder => t!("filter-builder"),
                Title::Part => t!("edit-condition"),
            })
            on_close=close
            on_submit=submit
            wide=true
            actions=actions
        >
            {group::group(editor, Draft::ROOT)}
            {text_form::text_form(editor)}
        </Dialog>
    }
}
