//! Headers that protect the page, on every answer.

use crate::app::App;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// What a page may load and do: only what comes with it. Trusted Types policies are named at the end.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     base-uri 'self'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types default";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// What is under this address never changes, and is no secret.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Puts them on, where an answer does not say otherwise itself.
pub async fn protect(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(policy) = app.settings.api_origin.as_deref().and_then(policy_with) {
        response.headers_mut().entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// The policy for a dashboard whose API is elsewhere: it asks there, and pictures of brands come from there.
fn policy_with(api: &str) -> Option<HeaderValue> {
    let policy = CONTENT_SECURITY_POLICY
        .replace("connect-src 'self'", &format!("connect-src 'self' {api}"))
        .replace("img-src 'self' data:", &format!("img-src 'self' data: {api}"));
    HeaderValue::from_str(&policy).ok()
}

/// Answers of the API are for nobody's cache, but for those that never change.
pub async fn never_store(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.headers().get(header::CACHE_CONTROL).is_none_or(|control| control != FOR_EVER) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::{HEADERS, policy_with};

    #[test]
    fn an_api_elsewhere_may_be_asked_and_nobody_else() {
        let policy = policy_with("https://api.example").unwrap();
        let policy = policy.to_str().unwrap();
        for part in ["connect-src 'self' https://api.example;", "img-src 'self' data: https://api.example;"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert_eq!(policy.matches("https://").count(), 2, "{policy}");
    }

    #[test]
    fn the_files_for_hosts_say_the_same() {
        for (name, file) in [
            ("hosting/nginx.conf", include_str!("../../../../public/hosting/nginx.conf")),
            ("hosting/Caddyfile", include_str!("../../../../public/hosting/Caddyfile")),
            ("_headers", include_str!("../../../../public/_headers")),
        ] {
            for (header, value) in HEADERS {
                let line = |line: &str| {
                    let line = line.to_ascii_lowercase();
                    line.contains(header.as_str()) && line.contains(&value.to_ascii_lowercase())
                };
                assert!(file.lines().any(line), "{header}: {value} in {name}");
            }
        }
    }
}
