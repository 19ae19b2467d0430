//! A sandbox of its own for each test, and people who use it.

use ::sandbox::app::Settings;
use ::sandbox::demo::{Demo, PASSWORD};
use ::sandbox::faults::FaultPlan;
use ::sandbox::password::Cost;
use ::sandbox::server::{Config, Server};
use domain::period::Period;
use domain::time::Timestamp;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use ureq::http::request::Builder;
use ureq::http::{HeaderMap, Request, Response};
use ureq::{Agent, Body};

pub const ADMIN: &str = "admin@northgate.example";
pub const USER: &str = "user@northgate.example";
pub const VIEWER: &str = "viewer@northgate.example";
pub const ALPINE_ADMIN: &str = "admin@alpine.example";
pub const ALPINE_VIEWER: &str = "viewer@alpine.example";

/// Ids of the demo's accounts.
pub const NORTHGATE: u32 = 1;
pub const BRIGHTWATER: u32 = 2;
pub const ALPINE: u32 = 3;
pub const ALPINE_FLEET: u32 = 4;
pub const DEPOT: u32 = 5;
pub const LAKESIDE: u32 = 12;
pub const WITHOUT_CAPS: u32 = 22;
pub const DISABLED: u32 = 26;

pub struct Sandbox {
    // Dropped in this order: the server before the runtime it runs on.
    server: Option<Server>,
    runtime: Runtime,
    data: TempDir,
    config: Config,
}

pub fn config(data: &TempDir, sims: u32) -> Config {
    Config {
        listen: "127.0.0.1:0".parse().unwrap(),
        data: data.path().to_owned(),
        demo: Demo { sims, seed: 1 },
        simulate: false,
        password_cost: Cost::Test,
        settings: Settings { mail_rest: Duration::from_millis(300), ..Settings::default() },
        faults: FaultPlan::default(),
    }
}

impl Sandbox {
    pub fn new(sims: u32) -> Self {
        Self::with(sims, |_| {})
    }

    /// One whose operators a test plays: [`Self::network`].
    pub fn with_network(sims: u32) -> Self {
        Self::with(sims, |config| config.settings.network_switchable = true)
    }

    pub fn with(sims: u32, change: impl FnOnce(&mut Config)) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut config = config(&data, sims);
        change(&mut config);
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(Server::start(config.clone())).unwrap();
        Self { server: Some(server), runtime, data, config }
    }

    /// Ends the server and starts another one on the same data.
    pub fn restart(&mut self, change: impl FnOnce(&mut Config)) {
        self.runtime.block_on(self.server.take().unwrap().stop()).unwrap();
        change(&mut self.config);
        self.server = Some(self.runtime.block_on(Server::start(self.config.clone())).unwrap());
    }

    pub fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(::sandbox::demo::file(self.data.path())).unwrap()
    }

    /// The folder of all that is kept.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// The mails to an address, the oldest first, as soon as there are so many.
    #[track_caller]
    pub fn mails(&self, to: &str, count: usize) -> Vec<String> {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let mut mails: Vec<(SystemTime, String)> = std::fs::read_dir(self.data.path().join("mail"))
                .unwrap()
                .map(|file| file.unwrap())
                .filter(|file| file.path().extension().is_some_and(|end| end == "eml"))
                .map(|file| {
                    (
                        file.metadata().unwrap().modified().unwrap(),
                        std::fs::read_to_string(file.path()).unwrap(),
                    )
                })
                // Ends with its last boundary when it is written completely.
                .filter(|(_, mail)| is_to(mail, to) && mail.trim_end().ends_with("--"))
                .collect();
            if mails.len() >= count {
                mails.sort_by_key(|(at, _)| *at);
                return mails.iter().map(|(_, mail)| plain(mail)).collect();
            }
            assert!(Instant::now() < deadline, "{} mails to {to}", mails.len());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The token in the latest of so many mails to an address, behind a page.
    #[track_caller]
    pub fn token(&self, to: &str, count: usize, page: &str) -> String {
        let mails = self.mails(to, count);
        let mail = mails.last().unwrap();
        let at = mail.find(page).unwrap_or_else(|| panic!("no {page} in {mail}")) + page.len();
        mail[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
    }

    /// Plays the operators: lets time pass, reports usage, opens and ends sessions. Gives their time.
    #[track_caller]
    pub fn network(&self, passage: &Value) -> String {
        let answer = self.nobody().post("/network", passage).expect(200);
        answer["now"].as_str().unwrap().to_owned()
    }

    /// Reports that a SIM used so many bytes just now.
    #[track_caller]
    pub fn uses(&self, sim: u32, bytes: u64) {
        self.network(&json!({"usage": [{"sim_id": sim, "bytes": bytes}]}));
    }

    /// Lets the period end.
    #[track_caller]
    pub fn next_period(&self) {
        let now: Timestamp = self.network(&json!({})).parse().unwrap();
        let seconds = Period::of(now).end().unix() - now.unix();
        self.network(&json!({"advance_seconds": seconds}));
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.server.as_ref().unwrap().address())
    }

    pub fn nobody(&self) -> Person {
        Person::new(&self.origin())
    }

    pub fn sign_in(&self, email: &str) -> Person {
        self.nobody().signed_in(email)
    }
}

/// Whether a mail goes to an address, with a name or without.
pub fn is_to(mail: &str, to: &str) -> bool {
    mail.contains(&format!("<{to}>")) || mail.contains(&format!("To: {to}\r\n"))
}

/// A mail without its transfer encoding (quoted-printable).
pub fn plain(mail: &str) -> String {
    let mut parts = mail.split('=');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        match part.get(..2) {
            Some("\r\n") => bytes.extend(&part.as_bytes()[2..]),
            Some(code) if u8::from_str_radix(code, 16).is_ok() => {
                bytes.push(u8::from_str_radix(code, 16).unwrap());
                bytes.extend(&part.as_bytes()[2..]);
            }
            _ => bytes.extend([b"=", part.as_bytes()].concat()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Someone with a browser.
pub struct Person {
    pub agent: Agent,
    pub base: String,
    pub cookie: Option<String>,
    pub csrf: Option<String>,
    /// An API token in place of a session.
    pub token: Option<String>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body of an answer with this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// Checks that it is a problem document with this status and code; gives it.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        let problem = self.expect(status);
        assert_eq!(problem["code"], code, "{problem}");
        assert_eq!(problem["status"], status);
        assert!(!problem["trace_id"].as_str().unwrap().is_empty());
        problem
    }
}

impl Person {
    pub fn new(origin: &str) -> Self {
        // A connection for each request: one that the server is just closing is not taken again.
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_connections(0)
            .build()
            .into();
        Self { agent, base: format!("{origin}{}", contract::BASE), cookie: None, csrf: None, token: None }
    }

    pub fn signed_in(self, email: &str) -> Self {
        self.signed_in_with(email, PASSWORD)
    }

    #[track_caller]
    pub fn signed_in_with(mut self, email: &str, password: &str) -> Self {
        let answer = self.post("/session", &json!({"email": email, "password": password}));
        assert_eq!(answer.status, 200, "{}", answer.text);
        self.cookie = Some(answer.header("set-cookie").split(';').next().unwrap().to_owned());
        self.csrf = Some(answer.expect(200)["csrf_token"].as_str().unwrap().to_owned());
        self
    }

    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Answer {
        let mut answer = self.open(method, path, headers, body);
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
        Answer { status: answer.status().as_u16(), headers: answer.headers().clone(), text }
    }

    /// The answer with its body still to be read.
    pub fn open(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Response<Body> {
        self.try_open(method, path, headers, body).unwrap()
    }

    /// [`Self::open`], where the connection may break.
    pub fn try_open(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Result<Response<Body>, ureq::Error> {
        let mut request = self.prepared(method, path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        match body {
            Some(body) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        }
    }

    /// A request with all that says who sends it.
    fn prepared(&self, method: &str, path: &str) -> Builder {
        let uri = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) };
        let mut request = Request::builder().method(method).uri(uri);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        if let (Some(csrf), false) = (&self.csrf, matches!(method, "GET" | "HEAD")) {
            request = request.header(contract::CSRF_HEADER, csrf);
        }
        request
    }

    /// A POST of bytes as they are.
    pub fn upload(&self, path: &str, bytes: &[u8]) -> Answer {
        let request = self.prepared("POST", path).header("content-type", "application/octet-stream");
        let mut answer = self.agent.run(request.body(bytes).unwrap()).unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        Answer { status: answer.status().as_u16(), headers: answer.headers().clone(), text }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[], None)
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.request("DELETE", path, &[], None)
    }

    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.request("POST", path, &[("content-type", "application/json")], Some(&body.to_string()))
    }

    /// A POST that starts something, by a click of its own.
    pub fn start(&self, path: &str, body: &Value) -> Answer {
        self.start_with_key(path, body, &format!("key-{}", fastrand::u64(..)))
    }

    pub fn start_with_key(&self, path: &str, body: &Value, key: &str) -> Answer {
        let headers = [("content-type", "application/json"), (contract::IDEMPOTENCY_HEADER, key)];
        let text = if body.is_null() { String::new() } else { body.to_string() };
        self.request("POST", path, &headers, Some(&text))
    }

    /// Changes a SIM as it is now.
    pub fn edit(&self, id: u32, patch: &Value) -> Answer {
        let read = self.get(&format!("/sims/{id}"));
        self.edit_seen(id, patch, read.header("etag"))
    }

    pub fn edit_seen(&self, id: u32, patch: &Value, etag: &str) -> Answer {
        let headers = [("content-type", "application/merge-patch+json"), ("if-match", etag)];
        self.request("PATCH", &format!("/sims/{id}"), &headers, Some(&patch.to_string()))
    }

    /// Changes what is at a path, as it is now.
    pub fn change(&self, path: &str, patch: &Value) -> Answer {
        let read = self.get(path);
        self.change_seen(path, patch, read.header("etag"))
    }

    pub fn change_seen(&self, path: &str, patch: &Value, etag: &str) -> Answer {
        let headers = [("content-type", "application/merge-patch+json"), ("if-match", etag)];
        self.request("PATCH", path, &headers, Some(&patch.to_string()))
    }

    /// Puts something else in the place of what is at a path, as it is now.
    pub fn replace(&self, path: &str, value: &Value) -> Answer {
        let read = self.get(path);
        self.replace_seen(path, value, read.header("etag"))
    }

    pub fn replace_seen(&self, path: &str, value: &Value, etag: &str) -> Answer {
        let headers = [("content-type", "application/json"), ("if-match", etag)];
        self.request("PUT", path, &headers, Some(&value.to_string()))
    }

    /// Deletes what is at a path, as it is now.
    pub fn remove(&self, path: &str) -> Answer {
        let read = self.get(path);
        self.request("DELETE", path, &[("if-match", read.header("etag"))], None)
    }

    /// Starts a bulk operation and waits for its end.
    #[track_caller]
    pub fn carry_out(&self, action: &Value, target: &Value) -> Value {
        let started =
            self.start("/bulk-operations", &json!({"action": action, "target": target})).expect(202);
        self.wait(&started)
    }

    #[track_caller]
    pub fn wait(&self, operation: &Value) -> Value {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let operation = self.get(&format!("/bulk-operations/{}", operation["id"])).expect(200);
            if matches!(operation["state"].as_str(), Some("finished" | "cancelled")) {
                return operation;
            }
            assert!(Instant::now() < deadline, "{operation}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    #[track_caller]
    pub fn preview(&self, action: &Value, target: &Value) -> Value {
        self.post("/bulk-operations", &json!({"action": action, "target": target, "dry_run": true}))
            .expect(200)
    }

    /// The SIMs that match, at most a thousand.
    #[track_caller]
    pub fn find(&self, filter: &Value) -> Vec<Value> {
        let found = self.post("/sims/search", &json!({"filter": filter, "limit": 1000})).expect(200);
        found["items"].as_array().unwrap().clone()
    }

    #[track_caller]
    pub fn sim(&self, id: u32) -> Value {
        self.get(&format!("/sims/{id}")).expect(200)
    }
}

/// The ids of rows.
pub fn ids(sims: &[Value]) -> Vec<u32> {
    sims.iter().map(|sim| sim["id"].as_u64().unwrap() as u32).collect()
}

pub fn in_account(id: u32) -> Value {
    json!({"account": {"any_of": [id]}})
}

pub fn with_status(status: &str) -> Value {
    json!({"choice": {"field": "status", "any_of": [status]}})
}

/// Checks that something is refused for these reasons, each at a JSON pointer.
#[track_caller]
pub fn refused_at(answer: Answer, errors: &[(&str, &str)]) {
    let problem = answer.problem(422, "invalid");
    let expected: Vec<Value> =
        errors.iter().map(|(pointer, code)| json!({"pointer": pointer, "code": code})).collect();
    assert_eq!(problem["errors"], json!(expected));
}
