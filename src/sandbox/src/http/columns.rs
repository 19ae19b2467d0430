//! `GET /sims/columns`: the estate as the browser holds it.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::{columns, estate, sims};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use contract::problem::ProblemCode;
use contract::sim::MOST_COLUMNS;
use domain::estate::page::ColumnPage;
use domain::permission::Permission;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

/// SIMs in a page when nothing is asked for.
const USUAL_COLUMNS: u32 = 10_000;

/// Fewer SIMs in a stretch are not worth a request of their own.
const SHORTEST_STRETCH: u32 = 100;

/// Where a page of columns begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ColumnPaging {
    /// `next_cursor` of the page before, or one of `cursors`.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 20000, default = 10000)]
    limit: Option<u32>,
    /// Divide what is left after this page into stretches of about so many SIMs, which can be read in any order and
    /// several at a time: `cursors` tells where they begin. Only for the first page.
    #[param(minimum = 100, maximum = 20000)]
    divide: Option<u32>,
}

/// What a cursor of columns carries.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Place {
    after: u32,
    /// The last id of a stretch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<u32>,
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
    let divide = paging.divide;
    if divide
        .is_some_and(|sims| paging.cursor.is_some() || !(SHORTEST_STRETCH..=MOST_COLUMNS).contains(&sims))
    {
        return Err(Failure::new(ProblemCode::BadRequest)
            .because(format!("divide must be {SHORTEST_STRETCH} to {MOST_COLUMNS}, and without a cursor")));
    }
    let place = paging.cursor.as_deref().map(cursor::read::<Place>).transpose()?;
    // Written here, off the async runtime: a page has megabytes.
    let json = app.database.read(move |connection| {
        let scope = &caller.scope;
        let place = match place {
            Some(place) => place,
            None => Place { after: 0, until: None, version: estate::version(connection)? },
        };
        let until = place.until.unwrap_or(u32::MAX);
        let page = columns::page(connection, scope, place.after, until, limit)?;
        let more = match page.last {
            Some(last) if page.len == limit => sims::any_between(connection, scope, last, until)?,
            _ => false,
        };
        let rest = page.last.filter(|_| more).map(|after| Place { after, ..place });
        let (next, stretches) = match (rest, divide) {
            (Some(rest), Some(sims)) => (None, stretches(connection, scope, rest, page.len, sims)?),
            (rest, _) => (rest, Vec::new()),
        };
        let head = Head {
            version: place.version,
            total: scope.sim_count(),
            next_cursor: next.as_ref().map(cursor::write).transpose()?,
            cursors: stretches.iter().map(cursor::write).collect::<Result<_, _>>()?,
        };
        Ok::<_, Failure>(columns::with_head(&head, page)?)
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], json.await?).into_response())
}

/// All of a [`ColumnPage`] but its columns.
#[derive(Serialize)]
struct Head {
    version: u64,
    total: u64,
    next_cursor: Option<String>,
    cursors: Vec<String>,
}

/// Divides what is behind a page by ids, as if the caller's SIMs lay evenly among all: counting them would take longer
/// than a page may.
fn stretches(
    connection: &Connection,
    scope: &Scope,
    rest: Place,
    read: u32,
    sims: u32,
) -> rusqlite::Result<Vec<Place>> {
    let end = u64::from(sims::last_id(connection)?);
    let left = scope.sim_count().saturating_sub(u64::from(read)).max(1);
    let count = left.div_ceil(u64::from(sims));
    let ids = (end.saturating_sub(u64::from(rest.after))).div_ceil(count).max(1);
    let place = |at: u64| u32::try_from(u64::from(rest.after) + at * ids).unwrap_or(u32::MAX);
    Ok((0..count)
        .map(|at| Place {
            after: place(at),
            // What is added meanwhile is told by the changes.
            until: Some(place(at + 1)),
            ..rest
        })
        .collect())
}
