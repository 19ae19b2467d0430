//! A hundred thousand SIMs.

use journeys::{ADMIN, Engine, Estate, Name, SimList, iccid, journey};
use serde_json::json;
use std::time::{Duration, Instant};

/// How long a bulk act on all of them may take on a small machine.
const LONG: Duration = Duration::from_secs(120);

#[test]
fn with_a_hundred_thousand_sims_the_last_row_is_right_and_all_of_them_move() {
    journey(Estate::of(100_000), |stage| {
        let api = stage.api(ADMIN);
        let started = Instant::now();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.wait_for_long("all are there", LONG, || list.status().text().contains("100,000 SIMs"));
        println!("loaded after {:?} from starting the browser", started.elapsed());
        if stage.engine() == Engine::Chromium {
            let tasks = ann.run_async(
                "const done = arguments[0];
                 new PerformanceObserver((list) => done(list.getEntries().map(({ duration }) => Math.round(duration))))
                   .observe({ type: 'longtask', buffered: true });
                 setTimeout(() => done([]), 1000);",
                &json!([]),
            );
            println!("tasks over 50 ms while loading, in ms: {tasks}");
        }
        // The list is in the order of ids.
        assert_eq!(api.get("/api/v1/sims?limit=1").expect(200)["total"], 100_000);
        let last = api.get("/api/v1/sims/100000").expect(200);
        let last = iccid(&last);
        let first = list.in_sight()[0].clone();
        list.sim(&first).click();
        ann.press("Control+End");
        list.more_button(last).has_focus();
        let end = || list.in_sight().last().cloned();
        ann.comes_to("the last row", Some(last.to_owned()), end);
        ann.press("Control+Home");
        list.tick_box(&first).has_focus();
        // By wheel: how far one turn leads is up to the engine, and WebKit's driver loses most turns.
        ann.wait_until("the wheel leads on", || {
            list.grid().scroll_by(1_000);
            !list.in_sight().contains(&first)
        });
        // By the bar at the side: to the middle, and to the end.
        let scroll_to = "const grid = document.querySelector('[role=grid]'); grid.scrollTop = grid.scrollHeight * arguments[0];";
        ann.run(scroll_to, &json!([0.5]));
        ann.wait_until("the middle is in sight", || {
            list.in_sight().iter().all(|it| it != last && *it != first)
        });
        ann.run(scroll_to, &json!([1]));
        ann.comes_to("the last row", Some(last.to_owned()), end);
        list.sim(last).click();
        list.has_selected(&[last]);
        // The right one also in another order.
        list.grid().find("columnheader", "ICCID").find("button", "ICCID").click();
        ann.wait_until("it is sorted", || ann.address().ends_with("sort=iccid"));
        ann.press("Control+a");
        list.status().shows("100,000 selected");
        list.press("Move to account…");
        let dialog = list.dialog("Move 100,000 SIMs");
        list.type_destination(&dialog, "Redwood Rentals");
        ann.wait_for_long("the preview counts them", LONG, || {
            dialog.text().contains("SIMs move to Redwood Rentals.")
        });
        let moving = Instant::now();
        dialog.find("button", "Move").click();
        let operations = ann.find("region", "Operations");
        let moved = operations.find("article", Name::containing("SIMs moved to Redwood Rentals"));
        ann.wait_for_long("all are moved", LONG, || moved.exists());
        println!("moved after {:?}", moving.elapsed());
        let done = api.get("/api/v1/bulk-operations").expect(200)["items"][0].clone();
        let redwood = api.account("Redwood Rentals")["total_sim_count"].as_u64().unwrap_or_default();
        assert!(done["counts"]["done"].as_u64().unwrap_or_default() > 80_000);
        list.find_account("Redwood");
        list.tree_says("Redwood Rentals", redwood);
        list.status().shows("100,000 selected");
    });
}
