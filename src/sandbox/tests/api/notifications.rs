//! Usage that reached a level: what the bell shows, and what is mailed to whom.

use crate::events::{heard, listen};
use crate::recipients::{add, opt_in, put, sim_in};
use crate::sandbox::*;
use crate::tokens::new_token;
use crate::users::join;
use ::sandbox::store::notifications;
use contract::event::Event;
use domain::account::AccountId;
use domain::cap::{Crossing, Threshold};
use domain::sim::SimId;
use serde_json::{Value, json};
use std::time::Duration;

/// Notes that the usage of SIMs reached a level of 10 MB, all at once.
pub fn reach(sandbox: &Sandbox, threshold: Threshold, sims: &[u32]) {
    let mut connection = sandbox.database();
    let transaction = connection.transaction().unwrap();
    for &sim in sims {
        let account: u32 = transaction
            .query_row("SELECT account_id FROM sims WHERE id = ?1", [sim], |row| row.get(0))
            .unwrap();
        let crossing = Crossing { threshold, level: 10_000_000, usage: 10_500_000 };
        let now = ::sandbox::clock::now();
        notifications::add(&transaction, SimId(sim), AccountId(account), crossing, now).unwrap();
    }
    transaction.commit().unwrap();
}

/// SIMs of an account itself.
pub fn sims_in(person: &Person, account: u32) -> Vec<u32> {
    ids(&person.find(&json!({"all": [in_account(account), with_status("active")]})))
}

#[track_caller]
fn list(person: &Person, question: &str) -> Value {
    person.get(&format!("/notifications{question}")).expect(200)
}

/// The SIMs told of, latest first.
fn told(page: &Value) -> Vec<u64> {
    page["items"].as_array().unwrap().iter().map(|item| item["sim_id"].as_u64().unwrap()).collect()
}

#[track_caller]
fn read(person: &Person, what: &Value) {
    let headers = [("content-type", "application/json")];
    person.request("PUT", "/me/notifications-read", &headers, Some(&what.to_string())).expect(204);
}

/// Whatever is there, the person has read.
#[track_caller]
fn read_all(person: &Person) {
    read(person, &json!({"upto": u32::MAX}));
    assert_eq!(list(person, "")["unread"], 0);
}

/// Whether nothing is mailed to an address although others were told.
fn is_left_alone(sandbox: &Sandbox, to: &str) -> bool {
    let folder = std::fs::read_dir(sandbox.data().join("mail")).unwrap();
    folder.filter_map(|file| std::fs::read_to_string(file.unwrap().path()).ok()).all(|mail| !is_to(&mail, to))
}

#[test]
fn the_latest_come_first_and_those_of_others_not_at_all() {
    let sandbox = Sandbox::new(400);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let (own, below, beside) = (sim_in(&root, ALPINE), sim_in(&root, DEPOT), sim_in(&root, LAKESIDE));
    [&root, &alpine].into_iter().for_each(read_all);
    let before = list(&alpine, "?limit=100")["items"].as_array().unwrap().len();
    reach(&sandbox, Threshold::Alert, &[own, below, beside]);
    reach(&sandbox, Threshold::Cap, &[own]);
    let page = list(&alpine, "?limit=2");
    assert_eq!((told(&page), &page["unread"]), (vec![own.into(), below.into()], &json!(3)));
    let sim = root.sim(own);
    let item = &page["items"][0];
    let expected = json!({
        "id": item["id"], "at": item["at"], "sim_id": own, "iccid": sim["iccid"], "label": sim["label"],
        "account_id": ALPINE, "account_name": "Alpine Telematics", "threshold": "cap", "level_bytes": 10_000_000,
        "usage_bytes": 10_500_000, "unread": true,
    });
    assert_eq!(*item, expected);
    let next = list(&alpine, &format!("?limit=100&cursor={}", page["next_cursor"].as_str().unwrap()));
    assert_eq!((next["items"].as_array().unwrap().len(), &next["next_cursor"]), (before + 1, &Value::Null));
    assert_eq!(told(&next)[0], u64::from(own));
    assert_eq!(list(&root, "")["unread"], 4);
    // Of a part of what somebody sees.
    let part = list(&root, &format!("?account_id={DEPOT}"));
    assert_eq!((told(&part)[0], &part["unread"]), (u64::from(below), &json!(1)));
    alpine.get(&format!("/notifications?account_id={LAKESIDE}")).problem(404, "not_found");
    alpine.get("/notifications?limit=101").problem(400, "bad_request");
    alpine.get("/notifications?cursor=nonsense").problem(422, "invalid");

    // A SIM takes its notifications away and brings none.
    let to = |account: u32| json!({"move_to_account": {"account_id": account}});
    root.carry_out(&to(LAKESIDE), &json!({"ids": [own]}));
    root.carry_out(&to(ALPINE), &json!({"ids": [beside]}));
    assert_eq!(list(&alpine, "")["unread"], 1);
    assert_eq!(told(&list(&alpine, ""))[0], u64::from(below));
    assert_eq!(list(&root, "")["unread"], 4);
    assert_eq!(list(&root, "")["items"][0]["account_name"], "Lakeside Metering");
}

#[test]
fn reading_is_everybodys_own() {
    let sandbox = Sandbox::new(400);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    [&root, &alpine].into_iter().for_each(read_all);
    let sims = [sim_in(&root, ALPINE), sim_in(&root, DEPOT), sim_in(&root, ALPINE_FLEET)];
    let other = sim_in(&root, LAKESIDE);
    reach(&sandbox, Threshold::Alert, &sims);
    reach(&sandbox, Threshold::Alert, &[other]);
    let all = list(&root, "");
    let id = |place: usize| all["items"][place]["id"].as_u64().unwrap();
    let unread = |person: &Person| {
        let page = list(person, "?limit=8");
        let marks = page["items"].as_array().unwrap().iter().filter(|item| item["unread"] == true).count();
        assert_eq!(page["unread"], marks);
        marks
    };
    assert_eq!((unread(&root), unread(&alpine)), (4, 3));
    let window = listen(sandbox.sign_in(ALPINE_ADMIN));
    // One by itself; what is not seen or not there is left out.
    read(&alpine, &json!({"ids": [id(2), id(0), 4_000_000]}));
    read(&alpine, &json!({"ids": [id(2)]}));
    assert_eq!((unread(&root), unread(&alpine)), (4, 2));
    assert!(heard(&window).contains(&Event::Notifications));
    // All up to one; an earlier one later on changes nothing.
    read(&alpine, &json!({"upto": id(2)}));
    read(&alpine, &json!({"upto": id(3)}));
    assert_eq!((unread(&root), unread(&alpine)), (4, 1));
    read_all(&alpine);
    reach(&sandbox, Threshold::Cap, &sims[..1]);
    assert_eq!((unread(&root), unread(&alpine)), (5, 1));
    let many: Vec<u32> = (1..=101).collect();
    let headers = [("content-type", "application/json")];
    let body = json!({"ids": many}).to_string();
    alpine.request("PUT", "/me/notifications-read", &headers, Some(&body)).problem(422, "invalid");

    // Whoever comes later, and whoever is nobody in particular, has nothing unread.
    let (_, newcomer) = join(&sandbox, &root, ALPINE, "late@alpine.example", "view_only");
    assert_eq!(list(&newcomer, "")["unread"], 0);
    let token = Person { token: Some(new_token(&root, ALPINE, "view_only").1), ..sandbox.nobody() };
    let page = list(&token, "");
    assert_eq!((told(&page)[0], &page["unread"]), (u64::from(sims[0]), &json!(0)));
    let viewer = sandbox.sign_in(ADMIN);
    let view = json!({"account_id": ALPINE}).to_string();
    viewer.request("PUT", "/session/view", &headers, Some(&view)).expect(200);
    let page = list(&viewer, "");
    assert_eq!((told(&page)[0], &page["unread"]), (u64::from(sims[0]), &json!(0)));
    let upto = json!({"upto": 1}).to_string();
    viewer.request("PUT", "/me/notifications-read", &headers, Some(&upto)).problem(403, "view_only");
}

#[test]
fn the_stream_announces_them() {
    let sandbox = Sandbox::new(300);
    let root = sandbox.sign_in(ADMIN);
    let sims = sims_in(&root, LAKESIDE);
    // The first look of the background tasks is over when nothing more is heard.
    let events = listen(sandbox.sign_in(VIEWER));
    heard(&events);
    reach(&sandbox, Threshold::Cap, &sims);
    assert_eq!(heard(&events), [Event::Notifications]);
}

#[test]
fn whoever_wants_it_gets_a_mail_for_each_of_few_sims() {
    let sandbox =
        Sandbox::with(400, |config| config.settings.public_url = Some("https://sims.example/".into()));
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    let (sim, other) = (sim_in(&root, ALPINE), sim_in(&root, DEPOT));
    let german = sandbox.sign_in(ALPINE_VIEWER);
    german.change("/me", &json!({"language": "de-AT", "alerts": true})).expect(200);
    // Outside, in the language of who added the address: of the one there is none, so English.
    root.change("/me", &json!({"language": "de"})).expect(200);
    add(&root, ALPINE, "leitstelle@alpine.example", true);
    let on_sim = add(&alpine, ALPINE, "driver@alpine.example", false);
    put(&alpine, sim, on_sim).expect(200);
    // Told for several reasons, once.
    put(&alpine, sim, add(&alpine, ALPINE, ALPINE_VIEWER, false)).expect(200);
    add(&root, LAKESIDE, "lakeside@x.example", true);
    let label = "<b>Truck</b> &\u{2029}\u{202e}12";
    root.edit(sim, &json!({"label": label})).expect(200);
    reach(&sandbox, Threshold::Alert, &[sim]);
    reach(&sandbox, Threshold::Cap, &[sim, other]);

    let iccid = root.sim(sim)["iccid"].as_str().unwrap().to_owned();
    let driver = sandbox.mails("driver@alpine.example", 1).remove(0);
    for part in [
        format!("Subject: SIM {iccid} reached its data cap (10 MB)\r\n"),
        "Hello,".to_owned(),
        "Label: <b>Truck</b> & 12\r\n".to_owned(),
        "&lt;b&gt;Truck&lt;/b&gt; &amp; 12</td>".to_owned(),
        "Usage in this period: 10.5\u{a0}MB\r\n".to_owned(),
        format!("https://sims.example/sims/{sim}\r\n"),
        "<html lang=\"en\">".to_owned(),
    ] {
        assert!(driver.contains(&part), "{part} in {driver}");
    }
    let viewer = sandbox.mails(ALPINE_VIEWER, 2);
    assert!(viewer.iter().all(|mail| mail.contains("Guten Tag Tomás Ferreira,")), "{viewer:?}");
    let subject = format!("SIM {iccid} hat ihre Datenobergrenze erreicht (10 MB)");
    assert_eq!(viewer.iter().filter(|mail| mail.contains(&subject)).count(), 1, "{viewer:?}");
    assert!(
        viewer.iter().all(|mail| mail.contains("Verbrauch in diesem Zeitraum: 10,5\u{a0}MB")),
        "{viewer:?}"
    );
    assert!(sandbox.mails("leitstelle@alpine.example", 2)[0].contains("Datenobergrenze: 10\u{a0}MB"));

    // All mails of a wave are written together, and one after another is sent: what is not there with the last is not sent.
    german.change("/me", &json!({"alerts": false})).expect(200);
    reach(&sandbox, Threshold::Cap, &[other]);
    assert_eq!(sandbox.mails("leitstelle@alpine.example", 3).len(), 3);
    assert_eq!(sandbox.mails("driver@alpine.example", 1).len(), 1);
    assert_eq!(sandbox.mails(ALPINE_VIEWER, 2).len(), 2, "not any more");
    assert!(is_left_alone(&sandbox, "lakeside@x.example") && is_left_alone(&sandbox, ADMIN));
}

#[test]
fn what_operators_report_reaches_the_bell_and_the_mailbox() {
    let sandbox = Sandbox::with_network(300);
    let root = sandbox.sign_in(ADMIN);
    read_all(&root);
    opt_in(&root);
    let sim = sim_in(&root, LAKESIDE);
    let usage = root.sim(sim)["usage_bytes"].as_u64().unwrap();
    root.edit(sim, &json!({"cap_bytes": usage + 1_000_000, "alert_bytes": usage + 500_000})).expect(200);
    sandbox.uses(sim, 2_000_000);
    let page = list(&root, "");
    assert_eq!((told(&page)[0], &page["unread"]), (u64::from(sim), &json!(1)));
    assert_eq!(page["items"][0]["threshold"], "cap");
    let mail = sandbox.mails(ADMIN, 1).remove(0);
    assert!(mail.contains("The SIM is blocked"), "{mail}");
}

#[test]
fn a_wave_becomes_one_digest_for_each() {
    let sandbox = Sandbox::new(1_500);
    let (root, alpine) = (sandbox.sign_in(ADMIN), sandbox.sign_in(ALPINE_ADMIN));
    opt_in(&root);
    opt_in(&alpine);
    let (ours, theirs) = (sims_in(&root, ALPINE), sims_in(&root, LAKESIDE));
    let driver = add(&alpine, ALPINE, "driver@alpine.example", false);
    for sim in &ours[..3] {
        put(&alpine, *sim, driver).expect(200);
    }
    reach(&sandbox, Threshold::Alert, &theirs);
    reach(&sandbox, Threshold::Cap, &ours);
    let (all, here) = (ours.len() + theirs.len(), ours.len());
    assert!(here > 3 && all > 50, "{here} of {all}");

    let digest = sandbox.mails(ADMIN, 1).remove(0);
    for part in [
        format!("Subject: {all} SIMs reached their alert level or data cap\r\n"),
        format!("At their data cap, and blocked: {here}. At their alert level: {}.", theirs.len()),
        format!("Alpine Telematics | {here} | 0\r\n"),
        format!("Lakeside Metering | 0 | {}\r\n", theirs.len()),
        format!("SIMs: the first 50 of {all}\r\n"),
        format!("{}/sims?filter=status+in+%28alerted%2C+blocked%29\r\n", sandbox.origin()),
    ] {
        assert!(digest.contains(&part), "{part} in {digest}");
    }
    // Whoever sees less is told less.
    let digest = sandbox.mails("admin@alpine.example", 1).remove(0);
    assert!(digest.contains(&format!("Subject: {here} SIMs")) && !digest.contains("Lakeside"), "{digest}");
    let mails = sandbox.mails("driver@alpine.example", 3);
    assert_eq!(mails.len(), 3);
    assert_eq!((sandbox.mails(ADMIN, 1).len(), sandbox.mails("admin@alpine.example", 1).len()), (1, 1));
}

#[test]
fn a_sim_that_moves_before_the_mail_is_told_only_to_those_who_saw_it_and_see_it() {
    let sandbox = Sandbox::with(400, |config| config.settings.mail_rest = Duration::from_secs(2));
    let root = sandbox.sign_in(ADMIN);
    let (sim, stays) = (sim_in(&root, ALPINE), sim_in(&root, LAKESIDE));
    opt_in(&root);
    opt_in(&sandbox.sign_in(ALPINE_ADMIN));
    add(&root, LAKESIDE, "lakeside@x.example", true);
    reach(&sandbox, Threshold::Cap, &[sim, stays]);
    root.carry_out(&json!({"move_to_account": {"account_id": LAKESIDE}}), &json!({"ids": [sim]}));
    assert_eq!(sandbox.mails(ADMIN, 2).len(), 2);
    assert_eq!(sandbox.mails("lakeside@x.example", 1).len(), 1);
    assert!(is_left_alone(&sandbox, ALPINE_ADMIN));
}

#[test]
fn a_new_estate_has_something_to_show_and_nothing_to_mail() {
    let sandbox = Sandbox::new(2_000);
    let root = sandbox.sign_in(ADMIN);
    opt_in(&root);
    let page = list(&root, "?limit=100");
    let items = page["items"].as_array().unwrap();
    assert!((20..=40).contains(&items.len()), "{}", items.len());
    for item in items {
        let sim = root.sim(item["sim_id"].as_u64().unwrap() as u32);
        let expected = if item["threshold"] == "cap" { "blocked" } else { "alerted" };
        assert_eq!(sim["status"], expected);
        assert!(item["usage_bytes"].as_u64() >= item["level_bytes"].as_u64());
    }
    assert!(items.iter().any(|item| item["unread"] == true), "{page}");
    let sim = sim_in(&root, LAKESIDE);
    reach(&sandbox, Threshold::Cap, &[sim]);
    assert_eq!(sandbox.mails(ADMIN, 1).len(), 1);
}
