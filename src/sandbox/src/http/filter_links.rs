//! Filters that are too long for an address, and the short ids that stand there instead.
//!
//! A link is made to be sent: to a colleague, to the reseller above, to the customer below. So whoever's account lies on
//! one line of the tree with that of its maker can open it. That shows nobody a SIM: a filter only says what to look for,
//! and it is answered over the reader's own part of the tree.

use crate::app::App;
use crate::bulk::target;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::store::{accounts, filter_links};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::filter::{FilterLink, LinkedFilter, NewFilterLink};
use domain::account::AccountId;
use domain::filter::Filter;
use domain::permission::Permission;
use sha2::{Digest as _, Sha256};

/// Bytes of the hash that an id shows: 24 characters, beyond any guessing.
const ID_BYTES: usize = 18;
/// Bytes of filters that are kept for an account: some hundred of the largest, or more small ones than anybody sends.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// Keeps a filter that is too long for an address, and tells the id that can stand there for it.
///
/// The same filter gets the same id from everybody in an account, however often it is linked. When the filters of an
/// account take more than 512 MiB, the links that were asked for longest ago are forgotten.
#[utoipa::path(
    post, path = "/filter-links", tag = "filters", request_body = NewFilterLink, params(Key),
    responses((status = 201, body = FilterLink)),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(new): Body<NewFilterLink>,
) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    target::check_filter(&new.filter, "/filter")?;
    let fingerprint = idempotency::fingerprint(&caller, &headers, "/filter-links", &new)?;
    let account = caller.user.account_id;
    let id = id(account, &new.filter)?;
    let answer = idempotency::once(&app, fingerprint, move |connection, now| {
        filter_links::add(connection, &id, account, &new.filter, now)?;
        filter_links::forget_oldest(connection, account, MOST_BYTES)?;
        Ok(FilterLink { id })
    });
    let (answer, _) = answer.await?;
    Ok(idempotency::created(answer))
}

/// What a link stands for.
///
/// Open to users of the account it was made in and of all accounts above and below that one. It names what to look for
/// and no more: the reader sees what matches in the own part of the tree.
#[utoipa::path(
    get, path = "/filter-links/{id}", tag = "filters", params(("id" = String, Path)),
    responses((status = 200, body = LinkedFilter)),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<LinkedFilter>, Failure> {
    caller.require(Permission::ViewSims)?;
    let found = app.database.read(move |connection| {
        let kept = filter_links::find(connection, &id)?.ok_or_else(Failure::not_found)?;
        let seen = caller.scope.contains(kept.account_id)
            || accounts::lies_within(connection, caller.user.account_id, kept.account_id)?;
        if seen { Ok(LinkedFilter { id, filter: kept.filter }) } else { Err(Failure::not_found()) }
    });
    found.await.map(Json)
}

/// The id of a filter in an account.
fn id(account: AccountId, filter: &Filter) -> Result<String, Failure> {
    let hash = Sha256::new()
        .chain_update(account.0.to_be_bytes())
        .chain_update(serde_json::to_vec(filter)?)
        .finalize();
    Ok(URL_SAFE_NO_PAD.encode(&hash[..ID_BYTES]))
}
