//! Label and note of the SIM, edited in place. What someone else has written meanwhile is shown beside what was typed.

use super::{Details, Loaded};
use crate::behaviour::focus::button_once_drawn;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::field::{TextArea, TextField};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, Tagged};
use contract::problem::ProblemCode;
use contract::sim::SimPatch;
use domain::estate::order::Column;
use domain::permission::Permission;
use domain::sim::Sim;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// An edit under way.
#[derive(Clone, Copy)]
struct Edit {
    details: Details,
    /// The SIM as it was when the edit began, or when someone else's change to it was seen.
    from: StoredValue<Arc<Tagged<Sim>>>,
    label: RwSignal<String>,
    note: RwSignal<String>,
    saving: RwSignal<bool>,
    error: RwSignal<Option<Arc<Error>>>,
    /// The SIM with what someone else has written meanwhile.
    theirs: RwSignal<Option<Arc<Tagged<Sim>>>>,
    end: Callback<()>,
}

/// The texts, with a button to edit them where the role allows it.
pub fn texts(details: Details) -> impl IntoView {
    let editing = RwSignal::new(None::<Arc<Tagged<Sim>>>);
    let button = NodeRef::<html::Button>::new();
    // The form that had the focus goes; the button it came from is there again.
    let end = Callback::new(move |()| {
        editing.set(None);
        button_once_drawn(button);
    });
    let hindrance =
        Signal::derive(move || details.of(|sim| sim.status.editable().err()).flatten().map(text::reason));
    view! {
        <section class="sim-details__texts" aria-label=move || t!("label-and-note")>
            {move || match editing.get() {
                Some(from) => form(Edit::new(details, from, end)).into_any(),
                None => view! {
                    <dl class="sim-details__fields">
                        {shown(details, Column::Label, |sim| sim.label.clone())}
                        {shown(details, Column::Note, |sim| sim.note.clone())}
                    </dl>
                    <Show when=move || details.page.session.may(Permission::EditNotes)>
                        <Button
                            icon=IconName::Edit
                            node_ref=button
                            disabled_reason=hindrance
                            on_press=Callback::new(move |()| editing.set(untrack(|| details.known())))
                        >
                            {move || t!("edit-label-and-note")}
                        </Button>
                    </Show>
                }
                .into_any(),
            }}
        </section>
    }
}

fn shown(details: Details, column: Column, read: fn(&Sim) -> String) -> impl IntoView {
    let value = Memo::new(move |_| details.of(read).unwrap_or_default());
    view! {
        <div>
            <dt>{move || text::column(column)}</dt>
            <dd class="sim-details__text" class:is-empty=move || value.with(String::is_empty)>
                {move || if value.with(String::is_empty) { "–".to_owned() } else { value.get() }}
            </dd>
        </div>
    }
}

impl Edit {
    fn new(details: Details, from: Arc<Tagged<Sim>>, end: Callback<()>) -> Self {
        Self {
            details,
            label: RwSignal::new(from.value.label.clone()),
            note: RwSignal::new(from.value.note.clone()),
            from: StoredValue::new(from),
            saving: RwSignal::new(false),
            error: RwSignal::new(None),
            theirs: RwSignal::new(None),
            end,
        }
    }

    fn save(self) {
        if self.saving.get_untracked() {
            return;
        }
        self.saving.set(true);
        self.error.set(None);
        self.theirs.set(None);
        self.details.scope.spawn(async move {
            let saved = self.send().await;
            self.saving.set(false);
            match saved {
                Ok(Some(sim)) => {
                    self.details.loaded.set(Loaded::Known(Arc::new(sim)));
                    self.details.page.estate.follow();
                    self.details.page.toasts.show(Toast::new(ToastKind::Success, t!("texts-saved")));
                    self.end.run(());
                }
                Ok(None) => {}
                Err(error) => self.error.set(Some(Arc::new(error))),
            }
        });
    }

    /// Sends what was typed, until it is taken or someone else has written something too: then there is nothing.
    async fn send(self) -> Result<Option<Tagged<Sim>>, Error> {
        let id = self.details.id;
        let session = self.details.page.session;
        let patch = SimPatch {
            label: Some(self.label.get_untracked()),
            note: Some(self.note.get_untracked()),
            ..SimPatch::default()
        };
        loop {
            let from = self.from.get_value();
            let ask = |api: client::Api| {
                let (patch, tag) = (patch.clone(), from.etag.clone());
                async move { api.patch_sim(id, &patch, &tag).await }
            };
            match session.call(ask).await {
                Err(error) if error.code() == Some(ProblemCode::Stale) => {}
                saved => return saved.map(Some),
            }
            let now = Arc::new(session.call(move |api| async move { api.sim(id).await }).await?);
            let texts = |sim: &Sim| (sim.label.clone(), sim.note.clone());
            let is_other = texts(&now.value) != texts(&from.value);
            self.from.set_value(now.clone());
            // When it was something else that changed, what was typed takes nothing from anybody.
            if is_other {
                self.theirs.set(Some(now));
                return Ok(None);
            }
        }
    }

    fn field_error(self, pointer: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.error
                .with(|error| error.as_ref().and_then(|error| error.field(pointer)).map(text::field_problem))
        })
    }
}

fn form(edit: Edit) -> impl IntoView {
    let first = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(first) = first.get() {
            let _ = first.focus();
        }
    });
    // What is said at a field is not said again below.
    let failed = move || {
        let error = edit.error.get()?;
        let told = ["/label", "/note"].iter().any(|pointer| error.field(pointer).is_some());
        (!told).then(|| {
            view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            }
        })
    };
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                edit.save();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    edit.end.run(());
                }
            }
        >
            <TextField
                label=Signal::derive(|| text::column(Column::Label))
                value=edit.label
                on_input=Callback::new(move |text| edit.label.set(text))
                error=edit.field_error("/label")
                node_ref=first
            />
            <TextArea
                label=Signal::derive(|| text::column(Column::Note))
                value=edit.note
                on_input=Callback::new(move |text| edit.note.set(text))
                error=edit.field_error("/note")
            />
            {failed}
            {conflict(edit)}
            <div class="sim-details__acts">
                <Button on_press=edit.end>{move || t!("app-cancel")}</Button>
                <Button variant=ButtonVariant::Primary submit=true busy=edit.saving>{move || t!("app-apply")}</Button>
            </div>
        </form>
    }
}

fn conflict(edit: Edit) -> impl IntoView {
    let words = |label: &str, note: &str| t!("label-and-note-values", label = label, note = note);
    move || {
        edit.theirs.get().map(|sim| {
            let theirs = words(&sim.value.label, &sim.value.note);
            let yours = move || edit.label.with(|label| edit.note.with(|note| words(label, note)));
            let keep = Callback::new(move |()| {
                edit.details.loaded.set(Loaded::Known(sim.clone()));
                edit.end.run(());
            });
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{t!("changed-meanwhile")}</p>
                    <dl class="sim-details__conflict">
                        <dt>{t!("theirs")}</dt><dd>{theirs}</dd>
                        <dt>{t!("yours")}</dt><dd>{yours}</dd>
                    </dl>
                    <Button on_press=keep>{move || t!("keep-theirs")}</Button>
                    <Button variant=ButtonVariant::Primary on_press=Callback::new(move |()| edit.save())>
                        {move || t!("apply-mine")}
                    </Button>
                </Notice>
            }
        })
    }
}
