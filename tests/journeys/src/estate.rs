//! The sandbox that a journey plays with.

use crate::bundle;
use crate::process::{Process, free_port};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the sandbox is started with. The same seed gives the same SIMs in every journey.
#[derive(Clone, Debug)]
pub struct Estate {
    sims: u32,
    moving: bool,
    path: String,
    /// 0 is any free one.
    port: u16,
    flags: Vec<String>,
    beside: Vec<(String, PathBuf)>,
}

impl Estate {
    /// A demo estate of this many SIMs, in which nothing happens by itself.
    pub fn of(sims: u32) -> Self {
        Self { sims, moving: false, path: "/".to_owned(), port: 0, flags: vec![], beside: vec![] }
    }

    /// With usage, sessions and alerts that come by themselves.
    pub fn moving(mut self) -> Self {
        self.moving = true;
        self
    }

    /// In which the test plays the operators: [`crate::Api::network`].
    pub fn networked(self) -> Self {
        self.flag("--network-switchable")
    }

    /// With the dashboard below a path, such as `/portal/`.
    pub fn below(mut self, path: &str) -> Self {
        self.path = path.to_owned();
        self.flag("--bundle-path").flag(path)
    }

    /// Whose API the dashboard asks at another origin than its own: by another name of the same host.
    pub fn with_api_elsewhere(mut self) -> Self {
        self.port = free_port();
        let (page, api) = (format!("http://127.0.0.1:{}", self.port), self.api_elsewhere());
        self.flag("--allow-origin").flag(page).flag("--api-origin").flag(api)
    }

    /// The origin of that API.
    pub fn api_elsewhere(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Where it listens the first time.
    pub(crate) fn listen(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// With another flag for `sandbox serve`, such as a fault to simulate.
    pub fn flag(mut self, flag: impl Into<String>) -> Self {
        self.flags.push(flag.into());
        self
    }

    /// With the files of a folder beside the dashboard, below a name.
    pub fn beside(mut self, name: &str, folder: PathBuf) -> Self {
        self.beside.push((name.to_owned(), folder));
        self
    }

    /// Starts it at an address, port 0 being any free one, and tells where it listens.
    pub(crate) fn start(&self, scratch: &Path, listen: &str) -> (Process, String) {
        let served = scratch.join("bundle");
        // It is there already when the sandbox is started again.
        if !served.exists() {
            bundle::copy_with_collector(&told("SIMGROVE_BUNDLE"), &served, &self.path);
            for (name, folder) in &self.beside {
                bundle::copy(folder, &served.join(name));
            }
        }
        let mut command = Command::new(told("SIMGROVE_SANDBOX"));
        command.args(["serve", "--listen", listen, "--seed", "1", "--sims", &self.sims.to_string()]);
        command.arg("--bundle").arg(served).arg("--data").arg(scratch.join("data"));
        if !self.moving {
            command.arg("--no-simulator");
        }
        command.args(&self.flags);
        let log = scratch.join("sandbox.log");
        let (process, first) = Process::start_and_listen(&mut command, &log);
        match first.strip_prefix("listening on ") {
            Some(origin) => (process, origin.trim_end_matches('/').to_owned()),
            None => panic!(
                "the sandbox did not say where it listens, but {first:?}\n{}",
                fs::read_to_string(log).unwrap_or_default()
            ),
        }
    }
}

/// `cargo xtask test journeys` says where the things are that it has built.
fn told(variable: &str) -> PathBuf {
    env::var_os(variable)
        .unwrap_or_else(|| panic!("{variable} is not set: `cargo xtask test journeys` runs the journeys"))
        .into()
}
