//! Nothing above or beside the own account: not listed, not read, not changed, not even told to exist.

use crate::sandbox::*;
use serde_json::{Value, json};

const OUTSIDE: [u32; 4] = [NORTHGATE, BRIGHTWATER, LAKESIDE, 9_999];

#[test]
fn accounts() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let all = root.get("/accounts").expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 41);
    let seen = alpine.get("/accounts").expect(200);
    let seen = seen["items"].as_array().unwrap();
    assert_eq!(seen.len(), 9);
    let top = seen.iter().find(|account| account["id"] == ALPINE).unwrap();
    assert!(top["parent_id"].is_null());
    let own: u64 = seen.iter().map(|account| account["sim_count"].as_u64().unwrap()).sum();
    assert_eq!(top["total_sim_count"], own);
    assert_eq!(alpine.get("/sims").expect(200)["total"], own);
    for id in OUTSIDE {
        alpine.get(&format!("/accounts/{id}")).problem(404, "not_found");
    }
    assert_eq!(alpine.get(&format!("/accounts/{DEPOT}")).expect(200)["parent_id"], ALPINE_FLEET);
}

#[test]
fn sims() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let visible: Vec<u32> = ids(&root.find(&json!({"account": {"within": ALPINE}})));
    assert!(visible.len() > 20);
    assert_eq!(ids(&alpine.find(&json!({"all": []}))), visible);
    let columns = alpine.get("/sims/columns").expect(200);
    assert_eq!(columns["columns"]["id"], json!(visible));
    let listed = alpine.get("/sims?limit=1000").expect(200);
    assert_eq!(ids(listed["items"].as_array().unwrap()), visible);

    for account in OUTSIDE {
        assert!(alpine.find(&in_account(account)).is_empty());
        assert!(alpine.find(&json!({"account": {"within": account}})).is_empty());
    }
    assert!(alpine.find(&json!({"account": {"name": {"contains": "Lakeside"}}})).is_empty());

    for sim in root.find(&json!({"not": {"account": {"within": ALPINE}}})).iter().take(20) {
        let id = sim["id"].as_u64().unwrap();
        alpine.get(&format!("/sims/{id}")).problem(404, "not_found");
        alpine.edit_seen(id as u32, &json!({"label": "mine"}), "*").problem(404, "not_found");
        assert!(
            alpine.find(&json!({"text": {"field": "iccid", "test": {"any_of": [sim["iccid"]]}}})).is_empty()
        );
    }
}

#[test]
fn bulk_operations() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let outside: Vec<u32> = ids(&root.find(&in_account(LAKESIDE))).into_iter().take(3).collect();
    let active = json!({"all": [with_status("active"), {"account": {"within": ALPINE}}]});
    let inside: Vec<u32> = ids(&root.find(&active)).into_iter().take(2).collect();
    let before: Vec<Value> = outside.iter().map(|&id| root.sim(id)).collect();
    let named = [outside.clone(), inside.clone(), vec![4_000_000]].concat();
    let target = json!({"ids": named});

    let preview = alpine.preview(&json!("suspend"), &target);
    assert_eq!(preview["refused"], json!([{"reason": "not_found", "count": 4, "examples": []}]));
    let done = alpine.carry_out(&json!("suspend"), &target);
    assert_eq!(done["counts"], json!({"total": 6, "done": 2, "failed": 4}));
    let failed = alpine.get(&format!("/bulk-operations/{}/items?status=failed", done["id"])).expect(200);
    for item in failed["items"].as_array().unwrap() {
        assert_eq!((&item["reason"], &item["iccid"]), (&json!("not_found"), &json!("")));
    }
    let after: Vec<Value> = outside.iter().map(|&id| root.sim(id)).collect();
    assert_eq!(before, after);

    let everything = json!({"matching": {"filter": {"any": [{"all": []}, in_account(LAKESIDE)]}}});
    let done = alpine.carry_out(&json!("resume"), &everything);
    assert_eq!(done["counts"]["total"], alpine.get("/sims").expect(200)["total"]);

    for account in OUTSIDE {
        let request = json!({
            "action": {"move_to_account": {"account_id": account}}, "target": {"ids": inside},
        });
        let problem = alpine.start("/bulk-operations", &request).problem(422, "invalid");
        let expected = json!([{"pointer": "/action/move_to_account/account_id", "code": "unknown_account"}]);
        assert_eq!(problem["errors"], expected);
    }
}

#[test]
fn a_sim_that_leaves_before_its_turn_is_left_alone() {
    let sandbox = Sandbox::with(300, |config| config.faults.bulk_delay_ms = 600);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let active = json!({"all": [with_status("active"), in_account(ALPINE)]});
    let id = ids(&root.find(&active))[0];
    // The worker is busy with this one while the next two queue up in the order in which they came.
    root.carry_out(&json!("resume"), &json!({"ids": [1]}));
    let to = json!({"move_to_account": {"account_id": LAKESIDE}});
    root.start("/bulk-operations", &json!({"action": to, "target": {"ids": [id]}})).expect(202);
    let suspend = json!({"action": "suspend", "target": {"ids": [id]}});
    let late = alpine.start("/bulk-operations", &suspend).expect(202);
    let late = alpine.wait(&late);
    assert_eq!(late["counts"], json!({"total": 1, "done": 0, "failed": 1}));
    assert_eq!(root.sim(id)["status"], "active");
}
