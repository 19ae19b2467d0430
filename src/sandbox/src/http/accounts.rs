//! The visible accounts.

use crate::http::caller::Caller;
use crate::http::extract::Path;
use crate::http::failure::Failure;
use axum::Json;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use contract::account::Accounts;
use contract::problem::ProblemCode;
use domain::account::{Account, AccountId};
use domain::permission::Permission;

/// Every account the caller sees, with the number of its SIMs; the topmost has no parent.
#[utoipa::path(get, path = "/accounts", tag = "accounts", responses((status = 200, body = Accounts)))]
pub async fn accounts(caller: Caller) -> Json<Accounts> {
    let nodes = caller.scope.tree().nodes();
    Json(Accounts { items: nodes.iter().map(|node| told(&node.account, &caller)).collect() })
}

/// One account.
#[utoipa::path(
    get, path = "/accounts/{id}", tag = "accounts", params(("id" = u32, Path)),
    responses((status = 200, body = Account, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn account(caller: Caller, Path(id): Path<u32>) -> Result<Response, Failure> {
    let account = caller.scope.tree().get(AccountId(id)).ok_or_else(Failure::not_found)?;
    tagged(told(account, &caller))
}

/// An account as the caller is told of it.
pub fn told(account: &Account, caller: &Caller) -> Account {
    let can_edit = caller.user.role.may(Permission::ManageAccounts) && account.id != caller.scope.top();
    Account { can_edit, ..account.clone() }
}

/// 200 with an account and its ETag.
pub fn tagged(account: Account) -> Result<Response, Failure> {
    let etag = HeaderValue::from_str(&account.etag).map_err(|_| Failure::new(ProblemCode::Internal))?;
    Ok(([(header::ETAG, etag)], Json(account)).into_response())
}
