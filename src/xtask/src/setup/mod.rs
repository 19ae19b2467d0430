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

use crate::command::{cargo_folder, on_path, path_with};
use crate::layout;
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

/// The folder of the tools that were installed for this project.
fn own_programs() -> PathBuf {
    layout::tools().join("bin")
}
