//! API tokens: made and shown once, used by an integration, revoked, expired.

use domain::time::Timestamp;
use journeys::{CUSTOMER_ADMIN, Estate, Name, journey};
use serde_json::json;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const TAB: &str = "/accounts?tab=api-tokens";

#[test]
fn an_admin_makes_a_token_an_integration_uses_it_and_it_is_revoked() {
    journey(Estate::of(300), |stage| {
        let api = stage.api(CUSTOMER_ADMIN);
        let ann = stage.person_at(CUSTOMER_ADMIN, "/accounts");
        ann.find("tab", "API tokens").click();
        ann.text("This account has no API tokens.").appears();
        ann.find("button", "Create API token").click();
        let dialog = ann.find("dialog", "Create API token");
        dialog.find("button", "Create").click();
        dialog.shows("Please fill this in.");
        dialog.find("textbox", "Name").fill("Billing");
        let roles = dialog.find("combobox", "Role");
        ann.comes_to(
            "the roles up to the own",
            ["View only", "User", "Admin"].map(str::to_owned).to_vec(),
            || roles.find_all("option").texts(),
        );
        roles.choose("Admin");
        ann.is_accessible();
        dialog.find("button", "Create").click();

        let made = ann.find("dialog", "API token created");
        made.shows("it is not shown again");
        let token = made.find("textbox", "API token");
        token.has_focus();
        let secret = token.value();
        ann.is_accessible();
        made.find("button", "Done").click();
        made.disappears();
        let row = ann.find("row", Name::containing("Billing"));
        row.shows("Active");
        row.shows("Never");
        ann.is_accessible();

        // It sees what its account sees, acts, and is named by what it did.
        let integration = stage.api_with_token(&secret);
        let sims = integration.all_sims();
        assert_eq!(sims, api.all_sims());
        let sim = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
        let act = json!({ "action": "suspend", "target": { "ids": [sim["id"]] } });
        let started =
            integration.send("POST", "/api/v1/bulk-operations", Some(&act), &[("idempotency-key", "once")]);
        assert_eq!(started.expect(202)["token"]["name"], "Billing");
        let log = api.get("/api/v1/audit-log?action=suspend_started").expect(200);
        assert_eq!(log["items"][0]["token"]["name"], "Billing");
        assert_eq!(integration.get("/api/v1/me").expect(403)["code"], "not_for_tokens");

        // A second one of the name is refused at the field, and nothing typed is lost.
        ann.find("button", "Create API token").click();
        dialog.find("textbox", "Name").fill("billing");
        dialog.find("button", "Create").click();
        dialog.shows("There is one of this name already.");
        assert_eq!(dialog.find("textbox", "Name").value(), "billing");
        dialog.find("button", "Cancel").click();
        dialog.disappears();

        row.find("button", "Revoke Billing").click();
        let question = ann.find("alertdialog", "Revoke “Billing”?");
        question.find("button", "Revoke").click();
        question.disappears();
        row.disappears();
        ann.text("This account has no API tokens.").appears();
        ann.find("button", "Create API token").has_focus();
        assert_eq!(integration.get("/api/v1/accounts").expect(401)["code"], "token_invalid");
    });
}

#[test]
fn an_expired_token_is_refused_and_said_to_be_so() {
    journey(Estate::of(100), |stage| {
        let api = stage.api(CUSTOMER_ADMIN);
        let account = api.account("Alpine Telematics")["id"].clone();
        let soon = SystemTime::now() + Duration::from_secs(12);
        let soon = soon.duration_since(UNIX_EPOCH).expect("it is after 1970").as_secs();
        let expires_at = Timestamp::from_unix(soon.cast_signed());
        let new = json!({ "name": "Nightly", "role": "view_only", "expires_at": expires_at });
        let path = format!("/api/v1/accounts/{account}/tokens");
        let made = api.send("POST", &path, Some(&new), &[("idempotency-key", "once")]).expect(201);
        let integration = stage.api_with_token(made["secret"].as_str().expect("it is told"));
        let ann = stage.person_at(CUSTOMER_ADMIN, "/api/v1/health");
        ann.wait_until("it has ended", || integration.get("/api/v1/sims").status == 401);
        ann.goto(TAB);
        ann.find("row", Name::containing("Nightly")).shows("Expired");
    });
}
