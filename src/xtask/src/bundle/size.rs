//! How large the bundle is, and how large it may be.

use super::inputs::files;
use crate::layout;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// What a first visit is to transfer one day, brotli-compressed: code and styles. Until then the record must not grow.
const GOAL: u64 = 300_000;
/// By how many percent it may grow over the record before someone has to look at it.
const TOLERANCE: u64 = 3;
const PARTS: [&str; 3] = ["wasm", "js", "css"];

#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// The sizes of [`PARTS`], in their order.
pub struct Sizes([Size; 3]);

impl Sizes {
    pub fn of(bundle: &Path) -> Result<Self> {
        let mut sizes = [Size::default(); 3];
        for file in files(bundle)? {
            let kind = file.extension().unwrap_or_default();
            if let Some(part) = PARTS.iter().position(|part| *part == kind) {
                sizes[part].raw += length(&file)?;
                sizes[part].gzip += length(&sibling(&file, "gz"))?;
                sizes[part].brotli += length(&sibling(&file, "br"))?;
            }
        }
        Ok(Self(sizes))
    }

    pub fn print(&self) {
        println!("{:<6}{:>12}{:>12}{:>12}  bytes", "", "raw", "gzip", "brotli");
        for (part, size) in PARTS.iter().zip(self.0) {
            println!("{part:<6}{:>12}{:>12}{:>12}", size.raw, size.gzip, size.brotli);
        }
        let sum = |of: fn(&Size) -> u64| self.0.iter().map(of).sum::<u64>();
        println!("{:<6}{:>12}{:>12}{:>12}", "all", sum(|it| it.raw), sum(|it| it.gzip), self.brotli());
    }

    fn brotli(&self) -> u64 {
        self.0.iter().map(|size| size.brotli).sum()
    }

    /// Against the record; the goal is only told.
    pub fn check(&self) -> Result<()> {
        let total = self.brotli();
        if total > GOAL {
            println!("The bundle has {total} bytes (brotli); its goal is {GOAL}.");
        }
        let record = Record::read()?;
        let grown: Vec<String> = PARTS
            .iter()
            .zip(self.0)
            .zip(record.0)
            .filter(|((_, now), before)| now.brotli > *before)
            .map(|((part, now), before)| format!("{part} by {} to {}", now.brotli - before, now.brotli))
            .collect();
        if !grown.is_empty() {
            println!("Grown since the record, in bytes (brotli): {}.", grown.join(", "));
        }
        let before: u64 = record.0.iter().sum();
        if total * 100 > before * (100 + TOLERANCE) {
            bail!(
                "The bundle grew by more than {TOLERANCE} %, from {before} to {total} bytes (brotli): {}. \
                 If that is what it takes, `cargo xtask bundle --record`.",
                grown.join(", ")
            );
        }
        Ok(())
    }

    pub fn record(&self) -> Result<()> {
        let parts = PARTS.iter().zip(self.0).map(|(part, size)| ((*part).to_owned(), size.brotli.into()));
        let text = serde_json::to_string_pretty(&Value::Object(parts.collect::<Map<_, _>>()))?;
        fs::write(record_file(), text + "\n").context("cannot write the record")
    }
}

/// The sizes of an earlier build, brotli-compressed.
struct Record([u64; 3]);

impl Record {
    fn read() -> Result<Self> {
        let text = fs::read_to_string(record_file())
            .context("There is no record of the bundle's size: `cargo xtask bundle --record`")?;
        let record: Value =
            serde_json::from_str(&text).context("The record of the bundle's size is broken")?;
        Ok(Self(PARTS.map(|part| record[part].as_u64().unwrap_or(0))))
    }
}

fn record_file() -> PathBuf {
    layout::root().join(".ci/bundle-size.json")
}

fn sibling(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.to_owned().into_os_string();
    name.push(".");
    name.push(suffix);
    name.into()
}

fn length(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("{} is missing", file.display()))?.len())
}
