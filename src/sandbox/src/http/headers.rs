//! Headers that protect the page, on every answer.

use axum::extract::Request;
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
pub async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
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
    use super::HEADERS;

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
