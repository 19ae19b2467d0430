//! One SIM, on a page of its own.

use journeys::{ADMIN, Api, Engine, Estate, Name, Person, SimList, USER, VIEWER, iccid, journey};
use serde_json::{Value, json};

#[track_caller]
fn now(api: &Api, sim: &Value) -> Value {
    api.get(&format!("/api/v1/sims/{}", sim["id"])).expect(200)
}

/// What the table of the chart adds up to, in bytes.
#[track_caller]
fn sum_of_table(ann: &Person) -> u64 {
    let script = "return [...document.querySelectorAll('td[data-value]')].reduce((sum, cell) => sum + Number(cell.dataset.value), 0)";
    ann.run(script, &json!([])).as_f64().unwrap_or_default() as u64
}

#[test]
fn a_user_looks_into_a_sim_and_goes_on_to_the_next() {
    journey(Estate::of(400), |stage| {
        let api = stage.api(USER);
        let sims = api.all_sims();
        let list =
            SimList::opened(stage, USER, "/sims?filter=status%20is%20active%20and%20in_session%20is%20yes");
        let ann = &list.person;
        let shown = list.first_in_sight(4);
        let of = |number: &str| sims.iter().find(|sim| iccid(sim) == number).expect("it is one of them");
        let (first, second) = (of(&shown[1]), of(&shown[2]));

        // From the list to the panel, and from there to the page.
        list.choose(iccid(first), "Show details");
        let panel = ann.find("complementary", "SIM details");
        panel.find("slider", "Usage of the last 30 days").appears();
        panel.find("button", "Open page").click();
        let page = ann.find("region", "SIM details");
        page.find("heading", iccid(first)).has_focus();
        ann.wait_until("the address names the page", || {
            ann.address().starts_with(&format!("/sims/{}/details?filter=", first["id"]))
        });
        page.shows(&format!("2 of {}", list_length(&api)));

        // The chart: one day at a time by keys, and all of them as a table that adds up to the period's usage.
        let chart = page.find_all("slider");
        chart.focus();
        let last_day = chart.attribute("aria-valuetext");
        ann.press("Home");
        ann.wait_until("the first day is read out", || chart.attribute("aria-valuetext") != last_day);
        assert!(chart.attribute("aria-valuetext").is_some_and(|day| day.contains("Since the beginning")));
        page.find("switch", "Show as table").click();
        page.find_all("table").first().appears();
        ann.comes_to("the sum of the days", first["usage_bytes"].as_u64(), || Some(sum_of_table(ann)));
        page.find("combobox", "Period").choose("Last 12 months");
        let usage = api.get(&format!("/api/v1/sims/{}/usage", first["id"])).expect(200);
        let year =
            usage["periods"].as_array().into_iter().flatten().filter_map(|period| period["bytes"].as_u64());
        ann.comes_to("the sum of the months", year.sum::<u64>(), || sum_of_table(ann));

        // A label that is too long is refused where it was typed; a note that someone else wrote is not overwritten unseen.
        page.find("button", "Edit label and note").click();
        let label = page.find("textbox", "Label");
        label.has_focus();
        label.fill(&"x".repeat(101));
        ann.press("Enter");
        ann.wait_until("the label is refused", || label.attribute("aria-invalid").as_deref() == Some("true"));
        label.fill("Pump 7");
        let path = format!("/api/v1/sims/{}", first["id"]);
        stage.api(ADMIN).edit(&path, &json!({ "note": "Ask Jonas first." }));
        ann.press("Enter");
        page.shows("Someone else has changed this SIM");
        page.shows("Ask Jonas first.");
        assert_eq!(now(&api, first)["label"], first["label"]);
        page.find("button", "Apply mine").click();
        page.find("button", "Edit label and note").has_focus();
        assert_eq!(now(&api, first)["label"], "Pump 7");
        page.shows("Pump 7");

        // Sessions, ping and diagnostics.
        page.find("table", "Sessions").shows("In session now");
        page.find("tab", "Sessions").click();
        ann.press("ArrowRight");
        page.find("tab", "Ping and diagnostics").has_focus();
        page.find("button", "Ping").click();
        page.find("article", Name::containing("Ping")).shows("packets answered");
        page.find("button", "Run diagnostics").click();
        page.shows("The SIM is in service.");
        page.shows("A session is running.");
        page.find("tab", "Ping and diagnostics").click();
        ann.press("ArrowRight");
        page.find("tab", "History").has_focus();
        page.find("table", "History").shows("Pump 7");
        ann.is_accessible();

        // On to the next SIM and back to the list, where everything is as it was.
        page.find("button", "Next SIM").click();
        page.find("heading", iccid(second)).appears();
        page.find("button", "Next SIM").has_focus();
        ann.press("Alt+ArrowUp");
        page.find("heading", iccid(first)).appears();
        page.find("button", "Next SIM").has_focus();
        page.find("tab", "Sessions").click();
        ann.press("Alt+ArrowDown");
        page.find("heading", iccid(second)).has_focus();
        ann.press("Alt+ArrowUp");
        page.find("heading", iccid(first)).has_focus();
        page.find("button", "Back to the list").click();
        page.disappears();
        list.has_selected(&[iccid(first)]);
        ann.wait_until("the list has the focus", || !ann.focus().is_empty());
        ann.wait_until("the address is that of the list", || ann.address().starts_with("/sims?filter="));
    });
}

/// SIMs that are active and in a session.
#[track_caller]
fn list_length(api: &Api) -> usize {
    let active = |sim: &&Value| sim["status"] == "active" && sim["in_session"] == true;
    api.all_sims().iter().filter(active).count()
}

#[test]
fn who_only_looks_changes_nothing_on_a_phone_and_in_german() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(VIEWER);
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
        let refused = api.send(
            "POST",
            &format!("/api/v1/sims/{}/tests", sim["id"]),
            Some(&json!({"kind": "ping"})),
            &[("Idempotency-Key", "a-click")],
        );
        refused.expect(403);
        let ann = stage.person_at(VIEWER, &format!("/sims/{}/details", sim["id"]));
        ann.resize(500, 844);
        let page = ann.find("region", "SIM details");
        page.find("heading", iccid(sim)).appears();
        page.find_all("slider").appears();
        page.find("button", "Copy ICCID").appears();
        for button in ["Edit label and note", "Edit cap and alert"] {
            assert!(!page.find("button", button).exists(), "{button}");
        }
        page.find("tab", "Ping and diagnostics").click();
        page.shows("This SIM has not been tested yet.");
        assert!(!page.find("button", "Ping").exists());
        let fits = ann.run("return document.documentElement.scrollWidth <= innerWidth", &json!([]));
        assert_eq!(fits, true, "the page is wider than the window");
        if stage.engine() != Engine::WebKit {
            ann.is_accessible();
        }
        ann.find("button", "Display").click();
        ann.find("dialog", "Display").find("combobox", "Language").choose("Deutsch");
        ann.press("Escape");
        let german = ann.find("region", "SIM-Details");
        german.find("tab", "Sitzungen").click();
        german.find("heading", "Verbrauch").appears();
        german.find("switch", "Als Tabelle zeigen").click();
        german.shows("Seit Monatsbeginn");
        german.find("button", "Nächste SIM").click();
        german.find("button", "Zurück zur Liste").click();
        ann.find("grid", "SIMs").appears();
        assert!(!ann.find("grid", "SIMs").text().contains("sim-"), "a text is missing");
        // An address of a SIM that is not there says so.
        ann.goto("/sims/4000000/details");
        ann.find("region", "SIM-Details").shows("Diese SIM gibt es nicht");
    });
}

#[test]
fn an_admin_tags_a_sim_on_its_page_and_sees_there_how_it_goes() {
    journey(Estate::of(300).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let sim = sims.iter().find(|sim| sim["status"] == "active" && sim["tags"] == json!([]));
        let sim = sim.expect("some have no tags");
        let ann = stage.person_at(ADMIN, &format!("/sims/{}/details", sim["id"]));
        ann.resize(500, 844);
        let page = ann.find("region", "SIM details");
        page.find("button", "Edit tags…").click();
        assert!(!ann.find("button", "Accounts").exists(), "the accounts lie below the page");
        let dialog = ann.find("dialog", "Tags of 1 SIM");
        // What the browser says before the server does is of this SIM as well, and not of those selected in the list.
        api.post("/api/v1/faults", &json!({ "latency_ms": 3000 })).expect(200);
        dialog.field("Find or create a tag").fill("pilot");
        ann.press("Enter");
        let changes = dialog.text_inside(Name::containing("these changes."));
        changes.appears();
        assert_eq!(changes.text(), "1 SIM gets these changes.");
        api.post("/api/v1/faults", &json!({})).expect(200);
        ann.press("Enter");
        dialog.disappears();
        let done = ann.find("region", "Operations").find("article", "Tags of 1 SIM changed");
        done.appears();
        page.shows("pilot");
        done.find("button", "Close").click();
        done.disappears();
        page.find("button", "Back to the list").click();
        ann.find("button", "Accounts").appears();
    });
}
