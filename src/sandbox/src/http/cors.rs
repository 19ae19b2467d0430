//! Lets pages of other origins ask the API: those of `--allow-origin`, and no others. Never with cookies: whoever signs in
//! from there has a session by token.

use crate::app::App;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What such a page may send.
const ALLOWED: [(HeaderName, &str); 3] = [
    (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE"),
    (
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "accept, authorization, content-type, idempotency-key, if-match, last-event-id, x-csrf-token",
    ),
    // Ten minutes.
    (header::ACCESS_CONTROL_MAX_AGE, "600"),
];
/// What of an answer it may read, beside what every page may.
const EXPOSED: &str = "content-disposition, etag, location, retry-after, x-trace-id";

/// Answers what browsers ask before a request, and tells them who may read an answer.
pub async fn allow(State(app): State<App>, request: Request, next: Next) -> Response {
    let origins = &app.settings.allowed_origins;
    if origins.is_empty() {
        return next.run(request).await;
    }
    let origin = request.headers().get(header::ORIGIN);
    let origin = origin
        .filter(|origin| origins.iter().any(|allowed| origin.as_bytes() == allowed.as_bytes()))
        .cloned();
    let mut response = if origin.is_some() && asks_first(&request) {
        (
            StatusCode::NO_CONTENT,
            HeaderMap::from_iter(ALLOWED.map(|(name, value)| (name, HeaderValue::from_static(value)))),
        )
            .into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    // Also to those who are told nothing: nobody's cache may hold their answer ready for the others.
    headers.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
    }
    response
}

/// Whether a browser asks if it may send a request.
fn asks_first(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}
