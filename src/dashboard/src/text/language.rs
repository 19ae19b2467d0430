//! Languages by their tag (BCP 47).

use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// A language that the texts can be shown in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// The language with this tag, such as `de` or `pt-BR`.
    pub fn new(tag: &str) -> Option<Self> {
        let identifier: LanguageIdentifier = tag.parse().ok()?;
        Some(Self(identifier.to_string().into()))
    }

    /// Stands in for whatever has no text in another language.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// What it calls itself, such as "Deutsch".
    pub fn name(&self) -> String {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"type".into(), &"language".into());
        let names = js_sys::Intl::DisplayNames::new(&js_sys::Array::of1(&self.tag().into()), &options);
        let name = names.of(self.tag()).map_or_else(|| self.tag().to_owned(), String::from);
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    pub(super) fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }

    /// Whether both are forms of one language, such as `de` and `de-AT`.
    pub(super) fn is_akin(&self, tag: &str) -> bool {
        primary(self.tag()).eq_ignore_ascii_case(primary(tag))
    }
}

/// The part of a tag that names the language without its form.
fn primary(tag: &str) -> &str {
    tag.find(['-', '_']).map_or(tag, |end| &tag[..end])
}

/// The first wish that can be fulfilled, exactly or by another form of the same language; otherwise the default.
pub fn choose_from(available: &[Language], wishes: &[String], default: &Language) -> Language {
    let exact = |wish: &str| available.iter().find(|language| language.tag().eq_ignore_ascii_case(wish));
    let akin = |wish: &str| available.iter().find(|language| language.is_akin(wish));
    wishes.iter().find_map(|wish| exact(wish).or_else(|| akin(wish))).unwrap_or(default).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: &[&str]) -> Vec<Language> {
        tags.iter().filter_map(|tag| Language::new(tag)).collect()
    }

    #[test]
    fn the_first_wish_that_can_be_fulfilled() {
        let (available, english) = (languages(&["en", "de", "pt-BR"]), Language::english());
        for (wishes, expected) in [
            (&["de"][..], "de"),
            (&["fr", "de-AT", "en"], "de"),
            (&["pt"], "pt-BR"),
            (&["PT-br", "de"], "pt-BR"),
            (&["fr"], "en"),
            (&[], "en"),
        ] {
            let wishes: Vec<String> = wishes.iter().map(|wish| (*wish).to_owned()).collect();
            assert_eq!(choose_from(&available, &wishes, &english).tag(), expected, "{wishes:?}");
        }
    }

    #[test]
    fn a_tag_is_checked_and_written_in_one_way() {
        assert_eq!(
            Language::new("pt_br").map(|language| language.tag().to_owned()),
            Some("pt-BR".to_owned())
        );
        assert_eq!(Language::new("../secret"), None);
        assert_eq!(Language::new(""), None);
    }
}
