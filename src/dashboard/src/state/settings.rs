//! How this browser shows the app. Kept in its local storage, which holds settings and nothing else.

use crate::text::Language;
use leptos::prelude::*;
use web_sys::Storage;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    Light,
    Dark,
}

/// The settings, readable and settable everywhere.
#[derive(Clone, Copy)]
pub struct Settings {
    theme: RwSignal<Theme>,
}

const THEME: &str = "simgrove.theme";
const LANGUAGE: &str = "simgrove.language";

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As it stands in the storage and on the root element.
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Reads the settings, shows the page accordingly and gives them to all below.
pub fn provide() -> Settings {
    let theme = kept(THEME).and_then(|code| Theme::ALL.into_iter().find(|it| it.code() == code));
    let theme = theme.unwrap_or_default();
    let settings = Settings { theme: RwSignal::new(theme) };
    mark("data-theme", theme.code());
    provide_context(settings);
    settings
}

/// The settings.
pub fn use_settings() -> Settings {
    expect_context()
}

impl Settings {
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    pub fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        keep(THEME, theme.code());
        mark("data-theme", theme.code());
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
