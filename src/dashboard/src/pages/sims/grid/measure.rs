//! How large the grid is and how far it is scrolled.

use super::Grid;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// The measures the grid draws with, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    pub width: f64,
    pub height: f64,
    pub scroll: f64,
}

/// Keeps [`Measures`] at what the browser says.
pub fn follow(grid: Grid) {
    let Grid { element, measures, .. } = grid;
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let observed = element.clone();
        let read = move || {
            measures.update(|measures| {
                measures.width = f64::from(observed.client_width());
                measures.height = f64::from(observed.client_height());
            });
        };
        read();
        let on_resize = Closure::<dyn FnMut()>::new(read);
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref());
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        // The closure lives as long as the observer.
        let held = StoredValue::new_local((observer, on_resize));
        on_cleanup(move || held.with_value(|(observer, _)| observer.disconnect()));
    });
}
