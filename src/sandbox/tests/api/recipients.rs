//! Who is told about the alerts of SIMs: the addresses of accounts, the users who want it, and what a SIM has by itself.

use crate::sandbox::*;
use crate::users::join;
use serde_json::{Value, json};

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[track_caller]
pub fn add(person: &Person, account: u32, email: &str, all_sims: bool) -> u32 {
    let new = json!({"email": email, "all_sims": all_sims});
    let made = person.start(&format!("/accounts/{account}/recipients"), &new).expect(201);
    made["id"].as_u64().unwrap() as u32
}

pub fn sim_in(person: &Person, account: u32) -> u32 {
    ids(&person.find(&json!({"all": [in_account(account), with_status("active")]})))[0]
}

pub fn put(person: &Person, sim: u32, recipient: u32) -> Answer {
    person.request("PUT", &format!("/sims/{sim}/recipients/{recipient}"), &[], None)
}

#[track_caller]
fn of_sim(person: &Person, sim: u32) -> Value {
    person.get(&format!("/sims/{sim}/recipients")).expect(200)
}

/// `address: cause cause`, and how many above.
fn told(answer: &Value) -> (Vec<String>, u64) {
    let told = answer["told"].as_array().unwrap().iter().map(|one| {
        let causes =
            one["sources"].as_array().unwrap().iter().map(|source| source["cause"].as_str().unwrap());
        format!("{}: {}", one["email"].as_str().unwrap(), causes.collect::<Vec<_>>().join(" "))
    });
    (told.collect(), answer["above"].as_u64().unwrap())
}

pub fn opt_in(person: &Person) {
    assert_eq!(person.change("/me", &json!({"alerts": true})).expect(200)["alerts"], true);
}

#[test]
fn an_account_keeps_addresses() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ALPINE_ADMIN);
    let path = format!("/accounts/{ALPINE}/recipients");
    assert_eq!(admin.get(&path).expect(200), json!({"items": [], "told": [], "above": 0}));
    let new = |email: &str| json!({"email": email, "all_sims": true});
    let first = admin.start_with_key(&path, &new("Dispatch@Alpine.example"), "one");
    assert_eq!(first.header("etag"), first.json()["etag"]);
    let made = first.expect(201);
    assert_eq!(admin.start_with_key(&path, &new("Dispatch@Alpine.example"), "one").expect(201), made);
    let mut expected = json!({
        "id": made["id"], "account_id": ALPINE, "email": "dispatch@alpine.example", "all_sims": true, "sims": [],
        "etag": made["etag"],
    });
    assert_eq!(made, expected);
    refused(admin.start(&path, &new("DISPATCH@alpine.example")), "/email", "recipient_taken");
    refused(admin.start(&path, &new("")), "/email", "required");
    refused(admin.start(&path, &new("dispatch")), "/email", "bad_email");
    refused(admin.start(&path, &json!({"email": "a@b.example", "all_sims": null})), "/all_sims", "invalid");
    admin.post(&path, &new("a@b.example")).problem(400, "key_required");
    // Another account may have the same one.
    add(&admin, DEPOT, "dispatch@alpine.example", false);

    let one = format!("/recipients/{}", made["id"]);
    let changed = admin.change(&one, &json!({"all_sims": false})).expect(200);
    expected["all_sims"] = json!(false);
    expected["etag"] = changed["etag"].clone();
    assert_ne!(changed["etag"], made["etag"]);
    assert_eq!(admin.get(&path).expect(200)["items"], json!([expected]));
    let seen = made["etag"].as_str().unwrap();
    admin.change_seen(&one, &json!({"all_sims": true}), seen).problem(412, "stale");
    admin.request("DELETE", &one, &[("if-match", seen)], None).problem(412, "stale");
    admin.delete(&one).problem(428, "precondition_required");
    refused(admin.change(&one, &json!({"email": "other@alpine.example"})), "/email", "invalid");
    admin.remove(&one).expect(204);
    admin.get(&one).problem(404, "not_found");
    assert_eq!(admin.get(&path).expect(200)["items"], json!([]));

    for n in 0..100 {
        add(&admin, ALPINE, &format!("many-{n}@alpine.example"), false);
    }
    refused(admin.start(&path, &new("one-more@alpine.example")), "/email", "too_many");
}

#[test]
fn everybody_is_told_once_with_every_cause() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let (sim, below) = (sim_in(&root, ALPINE), sim_in(&root, DEPOT));
    let all = add(&alpine, ALPINE, "all@alpine.example", true);
    let some = add(&alpine, ALPINE, "some@alpine.example", false);
    add(&alpine, DEPOT, "depot@alpine.example", true);
    opt_in(&sandbox.sign_in(ALPINE_VIEWER));
    // A user whose address is noted as well is told once.
    let viewer = add(&alpine, ALPINE, ALPINE_VIEWER, false);
    for recipient in [all, some, viewer, viewer] {
        put(&alpine, sim, recipient).expect(200);
    }
    let now = of_sim(&alpine, sim);
    let expected = [
        "all@alpine.example: this_sim all_sims".to_owned(),
        "some@alpine.example: this_sim".to_owned(),
        format!("{ALPINE_VIEWER}: this_sim opt_in"),
    ];
    assert_eq!(told(&now), (expected.to_vec(), 0));
    assert_eq!(now["can_add"], json!([]));
    assert_eq!(now["told"][2]["user"]["language"], Value::Null);
    let of_depot = of_sim(&alpine, below);
    let expected = ["all@alpine.example: all_sims", "depot@alpine.example: all_sims"].map(str::to_owned);
    assert_eq!(told(&of_depot), ([&expected[..], &[format!("{ALPINE_VIEWER}: opt_in")]].concat(), 0));
    let addresses: Vec<_> = of_depot["can_add"].as_array().unwrap().iter().map(|one| &one["email"]).collect();
    assert_eq!(
        addresses,
        ["all@alpine.example", "depot@alpine.example", "some@alpine.example", ALPINE_VIEWER]
    );
    let account = alpine.get(&format!("/accounts/{DEPOT}/recipients")).expect(200);
    assert_eq!(told(&account), told(&of_depot));

    // Deleting an address says where it is and takes it off everywhere.
    put(&alpine, below, all).expect(200);
    let uses = alpine.get(&format!("/recipients/{all}")).expect(200);
    assert_eq!(uses["sims"], json!([{"account_id": ALPINE, "count": 1}, {"account_id": DEPOT, "count": 1}]));
    alpine.remove(&format!("/recipients/{all}")).expect(204);
    for sim in [sim, below] {
        assert!(!told(&of_sim(&alpine, sim)).0.iter().any(|one| one.starts_with("all@")));
    }
    let taken_off = alpine.delete(&format!("/sims/{sim}/recipients/{some}")).expect(200);
    assert_eq!(told(&taken_off).0, [format!("{ALPINE_VIEWER}: this_sim opt_in")]);
    assert_eq!(alpine.delete(&format!("/sims/{sim}/recipients/{some}")).expect(200), taken_off);
}

#[test]
fn of_accounts_above_nothing_is_told_but_a_number() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let sim = sim_in(&root, ALPINE);
    let noc = add(&root, NORTHGATE, "noc@northgate.example", true);
    let watch = add(&root, BRIGHTWATER, "watch@brightwater.example", false);
    put(&root, sim, watch).expect(200);
    opt_in(&root);
    let expected = [
        format!("{ADMIN}: opt_in"),
        "noc@northgate.example: all_sims".to_owned(),
        "watch@brightwater.example: this_sim".to_owned(),
    ];
    assert_eq!(told(&of_sim(&root, sim)), (expected.to_vec(), 0));
    let seen = alpine.get(&format!("/sims/{sim}/recipients"));
    assert!(!seen.text.contains("northgate") && !seen.text.contains("brightwater"), "{}", seen.text);
    assert_eq!(seen.expect(200), json!({"told": [], "above": 3, "can_add": []}));
    assert_eq!(
        alpine.get(&format!("/accounts/{ALPINE}/recipients")).expect(200),
        json!({"items": [], "told": [], "above": 2})
    );
    // Neither is there anything that could be done to them.
    alpine.delete(&format!("/sims/{sim}/recipients/{watch}")).problem(404, "not_found");
    put(&alpine, sim, noc).problem(404, "not_found");
    // Nor is an address of a sibling or of an account below the SIM's one for it.
    let lakeside = add(&root, LAKESIDE, "ops@lakeside.example", true);
    let depot = add(&root, DEPOT, "ops@depot.example", true);
    put(&root, sim, lakeside).problem(404, "not_found");
    put(&root, sim, depot).problem(404, "not_found");
    assert_eq!(of_sim(&root, sim)["told"].as_array().unwrap().len(), 3);
}

#[test]
fn the_audit_log_tells_of_addresses_to_those_whose_they_are() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let sim = sim_in(&root, ALPINE);
    let id = add(&root, BRIGHTWATER, "watch@brightwater.example", false);
    let path = format!("/recipients/{id}");
    root.change(&path, &json!({"all_sims": true})).expect(200);
    put(&root, sim, id).expect(200);
    put(&root, sim, id).expect(200);
    root.delete(&format!("/sims/{sim}/recipients/{id}")).expect(200);
    root.remove(&path).expect(204);
    let log = root.get("/audit-log").expect(200);
    let acts: Vec<String> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["subject"]["kind"] == "recipient")
        .map(|entry| {
            assert_eq!(entry["subject"]["name"], "watch@brightwater.example");
            assert_eq!(entry["account_id"], BRIGHTWATER);
            let change = &entry["changes"][0];
            format!("{} {} {} {}", entry["action"], change["field"], change["old"], change["new"])
        })
        .collect();
    let iccid = &root.sim(sim)["iccid"];
    let expected = [
        r#""recipient_removed" null null null"#.to_owned(),
        format!(r#""recipient_changed" "sim" {iccid} null"#),
        format!(r#""recipient_changed" "sim" null {iccid}"#),
        r#""recipient_changed" "all_sims" "false" "true""#.to_owned(),
        r#""recipient_added" "all_sims" null "false""#.to_owned(),
    ];
    assert_eq!(acts, expected);
    assert!(!alpine.get("/audit-log").text.contains("brightwater"));
}

#[test]
fn only_those_who_can_sign_in_are_told() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let sim = sim_in(&root, ALPINE);
    let (user, person) = join(&sandbox, &root, ALPINE, "night@alpine.example", "view_only");
    opt_in(&person);
    add(&root, ALPINE, "ops@alpine.example", true);
    add(&root, BRIGHTWATER, "ops@brightwater.example", true);
    let names = || told(&of_sim(&root, sim)).0.join(", ");
    let ops = "ops@alpine.example: all_sims, ops@brightwater.example: all_sims";
    assert_eq!(names(), format!("night@alpine.example: opt_in, {ops}"));
    let path = format!("/users/{}", user["id"]);
    root.change(&path, &json!({"enabled": false})).expect(200);
    assert_eq!(names(), ops);
    root.change(&path, &json!({"enabled": true})).expect(200);
    assert!(names().starts_with("night"));
    // A disabled account is told nothing; those above still are.
    root.change(&format!("/accounts/{ALPINE}"), &json!({"enabled": false})).expect(200);
    assert_eq!(names(), "ops@brightwater.example: all_sims");
    root.change(&format!("/accounts/{ALPINE}"), &json!({"enabled": true})).expect(200);
    root.remove(&path).expect(204);
    assert_eq!(names(), ops);
}

#[test]
fn nothing_is_set_on_a_sim_that_cannot_be_changed() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let id = add(&root, NORTHGATE, "ops@northgate.example", false);
    for status in ["unmanaged", "terminated"] {
        let sim = ids(&root.find(&with_status(status)))[0];
        put(&root, sim, id).problem(409, "wrong_state");
        assert_eq!(of_sim(&root, sim)["told"], json!([]));
    }
}

#[test]
fn a_move_keeps_addresses_that_may_stay_and_can_be_undone() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let sims: Vec<u32> = ids(&root.find(&json!({"all": [in_account(ALPINE), with_status("active")]})));
    let (sim, other) = (sims[0], sims[1]);
    let above = add(&root, BRIGHTWATER, "watch@brightwater.example", false);
    let own = add(&root, ALPINE, "ops@alpine.example", false);
    for recipient in [above, own] {
        put(&root, sim, recipient).expect(200);
    }
    let names = |person: &Person| told(&of_sim(person, sim)).0.join(", ");
    let both = names(&root);
    let target = json!({"ids": [sim, other]});
    let to = |account: u32| json!({"move_to_account": {"account_id": account}});
    let without =
        |account: u32| json!({"move_to_account": {"account_id": account, "keep_recipients": false}});
    let effects = |person: &Person, action: &Value| person.preview(action, &target)["recipients"].clone();
    let undo = |operation: &Value| {
        let started = root.start(&format!("/bulk-operations/{}/undo", operation["id"]), &Value::Null);
        root.wait(&started.expect(202))
    };

    // Down: both stay. Beside: what belongs to the account it leaves goes.
    assert_eq!(effects(&root, &to(DEPOT)), json!({"with": 1, "losing": 0}));
    undo(&root.carry_out(&to(DEPOT), &target));
    assert_eq!(names(&root), both);
    assert_eq!(effects(&root, &to(LAKESIDE)), json!({"with": 1, "losing": 1}));
    let moved = root.carry_out(&to(LAKESIDE), &target);
    let left = names(&root);
    assert_eq!(left, "watch@brightwater.example: this_sim");
    let undone = undo(&moved);
    assert_eq!(names(&root), both);
    undo(&undone);
    assert_eq!(names(&root), left);
    root.carry_out(&to(ALPINE), &target);
    put(&root, sim, own).expect(200);

    // Without: all that the person sees go, and come back.
    let moved = root.carry_out(&without(DEPOT), &target);
    assert_eq!(names(&root), "");
    undo(&moved);
    assert_eq!(names(&root), both);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    assert_eq!(effects(&alpine, &without(DEPOT)), json!({"with": 1, "losing": 1}));
    alpine.carry_out(&without(DEPOT), &target);
    assert_eq!(names(&root), "watch@brightwater.example: this_sim");
    assert_eq!(effects(&alpine, &to(ALPINE)), json!({"with": 0, "losing": 0}));
    assert_eq!(root.preview(&json!("suspend"), &target)["recipients"], Value::Null);
}

#[test]
fn an_account_that_moves_away_parts_with_addresses_above_it() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let sim = sim_in(&root, DEPOT);
    for (account, email) in [(NORTHGATE, "a@x.example"), (ALPINE, "b@x.example"), (DEPOT, "c@x.example")] {
        put(&root, sim, add(&root, account, email, false)).expect(200);
    }
    root.change(&format!("/accounts/{DEPOT}"), &json!({"parent_id": LAKESIDE})).expect(200);
    let expected = ["a@x.example: this_sim", "c@x.example: this_sim"].map(str::to_owned);
    assert_eq!(told(&of_sim(&root, sim)).0, expected);
}

#[test]
fn an_account_is_deleted_with_its_addresses() {
    let sandbox = Sandbox::new(10);
    let root = sandbox.sign_in(ADMIN);
    let made = root.start("/accounts", &json!({"parent_id": ALPINE, "name": "Soon gone"})).expect(201);
    let account = made["id"].as_u64().unwrap() as u32;
    let id = add(&root, account, "ops@gone.example", true);
    root.remove(&format!("/accounts/{account}")).expect(204);
    root.get(&format!("/recipients/{id}")).problem(404, "not_found");
}
