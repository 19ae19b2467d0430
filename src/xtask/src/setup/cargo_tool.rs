//! Tools that come as crates. A program of the right version on `PATH`, however it got there, spares
//! minutes of building one.

use super::own_programs;
use crate::command::{cargo, on_path, output, program};
use crate::{layout, step};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

pub struct CargoTool {
    krate: &'static str,
    program: &'static str,
    version: String,
    flags: &'static [&'static str],
    /// These run for seconds and build for minutes: most are built as quickly as it goes.
    opt_level: &'static str,
}

/// The last Trunk that builds with every compiler this project supports: its successor asks for a
/// newer one. With rustls it needs no OpenSSL.
pub fn trunk() -> CargoTool {
    let flags = &["--locked", "--no-default-features", "--features", "rustls"];
    CargoTool { krate: "trunk", program: "trunk", version: "0.21.14".to_owned(), flags, opt_level: "0" }
}

pub fn geckodriver() -> CargoTool {
    let version = "0.37.0".to_owned();
    CargoTool { krate: "geckodriver", program: "geckodriver", version, flags: &[], opt_level: "0" }
}

/// wasm-bindgen's program has to be of exactly the version that the dashboard is linked with.
///
/// Not `--locked`: the lock file it is published with names a crate that was withdrawn.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let lock = fs::read_to_string(layout::root().join("Cargo.lock")).context("there is no Cargo.lock")?;
    let Some(version) = locked_version(&lock, "wasm-bindgen") else {
        bail!("Cargo.lock has no wasm-bindgen, which the dashboard is built on.");
    };
    // It goes over the whole bundle, at every build.
    Ok(CargoTool { krate: "wasm-bindgen-cli", program: "wasm-bindgen", version, flags: &[], opt_level: "1" })
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// The folder that has the tool, which is installed if it is nowhere yet.
pub fn ensure(tool: &CargoTool) -> Result<PathBuf> {
    let own = own_programs();
    let present = [Some(own.join(tool.program)), on_path(tool.program)];
    for file in present.into_iter().flatten() {
        if tool.is(&file) {
            return Ok(file.parent().unwrap_or(&file).to_owned());
        }
    }
    let mut command = cargo();
    command
        .args(["install", tool.krate, "--version", &tool.version, "--force", "--root"])
        .arg(layout::tools())
        .args(tool.flags)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_TARGET_DIR");
    step::run(&format!("building {} {} (some minutes, once)", tool.krate, tool.version), &mut command)?;
    Ok(own)
}

impl CargoTool {
    fn is(&self, file: &Path) -> bool {
        output(program(file).arg("--version")).is_ok_and(|said| {
            let mut words = said.split_whitespace();
            words.next() == Some(self.program) && words.next() == Some(&self.version)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn finds_the_package_and_not_its_namesakes() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }
}
