//! schemathesis, which tries the API against its own description.

use super::apt;
use crate::command::{is_root, on_path, program};
use crate::{layout, step};
use anyhow::Result;
use std::fs;
use std::path::PathBuf;

const SCHEMATHESIS: &str = "4.32.5";

/// The program, in a Python environment of its own.
pub fn ensure_schemathesis() -> Result<PathBuf> {
    let environment = layout::tools().join("venv");
    let schemathesis = environment.join("bin/schemathesis");
    if has(&environment, SCHEMATHESIS) && schemathesis.exists() {
        return Ok(schemathesis);
    }
    if on_path("python3").is_none() {
        apt::install(&["python3", "python3-venv"], "Python 3")?;
    }
    let make = || {
        let mut command = program("python3");
        command.args(["-m", "venv", "--clear"]).arg(&environment);
        step::run("making a Python environment", &mut command)
    };
    if let Err(error) = make() {
        // Debian ships Python without the part that makes environments.
        if !is_root() || on_path("apt-get").is_none() {
            return Err(error.context("Python's venv module is missing: install it (Debian: python3-venv)"));
        }
        apt::install(&["python3-venv"], "Python's venv module")?;
        make()?;
    }
    let mut command = program(environment.join("bin/pip"));
    command.args(["install", "--quiet", "--disable-pip-version-check"]);
    command.arg(format!("schemathesis=={SCHEMATHESIS}"));
    step::run("installing schemathesis", &mut command)?;
    Ok(schemathesis)
}

/// pip leaves a folder with the version in its name, which is quicker to look for than to ask pip.
fn has(environment: &std::path::Path, version: &str) -> bool {
    let pythons = fs::read_dir(environment.join("lib")).into_iter().flatten().flatten();
    pythons.into_iter().any(|python| {
        python.path().join("site-packages").join(format!("schemathesis-{version}.dist-info")).exists()
    })
}
