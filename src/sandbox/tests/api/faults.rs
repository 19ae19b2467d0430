use crate::sandbox::*;
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn faults_are_switched_while_it_runs() {
    let sandbox = Sandbox::with(10, |config| config.settings.faults_switchable = true);
    let admin = sandbox.sign_in(ADMIN);
    let nobody = sandbox.nobody();

    nobody.post("/faults", &json!({"fail_next": 2, "status": 500, "path": "/sims"})).expect(200);
    admin.get("/accounts").expect(200);
    admin.get("/sims").problem(500, "internal");
    admin.get("/sims/1").problem(500, "internal");
    admin.get("/sims").expect(200);

    nobody.post("/faults", &json!({"fail_rate": 1.0, "status": 429, "method": "patch"})).expect(200);
    admin.get("/sims").expect(200);
    let refused = admin.edit(1, &json!({"note": "x"}));
    assert_eq!(refused.header("retry-after"), "1");
    refused.problem(429, "rate_limited");

    nobody.post("/faults", &json!({"latency_ms": 300})).expect(200);
    let start = Instant::now();
    admin.get("/accounts").expect(200);
    assert!(start.elapsed() >= Duration::from_millis(300));

    nobody.post("/faults", &json!({})).expect(200);
    assert_eq!(nobody.get("/faults").expect(200)["latency_ms"], 0);
    nobody.post("/faults", &json!({"status": 418})).problem(422, "invalid");
    nobody.post("/faults", &json!({"latency": 1})).problem(422, "invalid");
}

#[test]
fn a_dropped_connection_gives_no_answer() {
    let sandbox = Sandbox::with(10, |config| config.settings.faults_switchable = true);
    let admin = sandbox.sign_in(ADMIN);
    sandbox.nobody().post("/faults", &json!({"fail_next": 1, "drop_connections": true})).expect(200);
    let answer = admin.try_open("GET", "/sims", &[], None);
    assert!(answer.and_then(|mut answer| answer.body_mut().read_to_string()).is_err());
    admin.get("/sims").expect(200);
}

#[test]
fn nobody_switches_faults_unless_it_was_started_so() {
    let sandbox = Sandbox::new(10);
    sandbox.nobody().post("/faults", &json!({"fail_rate": 1.0})).problem(404, "not_found");
    sandbox.nobody().get("/faults").problem(404, "not_found");
}
