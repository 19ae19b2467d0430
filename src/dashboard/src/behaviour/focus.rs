//! Where the focus is and where it goes: never to `<body>` (practice: a keyboard user would start again at the top).

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The element that has the focus; `None` when nothing in particular has it.
pub fn focused() -> Option<HtmlElement> {
    let document = document();
    let active = document.active_element()?;
    if document.body().is_some_and(|body| *body == active) { None } else { active.dyn_into().ok() }
}

/// The heading of a page. Whoever came from within the app, by a link or button that had the focus, goes on reading there,
/// also when what had the focus is gone by then.
pub fn page_heading(came_from_within: bool) -> NodeRef<html::H1> {
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(move |heading| {
        if came_from_within || focused().is_some() {
            let _ = heading.focus();
        }
    });
    heading
}

/// Focuses an element without scrolling the page to it.
pub fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls an element into sight, as little as possible.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The first element inside `root` that matches the selector.
pub fn find(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok())
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).and_then(|found| found.dyn_into().ok())
}

/// Moves the focus when the page is drawn, unless it has gone elsewhere by then: on a busy machine the next frame takes
/// long enough for a person to press and type somewhere else.
pub fn in_next_frame(take: impl FnOnce() + 'static) {
    let before = focused();
    request_animation_frame(move || {
        let now = focused();
        if now.is_none() || now == before {
            take();
        }
    });
}

/// Gives the focus to what `find` finds when the page is drawn, unless it has gone elsewhere by then.
pub fn once_drawn(find: impl FnOnce() -> Option<HtmlElement> + 'static) {
    in_next_frame(move || {
        if let Some(element) = find() {
            let _ = element.focus();
        }
    });
}

/// Gives the focus back to the button that opened what is closing; it may be drawn anew.
pub fn button_once_drawn(button: NodeRef<html::Button>) {
    once_drawn(move || button.try_get_untracked().flatten().map(Into::into));
}

/// Gives the focus back to where it came from, unless it has gone somewhere else already.
pub fn give_back(invoker: Option<HtmlElement>, otherwise: impl FnOnce() -> Option<HtmlElement>) {
    if focused().is_some() {
        return;
    }
    if let Some(element) = invoker.filter(|element| element.is_connected()).or_else(otherwise) {
        let _ = element.focus();
    }
}
