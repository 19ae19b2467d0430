//! `GET /sims/{id}/history` and `GET /sim-history`.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::{Path, Query};
use crate::http::failure::Failure;
use crate::http::timeline::{self, USUAL_PAGE, account_name, bound, named, who};
use crate::store::sim_history::{self, Reader, Search};
use crate::store::sims;
use crate::store::timeline::Span;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use contract::history::{HistoryEntry, HistoryPage, MOST_CHANGES, NamedAccount};
use domain::export::{Separator, text_line};
use domain::history::{Cause, SimField};
use domain::permission::Permission;
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use serde::Deserialize;
use utoipa::IntoParams;

/// Where a page begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 500, default = 100)]
    limit: Option<u32>,
}

/// Which entries, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HistoryQuery {
    /// Of SIMs that were in this account or in one below it, or came into it; the caller's own when absent.
    account_id: Option<u32>,
    /// Only what this user did, also by tokens it made.
    user_id: Option<u32>,
    /// Only what was done with this API token.
    token_id: Option<u32>,
    /// Only changes that this made.
    #[param(inline)]
    cause: Option<Cause>,
    /// Only where this changed.
    #[param(inline)]
    field: Option<SimField>,
    /// Only of the SIM with this ICCID.
    iccid: Option<String>,
    /// Not before this time.
    #[serde(default, deserialize_with = "bound")]
    from: Option<Timestamp>,
    /// Before this time.
    #[serde(default, deserialize_with = "bound")]
    to: Option<Timestamp>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 500, default = 100)]
    limit: Option<u32>,
}

/// What became of a SIM while it was in the caller's part of the tree, latest first, and that it came into it.
///
/// People of accounts above are not named (`outside`), and neither are accounts out of sight.
#[utoipa::path(
    get, path = "/sims/{id}/history", tag = "history", params(("id" = u32, Path), Paging),
    responses((status = 200, body = HistoryPage)),
)]
pub async fn of_sim(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    Query(paging): Query<Paging>,
) -> Result<Json<HistoryPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(paging.limit, USUAL_PAGE, MOST_CHANGES)?;
    let span = timeline::span(paging.cursor.as_deref(), None, None)?;
    let page = app.database.read(move |connection| {
        let sim = SimId(id);
        if sims::find(connection, &caller.scope, sim)?.is_none() {
            return Err(Failure::not_found());
        }
        let reader = reader(connection, &caller)?;
        page(connection, &reader, &Search { sim: Some(sim), ..Search::default() }, span, limit)
    });
    Ok(Json(page.await?))
}

/// What became of SIMs while they were in the caller's part of the tree, latest first, and which came into it.
///
/// With `Accept: text/csv` a file of all entries from the cursor on, whatever `limit`: a line for each change, with names
/// in place of account ids, and text made safe for spreadsheets. A file that cannot be read to its end is cut off.
#[utoipa::path(
    get, path = "/sim-history", tag = "history", params(HistoryQuery),
    responses((status = 200, content((HistoryPage = "application/json"), (String = "text/csv")))),
)]
pub async fn of_estate(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Query(query): Query<HistoryQuery>,
) -> Result<Response, Failure> {
    caller.require(Permission::SeeAuditLog)?;
    let limit = cursor::limit(query.limit, USUAL_PAGE, MOST_CHANGES)?;
    let span = timeline::span(query.cursor.as_deref(), query.from, query.to)?;
    let account = timeline::account(&caller, query.account_id)?;
    let HistoryQuery { user_id: user, token_id: token, cause, field, .. } = query;
    let search = Search { account, sim: None, user, token, cause, field };
    let prepared = app.database.read(move |connection| {
        let reader = reader(connection, &caller)?;
        let sim = match &query.iccid {
            // No SIM has the number 0.
            Some(iccid) => Some(sim_history::find_sim(connection, iccid.trim())?.unwrap_or(SimId(0))),
            None => None,
        };
        Ok::<_, Failure>((reader, Search { sim, ..search }))
    });
    let (reader, search) = prepared.await?;
    if timeline::wants_csv(&headers) {
        return Ok(timeline::csv(
            &app,
            "sim-history",
            &HEADING,
            span,
            move |connection, span, limit| sim_history::page(connection, &reader, &search, span, limit),
            lines,
        ));
    }
    let page = app.database.read(move |connection| page(connection, &reader, &search, span, limit));
    Ok(timeline::of_either_form(Json(page.await?).into_response()))
}

fn reader(connection: &Connection, caller: &Caller) -> rusqlite::Result<Reader> {
    Reader::new(connection, &caller.scope, caller.hand(), caller.user.role)
}

fn page(
    connection: &Connection,
    reader: &Reader,
    search: &Search,
    span: Span,
    limit: u32,
) -> Result<HistoryPage, Failure> {
    let (slice, accounts) = sim_history::page(connection, reader, search, span, limit)?;
    let next_cursor = timeline::next_cursor(slice.next)?;
    Ok(HistoryPage { items: slice.items, accounts, next_cursor })
}

const HEADING: [&str; 10] =
    ["at", "iccid", "account", "user", "token", "cause", "operation_id", "field", "old", "new"];

/// The lines of an entry, one for each change.
fn lines(text: &mut String, entry: &HistoryEntry, accounts: &[NamedAccount]) {
    let account = entry.account_id.map_or("", |id| account_name(accounts, id));
    let at = entry.at.to_string();
    let operation = entry.operation_id.map(|id| id.to_string()).unwrap_or_default();
    let user = who(entry.user.as_ref().map(|user| user.name.as_str()), entry.outside);
    let token = entry.token.as_ref().map_or("", |token| token.name.as_str());
    for change in &entry.changes {
        let (field, old, new) = named(change, accounts);
        let start = [at.as_str(), &entry.iccid, account, user, token, entry.cause.code(), &operation];
        *text += &text_line(Separator::Comma, start.into_iter().chain([field, old, new]));
    }
}
