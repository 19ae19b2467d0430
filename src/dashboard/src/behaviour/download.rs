//! Handing a file to the browser.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the file stays in memory after the click: browsers ask where to put it, and read it only then.
const KEPT: u32 = 60_000;

/// Saves a file of these parts under a name; `kind` is its media type.
pub fn save(parts: &Array, kind: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    save_blob(&Blob::new_with_str_sequence_and_options(parts, &options)?, name)
}

/// Saves a file that the browser has already.
pub fn save_blob(blob: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    // Not in the page, where a dialog may make everything outside of it inert.
    link.click();
    Timeout::new(KEPT, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// A name as part of a file's: small letters and digits, with dashes between words.
pub fn file_name(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_products_name_in_a_files() {
        for (name, file) in
            [("Simgrove", "simgrove"), (" O'Brien & Söhne / 2 ", "o-brien-söhne-2"), ("…", "")]
        {
            assert_eq!(file_name(name), file);
        }
    }
}
