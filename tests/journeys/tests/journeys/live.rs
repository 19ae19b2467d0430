//! What others do appears by itself and disturbs nobody.

use journeys::{ADMIN, Estate, SimList, iccid, journey};
use serde_json::{Value, json};
use std::time::Instant;

#[test]
fn a_move_in_another_browser_appears_by_itself_and_disturbs_nothing() {
    journey(Estate::of(1_000), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let redwood = api.account("Redwood Rentals");
        let ann = SimList::opened(stage, ADMIN, "/sims");
        let ben = SimList::opened(stage, ADMIN, "/sims");
        let count = redwood["total_sim_count"].as_u64().unwrap_or_default();
        ann.find_account("Redwood");
        ann.tree_says("Redwood Rentals", count);
        // Ann is in the middle of the list, with two SIMs selected and the focus in a third one's cell.
        ann.person.wait_until("the list can be scrolled", || scroll(&ann, Some(9_000.0)) > 8_000.0);
        ann.person.wait_until("other rows are in sight", || {
            ann.in_sight().len() > 10 && ann.in_sight()[0] != iccid(&sims[0])
        });
        let middle = ann.in_sight();
        let (first, second, third) = (&middle[8], &middle[9], &middle[11]);
        ann.sim(first).click();
        ann.sim(second).click_with(&["Control"]);
        ann.person.press("ArrowDown");
        ann.person.press("ArrowDown");
        ann.sim(third).has_focus();
        let before = (ann.selected(), scroll(&ann, None));
        let movable = |sim: &&Value| {
            sim["status"] == "active"
                && sim["account_id"] != redwood["id"]
                && [first, second, third].iter().all(|it| *it != iccid(sim))
        };
        let moving = sims.iter().find(|sim| middle.iter().any(|it| it == iccid(sim)) && movable(sim));
        let moving = moving.expect("one in sight can be moved");
        ben.person.find("searchbox", "Search SIMs").fill(iccid(moving));
        ben.sim(iccid(moving)).click();
        ben.press("Move to account…");
        let dialog = ben.dialog("Move 1 SIM");
        ben.type_destination(&dialog, "Redwood Rentals");
        dialog.shows("1 SIM moves to Redwood Rentals.");
        dialog.find("button", "Move").click();
        let account = || account_of(&ann, iccid(moving));
        ann.person.wait_until("the SIM moves in the API", || {
            api.get(&format!("/api/v1/sims/{}", moving["id"])).expect(200)["account_id"] == redwood["id"]
        });
        let moved = Instant::now();
        ann.person.comes_to("the account in the other browser", json!("Redwood Rentals"), account);
        println!("a move appeared in the other browser after {:?}", moved.elapsed());
        ann.tree_says("Redwood Rentals", count + 1);
        assert_eq!((ann.selected(), scroll(&ann, None)), before);
        assert!(ann.sim(third).is_focused());
        ann.status().shows("2 selected");
    });
}

#[test]
fn usage_that_comes_in_moves_no_row_until_one_asks_for_it() {
    journey(Estate::of(2_000).moving(), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims?sort=-usage");
        let ann = &list.person;
        let top = list.in_sight();
        list.sim(&top[1]).click();
        let usage = |list: &SimList| cells(list, "usage");
        let before = usage(&list);
        ann.wait_until("usage comes in", || usage(&list) != before);
        assert_eq!(list.in_sight(), top, "rows jumped");
        list.has_selected(&[&top[1]]);
        ann.find("button", "Refresh and sort again").appears();
    });
}

/// Scrolls the list to a place, and tells where it is.
fn scroll(list: &SimList, to: Option<f64>) -> f64 {
    let script = "
        const grid = document.querySelector('[role=grid]');
        if (arguments[0] !== null) grid.scrollTop = arguments[0];
        return grid.scrollTop;";
    list.person.run(script, &json!([to])).as_f64().unwrap_or_default()
}

/// What stands in a SIM's cell for the account.
fn account_of(list: &SimList, iccid: &str) -> Value {
    let script = "
        const rows = [...document.querySelectorAll('[role=grid] [role=row]')];
        const row = rows.find((row) => row.querySelector('[role=rowheader]')?.innerText.trim() === arguments[0]);
        return row?.querySelector('[data-column=account]')?.innerText.trim() ?? null;";
    list.person.run(script, &json!([iccid]))
}

fn cells(list: &SimList, column: &str) -> Value {
    let script = "return [...document.querySelectorAll(`[role=grid] [data-column=${arguments[0]}]`)].map((cell) => cell.innerText)";
    list.person.run(script, &json!([column]))
}
