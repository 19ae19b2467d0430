//! A browser with its driver, for one person.

use crate::engine::{Engine, program};
use crate::memory;
use crate::process::{Process, free_port};
use crate::wait;
use crate::wire::{Outcome, Session, is_ready};
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub struct Browser {
    pub engine: Engine,
    pub session: Session,
    scratch: PathBuf,
    // In this order they end.
    driver: Process,
    _display: Option<Display>,
}

impl Browser {
    /// Starts one, with all it writes below `scratch`.
    pub fn start(engine: Engine, languages: &str, scratch: &Path) -> Self {
        fs::create_dir_all(scratch.join("tmp")).expect("the scratch folder can be made");
        let display = engine.needs_display().then(|| Display::start(scratch));
        let (driver, address) = start_driver(engine, scratch, display.as_ref());
        let capabilities = engine.capabilities(languages, scratch);
        let session = Session::open(&address, &capabilities)
            .unwrap_or_else(|error| panic!("{} gave no session: {error}", engine.name()));
        Self { engine, session, scratch: scratch.to_owned(), driver, _display: display }
    }

    /// Runs a command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Outcome<Value> {
        self.session.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// The memory of the page's process, in bytes. Chromium only.
    pub fn memory_of_page(&self) -> u64 {
        memory::largest_renderer(self.driver.id())
    }

    /// Where downloads go.
    pub fn downloads(&self) -> PathBuf {
        crate::engine::downloads(&self.scratch)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session.close().ok();
    }
}

/// Another program may take the chosen port first, so there are some tries.
fn start_driver(engine: Engine, scratch: &Path, display: Option<&Display>) -> (Process, String) {
    for _ in 0..3 {
        let port = free_port();
        let (driver, arguments) = engine.driver(port);
        let mut command = Command::new(driver);
        command.args(arguments).envs(engine.environment()).env("TMPDIR", scratch.join("tmp"));
        if let Some(display) = display {
            command.env("DISPLAY", &display.name);
        }
        let mut process = Process::start(&mut command, &scratch.join("driver.log"));
        let address = format!("http://127.0.0.1:{port}");
        let ready = wait::until(Duration::from_secs(20), || {
            if !process.is_running() { Some(false) } else { is_ready(&address).then_some(true) }
        });
        if ready == Some(true) {
            return (process, address);
        }
    }
    let log = fs::read_to_string(scratch.join("driver.log")).unwrap_or_default();
    panic!("the driver of {} did not start\n{log}", engine.name());
}

/// A display that nobody looks at.
struct Display {
    name: String,
    _server: Process,
}

impl Display {
    fn start(scratch: &Path) -> Self {
        let mut command = Command::new(program(&["Xvfb"]));
        // It chooses a free number itself and prints it, which no two of them can do at once.
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        command.env("TMPDIR", env::temp_dir());
        let (server, number) = Process::start_and_listen(&mut command, &scratch.join("display.log"));
        assert!(!number.is_empty(), "Xvfb did not start");
        Self { name: format!(":{number}"), _server: server }
    }
}
