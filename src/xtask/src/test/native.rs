//! The tests that need no browser: also those of the dashboard's plain functions.

use crate::command::{cargo, run};
use anyhow::{Context, Result};

/// Is played in browsers.
const JOURNEYS: &str = "journeys";

pub fn test() -> Result<()> {
    let mut command = cargo();
    command.args(["test", "--no-fail-fast", "--workspace", "--exclude", JOURNEYS]);
    run(&mut command).context("a test failed")
}
