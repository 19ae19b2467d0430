//! `GET /sims/columns`: the estate as the browser holds it.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::{estate, sims};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::sim::{ColumnPage, MOST_COLUMNS};
use domain::permission::Permission;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

/// SIMs in a page when nothing is asked for.
const USUAL_COLUMNS: u32 = 10_000;

/// Where a page of columns begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ColumnPaging {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 20000, default = 10000)]
    limit: Option<u32>,
}

/// What a cursor of columns carries.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Place {
    after: u32,
    version: u64,
}

/// The SIMs of the caller's part of the tree as columns, in the order of ids.
///
/// Every page tells the version of the estate at which the first one was read. After the last page, ask for the
/// changes since then.
#[utoipa::path(
    get, path = "/sims/columns", tag = "sims", params(ColumnPaging),
    responses((status = 200, body = ColumnPage<'static>)),
)]
pub async fn columns(
    State(app): State<App>,
    caller: Caller,
    Query(paging): Query<ColumnPaging>,
) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(paging.limit, USUAL_COLUMNS, MOST_COLUMNS)?;
    let place = paging.cursor.as_deref().map(cursor::read::<Place>).transpose()?;
    // Written here, off the async runtime: a page has megabytes.
    let json = app.database.read(move |connection| {
        let version = match place {
            Some(place) => place.version,
            None => estate::version(connection)?,
        };
        let columns = sims::batch(connection, &caller.scope, place.map_or(0, |place| place.after), limit)?;
        let next_cursor = match columns.id.last() {
            Some(&after) if sims::any_after(connection, &caller.scope, after)? => {
                Some(cursor::write(&Place { after, version })?)
            }
            _ => None,
        };
        let page = ColumnPage { version, total: caller.scope.sim_count(), next_cursor, columns };
        Ok::<_, Failure>(serde_json::to_vec(&page)?)
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], json.await?).into_response())
}
