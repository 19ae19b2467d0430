//! A compiler with a standard library for the browser.
//!
//! `rustup target add` is the quick way. Where its server does not answer, Debian has a current
//! compiler of its own (rustc-web) with the library's source, which is built once, with bitcode in
//! it, so that link-time optimisation works as usual.

use super::apt;
use crate::command::{is_root, on_path, output, path_with, program};
use crate::{layout, step};
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// Whose compiler builds for the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum WasmTarget {
    /// The one that builds everything else.
    Own,
    /// Debian's, from its web packages.
    Debian,
}

/// Long enough to download the library, short enough not to hang where nothing answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks for one of them by its name, where both could be had.
const CHOICE: &str = "SIMGROVE_BROWSER_COMPILER";

impl WasmTarget {
    pub fn ensure() -> Result<Self> {
        if env::var(CHOICE).is_ok_and(|name| name == Self::Debian.name()) {
            if !is_debians_ready() {
                install_debians()?;
            }
            return Ok(Self::Debian);
        }
        if has_library("rustc") {
            return Ok(Self::Own);
        }
        if is_debians_ready() {
            return Ok(Self::Debian);
        }
        if on_path("rustup").is_some() && add_with_rustup().is_ok() && has_library("rustc") {
            return Ok(Self::Own);
        }
        if on_path("apt-get").is_none() || !is_root() {
            bail!("The {TRIPLE} target is missing: install it with `rustup target add {TRIPLE}`.");
        }
        install_debians()?;
        Ok(Self::Debian)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Debian => "debian",
        }
    }

    /// The release of the compiler, such as `1.96`.
    pub fn release(self) -> Result<String> {
        let rustc = if self == Self::Debian { DEBIANS_RUSTC } else { "rustc" };
        let version =
            Version::read(&output(program(rustc).arg("-vV"))?).context("rustc -vV says too little")?;
        Ok(format!("1.{}", version.minor))
    }

    /// Makes cargo, started by this command or by one that it starts, build for the browser.
    pub fn prepare(self, command: &mut Command) {
        command.env("CARGO_TARGET_DIR", layout::wasm_target());
        if self == Self::Debian {
            command.env("RUSTC", DEBIANS_RUSTC).env_remove("RUSTUP_TOOLCHAIN");
            command.env("PATH", path_with(self.folder()));
        }
    }

    /// The folder that has to come first on `PATH`.
    pub fn folder(self) -> Option<PathBuf> {
        (self == Self::Debian).then(|| PathBuf::from("/usr/bin"))
    }

    /// This compiler's cargo.
    pub fn cargo(self) -> Command {
        let mut command = match self {
            Self::Own => crate::command::cargo(),
            Self::Debian => program(DEBIANS_CARGO),
        };
        self.prepare(&mut command);
        command
    }
}

const DEBIANS_RUSTC: &str = "/usr/bin/rustc";
const DEBIANS_CARGO: &str = "/usr/bin/cargo";

fn add_with_rustup() -> Result<()> {
    let label = format!("adding the {TRIPLE} target with rustup");
    step::run_within(&label, PATIENCE, program("rustup").args(["target", "add", TRIPLE]))
}

fn has_library(rustc: impl AsRef<OsStr>) -> bool {
    library(rustc).is_ok_and(|folder| {
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        files.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

fn library(rustc: impl AsRef<OsStr>) -> Result<PathBuf> {
    let sysroot = output(program(rustc).args(["--print", "sysroot"]))?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TRIPLE).join("lib"))
}

fn is_debians_ready() -> bool {
    Path::new(DEBIANS_RUSTC).exists()
        && Path::new(DEBIANS_CARGO).exists()
        && has_library(DEBIANS_RUSTC)
        && Version::of_debians_rustc().is_ok_and(|it| it.is_new_enough() && it.linker().exists())
}

fn install_debians() -> Result<()> {
    apt::install(&["rustc-web", "cargo-web", "rust-web-src"], "A compiler for the browser")?;
    let version = Version::of_debians_rustc()?;
    if !version.is_new_enough() {
        bail!("Debian's rustc is too old: install rustup, and `rustup target add {TRIPLE}`.");
    }
    apt::install(&[&format!("lld-{}", version.llvm)], "A linker for the browser")?;
    let linker = version.linker();
    if let Some(folder) = linker.parent() {
        fs::create_dir_all(folder)?;
    }
    if !linker.exists() {
        symlink(format!("{}/lld", version.llvm_programs()), &linker)
            .context("cannot link rust-lld to lld")?;
    }
    if !has_library(DEBIANS_RUSTC) {
        build_library(&version)?;
    }
    Ok(())
}

/// Builds the standard library as a by-product of an empty crate, and puts it where the compiler
/// looks for an installed target: first whole, then under its name, so that half of one never counts.
fn build_library(version: &Version) -> Result<()> {
    let seed = layout::target().join("wasm-library");
    fs::create_dir_all(seed.join("src"))?;
    fs::write(seed.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"seed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(seed.join("Cargo.toml"), manifest)?;
    let mut command = program(DEBIANS_CARGO);
    command
        .current_dir(&seed)
        .args(["build", "--release", "--target", TRIPLE, "-Z", "build-std=std,panic_abort,test"])
        .env("RUSTC", DEBIANS_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", seed.join("target"))
        .env("PATH", path_with([PathBuf::from(version.llvm_programs())]))
        .env_remove("RUSTUP_TOOLCHAIN");
    step::run("building the standard library for the browser (a minute, once)", &mut command)?;
    let destination = library(DEBIANS_RUSTC)?;
    let half = destination.with_file_name("half");
    fs::remove_dir_all(&half).ok();
    fs::create_dir_all(&half)?;
    for file in fs::read_dir(seed.join("target").join(TRIPLE).join("release/deps"))? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libseed-") {
            fs::copy(file.path(), half.join(&name))?;
        }
    }
    fs::remove_dir_all(&destination).ok();
    fs::rename(&half, &destination).with_context(|| format!("cannot make {}", destination.display()))?;
    fs::remove_dir_all(&seed)?;
    Ok(())
}

/// What `rustc -vV` says that matters here.
struct Version {
    minor: u32,
    llvm: String,
    host: String,
}

impl Version {
    fn of_debians_rustc() -> Result<Self> {
        Self::read(&output(program(DEBIANS_RUSTC).arg("-vV"))?).context("rustc -vV says too little")
    }

    fn read(said: &str) -> Option<Self> {
        let field = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let minor = field("release: ")?.split('.').nth(1)?.parse().ok()?;
        let llvm = field("LLVM version: ")?.split('.').next()?.to_owned();
        Some(Self { minor, llvm, host: field("host: ")? })
    }

    /// Against the `rust-version` of this workspace.
    fn is_new_enough(&self) -> bool {
        let needed = env!("CARGO_PKG_RUST_VERSION").split('.').nth(1).and_then(|minor| minor.parse().ok());
        needed.is_none_or(|needed: u32| self.minor >= needed)
    }

    fn llvm_programs(&self) -> String {
        format!("/usr/lib/llvm-{}/bin", self.llvm)
    }

    /// rustc links for the browser with a program of this name in its own folder.
    fn linker(&self) -> PathBuf {
        PathBuf::from(format!("/usr/lib/rustlib/{}/bin/rust-lld", self.host))
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn reads_what_rustc_says() {
        let said = "rustc 1.96.0 (ac68faa20 2026-05-25)\nhost: x86_64-unknown-linux-gnu\n\
                    release: 1.96.0\nLLVM version: 22.1.8";
        let version = Version::read(said).unwrap();
        assert!(version.is_new_enough());
        assert_eq!(version.llvm_programs(), "/usr/lib/llvm-22/bin");
        assert_eq!(version.linker().to_str(), Some("/usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"));
    }
}
