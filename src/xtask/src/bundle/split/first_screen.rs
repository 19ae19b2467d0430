//! The functions that the first screen runs: a list of names that was recorded in a browser.
//!
//! It need not be up to date to be right. A function that is not in it comes with the rest; one that is in it and no
//! longer exists is nothing.

use super::module::Module;
use super::names;
use crate::layout;
use anyhow::{Context, Result};
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

pub struct FirstScreen(HashSet<String>);

impl FirstScreen {
    pub fn read() -> Result<Self> {
        let file = file();
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(Self(text.lines().map(str::to_owned).collect()))
    }

    pub fn runs(&self, module: &Module<'_>, function: u32) -> bool {
        self.0.contains(&line(module, function))
    }
}

/// Takes the functions that ran, by the indices that probes have told, as the new list.
pub fn record(module: &Module<'_>, ran: &Path) -> Result<()> {
    let ran = fs::read_to_string(ran).context("No function has told that it ran")?;
    let mut lines = BTreeSet::new();
    for index in ran.lines() {
        lines.insert(line(module, index.parse()?));
    }
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    fs::write(file(), text).context("cannot write the list of the first screen's functions")
}

fn line(module: &Module<'_>, function: u32) -> String {
    names::on_a_line(&names::readable(module.name(function)))
}

fn file() -> PathBuf {
    layout::root().join("src/dashboard/first-screen.txt")
}
