//! The overview of an account: every number is one step from the list behind it.

use journeys::{ADMIN, CUSTOMER_VIEWER, Estate, Name, Person, SimList, Spot, journey};
use serde_json::{Value, json};

/// The link of a figure.
fn figure(person: &Person, name: &str) -> Spot {
    person.find("list", "SIMs at a glance").find("link", Name::containing(name))
}

/// The number in a figure: what comes after its name.
fn number(person: &Person, name: &str) -> usize {
    let text = figure(person, name).name().replace('\u{a0}', " ");
    let (_, rest) = text.split_once(name).unwrap_or_default();
    let digits: String =
        rest.trim().chars().take_while(|it| !it.is_whitespace()).filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("no number in {text:?}"))
}

/// All SIMs are counted.
fn is_counted(person: &Person) {
    figure(person, "SIMs").appears();
    person.wait_until("all SIMs are counted", || !person.find("progressbar", "Loading SIMs").exists());
}

fn count(sims: &[Value], status: &str) -> usize {
    sims.iter().filter(|sim| sim["status"] == status).count()
}

#[test]
fn every_number_leads_to_the_list_behind_it_and_stays_true() {
    journey(Estate::of(1_000).flag("--faults"), |stage| {
        let api = stage.api(ADMIN);
        let sims = api.all_sims();
        let ann = stage.person_at(ADMIN, "/overview");
        ann.find("heading", "Northgate IoT").appears();
        is_counted(&ann);
        ann.comes_to("the number of SIMs", sims.len(), || number(&ann, "SIMs"));
        let in_session = sims.iter().filter(|sim| sim["in_session"] == true).count();
        assert_eq!(number(&ann, "In session"), in_session);
        assert_eq!(number(&ann, "Blocked"), count(&sims, "blocked"));
        let usage = ann.find("region", "Usage");
        usage.find("row", Name::containing("Last period to the same day")).appears();
        ann.find("region", "Usage by time").find("radio", "By month").click();
        ann.is_accessible();

        // By keyboard to the list and back, with the same number at both ends.
        for (name, filter) in [
            ("In session", "in_session"),
            ("Over alert", "status+is+alerted"),
            ("Near cap (≥ 90 %)", "cap_used"),
            ("Not seen for 30 days", "last_seen"),
        ] {
            let told = number(&ann, name);
            figure(&ann, name).focus();
            ann.press("Enter");
            let list = SimList { person: ann.clone() };
            list.is_loaded();
            assert!(ann.address().contains(filter), "{name}: {}", ann.address());
            ann.comes_to(name, told, || list.number_shown());
            ann.back();
            is_counted(&ann);
            ann.comes_to(name, told, || number(&ann, name));
        }

        // Somebody sets a cap that is used up already: the number follows by itself.
        let blocked = number(&ann, "Blocked");
        let sim = sims.iter().find(|sim| {
            sim["status"] == "active"
                && !sim["cap_bytes"].is_null()
                && sim["usage_bytes"].as_u64() > Some(1_000)
        });
        let path = format!("/api/v1/sims/{}", sim.expect("one has a cap")["id"]);
        let tag = api.get(&path).header("etag").expect("a SIM has an ETag").to_owned();
        let cap = json!({"cap_bytes": 1_000, "alert_bytes": 800});
        api.send("PATCH", &path, Some(&cap), &[("if-match", &tag)]).expect(200);
        ann.comes_to("the blocked SIMs", blocked + 1, || number(&ann, "Blocked"));

        // Down to a sub-account and back, also when what was used there is not told at first.
        let fault = json!({"fail_next": 9, "status": 500, "method": "GET", "path": "overview"});
        api.post("/api/v1/faults", &fault).expect(200);
        let compared = ann.find("region", "Sub-accounts compared").first();
        compared.find("button", "SIMs").click();
        compared.find("columnheader", "SIMs").appears();
        let below = api.account("Brightwater Distribution");
        ann.find("link", "Brightwater Distribution").focus();
        ann.press("Enter");
        ann.arrives_at(&format!("/overview?account={}", below["id"]));
        ann.find("heading", "Brightwater Distribution").appears();
        let expected = below["total_sim_count"].as_u64().unwrap_or_default() as usize;
        ann.comes_to("its SIMs", expected, || number(&ann, "SIMs"));
        let alert = ann.find_all("alert").first();
        alert.shows("What was used before could not be read.");
        api.post("/api/v1/faults", &json!({})).expect(200);
        ann.find("button", "Try again").click();
        usage.find("row", Name::containing("This period so far")).appears();
        ann.back();
        ann.find("heading", "Northgate IoT").appears();
    });
}

#[test]
fn a_customer_sees_its_own_part_on_a_phone_and_in_german() {
    journey(Estate::of(600), |stage| {
        let theirs = stage.api(CUSTOMER_VIEWER).all_sims();
        let carl = stage.person_at(CUSTOMER_VIEWER, "/overview");
        carl.find("heading", "Alpine Telematics").appears();
        is_counted(&carl);
        carl.comes_to("their SIMs", theirs.len(), || number(&carl, "SIMs"));
        carl.goto("/overview?account=1");
        carl.find_by(journeys::Query::text(Name::containing("There is no such account among yours")))
            .appears();
        carl.find("link", "Overview of your account").click();
        carl.find("heading", "Alpine Telematics").appears();

        carl.find("button", "Display").click();
        carl.find("dialog", "Display").find("combobox", "Language").choose("Deutsch");
        carl.press("Escape");
        carl.find("list", "SIMs auf einen Blick").find("link", Name::containing("In Sitzung")).appears();
        carl.find("region", "Verbrauch")
            .find("row", Name::containing("Letzter Zeitraum insgesamt"))
            .appears();
        carl.resize(500, 800);
        let sizes = carl.run("return document.documentElement.scrollWidth <= innerWidth", &json!([]));
        assert_eq!(sizes, json!(true), "the page can be scrolled sideways");
        carl.find("button", "Konten").click();
        carl.find("tree", "Konten").find("treeitem", Name::containing("Alpine Rail Sensors")).click();
        carl.find("heading", "Alpine Rail Sensors").appears();
        carl.find("navigation", "Seiten").find("link", "SIMs").click();
        carl.arrives_at("/sims");
        carl.find("grid", Name::containing("SIM")).appears();
    });
}
