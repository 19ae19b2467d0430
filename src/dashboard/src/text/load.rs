//! Fetching texts and showing them all at once.

use super::catalogue::Texts;
use super::language::Language;
use super::readers::Readers;
use super::{CATALOGUE, LANGUAGE, READERS, format};
use client::Error;
use futures::future::{join, try_join};
use leptos::logging;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};

/// The texts of a language, without `.ftl`: `join-texts.sh` makes one file of those that they are written in.
const TEXTS: &str = "texts";
/// What a host puts in place of these texts: it counts. The bundle's own is empty.
const WORDING: &str = "wording";

thread_local! {
    /// Counts switches, so that of two the later one wins.
    static SWITCHES: Cell<u32> = const { Cell::new(0) };
    /// The language of the last switch, which may not be shown yet.
    static WANTED: RefCell<Option<Language>> = const { RefCell::new(None) };
}

/// Shows the first texts. When those of the language cannot be had, English is shown, and when there is nothing at all,
/// why.
pub async fn start(language: Language) -> Result<(), Error> {
    match switch(language).await {
        Ok(()) => Ok(()),
        Err(error) => {
            logging::error!("{error}");
            switch(Language::english()).await
        }
    }
}

/// Whether a language is shown, or will be as soon as its texts have come.
pub fn is_wanted(language: &Language) -> bool {
    WANTED.with_borrow(|wanted| wanted.as_ref() == Some(language))
}

/// Shows the texts of another language; those there are stay until the new ones have come.
pub async fn switch(language: Language) -> Result<(), Error> {
    let turn = SWITCHES.get().wrapping_add(1);
    SWITCHES.set(turn);
    WANTED.set(Some(language.clone()));
    let switched = show(language, turn).await;
    if switched.is_err() && SWITCHES.get() == turn {
        WANTED.set(Some(super::language()));
    }
    switched
}

async fn show(language: Language, turn: u32) -> Result<(), Error> {
    let english = Language::english();
    let needs_english = CATALOGUE.with_borrow(|catalogue| !catalogue.has_english());
    let fetch_chosen =
        async { if language == english { Ok(None) } else { fetch(&language).await.map(Some) } };
    let fetch_english = async { if needs_english { fetch(&english).await.map(Some) } else { Ok(None) } };
    let (chosen, first) = join(fetch_chosen, fetch_english).await;
    if let Some(texts) = first? {
        CATALOGUE.with_borrow_mut(|catalogue| catalogue.set_english(texts));
    }
    let chosen = chosen?;
    if SWITCHES.get() != turn {
        return Ok(());
    }
    CATALOGUE.with_borrow_mut(|catalogue| catalogue.set_chosen(chosen));
    format::forget();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.tag());
    }
    LANGUAGE.set(language);
    READERS.with(Readers::notify);
    Ok(())
}

/// Fetches the texts of a language. A file that is not there counts as empty: English stands in.
async fn fetch(language: &Language) -> Result<Texts, Error> {
    let file = async |name: &str| {
        let path = format!("locales/{}/{name}.ftl", language.tag());
        client::file(&path).await.map(|text| text.filter(|text| !is_page(text)).unwrap_or_default())
    };
    let (texts, wording) = try_join(file(TEXTS), file(WORDING)).await?;
    Ok(Texts::new(language, texts, wording))
}

/// Whether this is a web page: hosts of single-page apps answer with one instead of "not found".
fn is_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}
