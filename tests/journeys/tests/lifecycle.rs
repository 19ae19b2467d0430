//! Suspending and resuming.

use journeys::{ADMIN, Estate, SimList, iccid, journey};
use serde_json::{Value, json};

#[test]
fn suspends_sims_and_resumes_them() {
    journey(Estate::of(400), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let active: Vec<&Value> = sims.iter().filter(|sim| sim["status"] == "active").take(2).collect();
        let inactive = sims.iter().find(|sim| sim["status"] == "inactive").expect("some are inactive");
        let status = |sim: &Value| {
            api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)["status"].as_str().map(str::to_owned)
        };
        let list = SimList::opened(stage, ADMIN, "/sims");
        let search = list.person.find("searchbox", "Search SIMs");
        for sim in [active[0], active[1], inactive] {
            search.fill(iccid(sim));
            list.tick_box(iccid(sim)).click();
        }
        list.status().shows("3 selected");
        list.press("Suspend");
        let dialog = list.dialog("Suspend 3 SIMs");
        // What interrupts service is not one Enter away.
        dialog.find("button", "Cancel").has_focus();
        dialog.shows("2 SIMs will be suspended.");
        dialog.shows("1 SIM is left as it is:");
        dialog.shows("It is not in service.");
        dialog.find("button", "Suspend").click();
        let suspended = list.operation("2 SIMs suspended");
        suspended.find("list", "Failures").shows(iccid(inactive));
        assert!(active.iter().all(|sim| status(sim).as_deref() == Some("suspended")));
        search.fill(iccid(active[0]));
        list.grid().shows("Suspended");
        list.press("Resume");
        let dialog = list.dialog("Resume 3 SIMs");
        dialog.shows("2 SIMs will be resumed.");
        dialog.find("button", "Resume").click();
        list.operation("2 SIMs resumed").appears();
        assert!(active.iter().all(|sim| status(sim).as_deref() == Some("active")));
        list.grid().shows("Active");
        assert_eq!(status(inactive).as_deref(), Some("inactive"));
    });
}

#[test]
fn an_act_that_makes_no_sense_for_any_selected_sim_says_why() {
    journey(Estate::of(1_000), |stage| {
        let sims = stage.api(ADMIN).all_sims();
        let unmanaged = sims.iter().find(|sim| sim["status"] == "unmanaged").expect("some are unmanaged");
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        ann.find("searchbox", "Search SIMs").fill(iccid(unmanaged));
        list.more_button(iccid(unmanaged)).click();
        let menu = ann.find("menu", "SIM actions");
        for (item, why) in [
            ("Move to account…", "Unmanaged SIMs cannot be changed."),
            ("Set cap and alert…", "Unmanaged and terminated SIMs cannot be changed."),
            ("Suspend", "None of these SIMs is in service."),
            ("Resume", "None of these SIMs is suspended."),
        ] {
            let item = menu.find("menuitem", item);
            item.has_focus();
            assert!(item.is_disabled());
            let reason = item.attribute("aria-describedby").expect("a disabled item says why");
            let script = "return document.getElementById(arguments[0]).textContent";
            assert_eq!(ann.run(script, &json!([reason])), why);
            ann.press("Enter");
            ann.press("ArrowDown");
        }
        ann.press("Escape");
        menu.disappears();
        assert!(!ann.find_all("dialog").exists(), "a disabled act opened a dialog");
    });
}
