//! Who is told about the alerts of SIMs: addresses of an account, users who opt in, and what a SIM has by itself.

use journeys::{ADMIN, CUSTOMER_ADMIN, CUSTOMER_VIEWER, Estate, Name, Query, SimList, iccid, journey};

const OPS: &str = "ops@alpine.example";
const NIGHT: &str = "night@alpine.example";

#[test]
fn an_address_is_added_ticked_put_on_a_sim_and_removed_everywhere() {
    journey(Estate::of(300), |stage| {
        // Somebody of the customer wants to be told.
        let viewer = stage.person_at(CUSTOMER_VIEWER, "/profile");
        let alerts = viewer.find("region", "Alerts");
        let wish = alerts.find("switch", "Tell me about alerts");
        wish.click();
        alerts.shows("Saved");
        viewer.reload();
        alerts.find_by(Query::role("switch").named("Tell me about alerts").checked(true)).appears();

        // The customer's Admin adds addresses; what is wrong with one is said at the field, and nothing is lost.
        let api = stage.api(CUSTOMER_ADMIN);
        let alpine = api.account("Alpine Telematics")["id"].clone();
        let ann = stage.person_at(CUSTOMER_ADMIN, &format!("/accounts/{alpine}?tab=notifications"));
        let panel = ann.find("tabpanel", "Notifications");
        panel.shows("This account has no addresses yet.");
        let email = panel.find("textbox", "E-mail");
        email.fill("ops");
        ann.press("Enter");
        panel.shows("This is not an e-mail address. Please check it.");
        ann.comes_to("what was typed", "ops".to_owned(), || email.value());
        email.fill("Ops@Alpine.example");
        panel.find("checkbox", "All SIM alerts").click();
        ann.press("Tab");
        panel.find("button", "Add address").has_focus();
        ann.press("Enter");
        let addresses = panel.find("table", "E-mail addresses");
        addresses.find("rowheader", OPS).appears();
        email.has_focus();
        ann.comes_to("the field", String::new(), || email.value());
        email.fill(OPS);
        ann.press("Enter");
        panel.shows("This account has this address already.");
        email.fill(NIGHT);
        ann.press("Enter");
        addresses.find("rowheader", NIGHT).appears();
        let tick = |email: &str, on: bool| {
            let label = format!("All SIM alerts for {email}");
            addresses.find_by(Query::role("checkbox").named(Name::from(label.as_str())).checked(on))
        };
        tick(NIGHT, false).appears();
        tick(OPS, false).click();
        tick(OPS, true).appears();
        let others = panel.find("region", "Also told");
        others.shows("viewer@alpine.example");
        others.shows("User of Alpine Telematics, opted in");
        ann.is_accessible();

        // On a single SIM.
        let active = serde_json::json!({ "all": [
            { "account": { "any_of": [alpine] } }, { "choice": { "field": "status", "any_of": ["active"] } },
        ] });
        let sims = api.post("/api/v1/sims/search", &serde_json::json!({ "filter": active, "limit": 1 }));
        let sim = sims.expect(200)["items"][0].clone();
        ann.goto(&format!("/sims/{}", sim["id"]));
        let details = ann.find("complementary", "SIM details");
        details.find("heading", iccid(&sim)).appears();
        let told = details.find("region", "Who is told");
        told.shows(OPS);
        told.shows("All SIM alerts of Alpine Telematics");
        told.shows("viewer@alpine.example");
        told.find("combobox", "Add address").fill("night");
        ann.find_by(Query::role("option").named(Name::containing(NIGHT)).selected(true)).appears();
        ann.press("Enter");
        told.shows("Set on this SIM");
        told.find("button", format!("Remove {NIGHT} from this SIM").as_str()).appears();
        ann.is_accessible();

        // Removing the address says where it is, and removes it there.
        ann.goto(&format!("/accounts/{alpine}?tab=notifications"));
        addresses.find("row", Name::containing(NIGHT)).shows("1 SIM");
        addresses.find("button", format!("Remove {NIGHT}").as_str()).click();
        let question = ann.find("alertdialog", format!("Remove {NIGHT}?").as_str());
        question.shows("It is set on 1 SIM: Alpine Telematics (1)");
        question.find("button", "Cancel").has_focus();
        question.find("button", "Remove").click();
        question.disappears();
        addresses.find("rowheader", NIGHT).disappears();
        email.has_focus();
        addresses.find("button", format!("Remove {OPS}").as_str()).click();
        let question = ann.find("alertdialog", format!("Remove {OPS}?").as_str());
        question.shows("It receives all alerts of Alpine Telematics and its sub-accounts.");
        ann.press("Escape");
        question.disappears();
        addresses.find("button", format!("Remove {OPS}").as_str()).has_focus();
        let now = api.get(&format!("/api/v1/sims/{}/recipients", sim["id"])).expect(200);
        let emails: Vec<_> = now["told"].as_array().into_iter().flatten().map(|one| &one["email"]).collect();
        assert_eq!(emails, [OPS, "viewer@alpine.example"]);
    });
}

#[test]
fn a_move_drops_addresses_if_wished_and_undo_brings_them_back() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(ADMIN);
        let northgate = api.account("Northgate IoT")["id"].clone();
        let made = api.send(
            "POST",
            &format!("/api/v1/accounts/{northgate}/recipients"),
            Some(&serde_json::json!({ "email": "watch@northgate.example", "all_sims": false })),
            &[("idempotency-key", "one")],
        );
        let recipient = made.expect(201)["id"].clone();
        let list = SimList::opened(stage, ADMIN, "/sims?filter=status%20is%20active");
        let ann = &list.person;
        let first = list.in_sight()[0].clone();
        let sim = api.all_sims().into_iter().find(|sim| iccid(sim) == first).expect("it is a SIM");
        let path = format!("/api/v1/sims/{}/recipients", sim["id"]);
        api.put(&format!("{path}/{recipient}"), &serde_json::Value::Null).expect(200);
        let told = || api.get(&path).expect(200)["told"].as_array().map_or(0, Vec::len);
        assert_eq!(told(), 1);
        list.choose(&first, "Move to account…");
        let dialog = list.dialog("Move 1 SIM");
        list.type_destination(&dialog, "Depot Innsbruck");
        let keep = dialog.find_by(Query::role("checkbox").named("Keep notification addresses").checked(true));
        keep.click();
        dialog.shows("1 SIM loses its notification addresses.");
        dialog.find("button", "Move").click();
        dialog.disappears();
        let moved = list.operation("1 SIM moved to Depot Innsbruck");
        moved.appears();
        ann.comes_to("who is told", 0, told);
        moved.find("button", "Undo").click();
        list.operation("Undone for 1 SIM").appears();
        ann.comes_to("who is told", 1, told);
    });
}
