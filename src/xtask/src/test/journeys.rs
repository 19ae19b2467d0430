//! The journeys, once per engine.

use crate::command::{cargo, path_with, run};
use crate::setup::browsers::Engine;
use crate::setup::npm;
use crate::shots::journeys_environment;
use crate::{bundle, layout, sandbox};
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::fs;

/// Parts of the names of what holds only where the bundle was divided by what its compiler's code was seen to run.
const FIRST_SCREEN_ALONE: [&str; 2] = ["does_without_the_second_part", "the_second_part_comes_by_itself"];

pub fn test(engines: &[Engine], only: Option<&str>) -> Result<()> {
    let engines = if engines.is_empty() { Engine::value_variants() } else { engines };
    npm::ensure(&[&npm::TESTING_LIBRARY, &npm::AXE])?;
    bundle::build()?;
    sandbox::build()?;
    let second_tries = layout::root().join("target/journeys/second-tries.txt");
    fs::remove_file(&second_tries).ok();
    let mut failed = Vec::new();
    for engine in engines {
        println!("\n── {engine}");
        if let Err(error) = in_engine(*engine, only) {
            println!("{error:#}");
            failed.push(engine.to_string());
        }
    }
    if let Ok(names) = fs::read_to_string(&second_tries) {
        println!("\nPlayed twice, because the first try failed:\n{names}");
    }
    if !failed.is_empty() {
        bail!("journeys failed in {}", failed.join(", "));
    }
    Ok(())
}

fn in_engine(engine: Engine, only: Option<&str>) -> Result<()> {
    let folders = engine.ensure()?;
    let mut command = cargo();
    command.args(["test", "--package", "journeys", "--no-fail-fast", "--"]);
    // As many at once as the smallest machine has cores.
    command.args(["--test-threads", "2"]).args(only);
    if !bundle::first_screen_is_recorded()? {
        println!(
            "Left out, as what the first screen runs is not recorded for this rustc: {}",
            FIRST_SCREEN_ALONE.join(", ")
        );
        command.args(FIRST_SCREEN_ALONE.iter().flat_map(|part| ["--skip", part]));
    }
    run(command.envs(journeys_environment(engine)).env("PATH", path_with(folders)))
}
