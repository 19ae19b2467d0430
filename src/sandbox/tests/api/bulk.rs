use crate::sandbox::*;
use contract::bulk::Preview;
use domain::account::{Account, AccountTree};
use domain::act::Action;
use domain::estate::Estate;
use domain::estate::batch::Batch;
use domain::sim::Sim;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn read<T: DeserializeOwned>(json: &Value) -> T {
    T::deserialize(json).expect("as the contract has it")
}

/// What a browser that holds these SIMs says of an act before the server has answered: all but what becomes of addresses.
fn said_by_the_browser(person: &Person, sims: &[Value], action: &Value) -> Value {
    let accounts: Vec<Account> = read(&person.get("/accounts").expect(200)["items"]);
    let mut batch = Batch::default();
    sims.iter().for_each(|sim| batch.push(&read::<Sim>(sim)));
    let mut estate = Estate::default();
    estate.append(&batch).expect("a page of SIMs");
    let outlook = estate.outlook(&estate.present(), &AccountTree::new(accounts), &read::<Action>(action));
    json!(Preview::new(outlook, None))
}

fn levels(cap: u64) -> Value {
    json!({"set_levels": {"cap_bytes": cap, "alert_bytes": cap / 5 * 4}})
}

/// How many failed for each reason, as a preview tells it.
fn reasons(refused: &Value) -> Vec<(String, u64)> {
    let mut reasons: Vec<(String, u64)> = refused
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["reason"].as_str().unwrap().to_owned(), one["count"].as_u64().unwrap()))
        .collect();
    reasons.sort();
    reasons
}

#[test]
fn every_action_does_what_its_preview_says() {
    let sandbox = Sandbox::new(800);
    let admin = sandbox.sign_in(ADMIN);
    let all = json!({"matching": {"filter": {"all": []}, "expected_count": 800}});
    for action in [
        json!("suspend"),
        json!("resume"),
        json!({"set_levels": {"cap_bytes": 20_000_000, "alert_bytes": 5_000_000, "end_session_at_cap": true}}),
        json!({"set_levels": {"cap_bytes": null, "alert_bytes": null}}),
        json!({"move_to_account": {"account_id": ALPINE}}),
        json!({"move_to_account": {"account_id": WITHOUT_CAPS}}),
        levels(1_000),
        json!("activate"),
        json!({"edit_tags": {"add": ["trial"], "remove": ["pilot"]}}),
        json!({"set_category": {"category": "Meters"}}),
        json!("terminate"),
    ] {
        let preview = admin.preview(&action, &all);
        assert_eq!(preview["total"], 800);
        let in_accounts: u64 =
            preview["accounts"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
        assert_eq!(in_accounts, 800);
        let before = admin.find(&json!({"all": []}));
        let mut without_addresses = preview.clone();
        without_addresses["recipients"] = Value::Null;
        assert_eq!(said_by_the_browser(&admin, &before, &action), without_addresses, "{action}");
        let done = admin.carry_out(&action, &all);
        let after = admin.find(&json!({"all": []}));

        assert_eq!(done["state"], "finished");
        assert_eq!(done["counts"]["total"], 800);
        assert_eq!(done["counts"]["done"], preview["changing"], "{action}");
        let failed = admin.get(&format!("/bulk-operations/{}/items?status=failed&limit=1000", done["id"]));
        let failed = failed.expect(200);
        let mut found = std::collections::BTreeMap::<String, u64>::new();
        for item in failed["items"].as_array().unwrap() {
            *found.entry(item["reason"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        assert_eq!(reasons(&preview["refused"]), found.into_iter().collect::<Vec<_>>(), "{action}");

        let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
        assert_eq!(preview["changing"], changed, "{action}");
        if preview["effects"].is_object() {
            let became = |status: &str| {
                before
                    .iter()
                    .zip(&after)
                    .filter(|(before, after)| before["status"] != status && after["status"] == status)
                    .count()
            };
            assert_eq!(preview["effects"]["blocked"], became("blocked"), "{action}");
            assert_eq!(preview["effects"]["cleared"], became("active"), "{action}");
        }
    }
}

#[test]
fn a_move_leaves_everything_else_on_the_sim() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let filter = json!({"all": [in_account(LAKESIDE), {"not": with_status("unmanaged")}]});
    let before = admin.find(&filter);
    admin.carry_out(
        &json!({"move_to_account": {"account_id": WITHOUT_CAPS}}),
        &json!({"matching": {"filter": filter}}),
    );
    for mut sim in before {
        sim["account_id"] = json!(WITHOUT_CAPS);
        assert_eq!(admin.sim(sim["id"].as_u64().unwrap() as u32), sim);
    }
}

#[test]
fn levels_only_where_the_account_has_them() {
    let sandbox = Sandbox::new(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let filter = json!({"all": [with_status("active"), in_account(WITHOUT_CAPS)]});
    let target = json!({"matching": {"filter": filter}});
    let count = admin.find(&filter).len();
    let done = admin.carry_out(&levels(1_000_000), &target);
    assert_eq!(done["counts"], json!({"total": count, "done": 0, "failed": count}));
    let items = admin.get(&format!("/bulk-operations/{}/items", done["id"])).expect(200);
    assert!(items["items"].as_array().unwrap().iter().all(|item| item["reason"] == "caps_not_enabled"));
}

#[test]
fn the_hard_cap_applies_where_it_can() {
    let sandbox = Sandbox::new(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let hard_cap = |value: &str| {
        let choice = json!({"choice": {"field": "hard_cap", "any_of": [value]}});
        json!({"all": [in_account(LAKESIDE), with_status("active"), choice]})
    };
    let (unsupported, off) = (admin.find(&hard_cap("unsupported")).len(), admin.find(&hard_cap("no")).len());
    assert!(unsupported > 0 && off > 0);
    let action = json!({"set_levels": {
        "cap_bytes": 900_000_000_000_u64, "alert_bytes": null, "end_session_at_cap": true,
    }});
    let target = json!({"matching": {"filter": {"all": [in_account(LAKESIDE), with_status("active")]}}});
    assert_eq!(admin.preview(&action, &target)["effects"]["hard_cap_unsupported"], unsupported);
    admin.carry_out(&action, &target);
    assert_eq!(admin.find(&hard_cap("unsupported")).len(), unsupported);
    assert_eq!(admin.find(&hard_cap("no")).len(), 0);
}

#[test]
fn what_no_longer_matches_as_expected_is_not_started() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let matching = |count: usize, except: &[u32]| json!({"matching": {"filter": with_status("active"), "except": except, "expected_count": count}});
    let active = ids(&admin.find(&with_status("active")));
    let request = |target: Value| json!({"action": "suspend", "target": target});
    admin.start("/bulk-operations", &request(matching(active.len() + 1, &[]))).problem(409, "count_changed");
    assert_eq!(admin.find(&with_status("active")).len(), active.len());
    let done = admin.carry_out(&json!("suspend"), &matching(active.len() - 2, &active[..2]));
    assert_eq!(done["counts"]["done"], active.len() - 2);
    assert_eq!(ids(&admin.find(&with_status("active"))), active[..2]);
}

#[test]
fn the_same_click_starts_once() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let request =
        json!({"action": "suspend", "target": {"matching": {"filter": {"all": []}, "expected_count": 100}}});
    let first = admin.start_with_key("/bulk-operations", &request, "click-1").expect(202);
    admin.wait(&first);
    let again = admin.start_with_key("/bulk-operations", &request, "click-1").expect(202);
    assert_eq!(first, again);
    assert_eq!(admin.get("/bulk-operations").expect(200)["items"].as_array().unwrap().len(), 1);

    let other = json!({"action": "resume", "target": {"ids": [1]}});
    admin.start_with_key("/bulk-operations", &other, "click-1").problem(409, "key_reused");
    let undo = format!("/bulk-operations/{}/undo", first["id"]);
    admin.start_with_key(&undo, &Value::Null, "click-1").problem(409, "key_reused");
    let undone = admin.start_with_key(&undo, &Value::Null, "click-2").expect(202);
    assert_eq!(admin.start_with_key(&undo, &Value::Null, "click-2").expect(202), undone);

    // Keys are each person's own.
    let user = sandbox.sign_in(ALPINE_ADMIN);
    let own = ids(&user.find(&json!({"all": []})))[0];
    let own = json!({"action": "suspend", "target": {"ids": [own]}});
    assert_eq!(user.start_with_key("/bulk-operations", &own, "click-1").expect(202)["counts"]["total"], 1);

    admin.post("/bulk-operations", &request).problem(400, "key_required");
    admin.post(&undo, &Value::Null).problem(400, "key_required");
}

#[test]
fn what_is_against_a_rule_is_refused_with_its_place() {
    let sandbox = Sandbox::new(20);
    let admin = sandbox.sign_in(ADMIN);
    let nested = (0..40).fold(json!({"all": []}), |inner, _| json!({"not": inner}));
    let some = json!({"ids": [1]});
    for (action, target, pointer, code) in [
        (json!("suspend"), json!({"ids": []}), "/target/ids", "empty_target"),
        (json!("suspend"), json!({"matching": {"filter": {"any": []}}}), "/target/matching", "empty_target"),
        (json!("suspend"), json!({"matching": {"filter": nested}}), "/target/matching/filter", "too_deep"),
        (
            json!({"move_to_account": {"account_id": 999}}),
            some.clone(),
            "/action/move_to_account/account_id",
            "unknown_account",
        ),
        (
            json!({"move_to_account": {"account_id": DISABLED}}),
            some.clone(),
            "/action/move_to_account/account_id",
            "account_disabled",
        ),
        (
            json!({"set_levels": {"cap_bytes": 5, "alert_bytes": 6}}),
            some.clone(),
            "/action/set_levels/alert_bytes",
            "alert_above_cap",
        ),
        (
            json!({"set_levels": {"cap_bytes": 0, "alert_bytes": null}}),
            some.clone(),
            "/action/set_levels/cap_bytes",
            "level_zero",
        ),
        (
            json!({"set_levels": {"cap_bytes": "x", "alert_bytes": null}}),
            some,
            "/action/set_levels/cap_bytes",
            "invalid",
        ),
    ] {
        let request = json!({"action": action, "target": target});
        let problem = admin.start("/bulk-operations", &request).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]), "{request}");
        let dry_run = json!({"action": action, "target": target, "dry_run": true});
        admin.post("/bulk-operations", &dry_run).problem(422, "invalid");
    }
    assert_eq!(admin.get("/bulk-operations").expect(200)["items"], json!([]));
    let unknown = json!({"action": "suspend", "target": {"ids": [1]}, "when": "later"});
    admin.start("/bulk-operations", &unknown).problem(422, "invalid");
}

#[test]
fn pages_of_operations_and_items() {
    let sandbox = Sandbox::new(30);
    let admin = sandbox.sign_in(ADMIN);
    for _ in 0..3 {
        admin.carry_out(&json!("resume"), &json!({"matching": {"filter": {"all": []}}}));
    }
    let pages = |path: &str, limit: u32, key: &str| {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = admin.get(&format!("{path}?limit={limit}{cursor}")).expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item[key].as_u64().unwrap()));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return seen,
            }
        }
    };
    assert_eq!(pages("/bulk-operations", 2, "id"), [3, 2, 1]);
    assert_eq!(pages("/bulk-operations/1/items", 7, "sim_id"), (1..=30).collect::<Vec<_>>());
}
