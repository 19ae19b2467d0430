//! Pings and diagnostics of a SIM: begun by a request, carried out in the background, read when they are done.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::http::sim_activity::find;
use crate::store::sim_tests;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use contract::activity::{SimTest, TestRequest};
use contract::problem::ProblemCode;
use domain::permission::Permission;

/// Begins a test of a SIM. It is done within seconds; until then its result is `null`.
///
/// A SIM that is terminated or not managed here is refused with 409 `wrong_state`.
#[utoipa::path(
    post, path = "/sims/{id}/tests", tag = "sims", params(("id" = u32, Path), Key), request_body = TestRequest,
    responses((status = 202, description = "Begun", body = SimTest)),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(request): Body<TestRequest>,
) -> Result<Response, Failure> {
    caller.require(Permission::SimpleTasks)?;
    let fingerprint = idempotency::fingerprint(&caller, &headers, &format!("/sims/{id}/tests"), &request)?;
    let (answer, begun) = idempotency::once(&app, fingerprint, move |connection, now| {
        let sim = find(connection, &caller, id)?;
        if let Err(reason) = sim.status.editable() {
            return Err(Failure::new(ProblemCode::WrongState).because(reason.code()));
        }
        Ok(sim_tests::add(connection, sim.id, request.kind, now)?)
    })
    .await?;
    if begun.is_some() {
        app.tests.notify_one();
    }
    Ok(idempotency::accepted(answer))
}

/// The latest few tests of a SIM, latest first.
#[utoipa::path(
    get, path = "/sims/{id}/tests", tag = "sims", params(("id" = u32, Path)),
    responses((status = 200, body = Vec<SimTest>)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<Json<Vec<SimTest>>, Failure> {
    caller.require(Permission::ViewSims)?;
    let found = app.database.read(move |connection| {
        let sim = find(connection, &caller, id)?;
        Ok::<_, Failure>(sim_tests::of_sim(connection, sim.id)?)
    });
    Ok(Json(found.await?))
}

/// One test of a SIM.
#[utoipa::path(
    get, path = "/sims/{id}/tests/{test_id}", tag = "sims",
    params(("id" = u32, Path), ("test_id" = u32, Path)),
    responses((status = 200, body = SimTest)),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path((id, test)): Path<(u32, u32)>,
) -> Result<Json<SimTest>, Failure> {
    caller.require(Permission::ViewSims)?;
    let found = app.database.read(move |connection| {
        let sim = find(connection, &caller, id)?;
        sim_tests::find(connection, sim.id, test)?.ok_or_else(Failure::not_found)
    });
    Ok(Json(found.await?))
}
