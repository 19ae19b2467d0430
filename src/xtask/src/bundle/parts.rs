//! The app in two parts, in place of the one that Trunk has built.

use super::digest::{integrity, short};
use super::size::Crates;
use super::split::glue::{self, ShortNames};
use super::split::{self, FirstScreen, Module, Parts};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Splits the app in a folder that Trunk has filled with this release of the compiler; gives what each crate has in the
/// parts.
pub fn part(folder: &Path, release: &str) -> Result<Crates> {
    let app = App::in_folder(folder)?;
    let whole = fs::read(&app.wasm)?;
    let mut module = Module::parse(&whole)?;
    let names = ShortNames::of(&module);
    let script = names.in_script(&fs::read_to_string(&app.script)?, &module)?;
    names.in_module(&mut module);
    let first_screen = FirstScreen::read(release)?;
    let Parts { first, rest, crates } =
        split::split(&module, |function| first_screen.runs(&module, function))?;
    fs::write(&app.wasm, first)?;
    let name = format!("{}{}.wasm", REST, short(&rest));
    fs::write(&app.script, glue::loading(&script, &format!("./{name}"), &integrity(&rest))?)?;
    fs::write(folder.join(name), rest)?;
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).context("Trunk wrote no index.html")?;
    fs::write(&index, glue::starting(&html)?)?;
    Ok(crates)
}

/// What the name of the second part begins with.
pub const REST: &str = "dashboard-rest-";

/// Puts probes into the app; gives the app without them.
pub fn probe(folder: &Path) -> Result<Vec<u8>> {
    let app = App::in_folder(folder)?;
    let whole = fs::read(&app.wasm)?;
    fs::write(&app.wasm, split::with_probes(&Module::parse(&whole)?)?)?;
    let script = fs::read_to_string(&app.script)?;
    fs::write(&app.script, glue::probing(&script)?)?;
    Ok(whole)
}

/// The two files that wasm-bindgen has written.
struct App {
    script: PathBuf,
    wasm: PathBuf,
}

impl App {
    fn in_folder(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
        let ending = |ending: &str| {
            let fits = |file: &&PathBuf| {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with("dashboard-") && name.ends_with(ending)
            };
            files.iter().find(fits).cloned().with_context(|| format!("Trunk wrote no dashboard-…{ending}"))
        };
        Ok(Self { script: ending(".js")?, wasm: ending("_bg.wasm")? })
    }
}
