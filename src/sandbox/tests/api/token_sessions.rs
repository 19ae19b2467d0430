//! Sessions without a cookie, and pages of other origins.

use crate::events::{heard, listen};
use crate::sandbox::*;
use crate::views::view;
use ::sandbox::demo::PASSWORD;
use serde_json::{Value, json};
use std::time::Duration;

const ELSEWHERE: &str = "https://sims.example";

fn credentials(email: &str) -> Value {
    json!({"email": email, "password": PASSWORD, "carrier": "token"})
}

/// Somebody who signs in without a cookie.
#[track_caller]
fn sign_in(sandbox: &Sandbox, email: &str) -> Person {
    let answer = sandbox.nobody().post("/session", &credentials(email));
    assert_eq!(answer.header("set-cookie"), "");
    let token = answer.expect(200)["token"].as_str().unwrap().to_owned();
    assert!(token.starts_with("simgrove_session_"), "{token}");
    Person { token: Some(token), ..sandbox.nobody() }
}

#[test]
fn a_token_is_the_session_wherever_a_cookie_is() {
    let sandbox = Sandbox::new(40);
    let admin = sign_in(&sandbox, ADMIN);
    let session = admin.get("/session").expect(200);
    assert_eq!((&session["user"]["email"], session.get("token")), (&json!(ADMIN), None));
    // What is a person's own, and changes without a CSRF token.
    admin.start("/filters", &json!({"name": "Mine", "view": {}})).expect(201);
    admin.change("/me", &json!({"alerts": true})).expect(200);
    admin.edit(1, &json!({"label": "Van 7"})).expect(200);
    crate::tokens::new_token(&admin, ALPINE, "user");
    let log = admin.get("/audit-log?action=token_created").expect(200);
    assert_eq!((&log["items"][0]["user"]["id"], &log["items"][0]["token"]), (&json!(1), &Value::Null));
    view(&admin, ALPINE).expect(200);
    assert_eq!(admin.get("/session").expect(200)["view"]["account_id"], ALPINE);
    admin.edit(1, &json!({"label": "Van 8"})).problem(403, "view_only");
    admin.delete("/session/view").expect(204);
    let sessions = admin.get("/me/sessions").expect(200);
    assert_eq!(sessions["items"].as_array().unwrap().iter().filter(|one| one["current"] == true).count(), 1);
    // Roles hold as ever.
    sign_in(&sandbox, VIEWER).get("/users").problem(403, "forbidden");
    // A cookie is what comes when nothing is asked for.
    let answer = sandbox.nobody().post("/session", &json!({"email": ADMIN, "password": PASSWORD}));
    assert!(answer.header("set-cookie").contains("simgrove_session="));
    assert_eq!(answer.expect(200).get("token"), None);
}

#[test]
fn signing_out_ends_it_and_no_other_session() {
    let sandbox = Sandbox::new(10);
    let (one, other, by_cookie) =
        (sign_in(&sandbox, ADMIN), sign_in(&sandbox, ADMIN), sandbox.sign_in(ADMIN));
    let events = listen(Person { token: one.token.clone(), ..sandbox.nobody() });
    sandbox.sign_in(VIEWER).change("/me", &json!({"name": "Somebody"})).expect(200);
    assert!(heard(&events).contains(&contract::event::Event::Users));
    let answer = one.delete("/session");
    assert_eq!((answer.status, answer.header("set-cookie")), (204, ""));
    one.get("/session").problem(401, "session_expired");
    while events.recv_timeout(Duration::from_secs(10)).is_ok() {}
    other.get("/session").expect(200);
    by_cookie.get("/session").expect(200);
    other.delete("/me/sessions").expect(204);
    by_cookie.get("/session").problem(401, "session_expired");
    other.get("/session").expect(200);
}

#[test]
fn what_is_in_a_cookie_is_no_token_and_the_other_way_round() {
    let sandbox = Sandbox::new(10);
    let (by_token, by_cookie) = (sign_in(&sandbox, ADMIN), sandbox.sign_in(ADMIN));
    let token = by_token.token.clone().unwrap();
    let secret = token.strip_prefix("simgrove_session_").unwrap();
    let cookie = by_cookie.cookie.clone().unwrap();
    let of_cookie = cookie.strip_prefix("simgrove_session=").unwrap();
    let with_cookie = Person { cookie: Some(format!("simgrove_session={secret}")), ..sandbox.nobody() };
    with_cookie.get("/session").problem(401, "session_expired");
    let wrong =
        [format!("simgrove_session_{of_cookie}"), "simgrove_session_".to_owned(), token.to_uppercase()];
    for (wrong, code) in wrong.iter().zip(["session_expired", "session_expired", "token_invalid"]) {
        // It counts, whoever's cookie comes with it.
        let person = Person { token: Some(wrong.clone()), ..sandbox.sign_in(USER) };
        person.get("/session").problem(401, code);
    }
    let both = Person { token: Some(token), ..sandbox.sign_in(USER) };
    assert_eq!(both.get("/session").expect(200)["user"]["email"], ADMIN);
    // The session of a cookie still needs more than that.
    let forged = Person { cookie: Some(cookie), ..sandbox.nobody() };
    forged.delete("/session").problem(403, "bad_csrf_token");
}

#[test]
fn it_ends_when_nothing_is_asked_and_survives_a_restart() {
    let mut sandbox = Sandbox::with(10, |config| config.settings.session_idle = Duration::from_secs(2));
    let admin = sign_in(&sandbox, ADMIN);
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(800));
        admin.get("/session").expect(200);
    }
    sandbox.restart(|_| {});
    let admin = Person { token: admin.token, ..sandbox.nobody() };
    admin.get("/session").expect(200);
    std::thread::sleep(Duration::from_secs(3));
    admin.get("/session").problem(401, "session_expired");
}

fn ask_first(person: &Person, origin: &str, path: &str) -> Answer {
    let headers = [
        ("origin", origin),
        ("access-control-request-method", "PUT"),
        ("access-control-request-headers", "authorization,content-type,if-match"),
    ];
    person.request("OPTIONS", path, &headers, None)
}

#[track_caller]
fn told_nothing(answer: &Answer) {
    let told = answer.headers.keys().find(|name| name.as_str().starts_with("access-control"));
    assert_eq!(told, None, "{answer:?}");
}

#[test]
fn pages_of_allowed_origins_may_ask() {
    let sandbox = Sandbox::with(10, |config| {
        config.settings.allowed_origins = vec![ELSEWHERE.to_owned(), "http://localhost:3000".to_owned()];
    });
    let nobody = sandbox.nobody();
    let lists =
        |answer: &Answer, header: &str, one: &str| answer.header(header).split(", ").any(|it| it == one);
    for origin in [ELSEWHERE, "http://localhost:3000"] {
        for path in ["/session", "/me/appearance", "/accounts/3/branding", "/no-such-route"] {
            let answer = ask_first(&nobody, origin, path);
            assert_eq!(
                (answer.status, answer.header("access-control-allow-origin")),
                (204, origin),
                "{path}"
            );
            for header in [
                "authorization",
                "content-type",
                "if-match",
                "idempotency-key",
                "x-csrf-token",
                "last-event-id",
            ] {
                assert!(lists(&answer, "access-control-allow-headers", header), "{header}");
            }
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
                assert!(lists(&answer, "access-control-allow-methods", method), "{method}");
            }
            assert!(!answer.headers.contains_key("access-control-allow-credentials"));
        }
    }
    let admin = sign_in(&sandbox, ADMIN);
    let from = |person: &Person, path: &str| person.request("GET", path, &[("origin", ELSEWHERE)], None);
    for (answer, status) in [
        (from(&admin, "/me"), 200),
        // Failures are to be read as well, whatever they come from.
        (from(&nobody, "/me"), 401),
        (from(&admin, "/sims/999"), 404),
        (from(&admin, "/no-such-route"), 404),
        (from(&admin, "/password-resets"), 405),
    ] {
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (status, ELSEWHERE));
        assert!(lists(&answer, "access-control-expose-headers", "etag"));
        assert!(answer.headers.get_all("vary").iter().any(|vary| vary == "origin"));
        assert!(!answer.headers.contains_key("access-control-allow-credentials"));
    }
    let events = admin.open("GET", "/events", &[("origin", ELSEWHERE)], None);
    assert_eq!(events.headers().get("access-control-allow-origin").unwrap(), ELSEWHERE);
}

#[test]
fn pages_of_other_origins_are_told_nothing() {
    let allowing = Sandbox::with(10, |config| config.settings.allowed_origins = vec![ELSEWHERE.to_owned()]);
    let closed = Sandbox::new(10);
    for (sandbox, origins) in [
        (
            &allowing,
            ["https://evil.example", "https://sims.example.evil.example", "http://sims.example", "null"],
        ),
        (&closed, [ELSEWHERE, "http://localhost:3000", "null", "*"]),
    ] {
        let admin = sandbox.sign_in(ADMIN);
        for origin in origins {
            let answer = ask_first(&sandbox.nobody(), origin, "/session");
            told_nothing(&answer);
            assert!(answer.status >= 400, "{origin}");
            told_nothing(&admin.request("GET", "/me", &[("origin", origin)], None));
        }
        // Nor are those without one.
        told_nothing(&admin.get("/me"));
    }
    // What is beside the API is not the API's to give away.
    told_nothing(&allowing.nobody().request("GET", &allowing.origin(), &[("origin", ELSEWHERE)], None));
}
