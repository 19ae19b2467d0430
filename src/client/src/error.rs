//! What can go wrong with a request, told apart by what the person can do about it.

use contract::problem::{FieldCode, FieldError, MEDIA_TYPE, Problem, ProblemCode};
use std::ops::Deref;

/// Why a request has no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The API cannot be reached.
    #[error("the API cannot be reached")]
    Offline,
    /// The API did not answer in time. What was asked for may have happened all the same.
    #[error("the API did not answer in time")]
    TimedOut,
    /// There is no session, or it has ended.
    #[error("there is no session")]
    SignedOut,
    /// The API says what is wrong.
    #[error("{} ({}, trace {})", .0.title, .0.status, .0.trace_id)]
    Problem(Box<Refused>),
    /// The answer is not what the contract says: another program answered, or another version.
    #[error("an answer with status {status} that cannot be read: {detail}")]
    Unreadable {
        /// Status of the answer; 0 when there was none.
        status: u16,
        /// For the log.
        detail: String,
    },
    /// The browser stopped the request, as it does when the page is left.
    #[error("cancelled")]
    Cancelled,
}

/// A problem document and what came with it. Reads like the [`Problem`] itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub problem: Problem,
    /// Seconds to wait before asking again.
    pub retry_after: Option<u32>,
}

impl Deref for Refused {
    type Target = Problem;

    fn deref(&self) -> &Problem {
        &self.problem
    }
}

impl Error {
    /// The code of the problem, if the API told one.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Problem(refused) => Some(refused.code),
            _ => None,
        }
    }

    /// Whether the same request may well succeed later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Offline | Self::TimedOut => true,
            Self::Problem(refused) => matches!(
                refused.code,
                ProblemCode::RateLimited | ProblemCode::Internal | ProblemCode::Unavailable
            ),
            Self::Unreadable { status, .. } => matches!(status, 429 | 500 | 502..=504),
            Self::SignedOut | Self::Cancelled => false,
        }
    }

    /// Seconds the API asks to wait before the next try.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Problem(refused) => refused.retry_after,
            _ => None,
        }
    }

    /// What is wrong with which part of the request.
    pub fn field_errors(&self) -> &[FieldError] {
        match self {
            Self::Problem(refused) => &refused.problem.errors,
            _ => &[],
        }
    }

    /// What is wrong with the part that this JSON pointer names.
    pub fn field(&self, pointer: &str) -> Option<FieldCode> {
        self.field_errors().iter().find(|error| error.pointer == pointer).map(|error| error.code)
    }

    /// An answer of success that cannot be read.
    pub(crate) fn unreadable(status: u16, why: impl std::fmt::Display) -> Self {
        Self::Unreadable { status, detail: why.to_string() }
    }

    /// An answer that is not a success.
    pub(crate) fn of_answer(
        status: u16,
        content_type: Option<&str>,
        retry_after: Option<&str>,
        body: &str,
    ) -> Self {
        let problem = match content_type {
            Some(kind) if kind.starts_with(MEDIA_TYPE) => {
                serde_json::from_str::<Problem>(body).map_err(|error| error.to_string())
            }
            _ => Err(format!("content type {}", content_type.unwrap_or("missing"))),
        };
        match problem {
            Ok(problem) if problem.code == ProblemCode::SessionExpired => Self::SignedOut,
            Ok(problem) => {
                let retry_after = retry_after.and_then(|seconds| seconds.trim().parse().ok());
                Self::Problem(Box::new(Refused { problem, retry_after }))
            }
            Err(_) if status == 401 => Self::SignedOut,
            Err(detail) => Self::Unreadable { status, detail },
        }
    }
}

impl From<gloo_net::Error> for Error {
    fn from(error: gloo_net::Error) -> Self {
        match error {
            gloo_net::Error::JsError(error) if error.name == "AbortError" => Self::Cancelled,
            _ => Self::Offline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(status: u16, code: &str, retry_after: Option<&str>) -> Error {
        let body = format!(
            r#"{{"title":"No","status":{status},"code":"{code}","trace_id":"t1",
                "errors":[{{"pointer":"/email","code":"required"}},{{"pointer":"/name","code":"from_the_future"}}]}}"#
        );
        Error::of_answer(status, Some("application/problem+json; charset=utf-8"), retry_after, &body)
    }

    #[test]
    fn a_problem_keeps_its_code_its_fields_and_the_time_to_wait() {
        let error = refused(429, "rate_limited", Some("7"));
        assert_eq!(error.code(), Some(ProblemCode::RateLimited));
        assert_eq!(error.retry_after(), Some(7));
        assert_eq!(error.field("/email"), Some(FieldCode::Required));
        assert_eq!(error.field("/name"), Some(FieldCode::Invalid));
        assert_eq!(error.field("/password"), None);
        assert!(error.is_retryable());
    }

    #[test]
    fn a_code_of_a_later_version_is_unknown_not_an_error() {
        assert_eq!(refused(409, "from_the_future", None).code(), Some(ProblemCode::Unknown));
    }

    #[test]
    fn an_ended_session_is_told_apart_from_a_wrong_password() {
        assert_eq!(refused(401, "session_expired", None), Error::SignedOut);
        assert_eq!(refused(401, "bad_credentials", None).code(), Some(ProblemCode::BadCredentials));
        assert_eq!(Error::of_answer(401, None, None, ""), Error::SignedOut);
    }

    #[test]
    fn an_answer_of_something_else_is_unreadable() {
        let gateway = Error::of_answer(502, Some("text/html"), None, "<h1>Bad gateway</h1>");
        assert!(matches!(gateway, Error::Unreadable { status: 502, .. }) && gateway.is_retryable());
        let page = Error::of_answer(404, Some("text/html"), None, "<h1>Not found</h1>");
        assert!(matches!(page, Error::Unreadable { status: 404, .. }) && !page.is_retryable());
        let broken = Error::of_answer(500, Some(MEDIA_TYPE), None, "{");
        assert!(matches!(broken, Error::Unreadable { status: 500, .. }));
    }

    #[test]
    fn a_date_to_retry_after_counts_as_none() {
        let error = refused(503, "unavailable", Some("Wed, 21 Oct 2026 07:28:00 GMT"));
        assert_eq!(error.retry_after(), None);
    }
}
