//! `config.json` beside the bundle: what whoever hosts the app can change without building it.

use crate::state::brand::Brand;
use crate::text::Language;
use client::Error;
use contract::branding::ShownSupport;
use contract::session::Carrier;
use domain::brand::{Colour, Header, TooLittleContrast};
use domain::support::Support;
use leptos::prelude::*;
use serde::Deserialize as _;
use serde_json::{Map, Value};
use std::sync::Arc;

/// The configuration. `public/config.schema.json` describes it for whoever writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Address of the API.
    pub api: String,
    /// How requests say which session they belong to.
    pub session: Carrier,
    pub brand: Brand,
    /// Where help is found when no account says it.
    pub support: Option<ShownSupport>,
    /// To choose from, in this order.
    pub languages: Vec<Language>,
    /// For browsers that wish for none of these.
    pub default_language: Language,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            api: contract::BASE.to_owned(),
            session: Carrier::default(),
            brand: Brand::default(),
            support: None,
            languages: ["en", "de"].into_iter().filter_map(Language::new).collect(),
            default_language: Language::english(),
        }
    }
}

/// Why there is no configuration.
#[derive(Clone, Debug, PartialEq)]
pub enum ConfigError {
    /// It could not be fetched.
    Unreachable(Error),
    /// It is not a JSON object.
    NotAnObject { detail: String },
    /// There is no such key. Those of an object within are written as in `colours.accent`.
    UnknownKey { key: String },
    /// The value of a key is not what it has to be.
    WrongValue { key: &'static str, expected: Expected },
}

/// What the value of a key has to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expected {
    Text,
    /// Of a file beside the bundle, or elsewhere.
    Address,
    /// How sessions are carried.
    Carrier,
    /// Where help is found.
    Support,
    Object,
    Colour,
    /// Both colours of the header, or none.
    BothOfTheHeader,
    /// One that can be read on the header's background.
    Readable(TooLittleContrast),
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

fn read(text: &str) -> Result<Config, ConfigError> {
    let object: Map<String, Value> =
        serde_json::from_str(text).map_err(|error| ConfigError::NotAnObject { detail: error.to_string() })?;
    only_known(&object, &KEYS, "")?;
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
        api: address(&object, "api")?.unwrap_or(default.api),
        session: carrier(&object)?,
        brand: brand(&object)?,
        support: support(&object)?,
        languages,
        default_language,
    })
}

/// All keys. `$schema` is for editors.
const KEYS: [&str; 10] = [
    "$schema",
    "api",
    "session",
    "product_name",
    "logo",
    "favicon",
    "colours",
    "support",
    "languages",
    "default_language",
];
/// Those of `colours`.
const COLOURS: [&str; 3] = ["accent", "header", "header_text"];

/// A key that nobody knows is a mistake in writing: what it was to change would stay as it is, and nobody would know why.
fn only_known(object: &Map<String, Value>, keys: &[&str], within: &str) -> Result<(), ConfigError> {
    match object.keys().find(|key| !keys.contains(&key.as_str())) {
        Some(key) => Err(ConfigError::UnknownKey { key: format!("{within}{key}") }),
        None => Ok(()),
    }
}

fn carrier(object: &Map<String, Value>) -> Result<Carrier, ConfigError> {
    let carrier = object.get("session").map(Carrier::deserialize);
    let wrong = |_| ConfigError::WrongValue { key: "session", expected: Expected::Carrier };
    Ok(carrier.transpose().map_err(wrong)?.unwrap_or_default())
}

/// An address or a contact, in the form in which accounts have them. A page is for accounts alone.
fn support(object: &Map<String, Value>) -> Result<Option<ShownSupport>, ConfigError> {
    let Some(value) = object.get("support") else { return Ok(None) };
    Support::deserialize(value)
        .ok()
        .filter(|support| !matches!(support, Support::Page(_)) && support.faults().is_empty())
        .map(|support| Some(ShownSupport::from(&support)))
        .ok_or(ConfigError::WrongValue { key: "support", expected: Expected::Support })
}

fn brand(object: &Map<String, Value>) -> Result<Brand, ConfigError> {
    let default = Brand::default();
    let none = Map::new();
    let colours = match object.get("colours") {
        None => &none,
        Some(value) => {
            value.as_object().ok_or(ConfigError::WrongValue { key: "colours", expected: Expected::Object })?
        }
    };
    only_known(colours, &COLOURS, "colours.")?;
    let header = match (
        colour(colours, "header", "colours.header")?,
        colour(colours, "header_text", "colours.header_text")?,
    ) {
        (None, None) => None,
        (Some(background), Some(text)) => Some(Header { background, text }.check().map_err(|contrast| {
            ConfigError::WrongValue { key: "colours.header_text", expected: Expected::Readable(contrast) }
        })?),
        (Some(_), None) | (None, Some(_)) => {
            let expected = Expected::BothOfTheHeader;
            return Err(ConfigError::WrongValue { key: "colours", expected });
        }
    };
    Ok(Brand {
        product_name: string(object, "product_name")?.map_or(default.product_name, str::to_owned),
        logo: address(object, "logo")?,
        favicon: address(object, "favicon")?.unwrap_or(default.favicon),
        accent: colour(colours, "accent", "colours.accent")?,
        header,
    })
}

fn colour(
    colours: &Map<String, Value>,
    name: &str,
    key: &'static str,
) -> Result<Option<Colour>, ConfigError> {
    let read = |value: &Value| value.as_str().and_then(|text| text.parse().ok());
    let wrong = ConfigError::WrongValue { key, expected: Expected::Colour };
    colours.get(name).map(|value| read(value).ok_or(wrong)).transpose()
}

fn string<'a>(object: &'a Map<String, Value>, key: &'static str) -> Result<Option<&'a str>, ConfigError> {
    match object.get(key) {
        None => Ok(None),
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text.trim())),
        Some(_) => Err(ConfigError::WrongValue { key, expected: Expected::Text }),
    }
}

/// The address of a file or of the API: a path, or one that begins with `https://` or `http://`.
fn address(object: &Map<String, Value>, key: &'static str) -> Result<Option<String>, ConfigError> {
    let wrong = || ConfigError::WrongValue { key, expected: Expected::Address };
    let Some(text) = string(object, key).map_err(|_| wrong())? else { return Ok(None) };
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    let is_one = !text.contains(|letter: char| letter.is_whitespace() || letter.is_control())
        && scheme.is_none_or(|scheme| matches!(scheme, "https" | "http") || scheme.contains('/'));
    if is_one { Ok(Some(text.to_owned())) } else { Err(wrong()) }
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
        assert_eq!(read(r#"{"$schema": "config.schema.json", "colours": {}}"#), Ok(Config::default()));
    }

    #[test]
    fn what_is_given_is_taken() {
        let config = read(
            r##"{"api": "https://api.example.net/v1", "session": "token", "product_name": " Northgate ",
                "logo": "brand/north.svg", "support": {"address": {"url": "https://help.example"}},
                "favicon": "/img/n.png?v=2", "languages": ["de", "en"],
                "colours": {"accent": "#a0f", "header": "#102030", "header_text": "#ffffff"}}"##,
        );
        let config = config.expect("it is right");
        assert_eq!(config.api, "https://api.example.net/v1");
        assert_eq!(config.session, Carrier::Token);
        let url = "https://help.example".to_owned();
        assert_eq!(config.support, Some(ShownSupport::Address(domain::support::Address { url })));
        assert_eq!(config.default_language.tag(), "de");
        let brand = config.brand;
        assert_eq!((brand.product_name.as_str(), brand.favicon.as_str()), ("Northgate", "/img/n.png?v=2"));
        assert_eq!(brand.logo.as_deref(), Some("brand/north.svg"));
        assert_eq!(brand.accent.map(|colour| colour.to_string()).as_deref(), Some("#aa00ff"));
        assert_eq!(brand.header.map(|header| header.background.to_string()).as_deref(), Some("#102030"));
    }

    #[test]
    fn a_wrong_value_is_named() {
        use Expected::*;
        for (text, key, expected) in [
            (r#"{"api": 1}"#, "api", Address),
            (r#"{"api": "javascript:alert(1)"}"#, "api", Address),
            (r#"{"product_name": " "}"#, "product_name", Text),
            (r#"{"logo": "my logo.svg"}"#, "logo", Address),
            (r#"{"favicon": "data:image/png,"}"#, "favicon", Address),
            (r#"{"colours": "green"}"#, "colours", Object),
            (r#"{"colours": {"accent": "green"}}"#, "colours.accent", Colour),
            (r##"{"colours": {"header": "#fff"}}"##, "colours", BothOfTheHeader),
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
    fn a_header_that_cannot_be_read_is_told_with_its_contrast() {
        let faint = read(r##"{"colours": {"header": "#fff", "header_text": "#777"}}"##);
        let expected = Expected::Readable(TooLittleContrast { ratio: 4.47 });
        assert_eq!(faint, Err(ConfigError::WrongValue { key: "colours.header_text", expected }));
    }

    #[test]
    fn a_key_that_is_not_known_is_named() {
        for (text, key) in
            [(r#"{"produkt_name": "X"}"#, "produkt_name"), (r#"{"colours": {"link": 1}}"#, "colours.link")]
        {
            assert_eq!(read(text), Err(ConfigError::UnknownKey { key: key.to_owned() }), "{text}");
        }
    }

    #[test]
    fn what_is_no_object_is_told_with_the_place() {
        for text in ["", "[]", "<!doctype html>", "{\"api\": }"] {
            assert!(matches!(read(text), Err(ConfigError::NotAnObject { .. })), "{text}");
        }
    }

    /// The schema that is published and the file that comes along are about the same keys as the code.
    #[test]
    fn the_schema_knows_the_same_keys() {
        let schema: Value =
            serde_json::from_str(include_str!("../../../../public/config.schema.json")).expect("JSON");
        let keys = |object: &Value| {
            let mut keys: Vec<String> =
                object["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
            keys.sort();
            keys
        };
        let sorted = |keys: &[&str]| {
            let mut keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
            keys.sort();
            keys
        };
        assert_eq!(keys(&schema), sorted(&KEYS));
        assert_eq!(keys(&schema["properties"]["colours"]), sorted(&COLOURS));
        assert_eq!(read(include_str!("../../../../public/config.json")), Ok(Config::default()));
    }
}
