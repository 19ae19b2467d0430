//! What people do for themselves.

use crate::sandbox::*;
use ::sandbox::demo::PASSWORD;
use serde_json::{Value, json};

const GOOD: &str = "vine-lantern-orbit-72";

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[test]
fn everybody_keeps_their_own_profile() {
    let sandbox = Sandbox::new(10);
    for email in [VIEWER, USER, ADMIN] {
        let person = sandbox.sign_in(email);
        let read = person.get("/me");
        let etag = read.header("etag").to_owned();
        let before = read.expect(200);
        assert_eq!((&before["email"], &before["language"]), (&json!(email), &Value::Null));
        assert_eq!(before["etag"], etag);
        let changed = person.change("/me", &json!({"name": " New Name ", "language": "de"})).expect(200);
        assert_eq!((&changed["name"], &changed["language"]), (&json!("New Name"), &json!("de")));
        let session = person.get("/session").expect(200);
        assert_eq!(
            (&session["user"]["name"], &session["user"]["language"]),
            (&json!("New Name"), &json!("de"))
        );
        person.change_seen("/me", &json!({"name": "Other"}), &etag).problem(412, "stale");
        assert_eq!(person.change("/me", &json!({"language": null})).expect(200)["language"], Value::Null);
        assert_eq!(before["alerts"], false);
        assert_eq!(person.change("/me", &json!({"alerts": true})).expect(200)["alerts"], true);
        assert_eq!(person.change("/me", &json!({"name": "Other"})).expect(200)["alerts"], true);
    }
    let person = sandbox.sign_in(ADMIN);
    let json = ("content-type", "application/json");
    person.request("PATCH", "/me", &[json], Some("{}")).problem(428, "precondition_required");
    refused(person.change("/me", &json!({"name": ""})), "/name", "required");
    refused(person.change("/me", &json!({"name": null})), "/name", "invalid");
    refused(person.change("/me", &json!({"language": "../de"})), "/language", "invalid");
    refused(person.change("/me", &json!({"alerts": null})), "/alerts", "invalid");
    // A role is not one's own to change.
    refused(person.change("/me", &json!({"role": "admin"})), "/role", "invalid");
}

#[test]
fn a_new_password_ends_all_other_sessions() {
    let sandbox = Sandbox::new(10);
    let (here, there) = (sandbox.sign_in(VIEWER), sandbox.sign_in(VIEWER));
    let change =
        |current: &str, new: &str| here.post("/me/password", &json!({"current": current, "new": new}));
    refused(change("wrong", GOOD), "/current", "wrong_password");
    refused(change(PASSWORD, "short"), "/new", "too_short");
    refused(change(PASSWORD, "priya-raman-northgate"), "/new", "weak_password");
    there.get("/session").expect(200);
    change(PASSWORD, GOOD).expect(204);
    here.get("/session").expect(200);
    there.get("/session").problem(401, "session_expired");
    sandbox.nobody().signed_in_with(VIEWER, GOOD);
}

#[test]
fn guessing_at_the_current_password_has_to_wait() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    for _ in 0..5 {
        refused(
            person.post("/me/password", &json!({"current": "guess", "new": GOOD})),
            "/current",
            "wrong_password",
        );
    }
    person.post("/me/password", &json!({"current": PASSWORD, "new": GOOD})).problem(429, "rate_limited");
}

#[test]
fn sessions_are_listed_and_ended() {
    let sandbox = Sandbox::new(10);
    let (here, there, other) = (sandbox.sign_in(VIEWER), sandbox.sign_in(VIEWER), sandbox.sign_in(ADMIN));
    let body = json!({"email": VIEWER, "password": PASSWORD}).to_string();
    let browser = [("content-type", "application/json"), ("user-agent", "Lynx/2.9")];
    sandbox.nobody().request("POST", "/session", &browser, Some(&body)).expect(200);
    let listed = here.get("/me/sessions").expect(200);
    let listed = listed["items"].as_array().unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!(listed.iter().filter(|session| session["current"] == true).count(), 1);
    assert_eq!(listed.iter().filter(|session| session["client"] == "Lynx/2.9").count(), 1);
    assert!(
        listed.iter().all(|session| session["began_at"].is_string() && session["expires_at"].is_string())
    );
    here.delete("/me/sessions").expect(204);
    assert_eq!(here.get("/me/sessions").expect(200)["items"].as_array().unwrap().len(), 1);
    there.get("/session").problem(401, "session_expired");
    other.get("/session").expect(200);
}

#[test]
fn an_e_mail_address_is_confirmed_before_it_is_used() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let ask = |email: &str, password: &str| {
        person.post("/me/email", &json!({"email": email, "password": password}))
    };
    refused(ask("nonsense", PASSWORD), "/email", "bad_email");
    refused(ask("priya@northgate.example", "wrong"), "/password", "wrong_password");
    ask("Priya@Northgate.Example", PASSWORD).expect(202);
    assert_eq!(person.get("/me").expect(200)["email"], VIEWER);
    let token = sandbox.token("Priya@Northgate.Example", 1, "/email-confirmation/");
    let confirm = |token: &str| sandbox.nobody().post(&format!("/email-confirmations/{token}"), &Value::Null);
    let about = |token: &str| sandbox.nobody().get(&format!("/email-confirmations/{token}"));
    let seen = about(&token).expect(200);
    assert_eq!((&seen["name"], &seen["email"]), (&json!("Priya Raman"), &json!("priya@northgate.example")));
    confirm(&token).expect(204);
    confirm(&token).problem(404, "link_invalid");
    about(&token).problem(404, "link_invalid");
    assert_eq!(person.get("/me").expect(200)["email"], "priya@northgate.example");
    sandbox.sign_in("priya@northgate.example");
    sandbox
        .nobody()
        .post("/session", &json!({"email": VIEWER, "password": PASSWORD}))
        .problem(401, "bad_credentials");

    // Whose it is, only the one who reads its mail learns.
    ask(ADMIN, PASSWORD).expect(202);
    let token = sandbox.token(ADMIN, 1, "/email-confirmation/");
    refused(confirm(&token), "", "email_taken");
}
