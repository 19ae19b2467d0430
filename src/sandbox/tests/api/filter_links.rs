//! Links to filters that are too long for an address.

use crate::sandbox::*;
use domain::account::AccountId;
use serde_json::{Value, json};

fn list(count: u64) -> Value {
    let iccids: Vec<String> = (0..count).map(|number| format!("89490{number:014}")).collect();
    json!({"text": {"field": "iccid", "test": {"any_of": iccids}}})
}

#[track_caller]
fn link(person: &Person, filter: &Value) -> String {
    let linked = person.start("/filter-links", &json!({"filter": filter})).expect(201);
    linked["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_hundred_thousand_numbers_become_a_short_id() {
    let sandbox = Sandbox::new(10);
    let viewer = sandbox.sign_in(VIEWER);
    let filter = list(100_000);
    let id = link(&viewer, &filter);
    assert_eq!(id.len(), 24);
    assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
    let read = viewer.get(&format!("/filter-links/{id}")).expect(200);
    assert_eq!(read, json!({"id": id, "filter": filter}));

    // Whoever of the account links it again gets the same, and it is kept once.
    assert_eq!(link(&viewer, &filter), id);
    assert_eq!(link(&sandbox.sign_in(ADMIN), &filter), id);
    assert_ne!(link(&viewer, &list(99_999)), id);
    assert_ne!(link(&sandbox.sign_in(ALPINE_VIEWER), &filter), id);
    let kept: u32 = sandbox
        .database()
        .query_row("SELECT count(*) FROM filter_links WHERE id = ?1", [&id], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn it_opens_up_and_down_the_tree_and_not_beside_it() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_VIEWER));
    let anywhere = json!({"account": {"within": NORTHGATE}});
    let (from_above, from_below) = (link(&root, &anywhere), link(&alpine, &list(3)));
    root.get(&format!("/filter-links/{from_below}")).expect(200);
    let opened = alpine.get(&format!("/filter-links/{from_above}")).expect(200);
    // It shows what lies in the reader's own part of the tree: here nothing, for the account named is above it.
    assert!(alpine.find(&opened["filter"]).is_empty());

    let beside = sandbox.database();
    beside.execute("UPDATE users SET account_id = ?1 WHERE email = ?2", (LAKESIDE, VIEWER)).unwrap();
    let beside = sandbox.sign_in(VIEWER);
    beside.get(&format!("/filter-links/{from_above}")).expect(200);
    beside.get(&format!("/filter-links/{from_below}")).problem(404, "not_found");
    alpine.get(&format!("/filter-links/{}", link(&beside, &list(3)))).problem(404, "not_found");
}

#[test]
fn the_oldest_are_forgotten_first() {
    let sandbox = Sandbox::new(10);
    let (admin, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_VIEWER));
    let other = link(&alpine, &list(1_000));
    let links: Vec<String> = (1..=4).map(|count| link(&admin, &list(count * 10))).collect();
    let connection = sandbox.database();
    for (age, id) in (0..).zip(&links) {
        connection
            .execute("UPDATE filter_links SET linked_at = ?2 WHERE id = ?1", (id, 1_000 + age))
            .unwrap();
    }
    assert_eq!(link(&admin, &list(10)), links[0]);
    ::sandbox::store::filter_links::forget_oldest(&connection, AccountId(NORTHGATE), 1_800).unwrap();
    let status = |id: &String| admin.get(&format!("/filter-links/{id}")).status;
    assert_eq!(links.iter().map(status).collect::<Vec<_>>(), [200, 404, 404, 200]);
    assert_eq!(status(&other), 200);
}

#[test]
fn what_is_refused() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let nested = (0..40).fold(json!({"all": []}), |inner, _| json!({"not": inner}));
    let problem = admin.start("/filter-links", &json!({"filter": nested})).problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": "/filter", "code": "too_deep"}]));
    admin.start("/filter-links", &json!({})).problem(422, "invalid");
    admin.start("/filter-links", &json!({"filter": {"all": []}, "name": "x"})).problem(422, "invalid");
    admin.post("/filter-links", &json!({"filter": {"all": []}})).problem(400, "key_required");
    let first = admin.start_with_key("/filter-links", &json!({"filter": list(2)}), "click").expect(201);
    let again = admin.start_with_key("/filter-links", &json!({"filter": list(2)}), "click").expect(201);
    assert_eq!(first, again);
    admin.start_with_key("/filter-links", &json!({"filter": list(3)}), "click").problem(409, "key_reused");
    for id in ["x", "AAAAAAAAAAAAAAAAAAAAAAAA", "%00", "%ff"] {
        admin.get(&format!("/filter-links/{id}")).problem(404, "not_found");
    }
}
