//! Everything that can go wrong, as a problem document.

use crate::database::DatabaseError;
use crate::http::trace;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::account::Contents;
use contract::problem::{FieldCode, FieldError, MEDIA_TYPE, Problem, ProblemCode};
use std::time::Duration;

/// A request that could not be answered as wished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    code: ProblemCode,
    detail: Option<String>,
    errors: Vec<FieldError>,
    retry_after: Option<Duration>,
    contents: Option<Contents>,
}

impl Failure {
    /// A failure with nothing to add to its code.
    pub fn new(code: ProblemCode) -> Self {
        Self { code, detail: None, errors: Vec::new(), retry_after: None, contents: None }
    }

    /// Does not exist, or lies outside the caller's part of the tree: both are the same to the caller.
    pub fn not_found() -> Self {
        Self::new(ProblemCode::NotFound)
    }

    /// One thing in the body is against a rule.
    pub fn invalid(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self::new(ProblemCode::Invalid).at(pointer, code)
    }

    /// Adds where in the body.
    pub fn at(mut self, pointer: impl Into<String>, code: FieldCode) -> Self {
        self.errors.push(FieldError { pointer: pointer.into(), code });
        self
    }

    /// Adds a sentence for whoever reads the answer.
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds when to try again.
    pub fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// The account cannot be deleted while this is in it.
    pub fn not_empty(contents: Contents) -> Self {
        Self { contents: Some(contents), ..Self::new(ProblemCode::AccountNotEmpty) }
    }

    /// Its code.
    pub fn code(&self) -> ProblemCode {
        self.code
    }
}

/// The status that a code goes with, and its title.
pub fn meaning(code: ProblemCode) -> (StatusCode, &'static str) {
    match code {
        ProblemCode::BadRequest => (StatusCode::BAD_REQUEST, "The request cannot be read"),
        ProblemCode::KeyRequired => (StatusCode::BAD_REQUEST, "An idempotency key is missing"),
        ProblemCode::BadCredentials => (StatusCode::UNAUTHORIZED, "E-mail or password is wrong"),
        ProblemCode::TwoFactorRequired => (StatusCode::UNAUTHORIZED, "A code is asked for as well"),
        ProblemCode::WrongCode => (StatusCode::UNAUTHORIZED, "The code is wrong or was used before"),
        ProblemCode::SessionExpired => (StatusCode::UNAUTHORIZED, "There is no session, or it has ended"),
        ProblemCode::TokenInvalid => (StatusCode::UNAUTHORIZED, "The API token is not accepted"),
        ProblemCode::BadCsrfToken => (StatusCode::FORBIDDEN, "The CSRF token is missing or wrong"),
        ProblemCode::Forbidden => (StatusCode::FORBIDDEN, "The role does not allow it"),
        ProblemCode::ViewOnly => {
            (StatusCode::FORBIDDEN, "Nothing can be changed while seen as another account")
        }
        ProblemCode::TwoFactorSetupRequired => {
            (StatusCode::FORBIDDEN, "Two-factor sign-in has to be set up first")
        }
        ProblemCode::NotForTokens => (StatusCode::FORBIDDEN, "Not for API tokens"),
        ProblemCode::NotFound => (StatusCode::NOT_FOUND, "Not found"),
        ProblemCode::LinkInvalid => {
            (StatusCode::NOT_FOUND, "The link was used, has expired or was withdrawn")
        }
        ProblemCode::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "Not with this method"),
        ProblemCode::CountChanged => (StatusCode::CONFLICT, "Not as many SIMs match as expected"),
        ProblemCode::WrongState => (StatusCode::CONFLICT, "Not in this state"),
        ProblemCode::AccountNotEmpty => (StatusCode::CONFLICT, "The account is not empty"),
        ProblemCode::KeyReused => (StatusCode::CONFLICT, "The idempotency key belongs to another request"),
        ProblemCode::Stale => (StatusCode::PRECONDITION_FAILED, "Changed by someone else since it was read"),
        ProblemCode::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "The request is too large"),
        ProblemCode::UnsupportedMediaType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body must be JSON"),
        ProblemCode::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, "Against a rule"),
        ProblemCode::PreconditionRequired => (StatusCode::PRECONDITION_REQUIRED, "If-Match is missing"),
        ProblemCode::RateLimited => (StatusCode::TOO_MANY_REQUESTS, "Too many requests"),
        ProblemCode::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "Not available now"),
        ProblemCode::Internal | ProblemCode::Unknown => {
            (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong here")
        }
    }
}

/// The code that tells the same as a status.
pub fn code_for(status: StatusCode) -> ProblemCode {
    match status {
        StatusCode::UNAUTHORIZED => ProblemCode::SessionExpired,
        StatusCode::FORBIDDEN => ProblemCode::Forbidden,
        StatusCode::NOT_FOUND => ProblemCode::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => ProblemCode::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => ProblemCode::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ProblemCode::UnsupportedMediaType,
        StatusCode::TOO_MANY_REQUESTS => ProblemCode::RateLimited,
        StatusCode::SERVICE_UNAVAILABLE => ProblemCode::Unavailable,
        status if status.is_client_error() => ProblemCode::BadRequest,
        _ => ProblemCode::Internal,
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, title) = meaning(self.code);
        let problem = Problem {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status: status.as_u16(),
            code: self.code,
            detail: self.detail,
            errors: self.errors,
            contents: self.contents,
            trace_id: trace::current(),
        };
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs_f64().ceil() as u64));
        }
        response
    }
}

impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        tracing::error!(%error, "the database could not answer");
        Self::new(ProblemCode::Internal)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        DatabaseError::from(error).into()
    }
}

impl From<serde_json::Error> for Failure {
    /// Only for what is written: what is read goes through [`crate::http::extract`].
    fn from(error: serde_json::Error) -> Self {
        tracing::error!(%error, "an answer could not be written");
        Self::new(ProblemCode::Internal)
    }
}

impl From<QueryRejection> for Failure {
    fn from(rejection: QueryRejection) -> Self {
        Self::new(ProblemCode::BadRequest).because(rejection.body_text())
    }
}

impl From<PathRejection> for Failure {
    /// A path that is not of the right form names nothing that exists.
    fn from(_: PathRejection) -> Self {
        Self::not_found()
    }
}
