//! The texts of the chosen language and of English.

use super::format;
use super::language::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use leptos::logging;
use std::cell::RefCell;
use std::collections::HashSet;

/// Texts by key.
#[derive(Default)]
pub struct Catalogue {
    chosen: Option<Texts>,
    english: Option<Texts>,
    /// Keys without a text that were reported already.
    reported: RefCell<HashSet<&'static str>>,
}

/// The texts of one language.
pub struct Texts(FluentBundle<FluentResource>);

impl Texts {
    /// Reads texts, and others that take the place of some of them. What cannot be read is left out and reported.
    pub fn new(language: &Language, texts: String, wording: String) -> Self {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        // The marks would be copied along with numbers and names.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(format::number(number.value)),
            _ => None,
        }));
        let read = |file| {
            FluentResource::try_new(file).unwrap_or_else(|(resource, errors)| {
                logging::error!("{}: {errors:?}", language.tag());
                resource
            })
        };
        if let Err(errors) = bundle.add_resource(read(texts)) {
            logging::error!("{}: {errors:?}", language.tag());
        }
        bundle.add_resource_overriding(read(wording));
        Self(bundle)
    }

    fn say(&self, key: &str, arguments: Option<&FluentArgs>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, arguments, &mut errors).into_owned();
        if !errors.is_empty() {
            logging::error!("{key}: {errors:?}");
        }
        Some(text)
    }
}

impl Catalogue {
    pub fn has_english(&self) -> bool {
        self.english.is_some()
    }

    pub fn set_english(&mut self, texts: Texts) {
        self.english = Some(texts);
    }

    /// `None` is English.
    pub fn set_chosen(&mut self, texts: Option<Texts>) {
        self.chosen = texts;
        self.reported.get_mut().clear();
    }

    /// The text of a key. A missing one shows the key, so that the gap is seen and the page goes on.
    pub fn say(&self, key: &'static str, arguments: Option<&FluentArgs>) -> String {
        let chosen = self.chosen.as_ref().and_then(|texts| texts.say(key, arguments));
        if chosen.is_none() && self.chosen.is_some() {
            self.report(key);
        }
        let text = chosen.or_else(|| self.english.as_ref()?.say(key, arguments));
        text.unwrap_or_else(|| {
            self.report(key);
            key.to_owned()
        })
    }

    /// Before any text has come, all are missing, which is nothing to report.
    fn report(&self, key: &'static str) {
        if self.english.is_some() && self.reported.borrow_mut().insert(key) {
            logging::warn!("no text for {key}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        let texts = |tag: &str, file: &str, wording: &str| {
            Texts::new(&Language::new(tag).expect("a tag"), file.to_owned(), wording.to_owned())
        };
        let mut catalogue = Catalogue::default();
        let english = "hello = Hello { $name }\nonly-english = Here\naccounts = Managed accounts\n";
        catalogue.set_english(texts("en", english, "accounts = Customers\n"));
        catalogue.set_chosen(Some(texts("de", "hello = Guten Tag, { $name }\nbroken = { $\n", "")));
        catalogue
    }

    #[test]
    fn the_chosen_language_goes_before_english() {
        let mut arguments = FluentArgs::new();
        arguments.set("name", "Ada");
        assert_eq!(catalogue().say("hello", Some(&arguments)), "Guten Tag, Ada");
        assert_eq!(catalogue().say("only-english", None), "Here");
    }

    #[test]
    fn the_wording_of_the_host_goes_before_that_of_the_bundle() {
        assert_eq!(catalogue().say("accounts", None), "Customers");
    }

    #[test]
    fn a_missing_text_shows_its_key() {
        assert_eq!(catalogue().say("nowhere", None), "nowhere");
        assert_eq!(catalogue().say("broken", None), "broken");
        assert_eq!(Catalogue::default().say("hello", None), "hello");
    }
}
