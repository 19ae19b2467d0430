//! Pictures of the dashboard: `cargo xtask shots` builds all that is needed and starts this.

use clap::Parser;
use journeys::{
    ADMIN, CUSTOMER_ADMIN, CUSTOMER_VIEWER, Engine, Estate, Login, Person, USER, VIEWER, journey,
};
use serde_json::json;
use std::path::PathBuf;
use std::time::{Duration, Instant};

#[derive(Parser)]
struct Options {
    /// The folder for the pictures.
    #[arg(long)]
    into: PathBuf,
    /// Who looks, or `nobody`.
    #[arg(long)]
    login: String,
    #[arg(long)]
    sims: u32,
    /// Addresses below the root.
    paths: Vec<String>,
}

/// A desk, a small laptop, a phone.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];
const THEMES: [&str; 2] = ["light", "dark"];

fn main() {
    let options = Options::parse();
    let paths = if options.paths.is_empty() { vec!["/".to_owned()] } else { options.paths };
    journey(Estate::of(options.sims), |stage| {
        let person = match login(&options.login) {
            Some(login) => stage.person_at(login, &paths[0]),
            None => stage.person(),
        };
        person.expects_trouble();
        for path in &paths {
            for (width, height) in SIZES {
                for theme in THEMES {
                    // The others look as the system does, and cannot be as narrow as a phone.
                    if stage.engine() == Engine::Chromium {
                        person.prefers("prefers-color-scheme", theme);
                    } else if theme == "dark" || width < 1000 {
                        continue;
                    }
                    person.resize(width, height);
                    person.goto(path);
                    settle(&person);
                    let file = options.into.join(format!("{}-{width}-{theme}.png", name_of(path)));
                    person.screenshot(&file);
                    println!("{}", file.display());
                }
            }
        }
        for trouble in person.trouble() {
            println!("trouble: {trouble}");
        }
    });
}

fn login(email: &str) -> Option<Login> {
    let known = [ADMIN, USER, VIEWER, CUSTOMER_ADMIN, CUSTOMER_VIEWER];
    let login = known.into_iter().find(|login| login.email == email);
    assert!(login.is_some() || email == "nobody", "nobody signs in as {email}");
    login
}

/// Waits until the page shows something, is not busy and has asked for nothing more for a while.
fn settle(person: &Person) {
    let mut before = (0, Instant::now());
    person.wait_until("the page is at rest", || {
        let state = person.run(
            "const asked = performance.getEntriesByType('resource').length;
             const busy = document.querySelector('[aria-busy=true], [role=progressbar]') !== null;
             return document.readyState === 'complete' && document.body.innerText.trim() !== '' && !busy ? asked : -1",
            &json!([]),
        );
        let asked = state.as_i64().unwrap_or(-1);
        if asked < 0 || asked != before.0 {
            before = (asked, Instant::now());
        }
        asked >= 0 && before.1.elapsed() > Duration::from_millis(500)
    });
}

/// `/sims?status=active` is pictured in `sims-status-active`.
fn name_of(path: &str) -> String {
    let words: Vec<&str> =
        path.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "start".to_owned() } else { words.join("-") }
}
