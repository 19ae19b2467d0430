//! `cargo xtask test`: every check there is, stage by stage.

mod contract;
mod format;
mod journeys;
mod licences;
mod lint;
mod native;
mod texts;

use crate::setup::browsers::Engine;
use crate::{bundle, openapi};
use anyhow::Result;
use clap::ValueEnum;
use std::fmt::{self, Display};
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[derive(clap::Args)]
pub struct Options {
    /// The stages to run; without any, all of them, in this order.
    #[arg(value_enum)]
    stages: Vec<Stage>,
    /// The engines that the journeys run in; without any, all of them.
    #[arg(long, value_enum)]
    engine: Vec<Engine>,
    /// Run only the journeys whose name contains this.
    #[arg(long)]
    only: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// rustfmt
    Format,
    /// clippy, natively and for the browser; a warning fails
    Lint,
    /// The tests that need no browser
    Native,
    /// public/openapi.json is what the sandbox says
    Openapi,
    /// Every dependency's licence is one that we accept
    Licences,
    /// Fluent texts: complete, used, and none in the code
    Texts,
    /// The bundle builds and is within its budget
    Bundle,
    /// schemathesis tries the API against its description
    Contract,
    /// What a person does, in real browsers
    Journeys,
}

impl Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.to_possible_value().expect("no stage is hidden").get_name())
    }
}

impl Stage {
    fn run(self, options: &Options) -> Result<()> {
        match self {
            Self::Format => format::check(),
            Self::Lint => lint::check(),
            Self::Native => native::test(),
            Self::Openapi => openapi::check(),
            Self::Licences => licences::check(),
            Self::Texts => texts::check(),
            Self::Bundle => bundle::check(),
            Self::Contract => contract::test(),
            Self::Journeys => journeys::test(&options.engine, options.only.as_deref()),
        }
    }
}

struct Outcome {
    stage: Stage,
    passed: bool,
    took: Duration,
}

/// Runs the stages, each whatever became of the ones before it, so that one run shows everything.
pub fn test(options: &Options) -> ExitCode {
    let stages = if options.stages.is_empty() { Stage::value_variants() } else { &options.stages };
    let mut outcomes = Vec::new();
    for stage in stages {
        println!("\n━━ {stage}");
        let started = Instant::now();
        let result = stage.run(options);
        if let Err(error) = &result {
            println!("{error:#}");
        }
        outcomes.push(Outcome { stage: *stage, passed: result.is_ok(), took: started.elapsed() });
    }
    print_table(&outcomes)
}

/// The last line is one that a machine may read.
fn print_table(outcomes: &[Outcome]) -> ExitCode {
    println!("\n{:<10} {:<7} {:>8}", "stage", "", "seconds");
    for outcome in outcomes {
        let word = if outcome.passed { "ok" } else { "FAILED" };
        println!("{:<10} {word:<7} {:>8.1}", outcome.stage.to_string(), outcome.took.as_secs_f64());
    }
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    println!("\n{} passed, {failed} failed", outcomes.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
