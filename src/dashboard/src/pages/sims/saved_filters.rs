//! "Saved filters": what a person saved of a list, to come back to it; private, or shared with the account.

mod row;
mod save;

pub use save::save;

use super::context::SimsPage;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, InitialFocus};
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use client::Error;
use contract::filter::View;
use leptos::prelude::*;
use std::sync::Arc;

/// The button that opens the list of them.
pub fn button(page: SimsPage) -> impl IntoView {
    view! {
        <button
            type="button"
            class="filter-bar__button"
            aria-haspopup="dialog"
            on:click=move |_| page.dialogs.open(move |close| list(page, close).into_any())
        >
            <Icon name=IconName::Filters/>
            <span class="filter-bar__words">{move || t!("saved-filters")}</span>
        </button>
    }
}

fn list(page: SimsPage, close: Callback<()>) -> impl IntoView {
    let error = RwSignal::new(None::<Arc<Error>>);
    let read = move || {
        error.set(None);
        page.scope.spawn(async move {
            if let Err(failed) = page.saved.read().await {
                error.try_set(Some(Arc::new(failed)));
            }
        });
    };
    read();
    let items = page.saved.items();
    let ids = Memo::new(move |_| {
        items.with(|items| items.iter().flatten().map(|filter| filter.id).collect::<Vec<_>>())
    });
    let reading = move || items.with(Option::is_none) && error.with(Option::is_none);
    let actions = move || {
        view! {
            <Button on_press=Callback::new(move |()| save(page))>{move || t!("save-filter")}</Button>
            <Button on_press=close>{move || t!("app-close")}</Button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(|| t!("saved-filters"))
            on_close=close
            initial_focus=InitialFocus::FirstAction
            actions=actions
        >
            <Show when=reading>
                <Progress label=t!("saved-filters") value=0 max=1/>
            </Show>
            {move || error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| read())>{move || t!("app-retry")}</Button>
                </Notice>
            })}
            <p class="field__hint" hidden=move || reading() || !ids.with(Vec::is_empty)>
                {move || t!("saved-filter-none")}
            </p>
            <ul class="saved-filters" hidden=move || ids.with(Vec::is_empty)>
                <For each=move || ids.get() key=|id| *id children=move |id| row::row(page, id, close)/>
            </ul>
        </Dialog>
    }
}

/// What the list shows now, as it is saved, with or without its columns.
fn view_now(page: SimsPage, with_columns: bool) -> View {
    page.list.query.with_untracked(|query| View {
        filter: query.filter.clone(),
        search: query.search.clone(),
        sort: query.sort.clone(),
        layout: with_columns.then(|| page.layout.shown().get_untracked()),
    })
}

/// Shows what was saved.
fn apply(page: SimsPage, view: View) {
    page.list.change_filter(|query| {
        query.filter = view.filter;
        query.search = view.search;
        query.sort = view.sort;
    });
    // Like those of a link: what the person arranged is there again when they leave it.
    if let Some(layout) = view.layout {
        page.layout.follow_link(Some(layout.columns));
    }
}
