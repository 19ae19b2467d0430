//! Users as Admins see them: who is listed, who is invited, what is changed and what is refused.

use crate::events::{heard, listen};
use crate::sandbox::*;
use contract::event::Event;
use serde_json::{Value, json};

const NEW_PASSWORD: &str = "vine-lantern-orbit-72";

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

fn new(name: &str, email: &str, role: &str) -> Value {
    json!({"name": name, "email": email, "role": role})
}

#[track_caller]
pub fn invite(person: &Person, account: u32, email: &str, role: &str) -> Value {
    person.start(&format!("/accounts/{account}/users"), &new("Somebody New", email, role)).expect(201)
}

/// Invites somebody who accepts and signs in.
#[track_caller]
pub fn join(sandbox: &Sandbox, by: &Person, account: u32, email: &str, role: &str) -> (Value, Person) {
    let user = invite(by, account, email, role);
    let token = sandbox.token(email, 1, "/invitation/");
    let accepted = json!({"password": NEW_PASSWORD});
    sandbox.nobody().post(&format!("/invitations/{token}"), &accepted).expect(204);
    (user, sandbox.nobody().signed_in_with(email, NEW_PASSWORD))
}

fn path(user: &Value) -> String {
    format!("/users/{}", user["id"])
}

fn emails(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|user| user["email"].as_str().unwrap()).collect()
}

#[test]
fn users_are_listed_by_name_for_an_account_or_all_below() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let own = root.get("/users").expect(200);
    assert_eq!(emails(&own), [ADMIN, USER, VIEWER]);
    assert_eq!((&own["total"], &own["next_cursor"]), (&json!(3), &Value::Null));
    let all = root.get("/users?include_below=true").expect(200);
    assert_eq!(emails(&all), [ADMIN, USER, ALPINE_ADMIN, VIEWER, ALPINE_VIEWER]);
    assert_eq!(
        emails(&root.get(&format!("/users?account_id={ALPINE}")).expect(200)),
        [ALPINE_ADMIN, ALPINE_VIEWER]
    );
    assert_eq!(emails(&root.get(&format!("/users?account_id={DEPOT}")).expect(200)), [""; 0]);
    let found = |query: &str| {
        let page = root.get(&format!("/users?include_below=true&q={query}")).expect(200);
        (emails(&page).join(" "), page["total"].as_u64().unwrap())
    };
    assert_eq!(found("H%C3%96FER"), (ALPINE_ADMIN.to_owned(), 1));
    assert_eq!(found("Alpine.Ex"), (format!("{ALPINE_ADMIN} {ALPINE_VIEWER}"), 2));
    assert_eq!(found("%25"), (String::new(), 0));

    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = root.get(&format!("/users?include_below=true&limit=2{cursor}")).expect(200);
        assert_eq!(page["total"], 5);
        seen.extend(emails(&page).into_iter().map(str::to_owned));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, emails(&all));
    root.get("/users?cursor=x").problem(422, "invalid");
    root.get("/users?limit=0").problem(400, "bad_request");

    let one = alpine.get("/users/4").expect(200);
    assert_eq!(
        (&one["state"], &one["role"], &one["account_id"]),
        (&json!("active"), &json!("admin"), &json!(ALPINE))
    );
    assert!(one["last_sign_in_at"].is_string(), "{one}");
}

#[test]
fn nobody_sees_users_above_or_beside() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    assert_eq!(emails(&alpine.get("/users?include_below=true").expect(200)), [ALPINE_ADMIN, ALPINE_VIEWER]);
    for account in [NORTHGATE, BRIGHTWATER, LAKESIDE, 9_999] {
        alpine.get(&format!("/users?account_id={account}")).problem(404, "not_found");
        let body = new("New", "new@alpine.example", "user");
        alpine.start(&format!("/accounts/{account}/users"), &body).problem(404, "not_found");
    }
    let beside = invite(&root, LAKESIDE, "new@lakeside.example", "admin");
    for outside in ["/users/1".to_owned(), "/users/2".to_owned(), path(&beside), "/users/9999".to_owned()] {
        alpine.get(&outside).problem(404, "not_found");
        alpine.change_seen(&outside, &json!({"enabled": false}), "*").problem(404, "not_found");
        alpine.request("DELETE", &outside, &[("if-match", "*")], None).problem(404, "not_found");
        let invitation = format!("{outside}/invitation");
        alpine.start(&invitation, &Value::Null).problem(404, "not_found");
        alpine.delete(&invitation).problem(404, "not_found");
    }
}

#[test]
fn only_an_admin_manages_users() {
    let sandbox = Sandbox::new(10);
    let invited = path(&invite(&sandbox.sign_in(ADMIN), NORTHGATE, "new@northgate.example", "user"));
    let invitation = format!("{invited}/invitation");
    for email in [VIEWER, USER] {
        let person = sandbox.sign_in(email);
        person.get("/users").problem(403, "forbidden");
        person.get(&invited).problem(403, "forbidden");
        let body = new("New", "other@northgate.example", "view_only");
        person.start("/accounts/1/users", &body).problem(403, "forbidden");
        person.change_seen(&invited, &json!({"name": "X"}), "*").problem(403, "forbidden");
        person.request("DELETE", &invited, &[("if-match", "*")], None).problem(403, "forbidden");
        person.start(&invitation, &Value::Null).problem(403, "forbidden");
        person.delete(&invitation).problem(403, "forbidden");
    }
}

#[test]
fn an_invited_user_is_counted_and_waits() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let body = new("  Zoë Quint ", "Zoe@Depot.Example", "admin");
    let answer = admin.start_with_key(&format!("/accounts/{DEPOT}/users"), &body, "click");
    let etag = answer.header("etag").to_owned();
    let user = answer.expect(201);
    assert_eq!((&user["name"], &user["email"]), (&json!("Zoë Quint"), &json!("zoe@depot.example")));
    assert_eq!((&user["state"], &user["role"]), (&json!("invited"), &json!("admin")));
    assert!(user["invitation_expires_at"].is_string() && user["last_sign_in_at"].is_null(), "{user}");
    assert!(!user.to_string().contains("token"));
    let read = admin.get(&path(&user));
    assert_eq!((read.header("etag"), &user["etag"]), (etag.as_str(), &json!(etag)));
    assert_eq!(read.expect(200), user);
    assert_eq!(admin.get(&format!("/accounts/{DEPOT}")).expect(200)["user_count"], 1);
    let early = json!({"email": "zoe@depot.example", "password": ""});
    sandbox.nobody().post("/session", &early).problem(401, "bad_credentials");

    // The same click is one user and one mail.
    let again = admin.start_with_key(&format!("/accounts/{DEPOT}/users"), &body, "click");
    assert_eq!(again.header("etag"), etag);
    assert_eq!(again.expect(201), user);
    sandbox.mails("zoe@depot.example", 1);
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(sandbox.mails("zoe@depot.example", 1).len(), 1);
    admin
        .start_with_key(&format!("/accounts/{DEPOT}/users"), &new("Y", "y@depot.example", "user"), "click")
        .problem(409, "key_reused");
    admin.post(&format!("/accounts/{DEPOT}/users"), &body).problem(400, "key_required");
}

#[test]
fn who_cannot_be_invited() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let invite =
        |name: &str, email: &str, role: &str| admin.start("/accounts/1/users", &new(name, email, role));
    refused(invite(" ", "a@b.example", "user"), "/name", "required");
    refused(invite(&"x".repeat(101), "a@b.example", "user"), "/name", "too_long");
    refused(invite("a\u{0}", "a@b.example", "user"), "/name", "invalid");
    for bad in
        ["", "a", "a@b", "a b@c.example", "a@b.example, c@d.example", "a@b.example\r\nBcc: x@y.example"]
    {
        refused(invite("A", bad, "user"), "/email", "bad_email");
    }
    refused(invite("A", "a@b.example", "owner"), "/role", "invalid");
    refused(invite("A", &ALPINE_ADMIN.to_uppercase(), "user"), "/email", "email_taken");
}

#[test]
fn a_user_is_changed_by_who_has_seen_it() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let json = ("content-type", "application/json");
    admin.request("PATCH", "/users/2", &[json], Some("{}")).problem(428, "precondition_required");
    admin.delete("/users/2").problem(428, "precondition_required");
    let before = admin.get("/users/2").header("etag").to_owned();
    let changed = admin.change("/users/2", &json!({"name": " Jo Weber "})).expect(200);
    assert_eq!(changed["name"], "Jo Weber");
    admin.change_seen("/users/2", &json!({"name": "J"}), &before).problem(412, "stale");
    admin.request("DELETE", "/users/2", &[("if-match", &before)], None).problem(412, "stale");
    assert_eq!(admin.change("/users/2", &json!({})).expect(200), changed);
    for null in ["name", "enabled"] {
        refused(admin.change("/users/2", &json!({null: null})), &format!("/{null}"), "invalid");
    }
    refused(admin.change("/users/2", &json!({"email": "x@y.example"})), "/email", "invalid");
    refused(admin.change("/users/2", &json!({"name": ""})), "/name", "required");
}

#[test]
fn a_change_holds_at_once_where_the_user_is_signed_in() {
    let sandbox = Sandbox::new(10);
    let admin = sandbox.sign_in(ADMIN);
    let (user, person) = join(&sandbox, &admin, NORTHGATE, "second@northgate.example", "admin");
    person.get("/users").expect(200);
    let news = listen(sandbox.nobody().signed_in_with("second@northgate.example", NEW_PASSWORD));
    admin.change(&path(&user), &json!({"role": "user"})).expect(200);
    person.get("/users").problem(403, "forbidden");
    assert_eq!(person.get("/session").expect(200)["user"]["role"], "user");
    assert!(heard(&news).contains(&Event::Users));

    admin.change(&path(&user), &json!({"enabled": false})).expect(200);
    person.get("/session").problem(401, "session_expired");
    heard(&news);
    assert!(news.recv().is_err(), "the stream goes on");
    let login = json!({"email": "second@northgate.example", "password": NEW_PASSWORD});
    sandbox.nobody().post("/session", &login).problem(401, "bad_credentials");
    let enabled = admin.change(&path(&user), &json!({"enabled": true})).expect(200);
    assert_eq!(enabled["state"], "active");
    person.get("/session").problem(401, "session_expired");
    sandbox.nobody().post("/session", &login).expect(200);
}

#[test]
fn an_account_keeps_its_last_active_admin() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    // An Admin who was only invited, or is disabled, is not one who could take over.
    let waiting = invite(&alpine, ALPINE, "waiting@alpine.example", "admin");
    for person in [&alpine, &root] {
        refused(person.change("/users/4", &json!({"role": "user"})), "/role", "last_admin");
        refused(person.change("/users/4", &json!({"enabled": false})), "/enabled", "last_admin");
        refused(person.remove("/users/4"), "", "last_admin");
    }
    alpine.change("/users/4", &json!({"name": "Magda", "role": "admin", "enabled": true})).expect(200);
    let (second, _) = join(&sandbox, &alpine, ALPINE, "second@alpine.example", "admin");
    alpine.change(&path(&second), &json!({"enabled": false})).expect(200);
    refused(alpine.remove("/users/4"), "", "last_admin");
    alpine.change(&path(&second), &json!({"enabled": true})).expect(200);
    alpine.change("/users/4", &json!({"role": "view_only"})).expect(200);
    alpine.get("/users").problem(403, "forbidden");

    // Somebody above can empty the account, the last Admin last.
    refused(root.remove(&path(&second)), "", "last_admin");
    for other in ["/users/4".to_owned(), "/users/5".to_owned(), path(&waiting)] {
        root.remove(&other).expect(204);
    }
    root.remove(&path(&second)).expect(204);
    assert_eq!(root.get(&format!("/accounts/{ALPINE}")).expect(200)["user_count"], 0);
}

#[test]
fn a_deleted_user_is_gone_and_what_it_did_keeps_its_name() {
    let sandbox = Sandbox::new(100);
    let admin = sandbox.sign_in(ADMIN);
    let (user, person) = join(&sandbox, &admin, NORTHGATE, "second@northgate.example", "admin");
    let done = person.carry_out(&json!("suspend"), &json!({"ids": [1]}));
    person.start("/filters", &json!({"name": "Shared", "shared": true, "view": {}})).expect(201);
    admin.remove(&path(&user)).expect(204);
    person.get("/session").problem(401, "session_expired");
    let login = json!({"email": "second@northgate.example", "password": NEW_PASSWORD});
    sandbox.nobody().post("/session", &login).problem(401, "bad_credentials");
    admin.get(&path(&user)).problem(404, "not_found");
    assert_eq!(admin.get("/filters").expect(200)["items"], json!([]));
    let told = admin.get(&format!("/bulk-operations/{}", done["id"])).expect(200);
    assert_eq!(told["created_by"], json!({"id": user["id"], "name": "Somebody New"}));
    // The address is free again, the number is not.
    let again = invite(&admin, NORTHGATE, "second@northgate.example", "user");
    assert_ne!(again["id"], user["id"]);
    sandbox.sign_in(USER);
}
