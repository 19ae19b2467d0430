//! A place on a page.

use crate::engine::Engine;
use crate::person::Person;
use crate::pointer::{self, LEFT, Point, RIGHT};
use crate::query::{Name, Query};
use crate::wait;
use crate::wire::{ELEMENT, Outcome};
use serde_json::{Value, json};
use std::path::Path;

/// A place on a page, found anew each time something is done with it: the page may have drawn it again
/// since. Acting on it waits until it is there, once, and in reach.
#[derive(Clone)]
pub struct Spot {
    person: Person,
    path: Vec<Query>,
}

/// What a look at the page found.
struct Sight {
    /// The step of the path that did not lead to one place, or the last one.
    step: usize,
    count: usize,
    elements: Vec<Value>,
}

impl Spot {
    pub(crate) fn new(person: Person, path: Vec<Query>) -> Self {
        Self { person, path }
    }

    // Looking further.

    /// The place inside this one with this role and this name.
    pub fn find(&self, role: &str, name: impl Into<Name>) -> Self {
        self.find_by(Query::role(role).named(name))
    }

    /// All places inside this one with this role.
    pub fn find_all(&self, role: &str) -> Self {
        self.find_by(Query::role(role))
    }

    pub fn field(&self, label: impl Into<Name>) -> Self {
        self.find_by(Query::label(label))
    }

    pub fn text_inside(&self, text: impl Into<Name>) -> Self {
        self.find_by(Query::text(text))
    }

    pub fn find_by(&self, query: Query) -> Self {
        let mut path = self.path.clone();
        path.push(query);
        Self { person: self.person.clone(), path }
    }

    /// Of several places the one with this index, from 0.
    pub fn nth(&self, index: usize) -> Self {
        let mut path = self.path.clone();
        let last = path.pop().expect("a path has a step");
        path.push(last.nth(index));
        Self { person: self.person.clone(), path }
    }

    pub fn first(&self) -> Self {
        self.nth(0)
    }

    // Looking now.

    /// How many there are now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.sight().elements.len()
    }

    /// Whether there is any now.
    #[track_caller]
    pub fn exists(&self) -> bool {
        self.count() > 0
    }

    /// The texts of all of them, as they are now.
    #[track_caller]
    pub fn texts(&self) -> Vec<String> {
        let script = "return [...arguments].map((it) => it.innerText.replace(/\\s+/g, ' ').trim())";
        let texts = self.ask_all(script);
        texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    // Waiting.

    /// Waits until it is there, once.
    #[track_caller]
    pub fn appears(&self) -> &Self {
        self.with("to see", |_| Ok(()));
        self
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn disappears(&self) {
        let gone = wait::until(wait::PATIENCE, || (!self.exists()).then_some(()));
        assert!(gone.is_some(), "in vain waited that {self} goes away");
    }

    /// Waits until there are this many.
    #[track_caller]
    pub fn amounts_to(&self, count: usize) {
        let enough = wait::until(wait::PATIENCE, || (self.count() == count).then_some(()));
        assert!(enough.is_some(), "in vain waited for {count} of {self}: there are {}", self.count());
    }

    /// Waits until its text contains this.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        let shown = wait::until(wait::PATIENCE, || {
            let sight = self.sight();
            let [element] = &sight.elements[..] else { return None };
            let text_now = self.person.try_run(TEXT, &json!([element])).ok()?;
            text_now.as_str()?.contains(text).then_some(())
        });
        if shown.is_none() {
            panic!("in vain waited that {self} shows {text:?}: it shows {:?}", self.texts());
        }
    }

    /// Waits until it has the focus.
    #[track_caller]
    pub fn has_focus(&self) {
        let focused = wait::until(wait::PATIENCE, || self.is_focused().then_some(()));
        assert!(
            focused.is_some(),
            "in vain waited that {self} has the focus: {:?} has it",
            self.person.focus()
        );
    }

    #[track_caller]
    pub fn is_focused(&self) -> bool {
        self.ask_all("return [...arguments].includes(document.activeElement)") == true
    }

    // Reading; each waits until it is there.

    #[track_caller]
    pub fn text(&self) -> String {
        self.ask_it(TEXT).as_str().unwrap_or_default().to_owned()
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.ask_it("return arguments[0].value").as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let element = |element: &Value| {
            self.person.try_run("return arguments[0].getAttribute(arguments[1])", &json!([element, name]))
        };
        self.with("to read", element).as_str().map(str::to_owned)
    }

    /// The name that the browser itself computes.
    #[track_caller]
    pub fn name(&self) -> String {
        let name = |element: &Value| {
            self.person.browser().session.get(&format!("element/{}/computedlabel", id(element)))
        };
        self.with("to name", name).as_str().unwrap_or_default().to_owned()
    }

    /// Left, top, width and height in the window.
    #[track_caller]
    pub fn rectangle(&self) -> [f64; 4] {
        let rectangle = self.ask_it(
            "const { left, top, width, height } = arguments[0].getBoundingClientRect(); return [left, top, width, height]",
        );
        std::array::from_fn(|index| rectangle[index].as_f64().unwrap_or_default())
    }

    #[track_caller]
    pub fn is_disabled(&self) -> bool {
        self.ask_it("return arguments[0].matches(':disabled, [aria-disabled=true]')") == true
    }

    #[track_caller]
    fn ask_it(&self, script: &str) -> Value {
        self.with("to read", |element| self.person.try_run(script, &json!([element])))
    }

    // Doing; each waits until it is there, once, and in reach.

    #[track_caller]
    pub fn click(&self) {
        self.point("to click", |at| pointer::click(at, LEFT, 1, &[]));
    }

    /// Clicks while keys such as `Control` or `Shift` are held down.
    #[track_caller]
    pub fn click_with(&self, held: &[&str]) {
        self.point("to click", |at| pointer::click(at, LEFT, 1, held));
    }

    #[track_caller]
    pub fn double_click(&self) {
        self.point("to double-click", |at| pointer::click(at, LEFT, 2, &[]));
    }

    /// WebKit's driver never lets go of the right button again, so there the page is told of the click
    /// without one.
    #[track_caller]
    pub fn right_click(&self) {
        if self.person.engine() == Engine::WebKit {
            self.try_with("to right-click", |element| match self.person.aim(element)? {
                Some((x, y)) => self.person.ask("rightClick", &json!([x, y])).map(Some),
                None => Ok(None),
            });
        } else {
            self.point("to right-click", |at| pointer::click(at, RIGHT, 1, &[]));
        }
    }

    #[track_caller]
    pub fn hover(&self) {
        self.point("to hover over", pointer::hover);
    }

    #[track_caller]
    pub fn tap(&self) {
        self.point("to tap", pointer::tap);
    }

    #[track_caller]
    pub fn long_press(&self) {
        self.point("to long-press", pointer::long_press);
    }

    /// Turns the wheel over it; down is positive.
    #[track_caller]
    pub fn scroll_by(&self, down: i32) {
        self.point("to scroll", |at| pointer::wheel(at, down));
    }

    /// Drags it onto another place.
    #[track_caller]
    pub fn drag_to(&self, target: &Spot) {
        self.try_with("to drag", |from| {
            target.look().and_then(|sight| {
                let [to] = &sight.elements[..] else { return Ok(None) };
                // Bringing the target into view may move the start, so that is aimed at last.
                let (Some(to), Some(from)) = (self.person.aim(to)?, self.person.aim(from)?) else {
                    return Ok(None);
                };
                self.person.post("actions", &pointer::drag(from, to)).map(Some)
            })
        });
    }

    /// Takes it at a part of its width and height, and drags that so far to the right and down.
    #[track_caller]
    pub fn drag_by(&self, part: (f64, f64), by: Point) {
        self.at_part("to drag", part, |from| pointer::drag(from, (from.0 + by.0, from.1 + by.1)));
    }

    /// Double-clicks at a part of its width and height.
    #[track_caller]
    pub fn double_click_at(&self, part: (f64, f64)) {
        self.at_part("to double-click", part, |at| pointer::click(at, LEFT, 2, &[]));
    }

    #[track_caller]
    fn at_part(&self, what: &str, part: (f64, f64), actions: impl Fn(Point) -> Value) {
        let script = "
            const { left, top, width, height } = arguments[0].getBoundingClientRect();
            return [Math.round(left + width * arguments[1]), Math.round(top + height * arguments[2])];";
        self.try_with(what, |element| {
            if self.person.aim(element)?.is_none() {
                return Ok(None);
            }
            let at = self.person.try_run(script, &json!([element, part.0, part.1]))?;
            let Some(at) = at[0].as_i64().zip(at[1].as_i64()) else { return Ok(None) };
            self.person.post("actions", &actions(at)).map(Some)
        });
    }

    /// Moves the focus to it without a click, as Tab would.
    #[track_caller]
    pub fn focus(&self) {
        self.ask_it("arguments[0].focus()");
    }

    /// Types into it, after what stands there.
    #[track_caller]
    pub fn type_into(&self, text: &str) {
        self.with("to type into", |element| {
            self.person.post(&format!("element/{}/value", id(element)), &json!({ "text": text }))
        });
    }

    /// Types into it instead of what stands there.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.with("to fill", |element| {
            self.person.try_run("arguments[0].focus(); arguments[0].select()", &json!([element]))
        });
        if text.is_empty() {
            self.person.press("Delete");
        } else {
            self.person.type_text(text);
        }
    }

    /// Replaces what stands in a field by a text as if it came from the clipboard.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        let script = "
            arguments[0].focus();
            arguments[0].select();
            return document.execCommand('insertText', false, arguments[1]);";
        let pasted =
            self.with("to paste into", |element| self.person.try_run(script, &json!([element, text])));
        assert_eq!(pasted, true, "{self} took nothing from the clipboard");
    }

    /// Chooses an option of a list box that the browser draws.
    #[track_caller]
    pub fn choose(&self, option: &str) {
        self.find("option", option).with("to choose", |element| {
            self.person.post(&format!("element/{}/click", id(element)), &json!({}))
        });
    }

    /// Gives a file field a file.
    #[track_caller]
    pub fn upload(&self, file: &Path) {
        let path = file.to_str().expect("its path is text");
        self.with("to upload to", |element| {
            self.person.post(&format!("element/{}/value", id(element)), &json!({ "text": path }))
        });
    }

    /// Aims a pointer at it and acts.
    #[track_caller]
    fn point(&self, what: &str, actions: impl Fn(Point) -> Value) {
        self.try_with(what, |element| match self.person.aim(element)? {
            Some(at) => self.person.post("actions", &actions(at)).map(Some),
            None => Ok(None),
        });
    }

    // Finding.

    #[track_caller]
    fn with<T>(&self, what: &str, act: impl Fn(&Value) -> Outcome<T>) -> T {
        self.try_with(what, |element| act(element).map(Some))
    }

    /// Does something with the one place, as soon as it is there and lets it be done.
    #[track_caller]
    fn try_with<T>(&self, what: &str, act: impl Fn(&Value) -> Outcome<Option<T>>) -> T {
        let mut reason = String::new();
        let done = wait::until(wait::PATIENCE, || {
            let outcome = self.look().and_then(|sight| match &sight.elements[..] {
                [element] => {
                    reason = "it moves, or something lies over it".to_owned();
                    act(element)
                }
                _ => {
                    reason = format!("there are {} of {}", sight.count, self.path[sight.step]);
                    Ok(None)
                }
            });
            match outcome {
                Ok(done) => done.map(Ok),
                Err(error) if error.is_passing() => {
                    reason = error.to_string();
                    None
                }
                Err(error) => Some(Err(error)),
            }
        });
        match done {
            Some(Ok(done)) => done,
            Some(Err(error)) => panic!("{what} {self} failed: {error}"),
            None => panic!("in vain waited {what} {self}: {reason}"),
        }
    }

    #[track_caller]
    fn sight(&self) -> Sight {
        self.standing_still(Ok)
    }

    /// What a script says of all that are there now.
    #[track_caller]
    fn ask_all(&self, script: &str) -> Value {
        self.standing_still(|sight| self.person.try_run(script, &json!(sight.elements)))
    }

    /// Asks about what is there now. It may be gone before the driver has a handle for it, or before the question.
    #[track_caller]
    fn standing_still<T>(&self, ask: impl Fn(Sight) -> Outcome<T>) -> T {
        let answer = wait::until(wait::PATIENCE, || match self.look().and_then(&ask) {
            Err(error) if error.is_passing() => None,
            answer => Some(answer),
        });
        let answer = answer.unwrap_or_else(|| panic!("{self} never stands still"));
        answer.unwrap_or_else(|error| panic!("looking for {self} failed: {error}"))
    }

    fn look(&self) -> Outcome<Sight> {
        let steps: Vec<Value> = self.path.iter().map(Query::as_json).collect();
        let seen = self.person.ask("find", &json!(steps))?;
        let number = |key: &str| seen[key].as_u64().unwrap_or_default() as usize;
        let elements = seen["elements"].as_array().cloned().unwrap_or_default();
        Ok(Sight { step: number("step"), count: number("count"), elements })
    }
}

const TEXT: &str = "return arguments[0].innerText.replace(/\\s+/g, ' ').trim()";

fn id(element: &Value) -> &str {
    element[ELEMENT].as_str().unwrap_or_default()
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, step) in self.path.iter().rev().enumerate() {
            write!(f, "{}{step}", if index > 0 { " in " } else { "" })?;
        }
        Ok(())
    }
}
