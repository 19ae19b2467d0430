//! The checked-in description of the API, which the sandbox's code is the source of.

use crate::command::{output, program};
use crate::{layout, sandbox};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

pub fn file() -> PathBuf {
    layout::root().join("public/openapi.json")
}

pub fn write() -> Result<()> {
    let document = from_the_sandbox()?;
    fs::write(file(), document).context("cannot write public/openapi.json")
}

/// Fails when the checked-in document is not what the sandbox says.
pub fn check() -> Result<()> {
    let document = from_the_sandbox()?;
    let checked_in = fs::read_to_string(file()).unwrap_or_default();
    if document != checked_in {
        let line = document.lines().zip(checked_in.lines()).take_while(|(new, old)| new == old).count() + 1;
        bail!(
            "public/openapi.json is not what the API is (from line {line}): `cargo xtask openapi` updates it."
        );
    }
    Ok(())
}

fn from_the_sandbox() -> Result<String> {
    sandbox::build()?;
    Ok(output(program(layout::sandbox()).arg("openapi"))? + "\n")
}
