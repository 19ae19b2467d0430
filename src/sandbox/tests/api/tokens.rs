//! API tokens: who makes them, what they reach, and what ends them.

use crate::events::{heard, listen};
use crate::sandbox::*;
use crate::users::join;
use domain::time::Timestamp;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// A time so many days from now.
pub fn in_days(days: i64) -> Timestamp {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    Timestamp::from_unix(i64::try_from(now).unwrap() + days * 86_400)
}

fn new(name: &str, role: &str) -> Value {
    json!({"name": name, "role": role, "expires_at": in_days(30)})
}

/// Makes a token; gives what is shown of it, and the token itself.
#[track_caller]
pub fn new_token(by: &Person, account: u32, role: &str) -> (Value, String) {
    let name = format!("Token {}", fastrand::u64(..));
    let made = by.start(&format!("/accounts/{account}/tokens"), &new(&name, role)).expect(201);
    (made["token"].clone(), made["secret"].as_str().unwrap().to_owned())
}

fn with(sandbox: &Sandbox, secret: &str) -> Person {
    Person { token: Some(secret.to_owned()), ..sandbox.nobody() }
}

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[track_caller]
fn list(person: &Person, account: u32) -> Vec<Value> {
    let page = person.get(&format!("/accounts/{account}/tokens")).expect(200);
    page["items"].as_array().unwrap().clone()
}

#[test]
fn a_token_is_told_once_and_kept_as_a_hash() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let path = format!("/accounts/{ALPINE}/tokens");
    let body = new("  Billing ", "user");
    let made = admin.start_with_key(&path, &body, "click").expect(201);
    let secret = made["secret"].as_str().unwrap();
    let token = &made["token"];
    assert!(secret.starts_with(token["hint"].as_str().unwrap()), "{made}");
    assert_eq!((&token["name"], &token["role"]), (&json!("Billing"), &json!("user")));
    assert_eq!((&token["state"], &token["last_used_at"]), (&json!("active"), &Value::Null));
    assert_eq!((&token["created_by"]["id"], &token["account_id"]), (&json!(1), &json!(ALPINE)));
    assert_eq!(token["expires_at"], body["expires_at"]);

    // The same click makes nothing more, and nobody can tell the token again.
    let again = admin.start_with_key(&path, &body, "click").expect(201);
    assert_eq!(again, json!({"token": token, "secret": null}));
    assert_eq!(list(&admin, ALPINE), std::slice::from_ref(token));
    sandbox.database().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let file = std::fs::read(sandbox.database().path().unwrap()).unwrap();
    assert!(!file.windows(secret.len()).any(|bytes| bytes == secret.as_bytes()));

    with(&sandbox, secret).get("/accounts").expect(200);
    let used = &list(&admin, ALPINE)[0]["last_used_at"];
    assert!(used.is_string());
    with(&sandbox, secret).get("/accounts").expect(200);
    assert_eq!(list(&admin, ALPINE)[0]["last_used_at"], *used);
}

#[test]
fn what_cannot_be_made() {
    let sandbox = Sandbox::new(10);
    let (admin, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let path = format!("/accounts/{ALPINE}/tokens");
    let make = |body: &Value| alpine.start(&path, body);
    make(&new("Billing", "user")).expect(201);
    refused(make(&new(" ", "user")), "/name", "required");
    refused(make(&new(&"x".repeat(81), "user")), "/name", "too_long");
    refused(make(&new("a\nb", "user")), "/name", "invalid");
    refused(make(&new("BILLING ", "user")), "/name", "name_taken");
    refused(make(&new("Other", "owner")), "/role", "invalid");
    for (expires_at, code) in [
        (json!(in_days(-1)), "in_the_past"),
        (json!(in_days(733)), "too_far_ahead"),
        (json!("soon"), "invalid"),
        (Value::Null, "invalid"),
    ] {
        let body = json!({"name": "Other", "role": "user", "expires_at": expires_at});
        refused(make(&body), "/expires_at", code);
    }
    assert_eq!(list(&alpine, ALPINE).len(), 1);
    alpine.post(&path, &new("Other", "user")).problem(400, "key_required");
    // The name is another account's to use, and free again when the token has ended.
    admin.start(&format!("/accounts/{LAKESIDE}/tokens"), &new("Billing", "user")).expect(201);
    sandbox.database().execute("UPDATE api_tokens SET expires_at = 1", []).unwrap();
    make(&new("Billing", "user")).expect(201);
    assert_eq!(
        list(&alpine, ALPINE).iter().map(|token| token["state"].as_str().unwrap()).collect::<Vec<_>>(),
        ["active", "expired"]
    );
    for _ in 2..100 {
        new_token(&alpine, ALPINE, "view_only");
    }
    refused(make(&new("One more", "user")), "", "too_many");
}

#[test]
fn a_token_sees_its_account_and_acts_in_its_own_name() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let (token, secret) = new_token(&admin, ALPINE, "admin");
    let integration = with(&sandbox, &secret);
    for path in ["/accounts", "/sims?limit=1000", "/users?include_below=true"] {
        assert_eq!(integration.get(path).expect(200), alpine.get(path).expect(200), "{path}");
    }
    let own = ids(&integration.find(&with_status("active")));
    integration.get("/sims/1").problem(404, "not_found");
    let new = json!({"parent_id": ALPINE, "name": "By machine"});
    let made = integration.start("/accounts", &new).expect(201);
    integration.edit(own[0], &json!({"label": "By machine"})).expect(200);

    let news = listen(with(&sandbox, &secret));
    let done = integration.carry_out(&json!("suspend"), &json!({"ids": [own[0], own[1]]}));
    let named = json!({"id": token["id"], "name": token["name"]});
    assert_eq!((&done["created_by"]["id"], &done["token"]), (&json!(1), &named));
    assert!(heard(&news).iter().any(|event| matches!(event, contract::event::Event::Operation(_))));
    let log = alpine.get(&format!("/audit-log?token_id={}", token["id"])).expect(200);
    let log = log["items"].as_array().unwrap();
    let acts: Vec<&str> = log.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    assert_eq!(acts, ["suspend_started", "sim_changed", "account_created"]);
    // Whoever stands behind the token belongs to an account above, and is not named.
    assert!(
        log.iter()
            .all(|entry| entry["token"] == named && entry["outside"] == true && entry["user"].is_null())
    );
    assert_eq!(log[2]["subject"]["id"], made["id"]);

    // What its maker did elsewhere, and in the app, is not its own.
    let theirs = admin.carry_out(&json!("suspend"), &json!({"ids": [1]}));
    integration.get(&format!("/bulk-operations/{}", theirs["id"])).problem(404, "not_found");
    let operations = integration.get("/bulk-operations").expect(200);
    assert_eq!(operations["items"].as_array().unwrap().len(), 1);
    let (_, other) = new_token(&admin, ALPINE, "user");
    with(&sandbox, &other).get(&format!("/bulk-operations/{}", done["id"])).problem(404, "not_found");
    // A key that its maker used is another one's.
    let body = json!({"parent_id": ALPINE, "name": "Key"});
    admin.start_with_key("/accounts", &body, "shared").expect(201);
    refused(integration.start_with_key("/accounts", &body, "shared"), "/name", "name_taken");
}

#[test]
fn what_is_a_persons_own_is_not_for_tokens() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let (_, secret) = new_token(&admin, NORTHGATE, "admin");
    let integration = with(&sandbox, &secret);
    for path in [
        "/session",
        "/me",
        "/me/sessions",
        "/me/appearance",
        "/me/list-layout",
        "/me/support-page",
        "/filters",
        "/accounts/1/tokens",
    ] {
        integration.get(path).problem(403, "not_for_tokens");
    }
    integration.start("/accounts/1/tokens", &new("More", "user")).problem(403, "not_for_tokens");
    integration.delete("/tokens/1").problem(403, "not_for_tokens");
    integration.delete("/session").problem(403, "not_for_tokens");
    // The token counts, whoever's cookie comes with it.
    let both = Person { token: Some(secret), ..sandbox.sign_in(USER) };
    both.get("/users").expect(200);
    let wrong = Person { token: Some("sg_wrong".to_owned()), ..sandbox.sign_in(USER) };
    wrong.get("/accounts").problem(401, "token_invalid");
}

#[test]
fn what_ends_a_token() {
    let sandbox = Sandbox::new(10);
    let root = sandbox.sign_in(ADMIN);
    let (user, maker) = join(&sandbox, &root, BRIGHTWATER, "maker@northgate.example", "admin");
    let user = format!("/users/{}", user["id"]);
    join(&sandbox, &root, BRIGHTWATER, "second@northgate.example", "admin");
    let (token, secret) = new_token(&maker, ALPINE, "admin");
    let integration = with(&sandbox, &secret);
    let news = listen(with(&sandbox, &secret));
    let state = || list(&root, ALPINE).iter().find(|one| one["id"] == token["id"]).unwrap().clone();
    let works = || integration.get("/users").expect(200);
    let fails = || integration.get("/users").problem(401, "token_invalid");
    works();

    // Its maker may less.
    root.change(&user, &json!({"role": "user"})).expect(200);
    integration.get("/users").problem(403, "forbidden");
    assert_eq!((&state()["role"], &state()["state"]), (&json!("user"), &json!("active")));
    root.change(&user, &json!({"role": "admin"})).expect(200);
    works();
    // Its maker cannot sign in.
    root.change(&user, &json!({"enabled": false})).expect(200);
    fails();
    assert_eq!(state()["state"], "suspended");
    root.change(&user, &json!({"enabled": true})).expect(200);
    works();
    // Its account, or one above, is disabled.
    let brightwater = format!("/accounts/{BRIGHTWATER}");
    root.change(&brightwater, &json!({"enabled": false})).expect(200);
    fails();
    root.change(&brightwater, &json!({"enabled": true})).expect(200);
    works();
    // Its account is no longer its maker's to see.
    let alpine = format!("/accounts/{ALPINE}");
    root.change(&alpine, &json!({"parent_id": NORTHGATE})).expect(200);
    fails();
    root.change(&alpine, &json!({"parent_id": BRIGHTWATER})).expect(200);
    works();
    // It expires.
    let expire = |at: u32| {
        let ended = sandbox.database().execute("UPDATE api_tokens SET expires_at = ?1", [at]).unwrap();
        assert_eq!(ended, 1);
    };
    expire(1);
    fails();
    assert_eq!(state()["state"], "expired");
    expire(u32::MAX);
    works();
    // Its maker is deleted.
    heard(&news);
    root.remove(&user).expect(204);
    fails();
    assert_eq!(state()["state"], "suspended");
    while news.recv().is_ok() {}

    let (token, secret) = new_token(&root, ALPINE, "user");
    let integration = with(&sandbox, &secret);
    integration.get("/accounts").expect(200);
    let path = format!("/tokens/{}", token["id"]);
    root.delete(&path).expect(204);
    root.delete(&path).expect(204);
    integration.get("/accounts").problem(401, "token_invalid");
    assert!(list(&root, ALPINE).iter().all(|one| one["id"] != token["id"]));
    let revoked = root.get("/audit-log?action=token_revoked").expect(200);
    assert_eq!(revoked["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        revoked["items"][0]["subject"],
        json!({"kind": "token", "id": token["id"], "name": token["name"]})
    );
    let created = root.get("/audit-log?action=token_created").expect(200);
    assert!(created["items"][0]["changes"][0] == json!({"field": "role", "old": null, "new": "user"}));

    // With its account.
    let made = root.start("/accounts", &json!({"parent_id": ALPINE, "name": "Short"})).expect(201);
    let (_, secret) = new_token(&root, made["id"].as_u64().unwrap() as u32, "user");
    with(&sandbox, &secret).get("/accounts").expect(200);
    root.remove(&format!("/accounts/{}", made["id"])).expect(204);
    with(&sandbox, &secret).get("/accounts").problem(401, "token_invalid");
}

#[test]
fn tokens_are_made_and_revoked_by_admins_in_their_part_of_the_tree() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    for account in [NORTHGATE, BRIGHTWATER, LAKESIDE, 9_999] {
        let path = format!("/accounts/{account}/tokens");
        alpine.get(&path).problem(404, "not_found");
        alpine.start(&path, &new("Mine", "user")).problem(404, "not_found");
    }
    let (outside, secret) = new_token(&root, LAKESIDE, "user");
    alpine.delete(&format!("/tokens/{}", outside["id"])).problem(404, "not_found");
    alpine.delete("/tokens/9999").problem(404, "not_found");
    with(&sandbox, &secret).get("/accounts").expect(200);
    let (own, _) = new_token(&root, DEPOT, "user");
    alpine.delete(&format!("/tokens/{}", own["id"])).expect(204);
    for email in [USER, VIEWER] {
        let person = sandbox.sign_in(email);
        person.get("/accounts/1/tokens").problem(403, "forbidden");
        person.start("/accounts/1/tokens", &new("Mine", "view_only")).problem(403, "forbidden");
        person.delete(&format!("/tokens/{}", outside["id"])).problem(403, "forbidden");
    }
}
