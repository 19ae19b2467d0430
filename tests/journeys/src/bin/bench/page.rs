//! A contestant's page in a fresh browser, with the stopwatch in it.

use crate::contestant::Contestant;
use journeys::{ADMIN, Person, Stage};
use serde_json::{Value, json};
use std::fmt;

const STOPWATCH: &str = include_str!("page/stopwatch.js");
const OURS: &str = include_str!("page/simgrove.js");

/// How many times in a row loading may take as long as a script is waited for.
const LOADING: usize = 6;
const FRAMES: usize = 120;

pub struct Page {
    pub person: Person,
    pub contestant: Contestant,
}

/// What there is without a page.
pub struct Blank {
    /// In bytes.
    pub memory: u64,
    /// The time between two frames, in milliseconds.
    pub frame: f64,
}

/// What a page does not come to, and what it shows instead.
pub struct Stuck {
    goal: String,
    shown: Value,
}

impl fmt::Display for Stuck {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { goal, shown } = self;
        write!(formatter, "does not show {goal}, but {shown}")
    }
}

impl Blank {
    pub fn measured(stage: &mut Stage) -> Self {
        let person = stage.person();
        person.goto("/api/v1/health");
        person.devtools("Page.navigate", &json!({ "url": "about:blank" }));
        person.wait_until("the page is blank", || {
            person.run("return location.href", &json!([])) == "about:blank"
        });
        let memory = person.memory_of_page();
        person.run(STOPWATCH, &json!([]));
        let page = Page { person, contestant: Contestant::Simgrove };
        let mut times = page.times(&format!("bench.idle({FRAMES})"));
        times.sort_by(f64::total_cmp);
        stage.leaves(page.person);
        Self { memory, frame: times[times.len() / 2] }
    }
}

impl Page {
    /// Someone who is signed in comes to the page, which is followed until it shows the goal.
    pub fn opened(stage: &mut Stage, contestant: Contestant, goal: &Value) -> Self {
        let person = stage.person_at(ADMIN, "/api/v1/health");
        if !contestant.is_ours() {
            // The grids write styles into their pages, which the dashboard's policy does not allow.
            person.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
        }
        let ours = if contestant.is_ours() { OURS } else { "" };
        let script = format!("{STOPWATCH}{ours}bench.follow({goal});");
        person.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        person.goto(contestant.path());
        Self { person, contestant }
    }

    /// Waits for all rows, and tells when the first ones and all of them were shown.
    pub fn loaded(&self) -> Result<[f64; 2], Stuck> {
        let mut loaded = Value::Null;
        for _ in 0..LOADING {
            loaded = self.answer("bench.loaded()");
            if loaded["late"].is_null() {
                return Ok(["first", "all"].map(|mark| number(&loaded[mark])));
            }
        }
        Err(Stuck { goal: "all SIMs".to_owned(), shown: loaded["late"].take() })
    }

    /// Does something and tells how long it took from the event until a frame showed the goal, in milliseconds.
    pub fn timed(&self, event: &str, goal: &Value, act: impl FnOnce()) -> Result<f64, Stuck> {
        if self.value(&format!("bench.arm({}, {goal})", json!(event))) != true {
            return Err(Stuck {
                goal: goal.to_string(),
                shown: json!("it was shown before anything was done"),
            });
        }
        act();
        self.outcome("bench.outcome", goal).map(|outcome| number(&outcome["time"]))
    }

    /// Waits for a frame that shows the goal.
    pub fn comes_to(&self, goal: &Value) -> Result<(), Stuck> {
        self.outcome(&format!("bench.settle({goal})"), goal).map(drop)
    }

    fn outcome(&self, promise: &str, goal: &Value) -> Result<Value, Stuck> {
        let mut outcome = self.answer(promise);
        match outcome["late"].take() {
            Value::Null => Ok(outcome),
            shown => Err(Stuck { goal: goal.to_string(), shown }),
        }
    }

    /// Clicks on a part of the page as soon as it is there.
    pub fn click(&self, part: &str) {
        self.person.click_at(self.place_of(part));
    }

    /// The same with the other button.
    pub fn right_click(&self, part: &str) {
        self.person.right_click_at(self.place_of(part));
    }

    fn place_of(&self, part: &str) -> (i64, i64) {
        let mut at = Value::Null;
        self.person.wait_until(&format!("{} has {part}", self.contestant.name()), || {
            at = self.value(&format!("contestant.point({}) ?? null", json!(part)));
            at.is_array()
        });
        let [x, y] = [&at[0], &at[1]].map(|coordinate| number(coordinate).round() as i64);
        (x, y)
    }

    pub fn value(&self, expression: &str) -> Value {
        self.person.run(&format!("return {expression}"), &json!([]))
    }

    /// What a promise comes to.
    pub fn answer(&self, promise: &str) -> Value {
        let script = "const done = arguments[arguments.length - 1]; Promise.resolve(PROMISE).then(done)";
        self.person.run_async(&script.replace("PROMISE", promise), &json!([]))
    }

    pub fn times(&self, promise: &str) -> Vec<f64> {
        self.answer(promise).as_array().into_iter().flatten().map(number).collect()
    }
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}
