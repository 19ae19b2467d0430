//! A server that is killed in the middle of bulk operations: what it has begun is carried out after the next start, and
//! nothing is done twice. The program itself runs here, because only a program can be killed.

#![allow(clippy::unwrap_used, reason = "helpers of tests, which clippy does not know as such")]

use rusqlite::Connection;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::http::Request;

const SIMS: u64 = 50_000;
/// So that it can be killed in the middle of an operation, however fast the machine is. There are 100 chunks.
const PAUSE_MS: &str = "10";
const PATIENCE: Duration = Duration::from_secs(120);

/// The program, and somebody who is signed in there.
struct Running {
    child: Child,
    agent: Agent,
    base: String,
    cookie: String,
    csrf: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // SIGKILL.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    fn start(data: &Path, pause_ms: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sandbox"))
            .args(["serve", "--listen", "127.0.0.1:0", "--no-simulator", "--sims", &SIMS.to_string()])
            .args(["--bulk-delay-ms", pause_ms])
            .arg("--data")
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let origin = line.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("{line:?}"));
        let base = format!("{}{}", origin.trim_end_matches('/'), contract::BASE);
        let agent = Agent::config_builder().http_status_as_error(false).build().into();
        let mut running = Self { child, agent, base, cookie: String::new(), csrf: String::new() };
        let admin = json!({"email": "admin@northgate.example", "password": sandbox::demo::PASSWORD});
        let (session, cookie) = running.ask("POST", "/session", Some(&admin), "");
        running.csrf = session["csrf_token"].as_str().unwrap().to_owned();
        running.cookie = cookie;
        running
    }

    /// The answer, and the cookie that it sets.
    fn ask(&self, method: &str, path: &str, body: Option<&Value>, key: &str) -> (Value, String) {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.base));
        for (name, value) in [
            ("cookie", self.cookie.as_str()),
            (contract::CSRF_HEADER, &self.csrf),
            (contract::IDEMPOTENCY_HEADER, key),
        ] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        let mut answer = match body {
            Some(body) => {
                let request = request.header("content-type", "application/json").body(body.to_string());
                self.agent.run(request.unwrap()).unwrap()
            }
            None => self.agent.run(request.body(()).unwrap()).unwrap(),
        };
        let cookie = answer.headers().get("set-cookie").map_or("", |cookie| cookie.to_str().unwrap());
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let text = answer.body_mut().read_to_string().unwrap();
        assert!(answer.status().is_success(), "{method} {path}: {text}");
        (serde_json::from_str(&text).unwrap(), cookie)
    }

    fn post(&self, path: &str, body: Option<&Value>, key: &str) -> Value {
        self.ask("POST", path, body, key).0
    }

    fn operation(&self, id: &Value) -> Value {
        self.ask("GET", &format!("/bulk-operations/{id}"), None, "").0
    }

    fn wait_for(&self, id: &Value, what: impl Fn(&Value) -> bool) -> Value {
        let started = Instant::now();
        loop {
            let operation = self.operation(id);
            if what(&operation) {
                return operation;
            }
            assert!(started.elapsed() < PATIENCE, "{operation}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn finished(&self, id: &Value) -> Value {
        self.wait_for(id, |operation| operation["state"] == "finished")
    }
}

fn handled(operation: &Value) -> u64 {
    operation["counts"]["done"].as_u64().unwrap() + operation["counts"]["failed"].as_u64().unwrap()
}

/// One number of the database.
fn number(database: &Connection, sql: &str) -> u64 {
    database.query_row(sql, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// All SIMs, but for what counts changes, and for sessions: one that the cap has ended does not come back.
fn sims(database: &Connection) -> Vec<String> {
    let columns = "id, account_id, status, usage_bytes, cap_bytes, alert_bytes, hard_cap, label, note, tags";
    let sql = format!("SELECT json_array({columns}) FROM sims ORDER BY id");
    let mut statement = database.prepare(&sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// That everything the operations did was done once, and nothing else.
fn is_in_order(database: &Connection) {
    for (what, sql) in [
        ("an item is left", "SELECT count(*) FROM operation_items WHERE state = 'pending'"),
        (
            "an operation counts other than its items",
            "SELECT count(*) FROM operations WHERE total <> done + failed OR state <> 'finished'
               OR total <> (SELECT count(*) FROM operation_items WHERE operation_id = operations.id)
               OR done <> (SELECT count(*) FROM operation_items
                           WHERE operation_id = operations.id AND operation_items.state = 'done')",
        ),
        (
            "a SIM was changed other than once by each operation",
            "SELECT count(*) FROM sims LEFT JOIN (
               SELECT sim_id, count(*) AS times FROM operation_items WHERE state = 'done' GROUP BY sim_id
             ) AS done ON done.sim_id = sims.id
             WHERE revision - 1 <> coalesce(times, 0)",
        ),
        (
            "the history of a SIM tells other than once of an operation",
            "SELECT count(*) FROM operation_items WHERE (state = 'done') <> (
               SELECT count(*) FROM sim_history
               WHERE sim_history.operation_id = operation_items.operation_id
                 AND sim_history.sim_id = operation_items.sim_id)",
        ),
        (
            "the history tells of what no operation did",
            "SELECT (SELECT count(*) FROM sim_history)
               - (SELECT count(*) FROM operation_items WHERE state = 'done')",
        ),
        (
            "an account counts other than its SIMs",
            "SELECT count(*) FROM accounts WHERE sim_count <> (
               SELECT count(*) FROM sims WHERE account_id = accounts.id)",
        ),
    ] {
        assert_eq!(number(database, sql), 0, "{what}");
    }
}

#[test]
fn a_killed_server_goes_on_where_it_was_and_does_nothing_twice() {
    let data = tempfile::tempdir().unwrap();
    let mut server = Running::start(data.path(), PAUSE_MS);
    let database = Connection::open(sandbox::demo::file(data.path())).unwrap();
    database.busy_timeout(PATIENCE).unwrap();
    let before = sims(&database);
    assert_eq!(before.len() as u64, SIMS);
    assert_eq!(number(&database, "SELECT count(*) FROM sims WHERE revision <> 1"), 0);
    let all = json!({"matching": {"filter": {"all": []}, "expected_count": SIMS}});
    let acts = [
        json!({"move_to_account": {"account_id": 3}}),
        json!({"set_levels": {"cap_bytes": 40_000_000, "alert_bytes": 32_000_000, "end_session_at_cap": true}}),
    ];
    let mut done = Vec::new();
    for (at, action) in acts.iter().enumerate() {
        let (request, key) = (json!({"action": action, "target": all}), format!("click-{at}"));
        let started = server.post("/bulk-operations", Some(&request), &key);
        let id = &started["id"];
        server.wait_for(id, |operation| handled(operation) >= SIMS / 5);
        // Killed, and started again on the same data.
        drop(server);
        let kept = "SELECT total - (SELECT count(*) FROM operation_items
                      WHERE operation_id = operations.id AND operation_items.state = 'pending')
                    FROM operations ORDER BY id DESC LIMIT 1";
        let handled_then = number(&database, kept);
        assert!((SIMS / 5..SIMS / 5 * 4).contains(&handled_then), "killed after {handled_then}");
        server = Running::start(data.path(), "0");
        // The same click again is the same operation, also when nobody knows any more that there was one.
        assert_eq!(&server.post("/bulk-operations", Some(&request), &key)["id"], id);
        let finished = server.finished(id);
        assert_eq!(handled(&finished), SIMS);
        assert!(finished["counts"]["done"].as_u64().unwrap() > SIMS / 2, "{finished}");
        assert_eq!(number(&database, "SELECT count(*) FROM operations"), at as u64 + 1);
        is_in_order(&database);
        done.push(finished);
        if at == 0 {
            drop(server);
            server = Running::start(data.path(), PAUSE_MS);
        }
    }
    // Undone in the order in which it lies above each other.
    for operation in done.iter().rev() {
        let undo = server.post(
            &format!("/bulk-operations/{}/undo", operation["id"]),
            None,
            &format!("undo-{}", operation["id"]),
        );
        let undone = server.finished(&undo["id"]);
        assert_eq!(
            (&undone["counts"]["done"], &undone["counts"]["failed"]),
            (&operation["counts"]["done"], &json!(0))
        );
        is_in_order(&database);
    }
    let after = sims(&database);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
}
