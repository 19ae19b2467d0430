//! Another name, typed in the row.

use super::LabelsPage;
use crate::behaviour::{focus, ids};
use crate::t;
use crate::text;
use contract::label::{Label, LabelPatch};
use domain::label::check_name;
use leptos::html;
use leptos::prelude::*;

/// The field in a row.
#[derive(Clone, Copy)]
pub struct Naming {
    open: RwSignal<bool>,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Naming {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// Asks for another name.
    pub fn begin(self, name: String) {
        self.text.set(name);
        self.error.set(None);
        self.open.set(true);
    }
}

/// The field, with what is wrong below it. `done` gets the focus to where it belongs.
pub fn name_field(page: LabelsPage, label: Memo<Label>, naming: Naming, done: Callback<()>) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let error_id = ids::unique("label-name-error");
    let described_by = {
        let id = error_id.clone();
        move || naming.error.with(Option::is_some).then(|| id.clone())
    };
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            focus::focus_quietly(&field);
            field.select();
        }
    });
    let close = move || {
        naming.open.try_set(false);
        done.try_run(());
    };
    let commit = move || {
        let (name, seen) = (naming.text.get_untracked().trim().to_owned(), label.get_untracked());
        if naming.busy.get_untracked() {
            return;
        }
        if name == seen.name {
            return close();
        }
        if let Err(bad) = check_name(&name) {
            naming.error.set(Some(text::field_problem(bad.into())));
            return;
        }
        let (Some(id), Some(etag)) = (seen.id, seen.etag) else { return };
        naming.busy.set(true);
        naming.error.set(None);
        page.list.scope.spawn(async move {
            let patch = LabelPatch { name: Some(name.clone()), ..LabelPatch::default() };
            let changed = page.list.change(id, &etag, &patch).await;
            naming.busy.try_set(false);
            match changed {
                Ok(_) => {
                    page.live.say(t!("label-renamed", before = seen.name, name = name));
                    close();
                }
                Err(error) => {
                    naming.error.try_set(Some(text::refused(&error)));
                }
            }
        });
    };
    view! {
        <span class="labels__field">
            <input
                node_ref=field
                class="labels__input"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=move || t!("label-name")
                readonly=move || naming.busy.get()
                aria-busy=move || naming.busy.get().then_some("true")
                aria-invalid=move || naming.error.with(Option::is_some).then_some("true")
                aria-describedby=described_by
                prop:value=move || naming.text.get()
                on:input=move |event| {
                    naming.text.set(event_target_value(&event));
                    naming.error.set(None);
                }
                on:keydown=move |event| match event.key().as_str() {
                    "Enter" if !event.is_composing() => {
                        event.prevent_default();
                        commit();
                    }
                    "Escape" => {
                        event.prevent_default();
                        close();
                    }
                    _ => {}
                }
            />
            <span id=error_id class="labels__error" role="alert" hidden=move || naming.error.with(Option::is_none)>
                {move || naming.error.get()}
            </span>
        </span>
    }
}
