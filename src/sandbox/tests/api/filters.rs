//! Saved filters: whose they are, who sees them, and what is refused.

use crate::sandbox::*;
use serde_json::{Value, json};

const JSON: (&str, &str) = ("content-type", "application/json");

fn named(name: &str) -> Value {
    json!({"name": name, "view": {}})
}

fn shared(name: &str) -> Value {
    json!({"name": name, "shared": true, "view": {"filter": with_status("blocked")}})
}

#[track_caller]
fn save(person: &Person, new: &Value) -> Value {
    person.start("/filters", new).expect(201)
}

fn path(filter: &Value) -> String {
    format!("/filters/{}", filter["id"])
}

fn patch(person: &Person, filter: &Value, patch: &Value) -> Answer {
    let headers = [JSON, ("if-match", filter["etag"].as_str().unwrap())];
    person.request("PATCH", &path(filter), &headers, Some(&patch.to_string()))
}

fn delete(person: &Person, filter: &Value) -> Answer {
    person.request("DELETE", &path(filter), &[("if-match", filter["etag"].as_str().unwrap())], None)
}

fn names(person: &Person) -> Vec<String> {
    let listed = person.get("/filters").expect(200);
    let name = |filter: &Value| filter["name"].as_str().unwrap().to_owned();
    listed["items"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn what_is_saved_is_read_back() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let view = json!({
        "filter": {"all": [with_status("blocked"), {"account": {"within": ALPINE}}]},
        "search": "Van",
        "sort": [{"column": "usage", "descending": true}, {"column": "iccid", "descending": false}],
        "layout": {
            "columns": [{"column": "iccid", "width_px": 200}, {"column": "usage", "width_px": null}],
            "pinned": 1, "density": "compact",
        },
    });
    let answer =
        admin.start("/filters", &json!({"name": "  Blocked in the Alps ", "shared": true, "view": view}));
    let etag = answer.header("etag").to_owned();
    assert_eq!(answer.header("content-type"), "application/json");
    let saved = answer.expect(201);
    assert_eq!(saved["name"], "Blocked in the Alps");
    assert_eq!((&saved["view"], &saved["shared"], &saved["can_edit"]), (&view, &json!(true), &json!(true)));
    assert_eq!(saved["owner"], json!({"id": 1, "name": "Ada Lindqvist"}));
    assert_eq!(saved["etag"], etag);
    let read = admin.get(&path(&saved));
    assert_eq!(read.header("etag"), etag);
    assert_eq!(read.expect(200), saved);
    assert_eq!(admin.get("/filters").expect(200), json!({"items": [saved]}));

    let nothing = json!({"filter": {"all": []}, "search": "", "sort": [], "layout": null});
    assert_eq!(save(&admin, &named("Everything"))["view"], nothing);
}

#[test]
fn each_is_changed_by_who_has_seen_it() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let first = save(&admin, &named("First"));
    admin.request("PATCH", &path(&first), &[JSON], Some("{}")).problem(428, "precondition_required");
    admin.delete(&path(&first)).problem(428, "precondition_required");

    let answer = patch(&admin, &first, &json!({"name": "Second"}));
    let etag = answer.header("etag").to_owned();
    let second = answer.expect(200);
    assert_eq!((&second["name"], &second["etag"]), (&json!("Second"), &json!(etag)));
    assert_ne!(first["etag"], second["etag"]);
    patch(&admin, &first, &json!({"name": "Third"})).problem(412, "stale");
    delete(&admin, &first).problem(412, "stale");

    let view = json!({"filter": with_status("active"), "search": "x", "sort": [], "layout": null});
    let third = patch(&admin, &second, &json!({"view": view, "shared": true})).expect(200);
    assert_eq!((&third["name"], &third["shared"], &third["view"]), (&json!("Second"), &json!(true), &view));
    let replaced = patch(&admin, &third, &json!({"view": {"search": "y"}})).expect(200);
    assert_eq!(replaced["view"]["filter"], json!({"all": []}));
    assert_eq!(patch(&admin, &replaced, &json!({})).expect(200), replaced);

    assert_eq!(delete(&admin, &replaced).expect(204), Value::Null);
    admin.get(&path(&replaced)).problem(404, "not_found");
    delete(&admin, &replaced).problem(404, "not_found");
    // Its number is nobody else's, or the old tag would fit a filter that was never seen.
    assert_ne!(save(&admin, &named("Next"))["id"], first["id"]);
}

#[test]
fn the_same_click_saves_once() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let first = admin.start_with_key("/filters", &named("Once"), "click");
    let again = admin.start_with_key("/filters", &named("Once"), "click");
    assert_eq!(first.header("etag"), again.header("etag"));
    assert_eq!(first.expect(201), again.expect(201));
    assert_eq!(names(&admin), ["Once"]);
    admin.start_with_key("/filters", &named("Twice"), "click").problem(409, "key_reused");
    admin.post("/filters", &named("Keyless")).problem(400, "key_required");
}

#[test]
fn what_is_against_a_rule_is_refused_with_its_place() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let taken = save(&admin, &named("Ärgernis"));
    let other = save(&admin, &named("Other"));
    let nested = (0..40).fold(json!({"all": []}), |inner, _| json!({"not": inner}));
    let layout = json!({"columns": [{"column": "label"}], "pinned": 0, "density": "compact"});
    let sort = vec![json!({"column": "usage", "descending": false}); 21];
    for (name, view, pointer, code) in [
        ("", json!({}), "/name", "required"),
        (" \u{a0} ", json!({}), "/name", "required"),
        (&"ü".repeat(81), json!({}), "/name", "too_long"),
        ("a\nb", json!({}), "/name", "invalid"),
        ("ärGERNIS ", json!({}), "/name", "name_taken"),
        ("New", json!({"filter": nested}), "/view/filter", "too_deep"),
        ("New", json!({"filter": {"colour": "red"}}), "/view/filter", "invalid"),
        ("New", json!({"search": "x".repeat(201)}), "/view/search", "too_long"),
        ("New", json!({"sort": sort}), "/view/sort", "too_long"),
        (
            "New",
            json!({"sort": [{"column": "colour", "descending": true}]}),
            "/view/sort/0/column",
            "invalid",
        ),
        ("New", json!({"layout": layout}), "/view/layout/columns", "invalid"),
    ] {
        let new = json!({"name": name, "view": view});
        for answer in [admin.start("/filters", &new), patch(&admin, &other, &new)] {
            let problem = answer.problem(422, "invalid");
            assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]), "{new}");
        }
    }
    for unknown in [
        json!({"name": "New", "view": {}, "colour": "red"}),
        json!({"name": "New", "view": {"colour": "red"}}),
        json!({"name": "New", "view": {"sort": [{"column": "usage", "descending": true, "last": 1}]}}),
    ] {
        admin.start("/filters", &unknown).problem(422, "invalid");
        patch(&admin, &other, &unknown).problem(422, "invalid");
    }
    for null in [json!({"name": null}), json!({"shared": null}), json!({"view": null})] {
        patch(&admin, &other, &null).problem(422, "invalid");
    }
    admin.start("/filters", &json!({"name": "New"})).problem(422, "invalid");
    assert_eq!(names(&admin), ["Other", "Ärgernis"]);
    // A name is free for the filter that has it, and for everybody else.
    assert_eq!(patch(&admin, &taken, &json!({"name": "ÄRGERNIS"})).expect(200)["name"], "ÄRGERNIS");
    save(&sandbox.sign_in(USER), &shared("Ärgernis"));
    assert_eq!(names(&admin), ["Other", "ÄRGERNIS", "Ärgernis"]);
}

#[test]
fn there_is_an_end_to_what_one_person_saves() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let large = |name: &str| {
        let iccids = vec!["8949020000000000000"; 100_000];
        json!({"name": name, "view": {"filter": {"text": {"field": "iccid", "test": {"any_of": iccids}}}}})
    };
    let first = save(&admin, &large("A list"));
    let refused = admin.start("/filters", &large("Another one")).problem(422, "invalid");
    assert_eq!(refused["errors"], json!([{"pointer": "/view", "code": "too_long"}]));
    patch(&admin, &first, &large("A list again")).expect(200);

    for number in 1..500 {
        sandbox
            .database()
            .execute(
                "INSERT INTO saved_filters (user_id, name, folded_name, shared, view, updated_at, revision)
                 VALUES (1, ?1, ?1, 0, '{}', 0, 1)",
                [format!("filter {number:03}")],
            )
            .unwrap();
    }
    let refused = admin.start("/filters", &named("One more")).problem(422, "invalid");
    assert_eq!(refused["errors"], json!([{"pointer": "", "code": "too_many"}]));
    assert_eq!(names(&admin).len(), 500);
    save(&sandbox.sign_in(USER), &named("One more"));
}

#[test]
fn who_sees_which() {
    let sandbox = Sandbox::new(10);
    let (admin, user, viewer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(USER), sandbox.sign_in(VIEWER));
    let alpine = sandbox.sign_in(ALPINE_VIEWER);
    let private = save(&viewer, &named("beta"));
    let open = save(&viewer, &shared("Alpha"));
    let below = save(&alpine, &shared("Gamma"));
    assert_eq!(names(&viewer), ["Alpha", "beta"]);
    assert_eq!(names(&user), ["Alpha"]);
    assert_eq!(names(&admin), ["Alpha"]);
    assert_eq!(names(&alpine), ["Gamma"]);
    assert_eq!(names(&sandbox.sign_in(ALPINE_ADMIN)), ["Gamma"]);

    assert_eq!(user.get(&path(&open)).expect(200)["can_edit"], false);
    assert_eq!(admin.get(&path(&open)).expect(200)["can_edit"], true);
    for (person, hidden) in [(&admin, &private), (&user, &private), (&admin, &below), (&alpine, &open)] {
        person.get(&path(hidden)).problem(404, "not_found");
        patch(person, hidden, &json!({"name": "Mine"})).problem(404, "not_found");
        delete(person, hidden).problem(404, "not_found");
    }
}

#[test]
fn who_changes_what_is_shared() {
    let sandbox = Sandbox::new(10);
    let (admin, user, viewer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(USER), sandbox.sign_in(VIEWER));
    let filter = save(&viewer, &shared("Blocked"));
    patch(&user, &filter, &json!({"name": "Mine"})).problem(403, "forbidden");
    delete(&user, &filter).problem(403, "forbidden");
    let renamed = patch(&admin, &filter, &json!({"name": "Blocked SIMs"})).expect(200);
    assert_eq!(renamed["owner"], filter["owner"]);
    let own = patch(&viewer, &renamed, &json!({"name": "My blocked SIMs"})).expect(200);

    // The names it must differ from are those of its owner.
    save(&admin, &named("Admin's"));
    let renamed = patch(&admin, &own, &json!({"name": "Admin's"})).expect(200);
    save(&viewer, &named("Private"));
    let refused = patch(&admin, &renamed, &json!({"name": "private"})).problem(422, "invalid");
    assert_eq!(refused["errors"][0]["code"], "name_taken");

    let taken_back = patch(&admin, &renamed, &json!({"shared": false})).expect(200);
    assert_eq!((&taken_back["shared"], &taken_back["can_edit"]), (&json!(false), &json!(false)));
    admin.get(&path(&filter)).problem(404, "not_found");
    let again = patch(&viewer, &taken_back, &json!({"shared": true})).expect(200);
    delete(&admin, &again).expect(204);
    assert_eq!(names(&viewer), ["Private"]);
}

#[test]
fn a_change_tells_its_time() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let filter = save(&admin, &named("Old"));
    sandbox.database().execute("UPDATE saved_filters SET updated_at = 1000", []).unwrap();
    assert_eq!(admin.get(&path(&filter)).expect(200)["updated_at"], "1970-01-01T00:16:40Z");
    let changed = patch(&admin, &filter, &json!({"name": "New"})).expect(200);
    assert!(changed["updated_at"].as_str().unwrap() > "2020");
}
