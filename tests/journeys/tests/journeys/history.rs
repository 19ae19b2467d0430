//! What happened: read in one place, asked for by who, what, when and account, and taken along as a file.

use journeys::{ADMIN, Api, CUSTOMER_ADMIN, Estate, Name, Person, Spot, USER, journey};
use serde_json::{Value, json};

fn carry_out(api: &Api, ann: &Person, action: &Value, sim: &Value) {
    let body = json!({ "action": action, "target": { "ids": [sim["id"]] } });
    let key = format!("history-{}", action.to_string().len());
    let started = api.send("POST", "/api/v1/bulk-operations", Some(&body), &[("idempotency-key", &key)]);
    let path = format!("/api/v1/bulk-operations/{}", started.expect(202)["id"]);
    ann.wait_until("the operation is over", || api.get(&path).expect(200)["state"] == "finished");
}

/// The entries that a table has, without its heading.
fn entries(table: &Spot) -> Vec<String> {
    let rows = table.find_all("row").texts();
    rows.into_iter().skip(1).map(|row| row.replace('\u{a0}', " ")).collect()
}

#[test]
fn what_happened_is_read_asked_for_and_taken_along() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let (alpine, lakeside) = (api.account("Alpine Telematics"), api.account("Lakeside Metering"));
        let sims = api.all_sims();
        let sim = sims
            .iter()
            .find(|sim| sim["status"] == "active" && sim["account_id"] == lakeside["id"])
            .expect("some of them are active");
        let path = format!("/api/v1/sims/{}", sim["id"]);
        let ann = stage.person_at(ADMIN, "/sims");
        ann.expects_trouble();
        api.edit(&path, &json!({ "label": "Gate 4" }));
        carry_out(&api, &ann, &json!({ "move_to_account": { "account_id": alpine["id"] } }), sim);
        let levels = json!({ "set_levels": { "cap_bytes": 700_000_000, "alert_bytes": 560_000_000 } });
        carry_out(&api, &ann, &levels, sim);

        // The latest comes first, in words.
        ann.find("link", "History").click();
        let changes = ann.find("table", "SIM changes");
        changes.appears();
        ann.comes_to("the entries", 3, || entries(&changes).len());
        let told = entries(&changes);
        assert!(told[0].contains("→ 700 MB") && told[0].contains("Ada Lindqvist"), "{told:?}");
        assert!(told[1].contains("Account: Lakeside Metering → Alpine Telematics"), "{told:?}");
        assert!(told[2].contains("→ “Gate 4”") && told[2].contains("Edited"), "{told:?}");
        ann.is_accessible();

        // By what, by a link with it, and by who.
        ann.find("combobox", "What changed").choose("Label");
        ann.comes_to("what is left", 1, || entries(&changes).len());
        ann.wait_until("the address has it", || ann.address().contains("field=label"));
        ann.reload();
        changes.shows("Gate 4");
        assert_eq!(entries(&changes).len(), 1);
        ann.find("button", "Clear filter").click();
        ann.comes_to("all of it", 3, || entries(&changes).len());
        let who = ann.find("combobox", "Who");
        who.fill("magdalena");
        ann.press("Enter");
        ann.text("Nothing that was asked for has happened.").appears();
        ann.find("button", "Clear filter").click();
        let iccid = sim["iccid"].as_str().unwrap_or_default();
        ann.goto(&format!("/history?cause=operation&iccid={iccid}&account={}", alpine["id"]));
        ann.comes_to("what the address asks for", 2, || entries(&changes).len());
        assert_eq!(ann.find("textbox", "ICCID").value(), iccid);
        assert_eq!(ann.find("combobox", "Account name").value(), "Alpine Telematics");

        // What is wrong is said where it is.
        ann.find("textbox", "ICCID").fill("12");
        ann.text("An ICCID has 18 to 22 digits.").appears();
        ann.text("Please correct the filter.").appears();
        ann.goto("/history?from=2026-11-02&to=2026-11-01");
        ann.text("This lies before the beginning.").appears();
        ann.find("button", "Today").click();
        ann.comes_to("what happened today", 3, || entries(&changes).len());

        // What comes in waits until it is wanted.
        api.edit(&path, &json!({ "label": "Gate 5" }));
        ann.find("button", "Show 1 new").click();
        ann.comes_to("all of it", 4, || entries(&changes).len());
        assert!(entries(&changes)[0].contains("“Gate 4” → “Gate 5”"));

        // Arrows go from tab to tab; the audit log has its own questions.
        ann.find("tab", "SIM changes").focus();
        ann.press("ArrowRight");
        ann.find("tab", "Audit log").has_focus();
        let log = ann.find("table", "Audit log");
        log.shows("Signed in");
        ann.find("combobox", "About").choose("SIMs and operations");
        ann.wait_until("only those", || !entries(&log).iter().any(|entry| entry.contains("Signed in")));
        log.shows("Move of SIMs started");
        log.shows("Account: Alpine Telematics");
        ann.is_accessible();
        let (file, text) = ann.download(|| ann.find("button", "Export CSV…").click());
        assert!(file.starts_with("simgrove-audit-log-20") && file.ends_with(".csv"), "{file}");
        assert!(text.contains("move_started") && !text.contains("signed_in"), "{text}");

        // Who may not see what others did has no way there, and no answer.
        let user = stage.api(USER);
        assert_eq!(user.get("/api/v1/sim-history").expect(403)["code"], "forbidden");
        user.get(&format!("{path}/history")).expect(200);
        let jonas = stage.person_at(USER, "/history");
        jonas.expects_trouble();
        jonas.text(Name::containing("are for admins")).appears();
        assert!(!jonas.find("link", "History").exists());
    });
}

#[test]
fn a_customer_reads_its_own_part_in_german_on_a_phone() {
    journey(Estate::of(300), |stage| {
        let (api, customer) = (stage.api(ADMIN), stage.api(CUSTOMER_ADMIN));
        let (alpine, lakeside) = (api.account("Alpine Telematics"), api.account("Lakeside Metering"));
        let sims = api.all_sims();
        let sim = sims
            .iter()
            .find(|sim| sim["status"] == "active" && sim["account_id"] == lakeside["id"])
            .expect("some of them are active");
        customer.edit("/api/v1/me", &json!({ "language": "de" }));
        let magdalena = stage.person_at(CUSTOMER_ADMIN, "/sims");
        magdalena.resize(500, 800);
        api.edit(&format!("/api/v1/sims/{}", sim["id"]), &json!({ "label": "Not Alpine's business" }));
        carry_out(&api, &magdalena, &json!({ "move_to_account": { "account_id": alpine["id"] } }), sim);
        let levels = json!({ "set_levels": { "cap_bytes": 1_500_000_000, "alert_bytes": 900_000_000 } });
        carry_out(&customer, &magdalena, &levels, sim);

        // The last pages find no place at the foot of a phone, and the fields of the filter wait until they are wanted.
        let more = magdalena.find("navigation", "Seiten").find("button", "Mehr");
        more.click();
        magdalena.find("menu", "Mehr").find("menuitem", "Verlauf").click();
        magdalena.arrives_at("/history");
        magdalena.wait_until("the menu says that its page is shown", || {
            more.attribute("aria-current").as_deref() == Some("true")
        });
        let changes = magdalena.find("table", "SIM-Änderungen");
        magdalena.comes_to("the entries", 2, || entries(&changes).len());
        let told = entries(&changes);
        assert!(told[0].contains("Magdalena Höfer") && told[0].contains("→ 1,5 GB"), "{told:?}");
        assert!(told[0].contains("Datenobergrenze") && told[0].contains("Massenvorgang"), "{told:?}");
        assert!(told[1].contains("Ihr Anbieter"), "{told:?}");
        assert!(told[1].contains("Konto: ein anderes Konto → Alpine Telematics"), "{told:?}");
        for secret in ["Ada", "Lakeside", "Northgate"] {
            assert!(!told.iter().any(|entry| entry.contains(secret)), "{secret} in {told:?}");
        }
        let what = magdalena.find("combobox", "Was sich änderte");
        what.disappears();
        magdalena.find("button", "Filter").click();
        what.choose("Konto");
        magdalena.comes_to("what is left", 1, || entries(&changes).len());
        magdalena.is_accessible();
    });
}
