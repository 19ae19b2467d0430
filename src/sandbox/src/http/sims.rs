//! SIMs as rows.

use crate::app::App;
use crate::bulk::{matching, target};
use crate::clock;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path, Query};
use crate::http::failure::Failure;
use crate::http::{cursor, etag};
use crate::store::sims;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::problem::FieldCode;
use contract::sim::{MOST_ROWS, SimPage, SimSearch};
use domain::permission::Permission;
use domain::sim::{Sim, SimId};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use utoipa::IntoParams;

/// Rows in a page when nothing is asked for.
const USUAL_ROWS: u32 = 100;

/// Where a page of rows begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RowPaging {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 1000, default = 100)]
    limit: Option<u32>,
}

/// What a cursor of rows carries.
#[derive(Serialize, Deserialize)]
struct Place {
    after: u32,
    total: u64,
}

/// The SIMs of the caller's part of the tree, in the order of ids.
#[utoipa::path(get, path = "/sims", tag = "sims", params(RowPaging), responses((status = 200, body = SimPage)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(paging): Query<RowPaging>,
) -> Result<Json<SimPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(paging.limit, USUAL_ROWS, MOST_ROWS)?;
    let place = paging.cursor.as_deref().map(cursor::read::<Place>).transpose()?;
    let page = app.database.read(move |connection| {
        let total = caller.scope.sim_count();
        let mut items =
            sims::page(connection, &caller.scope, place.map_or(0, |place| place.after), limit + 1)?;
        let next_cursor = end_page(&mut items, limit, total)?;
        Ok::<_, Failure>(SimPage { items, total, next_cursor })
    });
    Ok(Json(page.await?))
}

/// The SIMs that match a filter, in the order of ids.
#[utoipa::path(
    post, path = "/sims/search", tag = "sims", request_body = SimSearch,
    responses((status = 200, body = SimPage)),
)]
pub async fn search(
    State(app): State<App>,
    caller: Caller,
    Body(search): Body<SimSearch>,
) -> Result<Json<SimPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(search.limit, USUAL_ROWS, MOST_ROWS)
        .map_err(|_| Failure::invalid("/limit", FieldCode::Invalid).because(format!("1 to {MOST_ROWS}")))?;
    let place = search.cursor.as_deref().map(cursor::read::<Place>).transpose()?;
    target::check_filter(&search.filter, "/filter")?;
    let page = app.database.read(move |connection| {
        let (ids, total) = found(connection, &caller, &search, place, limit + 1)?;
        let mut items = Vec::with_capacity(ids.len());
        for id in ids {
            items.extend(sims::find(connection, &caller.scope, id)?.map(|(sim, _)| sim));
        }
        let next_cursor = end_page(&mut items, limit, total)?;
        Ok::<_, Failure>(SimPage { items, total, next_cursor })
    });
    Ok(Json(page.await?))
}

/// The first matches after a place, and how many there are in all: counted for the first page, then carried on.
fn found(
    connection: &Connection,
    caller: &Caller,
    search: &SimSearch,
    place: Option<Place>,
    most: u32,
) -> Result<(Vec<SimId>, u64), Failure> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut ids = Vec::new();
    let mut counted = 0;
    let after = place.as_ref().map_or(0, |place| place.after);
    matching::each_match(connection, &caller.scope, &search.filter, after, clock::now(), |id| {
        counted += 1;
        if ids.len() < most {
            ids.push(id);
        } else if place.is_some() {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    Ok((ids, place.map_or(counted, |place| place.total)))
}

/// Cuts off the row that was read only to know that there is one more.
fn end_page(items: &mut Vec<Sim>, limit: u32, total: u64) -> Result<Option<String>, Failure> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if items.len() <= limit {
        return Ok(None);
    }
    items.truncate(limit);
    let last = items.last().map_or(0, |sim| sim.id.0);
    cursor::write(&Place { after: last, total }).map(Some)
}

/// One SIM, with the ETag that a change needs.
#[utoipa::path(
    get, path = "/sims/{id}", tag = "sims", params(("id" = u32, Path)),
    responses((status = 200, body = Sim, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(State(app): State<App>, caller: Caller, Path(id): Path<u32>) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    let found = app
        .database
        .read(move |connection| Ok::<_, Failure>(sims::find(connection, &caller.scope, SimId(id))?));
    let (sim, revision) = found.await?.ok_or_else(Failure::not_found)?;
    Ok(([(header::ETAG, etag::etag(revision))], Json(sim)).into_response())
}
