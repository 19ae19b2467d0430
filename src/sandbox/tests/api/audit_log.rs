//! The audit log: what is told of each act, and to whom.

use crate::sandbox::*;
use crate::users::{invite, join};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[track_caller]
fn entries(person: &Person, query: &str) -> Vec<Value> {
    let page = person.get(&format!("/audit-log?limit=500{query}")).expect(200);
    assert!(page["next_cursor"].is_null());
    page["items"].as_array().unwrap().clone()
}

fn actions(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["action"].as_str().unwrap()).collect()
}

/// The latest entry of a kind.
#[track_caller]
fn latest(person: &Person, action: &str) -> Value {
    entries(person, &format!("&action={action}")).into_iter().next().unwrap()
}

fn change(field: &str, old: Value, new: Value) -> Value {
    json!({"field": field, "old": old, "new": new})
}

#[test]
fn acts_on_accounts() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let new = json!({"parent_id": ALPINE, "name": "Harbour"});
    let id = admin.start("/accounts", &new).expect(201)["id"].as_u64().unwrap();
    let path = format!("/accounts/{id}");
    let harbour = json!({"kind": "account", "id": id, "name": "Harbour"});
    let created = latest(&admin, "account_created");
    assert_eq!(created["user"], json!({"id": 1, "name": admin.get("/me").expect(200)["name"]}));
    assert_eq!((&created["token"], &created["viewed_as"]), (&Value::Null, &Value::Null));
    assert_eq!((&created["account_id"], &created["account_name"]), (&json!(id), &json!("Harbour")));
    assert_eq!(created["subject"], harbour);
    assert_eq!(created["changes"], json!([change("parent_id", Value::Null, json!(ALPINE.to_string()))]));

    admin.change(&path, &json!({"name": "Port"})).expect(200);
    let renamed = latest(&admin, "account_renamed");
    assert_eq!((&renamed["subject"], &renamed["account_name"]), (&harbour, &json!("Port")));
    assert_eq!(renamed["changes"], json!([change("name", json!("Harbour"), json!("Port"))]));
    // One request, three acts; what is as it was is none.
    let patch =
        json!({"name": "Port", "parent_id": LAKESIDE, "enabled": false, "features": {"sub_accounts": false}});
    admin.change(&path, &patch).expect(200);
    admin.change(&path, &patch).expect(200);
    assert_eq!(
        actions(&entries(&admin, &format!("&account_id={id}"))),
        ["features_changed", "account_disabled", "account_moved", "account_renamed", "account_created"]
    );
    let moved = latest(&admin, "account_moved");
    let change_of_parent = change("parent_id", json!(ALPINE.to_string()), json!(LAKESIDE.to_string()));
    assert_eq!(moved["changes"], json!([change_of_parent]));
    admin.change(&path, &json!({"enabled": true})).expect(200);
    assert_eq!(latest(&admin, "account_enabled")["subject"]["name"], "Port");
    // What failed was not done.
    admin.change(&path, &json!({"name": ""})).problem(422, "invalid");
    assert_eq!(entries(&admin, "&action=account_renamed").len(), 1);
    admin.remove(&path).expect(204);
    assert_eq!(latest(&admin, "account_deleted")["account_name"], "Port");
}

#[test]
fn acts_on_users() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ALPINE_ADMIN);
    let waiting = invite(&admin, ALPINE, "waiting@alpine.example", "user");
    admin.start(&format!("/users/{}/invitation", waiting["id"]), &Value::Null).expect(201);
    admin.delete(&format!("/users/{}/invitation", waiting["id"])).expect(204);
    let (user, person) = join(&sandbox, &admin, DEPOT, "new@alpine.example", "user");
    let path = format!("/users/{}", user["id"]);
    admin.change(&path, &json!({"name": "Nora Quint", "role": "admin", "enabled": false})).expect(200);
    admin.change(&path, &json!({"enabled": true})).expect(200);
    admin.remove(&path).expect(204);
    let told = entries(&admin, &format!("&account_id={DEPOT}"));
    assert_eq!(
        actions(&told),
        [
            "user_deleted",
            "user_enabled",
            "user_disabled",
            "user_role_changed",
            "user_renamed",
            "signed_in",
            "invitation_accepted",
            "user_invited",
        ]
    );
    let by = |at: usize| told[at]["user"]["id"].as_u64().unwrap();
    assert_eq!((by(0), by(5), by(6)), (4, user["id"].as_u64().unwrap(), user["id"].as_u64().unwrap()));
    assert_eq!(told[3]["changes"], json!([change("role", json!("user"), json!("admin"))]));
    assert_eq!(told[4]["changes"], json!([change("name", json!("Somebody New"), json!("Nora Quint"))]));
    assert_eq!(told[7]["subject"], json!({"kind": "user", "id": user["id"], "name": "Somebody New"}));
    assert_eq!(
        actions(&entries(&admin, &format!("&account_id={ALPINE}&user_id=4")))[5..],
        ["user_invited", "invitation_withdrawn", "invitation_resent", "user_invited", "signed_in"]
    );
    drop(person);
}

#[test]
fn what_people_do_for_themselves() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let (_, person) = join(&sandbox, &admin, NORTHGATE, "new@northgate.example", "user");
    person.change("/me", &json!({"language": "de"})).expect(200);
    person.change("/me", &json!({"language": "de"})).expect(200);
    let (old, new) = ("vine-lantern-orbit-72", "marble-engine-tulip-55");
    person.post("/me/password", &json!({"current": old, "new": new})).expect(204);
    let address = json!({"email": "other@northgate.example", "password": new});
    person.post("/me/email", &address).expect(202);
    let token = sandbox.token("other@northgate.example", 1, "/email-confirmation/");
    sandbox.nobody().post(&format!("/email-confirmations/{token}"), &json!({})).expect(204);
    person.delete("/me/sessions").expect(204);
    person.delete("/session").expect(204);
    let forgotten = json!({"email": "other@northgate.example"});
    sandbox.nobody().post("/password-resets", &forgotten).expect(202);
    let token = sandbox.token("other@northgate.example", 2, "/password-reset/");
    sandbox.nobody().post(&format!("/password-resets/{token}"), &json!({"password": old})).expect(204);
    let told = entries(&admin, "");
    assert_eq!(
        actions(&told)[..7],
        [
            "password_reset",
            "signed_out",
            "signed_out_elsewhere",
            "email_changed",
            "password_changed",
            "profile_changed",
            "signed_in"
        ]
    );
    assert_eq!(told[5]["changes"], json!([change("language", Value::Null, json!("de"))]));
    let text = json!(told).to_string();
    assert!(!text.contains(old) && !text.contains(new) && !text.contains(&token), "{text}");
}

#[test]
fn failed_sign_ins_of_users_there_are() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    for email in ["nobody@northgate.example", VIEWER] {
        let wrong = json!({"email": email, "password": "wrong"});
        sandbox.nobody().post("/session", &wrong).problem(401, "bad_credentials");
    }
    let deadline = Instant::now() + Duration::from_secs(10);
    let failed = loop {
        let failed = entries(&admin, "&action=sign_in_failed");
        if !failed.is_empty() {
            break failed;
        }
        assert!(Instant::now() < deadline, "nothing was noted");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!((failed.len(), &failed[0]["user"]), (1, &Value::Null));
    assert_eq!(failed[0]["subject"]["id"], 3);
}

#[test]
fn acts_on_sims() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let sims = admin.find(&json!({"all": [with_status("active"), in_account(ALPINE)]}));
    let (id, iccid) = (ids(&sims)[0], &sims[0]["iccid"]);
    let patch = json!({"label": "Gate 4", "cap_bytes": 900_000_000_u64, "alert_bytes": 500_000_000_u64});
    admin.edit(id, &patch).expect(200);
    admin.edit(id, &patch).expect(200);
    let told = entries(&admin, "&action=sim_changed");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["subject"], json!({"kind": "sim", "id": id, "name": iccid}));
    assert_eq!(told[0]["account_id"], ALPINE);
    let fields: Vec<&Value> =
        told[0]["changes"].as_array().unwrap().iter().map(|change| &change["field"]).collect();
    assert_eq!(fields, ["cap_bytes", "alert_bytes", "label"]);
    assert_eq!(told[0]["changes"][0]["new"], "900000000");

    let done = admin.carry_out(&json!("suspend"), &json!({"ids": [id]}));
    let undone = admin.start(&format!("/bulk-operations/{}/undo", done["id"]), &Value::Null).expect(202);
    admin.wait(&undone);
    let told = entries(&admin, "&action=suspend_started");
    assert_eq!(told[0]["subject"], json!({"kind": "operation", "id": undone["id"], "name": ""}));
    let undo_of = change("undo_of", Value::Null, json!(done["id"].to_string()));
    let sims = change("sims", Value::Null, json!("1"));
    assert_eq!(told[0]["changes"], json!([sims, undo_of]));
    assert_eq!(told[1]["changes"], json!([sims]));
    admin.carry_out(&json!({"move_to_account": {"account_id": DEPOT}}), &json!({"ids": [id]}));
    assert_eq!(latest(&admin, "move_started")["changes"][1]["new"], DEPOT.to_string());
    admin.preview(&json!("suspend"), &json!({"ids": [id]}));
    assert_eq!(entries(&admin, "&action=suspend_started").len(), 2);
}

#[test]
fn an_admin_is_told_of_the_own_part_of_the_tree() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    for account in [ALPINE_FLEET, LAKESIDE] {
        let new = json!({"parent_id": account, "name": "Short-lived"});
        let made = root.start("/accounts", &new).expect(201);
        root.remove(&format!("/accounts/{}", made["id"])).expect(204);
    }
    // Also of an account that is gone, and of nothing above or beside.
    assert_eq!(actions(&entries(&alpine, "")), ["account_deleted", "account_created", "signed_in"]);
    assert_eq!(actions(&entries(&alpine, &format!("&account_id={DEPOT}"))), [""; 0]);
    for account in [NORTHGATE, LAKESIDE, 9_999] {
        alpine.get(&format!("/audit-log?account_id={account}")).problem(404, "not_found");
    }
    for email in [USER, VIEWER] {
        sandbox.sign_in(email).get("/audit-log").problem(403, "forbidden");
    }
}

#[test]
fn the_log_is_searched_and_read_page_by_page() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    for name in ["A", "B", "C", "D", "E"] {
        admin.start("/accounts", &json!({"parent_id": NORTHGATE, "name": name})).expect(201);
    }
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = admin.get(&format!("/audit-log?limit=2&action=account_created{cursor}")).expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|entry| entry["subject"]["name"].clone()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["E", "D", "C", "B", "A"]);
    let all = entries(&admin, "");
    assert_eq!(all.len(), 6);
    assert_eq!(entries(&admin, "&user_id=1").len(), 6);
    assert_eq!(entries(&admin, "&user_id=2"), Vec::<Value>::new());
    assert_eq!(entries(&admin, "&token_id=1"), Vec::<Value>::new());
    assert_eq!(entries(&admin, "&from=2020-01-01&to=2100-01-01T00:00:00Z"), all);
    assert_eq!(entries(&admin, "&from=2100-01-01"), Vec::<Value>::new());
    assert_eq!(entries(&admin, "&to=2020-01-01"), Vec::<Value>::new());
    assert_eq!(entries(&admin, "&action=account_created,signed_in").len(), 6);
    assert_eq!(entries(&admin, "&action=").len(), 6);
    assert_eq!(entries(&admin, "&group=accounts").len(), 5);
    assert_eq!(entries(&admin, "&group=accounts&action=signed_in"), Vec::<Value>::new());
    assert_eq!(entries(&admin, "&subject_kind=user").len(), 1);
    assert_eq!(entries(&admin, "&q=%20d%20").len(), 2, "D, and Ada Lindqvist");
    for bad in [
        "limit=0",
        "limit=501",
        "group=x",
        "subject_kind=x",
        "action=signed_in,nothing",
        "action=nothing",
        "from=yesterday",
        "account_id=x",
        "other=1",
    ] {
        admin.get(&format!("/audit-log?{bad}")).problem(400, "bad_request");
    }
    admin.get("/audit-log?cursor=x").problem(422, "invalid");
}

#[test]
fn views_of_accounts_below() {
    let sandbox = Sandbox::new(10);
    let (admin, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let json = [("content-type", "application/json")];
    let view = json!({"account_id": ALPINE}).to_string();
    admin.request("PUT", "/session/view", &json, Some(&view)).expect(200);
    admin.delete("/session/view").expect(204);
    admin.delete("/session/view").expect(204);
    admin.request("PUT", "/session/view", &json, Some(&view)).expect(200);
    admin.delete("/session").expect(204);
    // Somebody of an account above is not named, and not to be found by who it was.
    assert_eq!(entries(&alpine, "&user_id=1"), Vec::<Value>::new());
    let told = entries(&alpine, &format!("&account_id={ALPINE}&group=views"));
    assert_eq!(actions(&told), ["view_as_began", "view_as_ended", "view_as_began"]);
    for entry in &told {
        assert_eq!((&entry["user"], &entry["outside"]), (&Value::Null, &json!(true)));
        assert_eq!((&entry["viewed_as"], &entry["subject"]["id"]), (&json!(ALPINE), &json!(ALPINE)));
    }
    let out = latest(&sandbox.sign_in(ADMIN), "signed_out");
    assert_eq!((&out["account_id"], &out["viewed_as"]), (&json!(NORTHGATE), &json!(ALPINE)));
    assert_eq!(out["subject"]["id"], 1);
}

#[test]
fn accounts_above_are_not_told_of() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let path = format!("/accounts/{ALPINE}");
    root.change(&path, &json!({"parent_id": LAKESIDE})).expect(200);
    root.change(&path, &json!({"name": "Alpine II"})).expect(200);
    let told = entries(&alpine, "&group=accounts");
    assert_eq!(actions(&told), ["account_renamed", "account_moved"]);
    assert_eq!(told[1]["changes"], json!([]), "neither from where nor to where");
    assert_eq!(told[0]["changes"], json!([change("name", json!("Alpine Telematics"), json!("Alpine II"))]));
    let page = alpine.get("/audit-log").expect(200);
    assert_eq!(page["accounts"], json!([{"id": ALPINE, "name": "Alpine II"}]));
    for secret in ["Ada", "Lakeside", "Northgate"] {
        assert!(!page.to_string().contains(secret), "{secret}");
    }
    let moved = &entries(&root, "&action=account_moved")[0];
    assert_eq!(moved["changes"][0]["new"], LAKESIDE.to_string());
}
