//! Beyond what a person can do: scripts in the page, and the wires of the browser.

use super::{Person, must};
use crate::page_scripts;
use crate::pointer::Point;
use crate::wire::Outcome;
use serde_json::{Value, json};

impl Person {
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
}
