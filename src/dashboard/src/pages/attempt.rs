//! One attempt after another to sign in: the same on the page and in the dialog. After the password a code is asked for,
//! where the person has set that up.

use super::code_entry::{CodeEntry, CodeField};
use crate::behaviour::focus::once_drawn;
use crate::state::scope::Scope;
use crate::state::session::{SessionState, use_session};
use crate::t;
use crate::text;
use client::Error;
use contract::problem::ProblemCode;
use contract::session::{Carrier, Credentials};
use leptos::html::Input;
use leptos::prelude::*;

/// The state of the attempts. Fields keep what was typed, also after a failure and while the code is asked for.
#[derive(Clone, Copy)]
pub struct Attempt {
    session: SessionState,
    scope: Scope,
    pub email: NodeRef<Input>,
    pub password: NodeRef<Input>,
    code: CodeEntry,
    asks_code: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Error>>,
    email_missing: RwSignal<bool>,
    password_missing: RwSignal<bool>,
}

impl Attempt {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        let code = CodeEntry::new();
        // Each time the field comes onto the page.
        Effect::new(move || {
            if code.field.get().is_some() {
                focus(code.field);
            }
        });
        Self {
            session: use_session(),
            scope: Scope::new(),
            email: NodeRef::new(),
            password: NodeRef::new(),
            code,
            asks_code: RwSignal::new(false),
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

    /// Whether the password was right and a code is asked for.
    pub fn asks_code(self) -> bool {
        self.asks_code.get()
    }

    /// What is wrong with the e-mail.
    pub fn email_error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.email_missing.get().then(|| t!("email-missing")))
    }

    /// What is wrong with the password.
    pub fn password_error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.password_missing.get().then(|| t!("password-missing")))
    }

    /// What stands in the field for the e-mail.
    pub fn typed_email(self) -> String {
        self.email.get_untracked().map(|field| field.value().trim().to_owned()).unwrap_or_default()
    }

    /// Why the last attempt failed, unless the field of the code says it.
    pub fn failure(self) -> Option<String> {
        self.failure.with(|failure| failure.as_ref().filter(|error| !is_about_code(error)).map(text::problem))
    }

    /// What is asked for after the password.
    pub fn code_step(self) -> impl IntoView {
        let error = Signal::derive(move || {
            self.failure
                .with(|failure| failure.as_ref().filter(|error| is_about_code(error)).map(text::problem))
        });
        view! {
            <Show when=move || self.asks_code.get()>
                <p class="sign-in__ask">{move || t!("two-factor-ask")}</p>
                <CodeField entry=self.code error />
            </Show>
        }
    }

    /// From the code back to e-mail and password.
    pub fn back(self) {
        self.failure.set(None);
        self.leave_code();
        // When the field is to be seen again.
        once_drawn(move || self.password.try_get_untracked().flatten().map(Into::into));
    }

    fn leave_code(self) {
        self.code.reset();
        self.asks_code.set(false);
    }

    /// Signs in with what stands in the fields. The first empty one gets the focus.
    pub fn submit(self) {
        let email = self.typed_email();
        let password = self.password.get_untracked().map(|field| field.value()).unwrap_or_default();
        if self.busy.get_untracked() {
            return;
        }
        self.email_missing.set(email.is_empty());
        self.password_missing.set(password.is_empty());
        if self.asks_code.get_untracked() {
            if let Some(code) = self.code.read() {
                self.send(credentials(email, password, Some(code)));
            }
        } else if email.is_empty() {
            focus(self.email);
        } else if password.is_empty() {
            focus(self.password);
        } else {
            self.send(credentials(email, password, None));
        }
    }

    fn send(self, credentials: Credentials) {
        self.busy.set(true);
        self.failure.set(None);
        self.scope.spawn(async move {
            let answer = self.session.sign_in(&credentials).await;
            self.busy.set(false);
            match answer {
                Ok(()) => {
                    clear(self.password);
                    self.leave_code();
                }
                Err(error) => self.failed(error),
            }
        });
    }

    fn failed(self, error: Error) {
        let code = error.code();
        if code == Some(ProblemCode::TwoFactorRequired) {
            self.asks_code.set(true);
            return;
        }
        self.failure.set(Some(error));
        match code {
            Some(ProblemCode::WrongCode) => self.code.select(),
            // Also when the password was changed while the code was asked for.
            Some(ProblemCode::BadCredentials) if self.asks_code.get_untracked() => self.leave_code(),
            Some(ProblemCode::BadCredentials) => select(self.password),
            _ => {}
        }
    }
}

fn credentials(email: String, password: String, code: Option<String>) -> Credentials {
    // How the session is carried is for the client to say.
    Credentials { email, password, code, carrier: Carrier::default() }
}

fn is_about_code(error: &Error) -> bool {
    error.code() == Some(ProblemCode::WrongCode)
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
