use crate::sandbox::*;
use serde_json::{Value, json};

/// A SIM in service whose operator can end sessions, in an account with caps.
fn some_active(person: &Person) -> u32 {
    let filter = json!({"all": [
        with_status("active"), in_account(LAKESIDE), {"choice": {"field": "hard_cap", "any_of": ["no"]}},
        {"amount": {"field": "usage", "test": {"at_least": 1000}}},
    ]});
    ids(&person.find(&filter))[0]
}

#[test]
fn pages_of_rows_have_every_sim_once() {
    let sandbox = Sandbox::new(250);
    let admin = sandbox.sign_in(ADMIN);
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = admin.get(&format!("/sims?limit=100{cursor}")).expect(200);
        assert_eq!(page["total"], 250);
        seen.extend(ids(page["items"].as_array().unwrap()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, (1..=250).collect::<Vec<u32>>());
}

#[test]
fn pages_of_columns_have_every_sim_once() {
    let sandbox = Sandbox::new(250);
    let admin = sandbox.sign_in(ADMIN);
    let (mut seen, mut cursor, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let text = admin.get(&format!("/sims/columns?limit=125{cursor}")).text;
        let page: domain::estate::page::ColumnPage<'_> = serde_json::from_str(&text).unwrap();
        page.columns.check().unwrap();
        assert_eq!((page.version, page.total), (1, 250));
        pages += 1;
        for row in 0..page.columns.len() {
            let sim = page.columns.sim(row);
            if sim.id.0.is_multiple_of(50) {
                assert_eq!(serde_json::to_value(&sim).unwrap(), admin.sim(sim.id.0));
            }
            seen.push(sim.id.0);
        }
        // What changes meanwhile does not change the version that the pages tell.
        admin.edit(1, &json!({"label": format!("page {pages}")})).expect(200);
        match page.next_cursor {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!((seen, pages), ((1..=250).collect::<Vec<u32>>(), 2));
}

#[test]
fn the_rest_can_be_divided_and_read_in_any_order() {
    let sandbox = Sandbox::new(1_000);
    for login in [ADMIN, ALPINE_ADMIN] {
        let person = sandbox.sign_in(login);
        let first = person.get("/sims/columns?limit=50&divide=100").expect(200);
        assert!(first["next_cursor"].is_null());
        let cursors: Vec<String> = serde_json::from_value(first["cursors"].clone()).unwrap();
        let mut seen: Vec<u32> = serde_json::from_value(first["columns"]["id"].clone()).unwrap();
        assert_eq!(
            u64::try_from(cursors.len()).unwrap(),
            (first["total"].as_u64().unwrap() - 50).div_ceil(100)
        );
        for cursor in cursors.into_iter().rev() {
            let mut next = Some(cursor);
            while let Some(cursor) = next {
                let page = person.get(&format!("/sims/columns?limit=40&cursor={cursor}")).expect(200);
                assert_eq!((&page["version"], &page["cursors"]), (&first["version"], &json!([])));
                let ids: Vec<u32> = serde_json::from_value(page["columns"]["id"].clone()).unwrap();
                assert!(ids.is_sorted());
                seen.extend(ids);
                next = page["next_cursor"].as_str().map(str::to_owned);
            }
        }
        seen.sort_unstable();
        let mut all = ids(&person.find(&json!({"all": []})));
        all.sort_unstable();
        assert_eq!(seen, all);
        for wrong in ["divide=99", "divide=20001"] {
            person.get(&format!("/sims/columns?{wrong}")).problem(400, "bad_request");
        }
    }
}

#[test]
fn pages_of_a_search() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let filter = with_status("active");
    let all = ids(&admin.find(&filter));
    let (mut seen, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let page =
            admin.post("/sims/search", &json!({"filter": filter, "limit": 50, "cursor": cursor})).expect(200);
        assert_eq!(page["total"], all.len());
        seen.extend(ids(page["items"].as_array().unwrap()));
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    assert_eq!(seen, all);
}

#[test]
fn a_change_needs_to_have_seen_what_it_changes() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let id = some_active(&admin);
    let headers = [("content-type", "application/json")];
    let path = format!("/sims/{id}");
    admin.request("PATCH", &path, &headers, Some("{}")).problem(428, "precondition_required");

    let seen = admin.get(&path).header("etag").to_owned();
    let changed = admin.edit_seen(id, &json!({"label": "first"}), &seen);
    assert_eq!(changed.status, 200);
    let next = changed.header("etag").to_owned();
    assert_ne!(seen, next);
    admin.edit_seen(id, &json!({"label": "second"}), &seen).problem(412, "stale");
    assert_eq!(admin.sim(id)["label"], "first");
    admin.edit_seen(id, &json!({"label": "second"}), &next).expect(200);
}

#[test]
fn usage_does_not_make_an_edit_stale() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let id = some_active(&admin);
    let seen = admin.get(&format!("/sims/{id}")).header("etag").to_owned();
    let mut rng = fastrand::Rng::with_seed(1);
    let mut connection = sandbox.database();
    connection.execute("UPDATE sims SET in_session = 1 WHERE id = ?1", [id]).unwrap();
    let before = admin.sim(id)["usage_bytes"].clone();
    let transaction = connection.transaction().unwrap();
    while admin_usage(&transaction, id) == before {
        ::sandbox::simulator::live(&transaction, &mut rng, ::sandbox::clock::now()).unwrap();
    }
    transaction.commit().unwrap();
    admin.edit_seen(id, &json!({"label": "still mine"}), &seen).expect(200);
}

fn admin_usage(connection: &rusqlite::Connection, id: u32) -> Value {
    let usage: u64 =
        connection.query_row("SELECT usage_bytes FROM sims WHERE id = ?1", [id], |row| row.get(0)).unwrap();
    json!(usage)
}

#[test]
fn the_alert_follows_the_cap_unless_it_is_sent() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let id = some_active(&admin);
    let levels = |patch: Value| {
        let sim = admin.edit(id, &patch).expect(200);
        (sim["cap_bytes"].clone(), sim["alert_bytes"].clone())
    };
    assert_eq!(
        levels(json!({"cap_bytes": 5_000_000_000_u64})),
        (json!(5_000_000_000_u64), json!(4_000_000_000_u64))
    );
    assert_eq!(levels(json!({"cap_bytes": 600, "alert_bytes": 300})), (json!(600), json!(300)));
    assert_eq!(levels(json!({"cap_bytes": 700})), (json!(700), json!(560)));
    assert_eq!(levels(json!({"alert_bytes": 650})), (json!(700), json!(650)));
    assert_eq!(levels(json!({"label": "x"})), (json!(700), json!(650)));
    assert_eq!(levels(json!({"cap_bytes": 900, "alert_bytes": null})), (json!(900), Value::Null));
    assert_eq!(levels(json!({"cap_bytes": null})), (Value::Null, Value::Null));
}

#[test]
fn the_state_follows_the_levels_at_once() {
    let sandbox = Sandbox::new(200);
    let admin = sandbox.sign_in(ADMIN);
    let id = some_active(&admin);
    let usage = admin.sim(id)["usage_bytes"].as_u64().unwrap();
    sandbox.database().execute("UPDATE sims SET in_session = 1 WHERE id = ?1", [id]).unwrap();
    let state = |patch: Value| {
        let sim = admin.edit(id, &patch).expect(200);
        (sim["status"].as_str().unwrap().to_owned(), sim["in_session"].as_bool().unwrap())
    };
    assert_eq!(state(json!({"cap_bytes": usage * 2, "alert_bytes": usage})), ("alerted".into(), true));
    assert_eq!(state(json!({"cap_bytes": usage})), ("blocked".into(), true));
    assert_eq!(state(json!({"cap_bytes": usage * 2})), ("active".into(), true));
    // With the hard cap on, the running session ends.
    assert_eq!(state(json!({"cap_bytes": usage, "end_session_at_cap": true})), ("blocked".into(), false));
    assert_eq!(state(json!({"cap_bytes": null})), ("active".into(), false));
}

#[test]
fn what_is_against_a_rule_is_refused_with_its_place() {
    let sandbox = Sandbox::new(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let id = some_active(&admin);
    let first = |filter: Value| ids(&admin.find(&filter))[0];
    let unmanaged = first(with_status("unmanaged"));
    let terminated = first(with_status("terminated"));
    let no_caps = first(json!({"all": [with_status("active"), in_account(WITHOUT_CAPS)]}));
    let no_hard_cap = first(json!({"all": [
        with_status("active"), in_account(LAKESIDE), {"choice": {"field": "hard_cap", "any_of": ["unsupported"]}},
    ]}));
    for (id, patch, pointer, code) in [
        (id, json!({"cap_bytes": 100, "alert_bytes": 101}), "/alert_bytes", "alert_above_cap"),
        (id, json!({"cap_bytes": 0}), "/cap_bytes", "level_zero"),
        (id, json!({"cap_bytes": null, "alert_bytes": 0}), "/alert_bytes", "level_zero"),
        (id, json!({"cap_bytes": 1_000_000_000_000_001_u64}), "/cap_bytes", "level_too_large"),
        (id, json!({"cap_bytes": -1}), "/cap_bytes", "invalid"),
        (id, json!({"label": "x".repeat(101)}), "/label", "too_long"),
        (id, json!({"label": "two\nlines"}), "/label", "invalid"),
        (id, json!({"note": "x".repeat(2_001)}), "/note", "too_long"),
        (unmanaged, json!({"label": "x"}), "/label", "not_editable"),
        (terminated, json!({"cap_bytes": 5}), "/cap_bytes", "not_editable"),
        (no_caps, json!({"cap_bytes": 5}), "/cap_bytes", "caps_not_enabled"),
        (no_hard_cap, json!({"end_session_at_cap": true}), "/end_session_at_cap", "hard_cap_unsupported"),
    ] {
        let before = admin.sim(id);
        let problem = admin.edit(id, &patch).problem(422, "invalid");
        assert_eq!(problem["errors"], json!([{"pointer": pointer, "code": code}]), "{patch}");
        assert_eq!(admin.sim(id), before);
    }
    admin.edit(no_caps, &json!({"label": "fine", "note": "two\nlines"})).expect(200);
    admin.edit(id, &json!({"iccid": "1"})).problem(422, "invalid");
    admin.edit(id, &json!({"note": "gone"})).expect(200);
    assert_eq!(admin.edit(id, &json!({"note": null})).expect(200)["note"], "");
}
