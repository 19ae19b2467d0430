//! `cargo xtask …`: everything a person does with this repository besides writing in it.
//!
//! The tools that a task needs are found or installed by [`setup`]; nothing has to be prepared by
//! hand but cargo and a C compiler.

mod bench;
mod bundle;
mod command;
mod dev;
mod layout;
mod openapi;
mod run;
mod sandbox;
mod setup;
mod shots;
mod step;
mod stop;
mod test;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Simgrove's workflows", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve the dashboard with a demo estate behind it.
    Run(run::Options),
    /// Like `run`, with the dashboard rebuilt and reloaded at every save.
    Dev(dev::Options),
    /// Check everything, or only the stages named.
    Test(test::Options),
    /// Build the static bundle into `dist/` and report its size.
    Bundle(bundle::Options),
    /// Write the sandbox's OpenAPI document to `public/openapi.json`.
    Openapi,
    /// Time what a person does with large lists, here and in the grids that a team would take instead.
    Bench(bench::Options),
    /// Take screenshots of the dashboard, at several sizes, light and dark.
    Shots(shots::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Run(options) => run::run(&options),
        Task::Dev(options) => dev::dev(&options),
        Task::Test(options) => return test::test(&options),
        Task::Bundle(options) => bundle::bundle(&options),
        Task::Openapi => openapi::write(),
        Task::Bench(options) => bench::bench(&options),
        Task::Shots(options) => shots::shots(&options),
    };
    report(outcome)
}

fn report(outcome: Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
