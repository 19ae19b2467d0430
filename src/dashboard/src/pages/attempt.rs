//! One attempt after another to sign in: the same on the page and in the dialog.

use crate::state::scope::Scope;
use crate::state::session::{SessionState, use_session};
use crate::t;
use crate::text;
use client::Error;
use contract::problem::ProblemCode;
use contract::session::Credentials;
use leptos::html::Input;
use leptos::prelude::*;

/// The state of the attempts. Fields keep what was typed, also after a failure.
#[derive(Clone, Copy)]
pub struct Attempt {
    session: SessionState,
    scope: Scope,
    pub email: NodeRef<Input>,
    pub password: NodeRef<Input>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Error>>,
    email_missing: RwSignal<bool>,
    password_missing: RwSignal<bool>,
}

impl Attempt {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        Self {
            session: use_session(),
            scope: Scope::new(),
            email: NodeRef::new(),
            password: NodeRef::new(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            email_missing: RwSignal::new(false),
            password_missing: RwSignal::new(false),
        }
    }

    /// Whether an answer is waited for.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// What is wrong with the e-mail.
    pub fn email_error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.email_missing.get().then(|| t!("email-missing")))
    }

    /// What is wrong with the password.
    pub fn password_error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.password_missing.get().then(|| t!("password-missing")))
    }

    /// Why the last attempt failed.
    pub fn failure(self) -> Option<String> {
        self.failure.with(|failure| failure.as_ref().map(text::problem))
    }

    /// Signs in with what stands in the fields. The first empty one gets the focus.
    pub fn submit(self) {
        let value =
            |field: NodeRef<Input>| field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let email = value(self.email).trim().to_owned();
        let password = value(self.password);
        if self.busy.get_untracked() {
            return;
        }
        self.email_missing.set(email.is_empty());
        self.password_missing.set(password.is_empty());
        if email.is_empty() {
            focus(self.email);
        } else if password.is_empty() {
            focus(self.password);
        } else {
            self.send(Credentials { email, password, code: None });
        }
    }

    fn send(self, credentials: Credentials) {
        self.busy.set(true);
        self.failure.set(None);
        self.scope.spawn(async move {
            let answer = self.session.sign_in(&credentials).await;
            self.busy.set(false);
            match answer {
                Ok(()) => clear(self.password),
                Err(error) => {
                    let is_wrong = error.code() == Some(ProblemCode::BadCredentials);
                    self.failure.set(Some(error));
                    if is_wrong {
                        select(self.password);
                    }
                }
            }
        });
    }
}

/// Puts the focus into a field, if it is there.
pub fn focus(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        let _ = field.focus();
    }
}

/// As [`focus`], so that typing replaces what stands there.
fn select(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        let _ = field.focus();
        field.select();
    }
}

fn clear(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        field.set_value("");
    }
}
