//! `cargo xtask bench`: the dashboard beside the grids that a team would take instead, in a real browser.

mod peers;

use crate::command::{cargo, path_with, run};
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::shots::journeys_environment;
use crate::{bundle, sandbox};
use anyhow::Result;

#[derive(clap::Args)]
pub struct Options {
    /// How many SIMs the demo estates have.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    sims: Vec<String>,
    /// Who takes part, such as `simgrove,ag-grid`; without it, all.
    #[arg(long)]
    only: Option<String>,
    /// Runs of each, with a fresh browser; without it, 3 at a million SIMs and 5 otherwise.
    #[arg(long)]
    rounds: Option<usize>,
    /// Put the figures into `tests/bench/README.md`.
    #[arg(long)]
    write: bool,
}

/// Only Chromium lets the memory of a page be measured.
const ENGINE: Engine = Engine::Chromium;

pub fn bench(options: &Options) -> Result<()> {
    let folders = ENGINE.ensure()?;
    npm::ensure(&[&npm::TESTING_LIBRARY, &npm::AXE])?;
    let pages = peers::build()?;
    bundle::build()?;
    sandbox::build()?;
    let mut command = cargo();
    command.args(["run", "--package", "journeys", "--bin", "bench", "--", "--pages"]).arg(pages);
    command.args(["--sims", &options.sims.join(",")]);
    if let Some(only) = &options.only {
        command.args(["--only", only]);
    }
    if let Some(rounds) = options.rounds {
        command.args(["--rounds", &rounds.to_string()]);
    }
    if options.write {
        command.arg("--write").arg(peers::folder().join("README.md"));
    }
    command.envs(journeys_environment(ENGINE)).env("PATH", path_with(folders));
    run(&mut command)
}
