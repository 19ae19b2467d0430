//! Everything the bundle is made of, as one fingerprint of its content. Times of files would be
//! quicker to compare, and wrong after a checkout.

use super::digest::hex;
use crate::layout;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

const SOURCES: [&str; 12] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "public",
    "src/client",
    "src/contract",
    "src/dashboard",
    "src/domain",
    "src/xtask/src/bundle",
    "style",
];

/// Of the sources and of what else decides about the outcome.
pub fn fingerprint(settings: &[&str]) -> Result<String> {
    let root = layout::root();
    let mut digest = Sha256::new();
    for setting in settings {
        add(&mut digest, setting.as_bytes());
    }
    for source in SOURCES {
        let path = root.join(source);
        if path.exists() {
            add_all(&mut digest, &root, &path)?;
        }
    }
    Ok(hex(&digest.finalize()))
}

/// Of a folder's files.
pub fn of_folder(folder: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    add_all(&mut digest, folder, folder)?;
    Ok(hex(&digest.finalize()))
}

fn add_all(digest: &mut Sha256, root: &Path, path: &Path) -> Result<()> {
    for file in files(path)? {
        let name = file.strip_prefix(root).unwrap_or(&file);
        add(digest, name.as_os_str().as_encoded_bytes());
        add(digest, &fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(())
}

/// With its length before it, so that two pieces cannot be taken for one.
fn add(digest: &mut Sha256, bytes: &[u8]) {
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
}

/// A file, or all files below a folder, in a fixed order.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        entries.push(entry?.path());
    }
    entries.sort();
    let mut all = Vec::new();
    for entry in entries {
        all.extend(files(&entry)?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::of_folder;
    use std::fs;

    #[test]
    fn content_and_names_count_and_times_do_not() {
        let folder = std::env::temp_dir().join(format!("fingerprint-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(folder.join("inner/one"), "1").unwrap();
        let first = of_folder(&folder).unwrap();
        fs::write(folder.join("inner/one"), "1").unwrap();
        assert_eq!(of_folder(&folder).unwrap(), first);
        fs::write(folder.join("inner/one"), "2").unwrap();
        let second = of_folder(&folder).unwrap();
        fs::rename(folder.join("inner/one"), folder.join("inner/two")).unwrap();
        let third = of_folder(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(first != second && second != third && first != third);
    }
}
