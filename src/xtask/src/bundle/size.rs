//! How large the bundle is, and how large it may be.

use super::inputs::files;
use super::parts::REST;
use crate::layout;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a first visit is to transfer one day until it can sign in and work with the list, brotli-compressed: code and
/// styles, without the rest of the app. Until then the record must not grow.
const GOAL: u64 = 300_000;
/// By how many percent it may grow over the record before someone has to look at it.
const TOLERANCE: u64 = 3;
/// The same for a compiler that has no record of its own, over the largest of the others.
const TOLERANCE_OF_OTHERS: u64 = 15;
/// What the first screen needs, and the rest.
const PARTS: [&str; 4] = ["wasm", "js", "css", REST_OF_THE_APP];
const REST_OF_THE_APP: &str = "rest";
const FIRST_SCREEN: usize = 3;
/// So many crates are told one by one.
const TOLD: usize = 12;
const OTHERS: &str = "others";

#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// The bytes of code that a crate has in both parts.
#[derive(Clone, Copy, Default)]
pub struct Code {
    pub first: u64,
    pub rest: u64,
}

/// The code of all crates, by their names.
pub type Crates = BTreeMap<String, Code>;

pub struct Sizes {
    /// Those of [`PARTS`], in their order.
    parts: [Size; 4],
    crates: Crates,
}

impl Sizes {
    pub fn of(bundle: &Path) -> Result<Self> {
        let mut parts = [Size::default(); 4];
        for file in files(bundle)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let kind = file.extension().unwrap_or_default().to_string_lossy();
            let part = if name.starts_with(REST) && kind == "wasm" { REST_OF_THE_APP } else { kind.as_ref() };
            if let Some(part) = PARTS.iter().position(|it| *it == part) {
                parts[part].raw += length(&file)?;
                parts[part].gzip += length(&sibling(&file, "gz"))?;
                parts[part].brotli += length(&sibling(&file, "br"))?;
            }
        }
        Ok(Self { parts, crates: read_crates()? })
    }

    pub fn print(&self) {
        println!("{:<14}{:>12}{:>12}{:>12}  bytes", "", "raw", "gzip", "brotli");
        let line = |name: &str, sizes: &[Size]| {
            let sum = |of: fn(&Size) -> u64| sizes.iter().map(of).sum::<u64>();
            println!(
                "{name:<14}{:>12}{:>12}{:>12}",
                sum(|it| it.raw),
                sum(|it| it.gzip),
                sum(|it| it.brotli)
            );
        };
        for (part, size) in PARTS.iter().zip(&self.parts).take(FIRST_SCREEN) {
            line(part, &[*size]);
        }
        line("first screen", &self.parts[..FIRST_SCREEN]);
        line("rest", &self.parts[FIRST_SCREEN..]);
        line("all", &self.parts);
        println!("\n{:<28}{:>12}{:>12}  bytes of code", "crate", "first", "rest");
        for (name, code) in told(&self.crates) {
            println!("{name:<28}{:>12}{:>12}", code.first, code.rest);
        }
        println!();
    }

    fn brotli(&self) -> [u64; 4] {
        self.parts.map(|size| size.brotli)
    }

    /// Against the record of this release of the compiler; the goal is only told.
    pub fn check(&self, release: &str) -> Result<()> {
        let now = self.brotli();
        let first_screen: u64 = now[..FIRST_SCREEN].iter().sum();
        if first_screen > GOAL {
            println!("The first screen takes {first_screen} bytes (brotli); its goal is {GOAL}.");
        }
        let records = Records::read()?;
        let (record, tolerance) = match records.of(release) {
            Some(record) => (record, TOLERANCE),
            None => {
                println!(
                    "Nothing is recorded for rustc {release}, so this build is held against the largest record. The \
                     first screen may wait for the rest: `cargo xtask bundle --profile --record` finds out what it runs."
                );
                (records.largest()?, TOLERANCE_OF_OTHERS)
            }
        };
        let grown: Vec<String> = PARTS
            .iter()
            .zip(now.iter().zip(record.parts))
            .filter(|(_, (now, before))| *now > before)
            .map(|(part, (now, before))| format!("{part} by {} to {now}", now - before))
            .collect();
        let crates = self.grown_crates(&record);
        if !grown.is_empty() {
            println!("Grown since the record, in bytes (brotli): {}.", grown.join(", "));
        }
        let before: u64 = record.parts[..FIRST_SCREEN].iter().sum();
        let too_large = |now: u64, before: u64| now * 100 > before * (100 + tolerance);
        if too_large(first_screen, before) || too_large(now[FIRST_SCREEN], record.parts[FIRST_SCREEN]) {
            bail!(
                "The bundle grew by more than {tolerance} % (brotli): {}. Crates that grew, in bytes of code: {}. \
                 If the first screen runs other code than before, `cargo xtask bundle --profile`. \
                 If that is what it takes, `cargo xtask bundle --record`.",
                grown.join(", "),
                if crates.is_empty() { "none".to_owned() } else { crates.join(", ") }
            );
        }
        Ok(())
    }

    /// The largest growth first.
    fn grown_crates(&self, record: &Record) -> Vec<String> {
        let mut grown: Vec<(u64, String)> = Vec::new();
        for (name, now) in told(&self.crates) {
            let before = record.crates.get(&name).copied().unwrap_or_default();
            for (part, now, before) in [("first", now.first, before.first), ("rest", now.rest, before.rest)] {
                if now > before {
                    grown.push((now - before, format!("{name} by {} in {part}", now - before)));
                }
            }
        }
        grown.sort_by(|a, b| b.cmp(a));
        grown.into_iter().map(|(_, told)| told).collect()
    }

    /// Takes these sizes as the record of a release of the compiler.
    pub fn record(&self, release: &str) -> Result<()> {
        let mut records = Records::read()?;
        let mut record = Map::new();
        for (part, brotli) in PARTS.iter().zip(self.brotli()) {
            record.insert((*part).to_owned(), brotli.into());
        }
        let crates = told(&self.crates).into_iter().map(|(name, code)| (name, to_json(code)));
        record.insert("crates".to_owned(), Value::Object(crates.collect()));
        records.0.insert(release.to_owned(), Value::Object(record));
        let text = serde_json::to_string_pretty(&Value::Object(records.0))?;
        fs::write(record_file(), text + "\n").context("cannot write the record")
    }
}

/// The crates with the most code, and one line for all others.
fn told(crates: &Crates) -> Vec<(String, Code)> {
    let mut sorted: Vec<(String, Code)> = crates.iter().map(|(name, code)| (name.clone(), *code)).collect();
    sorted.sort_by_key(|(_, code)| std::cmp::Reverse((code.first, code.rest)));
    let mut others = Code::default();
    for (_, code) in sorted.drain(TOLD.min(sorted.len())..) {
        others.first += code.first;
        others.rest += code.rest;
    }
    sorted.push((OTHERS.to_owned(), others));
    sorted
}

/// The sizes of an earlier build: brotli-compressed, and of crates as they are.
struct Record {
    parts: [u64; 4],
    crates: Crates,
}

/// One for each release of the compiler.
struct Records(Map<String, Value>);

impl Records {
    fn read() -> Result<Self> {
        let text = fs::read_to_string(record_file())
            .context("There is no record of the bundle's size: `cargo xtask bundle --record`")?;
        serde_json::from_str(&text).map(Self).context("The record of the bundle's size is broken")
    }

    fn of(&self, release: &str) -> Option<Record> {
        self.0.get(release).map(Record::from_json)
    }

    fn largest(&self) -> Result<Record> {
        let records = self.0.values().map(Record::from_json);
        let largest = records.max_by_key(|record| record.parts.iter().sum::<u64>());
        largest.context("The record of the bundle's size is empty")
    }
}

impl Record {
    fn from_json(record: &Value) -> Self {
        Self {
            parts: PARTS.map(|part| record[part].as_u64().unwrap_or(0)),
            crates: from_json(&record["crates"]),
        }
    }
}

fn record_file() -> PathBuf {
    layout::root().join(".ci/bundle-size.json")
}

/// Keeps what the crates have in the bundle that was just built: its own files no longer tell.
pub fn keep_crates(crates: &Crates) -> Result<()> {
    let crates = crates.iter().map(|(name, code)| (name.clone(), to_json(*code)));
    let text = Value::Object(crates.collect()).to_string();
    fs::write(crates_file(), text).context("cannot write the sizes of the crates")
}

fn read_crates() -> Result<Crates> {
    let text = fs::read_to_string(crates_file()).context("There are no sizes of crates")?;
    Ok(from_json(&serde_json::from_str(&text).context("The sizes of the crates are broken")?))
}

pub fn crates_file() -> PathBuf {
    layout::target().join("bundle.crates.json")
}

fn to_json(code: Code) -> Value {
    Value::from(vec![code.first, code.rest])
}

fn from_json(crates: &Value) -> Crates {
    let code =
        |code: &Value| Code { first: code[0].as_u64().unwrap_or(0), rest: code[1].as_u64().unwrap_or(0) };
    crates.as_object().into_iter().flatten().map(|(name, it)| (name.clone(), code(it))).collect()
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
