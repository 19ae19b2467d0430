//! When the app itself breaks: nothing on the page works any more, so it says so.

use std::panic;
use web_sys::Document;

/// The panel in `index.html`, outside of all that the app draws. Its words stand there, since texts may not be loaded.
const PANEL: &str = "broken";

/// From now on a panic is logged and shown.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            show(&document);
        }
    }));
}

/// The links in the panel lead to this very page: a link is followed even when no code runs.
fn show(document: &Document) {
    let Some(panel) = document.get_element_by_id(PANEL) else { return };
    let _ = panel.remove_attribute("hidden");
    let here = document.location().and_then(|location| location.href().ok()).unwrap_or_default();
    let Ok(links) = panel.query_selector_all("a") else { return };
    for at in 0..links.length() {
        if let Some(link) =
            links.get(at).and_then(|link| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(link).ok())
        {
            let _ = link.set_attribute("href", &here);
        }
    }
}
