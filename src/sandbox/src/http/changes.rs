//! `GET /sims/changes`: what changed since a version.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::{changes, columns};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::problem::ProblemCode;
use contract::sim::MOST_COLUMNS;
use domain::estate::page::ChangePage;
use domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

/// SIMs in a page when nothing is asked for.
const USUAL_CHANGES: u32 = 10_000;

/// From where, and how much.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// The version that a page of columns or of changes told; the first one is 1.
    #[param(minimum = 1, maximum = 9223372036854775807u64)]
    since: u64,
    /// About so many SIMs: what changed at once is not divided.
    #[param(minimum = 1, maximum = 20000, default = 10000)]
    limit: Option<u32>,
}

/// The SIMs that changed after a version, as they are now, and those that left the caller's part of the tree.
///
/// A version that this estate has never had is answered with 409 `wrong_state`: the reader holds another estate and
/// has to read it anew.
#[utoipa::path(
    get, path = "/sims/changes", tag = "sims", params(Since),
    responses((status = 200, body = ChangePage<'static>)),
)]
pub async fn changes(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<Since>,
) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(query.limit, USUAL_CHANGES, MOST_COLUMNS)?;
    if query.since == 0 || i64::try_from(query.since).is_err() {
        return Err(Failure::new(ProblemCode::BadRequest).because("versions begin with 1"));
    }
    let json = app.database.read(move |connection| {
        let page = changes::since(connection, &caller.scope, query.since, limit)?;
        let (head, columns) = page.ok_or_else(|| {
            Failure::new(ProblemCode::WrongState)
                .because("this estate has not had that version: read it anew")
        })?;
        Ok::<_, Failure>(columns::with_head(&head, columns)?)
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], json.await?).into_response())
}
