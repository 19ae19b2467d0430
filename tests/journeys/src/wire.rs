//! WebDriver, as far as journeys need it.

use serde_json::{Value, json};
use std::fmt::{self, Display};
use std::time::Duration;
use ureq::Agent;
use ureq::http::Request;

/// The key under which WebDriver writes a reference to an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser session at a driver.
pub struct Session {
    agent: Agent,
    base: String,
}

/// Why a command failed: the driver's own code and sentence.
#[derive(Debug)]
pub struct WireError {
    pub code: String,
    message: String,
}

impl Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl WireError {
    fn new(code: &str, message: impl Display) -> Self {
        Self { code: code.to_owned(), message: message.to_string() }
    }

    /// Whether it may be otherwise in a moment, because the page is still moving.
    pub fn is_passing(&self) -> bool {
        const PASSING: [&str; 6] = [
            "element click intercepted",
            "element not interactable",
            "move target out of bounds",
            "no such element",
            "no such window",
            "stale element reference",
        ];
        PASSING.contains(&self.code.as_str()) || self.message.contains("aborted by navigation")
    }
}

pub type Outcome<T> = Result<T, WireError>;

impl Session {
    pub fn open(driver: &str, capabilities: &Value) -> Outcome<Self> {
        let agent = agent();
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = send(&agent, "POST", &format!("{driver}/session"), Some(&body))?;
        let id =
            opened["sessionId"].as_str().ok_or_else(|| WireError::new("session not created", &opened))?;
        Ok(Self { base: format!("{driver}/session/{id}"), agent })
    }

    pub fn close(&self) -> Outcome<()> {
        send(&self.agent, "DELETE", &self.base, None).map(drop)
    }

    pub fn get(&self, command: &str) -> Outcome<Value> {
        send(&self.agent, "GET", &format!("{}/{command}", self.base), None)
    }

    pub fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        send(&self.agent, "POST", &format!("{}/{command}", self.base), Some(body))
    }

    /// Runs a script as the body of a function of `arguments`, and gives what it returns.
    pub fn execute(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script that calls the last of its arguments with its result.
    pub fn execute_async(&self, script: &str, arguments: &Value) -> Outcome<Value> {
        self.post("execute/async", &json!({ "script": script, "args": arguments }))
    }
}

/// Whether a driver listens at this address and would take a session.
pub fn is_ready(driver: &str) -> bool {
    send(&agent(), "GET", &format!("{driver}/status"), None).is_ok_and(|status| status["ready"] == true)
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(120)))
        .build()
        .into()
}

fn send(agent: &Agent, method: &str, address: &str, body: Option<&Value>) -> Outcome<Value> {
    let request = Request::builder().method(method).uri(address);
    let answer = match body {
        Some(body) => request
            .header("content-type", "application/json; charset=utf-8")
            .body(body.to_string())
            .map_err(ureq::Error::from)
            .and_then(|request| agent.run(request)),
        None => request.body(()).map_err(ureq::Error::from).and_then(|request| agent.run(request)),
    };
    let mut answer = answer.map_err(|error| WireError::new("no answer from the driver", error))?;
    let text = answer.body_mut().with_config().limit(LARGEST).read_to_string();
    let text = text.map_err(|error| WireError::new("no answer from the driver", error))?;
    let said: Value =
        serde_json::from_str(&text).map_err(|_| WireError::new("not a driver's answer", &text))?;
    let value = &said["value"];
    match value["error"].as_str() {
        Some(code) if !answer.status().is_success() => {
            Err(WireError::new(code, value["message"].as_str().unwrap_or_default()))
        }
        _ => Ok(value.clone()),
    }
}

/// A screenshot of a large page fits in it.
const LARGEST: u64 = 64 << 20;
