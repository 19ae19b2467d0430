//! Usage that reached a level, as the bell shows it, and what of it the caller has read.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::{Body, Query};
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::notifications::{self, Shown};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::notification::{MOST_NOTIFICATIONS, NotificationPage, NotificationsRead};
use contract::problem::FieldCode;
use domain::account::AccountId;
use domain::permission::Permission;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

const USUAL_PAGE: u32 = 20;

/// Which notifications, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct NotificationQuery {
    /// Those of SIMs that are in this account or in one below it; the caller's own when absent.
    account_id: Option<u32>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: Option<u32>,
}

/// What a cursor carries: the last notification seen.
#[derive(Serialize, Deserialize)]
struct Place {
    last: u32,
}

/// Usage of the caller's SIMs that reached a level, latest first. A SIM that has left the caller's part of the tree takes its
/// notifications with it, and one that comes into it brings none.
#[utoipa::path(
    get, path = "/notifications", tag = "notifications", params(NotificationQuery),
    responses((status = 200, body = NotificationPage)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<NotificationQuery>,
) -> Result<Json<NotificationPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(query.limit, USUAL_PAGE, MOST_NOTIFICATIONS)?;
    let before = match query.cursor.as_deref() {
        Some(cursor) => cursor::read::<Place>(cursor)?.last,
        None => u32::MAX,
    };
    let account = query.account_id.map(AccountId);
    if account.is_some_and(|account| !caller.scope.contains(account)) {
        return Err(Failure::not_found());
    }
    let page = app.database.read(move |connection| {
        let below = account.map(|account| Scope::of(connection, account)).transpose()?.flatten();
        let accounts = below.as_ref().unwrap_or(&caller.scope);
        let shown = Shown { scope: &caller.scope, accounts, reader: reader(&caller) };
        let mut items = notifications::page(connection, &shown, before, limit + 1)?;
        let next_cursor = cursor::end_page(&mut items, limit, |item| Place { last: item.id })?;
        let unread = notifications::unread(connection, &shown)?;
        Ok::<_, Failure>(NotificationPage { items, unread, next_cursor })
    });
    Ok(Json(page.await?))
}

/// Notes which notifications the caller has read. What it does not see is left out.
#[utoipa::path(
    put, path = "/me/notifications-read", tag = "me", request_body = NotificationsRead,
    responses((status = 204, description = "Noted")),
)]
pub async fn read(
    State(app): State<App>,
    caller: Caller,
    Body(read): Body<NotificationsRead>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ViewSims)?;
    if read.ids.len() > usize::try_from(MOST_NOTIFICATIONS).unwrap_or(usize::MAX) {
        return Err(Failure::invalid("/ids", FieldCode::TooMany));
    }
    app.database
        .write(move |connection| {
            if let Some(upto) = read.upto {
                notifications::read_up_to(connection, caller.user.id, upto)?;
            }
            let (scope, reader) = (&*caller.scope, reader(&caller));
            notifications::read_some(connection, &Shown { scope, accounts: scope, reader }, &read.ids)?;
            Ok::<_, Failure>(())
        })
        .await?;
    // For the caller's other windows.
    app.announcer.notifications();
    Ok(StatusCode::NO_CONTENT)
}

/// Whose reading counts. An API token reads for nobody, and who sees the app as another account is nobody there.
fn reader(caller: &Caller) -> Option<u32> {
    (caller.token.is_none() && caller.view.is_none()).then_some(caller.user.id)
}
