//! Bulk operations as they are read: found again by what they are, with what they did to each SIM.

use crate::sandbox::*;
use serde_json::{Value, json};

fn listed(person: &Person, query: &str) -> Vec<u64> {
    let page = person.get(&format!("/bulk-operations{query}")).expect(200);
    page["items"].as_array().unwrap().iter().map(|one| one["id"].as_u64().unwrap()).collect()
}

fn items(person: &Person, operation: &Value, query: &str) -> Vec<Value> {
    let page =
        person.get(&format!("/bulk-operations/{}/items?limit=1000{query}", operation["id"])).expect(200);
    page["items"].as_array().unwrap().clone()
}

fn follow(person: &Person, operation: &Value, act: &str) -> Value {
    let path = format!("/bulk-operations/{}/{act}", operation["id"]);
    person.wait(&person.start(&path, &Value::Null).expect(202))
}

/// A file as its lines, without the byte order mark.
fn file(person: &Person, operation: &Value, query: &str) -> Vec<String> {
    let answer = person.get(&format!("/bulk-operations/{}/items.csv{query}", operation["id"]));
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert!(answer.header("content-disposition").starts_with("attachment;"));
    let text = answer.text.strip_prefix('\u{feff}').unwrap();
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn operations_are_found_by_who_where_and_how_far() {
    let sandbox = Sandbox::with(300, |config| config.faults.bulk_delay_ms = 400);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let own = ids(&alpine.find(&with_status("active")))[0];
    let clean = root.carry_out(&json!("suspend"), &json!({"ids": [own]}));
    let failing = alpine.carry_out(&json!("suspend"), &json!({"ids": [own, 4_000_000]}));
    assert_eq!(listed(&root, ""), [2, 1]);
    assert_eq!(listed(&root, "?mine=true"), [1]);
    assert_eq!(listed(&root, &format!("?account_id={ALPINE}")), [2]);
    assert_eq!(listed(&root, "?state=with_failures"), [2]);
    assert_eq!(listed(&root, "?state=over"), [2, 1]);
    assert_eq!(listed(&alpine, "?mine=false"), [2]);
    assert_eq!(listed(&root, "?state=running"), [0_u64; 0]);

    // The first waits while the worker pauses; what is not over is running.
    let all = json!({"matching": {"filter": {"all": []}}});
    let many = json!({"set_levels": {"cap_bytes": 9_000_000, "alert_bytes": null}});
    let started = root.start("/bulk-operations", &json!({"action": many, "target": all})).expect(202);
    let second = root.start("/bulk-operations", &json!({"action": "resume", "target": all})).expect(202);
    assert_eq!(listed(&root, "?state=running&mine=true&limit=1"), [second["id"].as_u64().unwrap()]);
    root.wait(&started);
    root.wait(&second);

    let pages = root.get("/bulk-operations?limit=3").expect(200);
    let next = pages["next_cursor"].as_str().unwrap();
    assert_eq!(listed(&root, &format!("?limit=3&cursor={next}")), [1]);
    assert_eq!((clean["id"].as_u64(), failing["id"].as_u64()), (Some(1), Some(2)));
    alpine.get(&format!("/bulk-operations?account_id={BRIGHTWATER}")).problem(404, "not_found");
    root.get("/bulk-operations?state=red").problem(400, "bad_request");
}

#[test]
fn operations_name_those_that_follow_from_them() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let sim = ids(&admin.find(&with_status("active")))[0];
    let first = admin.carry_out(&json!("suspend"), &json!({"ids": [sim, 4_000_000]}));
    assert_eq!((&first["undone_by"], &first["retried_by"]), (&Value::Null, &Value::Null));
    let retry = follow(&admin, &first, "retry");
    let again = follow(&admin, &first, "retry");
    let undo = follow(&admin, &first, "undo");
    let now = admin.get(&format!("/bulk-operations/{}", first["id"])).expect(200);
    assert_eq!(now["undone_by"], undo["id"]);
    assert_eq!(now["retried_by"], again["id"], "the latest, not {}", retry["id"]);
    assert_eq!(now["can_undo"], false);
}

#[test]
fn the_sims_of_an_operation_are_found_and_tell_what_was_changed() {
    let sandbox = Sandbox::new(400);
    let admin = sandbox.sign_in(ADMIN);
    let before = admin.find(&json!({"all": []}));
    let levels = json!({"set_levels": {"cap_bytes": 1_000, "alert_bytes": 800}});
    let all = json!({"matching": {"filter": {"all": []}}});
    let done = admin.carry_out(&levels, &all);
    for item in items(&admin, &done, "&status=done") {
        let was = before.iter().find(|sim| sim["id"] == item["sim_id"]).unwrap();
        let is = admin.sim(item["sim_id"].as_u64().unwrap() as u32);
        let text =
            |value: &Value| value.as_u64().map(|number| number.to_string()).map_or(Value::Null, Value::from);
        let cap = item["changes"].as_array().unwrap().iter().find(|change| change["field"] == "cap_bytes");
        let cap = cap.unwrap();
        assert_eq!((&cap["old"], &cap["new"]), (&text(&was["cap_bytes"]), &json!("1000")));
        // What follows from it is told as well.
        let status = item["changes"].as_array().unwrap().iter().find(|change| change["field"] == "status");
        assert_eq!(status.is_some(), was["status"] != is["status"], "{item}");
    }
    let failed = items(&admin, &done, "&status=failed");
    assert!(failed.iter().all(|item| item["changes"] == json!([])));

    let reasons = admin.get(&format!("/bulk-operations/{}/reasons", done["id"])).expect(200);
    let reasons = reasons["items"].as_array().unwrap();
    assert!(reasons.len() > 1);
    let mut counted = 0;
    for one in reasons {
        let reason = one["reason"].as_str().unwrap();
        let found = items(&admin, &done, &format!("&reason={reason}"));
        assert!(found.iter().all(|item| item["reason"] == reason));
        assert_eq!(one["count"], found.len());
        counted += found.len();
    }
    assert_eq!(done["counts"]["failed"], counted);

    let iccid = before[7]["iccid"].as_str().unwrap();
    let found = items(&admin, &done, &format!("&iccid={}", &iccid[2..]));
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["iccid"], &found[0]["sim_id"]), (&json!(iccid), &before[7]["id"]));
    assert!(items(&admin, &done, "&iccid=%25").is_empty(), "no wild card");
}

#[test]
fn the_file_of_an_operation_has_a_line_for_each_sim() {
    let sandbox = Sandbox::new(2_300);
    let admin = sandbox.sign_in(ADMIN);
    // A name that a spreadsheet would run, and that holds a separator.
    let name = "=1+1;Depot";
    admin.change(&format!("/accounts/{ALPINE}"), &json!({"name": name})).expect(200);
    let all = json!({"matching": {"filter": {"all": []}}});
    let done = admin.carry_out(&json!({"move_to_account": {"account_id": ALPINE}}), &all);
    let lines = file(&admin, &done, "");
    assert_eq!(lines[0], "iccid,state,reason,account_old,account_new");
    assert_eq!(lines.len(), 2_301);
    let (counts, moved) = (&done["counts"], lines.iter().filter(|line| line.contains(",done,,")));
    assert_eq!(counts["done"], moved.clone().count());
    assert!(moved.clone().all(|line| line.ends_with(",\"'=1+1;Depot\"")), "{:?}", lines[1]);
    let failed = file(&admin, &done, "?status=failed&separator=semicolon");
    assert_eq!(counts["failed"], failed.len() - 1);
    assert_eq!(failed[0], "iccid;state;reason;account_old;account_new");
    let iccid = admin.sim(9)["iccid"].as_str().unwrap().to_owned();
    let one = file(&admin, &done, &format!("?iccid={iccid}"));
    assert!(one.len() == 2 && one[1].starts_with(&iccid), "{one:?}");
}

#[test]
fn what_a_reader_does_not_see_is_not_told() {
    let sandbox = Sandbox::new(400);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let filter = json!({"all": [in_account(ALPINE), {"not": with_status("unmanaged")}]});
    let own = ids(&alpine.find(&filter));
    let to_depot = json!({"move_to_account": {"account_id": DEPOT}});
    let done = alpine.carry_out(&to_depot, &json!({"ids": own}));
    assert!(items(&alpine, &done, "").iter().all(|item| item["iccid"] != "" && item["changes"] != json!([])));
    // One of the SIMs is no longer Alpine's.
    root.carry_out(&json!({"move_to_account": {"account_id": LAKESIDE}}), &json!({"ids": [own[0]]}));
    let seen = items(&alpine, &done, "");
    let gone = seen.iter().find(|item| item["sim_id"] == own[0]).unwrap();
    assert_eq!((&gone["iccid"], &gone["changes"]), (&json!(""), &json!([])));
    assert_eq!(file(&alpine, &done, "")[1], ",done,,,");
    // One came from where Alpine sees nothing, by an operation that Alpine sees none of.
    let back = root.carry_out(&json!({"move_to_account": {"account_id": ALPINE}}), &json!({"ids": [own[0]]}));
    for path in ["", "/items", "/items.csv", "/reasons"] {
        alpine.get(&format!("/bulk-operations/{}{path}", back["id"])).problem(404, "not_found");
    }
    let change = &items(&root, &back, "")[0]["changes"][0];
    assert_eq!((&change["old"], &change["new"]), (&json!(LAKESIDE.to_string()), &json!(ALPINE.to_string())));
}
