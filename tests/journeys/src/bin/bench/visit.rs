//! One run: a fresh browser, one contestant, every act once or a few times.

use crate::contestant::Contestant;
use crate::figures::{Figure, Figures};
use crate::truth::Truth;
use journeys::{ADMIN, Person, Stage};
use serde_json::{Value, json};

const STOPWATCH: &str = include_str!("page/stopwatch.js");
const OURS: &str = include_str!("page/simgrove.js");

/// How often what is quick is done in each run.
const TIMES: usize = 3;
/// About three seconds.
const FRAMES: usize = 180;
const MIB: f64 = 1024.0 * 1024.0;
/// From a click to its outcome: the release of the button, which all pages act upon.
const CLICK: &str = "pointerup";
const KEY: &str = "keydown";

/// The memory of a page with nothing in it, in bytes.
pub fn blank_page(stage: &mut Stage) -> u64 {
    let person = stage.person();
    person.goto("/api/v1/health");
    person.devtools("Page.navigate", &json!({ "url": "about:blank" }));
    person
        .wait_until("the page is blank", || person.run("return location.href", &json!([])) == "about:blank");
    let memory = person.memory_of_page();
    stage.leaves(person);
    memory
}

/// The time between two frames of this machine while nothing happens, in milliseconds.
pub fn frame(stage: &mut Stage) -> f64 {
    let visit = Visit::begin(stage, Contestant::Simgrove, None);
    let mut times = visit.times("bench.idle(120)");
    times.sort_by(f64::total_cmp);
    stage.leaves(visit.person);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Everything that is measured of a contestant.
pub fn figures(stage: &mut Stage, contestant: Contestant, truth: &Truth, blank: u64) -> Figures {
    let mut visit = Visit::begin(stage, contestant, Some(&truth.everything()));
    visit.loads(Figure::FirstRow, Figure::AllRows);
    visit.ships();
    for digits in &truth.iccids {
        visit.types("iccid", digits, Figure::Iccid, truth, |part| truth.with_digits(contestant, part));
    }
    for name in &truth.accounts {
        visit.types("account", name, Figure::Account, truth, |part| truth.with_account(part));
    }
    for status in &truth.statuses {
        visit.chooses_status(status, truth);
    }
    for _ in 0..TIMES {
        visit.acts(Figure::SelectAll, CLICK, &truth.all_selected(true), |visit| visit.clicks("all"));
        visit.does(&truth.all_selected(false), |visit| visit.clicks("all"));
    }
    for _ in 0..TIMES {
        visit.jumps(truth);
    }
    visit.scrolls("wheel", Figure::Wheel, Figure::WheelLate);
    visit.scrolls("drag", Figure::Drag, Figure::DragLate);
    visit.goes_to_the_top(truth);
    for descending in [false, true] {
        let sorted = truth.by_usage(descending);
        visit.acts(Figure::Sort, CLICK, &sorted, |visit| visit.clicks("usage"));
    }
    let memory = visit.person.memory_of_page();
    visit.figures.add(Figure::Memory, memory.saturating_sub(blank) as f64 / MIB);
    if contestant.is_ours() {
        visit.person.goto(contestant.path());
        visit.person.reload();
        visit.loads(Figure::ReloadFirst, Figure::ReloadAll);
    }
    stage.leaves(visit.person);
    visit.figures
}

struct Visit {
    person: Person,
    contestant: Contestant,
    figures: Figures,
}

impl Visit {
    /// Someone who is signed in comes to the page, which is followed until it shows the goal.
    fn begin(stage: &mut Stage, contestant: Contestant, goal: Option<&Value>) -> Self {
        let person = stage.person_at(ADMIN, "/api/v1/health");
        if !contestant.is_ours() {
            // The grids write styles into their pages, which the dashboard's policy does not allow.
            person.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
        }
        let mut script = STOPWATCH.to_owned();
        if contestant.is_ours() {
            script += OURS;
        }
        if let Some(goal) = goal {
            script += &format!("bench.follow({goal});");
        }
        person.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        person.goto(contestant.path());
        Self { person, contestant, figures: Figures::default() }
    }

    /// Waits for all rows.
    fn loads(&mut self, first: Figure, all: Figure) {
        let loaded = self.answer("bench.loaded()");
        let name = self.contestant.name();
        assert!(loaded["late"].is_null(), "{name} does not show all SIMs, but {}", loaded["late"]);
        for (figure, mark) in [(first, "first"), (all, "all")] {
            self.figures.add(figure, number(&loaded[mark]));
        }
    }

    fn ships(&mut self) {
        let bytes = self.value("bench.bytes()");
        self.figures.add(Figure::Code, number(&bytes["all"]) / 1000.0);
        self.figures.add(Figure::CodeToFirstRow, number(&bytes["first"]) / 1000.0);
    }

    /// Types a text key by key, each of which is an act, and takes it away again.
    fn types(
        &mut self,
        field: &str,
        text: &str,
        figure: Figure,
        truth: &Truth,
        found: impl Fn(&str) -> Value,
    ) {
        self.clicks(field);
        for (at, char) in text.char_indices() {
            let goal = found(&text[..at + char.len_utf8()]);
            self.acts(figure, KEY, &goal, |visit| visit.person.press(&char.to_string()));
        }
        self.does(&truth.everything(), |visit| {
            visit.person.press("Control+a");
            visit.person.press("Delete");
        });
    }

    fn chooses_status(&mut self, status: &str, truth: &Truth) {
        let button = format!("status-{status}");
        self.opens_statuses();
        self.acts(Figure::Status, CLICK, &truth.with_status(status), |visit| visit.clicks(&button));
        self.opens_statuses();
        self.does(&truth.everything(), |visit| visit.clicks(&button));
    }

    /// Ours has them in a menu.
    fn opens_statuses(&self) {
        if self.contestant.is_ours() {
            self.clicks("statuses");
        }
    }

    fn jumps(&mut self, truth: &Truth) {
        self.goes_to_the_top(truth);
        self.value("contestant.focusGrid()");
        let key = self.value("contestant.endKey");
        let key = key.as_str().unwrap_or_default().to_owned();
        self.acts(Figure::Jump, KEY, &truth.last(), |visit| visit.person.press(&key));
    }

    fn goes_to_the_top(&self, truth: &Truth) {
        self.does(&truth.everything(), |visit| {
            visit.value("contestant.scroller().scrollTo({ top: 0, behavior: 'instant' })");
        });
    }

    fn scrolls(&mut self, way: &str, times: Figure, late: Figure) {
        let between = self.times(&format!("bench.scroll('{way}', {FRAMES})"));
        self.figures.add(late, between.iter().filter(|&&time| time > 33.0).count() as f64);
        between.into_iter().for_each(|time| self.figures.add(times, time));
        // What Glide paints has no elements to look at.
        if self.contestant != Contestant::Glide {
            let blank = self.answer(&format!("bench.blanks('{way}', {FRAMES})"));
            self.figures.add(Figure::Blank, number(&blank));
        }
    }

    /// Does something and takes the time until a frame shows the goal.
    fn acts(&mut self, figure: Figure, event: &str, goal: &Value, act: impl FnOnce(&Self)) {
        let name = self.contestant.name();
        let armed = self.value(&format!("bench.arm({}, {goal})", json!(event)));
        assert!(armed == true, "{name} shows {goal} before anything was done");
        act(self);
        let outcome = self.answer("bench.outcome");
        assert!(outcome["late"].is_null(), "{name} does not show {goal}, but {}", outcome["late"]);
        self.figures.add(figure, number(&outcome["time"]));
    }

    /// The same without taking the time.
    fn does(&self, goal: &Value, act: impl FnOnce(&Self)) {
        act(self);
        let outcome = self.answer(&format!("bench.settle({goal})"));
        let name = self.contestant.name();
        assert!(outcome["late"].is_null(), "{name} does not show {goal}, but {}", outcome["late"]);
    }

    /// Clicks on a part of the page as soon as it is there.
    fn clicks(&self, part: &str) {
        let mut at = Value::Null;
        self.person.wait_until(&format!("{} has {part}", self.contestant.name()), || {
            at = self.value(&format!("contestant.point({}) ?? null", json!(part)));
            at.is_array()
        });
        let [x, y] = [number(&at[0]), number(&at[1])];
        self.person.click_at((x.round() as i64, y.round() as i64));
    }

    fn value(&self, expression: &str) -> Value {
        self.person.run(&format!("return {expression}"), &json!([]))
    }

    /// What a promise comes to.
    fn answer(&self, promise: &str) -> Value {
        let script = "const done = arguments[arguments.length - 1]; Promise.resolve(PROMISE).then(done)";
        self.person.run_async(&script.replace("PROMISE", promise), &json!([]))
    }

    fn times(&self, promise: &str) -> Vec<f64> {
        self.answer(promise).as_array().into_iter().flatten().map(number).collect()
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}
