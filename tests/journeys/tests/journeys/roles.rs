//! What a role may not do is neither offered nor answered, and nobody sees beyond the own account.

use journeys::{ADMIN, Api, CUSTOMER_ADMIN, Estate, Name, SimList, USER, VIEWER, iccid, journey};
use serde_json::{Value, json};

/// Every way to change SIMs that needs an admin.
fn forbidden(api: &Api, sim: &Value) {
    let ids = json!({ "ids": [sim["id"]] });
    for (number, action) in [
        json!({ "move_to_account": { "account_id": 2 } }),
        json!({ "set_levels": { "cap_bytes": 1_000_000, "alert_bytes": 800_000 } }),
        json!("suspend"),
        json!("resume"),
    ]
    .iter()
    .enumerate()
    {
        for dry_run in [true, false] {
            let body = json!({ "action": action, "target": ids, "dry_run": dry_run });
            let key = format!("forbidden-{number}-{dry_run}");
            let answer =
                api.send("POST", "/api/v1/bulk-operations", Some(&body), &[("idempotency-key", &key)]);
            assert_eq!(answer.expect(403)["code"], "forbidden", "{action}");
        }
    }
    let path = format!("/api/v1/sims/{}", sim["id"]);
    let read = api.get(&path);
    let tag = read.header("etag").expect("a SIM has an ETag");
    api.send("PATCH", &path, Some(&json!({ "cap_bytes": 1_000_000 })), &[("if-match", tag)]).expect(403);
}

#[test]
fn who_is_no_admin_is_offered_no_such_action_and_the_api_answers_403() {
    journey(Estate::of(300), |stage| {
        let of_viewers = ["Copy ICCIDs", "Show details"];
        let of_users = ["Ping", "Run diagnostics", "Copy ICCIDs", "Show details"];
        for (login, items) in [(VIEWER, &of_viewers[..]), (USER, &of_users[..])] {
            let api = stage.api(login);
            let sims = api.all_sims();
            let sim = sims.iter().find(|sim| sim["status"] == "active").expect("some are active");
            let list = SimList::opened(stage, login, "/sims");
            let ann = &list.person;
            ann.find("searchbox", "Search SIMs").fill(iccid(sim));
            list.sim(iccid(sim)).click();
            let toolbar = ann.find("toolbar", "Selected SIMs");
            toolbar.find("button", "Copy ICCIDs").appears();
            for action in ["Move to account…", "Set cap and alert…", "Suspend", "Resume"] {
                assert!(!toolbar.find("button", action).exists(), "{action} is offered");
            }
            list.more_button(iccid(sim)).click();
            let menu = ann.find("menu", "SIM actions");
            let items: Vec<String> = items.iter().map(|&item| item.to_owned()).collect();
            ann.comes_to("the menu", items, || menu.find_all("menuitem").texts());
            menu.find("menuitem", "Show details").click();
            let details = ann.find("complementary", "SIM details");
            details.find("region", "Cap and alert").appears();
            assert!(!details.find("button", "Edit cap and alert").exists());
            forbidden(&api, sim);
            let now = stage.api(ADMIN).get(&format!("/api/v1/sims/{}", sim["id"])).expect(200);
            assert_eq!(&now, sim, "a refused act changed something");
        }
    });
}

#[test]
fn a_customers_admin_sees_neither_parent_nor_sibling_nor_their_sims() {
    journey(Estate::of(1_000), |stage| {
        let (theirs, all) = (stage.api(CUSTOMER_ADMIN), stage.api(ADMIN));
        let mine = theirs.all_sims();
        let list = SimList::opened(stage, CUSTOMER_ADMIN, "/sims");
        let ann = &list.person;
        list.status().shows(&format!("{} SIMs", mine.len()));
        list.tree_says("Alpine Telematics", mine.len() as u64);
        let tree = ann.find("navigation", "Accounts").find("tree", "Accounts");
        for below in ["Alpine Fleet Süd", "Alpine Kühllogistik", "Alpine Rail Sensors"] {
            tree.find("treeitem", Name::containing(below)).appears();
        }
        for hidden in ["Northgate IoT", "Brightwater Distribution", "Lakeside Metering", "Cobalt Connect"] {
            list.find_account(hidden);
            ann.text("No account with this name").appears();
            let id = &all.account(hidden)["id"];
            assert_eq!(theirs.get(&format!("/api/v1/accounts/{id}")).expect(404)["code"], "not_found");
        }
        list.find_account("");
        let foreign = all
            .all_sims()
            .into_iter()
            .find(|sim| sim["account_id"] == all.account("Lakeside Metering")["id"])
            .expect("Lakeside has SIMs");
        theirs.get(&format!("/api/v1/sims/{}", foreign["id"])).expect(404);
        ann.find("searchbox", "Search SIMs").fill(iccid(&foreign));
        ann.find("region", "SIM list").shows("No SIM matches this filter.");
        // Neither does the destination of a move tell of others.
        let own = mine.iter().find(|sim| sim["status"] == "active").expect("some are active");
        ann.find("searchbox", "Search SIMs").fill(iccid(own));
        list.sim(iccid(own)).click();
        list.press("Move to account…");
        let dialog = list.dialog("Move 1 SIM");
        dialog.find("combobox", "Destination account").fill("Lakeside");
        dialog.shows("No match");
        assert!(!dialog.find_all("option").exists());
        dialog.find("button", "Cancel").click();
        let to_foreign = json!({
            "action": { "move_to_account": { "account_id": all.account("Lakeside Metering")["id"] } },
            "target": { "ids": [own["id"]] },
        });
        let refused = theirs.send(
            "POST",
            "/api/v1/bulk-operations",
            Some(&to_foreign),
            &[("idempotency-key", "to-foreign")],
        );
        assert_eq!(refused.expect(422)["errors"][0]["code"], "unknown_account");
        // A link to a foreign SIM says no more than that it is not there.
        ann.goto(&format!("/sims/{}", foreign["id"]));
        ann.find("complementary", "SIM details")
            .shows("This SIM is not there, or no longer in an account that you see.");
        assert!(!ann.find("complementary", "SIM details").text().contains(iccid(&foreign)));
    });
}
