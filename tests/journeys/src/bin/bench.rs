//! How long a person waits for the list: `cargo xtask bench` builds all that is needed and starts this.
//!
//! Each act is timed in the page, from the event until after the frame that shows its outcome has been painted, and is
//! told in milliseconds and as a ratio to a frame of this machine, taken in the same run.

use clap::Parser;
use journeys::{ADMIN, Estate, Person, SimList, grouped, journey};
use serde_json::json;

#[derive(Parser)]
struct Options {
    #[arg(long)]
    sims: u32,
    /// How often each act is done.
    #[arg(long, default_value_t = 20)]
    rounds: usize,
}

/// Times every key and click until after the next paint.
const STOPWATCH: &str = "
    window.__times = [];
    for (const name of ['keydown', 'click']) {
      addEventListener(name, (event) => {
        const from = event.timeStamp;
        // A frame begins after everything the event has set off; the task after it runs when it is painted.
        requestAnimationFrame(() => setTimeout(() => window.__times.push(performance.now() - from)));
      }, { capture: true });
    }";

/// The time between frames while nothing happens.
const FRAMES: &str = "
    const done = arguments[arguments.length - 1];
    const times = [];
    const next = (now) => { times.push(now); times.length > 120 ? done(times) : requestAnimationFrame(next); };
    requestAnimationFrame(next);";

fn main() {
    let Options { sims, rounds } = Options::parse();
    journey(Estate::of(sims), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let person = &list.person;
        let frame = frame(person);
        println!(
            "{} SIMs in {}, {rounds} rounds; one frame takes {frame:.1} ms",
            grouped(sims as usize),
            person.engine().name()
        );
        person.run(STOPWATCH, &json!([]));

        let search = person.find("searchbox", "Search SIMs");
        let typing = timed(person, rounds, |_| {
            search.fill("");
            start(person);
            search.focus();
            person.press("4");
            person.press("8");
            person.press("3");
        });
        report("a key in quick search", typing, frame);
        search.fill("");
        let name = person.find("textbox", "Filter by account name");
        let typing = timed(person, rounds, |_| {
            name.fill("");
            start(person);
            name.focus();
            person.press("a");
            person.press("l");
        });
        report("a key in the account name", typing, frame);
        name.fill("");
        let quick = person.find("group", "Quick filters").find_all("button").nth(5);
        report("a quick filter", timed(person, rounds, |_| click(person, || quick.click())), frame);
        let usage = list.grid().find("columnheader", "Usage").find("button", "Usage");
        report("sorting by usage", timed(person, rounds, |_| click(person, || usage.click())), frame);
        let label = list.grid().find("columnheader", "Label").find("button", "Label");
        report("sorting by label", timed(person, rounds, |_| click(person, || label.click())), frame);
        let all = person.find("region", "SIM list").find_all("columnheader").first().find_all("checkbox");
        report("selecting all", timed(person, rounds, |_| click(person, || all.click())), frame);
    });
}

fn frame(person: &Person) -> f64 {
    let times = person.run_async(FRAMES, &json!([]));
    let times: Vec<f64> =
        times.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
    let mut between: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    percentile(&mut between, 50)
}

/// Forgets what has been timed so far.
fn start(person: &Person) {
    person.run("window.__times.length = 0", &json!([]));
}

fn click(person: &Person, act: impl Fn()) {
    start(person);
    act();
}

/// The times of all events of all rounds.
fn timed(person: &Person, rounds: usize, act: impl Fn(usize)) -> Vec<f64> {
    let mut times = Vec::new();
    for round in 0..rounds {
        act(round);
        let mut seen = Vec::new();
        person.wait_until("the outcome is painted", || {
            let now = person.run("return window.__times", &json!([]));
            let before = seen.len();
            seen = now.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
            !seen.is_empty() && seen.len() == before
        });
        times.extend(seen);
    }
    times
}

fn report(what: &str, mut times: Vec<f64>, frame: f64) {
    let (half, most) = (percentile(&mut times, 50), percentile(&mut times, 95));
    println!(
        "{what:<28} median {half:6.1} ms ({:4.1} frames)   95 % within {most:6.1} ms ({:4.1} frames)",
        half / frame,
        most / frame
    );
}

fn percentile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}
