//! `GET /audit-log`.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::audit_log::{self, Search};
use axum::Json;
use axum::extract::State;
use contract::audit::{AuditPage, MOST_ENTRIES};
use domain::account::AccountId;
use domain::audit::AuditAction;
use domain::permission::Permission;
use domain::time::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::IntoParams;

const USUAL_PAGE: u32 = 100;

/// Which entries, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Those that concern this account or one below it; the caller's own when absent.
    account_id: Option<u32>,
    /// Only what this user did, also by tokens it made.
    user_id: Option<u32>,
    /// Only what was done with this API token.
    token_id: Option<u32>,
    /// Only acts of this kind.
    #[param(inline)]
    action: Option<AuditAction>,
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

fn bound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    Timestamp::bound(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
}

/// What a cursor carries: the last entry seen.
#[derive(Serialize, Deserialize)]
struct Place {
    last: u32,
}

/// What was done in the caller's part of the tree, latest first, also in accounts that have been deleted since.
#[utoipa::path(
    get, path = "/audit-log", tag = "audit-log", params(AuditQuery),
    responses((status = 200, body = AuditPage)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<AuditQuery>,
) -> Result<Json<AuditPage>, Failure> {
    caller.require(Permission::SeeAuditLog)?;
    let limit = cursor::limit(query.limit, USUAL_PAGE, MOST_ENTRIES)?;
    let before = match query.cursor.as_deref() {
        Some(cursor) => cursor::read::<Place>(cursor)?.last,
        None => u32::MAX,
    };
    let account = query.account_id.map_or(caller.scope.top(), AccountId);
    if !caller.scope.contains(account) {
        return Err(Failure::not_found());
    }
    let AuditQuery { user_id: user, token_id: token, action, from, to, .. } = query;
    let search = Search { account, user, token, action, from, to };
    let page = app.database.read(move |connection| {
        let mut items = audit_log::page(connection, &search, before, limit + 1)?;
        let next_cursor = cursor::end_page(&mut items, limit, |entry| Place { last: entry.id })?;
        Ok::<_, Failure>(AuditPage { items, next_cursor })
    });
    Ok(Json(page.await?))
}
