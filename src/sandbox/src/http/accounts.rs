//! The visible accounts.

use crate::http::caller::Caller;
use crate::http::extract::Path;
use crate::http::failure::Failure;
use axum::Json;
use contract::account::Accounts;
use domain::account::{Account, AccountId};

/// Every account the caller sees, with the number of its SIMs; the topmost has no parent.
#[utoipa::path(get, path = "/accounts", tag = "accounts", responses((status = 200, body = Accounts)))]
pub async fn accounts(caller: Caller) -> Json<Accounts> {
    let items = caller.scope.tree().nodes().iter().map(|node| node.account.clone()).collect();
    Json(Accounts { items })
}

/// One account.
#[utoipa::path(
    get, path = "/accounts/{id}", tag = "accounts", params(("id" = u32, Path)),
    responses((status = 200, body = Account)),
)]
pub async fn account(caller: Caller, Path(id): Path<u32>) -> Result<Json<Account>, Failure> {
    caller.scope.tree().get(AccountId(id)).cloned().map(Json).ok_or_else(Failure::not_found)
}
