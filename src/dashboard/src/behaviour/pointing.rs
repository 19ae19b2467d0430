//! Following a pointer from its press until it is lifted, wherever on the screen it goes.

use js_sys::Function;
use leptos::prelude::{set_timeout, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, KeyboardEvent, PointerEvent};

/// How far a pressed pointer moves before that is a drag and no longer a click, in CSS pixels.
pub const STRAY: f64 = 5.0;

/// How long a finger rests to open a menu, and how far it may stray.
const RESTS_FOR: Duration = Duration::from_millis(500);
const RESTS_WITHIN: f64 = 10.0;

/// Whether what points is a finger, in the first place: things are larger then.
pub fn is_coarse() -> bool {
    let query = window().match_media("(pointer: coarse)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// What the pointer did.
pub enum Pointing {
    /// It is at this place of the window, and has moved so far to the right since the press.
    Moved {
        x: f64,
        y: f64,
        by: f64,
    },
    Lifted,
    /// The browser took it for something else, such as scrolling, or the person pressed Escape.
    Cancelled,
}

/// Tells everything that the pointer of this press does, up to and with its end.
pub fn follow(press: &PointerEvent, tell: impl Fn(Pointing) + 'static) {
    let (id, start) = (press.pointer_id(), f64::from(press.client_x()));
    listen(move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            if key.key() != "Escape" {
                return true;
            }
            // It ends the drag, and nothing else.
            key.prevent_default();
            key.stop_propagation();
            tell(Pointing::Cancelled);
            return false;
        }
        let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.pointer_id() == id)
        else {
            return true;
        };
        let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
        match event.type_().as_str() {
            "pointermove" => tell(Pointing::Moved { x, y, by: x - start }),
            "pointerup" => tell(Pointing::Lifted),
            _ => tell(Pointing::Cancelled),
        }
        event.type_() == "pointermove"
    });
}

/// Does something when a finger rests where it was pressed. Engines differ in whether they send a `contextmenu` event for
/// it.
pub fn on_rest(press: &PointerEvent, act: impl FnOnce(f64, f64) + 'static) {
    if press.pointer_type() != "touch" {
        return;
    }
    let (x, y) = (f64::from(press.client_x()), f64::from(press.client_y()));
    let rests = Rc::new(Cell::new(true));
    let over = Rc::clone(&rests);
    follow(press, move |pointing| match pointing {
        Pointing::Moved { x: to_x, y: to_y, .. } if (to_x - x).hypot(to_y - y) <= RESTS_WITHIN => {}
        _ => over.set(false),
    });
    set_timeout(
        move || {
            if rests.take() {
                act(x, y);
            }
        },
        RESTS_FOR,
    );
}

/// Hears of events on the page, before their targets do, for as long as `act` says so. The browser frees the closure:
/// it cannot be freed while it runs.
fn listen(act: impl Fn(&Event) -> bool + 'static) {
    const NAMES: [&str; 4] = ["pointermove", "pointerup", "pointercancel", "keydown"];
    let callback = Rc::new(RefCell::new(None::<Function>));
    let own = Rc::clone(&callback);
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if own.borrow().is_none() || act(&event) {
            return;
        }
        if let Some(callback) = own.take() {
            for name in NAMES {
                let _ = window().remove_event_listener_with_callback_and_bool(name, &callback, true);
            }
        }
    });
    let function: Function = closure.into_js_value().unchecked_into();
    for name in NAMES {
        let _ = window().add_event_listener_with_callback_and_bool(name, &function, true);
    }
    callback.replace(Some(function));
}
