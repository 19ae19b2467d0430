//! Someone in front of a browser.

use crate::axe::{self, Violation};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::pointer::Point;
use crate::query::{Name, Query};
use crate::spot::Spot;
use crate::wire::Outcome;
use crate::{keys, page_scripts, pointer, wait};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
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
        let address = must("reading the address", self.browser().session.get("url"));
        let address = address.as_str().unwrap_or_default();
        address.strip_prefix(&self.inner.origin).unwrap_or(address).to_owned()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        let title = must("reading the title", self.browser().session.get("title"));
        title.as_str().unwrap_or_default().to_owned()
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

    /// Taps beside everything that has a name, such as on what lies below a menu.
    #[track_caller]
    pub fn tap_at(&self, at: (i64, i64)) {
        self.act(&format!("tapping at {at:?}"), &pointer::tap(at));
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

    // The window.

    /// Makes the page this large, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            // Its window cannot be as narrow as a phone.
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            must("resizing", self.browser().devtools("Emulation.setDeviceMetricsOverride", &metrics));
        } else {
            // What lies around the page, as far as the engine knows it.
            let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
            let around = self.run(script, &json!([]));
            let around = |index: usize| around[index].as_f64().unwrap_or_default() as u32;
            let (mut outer_width, mut outer_height) = (width + around(0), height + around(1));
            for _ in 0..2 {
                let size = json!({ "x": 0, "y": 0, "width": outer_width, "height": outer_height });
                must("resizing", self.post("window/rect", &size));
                wait::until(wait::PATIENCE / 10, || (self.inner_size() == (width, height)).then_some(()));
                let (inner_width, inner_height) = self.inner_size();
                outer_width = (outer_width + width).saturating_sub(inner_width);
                outer_height = (outer_height + height).saturating_sub(inner_height);
            }
        }
        let size = self.inner_size();
        assert_eq!(size, (width, height), "the window did not take that size");
    }

    #[track_caller]
    fn inner_size(&self) -> (u32, u32) {
        let size = self.run("return [innerWidth, innerHeight]", &json!([]));
        let side = |index: usize| size[index].as_f64().unwrap_or_default() as u32;
        (side(0), side(1))
    }

    /// Has a telephone in place of a desk, as far as the engine goes: Chromium has its size and is pointed at by a finger,
    /// the other ones only are as narrow as their windows can be.
    #[track_caller]
    pub fn takes_a_telephone(&self) {
        if self.engine() == Engine::Chromium {
            let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
            must(
                "getting a touch screen",
                self.browser().devtools("Emulation.setTouchEmulationEnabled", &touch),
            );
        }
        self.resize(self.narrowest(390), 844);
    }

    /// A width that the window can have: only Chromium can be narrower than 500 CSS pixels.
    pub fn narrowest(&self, width: u32) -> u32 {
        if self.engine() == Engine::Chromium { width } else { width.max(500) }
    }

    /// Takes the page for dark or light, as if the system were set so. Chromium only.
    #[track_caller]
    pub fn prefers(&self, feature: &str, value: &str) {
        let media = json!({ "features": [{ "name": feature, "value": value }] });
        must("emulating a preference", self.browser().devtools("Emulation.setEmulatedMedia", &media));
    }

    /// Writes what the person sees to a file.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        must("taking a picture", self.try_screenshot(file));
    }

    pub(crate) fn try_screenshot(&self, file: &Path) -> Outcome<()> {
        let picture = self.browser().session.get("screenshot")?;
        let bytes = STANDARD.decode(picture.as_str().unwrap_or_default()).unwrap_or_default();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).expect("the folder for pictures can be made");
        }
        fs::write(file, bytes).expect("the picture can be written");
        Ok(())
    }

    /// Does what downloads a file, waits for it, and gives its name and text. WebKit would ask where to put it, so there
    /// the page's file is taken from under its last click.
    #[track_caller]
    pub fn download(&self, act: impl FnOnce()) -> (String, String) {
        if self.engine() == Engine::WebKit {
            self.run(page_scripts::CATCH_DOWNLOAD, &json!([]));
            act();
            let caught = wait::until(wait::PATIENCE, || {
                Some(self.run("return window.__caught", &json!([]))).filter(|it| !it.is_null())
            });
            let caught = caught.expect("in vain waited for a download");
            let part = |name: &str| caught[name].as_str().unwrap_or_default().to_owned();
            return (part("name"), part("text"));
        }
        let files = || -> BTreeSet<PathBuf> {
            let files = fs::read_dir(self.browser().downloads()).into_iter().flatten().flatten();
            files.map(|entry| entry.path()).collect()
        };
        let before = files();
        act();
        // Until a browser has all of it, the file has another name, or there is one of that name beside it.
        let unfinished =
            |file: &PathBuf| file.extension().is_some_and(|it| it == "crdownload" || it == "part");
        let file = wait::until(wait::PATIENCE, || {
            let new: Vec<PathBuf> = files().difference(&before).cloned().collect();
            let hidden =
                |file: &PathBuf| file.file_name().is_none_or(|it| it.to_string_lossy().starts_with('.'));
            if new.iter().any(|file| unfinished(file) || hidden(file)) {
                None
            } else {
                new.into_iter().next()
            }
        });
        let file = file.expect("in vain waited for a download");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("the download is text");
        (name, text)
    }

    /// A property of the first element that fits a selector, as it is drawn: for what nobody can name, such as a colour.
    pub fn drawn(&self, selector: &str, property: &str) -> Value {
        let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
        self.run(script, &json!([selector, property]))
    }

    // What went wrong.

    /// Errors, unhandled rejections, console errors and violations of the policy, so far.
    pub fn trouble(&self) -> Vec<String> {
        let noted = self
            .browser()
            .session
            .execute(
                "return JSON.parse(sessionStorage.getItem('simgrove-journey-trouble') ?? '[]')",
                &json!([]),
            )
            .unwrap_or_default();
        let noted = noted.as_array().into_iter().flatten();
        let text = |it: &Value| {
            format!(
                "{}: {}",
                it["kind"].as_str().unwrap_or_default(),
                it["text"].as_str().unwrap_or_default()
            )
        };
        let mut all: BTreeSet<String> = noted.map(text).collect();
        self.read_browsers_log();
        all.extend(self.inner.logged.borrow().iter().cloned());
        all.into_iter().collect()
    }

    /// Only Chromium keeps one. Answers such as 404 stand in it as well, and are no trouble by themselves.
    fn read_browsers_log(&self) {
        if self.engine() != Engine::Chromium {
            return;
        }
        let entries = self.post("se/log", &json!({ "type": "browser" })).unwrap_or_default();
        let serious = |entry: &&Value| entry["level"] == "SEVERE" && entry["source"] != "network";
        let text = |entry: &Value| format!("log: {}", entry["message"].as_str().unwrap_or_default());
        self.inner
            .logged
            .borrow_mut()
            .extend(entries.as_array().into_iter().flatten().filter(serious).map(text));
    }

    /// Says that this journey is about trouble, so that it does not fail because of it.
    pub fn expects_trouble(&self) {
        self.inner.expects_trouble.set(true);
    }

    /// Says that in this journey the page asks another origin than its own.
    pub fn expects_origin(&self, origin: &str) {
        *self.inner.other_origin.borrow_mut() = Some(origin.to_owned());
    }

    /// Every origin that the page asked for anything.
    #[track_caller]
    pub fn origins(&self) -> BTreeSet<String> {
        let script =
            "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)";
        let origins = self.run(script, &json!([]));
        origins.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// What every journey ends with.
    #[track_caller]
    pub(crate) fn is_untroubled(&self) {
        if !self.inner.expects_trouble.get() {
            let trouble = self.trouble();
            assert!(trouble.is_empty(), "the page had trouble:\n{}", trouble.join("\n"));
        }
        let other = self.inner.other_origin.borrow();
        let known = |it: &String| *it == self.inner.origin || other.as_ref() == Some(it) || it == "null";
        let foreign: Vec<String> = self.origins().into_iter().filter(|it| !known(it)).collect();
        assert!(foreign.is_empty(), "the page asked other origins for something: {foreign:?}");
    }

    // Beyond what a person can do.

    /// Runs a script in the page: for what cannot be seen, such as the position of a scroller.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: &Value) -> Value {
        must("running a script", self.browser().session.execute(script, arguments))
    }

    pub(crate) fn try_run(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.browser().session.execute(script, arguments)
    }

    /// Runs a script that calls the last of its arguments with its result.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: &Value) -> Value {
        must("running a script", self.browser().session.execute_async(script, arguments))
    }

    /// Asks the helper, which the page is given when it has none yet.
    pub(crate) fn ask(&self, question: &str, about: &Value) -> Outcome<Value> {
        let session = &self.browser().session;
        let call = json!([question, about]);
        let mut answer = session.execute(page_scripts::CALL, &call)?;
        if answer.is_null() {
            session.execute(&page_scripts::helper(), &json!([]))?;
            answer = session.execute(page_scripts::CALL, &call)?;
        }
        Ok(answer["is"].take())
    }

    /// Where to point at an element; none while something lies over it.
    pub(crate) fn aim(&self, element: &Value) -> Outcome<Option<Point>> {
        let at = self.ask("aim", element)?;
        Ok(at[0].as_i64().zip(at[1].as_i64()))
    }

    /// Runs a command of Chromium's own protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        must(command, self.browser().devtools(command, parameters))
    }

    /// The memory of the page's process, in bytes, when what nobody uses is thrown away. Chromium only.
    #[track_caller]
    pub fn memory_of_page(&self) -> u64 {
        // What the first round frees may have held other things.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", &json!({}));
        }
        self.browser().memory_of_page()
    }

    pub(crate) fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        self.browser().session.post(command, body)
    }

    #[track_caller]
    fn act(&self, what: &str, actions: &Value) {
        must(what, self.post("actions", actions));
    }

    /// Takes over a session that someone else has signed in to.
    #[track_caller]
    pub(crate) fn take_cookie(&self, cookie: &Value) {
        must("taking over a session", self.post("cookie", &json!({ "cookie": cookie })));
    }
}

#[track_caller]
fn must<T>(what: &str, outcome: Outcome<T>) -> T {
    outcome.unwrap_or_else(|error| panic!("{what} failed: {error}"))
}
