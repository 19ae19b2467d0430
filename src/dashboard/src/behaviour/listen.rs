//! Hearing of events anywhere on the page, before their targets do.

use leptos::prelude::{StoredValue, UpdateValue, on_cleanup, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, Node};

/// Calls `act` for every event of this name while the current owner lives. In the capture phase, which also passes
/// events that do not bubble (such as scroll).
pub fn everywhere(name: &'static str, act: impl Fn(&Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| act(&event));
    let target = window();
    let _ = target.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    let held = StoredValue::new_local(Some(closure));
    on_cleanup(move || {
        if let Some(closure) = held.try_update_value(Option::take).flatten() {
            let callback = closure.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool(name, callback, true);
        }
    });
}

/// Whether the event happened in `element` or something inside it.
pub fn within(event: &Event, element: &Node) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Node>().ok())
        .is_some_and(|target| element.contains(Some(&target)))
}
