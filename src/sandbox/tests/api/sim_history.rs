//! The history of SIMs: what is told of each change, and that nobody is told what is not theirs.

use crate::recipients;
use crate::sandbox::*;
use crate::tokens::new_token;
use serde_json::{Value, json};

fn change(field: &str, old: Value, new: Value) -> Value {
    json!({"field": field, "old": old, "new": new})
}

fn to(account: u32) -> Value {
    json!({"move_to_account": {"account_id": account}})
}

#[track_caller]
fn of_sim(person: &Person, id: u32) -> Vec<Value> {
    let page = person.get(&format!("/sims/{id}/history?limit=500")).expect(200);
    assert!(page["next_cursor"].is_null());
    page["items"].as_array().unwrap().clone()
}

#[track_caller]
fn of_estate(person: &Person, query: &str) -> Vec<Value> {
    let page = person.get(&format!("/sim-history?limit=500{query}")).expect(200);
    assert!(page["next_cursor"].is_null());
    page["items"].as_array().unwrap().clone()
}

fn active_in(person: &Person, account: u32) -> u32 {
    ids(&person.find(&json!({"all": [with_status("active"), in_account(account)]})))[0]
}

/// A SIM of Lakeside that was edited and moved by its provider, and edited by its customer between.
fn storied(sandbox: &Sandbox) -> (u32, u32, u32) {
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let id = active_in(&root, LAKESIDE);
    root.edit(id, &json!({"label": "Before"})).expect(200);
    let came = root.carry_out(&to(ALPINE), &json!({"ids": [id]}));
    alpine.edit(id, &json!({"label": "While at Alpine"})).expect(200);
    let paused = root.carry_out(&json!("suspend"), &json!({"ids": [id]}));
    alpine.carry_out(&to(DEPOT), &json!({"ids": [id]}));
    assert!(paused["id"].as_u64() > came["id"].as_u64());
    (id, came["id"].as_u64().unwrap() as u32, paused["id"].as_u64().unwrap() as u32)
}

#[test]
fn who_did_what_and_why() {
    let sandbox = Sandbox::new(300);
    let (id, came, paused) = storied(&sandbox);
    let root = sandbox.sign_in(ADMIN);
    let told = of_sim(&root, id);
    let changes: Vec<&Value> = told.iter().map(|entry| &entry["changes"]).collect();
    let account =
        |from: u32, to: u32| json!([change("account_id", json!(from.to_string()), json!(to.to_string()))]);
    assert_eq!(changes[0], &account(ALPINE, DEPOT));
    assert_eq!(changes[1], &json!([change("status", json!("active"), json!("suspended"))]));
    assert_eq!(changes[2][0]["new"], "While at Alpine");
    assert_eq!(changes[3], &account(LAKESIDE, ALPINE));
    assert_eq!(changes[4][0]["new"], "Before");
    let by: Vec<&Value> = told.iter().map(|entry| &entry["user"]["id"]).collect();
    assert_eq!(by, [4, 1, 4, 1, 1]);
    let causes: Vec<&Value> = told.iter().map(|entry| &entry["cause"]).collect();
    assert_eq!(causes, ["operation", "operation", "edited", "operation", "edited"]);
    assert_eq!((&told[3]["operation_id"], &told[1]["operation_id"]), (&json!(came), &json!(paused)));
    assert_eq!(told[2]["operation_id"], Value::Null);
    assert!(told.iter().all(|entry| entry["outside"] == false && entry["in_sight"] == true));
    let page = root.get(&format!("/sims/{id}/history")).expect(200);
    let names: Vec<&Value> = page["accounts"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["Alpine Telematics", "Depot Innsbruck", "Lakeside Metering"]);
    // What changes nothing is told of nowhere.
    root.edit(id, &json!({"label": "While at Alpine"})).expect(200);
    assert_eq!(of_sim(&root, id), told);
}

#[test]
fn a_customer_sees_its_own_part_and_nobody_else() {
    let sandbox = Sandbox::new(300);
    let (id, came, _) = storied(&sandbox);
    let root = sandbox.sign_in(ADMIN);
    for email in [ALPINE_ADMIN, ALPINE_VIEWER] {
        let customer = sandbox.sign_in(email);
        let told = of_sim(&customer, id);
        assert_eq!(told.len(), 4, "{told:?}");
        let arrival = &told[3];
        assert_eq!(
            arrival["changes"],
            json!([change("account_id", Value::Null, json!(ALPINE.to_string()))]),
            "that it came, not from where"
        );
        assert_eq!((&arrival["account_id"], &arrival["operation_id"]), (&Value::Null, &Value::Null));
        for (entry, outside) in told.iter().zip([false, true, false, true]) {
            assert_eq!((entry["user"].is_null(), &entry["outside"]), (outside, &json!(outside)));
        }
        let page = customer.get(&format!("/sims/{id}/history")).expect(200);
        let text = page.to_string();
        for secret in ["Ada", "Lindqvist", "Lakeside", "Northgate", &format!("\"{LAKESIDE}\"")] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(!text.contains(&format!("\"operation_id\":{came}")));
        // Not to be found by who it was either.
        if email == ALPINE_ADMIN {
            assert_eq!(of_estate(&customer, "&user_id=1"), Vec::<Value>::new());
            assert_eq!(of_estate(&customer, ""), told);
            let mine = told.iter().filter(|entry| entry["user"]["id"] == 4).cloned().collect::<Vec<_>>();
            assert_eq!(of_estate(&customer, "&user_id=4"), mine);
        }
    }
    // An operation is named to those who could open it: its Admins.
    let operations = |person: &Person| {
        of_sim(person, id).iter().map(|entry| entry["operation_id"].clone()).collect::<Vec<_>>()
    };
    assert!(operations(&sandbox.sign_in(ALPINE_ADMIN))[0].is_u64());
    assert!(operations(&sandbox.sign_in(ALPINE_VIEWER)).iter().all(Value::is_null));

    // Once it has left, its own part of the story stays, but for where it went.
    root.carry_out(&to(LAKESIDE), &json!({"ids": [id]}));
    root.edit(id, &json!({"label": "Elsewhere again"})).expect(200);
    let customer = sandbox.sign_in(ALPINE_ADMIN);
    customer.get(&format!("/sims/{id}/history")).problem(404, "not_found");
    let left = of_estate(&customer, "");
    assert_eq!(left.len(), 5);
    assert_eq!(left[0]["changes"], json!([change("account_id", json!(DEPOT.to_string()), Value::Null)]));
    assert_eq!((&left[0]["in_sight"], &left[0]["outside"]), (&json!(false), &json!(true)));
    assert!(!json!(left).to_string().contains("Elsewhere"));
    // Those who do not see the one account see less of it; whoever sees both sees all.
    assert_eq!(of_estate(&customer, &format!("&account_id={DEPOT}")).len(), 2);
    assert_eq!(of_sim(&root, id).len(), 7);
    assert_eq!(of_estate(&root, &format!("&account_id={ALPINE}")).len(), 5);
}

#[test]
fn the_estate_is_for_admins_and_views_see_what_the_customer_does() {
    let sandbox = Sandbox::new(300);
    let (id, ..) = storied(&sandbox);
    for email in [USER, VIEWER, ALPINE_VIEWER] {
        let person = sandbox.sign_in(email);
        person.get("/sim-history").problem(403, "forbidden");
        of_sim(&person, id);
    }
    let customer = sandbox.sign_in(ALPINE_VIEWER);
    let root = sandbox.sign_in(ADMIN);
    let view = json!({"account_id": ALPINE}).to_string();
    root.request("PUT", "/session/view", &[("content-type", "application/json")], Some(&view)).expect(200);
    assert_eq!(of_sim(&root, id), of_sim(&customer, id));
    root.get("/sim-history").problem(403, "forbidden");
    for account in [NORTHGATE, LAKESIDE, 9_999] {
        let alpine = sandbox.sign_in(ALPINE_ADMIN);
        alpine.get(&format!("/sim-history?account_id={account}")).problem(404, "not_found");
    }
}

#[test]
fn tokens_are_named_where_they_are_seen() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let id = active_in(&root, ALPINE);
    // The provider made this token for its customer.
    let (token, secret) = new_token(&root, ALPINE, "admin");
    let program = Person { token: Some(secret), ..sandbox.nobody() };
    program.edit(id, &json!({"label": "By a program"})).expect(200);
    let told = of_sim(&root, id);
    assert_eq!((&told[0]["token"]["id"], &told[0]["user"]["id"]), (&token["id"], &json!(1)));
    assert_eq!(of_estate(&root, &format!("&token_id={}", token["id"])), told);
    let customer = sandbox.sign_in(ALPINE_ADMIN);
    let told = of_sim(&customer, id);
    assert_eq!((&told[0]["token"]["name"], &told[0]["user"]), (&token["name"], &Value::Null));
    assert_eq!(told[0]["outside"], true);
    assert_eq!(of_sim(&program, id), told);
    assert_eq!(of_estate(&customer, &format!("&token_id={}", token["id"])).len(), 1);
    assert_eq!(of_estate(&sandbox.sign_in(ADMIN), "&token_id=4000000"), Vec::<Value>::new());
}

#[test]
fn addresses_are_told_to_admins_who_see_them() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let id = active_in(&root, ALPINE);
    let own = recipients::add(&root, ALPINE, "own@alpine.example", false);
    let above = recipients::add(&root, BRIGHTWATER, "above@brightwater.example", false);
    for address in [own, above] {
        let path = format!("/sims/{id}/recipients/{address}");
        root.request("PUT", &path, &[], None).expect(200);
        root.request("PUT", &path, &[], None).expect(200);
    }
    root.delete(&format!("/sims/{id}/recipients/{own}")).expect(200);
    let told = of_sim(&root, id);
    assert_eq!(told.len(), 3);
    assert_eq!(told[0]["changes"], json!([change("recipient", json!("own@alpine.example"), Value::Null)]));
    let customer = of_sim(&sandbox.sign_in(ALPINE_ADMIN), id);
    assert_eq!(customer.len(), 2);
    assert!(!json!(customer).to_string().contains("above@"));
    assert_eq!(of_sim(&sandbox.sign_in(ALPINE_VIEWER), id), Vec::<Value>::new());
    assert_eq!(of_sim(&sandbox.sign_in(VIEWER), id), Vec::<Value>::new());
}

#[test]
fn the_estate_is_searched_and_read_page_by_page() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let found = root.find(&json!({"all": [with_status("active"), in_account(ALPINE)]}));
    let some: Vec<u32> = ids(&found)[..5].to_vec();
    root.carry_out(&json!("suspend"), &json!({"ids": some}));
    root.carry_out(&json!("resume"), &json!({"ids": some}));
    root.edit(some[0], &json!({"label": "=1+1"})).expect(200);
    let alpine = sandbox.sign_in(ALPINE_ADMIN);
    for person in [&root, &alpine] {
        let all = of_estate(person, "");
        assert_eq!(all.len(), 11);
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = person.get(&format!("/sim-history?limit=3{cursor}")).expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen, all);
        let count = |query: &str| of_estate(person, query).len();
        assert_eq!((count("&cause=operation"), count("&cause=edited"), count("&cause=usage")), (10, 1, 0));
        assert_eq!((count("&field=status"), count("&field=label"), count("&field=cap_bytes")), (10, 1, 0));
        let iccid = found[0]["iccid"].as_str().unwrap();
        assert_eq!((count(&format!("&iccid={iccid}")), count("&iccid=1")), (3, 0));
        assert_eq!(
            (count(&format!("&account_id={ALPINE}")), count(&format!("&account_id={DEPOT}"))),
            (11, 0)
        );
        assert_eq!((count("&from=2020-01-01&to=2100-01-01"), count("&to=2020-01-01")), (11, 0));
        assert_eq!((count("&from=2100-01-01"), count("&user_id=4000000")), (0, 0));
    }
    for bad in ["limit=0", "limit=501", "cause=magic", "field=usage", "from=yesterday", "other=1"] {
        root.get(&format!("/sim-history?{bad}")).problem(400, "bad_request");
    }
    root.get("/sim-history?cursor=x").problem(422, "invalid");
    root.get(&format!("/sims/{}/history?cursor=x", some[0])).problem(422, "invalid");
    root.get("/sims/4000000/history").problem(404, "not_found");
}

fn file(person: &Person, path: &str) -> String {
    let answer = person.request("GET", path, &[("accept", "text/csv")], None);
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    assert!(answer.header("content-disposition").starts_with("attachment; filename="));
    assert!(answer.header("vary").contains("accept"));
    answer.text
}

#[test]
fn files_have_all_of_it_and_nothing_runs() {
    let sandbox = Sandbox::new(2_000);
    let root = sandbox.sign_in(ADMIN);
    let many = root.find(&json!({"all": [with_status("active")]}));
    let ids = ids(&many);
    assert!(ids.len() > 600, "more than one page of a file");
    root.carry_out(&json!("suspend"), &json!({"ids": ids}));
    root.edit(ids[0], &json!({"label": "=cmd()", "note": "a, \"b\"\nc"})).expect(200);
    let text = file(&root, "/sim-history?limit=1");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(lines[0], "at,iccid,account,user,token,cause,operation_id,field,old,new");
    assert_eq!(lines.len(), 1 + 2 + ids.len() + 1);
    let iccid = root.sim(ids[0])["iccid"].as_str().unwrap().to_owned();
    assert!(lines[1].contains(&format!(",{iccid},")) && lines[1].contains(",Ada Lindqvist,,edited,,label,"));
    assert!(lines[1].ends_with(",'=cmd()"), "{}", lines[1]);
    assert!(lines[2].ends_with(",\"a, \"\"b\"\"\nc\""), "{}", lines[2]);
    assert!(lines[3].contains(",operation,1,status,active,suspended"));
    // The filter holds for files too.
    let one = file(&root, "/sim-history?field=label");
    assert_eq!(one.matches("\r\n").count(), 3, "all that was changed together");
    root.carry_out(&to(ALPINE), &json!({"ids": [active_in(&root, DEPOT)]}));
    assert!(
        file(&root, "/sim-history?field=account_id")
            .contains("account_name,Depot Innsbruck,Alpine Telematics")
    );
    let alpine = file(&sandbox.sign_in(ALPINE_ADMIN), "/sim-history?field=account_id");
    assert!(alpine.contains(",(outside),") && !alpine.contains("Ada"));

    let audit = file(&root, "/audit-log?group=sims");
    assert!(audit.contains("move_started") && audit.contains("sims,,1") && !audit.contains("signed_in"));
    sandbox
        .sign_in(USER)
        .request("GET", "/sim-history", &[("accept", "text/csv")], None)
        .problem(403, "forbidden");
    let wrong = root.request("GET", "/audit-log?from=x", &[("accept", "text/csv")], None);
    wrong.problem(400, "bad_request");
}
