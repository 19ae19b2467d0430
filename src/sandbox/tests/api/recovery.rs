//! What a crash leaves behind.

use crate::sandbox::*;
use serde_json::json;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SIMS: u32 = 2_600;

#[test]
fn a_restart_goes_on_where_it_was() {
    let mut sandbox = Sandbox::with(SIMS, |config| config.faults.bulk_delay_ms = 500);
    let admin = sandbox.sign_in(ADMIN);
    let all = json!({"matching": {"filter": {"all": []}}});
    let expected = admin.preview(&json!("suspend"), &all)["changing"].clone();
    let started = admin.start("/bulk-operations", &json!({"action": "suspend", "target": all})).expect(202);
    let path = format!("/bulk-operations/{}", started["id"]);
    while admin.get(&path).expect(200)["counts"]["done"] == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    sandbox.restart(|config| config.faults.bulk_delay_ms = 0);
    let admin = Person { cookie: admin.cookie, csrf: admin.csrf, ..sandbox.nobody() };
    assert_eq!(admin.wait(&started)["counts"]["done"], expected);
    each_done_once(&sandbox.database());
}

#[test]
fn a_kill_at_any_moment_leaves_nothing_half_done() {
    let data = tempfile::tempdir().unwrap();
    // Made here, with passwords that cost little: the program itself knows no such thing.
    let passwords = ::sandbox::password::Passwords::new(::sandbox::password::Cost::Test).unwrap();
    ::sandbox::demo::ensure(data.path(), config(&data, SIMS).demo, &passwords).unwrap();

    let (mut server, origin) = serve(&data, &["--bulk-delay-ms", "60"]);
    let admin = Person::new(&origin).signed_in(ADMIN);
    let all = json!({"matching": {"filter": {"all": []}}});
    let action = json!({"move_to_account": {"account_id": ALPINE}});
    let expected = admin.preview(&action, &all)["changing"].clone();
    let started = admin.start("/bulk-operations", &json!({"action": action, "target": all})).expect(202);
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(70));
        server.kill().unwrap();
        server.wait().unwrap();
        let database = rusqlite::Connection::open(::sandbox::demo::file(data.path())).unwrap();
        each_done_once(&database);
        drop(database);
        let (again, _) = serve(&data, &["--bulk-delay-ms", "60"]);
        server = again;
    }
    server.kill().unwrap();
    server.wait().unwrap();
    let (mut server, origin) = serve(&data, &[]);
    let admin = Person { cookie: admin.cookie, csrf: admin.csrf, ..Person::new(&origin) };
    assert_eq!(admin.wait(&started)["counts"]["done"], expected);
    server.kill().unwrap();
    server.wait().unwrap();
    let database = rusqlite::Connection::open(::sandbox::demo::file(data.path())).unwrap();
    each_done_once(&database);
    let counted: u64 =
        database.query_row("SELECT sum(sim_count) FROM accounts", [], |row| row.get(0)).unwrap();
    assert_eq!(counted, u64::from(SIMS));
}

/// Each SIM that is noted as done was changed exactly once, no other one was, and the counts agree.
fn each_done_once(database: &rusqlite::Connection) {
    let count = |sql: &str| -> u64 { database.query_row(sql, [], |row| row.get(0)).unwrap() };
    let done = count("SELECT count(*) FROM operation_items WHERE state = 'done'");
    assert_eq!(count("SELECT count(*) FROM sims WHERE revision = 2"), done);
    assert_eq!(count("SELECT count(*) FROM sims WHERE revision > 2"), 0);
    assert_eq!(
        count(
            "SELECT count(*) FROM operation_items JOIN sims ON sims.id = sim_id WHERE (state = 'done') != (revision = 2)"
        ),
        0
    );
    assert_eq!(count("SELECT done FROM operations"), done);
}

fn serve(data: &tempfile::TempDir, more: &[&str]) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sandbox"))
        .args(["serve", "--listen", "127.0.0.1:0", "--no-simulator", "--sims", &SIMS.to_string(), "--data"])
        .arg(data.path())
        .args(more)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let origin = line.trim().strip_prefix("listening on ").unwrap().to_owned();
    (child, origin)
}

#[test]
fn another_seed_does_not_replace_an_estate() {
    let mut sandbox = Sandbox::new(30);
    sandbox.sign_in(ADMIN).edit(1, &json!({"label": "kept"})).expect(200);
    sandbox.restart(|config| {
        config.demo.seed = 2;
        config.demo.sims = 99;
    });
    let admin = sandbox.sign_in(ADMIN);
    assert_eq!(admin.get("/sims").expect(200)["total"], 30);
    assert_eq!(admin.sim(1)["label"], "kept");
}

#[test]
fn the_same_seed_makes_the_same_estate() {
    let rows = |seed: u64| {
        let sandbox = Sandbox::with(120, |config| config.demo.seed = seed);
        let admin = sandbox.sign_in(ADMIN);
        let mut sims = admin.find(&json!({"all": []}));
        for sim in &mut sims {
            // Counted back from the moment of making.
            sim["last_seen"] = json!(null);
            sim["activated_on"] = json!(null);
        }
        (sims, admin.get("/accounts").expect(200))
    };
    assert_eq!(rows(5), rows(5));
    assert_ne!(rows(5).0, rows(6).0);
}
