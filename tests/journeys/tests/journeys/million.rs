//! A million SIMs: a list that is higher than any browser lets something be.

use journeys::{ADMIN, Engine, Estate, Person, SimList, iccid, journey};
use serde_json::json;
use std::time::Duration;

/// How long all of them may take on a small machine, in the slowest engine.
const LONG: Duration = Duration::from_secs(600);

/// The row in the middle of the list.
const MIDDLE: &str = "
    const grid = document.querySelector('[role=grid]');
    const { top, height } = grid.getBoundingClientRect();
    const inTheMiddle = (row) => Math.abs(row.getBoundingClientRect().top - top - height / 2) < 50;
    const middle = () => [...grid.querySelectorAll('[role=row][aria-selected]:not([hidden])')].find(inTheMiddle);";

/// How many pixels a row has moved up from where it was, once it has moved and stands still.
const MOVED: &str = "
    const [place, from, done] = arguments;
    const moved = () => {
        const row = grid.querySelector(`[role=row][aria-rowindex='${place}']:not([hidden])`);
        return row ? from - row.getBoundingClientRect().top : null;
    };
    let [before, still] = [0, 0];
    const look = () => {
        const now = moved();
        still = now !== 0 && now === before ? still + 1 : 0;
        before = now;
        still < 10 ? requestAnimationFrame(look) : done(now);
    };
    look();";

/// By how much `act` moves the rows up; none when the one in the middle is gone after it.
#[track_caller]
fn moved_by(ann: &Person, act: impl FnOnce()) -> Option<f64> {
    let row = "const row = middle(); return [row.ariaRowIndex, row.getBoundingClientRect().top];";
    let row = ann.run(&format!("{MIDDLE}{row}"), &json!([]));
    act();
    ann.run_async(&format!("{MIDDLE}{MOVED}"), &row).as_f64()
}

/// A turn of the wheel leads on as in a short list.
#[track_caller]
fn scrolls_evenly(list: &SimList, down: i32) {
    let moved = moved_by(&list.person, || list.grid().scroll_by(down));
    let evenly = moved.is_some_and(|moved| (moved - f64::from(down)).abs() <= 1.0);
    assert!(evenly, "scrolled by {down}, moved by {moved:?}");
}

/// So far a finger goes before it is taken to scroll, at most.
const SLOP: f64 = 20.0;

/// A finger takes the rows along. Only Chromium's driver has one that scrolls.
#[track_caller]
fn follows_a_finger(list: &SimList, down: i32) {
    let ann = &list.person;
    if ann.engine() == Engine::Chromium {
        let (from, until) = ((800, 450 + i64::from(down) / 2), (800, 450 - i64::from(down) / 2));
        let moved = moved_by(ann, || ann.swipe(from, until)).map(|moved| moved * f64::from(down.signum()));
        let way = f64::from(down.abs());
        assert!(
            moved.is_some_and(|it| (way - SLOP..=way).contains(&it)),
            "swiped by {down}, moved by {moved:?}"
        );
    }
}

fn drag_bar_to(ann: &Person, part: f64) {
    let script = "const grid = document.querySelector('[role=grid]'); grid.scrollTop = grid.scrollHeight * arguments[0];";
    ann.run(script, &json!([part]));
}

#[test]
fn the_last_of_a_million_rows_is_reached_at_every_density() {
    journey(Estate::of(1_000_000), |stage| {
        let api = stage.api(ADMIN);
        let last = iccid(&api.get("/api/v1/sims/1000000").expect(200)).to_owned();
        let list = SimList { person: stage.person_at(ADMIN, "/sims") };
        let ann = &list.person;
        list.grid().appears();
        ann.wait_until("the first ones are there before the others", || !list.in_sight().is_empty());
        ann.wait_for_long("all are there", LONG, || list.status().text().contains("1,000,000 SIMs"));
        list.is_loaded();
        let first = list.in_sight()[0].clone();
        let top = || list.in_sight().first().cloned();
        let end = || list.in_sight().last().cloned();
        for density in ["Comfortable", "Compact"] {
            ann.find("button", "Display").click();
            let display = ann.find("dialog", "Display");
            display.find("radio", density).click();
            ann.press("Escape");
            display.disappears();
            drag_bar_to(ann, 0.0);
            ann.comes_to("the first row", Some(first.clone()), top);
            scrolls_evenly(&list, 120);
            // A bar that is dragged goes over all of them.
            drag_bar_to(ann, 0.5);
            ann.wait_until("half of them are above", || {
                let place = ann.run(&format!("{MIDDLE} return Number(middle()?.ariaRowIndex);"), &json!([]));
                place.as_f64().is_some_and(|place| (490_000.0..510_000.0).contains(&place))
            });
            scrolls_evenly(&list, 120);
            scrolls_evenly(&list, -240);
            follows_a_finger(&list, 300);
            follows_a_finger(&list, -300);
            drag_bar_to(ann, 1.0);
            ann.comes_to("the last row", Some(last.clone()), end);
            scrolls_evenly(&list, -240);
            scrolls_evenly(&list, 120);
            follows_a_finger(&list, -300);
            // What goes back and forth ends where it began.
            list.grid().scroll_by(1_000);
            ann.comes_to("the last row", Some(last.clone()), end);
        }
        drag_bar_to(ann, 0.0);
        list.sim(&first).click();
        ann.press("Control+End");
        list.more_button(&last).has_focus();
        ann.comes_to("the last row", Some(last.clone()), end);
        ann.press("ArrowUp");
        ann.press("ArrowDown");
        list.more_button(&last).has_focus();
    });
}
