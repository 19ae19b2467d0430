//! The code beside a password: from the authenticator app, or a recovery code in its place.

use crate::behaviour::ids;
use crate::t;
use leptos::html::Input;
use leptos::prelude::*;

/// What stands in the field, and which kind of code it is for.
#[derive(Clone, Copy)]
pub struct CodeEntry {
    pub field: NodeRef<Input>,
    recovery: RwSignal<bool>,
    missing: RwSignal<bool>,
}

impl CodeEntry {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        Self { field: NodeRef::new(), recovery: RwSignal::new(false), missing: RwSignal::new(false) }
    }

    /// The code as it was typed; when there is none, the field says so and gets the focus.
    pub fn read(self) -> Option<String> {
        let field = self.field.get_untracked()?;
        let code = field.value().trim().to_owned();
        self.missing.set(code.is_empty());
        if code.is_empty() {
            let _ = field.focus();
            return None;
        }
        Some(code)
    }

    /// Puts the focus into the field, so that typing replaces what stands there.
    pub fn select(self) {
        if let Some(field) = self.field.get_untracked() {
            let _ = field.focus();
            field.select();
        }
    }

    /// Empty, for a code of the app.
    pub fn reset(self) {
        self.recovery.set(false);
        self.clear();
    }

    fn clear(self) {
        self.missing.set(false);
        if let Some(field) = self.field.get_untracked() {
            field.set_value("");
        }
    }

    fn switch(self) {
        self.recovery.update(|recovery| *recovery = !*recovery);
        self.clear();
        self.select();
    }
}

/// The field. Its value stays in the element, where a browser may fill it in.
#[component]
pub fn CodeField(
    entry: CodeEntry,
    /// What is wrong with the code that was sent.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// For the first code of an app, which nothing can stand in for.
    #[prop(optional)]
    app_only: bool,
) -> impl IntoView {
    let (id, error_id) = (ids::unique("code"), ids::unique("error"));
    let recovery = entry.recovery;
    let error =
        Memo::new(
            move |_| if entry.missing.get() { Some(t!("two-factor-code-missing")) } else { error.get() },
        );
    let described_by = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    let label = move || if recovery.get() { t!("two-factor-recovery-code") } else { t!("two-factor-code") };
    let other = move || if recovery.get() { t!("two-factor-use-app") } else { t!("two-factor-use-recovery") };
    view! {
        <div class="credential">
            <label class="credential__label" for=id.clone()>
                {label}
            </label>
            <div class="credential__box">
                <input
                    node_ref=entry.field
                    id=id
                    class="credential__input credential__input--code"
                    name="code"
                    type="text"
                    inputmode=move || if recovery.get() { "text" } else { "numeric" }
                    autocomplete=move || if recovery.get() { "off" } else { "one-time-code" }
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=described_by
                />
            </div>
            <p id=error_id class="credential__error">
                {move || error.get()}
            </p>
            {(!app_only).then(|| view! {
                <button type="button" class="credential__other" on:click=move |_| entry.switch()>
                    {other}
                </button>
            })}
        </div>
    }
}
