//! Makes requests fail as the fault plan says, and with `--faults` lets tests change the plan.

use crate::app::App;
use crate::faults::{Fault, FaultPlan};
use crate::http::extract::Body;
use crate::http::failure::{self, Failure};
use crate::http::network;
use axum::Json;
use axum::body::Body as HttpBody;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use contract::problem::{FieldCode, ProblemCode};
use futures_util::stream;
use std::time::Duration;

/// Where the plan is switched; itself never struck, and neither is the operators' side.
pub const PATH: &str = "/faults";

/// Delays or breaks a request, if the plan says so.
pub async fn strike(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.ends_with(PATH) || path.ends_with(network::PATH) {
        return next.run(request).await;
    }
    let latency = app.faults.latency();
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    match app.faults.strike(request.method().as_str(), request.uri().path()) {
        None => next.run(request).await,
        Some(Fault::Status(status)) => {
            let code =
                failure::code_for(StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE));
            let failure = Failure::new(code).because("a fault that was asked for");
            let wait = (code == ProblemCode::RateLimited).then_some(Duration::from_secs(1));
            wait.map_or(failure.clone(), |wait| failure.retry_after(wait)).into_response()
        }
        Some(Fault::Dropped) => {
            // A body that breaks off before its first byte: the connection ends without an answer worth the name.
            let broken =
                stream::once(async { Err::<String, _>(std::io::Error::other("a fault that was asked for")) });
            Response::new(HttpBody::from_stream(broken))
        }
    }
}

/// The plan in force.
pub async fn get(State(app): State<App>) -> Json<FaultPlan> {
    Json(app.faults.plan())
}

/// Puts another plan in force.
pub async fn set(State(app): State<App>, Body(plan): Body<FaultPlan>) -> Result<Json<FaultPlan>, Failure> {
    if !matches!(plan.status, 429 | 500 | 503) {
        return Err(Failure::invalid("/status", FieldCode::Invalid).because("429, 500 or 503"));
    }
    app.faults.set(plan.clone());
    Ok(Json(plan))
}
