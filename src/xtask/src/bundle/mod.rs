//! The static bundle: what Trunk builds, finished so that it can be hosted anywhere under a strict
//! Content-Security-Policy.

mod compress;
mod digest;
mod finish;
mod inputs;
mod parts;
mod profile;
mod size;
mod split;

pub use compress::compress;

use crate::setup::BundleTools;
use crate::setup::wasm_target::WasmTarget;
use crate::{layout, step};
use anyhow::{Context, Result};
use size::Sizes;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Options {
    /// Take this build's sizes as the new record that later builds are measured by.
    #[arg(long)]
    record: bool,
    /// Record anew which functions the first screen runs: they come first, all others a moment later.
    #[arg(long)]
    profile: bool,
    /// Where the bundle will be served from, for a host that puts it below its root.
    #[arg(long, default_value = "/")]
    public_url: String,
}

pub fn bundle(options: &Options) -> Result<()> {
    if options.profile {
        profile::record()?;
    }
    build_for(&options.public_url)?;
    if options.record { measured()?.record(&release()?) } else { measured()?.check(&release()?) }
}

/// Builds `dist/` and holds it against its budget.
pub fn check() -> Result<()> {
    build()?;
    measured()?.check(&release()?)
}

fn measured() -> Result<Sizes> {
    let sizes = Sizes::of(&layout::dist())?;
    sizes.print();
    Ok(sizes)
}

/// The release of the compiler that builds the bundle.
fn release() -> Result<String> {
    WasmTarget::ensure()?.release()
}

/// Whether it is known what the first screen runs when the compiler at hand builds the bundle.
pub fn first_screen_is_recorded() -> Result<bool> {
    Ok(split::is_recorded(&release()?))
}

/// Builds `dist/`, unless it is already what today's sources would give.
pub fn build() -> Result<()> {
    build_for("/")
}

fn build_for(public_url: &str) -> Result<()> {
    let tools = BundleTools::ensure()?;
    let dist = layout::dist();
    let release = tools.target.release()?;
    let inputs = inputs::fingerprint(&[public_url, tools.target.name(), &release])?;
    if is_current(&inputs, &dist) && size::crates_file().exists() {
        return Ok(());
    }
    let raw = layout::target().join("bundle");
    fs::create_dir_all(&raw).with_context(|| format!("cannot make {}", raw.display()))?;
    trunk(&tools, public_url, &raw)?;
    step::doing("finishing the bundle", || {
        size::keep_crates(&parts::part(&raw, &release)?)?;
        finish::finish(&raw)?;
        compress(&raw)
    })?;
    // Without the stamp a bundle counts as unfinished.
    fs::remove_file(stamp()).ok();
    replace(&dist, &raw)?;
    fs::write(stamp(), stamp_text(&inputs, &dist)?)?;
    Ok(())
}

/// Puts a finished bundle in the place of the one before, also from another file system.
fn replace(dist: &Path, finished: &Path) -> Result<()> {
    fs::remove_dir_all(dist).ok();
    if fs::rename(finished, dist).is_ok() {
        return Ok(());
    }
    for file in inputs::files(finished)? {
        let target = dist.join(file.strip_prefix(finished)?);
        fs::create_dir_all(target.parent().unwrap_or(dist))?;
        fs::copy(&file, &target).with_context(|| format!("cannot write {}", target.display()))?;
    }
    fs::remove_dir_all(finished)?;
    Ok(())
}

fn trunk(tools: &BundleTools, public_url: &str, into: &Path) -> Result<()> {
    let mut command = crate::command::program("trunk");
    tools.prepare(&mut command);
    command
        .args(["build", "--release", "--skip-version-check", "--public-url", public_url, "--dist"])
        .arg(into)
        .env("RUST_BACKTRACE", "0");
    step::run("building the dashboard with Trunk", &mut command)
}

fn stamp() -> PathBuf {
    layout::target().join("bundle.stamp")
}

fn is_current(inputs: &str, dist: &Path) -> bool {
    fs::read_to_string(stamp()).is_ok_and(|old| stamp_text(inputs, dist).is_ok_and(|new| old == new))
}

/// What went in and what came out: a bundle that was touched since is not current either.
fn stamp_text(inputs: &str, dist: &Path) -> Result<String> {
    Ok(format!("{inputs}\n{}\n", inputs::of_folder(dist)?))
}
