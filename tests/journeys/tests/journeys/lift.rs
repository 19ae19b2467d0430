//! Raising the cap of one SIM for the rest of the period.

use journeys::{ADMIN, Api, Estate, Name, SimList, iccid, journey};
use serde_json::{Value, json};

const MB: u64 = 1_000_000;

/// A SIM as the API has it now.
fn now(api: &Api, sim: &Value) -> Value {
    api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)
}

/// Sets cap and alert.
fn set(api: &Api, sim: &Value, cap: u64, alert: u64) {
    let path = format!("/api/v1/sims/{}", sim["id"]);
    let etag = api.get(&path).header("etag").expect("a SIM has an ETag").to_owned();
    let levels = json!({ "cap_bytes": cap, "alert_bytes": alert });
    api.send("PATCH", &path, Some(&levels), &[("if-match", &etag)]).expect(200);
}

/// Amounts stand with a space that does not break.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_cap_is_raised_once_and_back_by_itself() {
    journey(Estate::of(300).networked(), |stage| {
        let api = stage.api(ADMIN);
        let caps_off = api.account("Quayside Vending")["id"].clone();
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| {
            sim["status"] == "active"
                && sim["account_id"] != caps_off
                && sim["usage_bytes"].as_u64() < Some(400 * MB)
        });
        let sim = sim.expect("some have used little");
        let id = sim["id"].as_u64().expect("an id");
        set(&api, sim, 500 * MB, 400 * MB);
        api.report_usage(id, 510 * MB - sim["usage_bytes"].as_u64().unwrap_or(0));
        assert_eq!(now(&api, sim)["status"], "blocked");

        let list = SimList::opened(stage, ADMIN, &format!("/sims/{id}"));
        let ann = &list.person;
        let details = ann.find("complementary", "SIM details");
        details.find("heading", iccid(sim)).appears();
        let raise = details.find("button", "Raise for this period only…");
        raise.focus();
        ann.press("Enter");
        let dialog = list.dialog("Raise the cap for this period only");
        let cap = dialog.find("textbox", Name::containing("Cap until"));
        // What makes no sense is told at the field, and stays as typed.
        cap.fill("much");
        dialog.shows("Type an amount such as 500 MB or 1.5 GB.");
        cap.fill("450");
        ann.press("Enter");
        dialog.shows("that is the cap without raising it");
        assert_eq!(cap.value(), "450");
        cap.fill("0,7 GB");
        dialog.shows("This SIM is freed at once");
        ann.is_accessible();
        // Somebody was faster: what they did is told, and the wish can be repeated.
        set(&api, sim, 500 * MB, 300 * MB);
        ann.press("Enter");
        dialog.shows("Someone else has changed this SIM since you opened it.");
        ann.press("Enter");
        dialog.disappears();
        ann.find("region", "Notifications").shows("The cap is raised to");
        raise.has_focus();

        let region = details.find("region", "Cap and alert");
        ann.wait_until("the raised cap is shown", || {
            let text = plain(&region.text());
            text.contains("Raised to 700 MB until") && text.contains("then 500 MB again")
        });
        let raised = now(&api, sim);
        assert_eq!(
            (&raised["cap_bytes"], &raised["regular_cap_bytes"]),
            (&json!(700 * MB), &json!(500 * MB))
        );
        assert_eq!(raised["status"], "alerted");
        ann.is_accessible();

        // Usage comes to the raised cap as to any other.
        api.report_usage(id, 200 * MB);
        details.shows("Blocked");
        // The period ends: the cap is back, and nobody had to do anything.
        api.next_period();
        details.shows("Active");
        ann.wait_until("the raised cap is gone", || !region.text().contains("Raised to"));
        let after = now(&api, sim);
        assert_eq!((&after["cap_bytes"], &after["regular_cap_bytes"]), (&json!(500 * MB), &Value::Null));
        assert_eq!(after["usage_bytes"], 0);

        // Raised again and ended by hand, with the focus where the button was.
        raise.click();
        cap.fill("1 GB");
        dialog.find("button", "Raise").click();
        dialog.disappears();
        details.find("button", "End now").focus();
        ann.press("Enter");
        ann.find("region", "Notifications").shows("The cap is");
        details.find("button", "End now").disappears();
        raise.has_focus();
        assert_eq!(now(&api, sim)["cap_bytes"], 500 * MB);
    });
}
