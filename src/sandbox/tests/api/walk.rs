//! Every route of the document × three roles × what lies in the own account, below, above, beside and nowhere, against the
//! one table of the domain.

use crate::images;
use crate::recipients;
use crate::sandbox::*;
use crate::tokens::{in_days, new_token};
use crate::users::{invite, join};
use domain::permission::Role;
use domain::permission::routes::{Answer as Expected, Guard, Place, ROUTES, Reach, Route};
use serde_json::{Value, json};

const PASSWORD: &str = "vine-lantern-orbit-72";

/// The account at a place, as Alpine's users see it.
fn account_at(place: Place) -> Option<u32> {
    match place {
        Place::Own => Some(ALPINE),
        Place::Below => Some(DEPOT),
        Place::Above => Some(BRIGHTWATER),
        Place::Beside => Some(LAKESIDE),
        Place::Nowhere => None,
    }
}

/// What the walk needs: somebody who makes things, and an Admin at each place.
struct World {
    sandbox: Sandbox,
    root: Person,
    admins: Vec<(u32, Person)>,
}

impl World {
    fn new() -> Self {
        let sandbox = Sandbox::new(300);
        let root = sandbox.sign_in(ADMIN);
        let admins = [ALPINE, DEPOT, BRIGHTWATER, LAKESIDE].map(|account| {
            let email = format!("walk-admin-{account}@northgate.example");
            (account, join(&sandbox, &root, account, &email, "admin").1)
        });
        join(&sandbox, &root, ALPINE, "walk-user@alpine.example", "user");
        let page = json!({"support": {"page": {"markdown": "# Help"}}});
        root.replace(&format!("/accounts/{NORTHGATE}/support"), &page).expect(200);
        Self { sandbox, root, admins: admins.into() }
    }

    fn admin_of(&self, account: u32) -> &Person {
        &self.admins.iter().find(|(id, _)| *id == account).unwrap().1
    }

    /// Somebody of Alpine, signed in anew: some routes end sessions.
    fn caller(&self, role: Role) -> Person {
        match role {
            Role::ViewOnly => self.sandbox.sign_in(ALPINE_VIEWER),
            Role::User => self.sandbox.nobody().signed_in_with("walk-user@alpine.example", PASSWORD),
            Role::Admin => self.sandbox.sign_in(ALPINE_ADMIN),
        }
    }

    /// The path of a request for something at a place, made for this request.
    fn path(&self, route: &Route, place: Place) -> String {
        let account = account_at(place);
        let id = match (route.path.split('/').nth(1).unwrap(), account) {
            _ if matches!(
                route.path,
                "/users"
                    | "/audit-log"
                    | "/sim-history"
                    | "/overview"
                    | "/notifications"
                    | "/bulk-operations"
            ) && route.method == "GET" =>
            {
                return format!("{}?account_id={}", route.path, account.unwrap_or(9_999));
            }
            ("accounts", Some(parent)) if route.method == "DELETE" => self.empty_account(parent).to_string(),
            ("accounts", Some(account)) => account.to_string(),
            ("tokens", Some(account)) => new_token(&self.root, account, "user").0["id"].to_string(),
            ("users", Some(account)) => {
                let email = format!("walk-{}@northgate.example", fastrand::u64(..));
                invite(&self.root, account, &email, "user")["id"].to_string()
            }
            ("recipients", Some(account)) => self.recipient(account).to_string(),
            (list @ ("tags" | "categories"), Some(account)) => {
                let new = json!({"name": format!("walk {}", fastrand::u64(..)), "colour": "red", "account_id": account});
                self.root.start(&format!("/{list}"), &new).expect(201)["id"].to_string()
            }
            ("sims", Some(account)) => {
                let capped = json!({"amount": {"field": "cap", "test": {"at_least": 1}}});
                let filter = json!({"all": [with_status("active"), in_account(account), capped]});
                ids(&self.root.find(&filter))[0].to_string()
            }
            ("filters", Some(account)) => {
                let name = format!("walk {}", fastrand::u64(..));
                let shared = json!({"name": name, "shared": true, "view": {}});
                self.admin_of(account).start("/filters", &shared).expect(201)["id"].to_string()
            }
            ("filter-links", Some(account)) => {
                let filter = json!({"filter": with_status("active")});
                let link = self.admin_of(account).start("/filter-links", &filter).expect(201);
                link["id"].as_str().unwrap().to_owned()
            }
            ("bulk-operations", Some(account)) => self.operation(account).to_string(),
            (_, None) => "4000000".to_owned(),
            _ => String::new(),
        };
        let recipient = match account {
            Some(account) if route.path.contains("{recipient_id}") => self.recipient(account),
            _ => 4_000_000,
        };
        let test = match account {
            Some(_) if route.path.contains("{test_id}") => {
                let begun = self.root.start(&format!("/sims/{id}/tests"), &json!({"kind": "ping"}));
                begun.expect(202)["id"].to_string()
            }
            _ => "4000000".to_owned(),
        };
        let path = route.path.replace("{id}", &id).replace("{test_id}", &test);
        path.replace("{recipient_id}", &recipient.to_string())
    }

    fn recipient(&self, account: u32) -> u32 {
        recipients::add(&self.root, account, &format!("walk-{}@x.example", fastrand::u64(..)), false)
    }

    fn empty_account(&self, parent: u32) -> u64 {
        let name = format!("Walk {}", fastrand::u64(..));
        let made = self.root.start("/accounts", &json!({"parent_id": parent, "name": name})).expect(201);
        made["id"].as_u64().unwrap()
    }

    /// An operation of the Admin at an account, with something done and something failed.
    fn operation(&self, account: u32) -> u64 {
        let admin = self.admin_of(account);
        let filter = json!({"all": [with_status("active"), in_account(account)]});
        let sim = ids(&self.root.find(&filter))[0];
        let target = json!({"ids": [sim, 4_000_000]});
        let done = admin.carry_out(&json!("suspend"), &target);
        self.root.carry_out(&json!("resume"), &json!({"ids": [sim]}));
        done["id"].as_u64().unwrap()
    }

    /// Sends a request that is in order; gives its status.
    fn ask(&self, caller: &Person, route: &Route, path: &str) -> u16 {
        let n = fastrand::u64(..);
        let body = match (route.method, route.path) {
            ("POST", "/accounts") => json!({"parent_id": ALPINE, "name": format!("New {n}")}),
            ("PUT", "/session/view") => json!({"account_id": DEPOT}),
            ("PATCH", "/accounts/{id}") => json!({"name": format!("Name {n}")}),
            ("POST", "/accounts/{id}/users") => {
                json!({"name": "New", "email": format!("new-{n}@alpine.example"), "role": "view_only"})
            }
            ("POST", "/accounts/{id}/recipients") => {
                json!({"email": format!("new-{n}@alpine.example"), "all_sims": true})
            }
            ("PUT", "/accounts/{id}/branding") => json!({"product_name": format!("Brand {n}")}),
            ("PUT", "/accounts/{id}/support") => {
                json!({"support": {"address": {"url": "https://help.example"}}})
            }
            ("POST", "/accounts/{id}/support/preview") => json!({"markdown": "# Help"}),
            ("PATCH", "/recipients/{id}") => json!({"all_sims": true}),
            ("POST", "/accounts/{id}/tokens") => {
                json!({"name": format!("New {n}"), "role": "view_only", "expires_at": in_days(1)})
            }
            ("POST", "/tags" | "/categories") => json!({"name": format!("new {n}"), "colour": "blue"}),
            ("POST", "/tags/{id}/merge" | "/categories/{id}/merge") => {
                // One of the topmost account holds everywhere.
                let list = route.path.split('/').nth(1).unwrap();
                let all = self.root.get(&format!("/{list}?in_use=false")).expect(200);
                let mut all = all["items"].as_array().unwrap().iter();
                let of_root = all.rfind(|label| label["account_id"] == NORTHGATE).unwrap();
                json!({"into": of_root["id"]})
            }
            ("PATCH", "/users/{id}" | "/me") => json!({"name": "Renamed"}),
            ("POST", "/sims/{id}/tests") => json!({"kind": "ping"}),
            ("PUT", "/sims/{id}/lift") => json!({"cap_bytes": 900_000_000_000_000_u64}),
            ("PATCH", "/sims/{id}") => json!({"label": "Walked"}),
            ("POST", "/filters") => json!({"name": format!("New {n}"), "view": {}}),
            ("PATCH", "/filters/{id}") => json!({"name": format!("Name {n}")}),
            ("POST", "/filter-links") => json!({"filter": {"all": []}}),
            ("POST", "/bulk-operations") => json!({"action": "suspend", "target": {"ids": [4_000_000]}}),
            ("PUT", "/me/list-layout") => {
                json!({"columns": [{"column": "iccid"}], "pinned": 1, "density": "compact"})
            }
            ("PUT", "/me/appearance") => json!({"theme": "dark", "contrast": "more", "motion": "reduced"}),
            ("POST", "/me/password") => {
                json!({"current": self.password(caller), "new": self.password(caller)})
            }
            ("POST", "/me/email") => {
                json!({"email": format!("new-{n}@alpine.example"), "password": self.password(caller)})
            }
            ("PUT", "/me/notifications-read") => json!({"upto": 0}),
            ("POST", "/me/two-factor") => json!({"password": self.password(caller)}),
            ("POST", "/me/two-factor/confirmation") => json!({"code": "000000"}),
            ("POST", "/me/two-factor/recovery-codes" | "/me/two-factor/removal") => {
                json!({"password": self.password(caller), "code": "000000"})
            }
            ("POST", "/users/{id}/invitation") => Value::Null,
            ("POST" | "PATCH", _) => json!({}),
            _ => Value::Null,
        };
        let key = format!("walk-{n}");
        let mut headers = vec![(contract::IDEMPOTENCY_HEADER, key.as_str()), ("if-match", "*")];
        if !body.is_null() {
            headers.push(("content-type", "application/json"));
        }
        // The one body that is no JSON, whatever its header says.
        let is_picture = route.path == "/accounts/{id}/images";
        let text = if is_picture { images::SVG.to_owned() } else { body.to_string() };
        let body = (!body.is_null()).then_some(text.as_str());
        let path = if route.path == "/sims/changes" { "/sims/changes?since=1" } else { path };
        // Not read to its end, which the stream of events does not have.
        caller.open(route.method, path, &headers, body).status().as_u16()
    }

    fn password(&self, caller: &Person) -> &'static str {
        let session = caller.get("/session");
        if session.status != 200 || session.json()["user"]["email"].as_str().unwrap().starts_with("walk") {
            PASSWORD
        } else {
            ::sandbox::demo::PASSWORD
        }
    }
}

#[test]
fn the_table_has_every_route_of_the_document() {
    let document: Value = serde_json::from_str(&::sandbox::http::openapi::text().unwrap()).unwrap();
    let mut documented: Vec<(String, String, bool)> = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            documented.push((method.to_uppercase(), path.clone(), operation["security"] == json!([{}])));
        }
    }
    let mut table: Vec<(String, String, bool)> = ROUTES
        .iter()
        .map(|route| (route.method.to_owned(), route.path.to_owned(), route.guard == Guard::Open))
        .collect();
    documented.sort();
    table.sort();
    assert_eq!(documented, table);
}

/// Asks for everything on every route, and compares with what is expected.
fn walk(world: &World, caller: impl Fn(Role) -> Person, expected: impl Fn(&Route, Role, Place) -> Expected) {
    let mut wrong = Vec::new();
    let mut asked = 0;
    for route in ROUTES.iter().filter(|route| route.guard != Guard::Open) {
        let places = if route.reach == Reach::Nothing { &Place::ALL[..1] } else { &Place::ALL[..] };
        for &role in Role::ALL {
            for &place in places {
                let path = world.path(route, place);
                let status = world.ask(&caller(role), route, &path);
                // A new password that is the old one and weak: all but that was in order.
                let answer = match status {
                    200..=299 => Some(Expected::Done),
                    422 if route.path == "/me/password" => Some(Expected::Done),
                    // It is off, and nothing was begun or what was begun needs the right code.
                    409 | 422 if route.path.starts_with("/me/two-factor/") => Some(Expected::Done),
                    // An operation that has ended.
                    409 if route.path.starts_with("/bulk-operations/") => Some(Expected::Done),
                    403 => Some(Expected::Forbidden),
                    404 => Some(Expected::NotFound),
                    _ => None,
                };
                let expected = expected(route, role, place);
                if answer != Some(expected) {
                    wrong.push(format!(
                        "{} {path} as {role:?}, {place:?}: {status}, not {expected:?}",
                        route.method
                    ));
                }
                asked += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 300, "{asked}");
}

#[test]
fn every_route_for_every_role_and_place() {
    let world = World::new();
    walk(&world, |role| world.caller(role), |route, role, place| route.answer(role, place));
}

#[test]
fn every_route_for_tokens_of_every_role_and_place() {
    let world = World::new();
    let secrets: Vec<String> =
        Role::ALL.iter().map(|role| new_token(&world.root, ALPINE, role.code()).1).collect();
    let caller = |role: Role| {
        let at = Role::ALL.iter().position(|&other| other == role).unwrap();
        Person { token: Some(secrets[at].clone()), ..world.sandbox.nobody() }
    };
    walk(&world, caller, |route, role, place| {
        if route.is_open_to_tokens() { route.answer(role, place) } else { Expected::Forbidden }
    });
}

#[test]
fn without_a_session_only_open_routes_answer() {
    let sandbox = Sandbox::new(10);
    let nobody = sandbox.nobody();
    for route in ROUTES {
        let path = route.path.replace("{id}", "1").replace("{recipient_id}", "1").replace("{test_id}", "1");
        let path = path.replace("{token}", "x");
        let answer = nobody.request(route.method, &path, &[("content-type", "application/json")], Some("{}"));
        if route.guard == Guard::Open {
            assert!(!matches!(answer.status, 401 | 403), "{route:?}: {}", answer.text);
        } else {
            answer.problem(401, "session_expired");
        }
    }
}
