//! What people and networks do wrong: nothing is lost, nothing happens twice, and nobody is left guessing.

use journeys::{ADMIN, Estate, SimList, Stage, iccid, journey};
use serde_json::{Value, json};

/// The operations that there are, latest first.
fn operations(stage: &Stage) -> Vec<Value> {
    let page = stage.api(ADMIN).get("/api/v1/bulk-operations").expect(200);
    page["items"].as_array().cloned().unwrap_or_default()
}

#[test]
fn a_move_without_a_destination_is_refused_and_a_double_click_moves_once() {
    journey(Estate::of(400).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let redwood = api.account("Redwood Rentals")["id"].clone();
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "active" && sim["account_id"] != redwood);
        let sim = sim.expect("some are active");
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.find("searchbox", "Search SIMs").fill(iccid(sim));
        list.sim(iccid(sim)).click();
        list.press("Move to account…");
        let dialog = list.dialog("Move 1 SIM");
        let (field, go) = (dialog.find("combobox", "Destination account"), dialog.find("button", "Move"));
        go.click();
        dialog.shows("Choose the account to move to.");
        assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
        list.type_destination(&dialog, "Redwood Rentals");
        dialog.shows("1 SIM moves to Redwood Rentals.");
        // Cleared again, the choice is gone with the text.
        field.fill("");
        ann.press("Escape");
        dialog.appears();
        go.click();
        dialog.shows("Choose the account to move to.");
        // Half a name is no account either.
        field.fill("Redw");
        ann.press("Escape");
        go.click();
        dialog.shows("Choose the account to move to.");
        assert_eq!(field.value(), "Redw", "what was typed is lost");
        assert!(operations(stage).is_empty());
        list.type_destination(&dialog, "Redwood Rentals");
        dialog.shows("1 SIM moves to Redwood Rentals.");
        // So slow that the second click comes before the answer to the first.
        let slow = json!({ "latency_ms": 700 });
        api.post("/api/v1/faults", &slow).expect(200);
        go.double_click();
        list.operation("1 SIM moved to Redwood Rentals").appears();
        api.post("/api/v1/faults", &json!({})).expect(200);
        assert_eq!(operations(stage).len(), 1, "it was moved twice");
    });
}

#[test]
fn when_the_answer_to_a_move_is_lost_pressing_again_moves_once() {
    journey(Estate::of(400).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let redwood = api.account("Redwood Rentals")["id"].clone();
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "active" && sim["account_id"] != redwood);
        let sim = sim.expect("some are active");
        let list = SimList::opened(stage, ADMIN, "/sims");
        list.person.find("searchbox", "Search SIMs").fill(iccid(sim));
        list.sim(iccid(sim)).click();
        list.press("Move to account…");
        let dialog = list.dialog("Move 1 SIM");
        list.type_destination(&dialog, "Redwood Rentals");
        dialog.shows("1 SIM moves to Redwood Rentals.");
        let fault = json!({ "fail_next": 1, "status": 503, "method": "POST", "path": "bulk-operations" });
        api.post("/api/v1/faults", &fault).expect(200);
        dialog.find("button", "Move").click();
        dialog.shows("The service is not available at the moment.");
        assert_eq!(dialog.find("combobox", "Destination account").value(), "Redwood Rentals");
        dialog.find("button", "Move").click();
        list.operation("1 SIM moved to Redwood Rentals").appears();
        assert_eq!(operations(stage).len(), 1);
    });
}

#[test]
fn a_server_that_stops_in_the_middle_of_a_move_is_told_of_and_goes_on_when_it_is_back() {
    journey(Estate::of(4_000).flag("--faults").flag("--bulk-delay-ms=5000"), |stage| {
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        // The browser itself notes each connection that was refused.
        ann.expects_trouble();
        list.grid().find("checkbox", "Select all 4,000").click();
        list.status().shows("4,000 selected");
        list.press("Move to account…");
        let dialog = list.dialog("Move 4,000 SIMs");
        list.type_destination(&dialog, "Redwood Rentals");
        dialog.shows("SIMs move to Redwood Rentals.");
        dialog.find("button", "Move").click();
        let operation = list.operation("Moving 4,000 SIMs to Redwood Rentals");
        operation.find_all("progressbar").appears();
        ann.wait_until("the move is on its way", || {
            let now = operation.find_all("progressbar").attribute("aria-valuenow");
            now.and_then(|percent| percent.parse::<u32>().ok()).is_some_and(|percent| percent > 10)
        });
        stage.crash_the_server();
        operation.shows("The server cannot be reached. How far this is by now is not known; trying again.");
        assert!(!ann.find("region", "Operations").text().contains("moved to"), "it claims to be done");
        stage.bring_the_server_back();
        stage.api(ADMIN).post("/api/v1/faults", &json!({ "bulk_delay_ms": 0 })).expect(200);
        ann.wait_until("the move is over", || ann.find("region", "Operations").text().contains("moved to"));
        let done = operations(stage);
        assert_eq!(done.len(), 1);
        assert_eq!(done[0]["state"], "finished");
        let counts = &done[0]["counts"];
        assert_eq!(counts["total"], 4_000);
        let moved = counts["done"].as_u64().unwrap_or_default();
        let heading = format!("{} SIMs moved to Redwood Rentals", journeys::grouped(moved as usize));
        list.operation(&heading).appears();
        assert!(!list.operation(&heading).text().contains("cannot be reached"));
        let api = stage.api(ADMIN);
        let redwood = &api.account("Redwood Rentals");
        let there = api.all_sims().iter().filter(|sim| sim["account_id"] == redwood["id"]).count();
        assert!(there as u64 >= moved, "the report claims more than was done");
        list.find_account("Redwood");
        list.tree_says("Redwood Rentals", there as u64);
    });
}
