//! The tools that Simgrove is built and tested with: found where they are, else installed, the
//! quick way first. What is there is seen in milliseconds; what cannot be installed is named in a
//! sentence that says how to get it.

pub mod apt;
pub mod browsers;
pub mod cargo_tool;
pub mod npm;
pub mod python;
pub mod wasm_opt;
pub mod wasm_target;

use crate::command::{cargo, cargo_folder, on_path, output, path_with, program};
use crate::{layout, step};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;
use wasm_target::WasmTarget;

/// All that turns the dashboard into a bundle.
pub struct BundleTools {
    pub target: WasmTarget,
    folders: Vec<PathBuf>,
}

impl BundleTools {
    pub fn ensure() -> Result<Self> {
        c_compiler()?;
        let target = WasmTarget::ensure()?;
        let folders = [
            cargo_tool::ensure(&cargo_tool::wasm_bindgen()?)?,
            cargo_tool::ensure(&cargo_tool::trunk())?,
            wasm_opt::ensure()?,
        ];
        Ok(Self { target, folders: folders.to_vec() })
    }

    /// Lets a command find these tools, and build for wasm with the right compiler.
    pub fn prepare(&self, command: &mut Command) {
        self.target.prepare(command);
        let compilers = self.target.folder().into_iter().chain(cargo_folder());
        command.env("PATH", path_with(self.folders.iter().cloned().chain(compilers)));
    }
}

/// SQLite comes as C source.
pub fn c_compiler() -> Result<()> {
    if on_path("cc").is_none() {
        bail!(
            "There is no C compiler, which the sandbox's SQLite needs: install gcc (Debian: apt-get install gcc)."
        );
    }
    Ok(())
}

/// rustfmt and clippy come with most toolchains, and can be added to the others.
pub fn component(name: &str) -> Result<()> {
    let is_there = || output(cargo().args([name.trim_start_matches("rust"), "--version"])).is_ok();
    if is_there() {
        return Ok(());
    }
    if on_path("rustup").is_some() {
        step::run(&format!("adding {name} with rustup"), program("rustup").args(["component", "add", name]))
            .ok();
    }
    if !is_there() {
        bail!("{name} is missing: install it with `rustup component add {name}`.");
    }
    Ok(())
}

/// The folder of the tools that were installed for this project.
fn own_programs() -> PathBuf {
    layout::tools().join("bin")
}
