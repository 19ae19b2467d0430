//! Announcements of the API as they come (server-sent events).

use crate::retry::backing_off;
use contract::event::Event;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

/// What the stream tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventNotice {
    /// Connected, also again: what was announced in between is lost, so ask for the changes.
    Opened,
    /// An announcement.
    Event(Event),
    /// The connection broke, or could not be made. Told once until it is back.
    Broken,
}

/// Listens until it is dropped.
pub struct EventStream(Rc<Inner>);

struct Inner {
    url: String,
    on_event: Box<dyn Fn(EventNotice)>,
    source: RefCell<Option<Source>>,
    /// Runs out when it is time to connect again.
    timer: RefCell<Option<Timeout>>,
    failures: Cell<u32>,
    broken: Cell<bool>,
}

/// One connection and what listens to it.
struct Source {
    events: EventSource,
    _open: Closure<dyn Fn()>,
    _message: Closure<dyn Fn(MessageEvent)>,
    _error: Closure<dyn Fn()>,
}

impl Drop for Source {
    fn drop(&mut self) {
        self.events.set_onopen(None);
        self.events.set_onmessage(None);
        self.events.set_onerror(None);
        self.events.close();
    }
}

impl EventStream {
    pub(crate) fn open(url: String, on_event: impl Fn(EventNotice) + 'static) -> Self {
        let inner = Rc::new(Inner {
            url,
            on_event: Box::new(on_event),
            source: RefCell::default(),
            timer: RefCell::default(),
            failures: Cell::default(),
            broken: Cell::default(),
        });
        inner.connect();
        Self(inner)
    }

    /// Connects at once where the browser has given up: what kept it from connecting is gone.
    pub fn connect_now(&self) {
        if self.0.has_given_up() {
            self.0.timer.take();
            self.0.connect();
        }
    }
}

impl Inner {
    fn connect(self: &Rc<Self>) {
        match Source::new(self) {
            Some(source) => *self.source.borrow_mut() = Some(source),
            None => self.failed(true),
        }
    }

    fn has_given_up(&self) -> bool {
        let is_closed = |source: &Source| source.events.ready_state() == EventSource::CLOSED;
        self.source.borrow().as_ref().is_none_or(is_closed)
    }

    fn opened(&self) {
        self.failures.set(0);
        self.broken.set(false);
        (self.on_event)(EventNotice::Opened);
    }

    fn received(&self, message: &MessageEvent) {
        let text = message.data().as_string().unwrap_or_default();
        if let Ok(event) = serde_json::from_str(&text) {
            (self.on_event)(EventNotice::Event(event));
        }
    }

    /// The browser itself goes on connecting after most failures; where it gave up, we do, ever less often.
    fn failed(self: &Rc<Self>, gave_up: bool) {
        if gave_up {
            let failures = self.failures.get();
            self.failures.set(failures.saturating_add(1));
            let weak = Rc::downgrade(self);
            let pause = backing_off(failures + 1, js_sys::Math::random());
            let timer = Timeout::new(pause, move || with(&weak, Self::connect));
            *self.timer.borrow_mut() = Some(timer);
        }
        if !self.broken.replace(true) {
            (self.on_event)(EventNotice::Broken);
        }
    }
}

impl Source {
    fn new(inner: &Rc<Inner>) -> Option<Self> {
        let events = EventSource::new(&inner.url).ok()?;
        let weak = Rc::downgrade(inner);
        let open = Closure::<dyn Fn()>::new(move || with(&weak, |inner| inner.opened()));
        let weak = Rc::downgrade(inner);
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
            with(&weak, |inner| inner.received(&message));
        });
        let (weak, source) = (Rc::downgrade(inner), events.clone());
        let error = Closure::<dyn Fn()>::new(move || {
            let gave_up = source.ready_state() == EventSource::CLOSED;
            with(&weak, |inner| inner.failed(gave_up));
        });
        events.set_onopen(Some(open.as_ref().unchecked_ref()));
        events.set_onmessage(Some(message.as_ref().unchecked_ref()));
        events.set_onerror(Some(error.as_ref().unchecked_ref()));
        Some(Self { events, _open: open, _message: message, _error: error })
    }
}

/// Does something unless the stream was dropped.
fn with(inner: &Weak<Inner>, act: impl FnOnce(&Rc<Inner>)) {
    if let Some(inner) = inner.upgrade() {
        act(&inner);
    }
}
