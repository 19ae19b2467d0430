//! Activating and terminating SIMs, beside suspending and resuming them.

use crate::sandbox::*;
use serde_json::{Value, json};

fn with(person: &Person, filter: &Value, count: usize) -> Vec<u32> {
    let mut found = ids(&person.find(filter));
    assert!(found.len() >= count, "{filter}: {}", found.len());
    found.truncate(count);
    found
}

fn failed(person: &Person, operation: &Value) -> Vec<(u64, String)> {
    let path = format!("/bulk-operations/{}/items?status=failed&limit=1000", operation["id"]);
    let items = person.get(&path).expect(200);
    let items = items["items"].as_array().unwrap().iter();
    items.map(|it| (it["sim_id"].as_u64().unwrap(), it["reason"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn an_activation_waits_for_the_operator_and_can_be_called_off_until_then() {
    let sandbox = Sandbox::new(600);
    let admin = sandbox.sign_in(ADMIN);
    let inactive = with(&admin, &with_status("inactive"), 2);
    let active = with(&admin, &with_status("active"), 1)[0];
    let unmanaged = with(&admin, &with_status("unmanaged"), 1)[0];
    let target = json!({"ids": [inactive[0], inactive[1], active, unmanaged]});

    let preview = admin.preview(&json!("activate"), &target);
    assert_eq!(preview["changing"], 2);
    let done = admin.carry_out(&json!("activate"), &target);
    assert_eq!(done["counts"], json!({"total": 4, "done": 2, "failed": 2}));
    assert_eq!(done["can_undo"], true);
    let mut reasons = failed(&admin, &done);
    reasons.sort();
    let mut expected = vec![
        (u64::from(active), "already_activated".to_owned()),
        (u64::from(unmanaged), "unmanaged".to_owned()),
    ];
    expected.sort();
    assert_eq!(reasons, expected);
    for &id in &inactive {
        assert_eq!(admin.sim(id)["status"], "activation_pending");
    }
    let again = admin.carry_out(&json!("activate"), &json!({"ids": [inactive[0]]}));
    assert_eq!(failed(&admin, &again), [(u64::from(inactive[0]), "activation_pending".to_owned())]);

    // One of them is terminated meanwhile: only the other one is called off.
    admin.carry_out(&json!("terminate"), &json!({"ids": [inactive[1]]}));
    let undone = admin.start(&format!("/bulk-operations/{}/undo", done["id"]), &Value::Null).expect(202);
    let undone = admin.wait(&undone);
    assert_eq!(undone["counts"], json!({"total": 2, "done": 1, "failed": 1}));
    assert_eq!(failed(&admin, &undone), [(u64::from(inactive[1]), "terminated".to_owned())]);
    assert_eq!(admin.sim(inactive[0])["status"], "inactive");
}

#[test]
fn once_the_operator_has_completed_it_an_activation_stays() {
    let sandbox = Sandbox::with_network(600);
    let admin = sandbox.sign_in(ADMIN);
    let inactive = with(&admin, &with_status("inactive"), 1);
    let done = admin.carry_out(&json!("activate"), &json!({"ids": inactive}));
    sandbox.network(&json!({"advance_seconds": 60}));
    let sim = admin.sim(inactive[0]);
    assert_eq!(sim["status"], "active");
    assert!(sim["activated_on"].is_string());
    let undone = admin.start(&format!("/bulk-operations/{}/undo", done["id"]), &Value::Null).expect(202);
    let undone = admin.wait(&undone);
    assert_eq!(failed(&admin, &undone), [(u64::from(inactive[0]), "already_activated".to_owned())]);
    assert_eq!(admin.sim(inactive[0])["status"], "active");
}

#[test]
fn a_terminated_sim_is_out_of_service_for_good() {
    let sandbox = Sandbox::new(600);
    let admin = sandbox.sign_in(ADMIN);
    let filter = json!({"all": [with_status("active"), {"in_session": true}]});
    let sims = with(&admin, &filter, 3);
    let target = json!({"ids": sims});
    assert_eq!(admin.preview(&json!("terminate"), &target)["changing"], 3);
    let done = admin.carry_out(&json!("terminate"), &target);
    assert_eq!(done["counts"]["done"], 3);
    for &id in &sims {
        let sim = admin.sim(id);
        assert_eq!((&sim["status"], &sim["in_session"]), (&json!("terminated"), &json!(false)));
        admin.edit(id, &json!({"label": "x"})).problem(422, "invalid");
    }
    // There is no way back, and nothing more to be done with them.
    assert_eq!(done["can_undo"], false);
    admin.start(&format!("/bulk-operations/{}/undo", done["id"]), &Value::Null).problem(409, "wrong_state");
    for act in ["activate", "suspend", "resume", "terminate"] {
        let refused = admin.preview(&json!(act), &target);
        assert_eq!(refused["changing"], 0, "{act}");
        assert_eq!(refused["refused"][0]["reason"], "terminated", "{act}");
    }
    let entries = admin.get("/audit-log?action=terminate_started").expect(200);
    assert_eq!(entries["items"][0]["changes"][0], json!({"field": "sims", "old": null, "new": "3"}));
}

#[test]
fn only_admins_and_only_in_their_part_of_the_tree() {
    let sandbox = Sandbox::new(600);
    let root = sandbox.sign_in(ADMIN);
    let beside = with(&root, &json!({"all": [in_account(LAKESIDE), with_status("active")]}), 1)[0];
    let own = with(&root, &json!({"all": [in_account(ALPINE), with_status("active")]}), 1)[0];
    for act in ["activate", "terminate"] {
        let request = json!({"action": act, "target": {"ids": [own]}});
        sandbox.sign_in(USER).start("/bulk-operations", &request).problem(403, "forbidden");
        sandbox.sign_in(VIEWER).start("/bulk-operations", &request).problem(403, "forbidden");
    }
    let customer = sandbox.sign_in(ALPINE_ADMIN);
    let done = customer.carry_out(&json!("terminate"), &json!({"ids": [own, beside]}));
    assert_eq!(failed(&customer, &done), [(u64::from(beside), "not_found".to_owned())]);
    assert_eq!(root.sim(own)["status"], "terminated");
    assert_eq!(root.sim(beside)["status"], "active");
}
