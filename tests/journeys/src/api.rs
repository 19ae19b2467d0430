//! The API without a browser: to prepare what a journey starts from, and to see what it led to.

use crate::stage::Login;
use domain::period::Period;
use domain::time::Timestamp;
use serde_json::{Value, json};
use std::time::Duration;
use ureq::Agent;
use ureq::http::Request;

/// A client that is signed in, or has an API token.
pub struct Api {
    agent: Agent,
    origin: String,
    cookie: String,
    csrf: String,
    token: Option<String>,
}

/// What the API answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Null when there is no JSON in it.
    pub body: Value,
    headers: Vec<(String, String)>,
}

impl Answer {
    /// The body, if the status is this one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{:#}", self.body);
        self.body
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl Api {
    #[track_caller]
    pub(crate) fn sign_in(origin: &str, login: Login) -> Self {
        let mut api = Self::of_nobody(origin);
        let answer =
            api.post("/api/v1/session", &json!({ "email": login.email, "password": login.password }));
        let cookie = answer.header("set-cookie").map(str::to_owned);
        assert!(answer.status < 300, "{} cannot sign in: {} {}", login.email, answer.status, answer.body);
        api.csrf = answer.body["csrf_token"].as_str().unwrap_or_default().to_owned();
        api.cookie = cookie.expect("signing in sets a cookie");
        api
    }

    /// As an integration asks.
    pub(crate) fn with_token(origin: &str, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::of_nobody(origin) }
    }

    fn of_nobody(origin: &str) -> Self {
        Self {
            agent: Agent::config_builder()
                .http_status_as_error(false)
                .timeout_global(Some(Duration::from_secs(30)))
                .build()
                .into(),
            origin: origin.to_owned(),
            cookie: String::new(),
            csrf: String::new(),
            token: None,
        }
    }

    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, &[])
    }

    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, Some(body), &[])
    }

    #[track_caller]
    pub fn put(&self, path: &str, body: &Value) -> Answer {
        self.send("PUT", path, Some(body), &[])
    }

    #[track_caller]
    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        self.send("PATCH", path, Some(body), &[])
    }

    /// Changes something, whatever it is now.
    #[track_caller]
    pub fn edit(&self, path: &str, patch: &Value) {
        self.send("PATCH", path, Some(patch), &[("if-match", "*")]).expect(200);
    }

    #[track_caller]
    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, None, &[])
    }

    /// Any request, with headers such as `If-Match` or `Idempotency-Key`.
    #[track_caller]
    pub fn send(&self, method: &str, path: &str, body: Option<&Value>, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin))
            .header("accept", "application/json");
        let name_and_value = self.cookie.split(';').next().unwrap_or_default();
        for (name, value) in [("cookie", name_and_value), ("x-csrf-token", &self.csrf)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = match body {
            Some(body) => request
                .header("content-type", "application/json")
                .body(body.to_string())
                .map_err(ureq::Error::from)
                .and_then(|request| self.agent.run(request)),
            None => request.body(()).map_err(ureq::Error::from).and_then(|request| self.agent.run(request)),
        };
        let mut answer = answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let headers = answer.headers().iter().map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        });
        let headers = headers.collect();
        let text = answer.body_mut().with_config().limit(256 << 20).read_to_string().unwrap_or_default();
        Answer {
            status: answer.status().as_u16(),
            body: serde_json::from_str(&text).unwrap_or(Value::Null),
            headers,
        }
    }

    /// Every SIM that the one who signed in sees, in the order in which the list shows them unsorted.
    #[track_caller]
    pub fn all_sims(&self) -> Vec<Value> {
        let (mut sims, mut cursor) = (Vec::new(), String::new());
        loop {
            let mut page = self.get(&format!("/api/v1/sims?limit=1000{cursor}")).expect(200);
            sims.extend(page["items"].as_array_mut().map(std::mem::take).unwrap_or_default());
            let Some(next) = page["next_cursor"].as_str() else { return sims };
            cursor = format!("&cursor={next}");
        }
    }

    /// Plays the operators, where the estate is [`networked`](crate::Estate::networked): lets time pass, reports usage,
    /// opens and ends sessions. Gives their time.
    #[track_caller]
    pub fn network(&self, passage: &Value) -> String {
        let answer = self.post("/api/v1/network", passage).expect(200);
        answer["now"].as_str().unwrap_or_default().to_owned()
    }

    /// The operators report that a SIM used so many bytes just now.
    #[track_caller]
    pub fn report_usage(&self, sim: u64, bytes: u64) {
        self.network(&json!({ "usage": [{ "sim_id": sim, "bytes": bytes }] }));
    }

    /// Lets the period end for the operators.
    #[track_caller]
    pub fn next_period(&self) {
        let now: Timestamp = self.network(&json!({})).parse().expect("a time");
        let seconds = Period::of(now).end().unix() - now.unix();
        self.network(&json!({ "advance_seconds": seconds }));
    }

    /// The reseller has looks of its own, and who is signed in likes it dark.
    #[track_caller]
    pub fn chooses_looks(&self) {
        let path = format!("/api/v1/accounts/{}/branding", self.account("Northgate IoT")["id"]);
        let etag = self.get(&path).expect(200)["etag"].as_str().expect("an etag").to_owned();
        let brand = json!({
            "product_name": "Northgate Connect",
            "accent": "#0050c8",
            "header": { "background": "#10243e", "text": "#ffffff" },
        });
        self.send("PUT", &path, Some(&brand), &[("if-match", &etag)]).expect(200);
        let dark = json!({ "theme": "dark", "contrast": "more", "motion": "reduced" });
        self.put("/api/v1/me/appearance", &dark).expect(204);
    }

    /// The account with this name.
    #[track_caller]
    pub fn account(&self, name: &str) -> Value {
        let accounts = self.get("/api/v1/accounts").expect(200);
        let found =
            accounts["items"].as_array().into_iter().flatten().find(|account| account["name"] == name);
        found.cloned().unwrap_or_else(|| panic!("there is no account {name}"))
    }

    /// The session's cookie, for a browser to take over.
    pub(crate) fn cookie(&self) -> Value {
        let mut parts = self.cookie.split(';').map(str::trim);
        let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).unwrap_or_default();
        let mut cookie = json!({ "name": name, "value": value, "path": "/", "httpOnly": true });
        for part in parts {
            match part.split_once('=').unwrap_or((part, "")) {
                (key, path) if key.eq_ignore_ascii_case("path") => cookie["path"] = json!(path),
                (key, policy) if key.eq_ignore_ascii_case("samesite") => cookie["sameSite"] = json!(policy),
                (key, _) if key.eq_ignore_ascii_case("secure") => cookie["secure"] = json!(true),
                _ => {}
            }
        }
        cookie
    }
}
