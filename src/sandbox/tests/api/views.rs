//! Seeing the app as an account below the own one.

use crate::sandbox::*;
use crate::users::join;
use domain::permission::routes::{Guard, ROUTES};
use serde_json::json;

pub fn view(person: &Person, account: u32) -> Answer {
    let body = json!({"account_id": account}).to_string();
    person.request("PUT", "/session/view", &[("content-type", "application/json")], Some(&body))
}

#[test]
fn an_admin_sees_what_the_customer_sees() {
    let sandbox = Sandbox::new(300);
    let customer = sandbox.sign_in(ALPINE_VIEWER);
    let admin = sandbox.sign_in(ADMIN);
    let session = view(&admin, ALPINE).expect(200);
    assert_eq!(session["view"], json!({"account_id": ALPINE, "account_name": "Alpine Telematics"}));
    assert_eq!(session["user"]["role"], "view_only");
    assert_eq!(session["user"]["account_id"], ALPINE);
    assert_eq!(session["user"]["email"], ADMIN);
    let again = admin.get("/session").expect(200);
    // When it ends is put off by every request.
    for part in ["user", "view", "csrf_token", "two_factor_setup_required", "branding"] {
        assert_eq!(again[part], session[part], "{part}");
    }

    for path in ["/accounts", "/sims?limit=100", "/filters"] {
        assert_eq!(admin.get(path).expect(200), customer.get(path).expect(200), "{path}");
    }
    admin.get(&format!("/accounts/{BRIGHTWATER}")).problem(404, "not_found");
    admin.get("/users").problem(403, "forbidden");

    admin.delete("/session/view").expect(204);
    admin.delete("/session/view").expect(204);
    let session = admin.get("/session").expect(200);
    assert_eq!((&session["view"], &session["user"]["role"]), (&json!(null), &json!("admin")));
    admin.get("/users").expect(200);
}

#[test]
fn nothing_is_changed_and_nothing_personal_is_seen_in_a_view() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let private = json!({"name": "Mine", "shared": false, "view": {}});
    admin.start("/filters", &private).expect(201);
    let sim = ids(&admin.find(&json!({"all": [with_status("active"), in_account(ALPINE)]})))[0];
    admin.carry_out(&json!("suspend"), &json!({"ids": [sim]}));
    view(&admin, ALPINE).expect(200);

    let open: Vec<_> = ROUTES
        .iter()
        .filter(|route| route.method != "GET" && route.guard != Guard::Open && route.is_open_to_views())
        .map(|route| (route.method, route.path))
        .collect();
    assert_eq!(open, [("DELETE", "/session"), ("DELETE", "/session/view"), ("POST", "/sims/search")]);
    for route in ROUTES.iter().filter(|route| route.guard != Guard::Open && !route.is_open_to_views()) {
        let path = route.path.replace("{id}", "1").replace("{item}", "1");
        let headers = [("content-type", "application/json")];
        let body = (route.method != "GET").then_some("{}");
        admin.request(route.method, &path, &headers, body).problem(403, "view_only");
    }
    assert_eq!(admin.get("/filters").expect(200)["items"], json!([]));
    assert_eq!(admin.get("/bulk-operations").expect(200)["items"], json!([]));
    admin.find(&json!({"all": []}));
    admin.delete("/session").expect(204);
}

#[test]
fn only_an_admin_and_only_below() {
    let sandbox = Sandbox::new(10);
    view(&sandbox.sign_in(USER), ALPINE).problem(403, "forbidden");
    view(&sandbox.sign_in(VIEWER), ALPINE).problem(403, "forbidden");
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    for (account, code) in
        [(ALPINE, "not_below"), (BRIGHTWATER, "unknown_account"), (LAKESIDE, "unknown_account")]
    {
        let problem = view(&alpine, account).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": "/account_id", "code": code}]));
    }
    view(&alpine, DEPOT).expect(200);
}

#[test]
fn a_view_ends_with_the_right_to_it() {
    let sandbox = Sandbox::new(10);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    view(&alpine, DEPOT).expect(200);
    let root = sandbox.sign_in(ADMIN);
    let users = root.get("/users?include_below=true&q=admin@alpine").expect(200);
    let id = &users["items"][0]["id"];
    join(&sandbox, &root, ALPINE, "second@alpine.example", "admin");
    root.change(&format!("/users/{id}"), &json!({"role": "user"})).expect(200);
    let session = alpine.get("/session").expect(200);
    assert_eq!((&session["view"], &session["user"]["role"]), (&json!(null), &json!("user")));
}
