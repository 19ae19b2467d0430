//! How the person wants the app to look. The API keeps it, so that it is the same in every browser; this browser keeps a
//! copy, which is shown before anybody has signed in and lasts when the API cannot be reached.

use super::scope::Scope;
use super::session::SessionState;
use super::settings::{Settings, use_settings};
use client::Error;
use domain::appearance::Appearance;
use leptos::prelude::*;

/// What the person chose.
#[derive(Clone, Copy)]
pub struct OwnAppearance {
    session: SessionState,
    scope: Scope,
    settings: Settings,
    /// Why the last change is kept only here.
    failure: RwSignal<Option<Error>>,
    /// Whether the person has changed something: what the API knew before is no news then.
    changed: StoredValue<bool>,
    storing: StoredValue<bool>,
    /// Whether the app is seen as another account, where nobody's choices are read or kept.
    is_view: bool,
}

/// Shows what the person chose and gives it to all below, to be called where somebody is signed in.
pub fn provide(session: SessionState) -> OwnAppearance {
    let own = OwnAppearance {
        session,
        scope: Scope::new(),
        settings: use_settings(),
        failure: RwSignal::new(None),
        changed: StoredValue::new(false),
        storing: StoredValue::new(false),
        is_view: session.view.with_untracked(Option::is_some),
    };
    if !own.is_view {
        own.scope.spawn(own.read());
    }
    provide_context(own);
    own
}

/// What the person chose.
pub fn use_appearance() -> OwnAppearance {
    expect_context()
}

impl OwnAppearance {
    /// How the app looks now.
    pub fn shown(self) -> Appearance {
        self.settings.appearance()
    }

    /// Why the last change is kept only in this browser.
    pub fn failure(self) -> Option<Error> {
        self.failure.get()
    }

    /// Changes how the app looks, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Appearance)) {
        let mut appearance = untrack(|| self.shown());
        change(&mut appearance);
        self.settings.show(appearance);
        self.changed.set_value(true);
        self.store_again();
    }

    /// Stores what could not be stored before.
    pub fn store_again(self) {
        if !self.is_view {
            self.scope.spawn(self.store());
        }
    }

    /// Asks the API once. A failure is not worth a message: the copy is shown, and the next change tells.
    async fn read(self) {
        let read = self.session.call(|api| async move { api.appearance().await });
        if let Ok(Some(appearance)) = read.await
            && !self.changed.get_value()
        {
            self.settings.show(appearance);
        }
    }

    /// Stores one choice after the other, so that the last one is the one that lasts.
    async fn store(self) {
        if self.storing.try_update_value(|storing| std::mem::replace(storing, true)) != Some(false) {
            return;
        }
        let outcome = loop {
            let appearance = untrack(|| self.shown());
            let stored = self.session.call(move |api| async move { api.set_appearance(&appearance).await });
            let outcome = stored.await;
            if outcome.is_err() || untrack(|| self.shown()) == appearance {
                break outcome;
            }
        };
        self.storing.set_value(false);
        self.failure.set(outcome.err());
    }
}
