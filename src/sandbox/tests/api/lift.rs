use crate::metering::{history, metered, notices};
use crate::sandbox::*;
use serde_json::{Value, json};

/// Raises the cap of a SIM as it is now.
fn lift(person: &Person, id: u32, cap: u64) -> Answer {
    let seen = person.get(&format!("/sims/{id}"));
    lift_seen(person, id, &json!({"cap_bytes": cap}), seen.header("etag"))
}

fn lift_seen(person: &Person, id: u32, body: &Value, etag: &str) -> Answer {
    let headers = [("content-type", "application/json"), ("if-match", etag)];
    person.request("PUT", &format!("/sims/{id}/lift"), &headers, Some(&body.to_string()))
}

fn end(person: &Person, id: u32) -> Answer {
    let seen = person.get(&format!("/sims/{id}"));
    person.request("DELETE", &format!("/sims/{id}/lift"), &[("if-match", seen.header("etag"))], None)
}

fn caps(sim: &Value) -> (Option<u64>, Option<u64>) {
    (sim["cap_bytes"].as_u64(), sim["regular_cap_bytes"].as_u64())
}

#[test]
fn a_raised_cap_frees_counts_and_is_back_by_itself() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    sandbox.uses(id, 1_100);
    assert_eq!(caps(&admin.sim(id)), (Some(used + 1_000), None));

    let before = admin.get(&format!("/sims/{id}")).header("etag").to_owned();
    let lifted = lift(&admin, id, used + 3_000);
    assert_ne!(lifted.header("etag"), before);
    let sim = lifted.expect(200);
    assert_eq!(caps(&sim), (Some(used + 3_000), Some(used + 1_000)));
    assert_eq!((&sim["status"], &sim["alert_bytes"]), (&json!("alerted"), &json!(used + 800)));
    assert_eq!(history(&sandbox, id).last().unwrap().0, "lifted");

    sandbox.uses(id, 2_000);
    assert_eq!(admin.sim(id)["status"], "blocked");
    let told: Vec<_> =
        notices(&sandbox, id).into_iter().map(|(threshold, level, _)| (threshold, level)).collect();
    assert_eq!(told, [("cap".to_owned(), used + 1_000), ("cap".to_owned(), used + 3_000)]);

    let seen = admin.get(&format!("/sims/{id}")).header("etag").to_owned();
    sandbox.next_period();
    let sim = admin.sim(id);
    assert_eq!(caps(&sim), (Some(used + 1_000), None));
    assert_eq!((&sim["status"], &sim["usage_bytes"]), (&json!("active"), &json!(0)));
    let (cause, changes) = history(&sandbox, id).pop().unwrap();
    assert_eq!(cause, "new_period");
    assert!(changes.contains(&("cap_bytes".to_owned(), json!((used + 1_000).to_string()))), "{changes:?}");
    // Who still sees the raised cap does not edit the one that came back.
    admin.edit_seen(id, &json!({"cap_bytes": 5}), &seen).problem(412, "stale");
}

#[test]
fn it_is_changed_ended_and_ended_by_an_edit() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    lift(&admin, id, used + 3_000).expect(200);
    // Above the regular cap is enough.
    assert_eq!(caps(&lift(&admin, id, used + 2_000).expect(200)), (Some(used + 2_000), Some(used + 1_000)));
    sandbox.uses(id, 1_500);
    let ended = end(&admin, id).expect(200);
    assert_eq!((caps(&ended), &ended["status"]), ((Some(used + 1_000), None), &json!("blocked")));
    assert_eq!(notices(&sandbox, id).last(), Some(&("cap".to_owned(), used + 1_000, used + 1_500)));
    // Once more changes nothing.
    let entries = history(&sandbox, id).len();
    assert_eq!(end(&admin, id).expect(200), ended);
    assert_eq!(history(&sandbox, id).len(), entries);

    // An edit of the alert leaves it; one of the cap ends it, also one to the same amount.
    lift(&admin, id, used + 2_000).expect(200);
    let alert = admin.edit(id, &json!({"alert_bytes": used + 1_900})).expect(200);
    assert_eq!(caps(&alert), (Some(used + 2_000), Some(used + 1_000)));
    assert_eq!(
        caps(&admin.edit(id, &json!({"cap_bytes": used + 2_000})).expect(200)),
        (Some(used + 2_000), None)
    );
    lift(&admin, id, used + 4_000).expect(200);
    let action = json!({"set_levels": {"cap_bytes": used + 4_000, "alert_bytes": null}});
    let set = admin.carry_out(&action, &json!({"ids": [id]}));
    assert_eq!(set["counts"]["done"], 1);
    assert_eq!(caps(&admin.sim(id)), (Some(used + 4_000), None));
    // What it ended does not come back when it is undone.
    let undo = admin.start(&format!("/bulk-operations/{}/undo", set["id"]), &Value::Null).expect(202);
    assert_eq!(admin.wait(&undo)["counts"]["done"], 1);
    assert_eq!(caps(&admin.sim(id)), (Some(used + 2_000), None));

    // The alert that only the raised cap allowed follows the one that comes back.
    lift(&admin, id, used + 9_000).expect(200);
    admin.edit(id, &json!({"alert_bytes": used + 8_000})).expect(200);
    sandbox.next_period();
    let sim = admin.sim(id);
    assert_eq!(
        (caps(&sim), sim["alert_bytes"].as_u64()),
        ((Some(used + 2_000), None), Some((used + 2_000) * 4).map(|four| four.div_ceil(5)))
    );
}

#[test]
fn what_is_against_a_rule_is_refused_with_its_place() {
    let sandbox = Sandbox::new(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    let first = |filter: Value| ids(&admin.find(&filter))[0];
    let terminated = first(with_status("terminated"));
    let no_caps = first(json!({"all": [with_status("active"), in_account(WITHOUT_CAPS)]}));
    let uncapped = first(json!({"all": [with_status("active"), in_account(LAKESIDE), {"empty": "cap"}]}));
    for (id, cap, code) in [
        (id, used + 1_000, "not_above_cap"),
        (id, 0, "not_above_cap"),
        (id, 1_000_000_000_000_001, "level_too_large"),
        (uncapped, 500, "no_cap"),
        (no_caps, 500, "caps_not_enabled"),
        (terminated, 500, "not_editable"),
    ] {
        let before = admin.sim(id);
        let problem = lift(&admin, id, cap).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": "/cap_bytes", "code": code}]), "{cap}");
        assert_eq!(admin.sim(id), before);
    }
    let path = format!("/sims/{id}");
    let seen = admin.get(&path).header("etag").to_owned();
    lift_seen(&admin, id, &json!({"cap_bytes": null}), &seen).problem(422, "invalid");
    lift_seen(&admin, id, &json!({"cap_bytes": used + 5_000, "until": "later"}), &seen)
        .problem(422, "invalid");
    let json_type = [("content-type", "application/json")];
    let body = json!({"cap_bytes": used + 5_000});
    admin
        .request("PUT", &format!("{path}/lift"), &json_type, Some(&body.to_string()))
        .problem(428, "precondition_required");
    admin.edit(id, &json!({"note": "somebody was here"})).expect(200);
    lift_seen(&admin, id, &body, &seen).problem(412, "stale");
    admin
        .request("DELETE", &format!("{path}/lift"), &[("if-match", seen.as_str())], None)
        .problem(412, "stale");

    for email in [USER, VIEWER] {
        lift_seen(&sandbox.sign_in(email), id, &body, "*").problem(403, "forbidden");
    }
    lift_seen(&sandbox.sign_in(ALPINE_ADMIN), id, &body, "*").problem(404, "not_found");
}

#[test]
fn the_audit_log_tells_of_it() {
    let sandbox = Sandbox::new(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    lift(&admin, id, used + 3_000).expect(200);
    let log = admin.get("/audit-log").expect(200);
    let entry = &log["items"][0];
    assert_eq!((&entry["action"], &entry["subject"]["id"]), (&json!("sim_changed"), &json!(id)));
    assert_eq!(
        entry["changes"],
        json!([
            {"field": "cap_bytes", "old": (used + 1_000).to_string(), "new": (used + 3_000).to_string()},
            {"field": "regular_cap_bytes", "old": null, "new": (used + 1_000).to_string()},
        ])
    );
}
