//! What the person proves to be itself with: the password, and a code where one is asked for.

use crate::pages::code_entry::{CodeEntry, CodeField};
use crate::pages::password_field::PasswordField;
use crate::t;
use crate::text;
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;

/// The fields, and what came of sending them.
#[derive(Clone, Copy)]
pub struct Proof {
    password: NodeRef<Input>,
    missing: RwSignal<bool>,
    code: Option<CodeEntry>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Arc<Error>>>,
}

impl Proof {
    /// To be called in the body of a component.
    pub fn new(with_code: bool) -> Self {
        let password = NodeRef::<Input>::new();
        password.on_load(|field| {
            let _ = field.focus();
        });
        Self {
            password,
            missing: RwSignal::new(false),
            code: with_code.then(CodeEntry::new),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Whether an answer is waited for.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What was typed, unless an answer is waited for or something is missing: then the field says so.
    pub fn begin(self) -> Option<(String, Option<String>)> {
        if self.busy.get_untracked() {
            return None;
        }
        let field = self.password.get_untracked()?;
        let password = field.value();
        self.missing.set(password.is_empty());
        if password.is_empty() {
            let _ = field.focus();
            return None;
        }
        let code = match self.code {
            Some(code) => Some(code.read()?),
            None => None,
        };
        self.failure.set(None);
        self.busy.set(true);
        Some((password, code))
    }

    /// Ends with what came of it. What is wrong stands at its field, which gets the focus.
    pub fn end(self, failure: Option<Error>) {
        self.busy.set(false);
        let at = |pointer| failure.as_ref().is_some_and(|error| error.field(pointer).is_some());
        if at("/password")
            && let Some(field) = self.password.get_untracked()
        {
            let _ = field.focus();
            field.select();
        } else if let Some(code) = self.code.filter(|_| at("/code")) {
            code.select();
        }
        self.failure.set(failure.map(Arc::new));
    }

    fn field(self, pointer: &str) -> Option<String> {
        self.failure.with(|failure| failure.as_ref()?.field(pointer).map(text::field_problem))
    }

    /// The fields, and below them what none of them says.
    pub fn view(self) -> impl IntoView {
        let password_error = Signal::derive(move || {
            if self.missing.get() { Some(t!("password-missing")) } else { self.field("/password") }
        });
        let code_error = Signal::derive(move || self.field("/code"));
        let elsewhere = move || {
            let failure = self.failure.get()?;
            let at_field = ["/password", "/code"].iter().any(|pointer| failure.field(pointer).is_some());
            // With an empty pointer: about the request as a whole.
            let words = failure.field("").map_or_else(|| text::problem(&failure), text::field_problem);
            (!at_field).then_some(words)
        };
        view! {
            <PasswordField node_ref=self.password error=password_error />
            {self.code.map(|entry| view! { <CodeField entry error=code_error /> })}
            {move || elsewhere().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })}
        }
    }
}
