//! Bulk operations: starting, stopping, undoing, retrying.

use crate::app::App;
use crate::bulk::{plan, preview, target};
use crate::clock;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency;
use crate::http::idempotency::{Key, KeyUnlessDryRun};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use contract::bulk::{BulkRequest, Operation, Preview};

/// Acts on many SIMs, or with `dry_run` says what that would do.
///
/// A dry run needs no idempotency key and does not look at `expected_count`: its answer tells the number.
#[utoipa::path(
    post, path = "/bulk-operations", tag = "bulk-operations", request_body = BulkRequest,
    params(KeyUnlessDryRun),
    responses(
        (status = 200, description = "What a dry run would do", body = Preview),
        (status = 202, description = "Started", body = Operation),
    ),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(request): Body<BulkRequest>,
) -> Result<Response, Failure> {
    caller.require(request.action.permission())?;
    let fingerprint = if request.dry_run {
        None
    } else {
        Some(idempotency::fingerprint(&caller, &headers, "/bulk-operations", &request)?)
    };
    plan::check_action(&caller, &request.action)?;
    let Some(fingerprint) = fingerprint else {
        let preview = app.database.read(move |connection| {
            let ids = target::resolve(connection, &caller.scope, &request.target, clock::now())?;
            plan::check_not_empty(&request.target, &ids)?;
            Ok::<_, Failure>(preview::preview(connection, &caller.scope, &request.action, &ids)?)
        });
        return Ok(Json(preview.await?).into_response());
    };
    // Answering a filter takes long: on a reader, so that nobody's edit has to wait for it.
    let resolved = {
        let (caller, request, fingerprint) = (caller.clone(), request.clone(), fingerprint.clone());
        app.database
            .read(move |connection| match idempotency::known(connection, &fingerprint)? {
                Some(answer) => Ok::<_, Failure>(Err(answer)),
                None => plan::resolve_expected(connection, &caller, &request.target, clock::now()).map(Ok),
            })
            .await?
    };
    let ids = match resolved {
        Ok(ids) => ids,
        Err(answer) => return Ok(idempotency::accepted(answer)),
    };
    idempotency::start_once(&app, fingerprint, move |connection, now| {
        plan::start(connection, &caller, &request.action, &ids, now)
    })
    .await
}

/// Stops an operation; what it has not reached fails with `cancelled`.
#[utoipa::path(
    post, path = "/bulk-operations/{id}/cancel", tag = "bulk-operations", params(("id" = u32, Path)),
    responses((status = 200, body = Operation)),
)]
pub async fn cancel(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<Json<Operation>, Failure> {
    let operation =
        app.database.write(move |connection| plan::cancel(connection, &caller, id, clock::now())).await?;
    app.announcer.operation(&operation);
    Ok(Json(operation))
}

/// Takes back what an operation did, where nothing else has changed the same since: as a new operation.
#[utoipa::path(
    post, path = "/bulk-operations/{id}/undo", tag = "bulk-operations",
    params(("id" = u32, Path), Key),
    responses((status = 202, description = "Started", body = Operation)),
)]
pub async fn undo(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<u32>,
) -> Result<Response, Failure> {
    let fingerprint =
        idempotency::fingerprint(&caller, &headers, &format!("/bulk-operations/{id}/undo"), &())?;
    let undone = idempotency::start_once(&app, fingerprint, move |connection, now| {
        plan::undo(connection, &caller, id, now)
    })
    .await?;
    // What it did to SIMs may have come from a change to the list of tags or categories.
    app.announcer.labels();
    Ok(undone)
}

/// Tries again what failed in an operation: as a new operation.
#[utoipa::path(
    post, path = "/bulk-operations/{id}/retry", tag = "bulk-operations",
    params(("id" = u32, Path), Key),
    responses((status = 202, description = "Started", body = Operation)),
)]
pub async fn retry(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Path(id): Path<u32>,
) -> Result<Response, Failure> {
    let fingerprint =
        idempotency::fingerprint(&caller, &headers, &format!("/bulk-operations/{id}/retry"), &())?;
    idempotency::start_once(&app, fingerprint, move |connection, now| {
        plan::retry(connection, &caller, id, now)
    })
    .await
}
