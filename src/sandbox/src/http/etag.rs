//! ETags and `If-Match`, so that nobody overwrites what they have not seen.

use crate::http::failure::Failure;
use axum::http::{HeaderMap, HeaderValue, header};
use contract::problem::ProblemCode;
use utoipa::IntoParams;

/// The header of a request that changes or deletes what the caller has read.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct IfMatch {
    /// The ETag of what is changed, as it was read; 428 without it.
    #[param(rename = "If-Match")]
    if_match: Option<String>,
}

/// The ETag of a revision.
pub fn etag(revision: u64) -> HeaderValue {
    HeaderValue::from_str(&text(revision)).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// [`etag`] for a body that tells it as well.
pub fn text(revision: u64) -> String {
    format!("\"{revision}\"")
}

/// What a request says it has seen: 428 when it says nothing.
pub fn if_match(headers: &HeaderMap) -> Result<String, Failure> {
    let values: Vec<&str> =
        headers.get_all(header::IF_MATCH).iter().filter_map(|value| value.to_str().ok()).collect();
    if values.is_empty() {
        Err(Failure::new(ProblemCode::PreconditionRequired))
    } else {
        Ok(values.join(","))
    }
}

/// Refuses a change to another revision than the one seen. Weak tags never match (RFC 9110, 13.1.1).
pub fn check(if_match: &str, revision: u64) -> Result<(), Failure> {
    check_text(if_match, &text(revision))
}

/// [`check`] by the tag itself.
pub fn check_text(if_match: &str, current: &str) -> Result<(), Failure> {
    let fresh = if_match.split(',').map(str::trim).any(|tag| tag == "*" || tag == current);
    if fresh { Ok(()) } else { Err(Failure::new(ProblemCode::Stale)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_revision_that_was_seen() {
        for fresh in ["\"7\"", "*", "\"6\", \"7\""] {
            assert_eq!(check(fresh, 7), Ok(()));
        }
        for stale in ["\"6\"", "W/\"7\"", "7", ""] {
            assert_eq!(check(stale, 7), Err(Failure::new(ProblemCode::Stale)));
        }
    }
}
