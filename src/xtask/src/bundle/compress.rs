//! Compressed siblings (`x.br`, `x.gz`) for servers that hand them out as they are.
//!
//! Files that a host is invited to edit get none: a stale sibling would hide the edit.

use super::inputs::files;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

const WORTH_IT: [&str; 7] = ["js", "wasm", "css", "html", "json", "svg", "txt"];
const FOR_THE_HOST_TO_EDIT: [&str; 4] = ["index.html", "config.json", "locales", "brand"];

pub fn compress(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        let inside = file.strip_prefix(folder).unwrap_or(&file);
        let kind = file.extension().unwrap_or_default().to_string_lossy();
        if !WORTH_IT.contains(&kind.as_ref()) || FOR_THE_HOST_TO_EDIT.iter().any(|it| inside.starts_with(it))
        {
            continue;
        }
        let bytes = fs::read(&file)?;
        for (suffix, packed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            let mut name = file.clone().into_os_string();
            name.push(".");
            name.push(suffix);
            fs::write(&name, packed).with_context(|| format!("cannot write {}", name.display()))?;
        }
    }
    Ok(())
}

pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
