//! The app's WebAssembly in two parts: what the first screen runs, and the rest.
//!
//! Trunk, wasm-bindgen and wasm-opt have done their work by then: parts are made of the functions of the finished module,
//! told apart by their names (see [`first_screen`]), and of pieces of functions (see [`pieces`]). Wherever the first part calls
//! a function that it does not have, it goes through the table of indirect calls, and so do the calls
//! that went through it before. An empty slot there means that the rest is missing: then it is loaded
//! at once (`loader.js`), which is slower, and right. The rest shares memory, tables and globals with
//! the first part, and fills the slots when it comes.

mod encode;
mod first;
mod first_screen;
pub mod glue;
mod live;
mod module;
mod names;
mod pieces;
mod plan;
mod probe;
mod rest;
mod shape;

use super::size::Crates;
use anyhow::{Context, Result};
use plan::{Plan, Runs};

pub use first_screen::{FirstScreen, is_recorded};
pub use module::Module;

/// Both parts of a module.
pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    /// How much code of which crate is in them.
    pub crates: Crates,
}

/// Takes what runs, told by the indices of functions, into the first part.
pub fn split(module: &Module<'_>, runs: impl Fn(u32) -> Result<Runs>) -> Result<Parts> {
    let plan = Plan::new(module, runs)?;
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

/// The module with probes, to see what of it runs.
pub fn with_probes(module: &Module<'_>) -> Result<Vec<u8>> {
    let probed = probe::encode(module).context("The probed module cannot be written")?;
    wasmparser::validate(&probed).context("The probed module is not valid")?;
    Ok(probed)
}

/// Takes what ran in browsers, told by probes, as what the first screen runs when this release of the compiler has built it.
pub fn record(whole: &[u8], ran: &str, release: &str) -> Result<()> {
    first_screen::record(&Module::parse(whole)?, ran, release)
}

#[cfg(test)]
mod tests;
