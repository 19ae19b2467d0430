//! What the page of a SIM asks for: usage by days, sessions, pings and diagnostics.

use crate::sandbox::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn sum(items: &Value) -> u64 {
    items.as_array().unwrap().iter().map(|item| item["bytes"].as_u64().unwrap()).sum()
}

/// The days of a list that begin with a month, such as `2026-11`.
fn of_month<'a>(days: &'a Value, month: &str) -> Vec<&'a Value> {
    let of_it = |day: &&Value| day["day"].as_str().unwrap().starts_with(month);
    days.as_array().unwrap().iter().filter(of_it).collect()
}

/// A SIM that matches.
fn one(person: &Person, filter: &Value) -> u32 {
    ids(&person.find(filter))[0]
}

fn in_session(yes: bool) -> Value {
    json!({"in_session": yes})
}

/// The test when it is finished.
#[track_caller]
fn result(person: &Person, test: &Value) -> Value {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let path = format!("/sims/{}/tests/{}", test["sim_id"], test["id"]);
        let test = person.get(&path).expect(200);
        if !test["result"].is_null() {
            assert!(test["finished_at"].is_string());
            return test["result"].clone();
        }
        assert!(Instant::now() < deadline, "{test}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[track_caller]
fn try_out(person: &Person, sim: u32, kind: &str) -> Value {
    let test = person.start(&format!("/sims/{sim}/tests"), &json!({"kind": kind})).expect(202);
    assert!(test["result"].is_null() && test["finished_at"].is_null(), "{test}");
    result(person, &test)
}

#[test]
fn the_days_of_a_period_add_up_to_what_was_used_in_it() {
    let sandbox = Sandbox::new(300);
    let viewer = sandbox.sign_in(VIEWER);
    for sim in viewer.find(&json!({"all": []})) {
        let usage = viewer.get(&format!("/sims/{}/usage", sim["id"])).expect(200);
        let periods = usage["periods"].as_array().unwrap();
        assert_eq!(periods.len(), 12);
        assert_eq!(periods[11]["bytes"], sim["usage_bytes"], "{sim}");
        assert_eq!(periods[0]["from"], usage["from"]);
        for period in periods {
            let days = of_month(&usage["days"], &period["from"].as_str().unwrap()[..7]);
            let bytes: u64 = days.iter().map(|day| day["bytes"].as_u64().unwrap()).sum();
            assert_eq!(bytes, period["bytes"], "{sim}");
        }
        if sim["activated_on"].is_null() {
            assert_eq!(sum(&usage["days"]), 0, "{sim}");
        }
    }
}

#[test]
fn what_is_used_from_now_on_is_added_to_its_day_and_stays_in_its_period() {
    let sandbox = Sandbox::with_network(100);
    let admin = sandbox.sign_in(ADMIN);
    let id = one(&admin, &json!({"all": [with_status("active"), {"not": {"empty": "imei"}}]}));
    admin.edit(id, &json!({"cap_bytes": null})).expect(200);
    let path = format!("/sims/{id}/usage");
    let before = admin.get(&path).expect(200);
    sandbox.uses(id, 5_000_000);
    let after = admin.get(&path).expect(200);
    assert_eq!(sum(&after["days"]), sum(&before["days"]) + 5_000_000);
    assert_eq!(after["periods"][11]["bytes"], admin.sim(id)["usage_bytes"]);
    let today = after["to"].as_str().unwrap().to_owned();
    assert_eq!(after["days"].as_array().unwrap().last().unwrap()["day"], today);
    let only = admin.get(&format!("{path}?from={today}&to={today}")).expect(200);
    assert_eq!(only["days"].as_array().unwrap().len(), 1);
    assert_eq!(only["periods"].as_array().unwrap().len(), 1);
    sandbox.next_period();
    sandbox.uses(id, 7_000);
    let next = admin.get(&path).expect(200);
    assert_eq!(next["periods"][11]["bytes"], 7_000);
    assert_eq!(next["periods"][10]["bytes"], after["periods"][11]["bytes"]);
    assert_eq!(admin.sim(id)["usage_bytes"], 7_000);
}

#[test]
fn a_session_is_told_while_it_runs_and_when_it_has_ended() {
    let sandbox = Sandbox::with_network(200);
    let viewer = sandbox.sign_in(VIEWER);
    let idle = json!({"all": [with_status("active"), in_session(false), {"not": {"empty": "imei"}}]});
    let id = one(&viewer, &idle);
    let sessions = || viewer.get(&format!("/sims/{id}/sessions?limit=3")).expect(200)["items"].clone();
    let before = sessions();
    assert!(before[0]["ended_at"].is_string());
    sandbox.network(&json!({"sessions": [{"sim_id": id, "open": true}]}));
    sandbox.uses(id, 1_000);
    let running = sessions();
    assert!(running[0]["ended_at"].is_null() && running[0]["bytes"] == 1_000, "{running}");
    assert_eq!(running[1], before[0]);
    sandbox.network(&json!({"advance_seconds": 60, "sessions": [{"sim_id": id, "open": false}]}));
    assert!(sessions()[0]["ended_at"].is_string());
}

#[test]
fn a_span_of_days_has_an_order_and_an_end() {
    let sandbox = Sandbox::new(10);
    let viewer = sandbox.sign_in(VIEWER);
    let ask = |query: &str| viewer.get(&format!("/sims/1/usage?{query}"));
    let year = ask("from=2025-01-01&to=2025-12-31").expect(200);
    assert_eq!(year["periods"].as_array().unwrap().len(), 12);
    ask("from=2024-01-01&to=2024-12-31").expect(200);
    for wrong in ["from=2024-01-01&to=2025-01-01", "from=2025-02-01&to=2025-01-31", "from=0001-01-01"] {
        ask(wrong).problem(422, "invalid");
    }
    for unreadable in ["from=today", "to=2026-02-30", "from=2026-01-01T00:00:00Z", "since=2026-01-01"] {
        ask(unreadable).problem(400, "bad_request");
    }
}

#[test]
fn sessions_come_page_by_page_latest_first() {
    let sandbox = Sandbox::new(200);
    let viewer = sandbox.sign_in(VIEWER);
    let id = one(&viewer, &json!({"all": [with_status("active"), in_session(true)]}));
    let path = format!("/sims/{id}/sessions");
    let all = viewer.get(&format!("{path}?limit=200")).expect(200);
    let all = all["items"].as_array().unwrap();
    assert!(all.len() > 20, "{}", all.len());
    let began: Vec<&str> = all.iter().map(|session| session["began_at"].as_str().unwrap()).collect();
    assert!(began.is_sorted_by(|later, earlier| later > earlier), "{began:?}");
    assert!(all[0]["ended_at"].is_null() && all[1]["ended_at"].is_string());
    let mut read = Vec::new();
    let mut cursor = String::new();
    while read.len() < all.len() {
        let page = viewer.get(&format!("{path}?limit=7{cursor}")).expect(200);
        read.extend(page["items"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(read[..all.len()], all[..]);
    viewer.get(&format!("{path}?cursor=x")).problem(422, "invalid");
    viewer.get(&format!("{path}?limit=201")).problem(400, "bad_request");
    let never = one(&viewer, &with_status("inactive"));
    assert_eq!(viewer.get(&format!("/sims/{never}/sessions")).expect(200)["items"], json!([]));
}

#[test]
fn a_ping_is_answered_in_a_session_and_else_says_why_not() {
    let sandbox = Sandbox::new(400);
    let user = sandbox.sign_in(USER);
    let there = one(&user, &json!({"all": [with_status("active"), in_session(true)]}));
    let ping = try_out(&user, there, "ping")["ping"].clone();
    assert_eq!(ping["sent"], 4);
    let trips = ping["round_trips_ms"].as_array().unwrap();
    assert!((1..=4).contains(&trips.len()) && ping["unreachable"].is_null(), "{ping}");
    for (filter, why) in [
        (
            json!({"all": [with_status("active"), in_session(false), {"not": {"empty": "last_seen"}}]}),
            "no_session",
        ),
        (with_status("suspended"), "suspended"),
        (with_status("inactive"), "not_activated"),
    ] {
        let ping = try_out(&user, one(&user, &filter), "ping")["ping"].clone();
        assert_eq!(ping, json!({"sent": 0, "round_trips_ms": [], "unreachable": why}), "{filter}");
    }
}

#[test]
fn diagnostics_say_what_is_wrong() {
    let sandbox = Sandbox::new(400);
    let user = sandbox.sign_in(USER);
    let checks = |id: u32| {
        let result = try_out(&user, id, "diagnostics");
        let checks = result["diagnostics"]["checks"].as_array().unwrap().clone();
        assert_eq!(checks.len(), 7);
        move |about: &str| {
            let check = checks.iter().find(|check| check["about"] == about).unwrap();
            (check["state"].as_str().unwrap().to_owned(), check["finding"].as_str().unwrap().to_owned())
        }
    };
    let told = |state: &str, finding: &str| (state.to_owned(), finding.to_owned());
    let fine = checks(one(&user, &json!({"all": [with_status("active"), in_session(true)]})));
    assert_eq!(fine("service"), told("ok", "in_service"));
    assert_eq!(fine("session"), told("ok", "in_session"));
    assert_eq!(fine("last_seen"), told("ok", "seen_lately"));
    let blocked = checks(one(&user, &with_status("blocked")));
    assert_eq!(blocked("service"), told("failed", "blocked"));
    assert_eq!(blocked("cap"), told("failed", "cap_reached"));
    let new = checks(one(&user, &with_status("inactive")));
    assert_eq!(new("last_seen"), told("failed", "never_seen"));
    assert_eq!(new("address"), told("warning", "no_address"));
    assert_eq!(new("device"), told("warning", "device_unknown"));
}

#[test]
fn tests_are_for_users_and_for_sims_that_are_managed() {
    let sandbox = Sandbox::new(400);
    let (viewer, user) = (sandbox.sign_in(VIEWER), sandbox.sign_in(USER));
    let id = one(&user, &with_status("active"));
    let path = format!("/sims/{id}/tests");
    let ping = json!({"kind": "ping"});
    viewer.start(&path, &ping).problem(403, "forbidden");
    user.post(&path, &ping).problem(400, "key_required");
    user.start(&path, &json!({"kind": "smoke"})).problem(422, "invalid");
    for status in ["terminated", "unmanaged"] {
        let id = one(&user, &with_status(status));
        let problem = user.start(&format!("/sims/{id}/tests"), &ping).problem(409, "wrong_state");
        assert_eq!(problem["detail"], status);
    }
    assert_eq!(viewer.get(&path).expect(200), json!([]));
    let begun = user.start_with_key(&path, &ping, "one-click").expect(202);
    assert_eq!(user.start_with_key(&path, &ping, "one-click").expect(202), begun);
    user.start_with_key(&path, &json!({"kind": "diagnostics"}), "one-click").problem(409, "key_reused");
    result(&viewer, &begun);
    for _ in 0..12 {
        user.start(&path, &ping).expect(202);
    }
    let kept = viewer.get(&path).expect(200);
    let ids: Vec<u64> = kept.as_array().unwrap().iter().map(|test| test["id"].as_u64().unwrap()).collect();
    assert_eq!(ids.len(), 10);
    assert!(ids.is_sorted_by(|later, earlier| later > earlier));
    user.get(&format!("{path}/{}", begun["id"])).problem(404, "not_found");
}

#[test]
fn a_test_is_carried_out_after_a_restart() {
    let mut sandbox = Sandbox::new(100);
    let user = sandbox.sign_in(USER);
    let id = one(&user, &with_status("active"));
    let begun = user.start(&format!("/sims/{id}/tests"), &json!({"kind": "diagnostics"})).expect(202);
    sandbox.restart(|_| {});
    let user = Person { cookie: user.cookie, csrf: user.csrf, ..sandbox.nobody() };
    assert_eq!(result(&user, &begun)["diagnostics"]["checks"].as_array().unwrap().len(), 7);
}

#[test]
fn what_lies_outside_the_scope_is_not_found() {
    let sandbox = Sandbox::new(300);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let id = one(&root, &json!({"all": [with_status("active"), in_account(LAKESIDE)]}));
    let begun = root.start(&format!("/sims/{id}/tests"), &json!({"kind": "ping"})).expect(202);
    for path in ["usage", "sessions", "tests", &format!("tests/{}", begun["id"])] {
        alpine.get(&format!("/sims/{id}/{path}")).problem(404, "not_found");
    }
    alpine.start(&format!("/sims/{id}/tests"), &json!({"kind": "ping"})).problem(404, "not_found");
    // Not through another SIM either.
    let own = one(&alpine, &with_status("active"));
    alpine.get(&format!("/sims/{own}/tests/{}", begun["id"])).problem(404, "not_found");
    // It follows the SIM.
    root.carry_out(&json!({"move_to_account": {"account_id": ALPINE}}), &json!({"ids": [id]}));
    assert!(sum(&alpine.get(&format!("/sims/{id}/usage")).expect(200)["periods"]) > 0);
}
