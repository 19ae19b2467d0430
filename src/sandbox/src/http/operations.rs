//! Bulk operations as they are read: which there are, and how far each is.

use crate::app::App;
use crate::bulk::plan;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::{Path, Query};
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::operations::{self, Search};
use axum::Json;
use axum::extract::State;
use contract::bulk::{Operation, OperationPage, OperationStage};
use domain::account::AccountId;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

pub(super) const USUAL_PAGE: u32 = 100;
pub(super) const LONGEST_PAGE: u32 = 1_000;

/// Which operations, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OperationQuery {
    /// Only those that are so far.
    #[param(inline)]
    state: Option<OperationStage>,
    /// Only the caller's own.
    #[serde(default)]
    #[param(default = false)]
    mine: bool,
    /// Only those of people and tokens of this account and of those below it.
    account_id: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 1000, default = 100)]
    limit: Option<u32>,
}

/// What a cursor of operations or of items carries: the last one seen.
#[derive(Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) last: u32,
}

/// The caller's operations, latest first; an Admin also sees those of others in its part of the tree.
#[utoipa::path(
    get, path = "/bulk-operations", tag = "bulk-operations", params(OperationQuery),
    responses((status = 200, body = OperationPage)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<OperationQuery>,
) -> Result<Json<OperationPage>, Failure> {
    let limit = cursor::limit(query.limit, USUAL_PAGE, LONGEST_PAGE)?;
    let before = match query.cursor.as_deref().map(cursor::read::<Place>).transpose()? {
        Some(place) => place.last,
        None => u32::MAX,
    };
    let account = query.account_id.map(AccountId);
    if account.is_some_and(|account| !caller.scope.contains(account)) {
        return Err(Failure::not_found());
    }
    let page = app.database.read(move |connection| {
        // Deleted since it was looked for in the scope: nothing acts in it.
        let within = account.map(|account| Scope::of(connection, account)).transpose()?;
        if matches!(within, Some(None)) {
            return Err(Failure::not_found());
        }
        let within = within.flatten();
        let search = Search {
            hand: caller.hand(),
            others: (caller.sees_all_operations() && !query.mine).then_some(&*caller.scope),
            within: within.as_ref(),
            stage: query.state,
        };
        let mut items = operations::page(connection, &search, before, limit + 1)?;
        let next_cursor = cursor::end_page(&mut items, limit, |operation| Place { last: operation.id })?;
        Ok::<_, Failure>(OperationPage { items, next_cursor })
    });
    Ok(Json(page.await?))
}

/// One operation and how far it is.
#[utoipa::path(
    get, path = "/bulk-operations/{id}", tag = "bulk-operations", params(("id" = u32, Path)),
    responses((status = 200, body = Operation)),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<Json<Operation>, Failure> {
    app.database.read(move |connection| plan::visible(connection, &caller, id)).await.map(Json)
}
