//! Moving SIMs to another account: the main job.

use journeys::{ADMIN, Estate, Name, Query, SimList, grouped, iccid, journey};

fn total(account: &serde_json::Value) -> u64 {
    account["total_sim_count"].as_u64().expect("an account counts its SIMs")
}

#[test]
fn moves_three_sims_by_typing_sees_the_counts_follow_and_undoes_it() {
    journey(Estate::of(1_000), |stage| {
        let api = stage.api(ADMIN);
        let before = total(&api.account("Alpine Telematics"));
        let alpine = api.account("Alpine Telematics")["id"].clone();
        let inside: Vec<_> = api
            .post(
                "/api/v1/sims/search",
                &serde_json::json!({ "filter": { "account": { "within": alpine } }, "limit": 1000 }),
            )
            .expect(200)["items"]
            .as_array()
            .map(|items| items.iter().map(|sim| iccid(sim).to_owned()).collect())
            .unwrap_or_default();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let movable: Vec<String> = list
            .in_sight()
            .into_iter()
            .filter(|shown| !inside.contains(shown))
            .filter(|shown| api.all_sims().iter().any(|sim| iccid(sim) == shown && sim["status"] == "active"))
            .take(3)
            .collect();
        let [first, second, third] = &movable[..] else { panic!("there are three SIMs to move") };
        let ann = &list.person;
        list.find_account("Alpine Telematics");
        list.tree_says("Alpine Telematics", before);
        list.sim(first).click();
        list.sim(second).click_with(&["Control"]);
        list.sim(third).click_with(&["Control"]);
        list.choose(second, "Move to account…");
        let dialog = list.dialog("Move 3 SIMs");
        dialog.find("combobox", "Destination account").has_focus();
        ann.type_text("alpine tel");
        dialog
            .find_by(Query::role("option").named(Name::containing("Alpine Telematics")).selected(true))
            .appears();
        ann.press("Enter");
        dialog.shows("3 SIMs move to Alpine Telematics.");
        dialog.shows("From ");
        dialog.shows("Label, note, cap, alert and tags stay on the SIMs.");
        dialog.find("button", "Move").click();
        dialog.disappears();
        let moved = list.operation("3 SIMs moved to Alpine Telematics");
        moved.appears();
        list.tree_says("Alpine Telematics", before + 3);
        assert_eq!(total(&api.account("Alpine Telematics")), before + 3);
        list.has_selected(&[first, second, third]);
        for sim in api.all_sims() {
            if movable.iter().any(|moved| moved == iccid(&sim)) {
                assert_eq!(sim["account_id"], alpine, "{}", iccid(&sim));
            }
        }
        moved.find("button", "Undo").click();
        list.operation("Undone for 3 SIMs").appears();
        list.tree_says("Alpine Telematics", before);
        assert_eq!(total(&api.account("Alpine Telematics")), before);
        list.operation("Undone for 3 SIMs").find("button", "Close").click();
        list.operation("Undone for 3 SIMs").disappears();
    });
}

#[test]
fn moves_all_that_a_filter_finds_and_undoes_it() {
    journey(Estate::of(4_000), |stage| {
        let api = stage.api(ADMIN);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.find("textbox", "Filter by account name").fill("Lakeside");
        ann.find("search", "Filters").find("button", "Status").click();
        ann.find("menu", "Filter by status").find("menuitemcheckbox", "Active").click();
        ann.press("Escape");
        ann.wait_until("the address carries the filter", || ann.address().contains("status"));
        let lakes = ["Lakeside Metering", "Lakeside Water North", "Lakeside Water South"]
            .map(|name| api.account(name)["id"].clone());
        let found = |api: &journeys::Api| {
            let sims = api.all_sims();
            sims.iter().filter(|sim| sim["status"] == "active" && lakes.contains(&sim["account_id"])).count()
        };
        let count = found(&api);
        assert!((300..800).contains(&count), "the estate has changed: {count}");
        let number = grouped(count);
        list.status().shows(&format!("{number} SIMs match"));
        ann.find("region", "SIM list").find("button", format!("Select all {number}")).click();
        list.status().shows(&format!("{number} selected"));
        list.press("Move to account…");
        let dialog = list.dialog(&format!("Move {number} SIMs"));
        list.type_destination(&dialog, "Redwood Rentals");
        dialog.shows(&format!("{number} SIMs move to Redwood Rentals."));
        let before = total(&api.account("Redwood Rentals"));
        dialog.find("button", "Move").click();
        let heading = format!("{number} SIMs moved to Redwood Rentals");
        list.operation(&heading).appears();
        ann.find("region", "SIM list").shows("No SIM matches this filter.");
        list.find_account("Redwood");
        list.tree_says("Redwood Rentals", before + count as u64);
        assert_eq!(found(&api), 0);
        list.operation(&heading).find("button", "Undo").click();
        list.operation(&format!("Undone for {number} SIMs")).appears();
        list.tree_says("Redwood Rentals", before);
        list.status().shows(&format!("{number} SIMs match"));
        assert_eq!(found(&api), count);
    });
}

#[test]
fn sims_that_cannot_be_moved_are_named_with_the_reason_and_can_be_tried_again() {
    journey(Estate::of(2_000), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let unmanaged = sims.iter().find(|sim| sim["status"] == "unmanaged").expect("some are unmanaged");
        let active = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
        let destination = "Desert Snack Machines";
        assert!([unmanaged, active].iter().all(|sim| sim["account_id"] != api.account(destination)["id"]));
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let search = ann.find("searchbox", "Search SIMs");
        for sim in [unmanaged, active] {
            search.fill(iccid(sim));
            list.tick_box(iccid(sim)).click();
        }
        search.fill("");
        list.status().shows("2 selected");
        list.press("Move to account…");
        let dialog = list.dialog("Move 2 SIMs");
        list.type_destination(&dialog, destination);
        dialog.shows("1 SIM moves to Desert Snack Machines.");
        dialog.shows("1 SIM is left as it is:");
        dialog.shows("It is listed, but not managed here.");
        dialog.shows(iccid(unmanaged));
        dialog.find("button", "Move").click();
        let operation = list.operation("1 SIM moved to Desert Snack Machines");
        operation.shows("1 SIM failed:");
        operation.find("list", "Failures").shows(iccid(unmanaged));
        operation.find("list", "Failures").shows("It is listed, but not managed here.");
        operation.find("button", "Undo").appears();
        operation.find("button", "Retry failed").click();
        let again = list.operation("0 SIMs moved to Desert Snack Machines");
        again.shows("1 SIM failed:");
        again.find("list", "Failures").shows(iccid(unmanaged));
        assert!(!again.find("button", "Undo").exists(), "nothing was done that could be undone");
    });
}
