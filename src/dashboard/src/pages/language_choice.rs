//! Choosing a language: in the app at once, then in the profile of who is signed in.

use crate::state::config::use_config;
use crate::state::language;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::text::Language;
use client::Error;
use leptos::prelude::*;

/// One choice after another; the last one holds.
#[derive(Clone, Copy)]
pub struct LanguageChoice {
    wanted: StoredValue<Option<Language>>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Error>>,
    done: RwSignal<bool>,
    run: Callback<()>,
}

impl LanguageChoice {
    /// To be called in the body of a component.
    pub fn new() -> Self {
        let (session, config, scope) = (use_session(), use_config(), Scope::new());
        let wanted = StoredValue::new(None::<Language>);
        let (busy, failure, done) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(false));
        let run = Callback::new(move |()| {
            if busy.get_untracked() {
                return;
            }
            busy.set(true);
            done.set(false);
            failure.set(None);
            let config = config.clone();
            scope.spawn(async move {
                let outcome = loop {
                    let choice = wanted.get_value();
                    let outcome = language::choose(session, &config, choice.as_ref()).await;
                    if wanted.with_value(|wanted| *wanted == choice) {
                        break outcome;
                    }
                };
                busy.set(false);
                done.set(outcome.is_ok());
                failure.set(outcome.err());
            });
        });
        Self { wanted, busy, failure, done, run }
    }

    /// Chooses a language; none is that of the browser.
    pub fn choose(self, choice: Option<Language>) {
        self.wanted.set_value(choice);
        self.run.run(());
    }

    /// Why the last choice does not hold.
    pub fn failure(self) -> Option<Error> {
        self.failure.get()
    }

    /// Whether an answer is waited for.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether the last choice holds.
    pub fn is_done(self) -> Signal<bool> {
        self.done.into()
    }

    /// Tries the last choice once more.
    pub fn again(self) {
        self.run.run(());
    }
}
