//! `config.json` beside the bundle: what whoever hosts the app can change without building it.

use crate::text::Language;
use client::Error;
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::sync::Arc;

/// The configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Address of the API.
    pub api: String,
    pub product_name: String,
    /// To choose from, in this order.
    pub languages: Vec<Language>,
    /// For browsers that wish for none of these.
    pub default_language: Language,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api: contract::BASE.to_owned(),
            product_name: "Simgrove".to_owned(),
            languages: ["en", "de"].into_iter().filter_map(Language::new).collect(),
            default_language: Language::english(),
        }
    }
}

/// Why there is no configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// It could not be fetched.
    Unreachable(Error),
    /// It is not a JSON object.
    NotAnObject { detail: String },
    /// The value of a key is not what it has to be.
    WrongValue { key: &'static str, expected: Expected },
}

/// What the value of a key has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    LanguageTag,
    LanguageTags,
    OneOfTheLanguages,
}

/// Fetches it. Without the file everything is as by default.
pub async fn load() -> Result<Config, ConfigError> {
    match client::file("config.json").await {
        Ok(Some(text)) => read(&text),
        Ok(None) => Ok(Config::default()),
        Err(error) => Err(ConfigError::Unreachable(error)),
    }
}

/// Gives the configuration to all below.
pub fn provide(config: Arc<Config>) {
    provide_context(config);
}

/// The configuration.
pub fn use_config() -> Arc<Config> {
    expect_context()
}

/// Keys that this version does not know are left for later ones.
fn read(text: &str) -> Result<Config, ConfigError> {
    let object: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| ConfigError::NotAnObject { detail: error.to_string() })?;
    let default = Config::default();
    let languages = match object.get("languages") {
        None => default.languages,
        Some(value) => tags(value)
            .ok_or(ConfigError::WrongValue { key: "languages", expected: Expected::LanguageTags })?,
    };
    let default_language = match string(&object, "default_language")? {
        None => languages.first().cloned().unwrap_or(default.default_language),
        Some(tag) => Language::new(tag)
            .ok_or(ConfigError::WrongValue { key: "default_language", expected: Expected::LanguageTag })?,
    };
    if !languages.contains(&default_language) {
        let expected = Expected::OneOfTheLanguages;
        return Err(ConfigError::WrongValue { key: "default_language", expected });
    }
    Ok(Config {
        api: string(&object, "api")?.map_or(default.api, str::to_owned),
        product_name: string(&object, "product_name")?.map_or(default.product_name, str::to_owned),
        languages,
        default_language,
    })
}

fn string<'a>(object: &'a Map<String, Value>, key: &'static str) -> Result<Option<&'a str>, ConfigError> {
    match object.get(key) {
        None => Ok(None),
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text.trim())),
        Some(_) => Err(ConfigError::WrongValue { key, expected: Expected::Text }),
    }
}

/// One language tag or more.
fn tags(value: &Value) -> Option<Vec<Language>> {
    let tags: Option<Vec<_>> = value.as_array()?.iter().map(|tag| Language::new(tag.as_str()?)).collect();
    tags.filter(|tags| !tags.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_as_by_default() {
        assert_eq!(read("{}"), Ok(Config::default()));
        assert_eq!(read(r#"{"logo": "brand/logo.svg", "colours": {}}"#), Ok(Config::default()));
    }

    #[test]
    fn what_is_given_is_taken() {
        let config = read(
            r#"{"api": "https://api.example.net/v1", "product_name": " Northgate ",
                "languages": ["de", "en"]}"#,
        );
        let config = config.expect("it is right");
        assert_eq!(config.api, "https://api.example.net/v1");
        assert_eq!(config.product_name, "Northgate");
        assert_eq!(config.default_language.tag(), "de");
    }

    #[test]
    fn a_wrong_value_is_named() {
        use Expected::*;
        for (text, key, expected) in [
            (r#"{"api": 1}"#, "api", Text),
            (r#"{"product_name": " "}"#, "product_name", Text),
            (r#"{"languages": "en"}"#, "languages", LanguageTags),
            (r#"{"languages": []}"#, "languages", LanguageTags),
            (r#"{"languages": ["en", "../de"]}"#, "languages", LanguageTags),
            (r#"{"default_language": "?"}"#, "default_language", LanguageTag),
            (r#"{"default_language": "fr"}"#, "default_language", OneOfTheLanguages),
        ] {
            assert_eq!(read(text), Err(ConfigError::WrongValue { key, expected }), "{text}");
        }
    }

    #[test]
    fn what_is_no_object_is_told_with_the_place() {
        for text in ["", "[]", "<!doctype html>", "{\"api\": }"] {
            assert!(matches!(read(text), Err(ConfigError::NotAnObject { .. })), "{text}");
        }
    }
}
