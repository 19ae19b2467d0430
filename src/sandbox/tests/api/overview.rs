//! What accounts used: by days, against the period before, and by sub-accounts.

use crate::sandbox::*;
use crate::tokens::new_token;
use crate::views::view;
use domain::period::{Day, Period};
use serde_json::{Value, json};

/// What an account used, as this person is told.
fn overview(person: &Person, account: u32) -> Value {
    person.get(&format!("/overview?account_id={account}")).expect(200)
}

fn this_period(overview: &Value) -> u64 {
    overview["usage"]["this_period"].as_u64().unwrap()
}

/// What the SIMs of an account and of those below it have used in this period.
fn usage_of_sims(person: &Person, account: u32) -> u64 {
    let sims = person.find(&json!({"account": {"within": account}}));
    sims.iter().map(|sim| sim["usage_bytes"].as_u64().unwrap()).sum()
}

#[test]
fn the_sums_are_those_of_the_sims() {
    let sandbox = Sandbox::new(600);
    let root = sandbox.sign_in(ADMIN);
    for account in [NORTHGATE, BRIGHTWATER, ALPINE, DEPOT, LAKESIDE] {
        let told = overview(&root, account);
        assert_eq!(this_period(&told), usage_of_sims(&root, account), "account {account}");
        let of_sub_accounts: u64 = told["sub_accounts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|sub| sub["usage"]["this_period"].as_u64().unwrap())
            .sum();
        let own = told["own"]["this_period"].as_u64().unwrap();
        assert_eq!(own + of_sub_accounts, this_period(&told));
        for sub in told["sub_accounts"].as_array().unwrap() {
            let id = u32::try_from(sub["account_id"].as_u64().unwrap()).unwrap();
            assert_eq!(sub["usage"], overview(&root, id)["usage"], "{id} below {account}");
        }
        let alone = root.get(&format!("/overview?account_id={account}&own=true")).expect(200);
        assert_eq!((&alone["usage"], &alone["sub_accounts"]), (&told["own"], &json!([])));
    }
    assert_eq!(
        root.get("/overview").expect(200),
        overview(&root, NORTHGATE),
        "the own account, if none is named"
    );
}

#[test]
fn the_last_twelve_periods_are_there_day_by_day() {
    let sandbox = Sandbox::new(600);
    let told = overview(&sandbox.sign_in(ADMIN), NORTHGATE);
    let day = |name: &str| told[name].as_str().unwrap().parse::<Day>().unwrap();
    let (first, start) = (day("first_day").0 as usize, day("period_start").0 as usize);
    let days: Vec<u64> =
        told["bytes_by_day"].as_array().unwrap().iter().map(|bytes| bytes.as_u64().unwrap()).collect();
    assert!((334..=366).contains(&days.len()), "{}", days.len());
    let today = first + days.len() - 1;
    let sum = |from: usize, until: usize| days[from - first..until - first].iter().sum::<u64>();
    assert_eq!(sum(start, today + 1), this_period(&told));
    let last = Period::of(day("period_start").start()).previous().days();
    let last = (last.start as usize, last.end as usize);
    assert_eq!(told["usage"]["last_period"], json!(sum(last.0, last.1)));
    let same_day = last.1.min(last.0 + today + 1 - start);
    assert_eq!(told["usage"]["last_period_so_far"], json!(sum(last.0, same_day)));
    assert!(days[..start - first].iter().filter(|&&bytes| bytes > 0).count() > 300, "there is a past");
}

#[test]
fn what_was_used_stays_where_it_was_used() {
    let sandbox = Sandbox::new(600);
    let root = sandbox.sign_in(ADMIN);
    let (from, to) = (overview(&root, ALPINE_FLEET), overview(&root, LAKESIDE));
    let sims = root.find(&in_account(ALPINE_FLEET));
    let sim = sims.iter().max_by_key(|sim| sim["usage_bytes"].as_u64()).unwrap();
    assert!(sim["usage_bytes"].as_u64() > Some(0));
    let action = json!({"move_to_account": {"account_id": LAKESIDE}});
    let done = root.carry_out(&action, &json!({"ids": [sim["id"]]}));
    assert_eq!(done["counts"]["done"], json!(1), "{done}");
    assert_eq!(overview(&root, ALPINE_FLEET), from);
    assert_eq!(overview(&root, LAKESIDE), to);
}

#[test]
fn everybody_is_told_of_their_own_part_only() {
    let sandbox = Sandbox::new(300);
    let viewer = sandbox.sign_in(ALPINE_VIEWER);
    let own = viewer.get("/overview").expect(200);
    assert_eq!(own["account_id"], json!(ALPINE));
    assert_eq!(own, overview(&sandbox.sign_in(ADMIN), ALPINE), "the same for whoever asks");
    for account in [NORTHGATE, BRIGHTWATER, LAKESIDE, 9_999] {
        viewer.get(&format!("/overview?account_id={account}")).problem(404, "not_found");
    }
    viewer.get("/overview?account_id=x").expect(400);
    viewer.get("/overview?colour=red").expect(400);
}

#[test]
fn views_and_tokens_see_what_their_account_sees() {
    let sandbox = Sandbox::new(300);
    let admin = sandbox.sign_in(ADMIN);
    let whole = overview(&admin, ALPINE);
    let secret = new_token(&admin, ALPINE, "view_only").1;
    let token = Person { token: Some(secret), ..sandbox.nobody() };
    assert_eq!(token.get("/overview").expect(200), whole);
    token.get(&format!("/overview?account_id={NORTHGATE}")).problem(404, "not_found");
    view(&admin, ALPINE).expect(200);
    assert_eq!(admin.get("/overview").expect(200), whole);
    admin.get(&format!("/overview?account_id={NORTHGATE}")).problem(404, "not_found");
}
