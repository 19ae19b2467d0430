//! clippy, over all code: natively, and for the browser what runs there.

use crate::command::{cargo, output, program, run};
use crate::setup::wasm_target::{TRIPLE, WasmTarget};
use crate::setup::{apt, component};
use anyhow::{Context, Result};

/// Built for the browser only.
const IN_THE_BROWSER: [&str; 2] = ["client", "dashboard"];

pub fn check() -> Result<()> {
    component("clippy")?;
    let native = natively().context("clippy complained about native code");
    let browser = for_the_browser().context("clippy complained about code for the browser");
    native.and(browser)
}

fn natively() -> Result<()> {
    let mut command = cargo();
    command.args(["clippy", "--workspace", "--all-targets"]);
    for krate in IN_THE_BROWSER {
        command.args(["--exclude", krate]);
    }
    run(command.args(["--", "-D", "warnings"]))
}

fn for_the_browser() -> Result<()> {
    let target = WasmTarget::ensure()?;
    if target == WasmTarget::Debian && output(program("/usr/bin/cargo-clippy").arg("--version")).is_err() {
        apt::install(&["rust-web-clippy"], "clippy of Debian's compiler")?;
    }
    let mut command = target.cargo();
    command.args(["clippy", "--all-targets", "--target", TRIPLE]);
    for krate in IN_THE_BROWSER {
        command.args(["--package", krate]);
    }
    run(command.args(["--", "-D", "warnings"]))
}
