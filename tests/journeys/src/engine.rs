//! The three engines, and how each is started for a test.

use serde_json::{Value, json};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine that this run is about: `SIMGROVE_ENGINE`, or Chromium.
    pub fn of_this_run() -> Self {
        match env::var("SIMGROVE_ENGINE").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("there is no engine {other}: chromium, firefox or webkit"),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The driver and its arguments.
    pub(crate) fn driver(self, port: u16) -> (PathBuf, Vec<String>) {
        let port = format!("--port={port}");
        match self {
            Self::Chromium => (program(&["chromedriver"]), vec![port]),
            Self::Firefox => {
                // Its second port, for a protocol that is not used here, must not collide either.
                (program(&["geckodriver"]), vec![port, "--websocket-port=0".to_owned()])
            }
            Self::WebKit => (program(&["WebKitWebDriver"]), vec![port]),
        }
    }

    /// Whether it needs a display, and so a virtual one.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// What the driver's process, and the browser it starts, find in their environment.
    pub(crate) fn environment(self) -> Vec<(&'static str, OsString)> {
        match self {
            Self::Chromium | Self::Firefox => vec![],
            Self::WebKit => vec![
                ("GDK_BACKEND", "x11".into()),
                ("LANG", "en_US.UTF-8".into()),
                ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
                ("NO_AT_BRIDGE", "1".into()),
            ],
        }
    }

    /// The session to ask for: a fresh profile, no request of the browser's own, no motion, and the
    /// person's languages, best first.
    pub(crate) fn capabilities(self, languages: &str, scratch: &Path) -> Value {
        let mut asked = json!({
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
            "unhandledPromptBehavior": "ignore",
        });
        let downloads = downloads(scratch);
        match self {
            Self::Chromium => {
                asked["browserName"] = json!("chrome");
                asked["goog:loggingPrefs"] = json!({ "browser": "ALL" });
                asked["goog:chromeOptions"] = json!({
                    "binary": program(&["chromium", "google-chrome", "chrome"]),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
                        format!("--lang={}", languages.split(',').next().unwrap_or(languages)),
                        format!("--user-data-dir={}", scratch.join("profile").display()),
                    ],
                    "prefs": {
                        "intl.accept_languages": languages,
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                    },
                });
            }
            Self::Firefox => {
                asked["browserName"] = json!("firefox");
                asked["moz:firefoxOptions"] = json!({
                    "binary": program(&["firefox", "firefox-esr"]),
                    "args": ["-headless"],
                    "prefs": {
                        "browser.download.dir": downloads,
                        "browser.download.folderList": 2,
                        "intl.accept_languages": languages,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "ui.prefersReducedMotion": 1,
                    },
                });
            }
            Self::WebKit => {
                asked["webkitgtk:browserOptions"] = json!({
                    "binary": mini_browser(),
                    "args": ["--automation"],
                });
            }
        }
        asked
    }
}

/// Where a browser that was started with this scratch folder puts its downloads.
pub(crate) fn downloads(scratch: &Path) -> PathBuf {
    scratch.join("downloads")
}

/// The first of these that is on `PATH`.
pub(crate) fn program(names: &[&str]) -> PathBuf {
    let folders = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&folders).map(move |folder| folder.join(name)))
        .find(|file| file.metadata().is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0))
        .unwrap_or_else(|| panic!("{} is not on PATH: `cargo xtask test journeys` installs it", names[0]))
}

/// WebKitGTK's own small browser stands in a folder that is named after machine and version.
fn mini_browser() -> PathBuf {
    let machines = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let folders = machines.flat_map(|machine| fs::read_dir(machine.path()).into_iter().flatten().flatten());
    folders
        .filter(|folder| folder.file_name().to_string_lossy().starts_with("webkit2gtk-4"))
        .map(|folder| folder.path().join("MiniBrowser"))
        .find(|file| file.exists())
        .expect("WebKitGTK's MiniBrowser is part of libwebkit2gtk")
}
