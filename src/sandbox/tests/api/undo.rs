use crate::sandbox::*;
use serde_json::{Value, json};

fn follow(person: &Person, operation: &Value, act: &str) -> Value {
    let started =
        person.start(&format!("/bulk-operations/{}/{act}", operation["id"]), &Value::Null).expect(202);
    person.wait(&started)
}

#[test]
fn undo_brings_everything_back() {
    let sandbox = Sandbox::new(600);
    let admin = sandbox.sign_in(ADMIN);
    let all = json!({"matching": {"filter": {"all": []}}});
    for action in [
        json!("activate"),
        json!("suspend"),
        json!("resume"),
        json!({"edit_tags": {"add": ["trial", "spare"], "remove": ["pilot"]}}),
        json!({"set_category": {"category": null}}),
        json!({"set_levels": {"cap_bytes": 5_000_000, "alert_bytes": 1_000_000, "end_session_at_cap": false}}),
        json!({"move_to_account": {"account_id": ALPINE}}),
    ] {
        let before = admin.find(&json!({"all": []}));
        let accounts = admin.get("/accounts").expect(200);
        let done = admin.carry_out(&action, &all);
        assert_eq!(done["can_undo"], true);
        let undone = follow(&admin, &done, "undo");
        assert_eq!(undone["undo_of"], done["id"]);
        assert_eq!(
            undone["counts"],
            json!({
                "total": done["counts"]["done"], "done": done["counts"]["done"], "failed": 0,
            })
        );
        assert_eq!(admin.find(&json!({"all": []})), before, "{action}");
        assert_eq!(admin.get("/accounts").expect(200), accounts);

        // Once only; but an undo can be undone.
        let id = &done["id"];
        assert_eq!(admin.get(&format!("/bulk-operations/{id}")).expect(200)["can_undo"], false);
        admin.start(&format!("/bulk-operations/{id}/undo"), &Value::Null).problem(409, "wrong_state");
        let redone = follow(&admin, &undone, "undo");
        assert_eq!(redone["counts"]["done"], done["counts"]["done"]);
        follow(&admin, &redone, "undo");
        assert_eq!(admin.find(&json!({"all": []})), before, "{action}");
    }
}

#[test]
fn undo_leaves_alone_what_somebody_changed_since() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let filter = json!({"all": [in_account(LAKESIDE), with_status("active")]});
    let ids = ids(&admin.find(&filter));
    let (edited, labelled) = (ids[0], ids[1]);
    let before = admin.sim(labelled);
    let levels = json!({"set_levels": {"cap_bytes": 9_000_000_000_u64, "alert_bytes": 8_000_000_000_u64}});
    let done = admin.carry_out(&levels, &json!({"ids": ids}));
    assert_eq!(done["counts"]["done"], ids.len());
    admin.edit(edited, &json!({"cap_bytes": 7_000_000_000_u64})).expect(200);
    admin.edit(labelled, &json!({"label": "other field"})).expect(200);
    let undone = follow(&admin, &done, "undo");
    assert_eq!(undone["counts"]["failed"], 1);
    let failed = admin.get(&format!("/bulk-operations/{}/items?status=failed", undone["id"])).expect(200);
    assert_eq!(
        (&failed["items"][0]["sim_id"], &failed["items"][0]["reason"]),
        (&json!(edited), &json!("changed_since"))
    );
    assert_eq!(admin.sim(edited)["cap_bytes"], 7_000_000_000_u64);
    let after = admin.sim(labelled);
    assert_eq!((&after["cap_bytes"], &after["label"]), (&before["cap_bytes"], &json!("other field")));
}

#[test]
fn usage_is_nobodys_change() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let done = admin.carry_out(
        &json!({"set_levels": {"cap_bytes": 900_000_000_000_u64, "alert_bytes": null}}),
        &json!({"matching": {"filter": in_account(LAKESIDE)}}),
    );
    let mut connection = sandbox.database();
    let transaction = connection.transaction().unwrap();
    let mut rng = fastrand::Rng::with_seed(2);
    for _ in 0..20 {
        ::sandbox::simulator::live(&transaction, &mut rng, ::sandbox::clock::now()).unwrap();
    }
    transaction.commit().unwrap();
    assert_eq!(follow(&admin, &done, "undo")["counts"]["failed"], 0);
    // What the usage has come to meanwhile counts for the state.
    for sim in admin.find(&json!({"all": [in_account(LAKESIDE), with_status("active")]})) {
        let (usage, cap) = (sim["usage_bytes"].as_u64().unwrap(), sim["cap_bytes"].as_u64());
        assert!(cap.is_none_or(|cap| usage < cap), "{sim}");
    }
}

#[test]
fn retry_takes_only_what_failed() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let done = admin.carry_out(&json!("resume"), &json!({"matching": {"filter": in_account(LAKESIDE)}}));
    let failed = done["counts"]["failed"].as_u64().unwrap();
    assert!(failed > 5);
    let active = ids(&admin.find(&json!({"all": [in_account(LAKESIDE), with_status("active")]})));
    let one_of_them = active.iter().copied().find(|&id| {
        let items =
            admin.get(&format!("/bulk-operations/{}/items?status=failed&limit=1000", done["id"])).json();
        items["items"].as_array().unwrap().iter().any(|item| item["sim_id"] == id)
    });
    admin.carry_out(&json!("suspend"), &json!({"ids": [one_of_them.unwrap()]}));
    let retried = follow(&admin, &done, "retry");
    assert_eq!(retried["retry_of"], done["id"]);
    assert_eq!(retried["counts"], json!({"total": failed, "done": 1, "failed": failed - 1}));

    let fine = admin.carry_out(&json!("suspend"), &json!({"ids": [one_of_them.unwrap()]}));
    assert_eq!(fine["counts"]["failed"], 0);
    admin.start(&format!("/bulk-operations/{}/retry", fine["id"]), &Value::Null).problem(409, "wrong_state");
}

#[test]
fn a_failed_undo_can_be_retried_as_an_undo() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let filter = json!({"all": [in_account(LAKESIDE), with_status("active")]});
    let id = ids(&admin.find(&filter))[0];
    let moved = admin.carry_out(&json!({"move_to_account": {"account_id": ALPINE}}), &json!({"ids": [id]}));
    let away = admin.carry_out(&json!({"move_to_account": {"account_id": DEPOT}}), &json!({"ids": [id]}));
    let undone = follow(&admin, &moved, "undo");
    assert_eq!(undone["counts"]["failed"], 1);
    follow(&admin, &away, "undo");
    assert_eq!(follow(&admin, &undone, "retry")["counts"]["done"], 1);
    assert_eq!(admin.sim(id)["account_id"], LAKESIDE);
}

#[test]
fn cancel_stops_it_and_keeps_what_is_done() {
    let sandbox = Sandbox::with(1_800, |config| config.faults.bulk_delay_ms = 400);
    let admin = sandbox.sign_in(ADMIN);
    let all = json!({"matching": {"filter": {"all": []}, "expected_count": 1_800}});
    let started = admin.start("/bulk-operations", &json!({"action": "suspend", "target": all})).expect(202);
    let path = format!("/bulk-operations/{}", started["id"]);
    while admin.get(&path).expect(200)["counts"]["done"] == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    admin.start(&format!("{path}/undo"), &Value::Null).problem(409, "wrong_state");
    admin.start(&format!("{path}/retry"), &Value::Null).problem(409, "wrong_state");
    let cancelled = admin.post(&format!("{path}/cancel"), &Value::Null).expect(200);
    assert_eq!(cancelled["state"], "cancelled");
    let (done, failed) =
        (cancelled["counts"]["done"].as_u64().unwrap(), cancelled["counts"]["failed"].as_u64().unwrap());
    assert_eq!(done + failed, 1_800);
    std::thread::sleep(std::time::Duration::from_millis(600));
    assert_eq!(admin.get(&path).expect(200), cancelled);
    let items = admin.get(&format!("{path}/items?status=failed&limit=1000")).expect(200);
    assert_eq!(items["items"].as_array().unwrap().last().unwrap()["reason"], "cancelled");
    assert!(
        admin.get(&format!("{path}/items?status=pending")).expect(200)["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    admin.post(&format!("{path}/cancel"), &Value::Null).problem(409, "wrong_state");
    assert_eq!(follow(&admin, &cancelled, "undo")["counts"]["done"], done);
}
