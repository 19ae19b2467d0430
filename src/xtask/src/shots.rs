//! `cargo xtask shots`: what the dashboard looks like, without starting it by hand.

use crate::command::{cargo, path_with, run};
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::{bundle, layout, sandbox};
use anyhow::Result;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Options {
    /// Addresses below the root to look at, such as `/sims`; without any, the start page.
    paths: Vec<String>,
    /// The folder for the pictures.
    #[arg(long, default_value = "target/shots")]
    into: PathBuf,
    /// Who looks; `nobody` for the pages before signing in.
    #[arg(long, default_value = "admin@northgate.example")]
    login: String,
    /// How many SIMs the demo estate has.
    #[arg(long, default_value_t = 1000)]
    sims: u32,
    #[arg(long, value_enum, default_value_t = Engine::Chromium)]
    engine: Engine,
}

pub fn shots(options: &Options) -> Result<()> {
    let folders = options.engine.ensure()?;
    npm::ensure(&[&npm::TESTING_LIBRARY, &npm::AXE])?;
    bundle::build()?;
    sandbox::build()?;
    let mut command = cargo();
    command
        .args(["run", "--package", "journeys", "--bin", "shots", "--", "--into"])
        .arg(layout::root().join(&options.into))
        .args(["--login", &options.login, "--sims", &options.sims.to_string()])
        .args(&options.paths)
        .envs(journeys_environment(options.engine))
        .env("PATH", path_with(folders));
    run(&mut command)
}

/// What the journeys' harness has to be told.
pub fn journeys_environment(engine: Engine) -> [(&'static str, std::ffi::OsString); 4] {
    [
        ("SIMGROVE_ENGINE", engine.to_string().into()),
        ("SIMGROVE_BUNDLE", layout::dist().into()),
        ("SIMGROVE_SANDBOX", layout::sandbox().into()),
        ("SIMGROVE_NODE_MODULES", npm::modules().into()),
    ]
}
