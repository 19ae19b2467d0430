//! What a form says about being saved.

use crate::t;
use crate::text;
use crate::ui::icon::{Icon, IconName};
use crate::ui::live::use_live;
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use contract::problem::FieldCode;
use leptos::prelude::*;
use std::sync::Arc;

/// How far saving is.
#[derive(Clone, Copy)]
pub struct Saving {
    busy: RwSignal<bool>,
    error: RwSignal<Option<Arc<Error>>>,
    done: RwSignal<bool>,
}

impl Saving {
    /// To be called in the body of what is saved.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), error: RwSignal::new(None), done: RwSignal::new(false) }
    }

    /// Whether the answer is waited for.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Begins, unless it has begun already.
    pub fn begin(self) -> bool {
        if self.busy.get_untracked() {
            return false;
        }
        self.busy.set(true);
        self.error.set(None);
        self.done.set(false);
        true
    }

    /// Ends with what came of it.
    pub fn end(self, outcome: Result<(), Error>) {
        self.busy.set(false);
        self.done.set(outcome.is_ok());
        self.error.set(outcome.err().map(Arc::new));
    }

    /// Ends without having saved: there is something to decide first.
    pub fn pause(self) {
        self.busy.set(false);
    }

    /// What stands in the fields is no longer what was saved or refused.
    pub fn edited(self) {
        self.done.set(false);
        self.error.set(None);
    }

    /// Why it was not saved.
    pub fn error(self) -> Signal<Option<Arc<Error>>> {
        self.error.into()
    }

    /// What the API says about a field.
    pub fn field(self, pointer: &str) -> Option<FieldCode> {
        self.error.with(|error| error.as_ref()?.field(pointer))
    }
}

/// Says that something is done: for eyes here, for ears in the page's live region.
#[component]
pub fn Done(#[prop(into)] is_done: Signal<bool>, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let live = use_live();
    Effect::new(move || {
        if is_done.get() {
            live.say(untrack(|| text.get()));
        }
    });
    view! {
        <Show when=move || is_done.get()>
            <p class="saved">
                <Icon name=IconName::Success />
                {move || text.get()}
            </p>
        </Show>
    }
}

/// Says that it is saved, or why not. What is wrong with a field of `fields` is said there.
#[component]
pub fn Outcome(
    saving: Saving,
    #[prop(into)] done: Signal<String>,
    #[prop(default = &[])] fields: &'static [&'static str],
) -> impl IntoView {
    view! {
        <Done is_done=saving.done text=done />
        {failure_of(saving, fields)}
    }
}

/// Why it is not saved, unless that is said at one of `fields`.
pub fn failure_of(saving: Saving, fields: &'static [&'static str]) -> impl IntoView {
    let failure = move || {
        let error = saving.error.get()?;
        let said_there = fields.iter().any(|field| error.field(field).is_some());
        (!said_there).then_some(error)
    };
    move || {
        failure().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("not-saved")} " " {text::problem(&error)}</p>
                </Notice>
            }
        })
    }
}
