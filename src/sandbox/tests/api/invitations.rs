//! Mailed links: invitations, forgotten passwords, and everything that must not work with them.

use crate::sandbox::*;
use crate::users::invite;
use ::sandbox::demo::PASSWORD;
use serde_json::{Value, json};
use std::time::Duration;

const EMAIL: &str = "new@alpine.example";
const GOOD: &str = "vine-lantern-orbit-72";

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

fn invitation(token: &str) -> String {
    format!("/invitations/{token}")
}

fn reset(token: &str) -> String {
    format!("/password-resets/{token}")
}

fn password(text: &str) -> Value {
    json!({"password": text})
}

fn login(email: &str, password: &str) -> Value {
    json!({"email": email, "password": password})
}

#[test]
fn an_invitation_is_accepted_once() {
    let sandbox = Sandbox::new(10);
    let (alpine, nobody) = (sandbox.sign_in(ALPINE_ADMIN), sandbox.nobody());
    let user = invite(&alpine, DEPOT, EMAIL, "user");
    let mail = sandbox.mails(EMAIL, 1).remove(0);
    for part in [
        "Depot Innsbruck",
        "text/plain",
        "text/html",
        "From: Simgrove <no-reply@simgrove.example>",
        &format!("{}/invitation/", sandbox.origin()),
    ] {
        assert!(mail.contains(part), "no {part} in {mail}");
    }
    let token = sandbox.token(EMAIL, 1, "/invitation/");
    let seen = nobody.get(&invitation(&token)).expect(200);
    assert_eq!(
        seen,
        json!({
            "name": "Somebody New", "email": EMAIL, "account_name": "Depot Innsbruck",
            "expires_at": user["invitation_expires_at"],
        })
    );
    assert_eq!(nobody.post(&invitation(&token), &password(GOOD)).expect(204), Value::Null);
    for used in [nobody.get(&invitation(&token)), nobody.post(&invitation(&token), &password(GOOD))] {
        used.problem(404, "link_invalid");
    }
    let now = alpine.get(&format!("/users/{}", user["id"])).expect(200);
    assert_eq!((&now["state"], &now["invitation_expires_at"]), (&json!("active"), &Value::Null));
    let person = sandbox.nobody().signed_in_with(EMAIL, GOOD);
    assert_eq!(person.get("/accounts").expect(200)["items"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_kept_of_a_link_does_not_open_it() {
    let sandbox = Sandbox::new(10);
    invite(&sandbox.sign_in(ADMIN), DEPOT, EMAIL, "user");
    let token = sandbox.token(EMAIL, 1, "/invitation/");
    let kept: Vec<u8> =
        sandbox.database().query_row("SELECT token_hash FROM links", [], |row| row.get(0)).unwrap();
    use base64::Engine as _;
    let encoded = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(kept);
    assert_ne!(encoded, token);
    sandbox.nobody().get(&invitation(&encoded)).problem(404, "link_invalid");
    for wrong in ["x", "%20", &token[1..], &token.to_lowercase()] {
        sandbox.nobody().get(&invitation(wrong)).problem(404, "link_invalid");
    }
    // Nor is a link one for something else.
    sandbox.nobody().post(&reset(&token), &password(GOOD)).problem(404, "link_invalid");
    sandbox.nobody().get(&reset(&token)).problem(404, "link_invalid");
    sandbox
        .nobody()
        .post(&format!("/email-confirmations/{token}"), &Value::Null)
        .problem(404, "link_invalid");
}

#[test]
fn an_invitation_that_is_sent_again_ends_the_one_before() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let user = invite(&admin, DEPOT, EMAIL, "user");
    let first = sandbox.token(EMAIL, 1, "/invitation/");
    let again = format!("/users/{}/invitation", user["id"]);
    admin.post(&again, &Value::Null).problem(400, "key_required");
    let sent = admin.start_with_key(&again, &Value::Null, "click").expect(201);
    assert_eq!(admin.start_with_key(&again, &Value::Null, "click").expect(201), sent);
    let second = sandbox.token(EMAIL, 2, "/invitation/");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(sandbox.mails(EMAIL, 2).len(), 2);
    sandbox.nobody().get(&invitation(&first)).problem(404, "link_invalid");
    sandbox.nobody().post(&invitation(&second), &password(GOOD)).expect(204);
    admin.start(&again, &Value::Null).problem(409, "wrong_state");
    admin.delete(&again).problem(409, "wrong_state");
}

#[test]
fn a_withdrawn_invitation_leads_nowhere() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let user = invite(&admin, DEPOT, EMAIL, "user");
    let token = sandbox.token(EMAIL, 1, "/invitation/");
    admin.delete(&format!("/users/{}/invitation", user["id"])).expect(204);
    sandbox.nobody().post(&invitation(&token), &password(GOOD)).problem(404, "link_invalid");
    admin.get(&format!("/users/{}", user["id"])).problem(404, "not_found");
    assert_eq!(admin.get(&format!("/accounts/{DEPOT}")).expect(200)["user_count"], 0);
    invite(&admin, DEPOT, EMAIL, "user");
}

#[test]
fn an_invitation_expires() {
    let mut sandbox = Sandbox::with(10, |config| config.settings.invitation_life = Duration::ZERO);
    let user = invite(&sandbox.sign_in(ADMIN), DEPOT, EMAIL, "user");
    let token = sandbox.token(EMAIL, 1, "/invitation/");
    sandbox.nobody().get(&invitation(&token)).problem(404, "link_invalid");
    sandbox.nobody().post(&invitation(&token), &password(GOOD)).problem(404, "link_invalid");
    // One that is sent again lives anew, for as long as it does now.
    sandbox.restart(|config| config.settings.invitation_life = Duration::from_secs(3_600));
    let again = format!("/users/{}/invitation", user["id"]);
    sandbox.sign_in(ADMIN).start(&again, &Value::Null).expect(201);
    let token = sandbox.token(EMAIL, 2, "/invitation/");
    sandbox.nobody().get(&invitation(&token)).expect(200);
}

#[test]
fn a_disabled_user_cannot_accept() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let path = format!("/users/{}", invite(&admin, DEPOT, EMAIL, "user")["id"]);
    let token = sandbox.token(EMAIL, 1, "/invitation/");
    assert_eq!(admin.change(&path, &json!({"enabled": false})).expect(200)["state"], "disabled");
    sandbox.nobody().post(&invitation(&token), &password(GOOD)).problem(404, "link_invalid");
    assert_eq!(admin.change(&path, &json!({"enabled": true})).expect(200)["state"], "invited");
    sandbox.nobody().post(&invitation(&token), &password(GOOD)).expect(204);
}

#[test]
fn a_password_must_not_be_guessed_soon() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let new =
        json!({"name": "Bartholomew Featherstone", "email": "bart@featherstone.example", "role": "user"});
    admin.start("/accounts/1/users", &new).expect(201);
    let token = sandbox.token("bart@featherstone.example", 1, "/invitation/");
    let choose = |text: &str| sandbox.nobody().post(&invitation(&token), &password(text));
    refused(choose("x7#Kq9!pZ2m"), "/password", "too_short");
    refused(choose(&"vine-lantern-".repeat(10)), "/password", "too_long");
    for weak in
        ["passwordpassword", "aaaaaaaaaaaaaaaa", "123456789012", "BartholomewFeatherstone", "qwertyuiopasdf"]
    {
        refused(choose(weak), "/password", "weak_password");
    }
    // None of these used the link up.
    choose("Grünes Zebra tanzt im Regen").expect(204);
}

#[test]
fn mails_are_in_the_language_of_who_sends_them() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    admin.change("/me", &json!({"language": "de-AT"})).expect(200);
    invite(&admin, DEPOT, EMAIL, "user");
    let mail = sandbox.mails(EMAIL, 1).remove(0);
    assert!(mail.contains("Guten Tag Somebody New") && mail.contains("Subject: Ihr Zugang zu"), "{mail}");
}

#[test]
fn a_forgotten_password_is_replaced_by_a_mailed_link() {
    let sandbox = Sandbox::new(10);
    let (signed_in, nobody) = (sandbox.sign_in(ALPINE_ADMIN), sandbox.nobody());
    nobody.post("/password-resets", &json!({"email": ALPINE_ADMIN.to_uppercase()})).expect(202);
    let first = sandbox.token(ALPINE_ADMIN, 1, "/password-reset/");
    nobody.post("/password-resets", &json!({"email": ALPINE_ADMIN})).expect(202);
    let second = sandbox.token(ALPINE_ADMIN, 2, "/password-reset/");
    nobody.get(&reset(&first)).problem(404, "link_invalid");
    let seen = nobody.get(&reset(&second)).expect(200);
    assert_eq!((&seen["name"], &seen["email"]), (&json!("Magdalena Höfer"), &json!(ALPINE_ADMIN)));
    refused(nobody.post(&reset(&second), &password("magdalena-höfer")), "/password", "weak_password");
    // Until then the old one holds.
    signed_in.get("/session").expect(200);
    nobody.post(&reset(&second), &password(GOOD)).expect(204);
    nobody.post(&reset(&second), &password(GOOD)).problem(404, "link_invalid");
    signed_in.get("/session").problem(401, "session_expired");
    nobody.post("/session", &login(ALPINE_ADMIN, PASSWORD)).problem(401, "bad_credentials");
    sandbox.nobody().signed_in_with(ALPINE_ADMIN, GOOD);
}

#[test]
fn nobody_learns_who_has_an_address() {
    let sandbox = Sandbox::new(10);
    let (admin, nobody) = (sandbox.sign_in(ADMIN), sandbox.nobody());
    invite(&admin, DEPOT, EMAIL, "user");
    admin.change("/users/2", &json!({"enabled": false})).expect(200);
    let ask = |email: &str| {
        let answer = nobody.post("/password-resets", &json!({"email": email}));
        (answer.status, answer.text)
    };
    // Known, unknown, nonsense, invited, disabled.
    for email in [VIEWER, "nobody@northgate.example", "nonsense", EMAIL, USER] {
        assert_eq!(ask(email), (202, String::new()), "{email}");
    }
    sandbox.mails(VIEWER, 1);
    std::thread::sleep(Duration::from_millis(300));
    assert!(sandbox.mails(USER, 0).is_empty());
    assert_eq!(sandbox.mails(EMAIL, 1).len(), 1);
    for email in [VIEWER, "nobody@northgate.example"] {
        let limited = (0..10).map(|_| ask(email).0).filter(|&status| status == 429).count();
        assert_eq!(limited, 6, "{email}");
    }
}

#[test]
fn trying_links_has_to_wait() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    let guess = "A".repeat(43);
    for _ in 0..30 {
        nobody.get(&invitation(&guess)).problem(404, "link_invalid");
    }
    for path in [invitation(&guess), reset(&guess)] {
        let answer = nobody.post(&path, &password(GOOD));
        assert!((1..=60).contains(&answer.header("retry-after").parse::<u32>().unwrap()));
        answer.problem(429, "rate_limited");
    }
    // Signing in is another matter.
    sandbox.sign_in(ADMIN);
}

#[test]
fn links_lead_to_where_people_reach_the_dashboard() {
    let sandbox =
        Sandbox::with(10, |config| config.settings.public_url = Some("https://sims.example/".to_owned()));
    let admin = sandbox.sign_in(ADMIN);
    let headers = [
        ("content-type", "application/json"),
        ("x-forwarded-host", "evil.example"),
        (contract::IDEMPOTENCY_HEADER, "click"),
    ];
    let new = json!({"name": "New", "email": EMAIL, "role": "user"}).to_string();
    admin.request("POST", "/accounts/1/users", &headers, Some(&new)).expect(201);
    let mail = sandbox.mails(EMAIL, 1).remove(0);
    assert!(mail.contains("https://sims.example/invitation/") && !mail.contains("evil"), "{mail}");
}
