//! What went wrong in front of someone.

use super::Person;
use crate::engine::Engine;
use serde_json::{Value, json};
use std::collections::BTreeSet;

impl Person {
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
}
