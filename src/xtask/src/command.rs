//! Starting other programs.

use crate::layout;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program started at the workspace's root, in the environment of the person's shell: `cargo run`
/// adds variables of its own, which would make an inner cargo rebuild what an outer one has built,
/// and would make another toolchain load this one's libraries.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(layout::root()).stdin(Stdio::null());
    for (key, _) in env::vars_os() {
        let key = key.to_string_lossy();
        if key.starts_with("CARGO_PKG_") || CARGOS_OWN.contains(&key.as_ref()) {
            command.env_remove(key.as_ref());
        }
    }
    if let Some(libraries) = env::var_os("LD_LIBRARY_PATH") {
        let mut kept = env::split_paths(&libraries).filter(|folder| !added_by_cargo(folder)).peekable();
        match kept.peek() {
            Some(_) => command.env("LD_LIBRARY_PATH", join(kept)),
            None => command.env_remove("LD_LIBRARY_PATH"),
        };
    }
    command
}

const CARGOS_OWN: [&str; 5] =
    ["CARGO", "CARGO_BIN_NAME", "CARGO_CRATE_NAME", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"];

fn added_by_cargo(folder: &Path) -> bool {
    folder.starts_with(layout::target()) || cargo_folder().is_some_and(|bin| folder.starts_with(parent(&bin)))
}

/// The cargo that runs this program: the person's own toolchain.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").unwrap_or("cargo".into()))
}

/// The folder of the cargo that runs this program, if it said so.
pub fn cargo_folder() -> Option<PathBuf> {
    env::var_os("CARGO").map(|cargo| parent(Path::new(&cargo)))
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}

/// `PATH` with some folders put before it.
pub fn path_with(first: impl IntoIterator<Item = PathBuf>) -> OsString {
    let present = env::var_os("PATH").unwrap_or_default();
    join(first.into_iter().chain(env::split_paths(&present)))
}

fn join(folders: impl Iterator<Item = PathBuf>) -> OsString {
    env::join_paths(folders).expect("folders of a PATH contain no colon")
}

/// Where `PATH` has a program of this name.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.metadata().is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0))
}

/// What a program prints, without its surrounding white space.
pub fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("{name} did not start"))?;
    if !output.status.success() {
        bail!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether this person may install Debian's packages.
pub fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// Runs a program whose output the person wants to see, and fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{name} did not start"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}
