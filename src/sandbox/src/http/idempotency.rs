//! Requests that create or start something: sent twice, they do it once.

use crate::app::App;
use crate::clock;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::store::idempotency::{self, Fingerprint, Known};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::IDEMPOTENCY_HEADER;
use contract::bulk::Operation;
use contract::problem::ProblemCode;
use domain::time::Timestamp;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::IntoParams;

const LONGEST_KEY: usize = 200;

/// The header of a request that always creates or starts something.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct Key {
    /// One value for each click, the same when it is sent again.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 200, pattern = "^[!-~]+$")]
    idempotency_key: String,
}

/// The header of a request that can also be a dry run.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes the header")]
pub struct KeyUnlessDryRun {
    /// One value for each click, the same when it is sent again. Only a dry run goes without.
    #[param(rename = "Idempotency-Key", min_length = 1, max_length = 200, pattern = "^[!-~]+$")]
    idempotency_key: Option<String>,
}

/// What tells the repetition of a request from another request. Refuses one without a key.
pub fn fingerprint(
    caller: &Caller,
    headers: &HeaderMap,
    path: &str,
    body: &impl Serialize,
) -> Result<Fingerprint, Failure> {
    let key = headers.get(IDEMPOTENCY_HEADER).ok_or_else(|| Failure::new(ProblemCode::KeyRequired))?;
    let well_formed = |key: &&str| {
        (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let key = key.to_str().ok().filter(well_formed).ok_or_else(|| {
        Failure::new(ProblemCode::BadRequest)
            .because(format!("{IDEMPOTENCY_HEADER} must be 1 to {LONGEST_KEY} visible ASCII characters"))
    })?;
    let hash =
        Sha256::new().chain_update(path).chain_update([0]).chain_update(serde_json::to_vec(body)?).finalize();
    // A key has no space in it: those of a token are not those of who made it.
    let key = match &caller.token {
        Some(token) => format!("{} {key}", token.id),
        None => key.to_owned(),
    };
    Ok(Fingerprint { user: caller.user.id, key, request_hash: hash.to_vec() })
}

/// Makes something, or gives the answer that the same request got before. Both ends of it, what is made and the
/// remembered answer, are written together. Gives the answer as JSON, and what it tells if it was made just now.
pub async fn once<T: Serialize + Send + 'static>(
    app: &App,
    fingerprint: Fingerprint,
    make: impl FnOnce(&Transaction<'_>, Timestamp) -> Result<T, Failure> + Send + 'static,
) -> Result<(String, Option<T>), Failure> {
    app.database
        .write(move |connection| {
            if let Some(answer) = known(connection, &fingerprint)? {
                return Ok((answer, None));
            }
            let now = clock::now();
            let made = make(connection, now)?;
            let answer = serde_json::to_string(&made)?;
            idempotency::remember(connection, &fingerprint, &answer, now.unix())?;
            Ok((answer, Some(made)))
        })
        .await
}

/// Starts an operation, [`once`].
pub async fn start_once(
    app: &App,
    fingerprint: Fingerprint,
    start: impl FnOnce(&Transaction<'_>, Timestamp) -> Result<Operation, Failure> + Send + 'static,
) -> Result<Response, Failure> {
    let (answer, operation) = once(app, fingerprint, start).await?;
    if let Some(operation) = operation {
        app.announcer.operation(&operation);
        app.work.notify_one();
    }
    Ok(accepted(answer))
}

/// The answer given before, if there is one.
pub fn known(
    connection: &rusqlite::Connection,
    fingerprint: &Fingerprint,
) -> Result<Option<String>, Failure> {
    match idempotency::look_up(connection, fingerprint)? {
        Known::No => Ok(None),
        Known::Answer(answer) => Ok(Some(answer)),
        Known::OtherRequest => Err(Failure::new(ProblemCode::KeyReused)),
    }
}

/// 202 with an operation as JSON.
pub fn accepted(operation: String) -> Response {
    (StatusCode::ACCEPTED, [(header::CONTENT_TYPE, "application/json")], operation).into_response()
}

/// 201 with what was created as JSON.
pub fn created(answer: String) -> Response {
    (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], answer).into_response()
}

/// [`created`] with the ETag that the answer itself tells, the same each time it is given.
pub fn created_tagged(answer: String) -> Result<Response, Failure> {
    #[derive(Deserialize)]
    struct Tagged {
        etag: String,
    }
    let Tagged { etag } = serde_json::from_str(&answer)?;
    let etag = HeaderValue::from_str(&etag).map_err(|_| Failure::new(ProblemCode::Internal))?;
    Ok(([(header::ETAG, etag)], created(answer)).into_response())
}
