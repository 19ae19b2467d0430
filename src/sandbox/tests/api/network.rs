use crate::sandbox::*;
use domain::time::Timestamp;
use serde_json::json;

#[test]
fn time_passes_for_the_operators_only_and_also_over_a_restart() {
    let mut sandbox = Sandbox::with_network(20);
    let admin = sandbox.sign_in(ADMIN);
    let time = |text: String| text.parse::<Timestamp>().unwrap().unix();
    let before = time(sandbox.network(&json!({})));
    let after = time(sandbox.network(&json!({"advance_seconds": 90_000})));
    assert!((90_000..90_010).contains(&(after - before)), "{before} {after}");
    // Nobody's session has ended by it.
    admin.get("/session").expect(200);
    sandbox.restart(|_| {});
    assert!(time(sandbox.network(&json!({}))) >= after);
}

#[test]
fn what_operators_cannot_report() {
    let sandbox = Sandbox::with_network(20);
    let nobody = sandbox.nobody();
    for (passage, pointer, code) in [
        (
            json!({"usage": [{"sim_id": 1, "bytes": 5}, {"sim_id": 99, "bytes": 5}]}),
            "/usage/1/sim_id",
            "invalid",
        ),
        (json!({"usage": [{"sim_id": 1, "bytes": 5, "day": "2100-01-01"}]}), "/usage/0/day", "too_far_ahead"),
        (json!({"usage": [{"sim_id": 1, "bytes": 5, "day": "today"}]}), "/usage/0/day", "invalid"),
        (json!({"sessions": [{"sim_id": 99, "open": true}]}), "/sessions/0/sim_id", "invalid"),
    ] {
        let problem = nobody.post("/network", &passage).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]), "{passage}");
    }
    // What came before the mistake was not booked either.
    let days: u32 =
        sandbox.database().query_row("SELECT count(*) FROM usage_days", [], |row| row.get(0)).unwrap();
    assert_eq!(days, 0);
}

#[test]
fn nobody_plays_the_operators_unless_it_was_started_so() {
    let sandbox = Sandbox::new(10);
    sandbox.nobody().post("/network", &json!({"advance_seconds": 1})).problem(404, "not_found");
}
