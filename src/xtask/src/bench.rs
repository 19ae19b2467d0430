//! `cargo xtask bench`: how long a person waits for the list, in a real browser.

use crate::command::{cargo, path_with, run};
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::shots::journeys_environment;
use crate::{bundle, sandbox};
use anyhow::Result;

#[derive(clap::Args)]
pub struct Options {
    /// How many SIMs the demo estate has.
    #[arg(long, default_value_t = 100_000)]
    sims: u32,
    #[arg(long, value_enum, default_value_t = Engine::Chromium)]
    engine: Engine,
}

pub fn bench(options: &Options) -> Result<()> {
    let folders = options.engine.ensure()?;
    npm::ensure(&[&npm::TESTING_LIBRARY, &npm::AXE])?;
    bundle::build()?;
    sandbox::build()?;
    let mut command = cargo();
    command
        .args(["run", "--package", "journeys", "--bin", "bench", "--", "--sims", &options.sims.to_string()])
        .envs(journeys_environment(options.engine))
        .env("PATH", path_with(folders));
    run(&mut command)
}
