//! Tags and categories: on SIMs, and the lists that accounts keep of them.

use crate::sandbox::*;
use serde_json::{Value, json};

const LISTS: [(&str, &str); 2] = [("/tags", "tag"), ("/categories", "category")];

fn having(field: &str, name: &str) -> Value {
    json!({"choice": {"field": field, "any_of": [name]}})
}

fn count(person: &Person, field: &str, name: &str) -> usize {
    person.find(&having(field, name)).len()
}

fn names(person: &Person, list: &str) -> Vec<String> {
    let all = person.get(list).expect(200);
    all["items"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

#[track_caller]
fn named(person: &Person, list: &str, name: &str) -> Value {
    let all = person.get(list).expect(200);
    let found = all["items"].as_array().unwrap().iter().find(|label| label["name"] == name);
    found.unwrap_or_else(|| panic!("no {name} in {all}")).clone()
}

fn create(person: &Person, list: &str, name: &str, account: u32) -> Answer {
    person.start(list, &json!({"name": name, "colour": "teal", "account_id": account}))
}

fn put_on(person: &Person, field: &str, name: &str, sims: &[u32]) -> Value {
    let action = match field {
        "tag" => json!({"edit_tags": {"add": [name]}}),
        _ => json!({"set_category": {"category": name}}),
    };
    person.carry_out(&action, &json!({"ids": sims}))
}

fn some_sims(person: &Person, account: u32, count: usize) -> Vec<u32> {
    let filter = json!({"all": [in_account(account), with_status("active")]});
    let mut found = ids(&person.find(&filter));
    found.truncate(count);
    assert_eq!(found.len(), count);
    found
}

fn undo(person: &Person, operation: &Value) -> Value {
    let path = format!("/bulk-operations/{}/undo", operation["id"]);
    let started = person.start(&path, &Value::Null).expect(202);
    person.wait(&started)
}

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[test]
fn what_sims_have_is_in_the_lists_from_the_start() {
    let sandbox = Sandbox::new(900);
    let (admin, customer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_VIEWER));
    for (list, field) in LISTS {
        let all = admin.get(list).expect(200);
        let all = all["items"].as_array().unwrap();
        assert!(all.len() > 4, "{all:?}");
        for label in all {
            let name = label["name"].as_str().unwrap();
            assert_eq!(label["sims"], count(&admin, field, name), "{label}");
            assert_eq!(label["account_id"], NORTHGATE);
            assert!(label["colour"].is_string() && label["etag"].is_string(), "{label}");
            // Below it holds as well, and where it is from is not told.
            let below = named(&customer, list, name);
            assert_eq!(below["sims"], count(&customer, field, name), "{below}");
            assert_eq!((&below["colour"], &below["id"]), (&label["colour"], &label["id"]));
            assert_eq!(below["account_id"], Value::Null);
        }
        let defined = admin.get(&format!("{list}?in_use=false")).expect(200);
        assert_eq!(defined["items"].as_array().unwrap().len(), all.len());
        assert_eq!(defined["items"][0]["sims"], Value::Null);
    }
}

#[test]
fn tags_are_put_on_and_taken_off() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let sims = some_sims(&admin, LAKESIDE, 3);
    let target = json!({"ids": sims});
    for &id in &sims {
        let tags: Vec<Value> = admin.sim(id)["tags"].as_array().unwrap().clone();
        if !tags.is_empty() {
            admin.carry_out(&json!({"edit_tags": {"remove": tags}}), &json!({"ids": [id]}));
        }
    }
    let done = put_on(&admin, "tag", "new one", &sims[..2]);
    assert_eq!(done["counts"]["done"], 2);
    // Where it is already, nothing changes, and each SIM says so.
    let preview = admin.preview(&json!({"edit_tags": {"add": ["new one"]}}), &target);
    assert_eq!(preview["changing"], 1);
    assert_eq!(preview["refused"][0]["reason"], "unchanged");
    let swap = json!({"edit_tags": {"add": ["b", "a"], "remove": ["new one"]}});
    let swapped = admin.carry_out(&swap, &target);
    assert_eq!(swapped["counts"]["done"], 3);
    assert_eq!(admin.sim(sims[0])["tags"], json!(["b", "a"]));
    // A name in no list is told of as such.
    let undefined = named(&admin, "/tags", "b");
    assert_eq!(
        (&undefined["id"], &undefined["colour"], &undefined["sims"]),
        (&Value::Null, &Value::Null, &json!(3))
    );
    // Undone where nobody did anything to the tags since.
    put_on(&admin, "tag", "c", &sims[..1]);
    let undone = undo(&admin, &swapped);
    assert_eq!(undone["counts"], json!({"total": 3, "done": 2, "failed": 1}));
    assert_eq!(admin.sim(sims[0])["tags"], json!(["b", "a", "c"]));
    assert_eq!(admin.sim(sims[1])["tags"], json!(["new one"]));
    assert_eq!(admin.sim(sims[2])["tags"], json!([]));
}

#[test]
fn names_and_numbers_of_tags_are_limited() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let sim = some_sims(&admin, LAKESIDE, 1);
    let ask = |action: Value| {
        admin.start("/bulk-operations", &json!({"action": action, "target": {"ids": sim}, "dry_run": true}))
    };
    let add = |names: Value| ask(json!({"edit_tags": {"add": names}}));
    refused(add(json!(["fine", "a,b"])), "/action/edit_tags/add/1", "invalid");
    refused(add(json!(["a\nb"])), "/action/edit_tags/add/0", "invalid");
    refused(add(json!([" "])), "/action/edit_tags/add/0", "required");
    refused(add(json!(["ü".repeat(41)])), "/action/edit_tags/add/0", "too_long");
    refused(add(json!([])), "/action/edit_tags/add", "required");
    let many: Vec<String> = (0..21).map(|at| format!("tag {at}")).collect();
    refused(add(json!(many)), "/action/edit_tags/add", "too_many");
    refused(ask(json!({"edit_tags": {"add": ["a"], "remove": ["a"]}})), "/action/edit_tags/add/0", "invalid");
    refused(ask(json!({"set_category": {"category": ""}})), "/action/set_category/category", "required");
    let replace = json!({"replace_label": {"kind": "tag", "name": "pilot", "by": null}});
    refused(ask(replace), "/action", "invalid");

    put_on(&admin, "tag", "one before", &sim);
    let preview = admin.preview(&json!({"edit_tags": {"add": &many[..20]}}), &json!({"ids": sim}));
    assert_eq!(preview["refused"][0]["reason"], "too_many_tags");

    // A name with anything else in it is found by a filter.
    let odd = "a \"b\" (c) 'd' or = é";
    put_on(&admin, "tag", odd, &sim);
    put_on(&admin, "category", odd, &sim);
    assert_eq!((count(&admin, "tag", odd), count(&admin, "category", odd)), (1, 1));
}

#[test]
fn a_new_name_goes_to_every_sim_and_comes_back_with_undo() {
    let sandbox = Sandbox::new(900);
    let admin = sandbox.sign_in(ADMIN);
    for (list, field) in LISTS {
        let name = names(&admin, list)[0].clone();
        let before = named(&admin, list, &name);
        let carriers = count(&admin, field, &name);
        assert!(carriers > 3);
        let path = format!("{list}/{}", before["id"]);
        let change = admin.change(&path, &json!({"name": "renamed", "colour": "brown"})).expect(200);
        assert_eq!(
            (&change["label"]["name"], &change["label"]["colour"]),
            (&json!("renamed"), &json!("brown"))
        );
        assert_eq!(change["operation"]["counts"]["total"], carriers);
        let done = admin.wait(&change["operation"]);
        assert_eq!(done["counts"]["failed"], 0);
        assert_eq!((count(&admin, field, &name), count(&admin, field, "renamed")), (0, carriers));
        assert!(!names(&admin, list).contains(&name));
        assert_eq!(named(&admin, list, "renamed")["sims"], carriers);

        let undone = undo(&admin, &done);
        assert_eq!(undone["counts"]["done"], carriers);
        assert_eq!((count(&admin, field, &name), count(&admin, field, "renamed")), (carriers, 0));
        // The list as well, look and all.
        let after = named(&admin, list, &name);
        assert_eq!((&after["id"], &after["colour"]), (&before["id"], &before["colour"]));
        assert_ne!(after["etag"], before["etag"]);
        // And the undo can be undone.
        undo(&admin, &undone);
        assert_eq!(named(&admin, list, "renamed")["id"], before["id"]);
        assert_eq!(count(&admin, field, "renamed"), carriers);
    }
}

#[test]
fn merging_and_deleting_tell_how_many_sims_and_can_be_undone() {
    let sandbox = Sandbox::new(900);
    let admin = sandbox.sign_in(ADMIN);
    for (list, field) in LISTS {
        let all = names(&admin, list);
        let (from, into) = (named(&admin, list, &all[0]), named(&admin, list, &all[1]));
        let (few, many) = (count(&admin, field, &all[0]), count(&admin, field, &all[1]));
        let both = match field {
            "tag" => admin.find(&json!({"all": [having(field, &all[0]), having(field, &all[1])]})).len(),
            _ => 0,
        };
        let path = format!("{list}/{}/merge", from["id"]);
        let merge = |key: &str, etag: &str| {
            let headers = [
                ("content-type", "application/json"),
                (contract::IDEMPOTENCY_HEADER, key),
                ("if-match", etag),
            ];
            admin.request("POST", &path, &headers, Some(&json!({"into": into["id"]}).to_string()))
        };
        merge("stale", "\"999\"").problem(412, "stale");
        let key = format!("merge{field}");
        let change = merge(&key, from["etag"].as_str().unwrap()).expect(200);
        assert_eq!(change["label"]["id"], into["id"]);
        assert_eq!(change["operation"]["counts"]["total"], few);
        // Sent again, it is done once.
        assert_eq!(merge(&key, "\"999\"").expect(200), change);
        let done = admin.wait(&change["operation"]);
        assert_eq!(done["counts"]["failed"], 0);
        assert_eq!((count(&admin, field, &all[0]), count(&admin, field, &all[1])), (0, few + many - both));
        admin.get(&format!("{list}/{}", from["id"])).problem(404, "not_found");
        undo(&admin, &done);
        assert_eq!((count(&admin, field, &all[0]), count(&admin, field, &all[1])), (few, many));
        assert_eq!(named(&admin, list, &all[0])["id"], from["id"]);

        let path = format!("{list}/{}", into["id"]);
        admin.delete(&path).problem(428, "precondition_required");
        let change = admin.remove(&path).expect(200);
        assert_eq!(change["label"], Value::Null);
        assert_eq!(change["operation"]["counts"]["total"], many);
        let done = admin.wait(&change["operation"]);
        assert_eq!(count(&admin, field, &all[1]), 0);
        assert!(!names(&admin, list).contains(&all[1]));
        // Somebody makes one of that name: undo then brings the name back to SIMs, and leaves the list.
        let made = create(&admin, list, &all[1].to_uppercase(), NORTHGATE).expect(201);
        undo(&admin, &done);
        assert_eq!(count(&admin, field, &all[1]), many);
        assert_eq!(admin.get(&format!("{list}/{}", made["id"])).expect(200)["colour"], "teal");
        assert_eq!(named(&admin, list, &all[1])["id"], Value::Null);
    }
}

#[test]
fn an_account_has_its_own_beside_those_from_above() {
    let sandbox = Sandbox::new(900);
    let (root, customer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    for (list, field) in LISTS {
        let own = create(&customer, list, "ours", ALPINE).expect(201);
        assert_eq!((&own["account_id"], &own["sims"]), (&json!(ALPINE), &json!(0)));
        // Taken: by the own account, by one above, by one below, whatever the case. Beside it is free.
        let above = names(&root, list)[0].to_uppercase();
        for (person, name, account) in [
            (&customer, "OURS", ALPINE),
            (&customer, &above, ALPINE),
            (&customer, "ours", DEPOT),
            (&root, "ours", NORTHGATE),
        ] {
            refused(create(person, list, name, account), "/name", "name_taken");
        }
        refused(create(&customer, list, "theirs", LAKESIDE), "/account_id", "unknown_account");
        let beside = create(&root, list, "ours", LAKESIDE).expect(201);
        put_on(&root, field, "ours", &some_sims(&root, ALPINE_FLEET, 2));
        put_on(&root, field, "ours", &some_sims(&root, LAKESIDE, 3));
        put_on(&root, field, "ours", &some_sims(&root, NORTHGATE, 1));
        let sims = |person: &Person| -> Vec<(Value, Value)> {
            let all = person.get(list).expect(200);
            let ours = all["items"].as_array().unwrap().iter().filter(|label| label["name"] == "ours");
            ours.map(|label| (label["account_id"].clone(), label["sims"].clone())).collect()
        };
        let seen = sims(&root);
        assert_eq!(seen.len(), 3);
        for expected in [(json!(ALPINE), json!(2)), (json!(LAKESIDE), json!(3)), (Value::Null, json!(1))] {
            assert!(seen.contains(&expected), "{expected:?} in {seen:?}");
        }
        assert_eq!(sims(&customer), [(json!(ALPINE), json!(2))]);

        // A new name reaches the SIMs of the definition's account and below, and no others.
        let change = customer.change(&format!("{list}/{}", own["id"]), &json!({"name": "mine"})).expect(200);
        customer.wait(&change["operation"]);
        assert_eq!((count(&root, field, "mine"), count(&root, field, "ours")), (2, 4));
        // What is above or beside cannot be changed, and what is beside is not there.
        let defined = named(&customer, list, &names(&root, list)[0]);
        let etag = defined["etag"].as_str().unwrap();
        customer.get(&format!("{list}/{}", defined["id"])).expect(200);
        let above = format!("{list}/{}", defined["id"]);
        customer.change_seen(&above, &json!({"colour": "red"}), etag).problem(404, "not_found");
        customer.remove(&above).problem(404, "not_found");
        customer.get(&format!("{list}/{}", beside["id"])).problem(404, "not_found");
        // Into one from above: yes. Into one that does not hold for all: no.
        let merge = |person: &Person, id: &Value, into: &Value| {
            let key = format!("merge-{}", fastrand::u64(..));
            let headers = [
                ("content-type", "application/json"),
                (contract::IDEMPOTENCY_HEADER, key.as_str()),
                ("if-match", "*"),
            ];
            let path = format!("{list}/{id}/merge");
            person.request("POST", &path, &headers, Some(&json!({"into": into}).to_string()))
        };
        refused(merge(&root, &defined["id"], &beside["id"]), "/into", "unknown_label");
        refused(merge(&customer, &own["id"], &own["id"]), "/into", "unknown_label");
        let change = merge(&customer, &own["id"], &defined["id"]).expect(200);
        assert_eq!(customer.wait(&change["operation"])["counts"]["done"], 2);
        assert_eq!(count(&root, field, "mine"), 0);
    }
}

#[test]
fn only_admins_change_lists_and_nobody_overwrites_what_they_have_not_seen() {
    let sandbox = Sandbox::new(200);
    let (ann, bob) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ADMIN));
    for (list, _) in LISTS {
        let label = named(&ann, list, &names(&ann, list)[0]);
        let path = format!("{list}/{}", label["id"]);
        let etag = label["etag"].as_str().unwrap();
        for email in [USER, VIEWER] {
            let person = sandbox.sign_in(email);
            person.get(list).expect(200);
            person.get(&path).expect(200);
            create(&person, list, "x", NORTHGATE).problem(403, "forbidden");
            person.change_seen(&path, &json!({"colour": "red"}), etag).problem(403, "forbidden");
            person.remove(&path).problem(403, "forbidden");
            for action in [json!({"edit_tags": {"add": ["x"]}}), json!({"set_category": {"category": null}})]
            {
                let request = json!({"action": action, "target": {"ids": [1]}, "dry_run": true});
                person.post("/bulk-operations", &request).problem(403, "forbidden");
            }
        }
        ann.change_seen(&path, &json!({"colour": "indigo"}), etag).expect(200);
        bob.change_seen(&path, &json!({"colour": "pink"}), etag).problem(412, "stale");
        assert_eq!(bob.get(&path).expect(200)["colour"], "indigo");
        ann.request("PATCH", &path, &[("content-type", "application/json")], Some("{}"))
            .problem(428, "precondition_required");
        refused(ann.change(&path, &json!({"name": "a,b"})), "/name", "invalid");
        let taken = names(&ann, list)[1].to_uppercase();
        refused(ann.change(&path, &json!({"name": taken})), "/name", "name_taken");
        refused(ann.change(&path, &json!({"colour": "ultraviolet"})), "/colour", "invalid");
        // The own name in other letters is free.
        let louder = label["name"].as_str().unwrap().to_uppercase();
        ann.change(&path, &json!({"name": louder})).expect(200);
    }
    let log = ann.get("/audit-log?action=label_renamed").expect(200);
    assert_eq!(log["items"].as_array().unwrap().len(), 2);
    assert_eq!(log["items"][0]["subject"]["kind"], "category");
}

#[test]
fn the_list_is_followed_by_sims_that_nobody_can_edit() {
    let sandbox = Sandbox::new(900);
    let admin = sandbox.sign_in(ADMIN);
    let target = |status: &str| json!({"matching": {"filter": with_status(status)}});
    let sims = some_sims(&admin, LAKESIDE, 2);
    let made = create(&admin, "/tags", "trial", NORTHGATE).expect(201);
    put_on(&admin, "tag", "trial", &sims);
    admin.carry_out(&json!("terminate"), &json!({"ids": [sims[0]]}));
    for status in ["unmanaged", "terminated"] {
        let preview = admin.preview(&json!({"edit_tags": {"add": ["x"]}}), &target(status));
        assert_eq!((&preview["changing"], &preview["refused"][0]["reason"]), (&json!(0), &json!(status)));
    }
    let change = admin.remove(&format!("/tags/{}", made["id"])).expect(200);
    let done = admin.wait(&change["operation"]);
    assert_eq!(done["counts"], json!({"total": 2, "done": 2, "failed": 0}));
    assert_eq!(count(&admin, "tag", "trial"), 0);
}
