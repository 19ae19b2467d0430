//! How large elements are, as signals.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDivElement, ResizeObserver};

/// The inner height of an element in CSS pixels; 0 until it is on the page.
pub fn height_of(element: NodeRef<html::Div>) -> ReadSignal<f64> {
    measured(element, |element| element.client_height())
}

/// The inner width of an element in CSS pixels; 0 until it is on the page.
pub fn width_of(element: NodeRef<html::Div>) -> ReadSignal<f64> {
    measured(element, |element| element.client_width())
}

fn measured(element: NodeRef<html::Div>, read: fn(&HtmlDivElement) -> i32) -> ReadSignal<f64> {
    let (size, set_size) = signal(0.0);
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn Fn()>)>);
    let stop = move || {
        if let Some((observer, _)) = observer.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    };
    Effect::new(move |_| {
        stop();
        let Some(element) = element.get() else { return };
        let observed = element.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let _ = set_size.try_set(f64::from(read(&observed)));
        });
        if let Ok(new) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            new.observe(&element);
            observer.set_value(Some((new, changed)));
        }
    });
    on_cleanup(stop);
    size
}
