//! How much a page holds on to, as Chromium's own tools count it.

use crate::person::Person;
use serde_json::{Value, json};

/// Notes the memory of the WebAssembly instance when it is made, before the page's own scripts run.
const NOTE_MEMORY: &str = "
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => {
      const made = await start(...all);
      window.__wasmMemory ??= made.instance.exports.memory;
      return made;
    };";

/// What a page holds on to after everything that can be freed was freed.
#[derive(Clone, Copy, Debug)]
pub struct Footprint {
    /// Nodes of the document, and those that are off the page but referred to.
    pub nodes: u64,
    pub listeners: u64,
    /// Bytes of JavaScript's heap.
    pub script_bytes: u64,
    /// Bytes of WebAssembly's memory, which never shrinks.
    pub wasm_bytes: u64,
}

impl Footprint {
    /// To be called before the page is opened that is to be measured.
    #[track_caller]
    pub fn prepare(person: &Person) {
        devtools(person, "Page.addScriptToEvaluateOnNewDocument", &json!({ "source": NOTE_MEMORY }));
    }

    #[track_caller]
    pub fn of(person: &Person) -> Self {
        devtools(person, "HeapProfiler.collectGarbage", &json!({}));
        let counters = devtools(person, "Memory.getDOMCounters", &json!({}));
        let number = |value: &Value| value.as_f64().unwrap_or_default() as u64;
        Self {
            nodes: number(&counters["nodes"]),
            listeners: number(&counters["jsEventListeners"]),
            script_bytes: number(&person.run("return performance.memory.usedJSHeapSize", &json!([]))),
            wasm_bytes: number(&person.run("return window.__wasmMemory.buffer.byteLength", &json!([]))),
        }
    }
}

#[track_caller]
fn devtools(person: &Person, command: &str, parameters: &Value) -> Value {
    match person.browser().devtools(command, parameters) {
        Ok(answer) => answer,
        Err(error) => panic!("{command}: {error}"),
    }
}
