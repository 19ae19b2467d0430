//! The notification addresses of an account, and who is told about all of its SIMs.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::mail;
use crate::store::{recipients, told};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::problem::{FieldCode, ProblemCode};
use contract::recipient::{AccountRecipients, NewRecipient, Recipient, RecipientPatch};
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use domain::recipient::{MOST_RECIPIENTS, RecipientId, shown};
use rusqlite::Connection;

/// The addresses of an account, and who is told about the alerts of all its SIMs.
///
/// Of accounts above the caller's own only the number of those told is in the answer.
#[utoipa::path(
    get, path = "/accounts/{id}/recipients", tag = "recipients", params(("id" = u32, Path)),
    responses((status = 200, body = AccountRecipients)),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
) -> Result<Json<AccountRecipients>, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let account = seen(&caller, account)?;
    let found = app.database.read(move |connection| {
        let items = recipients::of_account(connection, account)?;
        let (told, above) = shown(told::of_account(connection, account)?, caller.scope.tree());
        Ok::<_, Failure>(AccountRecipients { items, told, above })
    });
    Ok(Json(found.await?))
}

/// Adds an address to an account.
#[utoipa::path(
    post, path = "/accounts/{id}/recipients", tag = "recipients", request_body = NewRecipient,
    params(("id" = u32, Path), Key),
    responses((status = 201, body = Recipient, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    headers: HeaderMap,
    Body(new): Body<NewRecipient>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let account = seen(&caller, account)?;
    if new.email.is_empty() {
        return Err(Failure::invalid("/email", FieldCode::Required));
    }
    if !mail::can_be_addressed(&new.email) {
        return Err(Failure::invalid("/email", FieldCode::BadEmail));
    }
    let path = format!("/accounts/{}/recipients", account.0);
    let fingerprint = idempotency::fingerprint(&caller, &headers, &path, &new)?;
    let (answer, _) = idempotency::once(&app, fingerprint, move |connection, _| {
        if recipients::count(connection, account)? >= MOST_RECIPIENTS {
            return Err(Failure::invalid("/email", FieldCode::TooMany));
        }
        let language = caller.user.language.as_deref();
        let id = recipients::add(connection, account, &new.email, new.all_sims, language)?
            .ok_or_else(|| Failure::invalid("/email", FieldCode::RecipientTaken))?;
        let made = find(connection, &caller, id)?;
        let entry = entry(AuditAction::RecipientAdded, &made).with("all_sims", made.all_sims);
        audit::record(connection, &caller.actor(), &entry)?;
        Ok(made)
    })
    .await?;
    idempotency::created_tagged(answer)
}

/// One address, with where it is set.
#[utoipa::path(
    get, path = "/recipients/{id}", tag = "recipients", params(("id" = u32, Path)),
    responses((status = 200, body = Recipient, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(State(app): State<App>, caller: Caller, Path(id): Path<u32>) -> Result<Response, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let found = app.database.read(move |connection| find(connection, &caller, RecipientId(id))).await?;
    tagged(found)
}

/// Changes whether an address gets all alerts.
#[utoipa::path(
    patch, path = "/recipients/{id}", tag = "recipients",
    params(("id" = u32, Path), IfMatch),
    request_body(content(
        (RecipientPatch = "application/merge-patch+json"),
        (RecipientPatch = "application/json"),
    )),
    responses((
        status = 200, body = Recipient, headers(("etag" = String, description = "Of the address as it is now")),
    )),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(patch): Body<RecipientPatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let seen = etag::if_match(&headers);
    let id = RecipientId(id);
    let changed = app
        .database
        .write(move |connection| {
            let before = find(connection, &caller, id)?;
            etag::check_text(&seen?, &before.etag)?;
            match patch.all_sims {
                Some(all_sims) if all_sims != before.all_sims => {
                    recipients::save(connection, id, all_sims)?;
                    let entry = entry(AuditAction::RecipientChanged, &before).change(
                        "all_sims",
                        Some(before.all_sims),
                        Some(all_sims),
                    );
                    audit::record(connection, &caller.actor(), &entry)?;
                    find(connection, &caller, id)
                }
                _ => Ok(before),
            }
        })
        .await?;
    tagged(changed)
}

/// Deletes an address: nothing goes there any more, and it is taken off all SIMs.
#[utoipa::path(
    delete, path = "/recipients/{id}", tag = "recipients",
    params(("id" = u32, Path), IfMatch),
    responses((status = 204, description = "Deleted")),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let seen = etag::if_match(&headers);
    app.database
        .write(move |connection| {
            let before = find(connection, &caller, RecipientId(id))?;
            etag::check_text(&seen?, &before.etag)?;
            recipients::remove(connection, before.id)?;
            let entry = entry(AuditAction::RecipientRemoved, &before);
            Ok::<_, Failure>(audit::record(connection, &caller.actor(), &entry)?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An address of the caller's part of the tree.
pub fn find(connection: &Connection, caller: &Caller, id: RecipientId) -> Result<Recipient, Failure> {
    recipients::find(connection, &caller.scope, id)?.ok_or_else(Failure::not_found)
}

/// An act on an address, told in its account: those below do not learn of addresses above.
pub fn entry(action: AuditAction, recipient: &Recipient) -> Entry {
    Entry::new(action, recipient.account_id, SubjectKind::Recipient, recipient.id.0, &recipient.email)
}

fn seen(caller: &Caller, account: u32) -> Result<AccountId, Failure> {
    let account = AccountId(account);
    if caller.scope.contains(account) { Ok(account) } else { Err(Failure::not_found()) }
}

fn tagged(recipient: Recipient) -> Result<Response, Failure> {
    let etag = HeaderValue::from_str(&recipient.etag).map_err(|_| Failure::new(ProblemCode::Internal))?;
    Ok(([(header::ETAG, etag)], Json(recipient)).into_response())
}
