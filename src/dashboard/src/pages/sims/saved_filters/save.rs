//! "Save filter…": a name, and who sees it.

use super::view_now;
use crate::pages::sims::context::SimsPage;
use crate::pages::sims::filter_words;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::checkbox::Checkbox;
use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, IdempotencyKey};
use contract::filter::NewFilter;
use leptos::prelude::*;
use std::sync::Arc;

/// Opens the dialog for the list as it is now.
pub fn save(page: SimsPage) {
    page.dialogs.open(move |close| dialog(page, close).into_any());
}

fn dialog(page: SimsPage, close: Callback<()>) -> impl IntoView {
    let words = page.list.query.with_untracked(|query| {
        page.estate.accounts().with_untracked(|accounts| filter_words::filter(&query.filter, accounts))
    });
    let name = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let with_columns = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let error = RwSignal::new(None::<Arc<Error>>);
    let key = StoredValue::new_local(IdempotencyKey::new());
    let account = page.session.user().map(|user| user.account_id);
    let account = move || {
        account.map(|id| page.estate.accounts().with(|tree| tree.name(id).to_owned())).unwrap_or_default()
    };
    let name_error = Signal::derive(move || {
        if missing.get() {
            return Some(t!("saved-filter-name-missing"));
        }
        error.with(|error| error.as_ref()?.field("/name")).map(text::field_problem)
    });
    let submit = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        missing.set(name.with_untracked(|name| name.trim().is_empty()));
        if missing.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        let new = NewFilter {
            name: name.get_untracked(),
            shared: shared.get_untracked(),
            view: view_now(page, with_columns.get_untracked()),
        };
        page.scope.spawn(async move {
            let saved = page.saved.save(new, key.get_value()).await;
            busy.try_set(false);
            match saved {
                Ok(saved) => {
                    page.toasts
                        .show(Toast::new(ToastKind::Success, t!("saved-filter-saved", name = saved.name)));
                    close.try_run(());
                }
                Err(failed) => {
                    // What is sent next may be another thing.
                    key.try_set_value(IdempotencyKey::new());
                    error.try_set(Some(Arc::new(failed)));
                }
            }
        });
    });
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("saved-filter-save")}</Button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(|| t!("save-filter-title"))
            on_close=close
            on_submit=submit
            actions=actions
        >
            <p class="preview__detail">{words}</p>
            <TextField
                label=Signal::derive(|| t!("saved-filter-name"))
                value=name
                on_input=Callback::new(move |text| {
                    name.set(text);
                    missing.set(false);
                })
                error=name_error
                required=true
            />
            <Checkbox
                label=Signal::derive(move || t!("saved-filter-share", account = account()))
                checked=shared
                on_change=Callback::new(move |on: bool| shared.set(on))
            />
            <Checkbox
                label=Signal::derive(|| t!("saved-filter-columns"))
                checked=with_columns
                on_change=Callback::new(move |on: bool| with_columns.set(on))
            />
            {move || error.get().filter(|_| name_error.with(Option::is_none)).map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            })}
        </Dialog>
    }
}
