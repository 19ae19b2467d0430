use crate::sandbox::*;
use ::sandbox::metering::period;
use ::sandbox::store::estate;
use domain::period::Period;
use domain::time::Timestamp;
use rusqlite::Connection;
use serde_json::{Value, json};

/// A SIM of Lakeside that is in service, with these levels over what it has used, and how much that is.
pub fn metered(admin: &Person, hard_cap: &str, cap_over: u64, alert_over: u64) -> (u32, u64) {
    let filter = json!({"all": [
        with_status("active"), in_account(LAKESIDE), {"choice": {"field": "hard_cap", "any_of": [hard_cap]}},
        {"amount": {"field": "usage", "test": {"at_least": 1000}}},
    ]});
    let sim = admin.find(&filter).remove(0);
    let (id, usage) = (sim["id"].as_u64().unwrap() as u32, sim["usage_bytes"].as_u64().unwrap());
    let levels = json!({"cap_bytes": usage + cap_over, "alert_bytes": usage + alert_over});
    admin.edit(id, &levels).expect(200);
    (id, usage)
}

/// What people were told of a SIM: threshold, level, usage.
pub fn notices(sandbox: &Sandbox, sim: u32) -> Vec<(String, u64, u64)> {
    sandbox
        .database()
        .prepare(
            "SELECT threshold, level_bytes, usage_bytes FROM notifications WHERE sim_id = ?1 ORDER BY id",
        )
        .unwrap()
        .query_map([sim], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// What its history tells: cause, and which field became what.
pub fn history(sandbox: &Sandbox, sim: u32) -> Vec<(String, Vec<(String, Value)>)> {
    sandbox
        .database()
        .prepare("SELECT cause, changes FROM sim_history WHERE sim_id = ?1 ORDER BY id")
        .unwrap()
        .query_map([sim], |row| {
            let changes: Vec<Value> = serde_json::from_str(&row.get::<_, String>(1)?).unwrap();
            let told = |change: &Value| (change["field"].as_str().unwrap().to_owned(), change["new"].clone());
            Ok((row.get(0)?, changes.iter().map(told).collect()))
        })
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn became(status: &str) -> Vec<(String, Value)> {
    vec![("status".to_owned(), json!(status))]
}

/// The sessions that a SIM had: whether they have ended, and bytes.
fn sessions(sandbox: &Sandbox, sim: u32) -> Vec<(bool, u64)> {
    sandbox
        .database()
        .prepare("SELECT ended_at IS NOT NULL, bytes FROM sim_sessions WHERE sim_id = ?1 ORDER BY id")
        .unwrap()
        .query_map([sim], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn notice(threshold: &str, level: u64, usage: u64) -> (String, u64, u64) {
    (threshold.to_owned(), level, usage)
}

#[test]
fn alert_then_cap_are_crossed_once_each() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    let seen = admin.get(&format!("/sims/{id}")).header("etag").to_owned();
    let status = || admin.sim(id)["status"].as_str().unwrap().to_owned();

    sandbox.uses(id, 799);
    assert_eq!((status(), notices(&sandbox, id)), ("active".into(), vec![]));
    sandbox.uses(id, 1);
    assert_eq!(status(), "alerted");
    sandbox.uses(id, 150);
    let mut told = vec![notice("alert", used + 800, used + 800)];
    assert_eq!(notices(&sandbox, id), told);

    sandbox.network(&json!({"advance_seconds": 60}));
    sandbox.uses(id, 100);
    assert_eq!(status(), "blocked");
    sandbox.uses(id, 100);
    told.push(notice("cap", used + 1_000, used + 1_050));
    assert_eq!(notices(&sandbox, id), told);
    assert_eq!(admin.sim(id)["usage_bytes"], used + 1_150);
    let told: Vec<_> = history(&sandbox, id).into_iter().skip(1).collect();
    assert_eq!(told, [("usage".to_owned(), became("alerted")), ("usage".to_owned(), became("blocked"))]);
    // Usage made nobody's edit stale.
    admin.edit_seen(id, &json!({"label": "still mine"}), &seen).expect(200);
}

#[test]
fn a_level_that_is_raised_can_be_crossed_again_and_one_that_is_lowered_not() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    sandbox.uses(id, 2_000);
    let mut told = vec![notice("cap", used + 1_000, used + 2_000)];
    assert_eq!(notices(&sandbox, id), told, "one notice for both");

    let raised = json!({"cap_bytes": used + 5_000, "alert_bytes": used + 3_000});
    assert_eq!(admin.edit(id, &raised).expect(200)["status"], "active");
    sandbox.uses(id, 1_000);
    told.push(notice("alert", used + 3_000, used + 3_000));
    assert_eq!(notices(&sandbox, id), told);

    // Set over the usage, levels are crossed at once: those above what was told of before.
    let lowered = json!({"cap_bytes": used + 2_500, "alert_bytes": used + 500});
    assert_eq!(admin.edit(id, &lowered).expect(200)["status"], "blocked");
    told.push(notice("cap", used + 2_500, used + 3_000));
    assert_eq!(notices(&sandbox, id), told);
    let lower_still = json!({"set_levels": {"cap_bytes": used + 900, "alert_bytes": null}});
    admin.carry_out(&lower_still, &json!({"ids": [id]}));
    assert_eq!(notices(&sandbox, id), told);
    let over = json!({"set_levels": {"cap_bytes": used + 2_900, "alert_bytes": null}});
    admin.carry_out(&over, &json!({"ids": [id]}));
    told.push(notice("cap", used + 2_900, used + 3_000));
    assert_eq!(notices(&sandbox, id), told);
}

#[test]
fn a_hard_cap_ends_the_session_and_another_lets_it_go_on() {
    let sandbox = Sandbox::with_network(1_000);
    let admin = sandbox.sign_in(ADMIN);
    for (hard_cap, cut) in [("no", false), ("unsupported", false), ("yes", true)] {
        let (id, used) = metered(&admin, hard_cap, 1_000, 800);
        sandbox.network(&json!({"sessions": [{"sim_id": id, "open": false}]}));
        let before = sessions(&sandbox, id);
        sandbox.network(
            &json!({"sessions": [{"sim_id": id, "open": true}], "usage": [{"sim_id": id, "bytes": 900}]}),
        );
        assert_eq!(admin.sim(id)["in_session"], true);
        sandbox.uses(id, 400);
        let sim = admin.sim(id);
        assert_eq!((&sim["status"], &sim["in_session"]), (&json!("blocked"), &json!(!cut)), "{hard_cap}");
        assert_eq!(sessions(&sandbox, id)[before.len()..], [(cut, 1_300)]);

        // It goes on beyond the cap; once it is over there is no other one.
        sandbox.network(
            &json!({"usage": [{"sim_id": id, "bytes": 50}], "sessions": [{"sim_id": id, "open": false}]}),
        );
        sandbox.network(&json!({"sessions": [{"sim_id": id, "open": true}]}));
        assert_eq!(admin.sim(id)["in_session"], false);
        assert_eq!(admin.sim(id)["usage_bytes"], used + 1_350);
        assert_eq!(sessions(&sandbox, id)[before.len()..], [(true, if cut { 1_300 } else { 1_350 })]);
    }
}

#[test]
fn a_level_that_is_set_ends_the_session_where_it_can() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "yes", 1_000, 800);
    sandbox.network(&json!({"sessions": [{"sim_id": id, "open": true}]}));
    admin.edit(id, &json!({"cap_bytes": used})).expect(200);
    assert_eq!(admin.sim(id)["in_session"], false);
    assert_eq!(sessions(&sandbox, id).last(), Some(&(true, 0)));
}

#[test]
fn who_is_suspended_is_told_of_nothing_until_resumed() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    admin.carry_out(&json!("suspend"), &json!({"ids": [id]}));
    sandbox.network(
        &json!({"usage": [{"sim_id": id, "bytes": 850}], "sessions": [{"sim_id": id, "open": true}]}),
    );
    let sim = admin.sim(id);
    assert_eq!((&sim["status"], &sim["usage_bytes"]), (&json!("suspended"), &json!(used + 850)));
    assert_eq!(notices(&sandbox, id), []);
    admin.carry_out(&json!("resume"), &json!({"ids": [id]}));
    assert_eq!(admin.sim(id)["status"], "alerted");
    assert_eq!(notices(&sandbox, id), [notice("alert", used + 800, used + 850)]);
    admin.carry_out(&json!("suspend"), &json!({"ids": [id]}));
    admin.carry_out(&json!("resume"), &json!({"ids": [id]}));
    assert_eq!(notices(&sandbox, id).len(), 1);
}

/// Usage of a SIM by days.
fn days(sandbox: &Sandbox, sim: u32) -> Vec<(u32, u64)> {
    sandbox
        .database()
        .prepare("SELECT day, bytes FROM usage_days WHERE sim_id = ?1 ORDER BY day")
        .unwrap()
        .query_map([sim], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn a_new_period_clears_and_late_reports_of_the_old_one_change_nothing_now() {
    let sandbox = Sandbox::with_network(400);
    let admin = sandbox.sign_in(ADMIN);
    let (id, used) = metered(&admin, "no", 1_000, 800);
    let suspended = ids(&admin.find(&with_status("suspended")))[0];
    sandbox.uses(id, 1_500);
    sandbox.next_period();
    let sim = admin.sim(id);
    assert_eq!((&sim["status"], &sim["usage_bytes"]), (&json!("active"), &json!(0)));
    assert_eq!(sim["cap_bytes"], used + 1_000);
    assert_eq!(history(&sandbox, id).last(), Some(&("new_period".to_owned(), became("active"))));
    // Who changed neither state nor cap has nothing to tell.
    assert_eq!(admin.sim(suspended)["status"], "suspended");
    assert_eq!(history(&sandbox, suspended), []);
    assert!(admin.find(&json!({"amount": {"field": "usage", "test": {"at_least": 1}}})).is_empty());
    assert!(admin.find(&json!({"any": [with_status("alerted"), with_status("blocked")]})).is_empty());

    let now: Timestamp = sandbox.network(&json!({})).parse().unwrap();
    let today = now.day();
    let late = Timestamp::of_day(today - 1);
    sandbox.network(&json!({"usage": [{"sim_id": id, "bytes": used + 5_000, "day": late}]}));
    assert_eq!((admin.sim(id)["usage_bytes"].clone(), notices(&sandbox, id).len()), (json!(0), 1));
    // The first days' own usage comes late as well, and counts.
    sandbox.network(&json!({"advance_seconds": 3 * 86_400}));
    sandbox.network(&json!({"usage": [
        {"sim_id": id, "bytes": used + 900, "day": Timestamp::of_day(today)}, {"sim_id": id, "bytes": 200},
    ]}));
    assert_eq!(admin.sim(id)["status"], "blocked");
    let told = notices(&sandbox, id);
    assert_eq!(
        told[1..],
        [notice("alert", used + 800, used + 900), notice("cap", used + 1_000, used + 1_100)]
    );
    let by_days = days(&sandbox, id);
    assert_eq!(by_days[by_days.len() - 2..], [(today, used + 900), (today + 3, 200)]);
    assert!(by_days.iter().any(|(day, bytes)| *day == today - 1 && *bytes >= used + 5_000));
}

#[test]
fn what_was_over_a_level_when_the_estate_was_made_is_no_news() {
    let sandbox = Sandbox::with_network(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let over: Vec<Value> =
        ["alerted", "blocked"].iter().flat_map(|status| admin.find(&with_status(status))).collect();
    assert!(over.len() > 10);
    for sim in &over {
        let id = sim["id"].as_u64().unwrap() as u32;
        let before = notices(&sandbox, id);
        if sim["status"] == "blocked" {
            sandbox.uses(id, 10);
        } else {
            sandbox.uses(id, 0);
            admin.edit(id, &json!({"label": "edited"})).expect(200);
        }
        assert_eq!(notices(&sandbox, id), before);
    }
}

/// Every SIM's status, usage, cap, and the version at which it changed.
fn states(database: &Connection) -> Vec<(u32, String, u64, Option<u64>, u64)> {
    database
        .prepare("SELECT id, status, usage_bytes, cap_bytes, version FROM sims ORDER BY id")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn a_crash_in_the_middle_of_a_new_period_takes_no_sim_twice() {
    let mut sandbox = Sandbox::with_network(300);
    let admin = sandbox.sign_in(ADMIN);
    let start = crate::changes::version(&admin);
    let mut halfway = Vec::new();
    sandbox.restart(|config| {
        let database = Connection::open(::sandbox::demo::file(&config.data)).unwrap();
        let now = ::sandbox::clock::now();
        let seconds = Period::of(now).end().unix() - now.unix();
        estate::advance_clock(&database, seconds + 60).unwrap();
        // Two steps of three: then the power goes off.
        for _ in 0..2 {
            period::step(&database, now.after(seconds + 60), 100).unwrap().unwrap();
        }
        halfway = states(&database);
        assert!(halfway[..200].iter().all(|(_, _, usage, _, _)| *usage == 0));
        assert!(halfway[200..].iter().any(|(_, _, usage, _, _)| *usage > 0));
        // What is used after the first half has begun is of the new period already.
        database.execute("UPDATE sims SET usage_bytes = 7 WHERE id = 5", []).unwrap();
    });
    // Waits until it is carried through.
    sandbox.network(&json!({}));
    let after = states(&sandbox.database());
    for (before, after) in halfway[..200].iter().zip(&after) {
        assert_eq!(
            (before.4, after.2),
            (after.4, if after.0 == 5 { 7 } else { 0 }),
            "taken twice: {after:?}"
        );
    }
    assert!(after[200..].iter().all(|(_, status, usage, _, _)| {
        *usage == 0 && !matches!(status.as_str(), "alerted" | "blocked")
    }));
    let entries: u32 = sandbox
        .database()
        .query_row(
            "SELECT coalesce(max(n), 0) FROM (SELECT count(*) n FROM sim_history WHERE cause = 'new_period' GROUP BY sim_id)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(entries, 1);
    // Who follows the changes hears of every SIM that was taken.
    let admin = sandbox.sign_in(ADMIN);
    let changed = crate::changes::since(&admin, start);
    assert!(
        changed["columns"]["usage_bytes"].as_array().unwrap().iter().all(|usage| usage.as_u64() < Some(8))
    );
    assert!(changed["columns"]["id"].as_array().unwrap().len() > 200);
}

#[test]
fn an_activation_that_was_asked_for_completes() {
    let sandbox = Sandbox::with_network(1_000);
    let admin = sandbox.sign_in(ADMIN);
    let waiting = ids(&admin.find(&with_status("activation_pending")));
    let (asked, demo) = (waiting[0], waiting[1]);
    sandbox.database().execute("UPDATE sims SET activation_due = ?2 WHERE id = ?1", (asked, 1)).unwrap();
    sandbox.network(&json!({"advance_seconds": 10}));
    let sim = admin.sim(asked);
    assert_eq!(sim["status"], "active");
    assert!(sim["activated_on"].is_string());
    assert_eq!(history(&sandbox, asked), [("network".to_owned(), became("active"))]);
    // Those of the demo nobody has asked for.
    assert_eq!(admin.sim(demo)["status"], "activation_pending");
}
