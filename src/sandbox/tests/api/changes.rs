use crate::sandbox::*;
use serde_json::{Value, json};

pub fn version(person: &Person) -> u64 {
    person.get("/sims/columns?limit=1").expect(200)["version"].as_u64().unwrap()
}

pub fn since(person: &Person, version: u64) -> Value {
    person.get(&format!("/sims/changes?since={version}")).expect(200)
}

#[test]
fn an_edit_is_a_change() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let start = version(&admin);
    assert_eq!(since(&admin, start)["columns"]["id"], json!([]));
    admin.edit(7, &json!({"note": "changed"}));
    let page = since(&admin, start);
    assert_eq!((&page["columns"]["id"], &page["more"]), (&json!([7]), &json!(false)));
    assert_eq!(page["columns"]["note"], json!(["changed"]));
    let next = page["version"].as_u64().unwrap();
    assert!(next > start);
    assert_eq!(since(&admin, next)["columns"]["id"], json!([]));
    // An edit that changes nothing announces nothing.
    admin.edit(7, &json!({})).expect(200);
    assert_eq!(version(&admin), next);
}

#[test]
fn who_loses_a_sim_is_told() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let start = version(&root);
    let movable = |account: u32| {
        let filter = json!({"all": [in_account(account), {"not": with_status("unmanaged")}]});
        ids(&root.find(&filter))[0]
    };
    let (leaving, within, coming) = (movable(ALPINE), movable(ALPINE_FLEET), movable(LAKESIDE));
    let to = |id: u32, account: u32| {
        let action = json!({"move_to_account": {"account_id": account}});
        assert_eq!(root.carry_out(&action, &json!({"ids": [id]}))["counts"]["done"], 1);
    };
    to(leaving, LAKESIDE);
    to(within, DEPOT);
    to(coming, ALPINE);
    let sorted = |mut ids: Vec<u32>| {
        ids.sort_unstable();
        json!(ids)
    };
    let page = since(&alpine, start);
    assert_eq!(page["columns"]["id"], sorted(vec![within, coming]));
    assert_eq!(page["removed"], json!([leaving]));
    let page = since(&root, start);
    assert_eq!(page["columns"]["id"], sorted(vec![leaving, within, coming]));
    assert_eq!(page["removed"], json!([]));

    // One that comes back is not gone.
    to(leaving, DEPOT);
    let page = since(&alpine, start);
    assert_eq!(page["columns"]["id"], sorted(vec![leaving, within, coming]));
    assert_eq!(page["removed"], json!([]));
}

#[test]
fn one_that_moves_to_and_fro_is_remembered_once() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let filter = json!({"all": [in_account(ALPINE), {"not": with_status("unmanaged")}]});
    let id = ids(&root.find(&filter))[0];
    let start = version(&root);
    for account in [LAKESIDE, ALPINE, LAKESIDE, ALPINE, LAKESIDE] {
        root.carry_out(&json!({"move_to_account": {"account_id": account}}), &json!({"ids": [id]}));
    }
    let remembered: u32 = sandbox
        .database()
        .query_row("SELECT count(*) FROM departures WHERE sim_id = ?1", [id], |row| row.get(0))
        .unwrap();
    assert_eq!(remembered, 2);
    for since_version in start..version(&root) {
        assert_eq!(since(&alpine, since_version)["removed"], json!([id]));
    }
}

#[test]
fn counts_move_with_the_sims() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let count = |id: u32| {
        let account = root.get(&format!("/accounts/{id}")).expect(200);
        (account["sim_count"].as_u64().unwrap(), account["total_sim_count"].as_u64().unwrap())
    };
    let (before_from, before_to) = (count(LAKESIDE), count(ALPINE));
    let filter = json!({"all": [in_account(LAKESIDE), {"not": with_status("unmanaged")}]});
    let done = root.carry_out(
        &json!({"move_to_account": {"account_id": ALPINE_FLEET}}),
        &json!({"matching": {"filter": filter}}),
    );
    let moved = done["counts"]["done"].as_u64().unwrap();
    assert!(moved > 5);
    assert_eq!(count(LAKESIDE), (before_from.0 - moved, before_from.1 - moved));
    assert_eq!(count(ALPINE), (before_to.0, before_to.1 + moved));
    let by_hand: u64 = sandbox
        .database()
        .query_row("SELECT count(*) FROM sims WHERE account_id = ?1", [LAKESIDE], |row| row.get(0))
        .unwrap();
    assert_eq!(count(LAKESIDE).0, by_hand);
}

#[test]
fn small_pages_come_to_the_same() {
    let sandbox = Sandbox::new(60);
    let admin = sandbox.sign_in(ADMIN);
    let start = version(&admin);
    for id in 1..=10 {
        admin.edit(id, &json!({"note": "changed"}));
    }
    let editable = ids(&admin.find(&json!({"text": {"field": "note", "test": {"starts_with": "changed"}}})));
    let (mut at, mut seen, mut pages) = (start, Vec::new(), 0);
    loop {
        let page = admin.get(&format!("/sims/changes?since={at}&limit=3")).expect(200);
        seen.extend(page["columns"]["id"].as_array().unwrap().iter().map(|id| id.as_u64().unwrap() as u32));
        at = page["version"].as_u64().unwrap();
        pages += 1;
        if page["more"] == false {
            break;
        }
    }
    assert_eq!(seen, editable);
    assert!(pages >= 3, "{pages}");
}

#[test]
fn a_version_of_another_estate_is_refused() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    admin.get("/sims/changes?since=1000").problem(409, "wrong_state");
    for bad in ["0", "-1", "x", "18446744073709551615"] {
        admin.get(&format!("/sims/changes?since={bad}")).problem(400, "bad_request");
    }
    admin.get("/sims/changes").problem(400, "bad_request");
}
