//! How each person wants the app to look.

use crate::sandbox::*;
use serde_json::{Value, json};

const PATH: &str = "/me/appearance";

fn put(person: &Person, appearance: &Value) -> Answer {
    person.request("PUT", PATH, &[("content-type", "application/json")], Some(&appearance.to_string()))
}

#[test]
fn it_is_each_persons_own_in_every_session() {
    let sandbox = Sandbox::new(10);
    let (admin, viewer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(VIEWER));
    assert_eq!(viewer.get(PATH).expect(200), json!({"appearance": null}));
    for theme in ["dark", "light"] {
        let chosen = json!({"theme": theme, "contrast": "more", "motion": "reduced"});
        assert_eq!(put(&viewer, &chosen).expect(204), Value::Null);
        assert_eq!(sandbox.sign_in(VIEWER).get(PATH).expect(200), json!({"appearance": chosen}));
    }
    assert_eq!(admin.get(PATH).expect(200), json!({"appearance": null}));
}

#[test]
fn what_there_is_not_is_refused_at_its_place() {
    let sandbox = Sandbox::new(10);
    let viewer = sandbox.sign_in(VIEWER);
    let with = |name: &str, value: &str| {
        let mut appearance = json!({"theme": "system", "contrast": "system", "motion": "system"});
        appearance[name] = json!(value);
        appearance
    };
    for (name, value) in [("theme", "sepia"), ("contrast", "less"), ("motion", "dark"), ("font", "serif")] {
        let problem = put(&viewer, &with(name, value)).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": format!("/{name}"), "code": "invalid"}]), "{name}");
    }
    assert_eq!(viewer.get(PATH).expect(200), json!({"appearance": null}));
}
