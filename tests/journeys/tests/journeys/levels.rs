//! Cap and alert, for many SIMs and for one.

use journeys::{ADMIN, Api, Estate, Person, SimList, Spot, iccid, journey};
use serde_json::{Value, json};

const MB: u64 = 1_000_000;

/// The SIM as it is now.
#[track_caller]
fn now(api: &Api, sim: &Value) -> Value {
    api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)
}

/// A SIM in service whose account has caps.
fn active(api: &Api) -> Value {
    let caps_off = api.account("Quayside Vending")["id"].clone();
    let mut sims = api.all_sims().into_iter();
    sims.find(|sim| sim["status"] == "active" && sim["account_id"] != caps_off).expect("some are active")
}

/// The dialog for one SIM, from its menu.
fn dialog_of(list: &SimList, sim: &Value) -> Spot {
    list.person.find("searchbox", "Search SIMs").fill(iccid(sim));
    list.choose(iccid(sim), "Set cap and alert…");
    list.dialog("Cap and alert for 1 SIM")
}

/// Waits until a field says why what stands in it is refused, where a screen reader finds it too.
#[track_caller]
fn refuses(ann: &Person, field: &Spot, typed: &str, why: &str) {
    field.fill(typed);
    let told = || {
        let described = field.attribute("aria-describedby").unwrap_or_default();
        let script = "return arguments[0].split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ')";
        let told = ann.run(script, &json!([described]));
        (field.attribute("aria-invalid"), told.as_str().unwrap_or_default().contains(why))
    };
    ann.comes_to(&format!("{typed:?} being refused with {why:?}"), (Some("true".to_owned()), true), told);
    assert_eq!(field.value(), typed, "what was typed is lost");
}

#[test]
fn a_cap_of_500_mb_brings_an_alert_of_400_mb_which_is_overwritten_and_applied_to_fifty() {
    journey(Estate::of(1_000), |stage| {
        let api = stage.api(ADMIN);
        let list = SimList::opened(stage, ADMIN, "/sims?filter=status%20is%20active");
        let ann = &list.person;
        list.sim(&list.in_sight()[0]).click();
        for _ in 0..49 {
            ann.press("Shift+ArrowDown");
        }
        list.status().shows("50 selected");
        list.press("Set cap and alert…");
        let dialog = list.dialog("Cap and alert for 50 SIMs");
        let (cap, alert) = (dialog.find("textbox", "Data cap"), dialog.find("textbox", "Data alert"));
        cap.has_focus();
        cap.fill("500 MB");
        ann.comes_to("the alert", "400 MB".to_owned(), || plain(&alert.value()));
        cap.fill("1,5 GB");
        ann.comes_to("the alert", "1.2 GB".to_owned(), || plain(&alert.value()));
        cap.fill("500");
        ann.comes_to("the alert", "400 MB".to_owned(), || plain(&alert.value()));
        alert.fill("350 MB");
        cap.fill("600");
        ann.comes_to("the alert, which was typed", "350 MB".to_owned(), || plain(&alert.value()));
        cap.fill("500 MB");
        dialog.shows("get these levels.");
        dialog.shows("Operators report usage late");
        let box_for_all = dialog.find("checkbox", "End the running session when the cap is reached");
        box_for_all.click();
        dialog.shows("the others do not support it");
        dialog.find("button", "Apply").click();
        dialog.disappears();
        ann.find("region", "Operations").shows("Cap and alert of");
        ann.wait_until("the operation is over", || {
            api.get("/api/v1/bulk-operations").expect(200)["items"][0]["state"] == "finished"
        });
        let capped: Vec<Value> = api
            .all_sims()
            .into_iter()
            .filter(|sim| sim["cap_bytes"] == 500 * MB && sim["alert_bytes"] == 350 * MB)
            .collect();
        // Some accounts have no caps: those SIMs are named with that reason.
        let operation = api.get("/api/v1/bulk-operations").expect(200)["items"][0].clone();
        assert_eq!(operation["counts"]["total"], 50);
        assert_eq!(capped.len() as u64, operation["counts"]["done"].as_u64().unwrap_or_default());
        assert!(capped.len() > 35, "only {} of 50 were changed", capped.len());
        assert!(capped.iter().all(|sim| sim["hard_cap"] != "no"), "a session would not end at the cap");
        assert!(capped.iter().any(|sim| sim["hard_cap"] == "yes"), "the check box changed nothing");
        let first = list.in_sight()[0].clone();
        list.grid().shows("500 MB");
        list.sim(&first).appears();
    });
}

#[test]
fn the_dialog_says_what_a_cap_does_at_once() {
    journey(Estate::of(600), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let caps_off = api.account("Quayside Vending")["id"].clone();
        let over: Vec<&Value> = sims
            .iter()
            .filter(|sim| sim["status"] == "active" && sim["usage_bytes"].as_u64() > Some(2 * MB))
            .filter(|sim| sim["account_id"] != caps_off)
            .take(2)
            .collect();
        let list = SimList::opened(stage, ADMIN, "/sims");
        let search = list.person.find("searchbox", "Search SIMs");
        for sim in &over {
            search.fill(iccid(sim));
            list.tick_box(iccid(sim)).click();
        }
        list.press("Set cap and alert…");
        let dialog = list.dialog("Cap and alert for 2 SIMs");
        dialog.find("textbox", "Data cap").fill("1 MB");
        dialog.shows("2 of these are already over this cap and will be blocked.");
        dialog.find("button", "Apply").click();
        list.operation("Cap and alert of 2 SIMs set").appears();
        assert!(over.iter().all(|sim| now(&api, sim)["status"] == "blocked"));
        list.person.find("region", "SIM list").shows("Blocked");
        list.operation("Cap and alert of 2 SIMs set").find("button", "Undo").click();
        list.operation("Undone for 2 SIMs").appears();
        for sim in &over {
            let undone = now(&api, sim);
            assert_eq!(undone["status"], "active");
            assert_eq!(
                (&undone["cap_bytes"], &undone["alert_bytes"]),
                (&sim["cap_bytes"], &sim["alert_bytes"])
            );
        }
    });
}

#[test]
fn a_cap_is_said_and_applied_before_the_server_has_counted() {
    journey(Estate::of(300).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let sim = &active(&api);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let dialog = dialog_of(&list, sim);
        let apply = dialog.find("button", "Apply");
        ann.wait_until("nothing is left to be applied", || apply.is_disabled());
        api.post("/api/v1/faults", &json!({ "latency_ms": 3000 })).expect(200);
        dialog.find("textbox", "Data cap").fill("123 MB");
        dialog.shows("1 SIM gets these levels.");
        ann.press("Enter");
        dialog.disappears();
        api.post("/api/v1/faults", &json!({})).expect(200);
        list.operation("Cap and alert of 1 SIM set").appears();
        assert_eq!(now(&api, sim)["cap_bytes"], 123 * MB);
    });
}

#[test]
fn what_is_no_amount_is_refused_at_its_field_and_nothing_typed_is_lost() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let sim = &active(&api);
        let list = SimList::opened(stage, ADMIN, "/sims");
        let ann = &list.person;
        let dialog = dialog_of(&list, sim);
        let (cap, alert) = (dialog.find("textbox", "Data cap"), dialog.find("textbox", "Data alert"));
        refuses(ann, &cap, "abc", "Type an amount such as 500 MB or 1.5 GB.");
        refuses(ann, &cap, "-5", "An amount cannot be negative.");
        refuses(ann, &cap, "1e999", "Type an amount such as 500 MB or 1.5 GB.");
        refuses(ann, &cap, "99999999 TB", "At most 1,000 TB.");
        cap.fill("100 MB");
        refuses(ann, &alert, "150 MB", "The alert cannot be above the cap.");
        dialog.find("button", "Apply").click();
        dialog.appears();
        assert_eq!((plain(&cap.value()), alert.value()), ("100 MB".to_owned(), "150 MB".to_owned()));
        assert!(
            api.get("/api/v1/bulk-operations").expect(200)["items"].as_array().is_some_and(Vec::is_empty)
        );
        assert_eq!(now(&api, sim)["cap_bytes"], sim["cap_bytes"], "a refused edit was carried out");
        // Put right, it goes through.
        alert.fill("90 MB");
        dialog.find("button", "Apply").click();
        list.operation("Cap and alert of 1 SIM set").appears();
        assert_eq!(now(&api, sim)["alert_bytes"], 90 * MB);
    });
}

#[test]
fn cap_and_alert_of_one_sim_are_edited_in_the_details() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let caps_off = api.account("Quayside Vending")["id"].clone();
        let sim = sims.iter().find(|sim| {
            sim["hard_cap"] == "no" && sim["status"] == "active" && sim["account_id"] != caps_off
        });
        let sim = sim.expect("some can end sessions");
        let list = SimList::opened(stage, ADMIN, &format!("/sims/{}", sim["id"]));
        let ann = &list.person;
        let details = ann.find("complementary", "SIM details");
        details.find("heading", iccid(sim)).appears();
        details.find("button", "Edit cap and alert").click();
        let (cap, alert) = (details.find("textbox", "Data cap"), details.find("textbox", "Data alert"));
        cap.fill("2 GB");
        ann.comes_to("the alert", "1.6 GB".to_owned(), || plain(&alert.value()));
        refuses(ann, &alert, "3 GB", "The alert cannot be above the cap.");
        alert.fill("1500");
        details.find("checkbox", "End the running session when the cap is reached").click();
        details.find("button", "Apply").click();
        ann.find("region", "Notifications").shows("Cap and alert saved");
        let saved = now(&api, sim);
        assert_eq!((&saved["cap_bytes"], &saved["alert_bytes"]), (&json!(2_000 * MB), &json!(1_500 * MB)));
        assert_eq!(saved["hard_cap"], "yes");
        details.find("region", "Cap and alert").shows("2 GB");
        details.find("region", "Cap and alert").shows("1.5 GB");
        // None is none, not 0.
        details.find("button", "Edit cap and alert").click();
        cap.fill("0");
        alert.fill("");
        details.find("button", "Apply").click();
        details.find("button", "Edit cap and alert").appears();
        details.find("region", "Cap and alert").shows("None");
        assert_eq!(now(&api, sim)["cap_bytes"], Value::Null);
    });
}

#[test]
fn someone_elses_change_is_shown_beside_what_was_typed() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let sim = &active(&api);
        let path = format!("/api/v1/sims/{}", sim["id"]);
        let list = SimList::opened(stage, ADMIN, &format!("/sims/{}", sim["id"]));
        let ann = &list.person;
        let details = ann.find("complementary", "SIM details");
        for (choice, expected) in [("Keep theirs", 4_000), ("Apply mine", 3_000)] {
            details.find("button", "Edit cap and alert").click();
            details.find("textbox", "Data cap").fill("3 GB");
            let read = api.get(&path);
            let tag = read.header("etag").expect("a SIM has an ETag").to_owned();
            let theirs = json!({ "cap_bytes": 4_000 * MB, "alert_bytes": 1_000 * MB, "note": choice });
            api.send("PATCH", &path, Some(&theirs), &[("if-match", &tag)]).expect(200);
            details.find("button", "Apply").click();
            details.shows("Someone else has changed this SIM since you opened it.");
            ann.wait_until("both values stand there", || {
                let text = plain(&details.text());
                text.contains("Cap 4 GB, alert 1 GB") && text.contains("Cap 3 GB, alert 2.4 GB")
            });
            assert_eq!(details.find("textbox", "Data cap").value(), "3 GB", "what was typed is lost");
            details.find("button", choice).click();
            details.find("button", "Edit cap and alert").appears();
            ann.comes_to("the cap", json!(expected * MB), || now(&api, sim)["cap_bytes"].clone());
        }
    });
}

/// Amounts stand with a space that does not break.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
