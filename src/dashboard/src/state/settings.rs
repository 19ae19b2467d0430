//! How this browser shows the app. Kept in its local storage, which holds settings and nothing else.

use crate::text::Language;
use domain::appearance::Appearance;
use leptos::prelude::*;
use web_sys::Storage;

/// The settings, readable everywhere.
#[derive(Clone, Copy)]
pub struct Settings {
    appearance: RwSignal<Appearance>,
}

const APPEARANCE: &str = "simgrove.appearance";
const LANGUAGE: &str = "simgrove.language";

/// Reads the settings, shows the page accordingly and gives them to all below.
pub fn provide() -> Settings {
    let appearance = kept(APPEARANCE).and_then(|text| serde_json::from_str(&text).ok());
    let settings = Settings { appearance: RwSignal::new(appearance.unwrap_or_default()) };
    settings.mark();
    provide_context(settings);
    settings
}

/// The settings.
pub fn use_settings() -> Settings {
    expect_context()
}

impl Settings {
    pub fn appearance(self) -> Appearance {
        self.appearance.get()
    }

    /// Shows the app like this from now on, in this browser.
    pub fn show(self, appearance: Appearance) {
        self.appearance.set(appearance);
        if let Ok(text) = serde_json::to_string(&appearance) {
            keep(APPEARANCE, &text);
        }
        self.mark();
    }

    fn mark(self) {
        let Appearance { theme, contrast, motion } = self.appearance.get_untracked();
        mark("data-theme", theme.code());
        mark("data-contrast", contrast.code());
        mark("data-motion", motion.code());
    }
}

/// The languages the person would like, best first: the one chosen here before, then those of the browser.
pub fn wished_languages() -> Vec<String> {
    kept(LANGUAGE).into_iter().chain(languages_of_browser()).collect()
}

/// The languages of the browser, best first.
pub fn languages_of_browser() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|wish| wish.as_string()).collect()
}

/// Keeps the language that was chosen.
pub fn remember_language(language: &Language) {
    keep(LANGUAGE, language.tag());
}

/// From now on that of the browser.
pub fn forget_language() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(LANGUAGE);
    }
}

/// A browser may forbid storage; the setting then lasts as long as the page.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// What was kept under a name.
pub(super) fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

pub(super) fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Tells the style sheet.
pub(super) fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}
