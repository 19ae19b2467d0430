//! Managed accounts: making, changing, moving and deleting them, and what follows from it for others.

use crate::changes::{since, version};
use crate::events::{heard, listen};
use crate::sandbox::*;
use ::sandbox::demo::PASSWORD;
use contract::event::Event;
use serde_json::{Value, json};

/// Accounts beside Alpine's that tests move things to.
const MUELLER: u32 = 15;
const NO_SUB_ACCOUNTS: u32 = 16;
const COBALT: u32 = 18;

fn path(id: u32) -> String {
    format!("/accounts/{id}")
}

#[track_caller]
fn make(person: &Person, parent: u32, name: &str) -> u32 {
    let made = person.start("/accounts", &json!({"parent_id": parent, "name": name})).expect(201);
    made["id"].as_u64().unwrap() as u32
}

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[test]
fn an_account_is_made_with_what_its_parent_has() {
    let sandbox = Sandbox::new(50);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let answer = alpine.start("/accounts", &json!({"parent_id": DEPOT, "name": " Halle 3 "}));
    let etag = answer.header("etag").to_owned();
    let made = answer.expect(201);
    assert_eq!((&made["name"], &made["parent_id"]), (&json!("Halle 3"), &json!(DEPOT)));
    assert_eq!(made["features"], json!({"caps_and_alerts": true, "sub_accounts": true}));
    assert_eq!(
        (&made["enabled"], &made["open"], &made["can_edit"]),
        (&json!(true), &json!(true), &json!(true))
    );
    assert_eq!((&made["sim_count"], &made["user_count"]), (&json!(0), &json!(0)));
    let one = path(made["id"].as_u64().unwrap() as u32);
    let read = alpine.get(&one);
    assert_eq!((read.header("etag"), &made["etag"]), (etag.as_str(), &json!(etag)));
    assert_eq!(read.expect(200), made);
    // Those above see it, too.
    sandbox.sign_in(ADMIN).get(&one).expect(200);

    sandbox.database().execute("UPDATE accounts SET caps_and_alerts = 0 WHERE id = ?1", [DEPOT]).unwrap();
    let other = make(&alpine, DEPOT, "Halle 4");
    assert_eq!(alpine.get(&path(other)).expect(200)["features"]["caps_and_alerts"], false);
}

#[test]
fn the_same_click_makes_one() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let new = json!({"parent_id": COBALT, "name": "Once"});
    let first = admin.start_with_key("/accounts", &new, "click");
    let again = admin.start_with_key("/accounts", &new, "click");
    assert_eq!(first.header("etag"), again.header("etag"));
    assert_eq!(first.expect(201), again.expect(201));
    assert_eq!(admin.get("/accounts").expect(200)["items"].as_array().unwrap().len(), 42);
    admin
        .start_with_key("/accounts", &json!({"parent_id": COBALT, "name": "Twice"}), "click")
        .problem(409, "key_reused");
    admin.post("/accounts", &new).problem(400, "key_required");
}

#[test]
fn what_cannot_be_made_is_refused_with_its_place() {
    let sandbox = Sandbox::new(10);
    let (admin, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let new = |parent: u32, name: &str| admin.start("/accounts", &json!({"parent_id": parent, "name": name}));
    refused(new(COBALT, "  "), "/name", "required");
    refused(new(COBALT, &"x".repeat(81)), "/name", "too_long");
    refused(new(COBALT, "a\nb"), "/name", "invalid");
    refused(new(BRIGHTWATER, "alpine TELEMATICS"), "/name", "name_taken");
    refused(new(9_999, "New"), "/parent_id", "unknown_account");
    refused(new(DISABLED, "New"), "/parent_id", "account_disabled");
    refused(new(NO_SUB_ACCOUNTS, "New"), "/parent_id", "sub_accounts_not_allowed");
    for outside in [NORTHGATE, BRIGHTWATER, LAKESIDE] {
        let answer = alpine.start("/accounts", &json!({"parent_id": outside, "name": "New"}));
        refused(answer, "/parent_id", "unknown_account");
    }
    let unknown = json!({"parent_id": COBALT, "name": "New", "enabled": false});
    refused(admin.start("/accounts", &unknown), "/enabled", "invalid");
}

#[test]
fn only_an_admin_changes_accounts() {
    let sandbox = Sandbox::new(10);
    let one = path(make(&sandbox.sign_in(ADMIN), COBALT, "One"));
    for email in [VIEWER, USER] {
        let person = sandbox.sign_in(email);
        assert_eq!(person.get(&one).expect(200)["can_edit"], false);
        person.start("/accounts", &json!({"parent_id": COBALT, "name": "Two"})).problem(403, "forbidden");
        person.change(&one, &json!({"name": "Two"})).problem(403, "forbidden");
        person.remove(&one).problem(403, "forbidden");
    }
}

#[test]
fn outside_the_own_part_of_the_tree_there_is_nothing() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    for outside in [NORTHGATE, BRIGHTWATER, LAKESIDE, 9_999] {
        alpine.change_seen(&path(outside), &json!({"name": "Mine"}), "*").problem(404, "not_found");
        alpine.request("DELETE", &path(outside), &[("if-match", "*")], None).problem(404, "not_found");
        refused(alpine.change(&path(DEPOT), &json!({"parent_id": outside})), "/parent_id", "unknown_account");
    }
}

#[test]
fn each_is_changed_by_who_has_seen_it() {
    let sandbox = Sandbox::new(50);
    let admin = sandbox.sign_in(ADMIN);
    let one = path(DEPOT);
    let json = ("content-type", "application/json");
    admin.request("PATCH", &one, &[json], Some("{}")).problem(428, "precondition_required");
    admin.delete(&one).problem(428, "precondition_required");
    let before = admin.get(&one).header("etag").to_owned();
    let answer = admin.change(&one, &json!({"name": " Depot Wien"}));
    let after = answer.header("etag").to_owned();
    let changed = answer.expect(200);
    assert_eq!((&changed["name"], &changed["etag"]), (&json!("Depot Wien"), &json!(after)));
    assert_ne!(before, after);
    admin.change_seen(&one, &json!({"name": "Depot Graz"}), &before).problem(412, "stale");
    admin.request("DELETE", &one, &[("if-match", &before)], None).problem(412, "stale");
    assert_eq!(admin.change(&one, &json!({})).expect(200), changed);
    for null in ["name", "parent_id", "enabled", "features"] {
        refused(admin.change(&one, &json!({null: null})), &format!("/{null}"), "invalid");
    }
    // SIMs that come and go are nobody's edit.
    let id = ids(&admin.find(&json!({"all": [in_account(LAKESIDE), {"not": with_status("unmanaged")}]})))[0];
    admin.carry_out(&json!({"move_to_account": {"account_id": DEPOT}}), &json!({"ids": [id]}));
    admin.change_seen(&one, &json!({"name": "Depot Graz"}), &after).expect(200);
}

#[test]
fn an_account_moves_with_all_below_it() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let start = version(&root);
    let mine = ids(&root.find(&json!({"account": {"within": ALPINE_FLEET}})));
    let total = root.get(&path(ALPINE)).expect(200)["total_sim_count"].as_u64().unwrap();
    assert!(mine.len() > 10);
    let news = listen(sandbox.sign_in(VIEWER));

    root.change(&path(ALPINE_FLEET), &json!({"parent_id": MUELLER})).expect(200);
    let moved = root.get(&path(ALPINE)).expect(200)["total_sim_count"].as_u64().unwrap();
    assert_eq!(total - moved, mine.len() as u64);
    let heard = heard(&news);
    assert!(heard.contains(&Event::Accounts), "{heard:?}");
    assert!(heard.iter().any(|event| matches!(event, Event::Estate { .. })), "{heard:?}");

    // They leave Alpine's users, and nobody else.
    let page = since(&alpine, start);
    assert_eq!((&page["removed"], &page["columns"]["id"]), (&json!(mine), &json!([])));
    alpine.get(&path(DEPOT)).problem(404, "not_found");
    let page = since(&root, start);
    assert_eq!((&page["removed"], &page["columns"]["id"]), (&json!([]), &json!(mine)));

    // And come back.
    let away = version(&root);
    root.change(&path(ALPINE_FLEET), &json!({"parent_id": ALPINE})).expect(200);
    let page = since(&alpine, away);
    assert_eq!((&page["removed"], &page["columns"]["id"]), (&json!([]), &json!(mine)));
    assert_eq!(since(&alpine, start)["removed"], json!([]));
}

#[test]
fn what_left_an_account_before_it_was_moved_has_left() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let start = version(&root);
    let here = ids(&root.find(&json!({"all": [in_account(DEPOT), {"not": with_status("unmanaged")}]})));
    root.carry_out(&json!({"move_to_account": {"account_id": LAKESIDE}}), &json!({"ids": [here[0]]}));
    let mut gone = ids(&root.find(&json!({"account": {"within": ALPINE_FLEET}})));
    root.change(&path(ALPINE_FLEET), &json!({"parent_id": MUELLER})).expect(200);
    gone.push(here[0]);
    gone.sort_unstable();
    assert_eq!(since(&alpine, start)["removed"], json!(gone));
}

#[test]
fn what_left_an_account_before_it_was_deleted_has_left() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let made = make(&root, DEPOT, "Passing");
    let id = ids(&root.find(&json!({"all": [in_account(DEPOT), {"not": with_status("unmanaged")}]})))[0];
    let to = |account: u32| json!({"move_to_account": {"account_id": account}});
    root.carry_out(&to(made), &json!({"ids": [id]}));
    let start = version(&root);
    root.carry_out(&to(LAKESIDE), &json!({"ids": [id]}));
    root.remove(&path(made)).expect(204);
    assert_eq!(since(&alpine, start)["removed"], json!([id]));
}

#[test]
fn an_account_cannot_move_where_it_must_not() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let to = |id: u32, parent: u32| admin.change(&path(id), &json!({"parent_id": parent}));
    refused(to(ALPINE, ALPINE), "/parent_id", "under_itself");
    refused(to(ALPINE, DEPOT), "/parent_id", "under_itself");
    refused(to(ALPINE, 9_999), "/parent_id", "unknown_account");
    refused(to(ALPINE, DISABLED), "/parent_id", "account_disabled");
    refused(to(ALPINE, NO_SUB_ACCOUNTS), "/parent_id", "sub_accounts_not_allowed");
    let same = make(&admin, COBALT, "ALPINE telematics");
    refused(to(same, BRIGHTWATER), "/parent_id", "name_taken");
    let both = json!({"parent_id": BRIGHTWATER, "name": "Lakeside Metering"});
    refused(admin.change(&path(same), &both), "/name", "name_taken");
    to(same, LAKESIDE).expect(200);
}

#[test]
fn the_own_account_belongs_to_those_above() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let own = path(ALPINE);
    assert_eq!(alpine.get(&own).expect(200)["can_edit"], false);
    assert_eq!(alpine.get(&path(DEPOT)).expect(200)["can_edit"], true);
    refused(alpine.change(&own, &json!({"parent_id": DEPOT})), "/parent_id", "own_account");
    refused(alpine.change(&own, &json!({"enabled": false})), "/enabled", "own_account");
    refused(
        alpine.change(&own, &json!({"features": {"caps_and_alerts": false}})),
        "/features/caps_and_alerts",
        "own_account",
    );
    refused(alpine.remove(&own), "", "own_account");
    let named = alpine.change(&own, &json!({"name": "Alpine", "enabled": true})).expect(200);
    assert_eq!(named["parent_id"], Value::Null);
    assert_eq!(sandbox.sign_in(ADMIN).get(&own).expect(200)["parent_id"], BRIGHTWATER);
}

#[test]
fn a_feature_is_switched_off_with_all_below() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let features = |id: u32| admin.get(&path(id)).expect(200)["features"].clone();
    let tag = |id: u32| admin.get(&path(id)).header("etag").to_owned();
    let before = tag(DEPOT);
    let off = json!({"features": {"caps_and_alerts": false}});
    assert_eq!(
        admin.change(&path(ALPINE), &off).expect(200)["features"],
        json!({"caps_and_alerts": false, "sub_accounts": true})
    );
    assert_eq!(features(DEPOT), json!({"caps_and_alerts": false, "sub_accounts": true}));
    assert_ne!(tag(DEPOT), before);
    assert_eq!(features(LAKESIDE), json!({"caps_and_alerts": true, "sub_accounts": true}));
    let id = ids(&admin.find(&json!({"all": [with_status("active"), in_account(DEPOT)]})))[0];
    refused(admin.edit(id, &json!({"cap_bytes": 1_000_000_000})), "/cap_bytes", "caps_not_enabled");

    let on = json!({"features": {"caps_and_alerts": true}});
    refused(admin.change(&path(DEPOT), &on), "/features/caps_and_alerts", "parent_lacks_feature");
    admin.change(&path(ALPINE), &on).expect(200);
    assert_eq!(features(DEPOT)["caps_and_alerts"], false);
    refused(admin.change(&path(DEPOT), &on), "/features/caps_and_alerts", "parent_lacks_feature");
    admin.change(&path(ALPINE_FLEET), &on).expect(200);
    admin.change(&path(DEPOT), &on).expect(200);
    admin.edit(id, &json!({"cap_bytes": 1_000_000_000})).expect(200);

    // Moving takes it away as well.
    admin.change(&path(COBALT), &off).expect(200);
    admin.change(&path(ALPINE_FLEET), &json!({"parent_id": COBALT})).expect(200);
    assert_eq!(features(DEPOT)["caps_and_alerts"], false);
}

#[test]
fn a_disabled_account_shuts_its_users_out_and_keeps_its_sims_in_sight() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let total = root.get("/sims").expect(200)["total"].clone();
    let stream = listen(sandbox.sign_in(ALPINE_VIEWER));
    let disabled = root.change(&path(BRIGHTWATER), &json!({"enabled": false})).expect(200);
    assert_eq!((&disabled["enabled"], &disabled["open"]), (&json!(false), &json!(false)));
    let below = root.get(&path(ALPINE)).expect(200);
    assert_eq!((&below["enabled"], &below["open"]), (&json!(true), &json!(false)));
    alpine.get("/session").problem(401, "session_expired");
    let again = sandbox.nobody().post("/session", &json!({"email": ALPINE_ADMIN, "password": PASSWORD}));
    again.problem(401, "bad_credentials");
    heard(&stream);
    assert!(stream.recv().is_err(), "the stream goes on");
    assert_eq!(root.get("/sims").expect(200)["total"], total);

    root.change(&path(BRIGHTWATER), &json!({"enabled": true})).expect(200);
    alpine.get("/session").problem(401, "session_expired");
    sandbox.sign_in(ALPINE_ADMIN);
}

#[test]
fn only_an_empty_account_is_deleted() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let problem = admin.remove(&path(ALPINE)).problem(409, "account_not_empty");
    let account = admin.get(&path(ALPINE)).expect(200);
    assert_eq!(account["user_count"], 2);
    assert_eq!(problem["contents"], json!({"sims": account["sim_count"], "users": 2, "sub_accounts": 3}));
    let made = make(&admin, DEPOT, "Empty");
    let below = make(&admin, made, "Below");
    assert_eq!(
        admin.remove(&path(made)).problem(409, "account_not_empty")["contents"],
        json!({"sims": 0, "users": 0, "sub_accounts": 1})
    );
    admin.remove(&path(below)).expect(204);
    admin.remove(&path(made)).expect(204);
    for gone in [made, below] {
        admin.get(&path(gone)).problem(404, "not_found");
        refused(
            admin.start("/accounts", &json!({"parent_id": gone, "name": "New"})),
            "/parent_id",
            "unknown_account",
        );
    }
    // Neither its name nor its number stand in the way.
    assert_ne!(make(&admin, DEPOT, "Empty"), made);
    assert_eq!(admin.get("/accounts").expect(200)["items"].as_array().unwrap().len(), 42);
}

#[test]
fn sims_do_not_move_to_an_account_that_was_deleted_meanwhile() {
    let sandbox = Sandbox::with(300, |config| config.faults.bulk_delay_ms = 600);
    let admin = sandbox.sign_in(ADMIN);
    let made = make(&admin, DEPOT, "Short");
    let id = ids(&admin.find(&json!({"all": [with_status("active"), in_account(LAKESIDE)]})))[0];
    admin.carry_out(&json!("resume"), &json!({"ids": [1]}));
    let to = json!({"move_to_account": {"account_id": made}});
    let late = admin.start("/bulk-operations", &json!({"action": to, "target": {"ids": [id]}})).expect(202);
    admin.remove(&path(made)).expect(204);
    assert_eq!(admin.wait(&late)["counts"]["failed"], 1);
    assert_eq!(admin.sim(id)["account_id"], LAKESIDE);
}

#[test]
fn ten_thousand_accounts_are_listed_quickly() {
    let sandbox = Sandbox::new(10);
    let mut database = sandbox.database();
    let transaction = database.transaction().unwrap();
    for id in 100..10_100_u32 {
        let parent = if id < 110 { DEPOT } else { id / 10 + 89 };
        transaction
            .execute(
                "INSERT INTO accounts (id, parent_id, name, enabled, caps_and_alerts, sub_accounts, sim_count)
                 VALUES (?1, ?2, 'Account ' || ?1, 1, 1, 1, 0)",
                (id, parent),
            )
            .unwrap();
    }
    transaction.commit().unwrap();
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let start = std::time::Instant::now();
    assert_eq!(alpine.get("/accounts").expect(200)["items"].as_array().unwrap().len(), 10_009);
    make(&alpine, 5_000, "New");
    alpine.change(&path(5_000), &json!({"parent_id": 200})).expect(200);
    // Far more than it takes, so that only what grows with the square of the number fails.
    assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
}
