//! Plays what the first screen is for, and writes down which points of the app's functions were reached: `cargo xtask bundle
//! --profile` builds the app with probes at these points and starts this.

use clap::Parser;
use journeys::{
    ADMIN, CUSTOMER_ADMIN, Engine, Estate, Login, Person, SLOW_DATABASE, SimList, Stage, VIEWER, journey,
};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

#[derive(Parser)]
struct Options {
    /// The file for the numbers of the points.
    #[arg(long)]
    into: PathBuf,
}

fn main() {
    let options = Options::parse();
    let ran = RefCell::new(BTreeSet::new());
    // What is a branch in one estate is none in another, and not all comes in the same order each time.
    for Circumstances { estate, moves, slow_database } in circumstances() {
        journey(estate, |stage| {
            if slow_database {
                stage.slip_in(SLOW_DATABASE);
            }
            // The other engines are not asked what other people see.
            let people = if stage.engine() == Engine::Chromium { 3 } else { 1 };
            for login in [ADMIN, VIEWER, CUSTOMER_ADMIN].into_iter().take(people) {
                let person = stage.person();
                sign_in(&person, login);
                let list = SimList { person };
                list.is_loaded();
                work_with(&list, moves);
                note(&list.person, &ran);
                // Whoever is signed in already comes another way.
                for path in ["/", "/sims"] {
                    list.person.goto(path);
                    list.is_loaded();
                    note(&list.person, &ran);
                }
            }
        });
    }
    journey(Estate::of(300), |stage| start_elsewhere(stage, &ran));
    let text: String = ran.borrow().iter().map(|point| format!("{point}\n")).collect();
    fs::write(&options.into, text).expect("the file can be written");
}

/// In other languages, in a narrow window, and with other looks.
fn start_elsewhere(stage: &mut Stage, ran: &RefCell<BTreeSet<u64>>) {
    for languages in ["en", "de-DE,de,en-US,en"] {
        let person = stage.person_speaking(languages);
        stage.leads(&person, ADMIN, "/sims");
        person.find_all("rowheader").first().appears();
        person.find_all("treeitem").first().appears();
        note(&person, ran);
    }
    stage.api(ADMIN).chooses_looks();
    let person = stage.person();
    for width in [1440, person.narrowest(390)] {
        person.resize(width, 844);
        stage.leads(&person, ADMIN, "/sims");
        SimList { person: person.clone() }.is_loaded();
        note(&person, ran);
    }
}

/// What the app starts with and on.
struct Circumstances {
    estate: Estate,
    moves: bool,
    slow_database: bool,
}

fn circumstances() -> [Circumstances; 4] {
    let usual = |estate| Circumstances { estate, moves: false, slow_database: false };
    let far_away = Estate::of(300).flag("--latency-ms").flag("800");
    [
        usual(Estate::of(300)),
        Circumstances { moves: true, ..usual(Estate::of(3000).moving()) },
        // So many that they do not come at once.
        usual(Estate::of(100_000)),
        Circumstances { slow_database: true, ..usual(far_away) },
    ]
}

fn sign_in(person: &Person, login: Login) {
    person.goto("/");
    person.find("heading", "Sign in").appears();
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill("mistyped");
    person.find("button", "Sign in").click();
    person.find("form", "Sign in").find_all("alert").shows("E-mail or password is wrong");
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// What a person does with the list before anything else: looks for SIMs, selects some, and looks what can be done.
fn work_with(list: &SimList, moves: bool) {
    let person = &list.person;
    let all = list.number_shown();
    let first = list.first_in_sight(1).remove(0);
    list.sim(&first).click();
    list.has_selected(&[&first]);
    for header in ["Usage", "Label", "Status", "ICCID"] {
        let button = list.header(header).find("button", header);
        button.click();
        button.click();
    }
    list.grid().scroll_by(9_000);
    list.grid().scroll_by(-9_000);
    list.is_loaded();

    let search = person.find("searchbox", "Search SIMs");
    search.fill("48");
    person.wait_until("fewer are listed", || list.number_shown() < all);
    search.fill("");
    person.wait_until("all are listed", || list.number_shown() == all);
    let quick = person.find("group", "Quick filters").find_all("button");
    for place in 0..quick.count() {
        quick.nth(place).click();
        quick.nth(place).click();
    }

    let sims = list.first_in_sight(6);
    list.sim(&sims[1]).click();
    list.sim(&sims[3]).click_with(&["Control"]);
    list.sim(&sims[5]).click_with(&["Shift"]);
    list.tick_box(&sims[0]).click();
    for key in ["ArrowDown", "ArrowUp", "Shift+ArrowDown", "Space", "End", "Home", "Control+a", "Escape"] {
        person.press(key);
    }
    let sims = list.first_in_sight(6);
    list.sim(&sims[2]).right_click();
    let menu = person.find("menu", "SIM actions");
    menu.appears();
    person.press("ArrowDown");
    person.press("Escape");
    menu.disappears();

    let tree = person.find("navigation", "Accounts").find("tree", "Accounts");
    let own = tree.find_all("treeitem").count();
    tree.find_all("treeitem").nth(own - 1).click();
    person.wait_until("fewer are listed", || list.number_shown() < all);
    tree.find_all("treeitem").first().click();
    person.wait_until("all are listed", || list.number_shown() == all);
    list.sim(&list.first_in_sight(2)[1]).click();

    if !moves {
        return;
    }
    let usage = || person.run(USAGE, &json!([]));
    let before = usage();
    person.wait_until("usage comes in", || usage() != before);
}

/// What is written in the column of the usage.
const USAGE: &str =
    "return [...document.querySelectorAll('[role=grid] [role=row][aria-selected]:not([hidden])')]
    .map((row) => row.innerText)";

fn note(person: &Person, ran: &RefCell<BTreeSet<u64>>) {
    let said = person.run("return [...window.__ran]", &json!([]));
    ran.borrow_mut().extend(said.as_array().into_iter().flatten().filter_map(Value::as_u64));
}
