//! One way to lay out code.

use crate::command::{cargo, run};
use crate::setup;
use anyhow::{Context, Result};

pub fn check() -> Result<()> {
    setup::component("rustfmt")?;
    run(cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt` would change the files named above")
}
