//! The app's WebAssembly in two parts: what the first screen runs, and the rest.
//!
//! Trunk, wasm-bindgen and wasm-opt have done their work by then: a part is made of whole functions of
//! the finished module, told apart by their names (see [`first_screen`]). Wherever the first part calls
//! a function that it does not have, it goes through the table of indirect calls, and so do the calls
//! that went through it before. An empty slot there means that the rest is missing: then it is loaded
//! at once (`loader.js`), which is slower, and right. The rest shares memory, tables and globals with
//! the first part, and fills the slots when it comes.

mod encode;
mod first;
mod first_screen;
pub mod glue;
mod module;
mod names;
mod plan;
mod probe;
mod rest;

use super::size::Crates;
use anyhow::{Context, Result};
use plan::Plan;
use std::path::Path;

pub use first_screen::FirstScreen;
pub use module::Module;

/// Both parts of a module.
pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    /// How much code of which crate is in them.
    pub crates: Crates,
}

/// Takes the functions that `is_first` says, by their indices, into the first part.
pub fn split(module: &Module<'_>, is_first: impl Fn(u32) -> bool) -> Result<Parts> {
    let plan = Plan::new(module, is_first);
    let parts = Parts {
        first: first::encode(module, &plan).context("The first part cannot be written")?,
        rest: rest::encode(module, &plan).context("The rest cannot be written")?,
        crates: plan.crates(module),
    };
    for part in [&parts.first, &parts.rest] {
        wasmparser::validate(part).context("A part is no valid module")?;
    }
    Ok(parts)
}

/// The module with a probe in each function, to see which of them run.
pub fn with_probes(module: &Module<'_>) -> Result<Vec<u8>> {
    let probed = probe::encode(module).context("The probed module cannot be written")?;
    wasmparser::validate(&probed).context("The probed module is not valid")?;
    Ok(probed)
}

/// Takes what ran in a browser, told by probes, as what the first screen runs.
pub fn record(whole: &[u8], ran: &Path) -> Result<()> {
    first_screen::record(&Module::parse(whole)?, ran)
}

#[cfg(test)]
mod tests;
