use crate::sandbox::*;
use serde_json::json;

#[test]
fn everything_that_fails_is_a_problem_document() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let json = [("content-type", "application/json")];
    admin.get("/nothing").problem(404, "not_found");
    admin.get(&format!("{}/api", sandbox.origin())).problem(404, "not_found");
    admin.get(&format!("{}/api/v2/sims", sandbox.origin())).problem(404, "not_found");
    sandbox.nobody().get("/nothing").problem(404, "not_found");
    for bad in ["x", "-1", "0", "4294967296", "1.5"] {
        admin.get(&format!("/sims/{bad}")).problem(404, "not_found");
        admin.get(&format!("/accounts/{bad}")).problem(404, "not_found");
    }
    let wrong_method = admin.request("PUT", "/sims", &json, Some("{}"));
    assert!(wrong_method.header("allow").contains("GET"));
    wrong_method.problem(405, "method_not_allowed");

    for cursor in ["", "%00", "abc"] {
        admin.get(&format!("/sims?cursor={cursor}")).problem(422, "invalid");
    }
    for query in ["limit=0", "limit=1001", "limit=x", "page=2"] {
        admin.get(&format!("/sims?{query}")).problem(400, "bad_request");
    }
    admin.get("/sims/columns?limit=20001").problem(400, "bad_request");

    admin.request("POST", "/sims/search", &json, Some("{")).problem(400, "bad_request");
    admin.request("POST", "/sims/search", &json, Some("")).problem(400, "bad_request");
    admin
        .request("POST", "/sims/search", &[("content-type", "text/plain")], Some("{}"))
        .problem(415, "unsupported_media_type");
    admin.request("POST", "/sims/search", &[], Some("{}")).problem(415, "unsupported_media_type");
    let unknown =
        admin.request("POST", "/sims/search", &json, Some(r#"{"filter": {"all": []}, "sort": "x"}"#));
    unknown.problem(422, "invalid");
    let wrong = admin.post("/sims/search", &json!({"filter": {"choice": {"field": "colour", "any_of": []}}}));
    let wrong = wrong.problem(422, "invalid");
    assert_eq!(wrong["errors"][0]["pointer"], "/filter/choice/field");

    // Hardly more than allowed: of a body that is left unread, the client may not live to see the answer.
    let large = format!(r#"{{"label": "{}"}}"#, "x".repeat(64 * 1024));
    let headers = [("content-type", "application/json"), ("if-match", "*")];
    admin.request("PATCH", "/sims/1", &headers, Some(&large)).problem(413, "too_large");
}

#[test]
fn a_hostile_filter_cannot_exhaust_the_stack() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let deep =
        format!(r#"{{"filter": {}{{"all": []}}{}}}"#, r#"{"not": "#.repeat(50_000), "}".repeat(50_000));
    let headers = [("content-type", "application/json")];
    let answer = admin.request("POST", "/sims/search", &headers, Some(&deep));
    assert!(matches!(answer.status, 400 | 422), "{answer:?}");
    let nested = (0..40).fold(json!({"all": []}), |inner, _| json!({"any": [inner]}));
    let problem = admin.post("/sims/search", &json!({"filter": nested})).problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": "/filter", "code": "too_deep"}]));
}

#[test]
fn a_trace_id_is_in_the_header_and_the_document() {
    let sandbox = Sandbox::new(10);
    let answer = sandbox.nobody().get("/sims");
    let header = answer.header("x-trace-id").to_owned();
    assert_eq!(answer.problem(401, "session_expired")["trace_id"], header);
}

#[test]
fn answers_are_for_nobodys_cache() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    for path in ["/session", "/sims", "/sims/99", "/nothing", "/health"] {
        assert_eq!(admin.get(path).header("cache-control"), "no-store", "{path}");
    }
    for path in ["/sims/columns", "/accounts"] {
        let packed = admin.open("GET", path, &[("accept-encoding", "gzip")], None);
        assert_eq!(packed.headers().get("content-encoding").unwrap(), "gzip");
    }
}
