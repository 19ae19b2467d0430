//! How each person arranged the list.

use crate::sandbox::*;
use serde_json::{Value, json};

const PATH: &str = "/me/list-layout";

fn put(person: &Person, layout: &Value) -> Answer {
    person.request("PUT", PATH, &[("content-type", "application/json")], Some(&layout.to_string()))
}

fn layout(columns: &Value, pinned: u32) -> Value {
    json!({"columns": columns, "pinned": pinned, "density": "comfortable"})
}

#[test]
fn it_is_each_persons_own() {
    let sandbox = Sandbox::new(10);
    let (admin, viewer) = (sandbox.sign_in(ADMIN), sandbox.sign_in(VIEWER));
    assert_eq!(admin.get(PATH).expect(200), json!({"layout": null}));
    let columns = json!([{"column": "iccid", "width_px": 640}, {"column": "usage", "width_px": null}]);
    let wide = layout(&columns, 2);
    assert_eq!(put(&viewer, &wide).expect(204), Value::Null);
    assert_eq!(viewer.get(PATH).expect(200), json!({"layout": wide}));
    assert_eq!(admin.get(PATH).expect(200), json!({"layout": null}));

    // The last one written stays, and it stays when the person comes back.
    let narrow = layout(&json!([{"column": "iccid", "width_px": null}]), 0);
    put(&viewer, &narrow).expect(204);
    assert_eq!(sandbox.sign_in(VIEWER).get(PATH).expect(200), json!({"layout": narrow}));
    for _ in 0..2 {
        assert_eq!(viewer.delete(PATH).expect(204), Value::Null);
        assert_eq!(viewer.get(PATH).expect(200), json!({"layout": null}));
    }
}

#[test]
fn what_is_against_a_rule_is_refused_with_its_place() {
    let sandbox = Sandbox::new(10);
    let viewer = sandbox.sign_in(VIEWER);
    let iccid = json!({"column": "iccid"});
    for (layout, pointer) in [
        (layout(&json!([]), 0), "/columns"),
        (layout(&json!([{"column": "label"}, iccid]), 0), "/columns"),
        (layout(&json!([iccid, {"column": "label"}, {"column": "label"}]), 0), "/columns/2/column"),
        (layout(&json!([iccid, {"column": "colour"}]), 0), "/columns/1/column"),
        (layout(&json!([iccid, {"column": "label", "width_px": 47}]), 0), "/columns/1/width_px"),
        (layout(&json!([{"column": "iccid", "width_px": 641}]), 0), "/columns/0/width_px"),
        (layout(&json!([iccid]), 4), "/pinned"),
        (json!({"columns": [iccid], "pinned": 0, "density": "airy"}), "/density"),
        (json!({"columns": [iccid], "pinned": 0, "density": "compact", "theme": "dark"}), "/theme"),
    ] {
        let problem = put(&viewer, &layout).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": "invalid"}]), "{layout}");
    }
    assert_eq!(viewer.get(PATH).expect(200), json!({"layout": null}));
    viewer.request("PUT", PATH, &[], Some("{}")).problem(415, "unsupported_media_type");
}
