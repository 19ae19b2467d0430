//! A request before it is sent.

use serde::Serialize;
use web_sys::Blob;

/// How long an answer may take, in milliseconds.
const PATIENCE: u32 = 30_000;
/// The same for a page of the estate, which is large.
const PATIENCE_FOR_PAGES: u32 = 120_000;
/// The same for a file, which can be as long as all that ever happened.
const PATIENCE_FOR_FILES: u32 = 1_800_000;

/// What to ask the API for.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    /// Below the base, with its query.
    pub path: String,
    pub body: Option<Body>,
    pub headers: Vec<(&'static str, String)>,
    /// Milliseconds until it is given up.
    pub patience: u32,
}

/// What is sent along.
#[derive(Clone, Debug)]
pub enum Body {
    Json(String),
    File(Blob),
}

/// The methods of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    /// Whether it only reads.
    pub fn is_safe(self) -> bool {
        self == Self::Get
    }
}

impl Request {
    fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), body: None, headers: Vec::new(), patience: PATIENCE }
    }

    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::Get, path)
    }

    pub fn post(path: impl Into<String>) -> Self {
        Self::new(Method::Post, path)
    }

    pub fn put(path: impl Into<String>) -> Self {
        Self::new(Method::Put, path)
    }

    pub fn patch(path: impl Into<String>) -> Self {
        Self::new(Method::Patch, path)
    }

    pub fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::Delete, path)
    }

    /// With a body.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_string(body).ok().map(Body::Json);
        self
    }

    /// With a file as its body, which may take long to send.
    pub fn upload(mut self, file: Blob) -> Self {
        self.body = Some(Body::File(file));
        self.large()
    }

    /// With a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// For a file.
    pub fn file(mut self) -> Self {
        self.patience = PATIENCE_FOR_FILES;
        self
    }

    /// For what may take long to send.
    pub fn large(mut self) -> Self {
        self.patience = PATIENCE_FOR_PAGES;
        self
    }
}

/// The parameter `name=value` behind `?` or `&`, with the value escaped.
pub fn parameter(separator: char, name: &str, value: &str) -> String {
    format!("{separator}{name}={}", escaped(value))
}

/// A value that can stand between slashes or as a parameter without becoming anything else.
pub fn escaped(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte))
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::parameter;

    #[test]
    fn a_parameter_cannot_become_another_one() {
        assert_eq!(parameter('?', "cursor", "a&b=ü c"), "?cursor=a%26b%3D%C3%BC%20c");
        assert_eq!(parameter('&', "since", "17"), "&since=17");
    }
}
