//! The bench: the dashboard and the grids that a team would take instead, in the same browser, on the same tasks.
//! `cargo xtask bench` builds all that is needed and starts this; `tests/bench/README.md` says how it is measured.

mod contestant;
mod figures;
mod machine;
mod ours;
mod page;
mod table;
mod truth;
mod visit;

use clap::Parser;
use contestant::Contestant;
use figures::{Figure, Figures};
use journeys::{ADMIN, Estate, grouped, measurement};
use page::Blank;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use table::Results;
use truth::Truth;

#[derive(Parser)]
struct Options {
    /// How many SIMs the estates have.
    #[arg(long, value_delimiter = ',', default_value = "10000,100000,1000000")]
    sims: Vec<u32>,
    /// Who takes part; without it, all.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Contestant>,
    /// Runs of each; without it, 3 at a million SIMs and 5 otherwise.
    #[arg(long)]
    rounds: Option<usize>,
    /// The folder with the built pages of the peers.
    #[arg(long)]
    pages: PathBuf,
    /// A file in which the figures are replaced, between its two marks.
    #[arg(long)]
    write: Option<PathBuf>,
}

const BEGIN: &str = "<!-- figures -->";
const END: &str = "<!-- end of figures -->";
/// From here on fewer runs have to do.
const LARGE: u32 = 1_000_000;

fn main() {
    let options = Options::parse();
    let mut contestants = Contestant::ALL.to_vec();
    contestants.retain(|it| options.only.is_empty() || options.only.contains(it));
    let mut text = String::new();
    for &sims in &options.sims {
        let rounds = options.rounds.unwrap_or(if sims < LARGE { 5 } else { 3 });
        let (machine, results) = measured(sims, rounds, &contestants, &options.pages);
        let table = results.markdown();
        println!("{table}");
        if text.is_empty() {
            text = format!("{machine}.\n\n{}\n", versions(&contestants));
            println!("{text}");
        }
        text += &format!("\n{table}");
    }
    if let Some(file) = &options.write {
        replace(file, &text);
    }
}

/// All runs with an estate of one size. Everybody's first run comes before anybody's second one, so that what slows the
/// machine for a while slows all.
fn measured(sims: u32, rounds: usize, contestants: &[Contestant], pages: &Path) -> (String, Results) {
    let size = grouped(sims as usize);
    let mut results = Results { sims, rounds, frame: 0.0, figures: vec![] };
    results.figures = contestants.iter().map(|&contestant| (contestant, Figures::default())).collect();
    let mut machine = String::new();
    measurement(&Estate::of(sims).beside("peers", pages.to_owned()), |stage| {
        let started = Instant::now();
        let truth = Truth::read(&stage.api(ADMIN));
        eprintln!("{size} SIMs: counted in {:.0} s", started.elapsed().as_secs_f64());
        let person = stage.person();
        machine = machine::described(&person);
        stage.leaves(person);
        let blank = Blank::measured(stage);
        results.frame = blank.frame;
        for round in 1..=rounds {
            for (contestant, figures) in &mut results.figures {
                let started = Instant::now();
                let run = visit::figures(stage, *contestant, &truth, &blank);
                let all = run.of(Figure::AllRows).map_or(0.0, |it| it.median() / 1000.0);
                let took = started.elapsed().as_secs_f64();
                let name = contestant.name();
                eprintln!(
                    "{size} SIMs, run {round} of {rounds}: {name}, all rows {all:.1} s, run {took:.0} s"
                );
                figures.extend(run);
            }
        }
    });
    (machine, results)
}

fn versions(contestants: &[Contestant]) -> String {
    let line = |contestant: &Contestant| format!("- {}: {}", contestant.name(), contestant.versions());
    let peers = contestants.iter().filter(|contestant| !contestant.is_ours());
    peers.map(line).collect::<Vec<_>>().join("\n")
}

fn replace(file: &Path, figures: &str) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let parts = text.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.unwrap_or_else(|| panic!("{} lacks {BEGIN} or {END}", file.display()));
    fs::write(file, format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", figures.trim()))
        .expect("it can be written");
}
