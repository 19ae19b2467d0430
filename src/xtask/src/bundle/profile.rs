//! Which functions of the app the first screen runs, recorded in browsers.

use super::{finish, parts, trunk};
use crate::command::{cargo, path_with};
use crate::setup::BundleTools;
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::shots::journeys_environment;
use crate::{layout, sandbox, step};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::fs;

/// In all engines: each takes branches that the others do not.
pub fn record() -> Result<()> {
    npm::ensure(&[&npm::TESTING_LIBRARY])?;
    sandbox::build()?;
    let folder = layout::target().join("probed");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder)?;
    let tools = BundleTools::ensure()?;
    trunk(&tools, "/", &folder)?;
    let whole = parts::probe(&folder)?;
    finish::finish(&folder)?;
    let mut ran = String::new();
    for &engine in Engine::value_variants() {
        let folders = engine.ensure()?;
        let file = layout::target().join("ran.txt");
        fs::remove_file(&file).ok();
        let mut command = cargo();
        command
            .args(["run", "--package", "journeys", "--bin", "first_screen", "--", "--into"])
            .arg(&file)
            .envs(journeys_environment(engine))
            .env("SIMGROVE_BUNDLE", &folder)
            .env("PATH", path_with(folders));
        step::run(&format!("using the first screen in {engine}"), &mut command)?;
        ran += &fs::read_to_string(&file).context("No function has told that it ran")?;
    }
    super::split::record(&whole, &ran, &tools.target.release()?)
}
