//! Activating, suspending, resuming and terminating.

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
            ("Activate…", "None of these SIMs waits to be activated."),
            ("Suspend", "None of these SIMs is in service."),
            ("Resume", "None of these SIMs is suspended."),
            ("Terminate…", "Unmanaged and terminated SIMs cannot be changed."),
            ("Edit tags…", "Unmanaged and terminated SIMs cannot be changed."),
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

#[test]
fn terminates_sims_once_their_number_was_typed_and_calls_an_activation_off() {
    journey(Estate::of(600), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let with = |status: &str, count: usize| -> Vec<&Value> {
            let found: Vec<&Value> = sims.iter().filter(|sim| sim["status"] == status).take(count).collect();
            assert_eq!(found.len(), count, "{status}");
            found
        };
        let (active, inactive, unmanaged) = (with("active", 2), with("inactive", 2), with("unmanaged", 1));
        let status = |sim: &Value| {
            api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)["status"].as_str().map(str::to_owned)
        };
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let search = ann.find("searchbox", "Search SIMs");
        let tick = |sims: &[&Value]| {
            for sim in sims {
                search.fill(iccid(sim));
                list.tick_box(iccid(sim)).click();
            }
        };
        tick(&[active[0], active[1], unmanaged[0]]);
        list.status().shows("3 selected");
        // What there is no room for in the toolbar is in its last button, by keyboard as well.
        let toolbar = ann.find("toolbar", "Selected SIMs");
        assert!(!toolbar.find("button", "Terminate…").exists(), "all acts are in sight");
        toolbar.find("button", "Move to account…").focus();
        ann.press("End");
        ann.press("ArrowLeft");
        toolbar.find("button", "More").has_focus();
        ann.press("Enter");
        let more = ann.find("menu", "More");
        more.find("menuitem", "Terminate…").appears();
        ann.type_text("t");
        more.find("menuitem", "Terminate…").has_focus();
        ann.press("Enter");

        let dialog = list.dialog("Terminate 3 SIMs");
        dialog.shows("2 SIMs will be terminated for good.");
        dialog.shows("there is no undo");
        dialog.shows("It is listed, but not managed here.");
        let field = dialog.field("Type 2 to confirm");
        field.has_focus();
        ann.is_accessible();
        // One wrong number, and one that was not typed at all: said at the field, and nothing is lost.
        ann.press("Enter");
        dialog.shows("Type 2, the number of SIMs that will be terminated.");
        ann.type_text("3");
        dialog.find("button", "Terminate").click();
        field.has_focus();
        assert_eq!(field.attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(status(active[0]).as_deref(), Some("active"));
        field.fill("2");
        ann.press("Enter");
        dialog.disappears();
        let done = list.operation("2 SIMs terminated");
        done.find("list", "Failures").shows(iccid(unmanaged[0]));
        done.find("button", "Retry failed").appears();
        assert!(!done.find("button", "Undo").exists(), "a termination can be undone");
        assert!(active.iter().all(|sim| status(sim).as_deref() == Some("terminated")));

        // Asked for, an activation waits for the operator and can be called off.
        toolbar.find("button", "Clear selection").click();
        tick(&inactive);
        list.choose(iccid(inactive[1]), "Activate…");
        let dialog = list.dialog("Activate 2 SIMs");
        dialog.shows("2 SIMs will be activated.");
        dialog.find("button", "Activate").click();
        let asked = list.operation("Activation of 2 SIMs asked for");
        asked.appears();
        search.fill(iccid(inactive[0]));
        list.grid().shows("Activation pending");
        asked.find("button", "Undo").click();
        list.operation("Undone for 2 SIMs").appears();
        list.grid().shows("Inactive");
        assert!(inactive.iter().all(|sim| status(sim).as_deref() == Some("inactive")));
    });
}
