//! The browsers of the journeys, and the drivers that steer them.

use super::{apt, cargo_tool};
use crate::command::on_path;
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::fmt::{self, Display};
use std::path::PathBuf;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl Engine {
    /// Folders that have to be on `PATH` for the journeys to find this engine.
    pub fn ensure(self) -> Result<Vec<PathBuf>> {
        match self {
            Self::Chromium => {
                if !any_on_path(&["chromium", "google-chrome", "chrome"]) || !any_on_path(&["chromedriver"]) {
                    apt::install(&["chromium", "chromium-driver"], "Chromium, or its driver,")?;
                }
                Ok(vec![])
            }
            Self::Firefox => {
                if !any_on_path(&["firefox", "firefox-esr"]) {
                    apt::install(&["firefox-esr"], "Firefox")?;
                }
                Ok(vec![cargo_tool::ensure(&cargo_tool::geckodriver())?])
            }
            Self::Webkit => {
                if cfg!(not(target_os = "linux")) {
                    bail!(
                        "WebKit is tested with WebKitGTK, which runs on Linux only: leave it out with --engine."
                    );
                }
                if !any_on_path(&["WebKitWebDriver"]) || !any_on_path(&["Xvfb"]) {
                    apt::install(&["webkit2gtk-driver", "xvfb"], "WebKitGTK's driver, or Xvfb,")?;
                }
                Ok(vec![])
            }
        }
    }
}

fn any_on_path(names: &[&str]) -> bool {
    names.iter().any(|name| on_path(name).is_some())
}
