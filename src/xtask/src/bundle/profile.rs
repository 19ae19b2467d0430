//! Which functions of the app the first screen runs, recorded in a browser.

use super::{finish, parts, trunk};
use crate::command::{cargo, path_with};
use crate::setup::BundleTools;
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::shots::journeys_environment;
use crate::{layout, sandbox, step};
use anyhow::Result;
use std::fs;

pub fn record() -> Result<()> {
    let engine = Engine::Chromium;
    let folders = engine.ensure()?;
    npm::ensure(&[&npm::TESTING_LIBRARY])?;
    sandbox::build()?;
    let folder = layout::target().join("probed");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder)?;
    trunk(&BundleTools::ensure()?, "/", &folder)?;
    let whole = parts::probe(&folder)?;
    finish::finish(&folder)?;
    let ran = layout::target().join("ran.txt");
    fs::remove_file(&ran).ok();
    let mut command = cargo();
    command
        .args(["run", "--package", "journeys", "--bin", "first_screen", "--", "--into"])
        .arg(&ran)
        .envs(journeys_environment(engine))
        .env("SIMGROVE_BUNDLE", &folder)
        .env("PATH", path_with(folders));
    step::run("using the first screen", &mut command)?;
    super::split::record(&whole, &ran)
}
