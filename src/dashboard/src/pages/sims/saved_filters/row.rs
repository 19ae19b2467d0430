//! One saved filter: apply, update, rename, share, delete.

use super::{apply, view_now};
use crate::pages::sims::context::SimsPage;
use crate::pages::sims::filter_words;
use crate::state::saved_filters::NotChanged;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::field::TextField;
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::{MenuItem, MenuPlace, MenuRequest};
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use contract::filter::{FilterPatch, SavedFilter};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// What a change does to the filter.
#[derive(Clone)]
enum Change {
    Patch(FilterPatch),
    Delete,
}

/// What is shown of it.
#[derive(Clone)]
enum Mode {
    Shown,
    Renaming,
    Deleting,
    /// Someone else has changed it meanwhile: it, and what was to be done.
    Conflict(Box<SavedFilter>, Change),
}

/// A row and what it is doing.
#[derive(Clone, Copy)]
struct Row {
    page: SimsPage,
    filter: Memo<Option<SavedFilter>>,
    mode: RwSignal<Mode>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<Arc<Error>>>,
}

impl Row {
    fn change(self, seen: SavedFilter, change: Change) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        let saved = self.page.saved;
        self.page.scope.spawn(async move {
            let result = match &change {
                Change::Patch(patch) => saved.change(&seen, patch).await,
                Change::Delete => saved.delete(&seen).await,
            };
            // The row of a deleted filter is gone by now, and what it knew with it.
            self.busy.try_set(false);
            match result {
                Ok(()) => {
                    self.mode.try_set(Mode::Shown);
                    self.page.live.say(match change {
                        Change::Delete => t!("saved-filter-deleted", name = seen.name),
                        Change::Patch(_) => t!("saved-filter-updated", name = seen.name),
                    });
                }
                Err(NotChanged::Stale(now)) => {
                    self.mode.try_set(Mode::Conflict(now, change));
                }
                Err(NotChanged::Failed(error)) => {
                    self.error.try_set(Some(error));
                }
            }
        });
    }

    /// Changes what is shown.
    fn patch(self, patch: FilterPatch) {
        if let Some(filter) = self.filter.get_untracked() {
            self.change(filter, Change::Patch(patch));
        }
    }
}

pub fn row(page: SimsPage, id: u32, close: Callback<()>) -> impl IntoView {
    let items = page.saved.items();
    let filter = Memo::new(move |_| {
        items.with(|items| items.iter().flatten().find(|filter| filter.id == id).cloned())
    });
    let row = Row {
        page,
        filter,
        mode: RwSignal::new(Mode::Shown),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    view! {
        <li class="saved-filter">
            {move || {
                let filter = filter.get()?;
                Some(match row.mode.get() {
                    Mode::Shown => shown(row, filter, close).into_any(),
                    Mode::Renaming => renaming(row, &filter).into_any(),
                    Mode::Deleting => deleting(row, filter).into_any(),
                    Mode::Conflict(now, change) => conflict(row, *now, change).into_any(),
                })
            }}
            {move || row.error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            })}
        </li>
    }
}

fn shown(row: Row, filter: SavedFilter, close: Callback<()>) -> impl IntoView {
    let page = row.page;
    let words = page.estate.accounts().with_untracked(|tree| filter_words::filter(&filter.view.filter, tree));
    let own = untrack(|| page.session.user()).is_some_and(|user| user.id == filter.owner.id);
    let whose = match (filter.shared, own) {
        (false, _) => None,
        (true, true) => Some(t!("saved-filter-shared")),
        (true, false) => Some(t!("saved-filter-shared-by", name = filter.owner.name.clone())),
    };
    let view = filter.view.clone();
    let (name, menu_name) = (filter.name.clone(), filter.name.clone());
    let can_edit = filter.can_edit;
    view! {
        <button
            type="button"
            class="saved-filter__apply"
            on:click=move |_| {
                close.run(());
                apply(page, view.clone());
            }
        >
            <span class="saved-filter__name">{name}</span>
            <span class="saved-filter__words">{words}</span>
        </button>
        {whose.map(|whose| view! { <span class="saved-filter__shared">{whose}</span> })}
        {can_edit.then(|| view! {
            <button
                type="button"
                class="icon-button"
                aria-haspopup="menu"
                aria-label=t!("saved-filter-actions", name = menu_name.clone())
                on:click=move |event| {
                    if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
                        open_menu(row, &filter, button);
                    }
                }
            >
                <Icon name=IconName::More/>
            </button>
        })}
    }
}

fn open_menu(row: Row, filter: &SavedFilter, button: web_sys::HtmlElement) {
    let (shared, has_columns) = (filter.shared, filter.view.layout.is_some());
    let item = |icon, label: String, action: Box<dyn Fn() + Send + Sync>| MenuItem {
        icon: Some(icon),
        ..MenuItem::new(label, action)
    };
    let update = move || {
        row.patch(FilterPatch { view: Some(view_now(row.page, has_columns)), ..FilterPatch::default() });
    };
    let share = move || row.patch(FilterPatch { shared: Some(!shared), ..FilterPatch::default() });
    let items = || {
        vec![
            item(IconName::Refresh, t!("saved-filter-update"), Box::new(update)).into(),
            item(IconName::Edit, t!("saved-filter-rename"), Box::new(move || row.mode.set(Mode::Renaming)))
                .into(),
            item(
                IconName::Users,
                if shared { t!("saved-filter-make-private") } else { t!("saved-filter-make-shared") },
                Box::new(share),
            )
            .into(),
            MenuItem {
                danger: true,
                ..item(
                    IconName::Trash,
                    t!("saved-filter-delete"),
                    Box::new(move || row.mode.set(Mode::Deleting)),
                )
            }
            .into(),
        ]
    };
    row.page.menus.open(|| MenuRequest {
        label: t!("saved-filter-actions", name = filter.name.clone()),
        items: items(),
        at: MenuPlace::Below(button.clone()),
        return_focus: Some(button),
    });
}

fn renaming(row: Row, filter: &SavedFilter) -> impl IntoView {
    let name = RwSignal::new(filter.name.clone());
    let error = Signal::derive(move || {
        if name.with(|name| name.trim().is_empty()) {
            return Some(t!("saved-filter-name-missing"));
        }
        row.error.with(|error| error.as_ref()?.field("/name")).map(text::field_problem)
    });
    let rename = move || {
        if name.with_untracked(|name| !name.trim().is_empty()) {
            row.patch(FilterPatch { name: Some(name.get_untracked()), ..FilterPatch::default() });
        }
    };
    view! {
        <div
            class="saved-filter__form"
            on:keydown=move |event| match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    rename();
                }
                "Escape" => {
                    event.prevent_default();
                    row.mode.set(Mode::Shown);
                }
                _ => {}
            }
        >
            <TextField
                label=Signal::derive(|| t!("saved-filter-name"))
                value=name
                on_input=Callback::new(move |text| name.set(text))
                error=error
            />
            <div class="saved-filter__acts">
                <Button on_press=Callback::new(move |()| row.mode.set(Mode::Shown))>{move || t!("app-cancel")}</Button>
                <Button variant=ButtonVariant::Primary busy=row.busy on_press=Callback::new(move |()| rename())>
                    {move || t!("saved-filter-save")}
                </Button>
            </div>
        </div>
    }
}

fn deleting(row: Row, filter: SavedFilter) -> impl IntoView {
    let shared = filter.shared;
    let question = t!("saved-filter-delete-question", name = filter.name.clone());
    let name = question.clone();
    view! {
        <div class="saved-filter__form" role="group" aria-label=name>
            <p>{question} {shared.then(|| format!(" {}", t!("saved-filter-delete-shared")))}</p>
            <div class="saved-filter__acts">
                <Button on_press=Callback::new(move |()| row.mode.set(Mode::Shown))>{move || t!("saved-filter-keep")}</Button>
                <Button
                    variant=ButtonVariant::Danger
                    busy=row.busy
                    on_press=Callback::new(move |()| row.change(filter.clone(), Change::Delete))
                >
                    {move || t!("saved-filter-delete")}
                </Button>
            </div>
        </div>
    }
}

fn conflict(row: Row, now: SavedFilter, change: Change) -> impl IntoView {
    let theirs = now.clone();
    let words =
        row.page.estate.accounts().with_untracked(|tree| filter_words::filter(&now.view.filter, tree));
    let take_theirs = move || {
        row.page.saved.put(theirs.clone());
        row.mode.set(Mode::Shown);
    };
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>{t!("saved-filter-conflict", name = now.name.clone())} " " {words}</p>
            <Button on_press=Callback::new(move |()| take_theirs())>{move || t!("saved-filter-take-theirs")}</Button>
            <Button
                variant=ButtonVariant::Primary
                busy=row.busy
                on_press=Callback::new(move |()| row.change(now.clone(), change.clone()))
            >
                {move || t!("saved-filter-overwrite")}
            </Button>
        </Notice>
    }
}
