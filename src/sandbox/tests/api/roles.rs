//! Roles × routes.

use crate::sandbox::*;
use serde_json::{Value, json};

const EVERYBODY: [&str; 3] = [VIEWER, USER, ADMIN];

#[test]
fn everybody_reads() {
    let sandbox = Sandbox::new(50);
    for email in EVERYBODY {
        let person = sandbox.sign_in(email);
        for path in [
            "/session",
            "/accounts",
            "/accounts/3",
            "/sims",
            "/sims/1",
            "/sims/columns",
            "/sims/changes?since=1",
            "/bulk-operations",
            "/filters",
            "/me/appearance",
            "/me/list-layout",
        ] {
            person.get(path).expect(200);
        }
        person.post("/sims/search", &json!({})).expect(200);
        let filter = person.start("/filters", &json!({"name": "Mine", "view": {}})).expect(201);
        person.get(&format!("/filters/{}", filter["id"])).expect(200);
        person.start("/filter-links", &json!({"filter": {"all": []}})).expect(201);
    }
}

#[test]
fn nobody_reads_without_a_session() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    nobody.get("/health").expect(200);
    for path in [
        "/session",
        "/accounts",
        "/accounts/1",
        "/sims",
        "/sims/1",
        "/sims/columns",
        "/sims/changes?since=1",
        "/bulk-operations",
        "/bulk-operations/1",
        "/bulk-operations/1/items",
        "/events",
        "/filters",
        "/filters/1",
        "/filter-links/x",
        "/me/appearance",
        "/me/list-layout",
        "/accounts/1/branding",
        "/accounts/1/support",
        "/me/support-page",
    ] {
        nobody.get(path).problem(401, "session_expired");
    }
    for path in [
        "/sims/search",
        "/bulk-operations",
        "/bulk-operations/1/cancel",
        "/bulk-operations/1/undo",
        "/bulk-operations/1/retry",
        "/filters",
        "/filter-links",
    ] {
        nobody.post(path, &json!({})).problem(401, "session_expired");
    }
    nobody.edit(1, &json!({})).problem(401, "session_expired");
    for (method, path) in [
        ("POST", "/accounts"),
        ("PATCH", "/accounts/3"),
        ("DELETE", "/accounts/3"),
        ("PATCH", "/filters/1"),
        ("DELETE", "/filters/1"),
        ("PUT", "/me/appearance"),
        ("PUT", "/accounts/1/branding"),
        ("POST", "/accounts/1/images"),
        ("PUT", "/accounts/1/support"),
        ("POST", "/accounts/1/support/preview"),
        ("PUT", "/me/list-layout"),
        ("DELETE", "/me/list-layout"),
    ] {
        nobody.request(method, path, &[], Some("{}")).problem(401, "session_expired");
    }
    nobody.delete("/session").problem(401, "session_expired");
}

#[test]
fn who_edits_what() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let id = ids(&admin.find(&json!({"all": [with_status("active"), in_account(LAKESIDE)]})))[0];
    for (email, texts, levels) in [(VIEWER, 403, 403), (USER, 200, 403), (ADMIN, 200, 200)] {
        let person = sandbox.sign_in(email);
        let edit = |patch: Value| person.edit(id, &patch).status;
        assert_eq!(edit(json!({"label": "Van 7"})), texts, "{email}");
        assert_eq!(edit(json!({"note": "x"})), texts, "{email}");
        assert_eq!(edit(json!({"cap_bytes": 1_000_000_000})), levels, "{email}");
        assert_eq!(edit(json!({"alert_bytes": null})), levels, "{email}");
        assert_eq!(edit(json!({"note": "y", "end_session_at_cap": false})), levels, "{email}");
    }
}

#[test]
fn only_an_admin_acts_on_many() {
    let sandbox = Sandbox::new(50);
    let admin = sandbox.sign_in(ADMIN);
    let done = admin.carry_out(&json!("suspend"), &json!({"matching": {"filter": with_status("active")}}));
    for (email, status) in [(VIEWER, 403), (USER, 403), (ADMIN, 202)] {
        let person = sandbox.sign_in(email);
        for action in [
            json!({"move_to_account": {"account_id": ALPINE}}),
            json!({"set_levels": {"cap_bytes": 1000, "alert_bytes": 800}}),
            json!("suspend"),
            json!("resume"),
        ] {
            let target = json!({"ids": [1, 2, 3]});
            let request = json!({"action": action, "target": target});
            assert_eq!(person.start("/bulk-operations", &request).status, status, "{email} {action}");
            let dry_run = json!({"action": action, "target": target, "dry_run": true});
            let expected = if status == 202 { 200 } else { status };
            assert_eq!(person.post("/bulk-operations", &dry_run).status, expected, "{email} {action}");
        }
        if status == 403 {
            // Not even told that it exists: it is somebody else's.
            for act in ["cancel", "undo", "retry"] {
                person
                    .start(&format!("/bulk-operations/{}/{act}", done["id"]), &Value::Null)
                    .problem(404, "not_found");
            }
        }
    }
}

#[test]
fn who_sees_which_operations() {
    let sandbox = Sandbox::new(100);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let of_root = root.carry_out(&json!("suspend"), &json!({"ids": [1]}));
    let own = ids(&alpine.find(&json!({"all": []})))[0];
    let of_alpine = alpine.carry_out(&json!("suspend"), &json!({"ids": [own]}));
    let listed = |person: &Person| -> Vec<u64> {
        let page = person.get("/bulk-operations").expect(200);
        page["items"].as_array().unwrap().iter().map(|one| one["id"].as_u64().unwrap()).collect()
    };
    assert_eq!(listed(&root), [2, 1]);
    assert_eq!(listed(&alpine), [2]);
    assert_eq!(listed(&sandbox.sign_in(VIEWER)), [0_u64; 0]);
    alpine.get(&format!("/bulk-operations/{}", of_root["id"])).problem(404, "not_found");
    alpine.get(&format!("/bulk-operations/{}/items", of_root["id"])).problem(404, "not_found");
    sandbox
        .sign_in(ALPINE_VIEWER)
        .get(&format!("/bulk-operations/{}", of_alpine["id"]))
        .problem(404, "not_found");
    root.get(&format!("/bulk-operations/{}", of_alpine["id"])).expect(200);
}
