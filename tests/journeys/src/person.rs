//! Someone in front of a browser.

mod script;
mod trouble;
mod window;

use crate::axe::{self, Violation};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::query::{Name, Query};
use crate::spot::Spot;
use crate::wire::Outcome;
use crate::{keys, pointer, wait};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::rc::Rc;
use std::time::Duration;

/// A person with a browser of their own. Clones are the same person.
#[derive(Clone)]
pub struct Person {
    inner: Rc<Inner>,
}

struct Inner {
    browser: Browser,
    origin: String,
    /// What the browser's own log said so far: reading it empties it.
    logged: RefCell<Vec<String>>,
    expects_trouble: Cell<bool>,
    /// Another origin that the page may ask.
    other_origin: RefCell<Option<String>>,
}

impl Person {
    pub(crate) fn new(browser: Browser, origin: &str) -> Self {
        let inner = Inner {
            browser,
            origin: origin.to_owned(),
            logged: RefCell::default(),
            expects_trouble: Cell::new(false),
            other_origin: RefCell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }

    pub fn engine(&self) -> Engine {
        self.browser().engine
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.inner.browser
    }

    // Looking.

    /// The place with this role and this name.
    pub fn find(&self, role: &str, name: impl Into<Name>) -> Spot {
        self.find_by(Query::role(role).named(name))
    }

    /// All places with this role.
    pub fn find_all(&self, role: &str) -> Spot {
        self.find_by(Query::role(role))
    }

    /// The form field with this label.
    pub fn field(&self, label: impl Into<Name>) -> Spot {
        self.find_by(Query::label(label))
    }

    /// What shows this text itself.
    pub fn text(&self, text: impl Into<Name>) -> Spot {
        self.find_by(Query::text(text))
    }

    pub fn find_by(&self, query: Query) -> Spot {
        Spot::new(self.clone(), vec![query])
    }

    /// The page as a screen reader gives it.
    #[track_caller]
    pub fn tree(&self) -> String {
        must("reading the accessible tree", self.ask("tree", &Value::Null))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What axe-core finds wrong with the page as it is now.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        axe::violations(self)
    }

    /// Fails if axe-core finds anything.
    #[track_caller]
    pub fn is_accessible(&self) {
        let violations = self.axe();
        let list: Vec<String> = violations.iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "axe-core found:\n{}", list.join("\n"));
    }

    /// What of the page nobody can read: texts that are cut off, a page that scrolls sideways, bars that leave no room.
    #[track_caller]
    pub fn cut_off(&self) -> Vec<String> {
        let found = must("looking for what is cut off", self.ask("cutOff", &Value::Null));
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// What is to be pressed and smaller than this many CSS pixels.
    #[track_caller]
    pub fn smaller_than(&self, size: u32) -> Vec<String> {
        let found = must("looking for what is small", self.ask("smallerThan", &json!(size)));
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    // Going.

    /// Opens an address below the origin, as if it were typed in.
    #[track_caller]
    pub fn goto(&self, path: &str) {
        let address = format!("{}{path}", self.inner.origin);
        must(&format!("going to {path}"), self.post("url", &json!({ "url": address })));
    }

    /// Goes to an address from where the app is, as a link in it does: nothing is loaded anew.
    #[track_caller]
    pub fn follow_link_to(&self, path: &str) {
        let script = "
            const link = document.createElement('a');
            link.href = arguments[0];
            document.body.append(link);
            link.click();
            link.remove();";
        self.run(script, &json!([path]));
        self.arrives_at(path);
    }

    #[track_caller]
    pub fn back(&self) {
        must("going back", self.post("back", &json!({})));
    }

    #[track_caller]
    pub fn forward(&self) {
        must("going forward", self.post("forward", &json!({})));
    }

    #[track_caller]
    pub fn reload(&self) {
        must("reloading", self.post("refresh", &json!({})));
    }

    /// What the address bar shows, without the origin.
    #[track_caller]
    pub fn address(&self) -> String {
        let address = self.read("url");
        address.strip_prefix(&self.inner.origin).map(str::to_owned).unwrap_or(address)
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.read("title")
    }

    /// What the browser says of the page, as soon as it is not between two of them.
    #[track_caller]
    fn read(&self, what: &str) -> String {
        let read = wait::until(wait::PATIENCE, || match self.browser().session.get(what) {
            Err(error) if error.is_passing() => None,
            read => Some(read),
        });
        let read = read.unwrap_or_else(|| panic!("the page never comes to rest"));
        must(&format!("reading the {what}"), read).as_str().unwrap_or_default().to_owned()
    }

    // Keys.

    /// Presses a key, with modifiers if there are any: `Control+Shift+ArrowDown`.
    #[track_caller]
    pub fn press(&self, combination: &str) {
        self.act(&format!("pressing {combination}"), &pointer::keyboard(keys::strokes(combination)));
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.act(&format!("typing {text:?}"), &pointer::keyboard(keys::typing(text)));
    }

    /// What has the focus, as `role "name"`; empty if it is the page.
    #[track_caller]
    pub fn focus(&self) -> String {
        let tree = self.tree();
        let line = tree.lines().find(|line| line.ends_with("← focus")).unwrap_or_default();
        let role = line.trim().split(' ').next().unwrap_or_default();
        match line.split('"').nth(1) {
            Some(name) => format!("{role} {name:?}"),
            None => String::new(),
        }
    }

    // A pointer, and a finger.

    /// Clicks at a place of the window: on what is painted and has no name.
    #[track_caller]
    pub fn click_at(&self, at: (i64, i64)) {
        self.act(&format!("clicking at {at:?}"), &pointer::click(at, pointer::LEFT, 1, &[]));
    }

    /// The same with the button that opens menus.
    #[track_caller]
    pub fn right_click_at(&self, at: (i64, i64)) {
        self.act(&format!("right-clicking at {at:?}"), &pointer::click(at, pointer::RIGHT, 1, &[]));
    }

    /// Takes the page along with a finger.
    #[track_caller]
    pub fn swipe(&self, from: (i64, i64), until: (i64, i64)) {
        self.act(&format!("swiping from {from:?} to {until:?}"), &pointer::swipe(from, until));
    }

    /// Taps beside everything that has a name, such as on what lies below a menu.
    #[track_caller]
    pub fn tap_at(&self, at: (i64, i64)) {
        self.act(&format!("tapping at {at:?}"), &pointer::tap(at));
    }

    /// Takes over a session that someone else has signed in to.
    #[track_caller]
    pub(crate) fn take_cookie(&self, cookie: &Value) {
        must("taking over a session", self.post("cookie", &json!({ "cookie": cookie })));
    }

    // Waiting.

    /// Waits until a condition holds, and fails with its description if it does not come.
    #[track_caller]
    pub fn wait_until(&self, description: &str, mut condition: impl FnMut() -> bool) {
        if wait::until(wait::PATIENCE, || condition().then_some(())).is_none() {
            panic!("in vain waited until {description}");
        }
    }

    /// The same for what takes longer than a person usually has patience for.
    #[track_caller]
    pub fn wait_for_long(&self, description: &str, patience: Duration, mut condition: impl FnMut() -> bool) {
        if wait::until(patience, || condition().then_some(())).is_none() {
            panic!("in vain waited {patience:?} until {description}");
        }
    }

    /// Waits until something has become what is expected, and fails with what it was at last.
    #[track_caller]
    pub fn comes_to<T: PartialEq + Debug>(&self, what: &str, expected: T, mut now: impl FnMut() -> T) {
        if wait::until(wait::PATIENCE, || (now() == expected).then_some(())).is_none() {
            panic!("in vain waited that {what} came to {expected:?}, it is {:?}", now());
        }
    }

    /// Waits until the address bar shows this, origin left out.
    #[track_caller]
    pub fn arrives_at(&self, path: &str) {
        let arrived = wait::until(wait::PATIENCE, || (self.address() == path).then_some(()));
        assert!(arrived.is_some(), "in vain waited to arrive at {path}, still at {}", self.address());
    }

    /// Waits until the page has all that it shows.
    #[track_caller]
    pub fn sees_all(&self) {
        self.wait_until("the page has come to rest", || {
            self.ask("rests", &Value::Null).is_ok_and(|rests| rests == true)
        });
    }

    #[track_caller]
    fn act(&self, what: &str, actions: &Value) {
        must(what, self.post("actions", actions));
    }
}

#[track_caller]
fn must<T>(what: &str, outcome: Outcome<T>) -> T {
    outcome.unwrap_or_else(|error| panic!("{what} failed: {error}"))
}
