use crate::sandbox::*;
use ::sandbox::demo::PASSWORD;
use serde_json::json;
use std::time::Duration;

#[test]
fn signing_in_and_out() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    nobody.get("/session").problem(401, "session_expired");
    let answer = nobody.post("/session", &json!({"email": "Admin@Northgate.Example", "password": PASSWORD}));
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"));
    assert_eq!(answer.expect(200)["user"]["role"], "admin");

    let headers = [("content-type", "application/json"), ("x-forwarded-proto", "https")];
    let body = json!({"email": ADMIN, "password": PASSWORD}).to_string();
    let answer = nobody.request("POST", "/session", &headers, Some(&body));
    assert!(answer.header("set-cookie").contains("Secure"));

    let admin = sandbox.sign_in(ADMIN);
    assert_eq!(admin.get("/session").expect(200)["csrf_token"], admin.csrf.clone().unwrap());
    admin.delete("/session").expect(204);
    admin.get("/session").problem(401, "session_expired");
}

#[test]
fn what_is_kept_of_a_session_does_not_open_it() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let kept: Vec<u8> =
        sandbox.database().query_row("SELECT id_hash FROM sessions", [], |row| row.get(0)).unwrap();
    use base64::Engine as _;
    let encoded = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(kept);
    assert!(!admin.cookie.clone().unwrap().contains(&encoded));
    let thief = Person { cookie: Some(format!("simgrove_session={encoded}")), ..sandbox.nobody() };
    thief.get("/session").problem(401, "session_expired");
}

#[test]
fn a_wrong_password_and_an_unknown_user_are_the_same() {
    let sandbox = Sandbox::new(10);
    let attempt = |email: &str| {
        let problem = sandbox
            .nobody()
            .post("/session", &json!({"email": email, "password": "wrong"}))
            .problem(401, "bad_credentials");
        (problem["title"].clone(), problem["detail"].clone())
    };
    assert_eq!(attempt(ADMIN), attempt("nobody@northgate.example"));
}

#[test]
fn guessing_has_to_wait() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    for _ in 0..5 {
        nobody
            .post("/session", &json!({"email": ADMIN, "password": "guess"}))
            .problem(401, "bad_credentials");
    }
    let answer = nobody.post("/session", &json!({"email": ADMIN.to_uppercase(), "password": PASSWORD}));
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    answer.problem(429, "rate_limited");
    sandbox.sign_in(USER);
}

#[test]
fn a_session_ends_when_nothing_is_asked() {
    let sandbox = Sandbox::with(10, |config| config.settings.session_idle = Duration::from_secs(2));
    let admin = sandbox.sign_in(ADMIN);
    for _ in 0..4 {
        std::thread::sleep(Duration::from_millis(800));
        admin.get("/session").expect(200);
    }
    std::thread::sleep(Duration::from_secs(3));
    admin.get("/session").problem(401, "session_expired");
}

#[test]
fn sessions_survive_a_restart() {
    let mut sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    sandbox.restart(|_| {});
    let admin = Person { cookie: admin.cookie, csrf: admin.csrf, ..sandbox.nobody() };
    admin.get("/session").expect(200);
}

#[test]
fn users_of_a_disabled_account_are_shut_out() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    sandbox.database().execute("UPDATE accounts SET enabled = 0 WHERE id = ?1", [BRIGHTWATER]).unwrap();
    alpine.get("/session").problem(401, "session_expired");
    let again = sandbox.nobody().post("/session", &json!({"email": ALPINE_ADMIN, "password": PASSWORD}));
    again.problem(401, "bad_credentials");
    sandbox.sign_in(ADMIN);
}

#[test]
fn every_change_needs_the_token() {
    let sandbox = Sandbox::new(10);
    let signed_in = sandbox.sign_in(ADMIN);
    for csrf in [None, Some("wrong".to_owned())] {
        let forged = Person { cookie: signed_in.cookie.clone(), csrf, ..sandbox.nobody() };
        forged.delete("/session").problem(403, "bad_csrf_token");
        forged.edit(1, &json!({"label": "x"})).problem(403, "bad_csrf_token");
        let suspend = json!({"action": "suspend", "target": {"ids": [1]}});
        forged.start("/bulk-operations", &suspend).problem(403, "bad_csrf_token");
        forged.post("/sims/search", &json!({})).problem(403, "bad_csrf_token");
        forged.get("/sims").expect(200);
    }
}

#[test]
fn only_this_machine_while_passwords_are_known() {
    let data = tempfile::tempdir().unwrap();
    let exposed = ::sandbox::server::Config { listen: "0.0.0.0:0".parse().unwrap(), ..config(&data, 10) };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let refused = runtime.block_on(::sandbox::server::Server::start(exposed)).err().unwrap();
    assert!(refused.to_string().contains("demo passwords"), "{refused}");
}
