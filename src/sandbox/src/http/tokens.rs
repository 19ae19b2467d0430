//! API tokens of the accounts in the caller's part of the tree. People make and revoke them; a token cannot.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::clock;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::http::token_secret::TokenSecret;
use crate::store::api_tokens::{self, New};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::problem::FieldCode;
use contract::token::{ApiToken, ApiTokens, CreatedToken, MOST_TOKENS, NewToken};
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use domain::time::Timestamp;
use domain::token::{BadExpiry, NAME_LENGTH, check_expiry};
use rusqlite::Connection;

/// The API tokens of an account that have not been revoked, latest first.
#[utoipa::path(
    get, path = "/accounts/{id}/tokens", tag = "tokens", params(("id" = u32, Path)),
    responses((status = 200, body = ApiTokens)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
) -> Result<Json<ApiTokens>, Failure> {
    let account = managed(&caller, account)?;
    let items = app
        .database
        .read(move |connection| Ok::<_, Failure>(api_tokens::of_account(connection, account, clock::now())?));
    Ok(Json(ApiTokens { items: items.await? }))
}

/// Makes an API token. What it is, is told only in this answer.
///
/// It sees the account and all below, and may do what its role may, but never more than who made it; it is refused while
/// that one cannot sign in or does not see the account. What it does is attributed to it.
#[utoipa::path(
    post, path = "/accounts/{id}/tokens", tag = "tokens", request_body = NewToken, params(("id" = u32, Path), Key),
    responses((status = 201, body = CreatedToken)),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    headers: HeaderMap,
    Body(new): Body<NewToken>,
) -> Result<Response, Failure> {
    let account = managed(&caller, account)?;
    let fingerprint =
        idempotency::fingerprint(&caller, &headers, &format!("/accounts/{}/tokens", account.0), &new)?;
    let secret = TokenSecret::random()?;
    let text = secret.text().to_owned();
    let (answer, made) = idempotency::once(&app, fingerprint, move |connection, now| {
        check(connection, &caller, account, &new, now)?;
        let token = make(connection, &caller, account, &new, &secret, now)?;
        // What is remembered of the answer is kept, and this must not be.
        Ok(CreatedToken { token, secret: None })
    })
    .await?;
    let Some(made) = made else { return Ok(idempotency::created(answer)) };
    app.announcer.users();
    let told = CreatedToken { secret: Some(text), ..made };
    Ok(idempotency::created(serde_json::to_string(&told)?))
}

/// Revokes an API token: it is refused from now on. That it was revoked before is as good.
#[utoipa::path(
    delete, path = "/tokens/{id}", tag = "tokens", params(("id" = u32, Path)),
    responses((status = 204, description = "Revoked")),
)]
pub async fn revoke(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageTokens)?;
    app.database
        .write(move |connection| {
            let now = clock::now();
            let (token, revoked) =
                api_tokens::find(connection, &caller.scope, id, now)?.ok_or_else(Failure::not_found)?;
            if revoked {
                return Ok(());
            }
            api_tokens::revoke(connection, id, now)?;
            let entry = entry(AuditAction::TokenRevoked, &token);
            Ok::<_, Failure>(audit::record(connection, &caller.actor(), &entry)?)
        })
        .await?;
    app.announcer.users();
    Ok(StatusCode::NO_CONTENT)
}

/// An account whose tokens the caller manages.
fn managed(caller: &Caller, account: u32) -> Result<AccountId, Failure> {
    caller.require(Permission::ManageTokens)?;
    let account = AccountId(account);
    if caller.scope.contains(account) { Ok(account) } else { Err(Failure::not_found()) }
}

fn check(
    connection: &Connection,
    caller: &Caller,
    account: AccountId,
    new: &NewToken,
    now: Timestamp,
) -> Result<(), Failure> {
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Failure::invalid("/name", FieldCode::Required));
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Failure::invalid("/name", FieldCode::TooLong));
    }
    if name.chars().any(char::is_control) {
        return Err(Failure::invalid("/name", FieldCode::Invalid).because("control characters"));
    }
    if !caller.user.role.may_give(new.role) {
        return Err(Failure::invalid("/role", FieldCode::RoleAboveOwn));
    }
    check_expiry(new.expires_at, now).map_err(|bad| {
        let code = match bad {
            BadExpiry::Past => FieldCode::InThePast,
            BadExpiry::TooFar => FieldCode::TooFarAhead,
        };
        Failure::invalid("/expires_at", code)
    })?;
    if api_tokens::is_name_taken(connection, account, name, now)? {
        return Err(Failure::invalid("/name", FieldCode::NameTaken));
    }
    if api_tokens::count(connection, account)? >= MOST_TOKENS {
        return Err(Failure::invalid("", FieldCode::TooMany));
    }
    Ok(())
}

fn make(
    connection: &Connection,
    caller: &Caller,
    account: AccountId,
    new: &NewToken,
    secret: &TokenSecret,
    now: Timestamp,
) -> Result<ApiToken, Failure> {
    let id = api_tokens::add(
        connection,
        New {
            account,
            name: new.name.trim(),
            hash: &secret.hash(),
            hint: secret.hint(),
            role: new.role,
            created_by: caller.user.id,
            expires_at: new.expires_at,
        },
        now,
    )?;
    let (token, _) = api_tokens::find(connection, &caller.scope, id, now)?.ok_or_else(Failure::not_found)?;
    let entry = entry(AuditAction::TokenCreated, &token)
        .with("role", token.role.code())
        .with("expires_at", token.expires_at);
    audit::record(connection, &caller.actor(), &entry)?;
    Ok(token)
}

fn entry(action: AuditAction, token: &ApiToken) -> Entry {
    Entry::new(action, token.account_id, SubjectKind::Token, token.id, &token.name)
}
