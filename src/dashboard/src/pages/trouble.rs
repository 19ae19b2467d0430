//! When the app cannot start: why, and what to do.

use super::product::Product;
use crate::state::config::{ConfigError, Expected};
use crate::t;
use crate::text::{self, format};
use client::Error;
use domain::brand::{READABLE, TooLittleContrast};
use leptos::prelude::*;

/// The configuration or the texts are missing or wrong. Whoever hosts the app reads this.
#[component]
pub fn ConfigTrouble(error: ConfigError) -> impl IntoView {
    let detail = match &error {
        ConfigError::NotAnObject { detail } => Some(detail.clone()),
        ConfigError::Unreachable(error) => Some(error.to_string()),
        ConfigError::UnknownKey { .. } | ConfigError::WrongValue { .. } => None,
    };
    let explanation = move || match &error {
        ConfigError::Unreachable(error) => text::problem(error),
        ConfigError::NotAnObject { .. } => t!("config-not-an-object"),
        ConfigError::UnknownKey { key } => t!("config-unknown-key", key = key.clone()),
        ConfigError::WrongValue { key, expected } => {
            let expected = match expected {
                Expected::Text => t!("config-expects-text"),
                Expected::Address => t!("config-expects-address"),
                Expected::Carrier => t!("config-expects-carrier"),
                Expected::Support => t!("config-expects-support"),
                Expected::Object => t!("config-expects-object"),
                Expected::Colour => t!("config-expects-colour"),
                Expected::BothOfTheHeader => t!("config-expects-both-of-the-header"),
                Expected::Readable(TooLittleContrast { ratio }) => {
                    t!(
                        "config-expects-readable",
                        ratio = format::ratio(*ratio),
                        least = format::ratio(READABLE)
                    )
                }
                Expected::LanguageTag => t!("config-expects-language"),
                Expected::LanguageTags => t!("config-expects-languages"),
                Expected::OneOfTheLanguages => t!("config-expects-one-of-the-languages"),
            };
            t!("config-wrong-value", key = *key, expected = expected)
        }
    };
    view! {
        <main class="trouble">
            <h1 class="trouble__title">{move || t!("cannot-start")}</h1>
            <p>{explanation}</p>
            {detail.map(|detail| view! { <pre class="trouble__detail">{detail}</pre> })}
            <button type="button" class="button button--primary" on:click=|_| reload()>
                {move || t!("try-again")}
            </button>
        </main>
    }
}

/// The API does not say whether there is a session.
#[component]
pub fn SessionTrouble(error: Error, again: Callback<()>) -> impl IntoView {
    view! {
        <main class="trouble">
            <p class="sign-in__product"><Product /></p>
            <h1 class="trouble__title">{move || t!("cannot-reach")}</h1>
            <p role="alert">{move || text::problem(&error)}</p>
            <button type="button" class="button button--primary" on:click=move |_| again.run(())>
                {move || t!("try-again")}
            </button>
        </main>
    }
}

fn reload() {
    let _ = window().location().reload();
}
