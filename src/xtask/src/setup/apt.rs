//! Debian's packages, where this machine is a Debian and the person may install them.

use crate::command::{is_root, on_path, program};
use crate::step;
use anyhow::{Result, bail};
use std::sync::OnceLock;

/// Installs packages, or says that the person has to.
pub fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let names = packages.join(" ");
    if on_path("apt-get").is_none() {
        bail!("{what_for} is missing: install it (Debian calls it {names}).");
    }
    if !is_root() {
        bail!("{what_for} is missing: install it with `sudo apt-get install {names}`.");
    }
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.get().is_none() {
        step::run("reading Debian's list of packages", apt_get().args(["update", "-qq"]))?;
        UPDATED.get_or_init(|| ());
    }
    let mut command = apt_get();
    command.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    step::run(&format!("installing Debian's {names}"), &mut command)
}

fn apt_get() -> std::process::Command {
    let mut command = program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
