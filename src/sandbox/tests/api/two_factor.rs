//! Two-factor sign-in: setting it up, signing in with it, losing it, and accounts that require it.

use crate::sandbox::*;
use crate::users::join;
use ::sandbox::demo::PASSWORD;
use serde_json::{Value, json};
use std::time::SystemTime;
use totp_rs::{Builder, Secret};

/// The code of an authenticator app; those of later steps are what the app will show soon.
fn code(secret: &str, later: u64) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build().unwrap();
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    totp.generate(now + 30 * later).to_string()
}

/// Six digits that no app shows now, nor just before or after.
fn wrong_code(secret: &str) -> String {
    let right: Vec<String> = (0..4).map(|later| code(secret, later)).collect();
    ["000000", "111111", "222222", "333333", "444444", "555555"]
        .into_iter()
        .find(|guess| !right.iter().any(|right| right == guess))
        .unwrap()
        .to_owned()
}

fn recovery_codes(answer: &Value) -> Vec<String> {
    answer["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

/// Sets it up with the current code; gives the secret and the recovery codes.
#[track_caller]
fn set_up(person: &Person) -> (String, Vec<String>) {
    let setup = person.post("/me/two-factor", &json!({"password": PASSWORD})).expect(200);
    let secret = setup["secret"].as_str().unwrap().to_owned();
    let confirmed =
        person.post("/me/two-factor/confirmation", &json!({"code": code(&secret, 0)})).expect(200);
    (secret, recovery_codes(&confirmed))
}

fn credentials(email: &str, code: Option<&str>) -> Value {
    match code {
        Some(code) => json!({"email": email, "password": PASSWORD, "code": code}),
        None => json!({"email": email, "password": PASSWORD}),
    }
}

fn sign_in(sandbox: &Sandbox, email: &str, code: Option<&str>) -> Answer {
    sandbox.nobody().post("/session", &credentials(email, code))
}

/// Lets the latest code be taken again, as if its time had come again.
fn forget_step(sandbox: &Sandbox) {
    sandbox.database().execute("UPDATE two_factor SET last_step = 0", []).unwrap();
}

#[track_caller]
fn refused(answer: Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid");
    assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]));
}

#[test]
fn it_is_on_when_the_first_code_is_confirmed() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let state = || person.get("/me/two-factor").expect(200);
    let off = json!({"enabled": false, "required": false, "recovery_codes_left": 0});
    assert_eq!(state(), off);
    let confirm = |code: &str| person.post("/me/two-factor/confirmation", &json!({"code": code}));
    confirm("123456").problem(409, "wrong_state");
    refused(person.post("/me/two-factor", &json!({"password": "wrong"})), "/password", "wrong_password");
    refused(person.post("/me/two-factor", &json!({})), "", "invalid");

    let setup = person.post("/me/two-factor", &json!({"password": PASSWORD})).expect(200);
    let secret = setup["secret"].as_str().unwrap();
    assert_eq!(secret.len(), 32);
    let start =
        format!("otpauth://totp/Simgrove:viewer%40northgate.example?secret={secret}&issuer=Simgrove&");
    assert!(setup["uri"].as_str().unwrap().starts_with(&start), "{setup}");
    assert_eq!(state(), off);
    sign_in(&sandbox, VIEWER, None).expect(200);

    for wrong in [wrong_code(secret).as_str(), "", "12345", "code"] {
        refused(confirm(wrong), "/code", "wrong_code");
    }
    let code = code(secret, 0);
    let codes = recovery_codes(&confirm(&format!(" {} {}", &code[..3], &code[3..])).expect(200));
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.len() == 19), "{codes:?}");
    assert_eq!(state(), json!({"enabled": true, "required": false, "recovery_codes_left": 10}));
    confirm(&code).problem(409, "wrong_state");
    // Whoever was signed in stays so.
    person.get("/sims").expect(200);
    let listed = sandbox.sign_in(ADMIN).get("/users/3").expect(200);
    assert_eq!((&listed["email"], &listed["two_factor"]), (&json!(VIEWER), &json!(true)));
}

#[test]
fn signing_in_takes_a_code_once() {
    let sandbox = Sandbox::new(10);
    let (secret, _) = set_up(&sandbox.sign_in(VIEWER));
    let asked = sign_in(&sandbox, VIEWER, None);
    assert_eq!(asked.header("set-cookie"), "");
    asked.problem(401, "two_factor_required");
    // The one that confirmed it was used by that.
    sign_in(&sandbox, VIEWER, Some(&code(&secret, 0))).problem(401, "wrong_code");
    sign_in(&sandbox, VIEWER, Some(&wrong_code(&secret))).problem(401, "wrong_code");
    let next = code(&secret, 1);
    let answer = sign_in(&sandbox, VIEWER, Some(&next));
    assert!(answer.header("set-cookie").contains("HttpOnly"));
    assert_eq!(answer.expect(200)["two_factor_setup_required"], false);
    sign_in(&sandbox, VIEWER, Some(&next)).problem(401, "wrong_code");
    // Others need none, and one is not looked at.
    sign_in(&sandbox, ADMIN, Some("x")).expect(200);
}

#[test]
fn without_the_password_nothing_is_told() {
    let sandbox = Sandbox::new(10);
    let (secret, _) = set_up(&sandbox.sign_in(VIEWER));
    let told = |email: &str| {
        let body = json!({"email": email, "password": "wrong", "code": code(&secret, 1)});
        let problem = sandbox.nobody().post("/session", &body).problem(401, "bad_credentials");
        (problem["title"].clone(), problem["detail"].clone(), problem["errors"].clone())
    };
    assert_eq!(told(VIEWER), told("nobody@northgate.example"));
    assert_eq!(told(VIEWER), told(ADMIN));
    // Nor is the code used up by it.
    sign_in(&sandbox, VIEWER, Some(&code(&secret, 1))).expect(200);
}

#[test]
fn guessing_at_codes_has_to_wait() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let (secret, codes) = set_up(&person);
    for _ in 0..5 {
        // The password alone, which is right, does not make the guesses forgotten.
        sign_in(&sandbox, VIEWER, None).problem(401, "two_factor_required");
        sign_in(&sandbox, VIEWER, Some(&wrong_code(&secret))).problem(401, "wrong_code");
    }
    for right in [&code(&secret, 1), &codes[0]] {
        let answer = sign_in(&sandbox, VIEWER, Some(right));
        let wait: u64 = answer.header("retry-after").parse().unwrap();
        assert!((800..=900).contains(&wait), "{wait}");
        answer.problem(429, "rate_limited");
    }
    let proof = json!({"password": PASSWORD, "code": codes[0]});
    person.post("/me/two-factor/removal", &proof).problem(429, "rate_limited");
    sandbox.sign_in(ADMIN);
}

#[test]
fn a_recovery_code_signs_in_once() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let (secret, codes) = set_up(&person);
    sign_in(&sandbox, VIEWER, Some(&codes[3].to_lowercase().replace('-', " "))).expect(200);
    sign_in(&sandbox, VIEWER, Some(&codes[3])).problem(401, "wrong_code");
    sign_in(&sandbox, VIEWER, Some(&codes[4])).expect(200);
    assert_eq!(person.get("/me/two-factor").expect(200)["recovery_codes_left"], 8);

    // New ones take the place of the old ones.
    let renew = |password: &str, code: &str| {
        person.post("/me/two-factor/recovery-codes", &json!({"password": password, "code": code}))
    };
    refused(renew("wrong", &codes[5]), "/password", "wrong_password");
    refused(renew(PASSWORD, &wrong_code(&secret)), "/code", "wrong_code");
    let new = recovery_codes(&renew(PASSWORD, &code(&secret, 1)).expect(200));
    assert_eq!(new.len(), 10);
    sign_in(&sandbox, VIEWER, Some(&codes[5])).problem(401, "wrong_code");
    sign_in(&sandbox, VIEWER, Some(&new[5])).expect(200);
}

#[test]
fn what_is_kept_is_no_recovery_code() {
    let sandbox = Sandbox::new(10);
    let (_, codes) = set_up(&sandbox.sign_in(VIEWER));
    let kept: Vec<Vec<u8>> = sandbox
        .database()
        .prepare("SELECT code_hash FROM recovery_codes")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(kept.len(), 10);
    for code in &codes {
        assert!(kept.iter().all(|kept| kept.len() == 32 && !kept.starts_with(&code.as_bytes()[..4])));
    }
}

#[test]
fn another_app_takes_the_place_of_the_first() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let (old, codes) = set_up(&person);
    let start = |body: &Value| person.post("/me/two-factor", body);
    refused(start(&json!({"password": PASSWORD})), "/code", "required");
    refused(start(&json!({"password": PASSWORD, "code": "000"})), "/code", "wrong_code");
    let setup = start(&json!({"password": PASSWORD, "code": codes[0]})).expect(200);
    let new = setup["secret"].as_str().unwrap();
    // Until it is confirmed the first one holds.
    sign_in(&sandbox, VIEWER, Some(&code(&old, 1))).expect(200);
    let confirmed = person.post("/me/two-factor/confirmation", &json!({"code": code(new, 0)})).expect(200);
    forget_step(&sandbox);
    sign_in(&sandbox, VIEWER, Some(&code(&old, 1))).problem(401, "wrong_code");
    sign_in(&sandbox, VIEWER, Some(&codes[1])).problem(401, "wrong_code");
    sign_in(&sandbox, VIEWER, Some(&code(new, 0))).expect(200);
    sign_in(&sandbox, VIEWER, Some(&recovery_codes(&confirmed)[1])).expect(200);
}

#[test]
fn it_is_switched_off_with_password_and_code() {
    let sandbox = Sandbox::new(10);
    let person = sandbox.sign_in(VIEWER);
    let remove = |password: &str, code: &str| {
        person.post("/me/two-factor/removal", &json!({"password": password, "code": code}))
    };
    remove(PASSWORD, "123456").problem(409, "wrong_state");
    let (secret, codes) = set_up(&person);
    refused(remove("wrong", &codes[0]), "/password", "wrong_password");
    refused(remove(PASSWORD, &wrong_code(&secret)), "/code", "wrong_code");
    remove(PASSWORD, &code(&secret, 1)).expect(204);
    sign_in(&sandbox, VIEWER, None).expect(200);
    assert_eq!(person.get("/me/two-factor").expect(200)["recovery_codes_left"], 0);
    // A recovery code does as well.
    let (_, codes) = set_up(&person);
    remove(PASSWORD, &codes[0]).expect(204);
}

#[test]
fn a_new_password_by_mail_does_not_get_around_it() {
    let sandbox = Sandbox::new(10);
    let (secret, _) = set_up(&sandbox.sign_in(VIEWER));
    sandbox.nobody().post("/password-resets", &json!({"email": VIEWER})).expect(202);
    let token = sandbox.token(VIEWER, 1, "/password-reset/");
    let new = "vine-lantern-orbit-72";
    sandbox.nobody().post(&format!("/password-resets/{token}"), &json!({"password": new})).expect(204);
    let with = |code: Option<String>| {
        let mut body = json!({"email": VIEWER, "password": new});
        if let Some(code) = code {
            body["code"] = json!(code);
        }
        sandbox.nobody().post("/session", &body)
    };
    with(None).problem(401, "two_factor_required");
    with(Some(code(&secret, 1))).expect(200);
}

#[test]
fn an_account_can_require_it_of_its_users_and_those_below() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let (_, depot) = join(&sandbox, &alpine, DEPOT, "depot@alpine.example", "user");
    assert_eq!(alpine.get("/session").expect(200)["two_factor_setup_required"], false);

    let changed =
        root.change(&format!("/accounts/{ALPINE}"), &json!({"require_two_factor": true})).expect(200);
    assert_eq!(
        (&changed["require_two_factor"], &changed["two_factor_required"]),
        (&json!(true), &json!(true))
    );
    let below = root.get(&format!("/accounts/{DEPOT}")).expect(200);
    assert_eq!((&below["require_two_factor"], &below["two_factor_required"]), (&json!(false), &json!(true)));
    let above = root.get(&format!("/accounts/{BRIGHTWATER}")).expect(200);
    assert_eq!(above["two_factor_required"], false);

    // At once, also for who is signed in; only what sets it up answers.
    for person in [&alpine, &depot] {
        for path in ["/sims", "/me", "/accounts", "/events", "/users"] {
            person.get(path).problem(403, "two_factor_setup_required");
        }
        person.post("/sims/search", &json!({})).problem(403, "two_factor_setup_required");
        assert_eq!(person.get("/session").expect(200)["two_factor_setup_required"], true);
        assert_eq!(person.get("/me/two-factor").expect(200)["required"], true);
    }
    root.get("/sims").expect(200);
    let again = sign_in(&sandbox, ALPINE_VIEWER, None).expect(200);
    assert_eq!(again["two_factor_setup_required"], true);
    // Not even that without the token against forgery.
    let forged = Person { csrf: None, cookie: alpine.cookie.clone(), ..sandbox.nobody() };
    forged.post("/me/two-factor", &json!({"password": PASSWORD})).problem(403, "bad_csrf_token");

    let (_, codes) = set_up(&alpine);
    alpine.get("/sims").expect(200);
    assert_eq!(alpine.get("/session").expect(200)["two_factor_setup_required"], false);
    let remove = json!({"password": PASSWORD, "code": codes[0]});
    refused(alpine.post("/me/two-factor/removal", &remove), "", "two_factor_enforced");

    // Who sees the tree from here on sees what holds, although it comes from above.
    let top = depot_admin(&sandbox, &root).get(&format!("/accounts/{DEPOT}")).expect(200);
    assert_eq!((&top["require_two_factor"], &top["two_factor_required"]), (&json!(false), &json!(true)));
    root.change(&format!("/accounts/{ALPINE}"), &json!({"require_two_factor": false})).expect(200);
    depot.get("/sims").expect(200);
    alpine.post("/me/two-factor/removal", &remove).expect(204);
}

/// An Admin of the depot with two factors.
fn depot_admin(sandbox: &Sandbox, root: &Person) -> Person {
    let admin = join(sandbox, root, DEPOT, "depot-admin@alpine.example", "admin").1;
    let start = json!({"password": "vine-lantern-orbit-72"});
    let setup = admin.post("/me/two-factor", &start).expect(200);
    let code = code(setup["secret"].as_str().unwrap(), 0);
    admin.post("/me/two-factor/confirmation", &json!({"code": code})).expect(200);
    admin
}

#[test]
fn admins_can_require_it_in_their_own_account() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    let path = format!("/accounts/{ALPINE}");
    let patch = json!({"require_two_factor": true});
    sandbox.sign_in(ALPINE_VIEWER).change(&path, &patch).problem(403, "forbidden");
    refused(alpine.change(&path, &json!({"require_two_factor": null})), "/require_two_factor", "invalid");
    let read = alpine.get(&path);
    let changed = alpine.change(&path, &patch).expect(200);
    assert_ne!(changed["etag"], read.header("etag"));
    alpine.get("/sims").problem(403, "two_factor_setup_required");
    set_up(&alpine);
    alpine.get("/sims").expect(200);
    alpine
        .change_seen(&path, &json!({"require_two_factor": false}), read.header("etag"))
        .problem(412, "stale");
}

#[test]
fn an_admin_helps_a_user_who_lost_the_app() {
    let sandbox = Sandbox::new(10);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let viewer = sandbox.sign_in(ALPINE_VIEWER);
    let (_, codes) = set_up(&viewer);
    alpine.get("/users/5").expect(200);
    viewer.delete("/users/5/two-factor").problem(403, "forbidden");
    alpine.delete("/users/3/two-factor").problem(404, "not_found");
    // One's own takes a code.
    root.delete("/users/1/two-factor").problem(403, "forbidden");
    alpine.delete("/users/5/two-factor").expect(204);
    viewer.get("/session").problem(401, "session_expired");
    sign_in(&sandbox, ALPINE_VIEWER, None).expect(200);
    assert_eq!(alpine.get("/users/5").expect(200)["two_factor"], false);

    // Where there is nothing to reset, nothing happens.
    let viewer = sandbox.sign_in(ALPINE_VIEWER);
    alpine.delete("/users/5/two-factor").expect(204);
    viewer.get("/session").expect(200);
    sign_in(&sandbox, ALPINE_VIEWER, Some(&codes[1])).expect(200);
}

#[test]
fn the_audit_log_tells_of_it_without_secrets() {
    let sandbox = Sandbox::new(10);
    let (root, person) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_VIEWER));
    let (secret, codes) = set_up(&person);
    sign_in(&sandbox, ALPINE_VIEWER, Some(&codes[0])).expect(200);
    let proof = |code: &str| json!({"password": PASSWORD, "code": code});
    person.post("/me/two-factor/recovery-codes", &proof(&code(&secret, 1))).expect(200);
    root.change(&format!("/accounts/{ALPINE}"), &json!({"require_two_factor": true})).expect(200);
    root.delete("/users/5/two-factor").expect(204);
    let log = root.get("/audit-log?limit=500").expect(200);
    let told: Vec<&str> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["action"].as_str().unwrap())
        .filter(|action| !action.starts_with("sign"))
        .collect();
    let expected = [
        "two_factor_reset",
        "two_factor_requirement_changed",
        "recovery_codes_renewed",
        "recovery_code_used",
        "two_factor_enabled",
    ];
    assert_eq!(told, expected);
    let text = log.to_string();
    assert!(!text.contains(&secret) && codes.iter().all(|code| !text.contains(code)));
}

#[test]
fn a_deleted_user_leaves_no_secret() {
    let sandbox = Sandbox::new(10);
    set_up(&sandbox.sign_in(ALPINE_VIEWER));
    sandbox.sign_in(ADMIN).remove("/users/5").expect(204);
    let left: u32 = sandbox
        .database()
        .query_row(
            "SELECT (SELECT count(*) FROM two_factor) + (SELECT count(*) FROM recovery_codes)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
}
