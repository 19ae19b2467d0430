//! One id for each request: in the log, in problem documents, and in a header.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

const HEADER: HeaderName = HeaderName::from_static("x-trace-id");

tokio::task_local! {
    static TRACE_ID: String;
}

/// The id of the request that is being answered.
pub fn current() -> String {
    TRACE_ID.try_with(Clone::clone).unwrap_or_default()
}

/// Gives each request its id.
pub async fn trace(request: Request, next: Next) -> Response {
    let id = format!("{:016x}", fastrand::u64(..));
    let span = tracing::info_span!("request", id, method = %request.method(), path = without_token(request.uri().path()));
    let header = HeaderValue::from_str(&id).ok();
    let answer = async {
        let response = next.run(request).await;
        tracing::info!(status = response.status().as_u16(), "answered");
        response
    };
    let mut response = TRACE_ID.scope(id, answer.instrument(span)).await;
    if let Some(header) = header {
        response.headers_mut().insert(HEADER, header);
    }
    response
}

/// A path as it may stand in a log: who reads that must not come in by a mailed link.
fn without_token(path: &str) -> &str {
    let secret = ["/invitations/", "/password-resets/", "/email-confirmations/"];
    secret.iter().find_map(|part| path.find(part).map(|at| &path[..at + part.len()])).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::without_token;

    #[test]
    fn no_token_stands_in_a_log() {
        assert_eq!(without_token("/api/v1/invitations/secret"), "/api/v1/invitations/");
        assert_eq!(without_token("/api/v1/password-resets/secret/x"), "/api/v1/password-resets/");
        assert_eq!(without_token("/api/v1/password-resets"), "/api/v1/password-resets");
        assert_eq!(without_token("/api/v1/accounts/3"), "/api/v1/accounts/3");
    }
}
