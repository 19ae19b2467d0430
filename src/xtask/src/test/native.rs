//! The tests that need no browser.

use crate::command::{cargo, run};
use anyhow::{Context, Result};

pub fn test() -> Result<()> {
    run(cargo().args(["test", "--no-fail-fast"])).context("a test failed")
}
