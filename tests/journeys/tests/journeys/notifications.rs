//! Usage that reaches a level is told: by the bell and the title in every window, and by mail.

use journeys::{CUSTOMER_ADMIN, CUSTOMER_VIEWER, Estate, Name, iccid, journey};
use serde_json::{Value, json};

const OPS: &str = "ops@alpine.example";
const DRIVER: &str = "driver@alpine.example";
/// The title where nothing is unread.
const TITLE: &str = "SIMs – Alpine Telematics – Simgrove";
const MB: u64 = 1_000_000;

#[test]
fn levels_are_told_by_the_bell_the_title_and_mails_and_a_wave_by_one_digest() {
    journey(Estate::of(1_500).networked(), |stage| {
        let (admin, viewer) = (stage.api(CUSTOMER_ADMIN), stage.api(CUSTOMER_VIEWER));
        let alpine = admin.account("Alpine Telematics")["id"].clone();
        let is_in_service = |sim: &&Value| sim["status"] == "active" && sim["account_id"] == alpine;
        let sims = admin.all_sims();
        let sim = sims.iter().find(is_in_service).expect("one is in service");
        let (id, usage) = (sim["id"].as_u64().unwrap_or(0), sim["usage_bytes"].as_u64().unwrap_or(0));
        let path = format!("/api/v1/sims/{id}");
        let levels = json!({ "cap_bytes": usage + 100 * MB, "alert_bytes": usage + 50 * MB });
        admin.edit(&path, &levels);
        let add = |email: &str, all_sims: bool| {
            let path = format!("/api/v1/accounts/{alpine}/recipients");
            let new = json!({ "email": email, "all_sims": all_sims });
            admin.send("POST", &path, Some(&new), &[("idempotency-key", email)]).expect(201)["id"].clone()
        };
        add(OPS, true);
        let driver = add(DRIVER, false);
        admin.send("PUT", &format!("{path}/recipients/{driver}"), None, &[]).expect(200);
        viewer.edit("/api/v1/me", &json!({ "language": "de", "alerts": true }));
        for person in [&admin, &viewer] {
            person.put("/api/v1/me/notifications-read", &json!({ "upto": u32::MAX })).expect(204);
        }

        // Over the alert: both see it, and all who are to be told get a mail in their language.
        let ann = stage.person_at(CUSTOMER_ADMIN, "/sims");
        let vera = stage.person_at(CUSTOMER_VIEWER, "/sims");
        ann.find("button", "Notifications").appears();
        vera.find("button", "Benachrichtigungen").appears();
        ann.comes_to("the title", TITLE.to_owned(), || ann.title());
        admin.report_usage(id, 60 * MB);
        ann.find("button", "Notifications, 1 unread").appears();
        ann.comes_to("the title", format!("(1) {TITLE}"), || ann.title());
        ann.text("1 new notification").appears();
        vera.find("button", "Benachrichtigungen, 1 ungelesen").appears();
        vera.comes_to("the title", format!("(1) {TITLE}"), || vera.title());
        let number = iccid(sim);
        assert!(stage.mail(OPS, 1).contains(&format!("Subject: SIM {number} reached its alert level")));
        let mail = stage.mail(DRIVER, 1);
        assert!(mail.contains(&format!("{}/sims/{id}\r\n", stage.origin())), "{mail}");
        let mail = stage.mail(CUSTOMER_VIEWER.email, 1);
        assert!(mail.contains(&format!("SIM {number} hat ihre Datenwarnstufe erreicht")), "{mail}");

        // Over the cap, and by keys to the SIM.
        admin.report_usage(id, 60 * MB);
        let bell = ann.find("button", "Notifications, 2 unread");
        bell.appears();
        assert!(stage.mail(DRIVER, 2).contains(&format!("Subject: SIM {number} reached its data cap")));
        bell.focus();
        ann.press("Enter");
        let list = ann.find("dialog", "Notifications");
        list.find("link", Name::containing(format!("Unread: SIM {number} reached its alert level")))
            .appears();
        ann.is_accessible();
        ann.press("Escape");
        list.disappears();
        bell.has_focus();
        ann.press("Enter");
        list.find("link", Name::containing(format!("Unread: SIM {number} reached its data cap"))).focus();
        ann.press("Enter");
        ann.arrives_at(&format!("/sims/{id}"));
        list.disappears();
        ann.find("complementary", "SIM details").find("heading", number).appears();
        ann.comes_to("the title", format!("(1) {number} – Simgrove"), || ann.title());
        let bell = ann.find("button", "Notifications, 1 unread");
        bell.click();
        list.find("button", "Mark all as read").click();
        ann.find("button", "Notifications").appears();
        ann.comes_to("the title", format!("{number} – Simgrove"), || ann.title());
        ann.press("Escape");
        list.disappears();
        // What one has read is the other's to read.
        vera.find("button", "Benachrichtigungen, 2 ungelesen").click();
        let theirs = vera.find("dialog", "Benachrichtigungen");
        theirs.shows(&format!("SIM {number} hat ihre Datenobergrenze erreicht"));
        vera.press("Escape");

        // A wave: a mail for everybody, not for every SIM.
        let has_level = |sim: &&Value| {
            sim["status"] == "active"
                && sim["id"] != id
                && (sim["cap_bytes"].is_u64() || sim["alert_bytes"].is_u64())
        };
        let wave: Vec<&Value> = sims.iter().filter(has_level).collect();
        assert!(wave.len() > 100, "{}", wave.len());
        let reports: Vec<Value> =
            wave.iter().map(|sim| json!({ "sim_id": sim["id"], "bytes": 20_000_000 * MB })).collect();
        admin.network(&json!({ "usage": reports }));
        let count = wave.len();
        ann.find("button", format!("Notifications, {count} unread").as_str()).appears();
        ann.comes_to("the title", format!("({count}) {number} – Simgrove"), || ann.title());
        let digest = stage.mail(OPS, 3);
        assert!(
            digest.contains(&format!("Subject: {count} SIMs reached their alert level or data cap")),
            "{digest}"
        );
        let digest = stage.mail(CUSTOMER_VIEWER.email, 3);
        assert!(digest.contains(&format!("{count} SIMs haben ihre Datenwarnstufe oder")), "{digest}");
        assert_eq!((stage.mails_to(OPS), stage.mails_to(DRIVER)), (3, 2));

        // Earlier ones come on demand, and the focus goes to the first of them.
        ann.find("button", format!("Notifications, {count} unread").as_str()).click();
        let links = list.find_all("link");
        links.amounts_to(20);
        list.find("button", "Show earlier ones").click();
        links.amounts_to(40);
        links.nth(20).has_focus();
        ann.is_accessible();
    });
}
