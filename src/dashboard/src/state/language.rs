//! The language of who is signed in: that of the profile, if it names one; otherwise that of this browser.

use super::config::Config;
use super::session::SessionState;
use super::settings;
use crate::text::{self, Language};
use client::Error;
use contract::me::ProfilePatch;
use contract::problem::ProblemCode;
use leptos::logging;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How often storing is tried again when the profile changes meanwhile.
const TRIES: u32 = 3;

/// Shows the app in the language of the profile from now on, whoever signs in and however it changes; not before the first
/// texts have come, which it would take the place of.
pub fn follow(session: SessionState, config: &Arc<Config>, has_texts: Memo<bool>) {
    let config = Arc::clone(config);
    let wanted = Memo::new(move |_| {
        let tag = session.phase.with(|phase| phase.user().and_then(|user| user.language.clone()))?;
        let parts = tag.split('-').next().unwrap_or_default();
        let offered = |tag: &str| config.languages.iter().find(|it| it.tag().eq_ignore_ascii_case(tag));
        offered(&tag).or_else(|| offered(parts)).cloned()
    });
    Effect::new(move || {
        let language = wanted.get().filter(|language| !text::is_wanted(language));
        let Some(language) = language.filter(|_| has_texts.get()) else { return };
        spawn_local(async move {
            // The app is as usable in the language before.
            match text::switch(language.clone()).await {
                Ok(()) => settings::remember_language(&language),
                Err(error) => logging::error!("{error}"),
            }
        });
    });
}

/// Shows a language, or without one that of the browser, and stores it in the profile of who is signed in. When it
/// cannot be shown, nothing is stored.
pub async fn choose(session: SessionState, config: &Config, choice: Option<&Language>) -> Result<(), Error> {
    let browsers =
        || text::choose_from(&config.languages, &settings::languages_of_browser(), &config.default_language);
    let shown = choice.cloned().unwrap_or_else(browsers);
    text::switch(shown.clone()).await?;
    match choice {
        Some(language) => settings::remember_language(language),
        None => settings::forget_language(),
    }
    if session.phase.with_untracked(|phase| phase.user().is_some()) {
        let stored = store(session, choice.map(|language| language.tag().to_owned())).await?;
        // Otherwise another one has been chosen meanwhile, and is being stored.
        if text::is_wanted(&shown) {
            session.user_changed(|user| user.language = stored);
        }
    }
    Ok(())
}

/// Somebody who chooses has seen what holds: whatever else of the profile changed meanwhile is no matter.
async fn store(session: SessionState, tag: Option<String>) -> Result<Option<String>, Error> {
    let patch = ProfilePatch { language: Some(tag), ..ProfilePatch::default() };
    let mut tries = 0;
    loop {
        tries += 1;
        let seen = session.call(|api| async move { api.profile().await }).await?;
        let saved = session.call(|api| {
            let (patch, etag) = (patch.clone(), seen.etag.clone());
            async move { api.patch_profile(&patch, &etag).await }
        });
        match saved.await {
            Ok(profile) => return Ok(profile.language),
            Err(error) if tries < TRIES && error.code() == Some(ProblemCode::Stale) => {}
            Err(error) => return Err(error),
        }
    }
}
