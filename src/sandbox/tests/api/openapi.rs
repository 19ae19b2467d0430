use ::sandbox::http::openapi;
use domain::permission::Role;
use domain::permission::routes::{Answer, Place, ROUTES, Route, serves_two_factor_setup};
use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(&openapi::text().unwrap()).unwrap()
}

#[test]
fn the_document_that_is_checked_in_is_current() {
    let checked_in = std::fs::read_to_string("../../public/openapi.json").unwrap();
    assert!(
        checked_in == openapi::text().unwrap(),
        "run: cargo run -p sandbox -- openapi > public/openapi.json"
    );
}

#[test]
fn it_is_complete() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().unwrap();
    let operations: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, operation)| (path, method, operation))
        })
        .collect();
    assert_eq!(operations.len(), ROUTES.len());
    let mut ids = std::collections::HashSet::new();
    for &(path, method, operation) in &operations {
        assert!(ids.insert(operation["operationId"].as_str().unwrap()), "{method} {path}");
        let told = |status: &str| operation["responses"].get(status).is_some();
        assert!(operation["summary"].is_string(), "{method} {path}");
        let open = operation["security"] == serde_json::json!([{}]);
        let route = Route::find(&method.to_uppercase(), path).unwrap();
        let can_be = |answer: Answer| {
            Role::ALL.iter().any(|&role| Place::ALL.iter().any(|&place| route.answer(role, place) == answer))
        };
        let refused = method != "get"
            || can_be(Answer::Forbidden)
            || !route.is_open_to_views()
            || !route.is_open_to_tokens()
            || !serves_two_factor_setup(path);
        assert_eq!(told("401"), !open || path == "/session", "{method} {path}");
        assert_eq!(told("403"), !open && refused, "{method} {path}");
        assert!(told("422") || operation.get("requestBody").is_none(), "{method} {path}");
        // There may be no such page.
        let missing = path.contains('{') || can_be(Answer::NotFound) || path.ends_with("/support-page");
        assert_eq!(told("404"), missing, "{method} {path}");
    }
    // Whoever has no session gets this far and no further.
    let open: Vec<_> = operations
        .iter()
        .filter(|(_, _, operation)| operation["security"] == serde_json::json!([{}]))
        .map(|(path, method, _)| format!("{method} {path}"))
        .collect();
    let expected = [
        "get /branding",
        "get /email-confirmations/{token}",
        "post /email-confirmations/{token}",
        "get /health",
        "get /images/{id}",
        "get /invitations/{token}",
        "post /invitations/{token}",
        "post /password-resets",
        "get /password-resets/{token}",
        "post /password-resets/{token}",
        "post /password-strength",
        "post /session",
        "get /support-page",
        "get /web-app-manifest",
    ];
    assert_eq!(open, expected);
    assert!(!paths.contains_key("/faults"));
}

#[test]
fn codes_are_those_of_the_wire() {
    let document = document();
    let status = &document["components"]["schemas"]["Status"]["enum"];
    let codes: Vec<&str> = domain::sim::Status::ALL.iter().map(|status| status.code()).collect();
    assert_eq!(*status, serde_json::json!(codes));
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &Value, document: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(reference)) = fields.get("$ref") {
                    assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
                }
                fields.values().for_each(|field| walk(field, document));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, document)),
            _ => {}
        }
    }
    let document = document();
    walk(&document, &document);
}
