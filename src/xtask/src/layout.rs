//! Where things are.

use std::env;
use std::path::PathBuf;

/// The workspace's root. Cargo says at run time where this crate is, so a moved checkout works.
pub fn root() -> PathBuf {
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    PathBuf::from(crate_folder).join("../..").canonicalize().expect("the workspace is where cargo says")
}

/// Cargo's target folder of native builds.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The target folder of wasm builds: apart from the native one, so that two compilers (see
/// [`crate::setup::wasm_target`]) never throw away each other's work.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// The finished bundle: what a host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The sandbox as `cargo build --release` leaves it.
pub fn sandbox() -> PathBuf {
    target().join("release/sandbox")
}

/// Where tools are kept between runs and between checkouts.
pub fn tools() -> PathBuf {
    if let Some(folder) = env::var_os("SIMGROVE_TOOLS") {
        return root().join(folder);
    }
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => env::home_dir().unwrap_or_default().join(".cache"),
    };
    cache.join("simgrove")
}
