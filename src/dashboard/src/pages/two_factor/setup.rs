//! Setting up an authenticator app, step by step: the password, the app and its first code, the recovery codes.

use super::proof::Proof;
use super::qr_code::QrCode;
use super::recovery_codes::RecoveryCodeList;
use crate::pages::code_entry::{CodeEntry, CodeField};
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::icon::IconName;
use crate::ui::live::use_live;
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use contract::two_factor::{TwoFactorSetup, TwoFactorStart};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    Password,
    App(Arc<TwoFactorSetup>),
    Codes(Arc<Vec<String>>),
}

/// Setting it up, wherever that is shown.
#[derive(Clone, Copy)]
pub struct Setup {
    session: SessionState,
    scope: Scope,
    step: RwSignal<Step>,
    proof: Proof,
    code: CodeEntry,
    confirming: RwSignal<bool>,
    failure: RwSignal<Option<Arc<Error>>>,
    reminded: RwSignal<bool>,
    done: Callback<()>,
}

impl Setup {
    /// To be called in the body of a component. `replaces`: it is on, and another app is to take the place of the first.
    /// `done` is called when the person has stored the recovery codes.
    pub fn new(session: SessionState, replaces: bool, done: Callback<()>) -> Self {
        let code = CodeEntry::new();
        Effect::new(move || {
            if let Some(field) = code.field.get() {
                let _ = field.focus();
            }
        });
        Self {
            session,
            scope: Scope::new(),
            step: RwSignal::new(Step::Password),
            proof: Proof::new(replaces),
            code,
            confirming: RwSignal::new(false),
            failure: RwSignal::new(None),
            reminded: RwSignal::new(false),
            done,
        }
    }

    /// What the step is called.
    pub fn title(self) -> Signal<String> {
        Signal::derive(move || match self.step.get() {
            Step::Codes(_) => t!("two-factor-codes"),
            Step::Password | Step::App(_) => t!("two-factor-set-up-title"),
        })
    }

    /// Goes on to the next step.
    pub fn submit(self) {
        match self.step.get_untracked() {
            Step::Password => self.start(),
            Step::App(_) => self.confirm(),
            Step::Codes(_) => {
                self.done.try_run(());
            }
        }
    }

    /// Whether it can be left off now. The recovery codes are not shown again: who is about to pass over them is told so.
    pub fn may_leave(self) -> bool {
        let shows_codes = self.step.with_untracked(|step| matches!(step, Step::Codes(_)));
        self.reminded.set(shows_codes);
        !shows_codes
    }

    fn start(self) {
        let Some((password, code)) = self.proof.begin() else { return };
        let start = TwoFactorStart { password, code };
        self.scope.spawn(async move {
            let answer = self.session.call(|api| {
                let start = start.clone();
                async move { api.start_two_factor(&start).await }
            });
            match answer.await {
                Ok(setup) => {
                    self.proof.end(None);
                    self.step.set(Step::App(Arc::new(setup)));
                }
                Err(error) => self.proof.end(Some(error)),
            }
        });
    }

    fn confirm(self) {
        if self.confirming.get_untracked() {
            return;
        }
        let Some(code) = self.code.read() else { return };
        self.confirming.set(true);
        self.failure.set(None);
        self.scope.spawn(async move {
            let answer = self.session.call(|api| {
                let code = code.clone();
                async move { api.confirm_two_factor(code).await }
            });
            let answer = answer.await;
            self.confirming.set(false);
            match answer {
                Ok(answer) => self.step.set(Step::Codes(Arc::new(answer.codes))),
                Err(error) => {
                    let is_about_code = error.field("/code").is_some();
                    self.failure.set(Some(Arc::new(error)));
                    if is_about_code {
                        self.code.select();
                    }
                }
            }
        });
    }

    /// The step as it is.
    pub fn body(self) -> impl IntoView {
        move || match self.step.get() {
            Step::Password => view! {
                <p>{move || t!("two-factor-set-up-about")}</p>
                {self.proof.view()}
            }
            .into_any(),
            Step::App(setup) => self.app(&setup).into_any(),
            Step::Codes(codes) => view! { <RecoveryCodeList codes reminded=self.reminded /> }.into_any(),
        }
    }

    /// The button that goes on.
    pub fn action(self) -> impl IntoView {
        let busy = Signal::derive(move || self.proof.busy().get() || self.confirming.get());
        let words = move || match self.step.get() {
            Step::Password => t!("two-factor-go-on"),
            Step::App(_) => t!("two-factor-switch-on"),
            Step::Codes(_) => t!("two-factor-stored"),
        };
        view! { <Button variant=ButtonVariant::Primary submit=true busy=busy>{words}</Button> }
    }

    /// Whether there is anything to cancel: not any more when it is on.
    pub fn can_cancel(self) -> bool {
        self.step.with(|step| !matches!(step, Step::Codes(_)))
    }

    fn app(self, setup: &TwoFactorSetup) -> impl IntoView + use<> {
        let live = use_live();
        let copied = RwSignal::new(None::<bool>);
        let (uri, secret) = (setup.uri.clone(), setup.secret.clone());
        let words = |done| if done { t!("two-factor-secret-copied") } else { t!("two-factor-copy-refused") };
        let copy = Callback::new(move |()| {
            let written = JsFuture::from(window().navigator().clipboard().write_text(&secret));
            self.scope.spawn(async move {
                let done = written.await.is_ok();
                live.say(words(done));
                copied.try_set(Some(done));
            });
        });
        let said = move || copied.get().map(words);
        let code_error = Signal::derive(move || {
            self.failure.with(|failure| failure.as_ref()?.field("/code").map(text::field_problem))
        });
        let elsewhere = move || {
            let failure = self.failure.get()?;
            failure.field("/code").is_none().then(|| text::problem(&failure))
        };
        view! {
            <div class="two-factor-app">
                <QrCode text=uri.clone() label=Signal::derive(|| t!("two-factor-qr-code")) />
                <div class="two-factor-app__words">
                    <p>{move || t!("two-factor-scan")}</p>
                    <p class="two-factor-app__or">{move || t!("two-factor-or-type")}</p>
                    <p class="two-factor-app__secret">
                        <code>{grouped(&setup.secret)}</code>
                    </p>
                    <div class="two-factor-app__acts">
                        <Button icon=IconName::Copy on_press=copy>{move || t!("two-factor-copy-secret")}</Button>
                        <a href=uri>{move || t!("two-factor-open-app")}</a>
                    </div>
                    <p>{said}</p>
                </div>
            </div>
            <CodeField entry=self.code error=code_error app_only=true />
            {move || elsewhere().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })}
        }
    }
}

/// In fours, as people type it.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
