//! The pages of the other grids, built for production.

use crate::command::program;
use crate::setup::npm;
use crate::{bundle, layout, step};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder for each, with the source of its page.
const PEERS: [(&str, &str); 4] =
    [("ag-grid", "page.js"), ("tanstack", "page.js"), ("slickgrid", "page.js"), ("glide", "page.jsx")];

/// Where their sources are.
pub fn folder() -> PathBuf {
    layout::root().join("tests/bench")
}

/// Builds all of them, compressed as a host would have them, and tells where they are.
pub fn build() -> Result<PathBuf> {
    let modules = npm::install_locked(&folder(), &layout::tools().join("bench"))?;
    let pages = layout::target().join("bench-pages");
    if pages.exists() {
        fs::remove_dir_all(&pages).with_context(|| format!("cannot empty {}", pages.display()))?;
    }
    for (name, source) in PEERS {
        build_one(&modules, &folder().join(name).join(source), &pages.join(name))
            .with_context(|| format!("the page of {name} cannot be built"))?;
    }
    step::doing("compressing the pages of the other grids", || bundle::compress(&pages))?;
    Ok(pages)
}

fn build_one(modules: &Path, source: &Path, to: &Path) -> Result<()> {
    let mut command = program(modules.join(".bin/esbuild"));
    command.arg(source).arg(format!("--outdir={}", to.display()));
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2023", "--jsx=automatic"]);
    command.args(["--define:process.env.NODE_ENV=\"production\"", "--log-level=warning"]);
    // The sources have no modules beside them.
    command.env("NODE_PATH", modules);
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    step::run(&format!("building the page of {name}"), &mut command)?;
    fs::copy(folder().join("page.html"), to.join("page.html"))?;
    Ok(())
}
