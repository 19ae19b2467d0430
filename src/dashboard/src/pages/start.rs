//! From an empty page to the first screen: the configuration, then texts, session and brand beside each other, then signing
//! in or the app.

use super::outside::OutsidePage;
use super::session_expired::SessionExpired;
use super::sign_in::SignIn;
use super::title;
use super::trouble::{ConfigTrouble, SessionTrouble};
use super::two_factor::required::TwoFactorRequired;
use crate::state::brand;
use crate::state::config::{self, Config, ConfigError};
use crate::state::entrance::{self, Outside};
use crate::state::language;
use crate::state::scope::Scope;
use crate::state::session::{self, Phase};
use crate::state::settings;
use crate::text;
use crate::ui::later::Later;
use client::Api;
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown; unlike the phase, it stays the same when the session ends and goes on.
#[derive(Clone, PartialEq)]
enum Screen {
    Starting,
    Unreachable(client::Error),
    SignIn,
    TwoFactorMissing,
    App,
    /// A page for which nobody has to be signed in, whoever is.
    Outside(Outside),
}

/// What the app begins with: fetched one after the other, because the configuration says in which languages there are texts.
#[derive(Clone, Copy)]
struct Beginnings {
    config: RwSignal<Option<Result<Config, ConfigError>>>,
    texts: RwSignal<Option<Result<(), client::Error>>>,
}

impl Beginnings {
    fn fetch(scope: Scope) -> Self {
        let beginnings = Self { config: RwSignal::new(None), texts: RwSignal::new(None) };
        scope.spawn(async move {
            let config = config::load().await;
            let for_texts = config.clone().unwrap_or_default();
            beginnings.config.set(Some(config));
            let wishes = settings::wished_languages();
            let language = text::choose_from(&for_texts.languages, &wishes, &for_texts.default_language);
            beginnings.texts.set(Some(text::start(language).await));
        });
        beginnings
    }

    /// Whether there are words to show anything with.
    fn has_texts(self) -> bool {
        self.texts.with(|texts| matches!(texts, Some(Ok(()))))
    }

    /// Why there is no app. Not told before it is known whether there are words for it.
    fn trouble(self) -> Option<ConfigError> {
        let texts = self.texts.get()?.map_err(ConfigError::Unreachable);
        texts.and(self.config.get()?.map(drop)).err()
    }
}

/// Shows the children to whoever is signed in. To be mounted once, below the settings.
#[component]
pub fn Start(children: ChildrenFn) -> impl IntoView {
    let beginnings = Beginnings::fetch(Scope::new());
    let children = StoredValue::new(children);
    let configured = move || {
        let config = beginnings.config.get()?.ok()?;
        Some(view! { <Configured config beginnings children=children.get_value() /> })
    };
    let trouble = move || beginnings.trouble().map(|error| view! { <ConfigTrouble error /> });
    view! {
        {configured}
        {trouble}
    }
}

/// Asks who is signed in, and whose the app is to look, while the texts are on their way.
#[component]
fn Configured(config: Config, beginnings: Beginnings, children: ChildrenFn) -> impl IntoView {
    let session = session::provide(Api::new(config.api.clone(), config.session));
    let config = Arc::new(config);
    let entrance = entrance::provide();
    let scope = Scope::new();
    let brand = brand::provide(&config, session, scope);
    let has_texts = Memo::new(move |_| beginnings.has_texts());
    language::follow(session, &config, has_texts);
    config::provide(config);
    title::provide();
    scope.spawn(session.start());
    let screen = Memo::new(move |_| {
        if !has_texts.get() || !brand.is_known() {
            return Screen::Starting;
        }
        // Those that the app has too are shown outside only to who is.
        let is_outside =
            || session.phase.with(|phase| matches!(phase, Phase::SignedOut | Phase::Unreachable(_)));
        if let Some(page) = entrance.page().filter(|page| !page.is_inside_too() || is_outside()) {
            return Screen::Outside(page);
        }
        session.phase.with(|phase| match phase {
            Phase::Starting => Screen::Starting,
            Phase::Unreachable(error) => Screen::Unreachable(error.clone()),
            Phase::SignedOut => Screen::SignIn,
            Phase::TwoFactorMissing(_) => Screen::TwoFactorMissing,
            Phase::SignedIn(_) | Phase::Expired(_) => Screen::App,
        })
    });
    let again = Callback::new(move |()| scope.spawn(session.start()));
    move || match screen.get() {
        Screen::Starting => ().into_any(),
        Screen::Unreachable(error) => view! { <SessionTrouble error again /> }.into_any(),
        Screen::Outside(page) => view! { <OutsidePage page /> }.into_any(),
        Screen::SignIn => view! { <SignIn /> }.into_any(),
        Screen::TwoFactorMissing => view! { <TwoFactorRequired done=again /> }.into_any(),
        Screen::App => {
            let children = children.clone();
            view! {
                <Later frames=1>{children()}</Later>
                <SessionExpired />
            }
            .into_any()
        }
    }
}
