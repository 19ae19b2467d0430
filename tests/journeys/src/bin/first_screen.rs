//! Plays what the first screen is for, and writes down which points of the app's functions were reached: `cargo xtask bundle
//! --profile` builds the app with probes at these points and starts this.

use clap::Parser;
use journeys::{ADMIN, Estate, Login, Person, SimList, journey};
use serde_json::{Value, json};
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
    journey(Estate::of(3000).moving(), |stage| {
        let mut ran = Vec::new();
        let person = stage.person();
        sign_in(&person, ADMIN);
        let list = SimList { person };
        list.is_loaded();
        work_with(&list);
        note(&list.person, &mut ran);
        // Whoever is signed in already comes another way.
        list.person.goto("/");
        list.is_loaded();
        note(&list.person, &mut ran);
        ran.sort_unstable();
        ran.dedup();
        let text: String = ran.iter().map(|point| format!("{point}\n")).collect();
        fs::write(&options.into, text).expect("the file can be written");
    });
}

fn sign_in(person: &Person, login: Login) {
    person.goto("/");
    person.find("heading", "Sign in").appears();
    person.find("textbox", "E-mail").fill(login.email);
    person.field("Password").fill(login.password);
    person.find("button", "Sign in").click();
}

/// What a person does with the list before anything else: looks for SIMs, selects some, and looks what can be done.
fn work_with(list: &SimList) {
    let person = &list.person;
    for header in ["Usage", "Label"] {
        let button = list.header(header).find("button", header);
        button.click();
        button.click();
    }
    list.grid().scroll_by(9_000);
    list.grid().scroll_by(-9_000);
    list.is_loaded();

    let search = person.find("searchbox", "Search SIMs");
    search.fill("48");
    person.wait_until("fewer are listed", || list.number_shown() < 3000);
    search.fill("");
    person.wait_until("all are listed", || list.number_shown() == 3000);
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
    tree.find_all("treeitem").nth(1).click();
    person.wait_until("fewer are listed", || list.number_shown() < 3000);
    tree.find_all("treeitem").first().click();
    person.wait_until("all are listed", || list.number_shown() == 3000);
    list.sim(&list.first_in_sight(2)[1]).click();

    let usage = || person.run(USAGE, &json!([]));
    let before = usage();
    person.wait_until("usage comes in", || usage() != before);
}

/// What is written in the column of the usage.
const USAGE: &str =
    "return [...document.querySelectorAll('[role=grid] [role=row][aria-selected]:not([hidden])')]
    .map((row) => row.innerText)";

fn note(person: &Person, ran: &mut Vec<u64>) {
    let said = person.run("return [...window.__ran]", &json!([]));
    ran.extend(said.as_array().into_iter().flatten().filter_map(Value::as_u64));
}
