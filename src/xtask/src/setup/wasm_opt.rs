//! wasm-opt, which makes the bundle a third smaller.

use super::npm;
use crate::command::{on_path, output, program};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Older ones do not understand what today's compilers emit.
const OLDEST: u32 = 123;

/// The folder that has a wasm-opt.
pub fn ensure() -> Result<PathBuf> {
    let from_npm = npm::modules().join(".bin");
    if npm::BINARYEN.is_there() {
        npm::ensure_npm()?;
        return Ok(from_npm);
    }
    if let Some(present) = on_path("wasm-opt") {
        let said = output(program(&present).arg("--version")).unwrap_or_default();
        if version(&said).is_some_and(|it| it >= OLDEST) {
            return Ok(present.parent().unwrap_or(&present).to_owned());
        }
    }
    npm::ensure(&[&npm::BINARYEN]).with_context(|| {
        format!(
            "wasm-opt is missing: install npm, or binaryen {OLDEST} or newer so that `wasm-opt` is on PATH"
        )
    })?;
    Ok(from_npm)
}

fn version(said: &str) -> Option<u32> {
    said.strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn reads_its_version() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt 99"), None);
    }
}
