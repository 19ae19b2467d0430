//! Packages from npm, at exactly these versions.

use super::apt;
use crate::command::{on_path, program};
use crate::{layout, step};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

pub struct Package {
    name: &'static str,
    version: &'static str,
}

/// wasm-opt, as portable WebAssembly that node runs.
pub const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0" };
/// The accessibility rules that every page is held to.
pub const AXE: Package = Package { name: "axe-core", version: "4.14.1" };
/// Finds elements as a person does: by role and accessible name.
pub const TESTING_LIBRARY: Package = Package { name: "@testing-library/dom", version: "10.4.2" };

impl Package {
    pub fn is_there(&self) -> bool {
        let manifest = modules().join(self.name).join("package.json");
        let Ok(text) = fs::read_to_string(manifest) else { return false };
        let Ok(manifest) = serde_json::from_str::<serde_json::Value>(&text) else { return false };
        manifest["version"] == self.version
    }
}

pub fn modules() -> PathBuf {
    layout::tools().join("node_modules")
}

/// Whether node and npm are there, installing them if that is possible.
pub fn ensure_npm() -> Result<()> {
    if on_path("npm").is_none() || on_path("node").is_none() {
        apt::install(&["nodejs", "npm"], "npm")?;
    }
    Ok(())
}

pub fn ensure(packages: &[&Package]) -> Result<()> {
    let missing: Vec<&&Package> = packages.iter().filter(|package| !package.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    ensure_npm()?;
    fs::create_dir_all(layout::tools()).context("cannot make the folder for tools")?;
    let names: Vec<String> = missing.iter().map(|it| format!("{}@{}", it.name, it.version)).collect();
    let mut command = program("npm");
    command.args(["install", "--no-fund", "--no-audit", "--save-exact", "--prefix"]);
    command.arg(layout::tools()).args(&names);
    step::run(&format!("installing {} with npm", names.join(", ")), &mut command)
}

/// Installs what the lock file in a folder names, and nothing else, below another folder, and tells where the modules are.
/// No package may run a script of its own.
pub fn install_locked(from: &Path, to: &Path) -> Result<PathBuf> {
    let modules = to.join("node_modules");
    let read = |folder: &Path| fs::read(folder.join(LOCK)).ok();
    // npm writes its own list of what is there when all is there.
    if modules.join(".package-lock.json").exists() && read(from) == read(to) {
        return Ok(modules);
    }
    ensure_npm()?;
    fs::create_dir_all(to).context("cannot make the folder for tools")?;
    for file in ["package.json", LOCK] {
        fs::copy(from.join(file), to.join(file)).with_context(|| format!("cannot copy {file}"))?;
    }
    let mut command = program("npm");
    command.args(["ci", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix"]).arg(to);
    step::run("installing the other grids with npm", &mut command)?;
    Ok(modules)
}

const LOCK: &str = "package-lock.json";
