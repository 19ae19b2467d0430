//! The users of the caller's part of the tree.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path, Query};
use crate::http::failure::Failure;
use crate::store::users::{self, Place, Search};
use crate::store::{links, sessions};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::problem::{FieldCode, ProblemCode};
use contract::user::{MOST_USERS, ManagedUser, UserPage, UserPatch};
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use domain::user::{NAME_LENGTH, Standing, UserState};
use rusqlite::Connection;
use serde::Deserialize;
use utoipa::IntoParams;

const USUAL_PAGE: u32 = 100;

/// Which users, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserQuery {
    /// Those of this account; of the caller's own when absent.
    account_id: Option<u32>,
    /// And those of all accounts below it.
    #[serde(default)]
    #[param(default = false)]
    include_below: bool,
    /// Only those with this in their name or e-mail address, whatever its case.
    #[serde(default)]
    q: String,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 500, default = 100)]
    limit: Option<u32>,
}

/// The users of an account, or of all accounts below it as well, by name.
#[utoipa::path(get, path = "/users", tag = "users", params(UserQuery), responses((status = 200, body = UserPage)))]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<UserQuery>,
) -> Result<Json<UserPage>, Failure> {
    caller.require(Permission::ManageUsers)?;
    let limit = cursor::limit(query.limit, USUAL_PAGE, MOST_USERS)?;
    let after = match query.cursor.as_deref() {
        Some(cursor) => cursor::read::<Place>(cursor)?,
        None => Place { folded_name: String::new(), id: 0 },
    };
    let account = query.account_id.map_or(caller.scope.top(), AccountId);
    let below = caller.scope.tree().subtree(account);
    let most = if query.include_below { below.len() } else { 1 };
    let accounts: Vec<AccountId> = below.iter().take(most).map(|node| node.account.id).collect();
    if accounts.is_empty() {
        return Err(Failure::not_found());
    }
    let search = Search { accounts, text: query.q.trim().to_owned() };
    let page = app.database.read(move |connection| {
        let total = users::count(connection, &search)?;
        let mut items = users::page(connection, &search, &after, limit + 1)?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let last = items.last().filter(|_| more);
        let next_cursor = last
            .map(|user| cursor::write(&Place { folded_name: user.name.to_lowercase(), id: user.id }))
            .transpose()?;
        Ok::<_, Failure>(UserPage { items, total, next_cursor })
    });
    Ok(Json(page.await?))
}

/// One user.
#[utoipa::path(
    get, path = "/users/{id}", tag = "users", params(("id" = u32, Path)),
    responses((status = 200, body = ManagedUser, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(State(app): State<App>, caller: Caller, Path(id): Path<u32>) -> Result<Response, Failure> {
    caller.require(Permission::ManageUsers)?;
    let user = app.database.read(move |connection| find(connection, &caller, id)).await?;
    tagged(user)
}

/// Renames a user, gives it another role, disables or enables it.
///
/// What is changed holds at once, also where the user is signed in: disabling ends its sessions and takes its mailed links
/// from it. The last active Admin of an account stays one.
#[utoipa::path(
    patch, path = "/users/{id}", tag = "users",
    params(("id" = u32, Path), IfMatch),
    request_body(content(
        (UserPatch = "application/merge-patch+json"),
        (UserPatch = "application/json"),
    )),
    responses((
        status = 200, body = ManagedUser, headers(("etag" = String, description = "Of the user as it is now")),
    )),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(patch): Body<UserPatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageUsers)?;
    if let Some(name) = &patch.name {
        check_name(name)?;
    }
    let seen = etag::if_match(&headers);
    let (user, changed) = app
        .database
        .write(move |connection| {
            let before = find(connection, &caller, id)?;
            etag::check_text(&seen?, &before.etag)?;
            check_rank(&caller, &before, patch.role)?;
            let standing = Standing { role: before.role, state: before.state };
            let after = after(standing, &patch);
            let name = patch.name.as_deref().map_or(before.name.as_str(), str::trim);
            if (after, name) == (standing, before.name.as_str()) {
                return Ok((before, false));
            }
            let pointer = if patch.enabled == Some(false) { "/enabled" } else { "/role" };
            check_admin_left(connection, &caller, &before, Some(after), pointer)?;
            users::save(connection, id, name, after)?;
            if after.state == UserState::Disabled {
                shut_out(connection, id)?;
            }
            record(connection, &caller, &before, (name, after))?;
            Ok::<_, Failure>((find(connection, &caller, id)?, true))
        })
        .await?;
    if changed {
        app.announcer.users();
    }
    tagged(user)
}

/// Deletes a user: its sessions end, its saved filters and what it arranged are gone, its e-mail address is free again. What
/// it did keeps its name.
///
/// The last active Admin of an account stays, unless somebody from an account above deletes the very last user.
#[utoipa::path(
    delete, path = "/users/{id}", tag = "users",
    params(("id" = u32, Path), IfMatch),
    responses((status = 204, description = "Deleted")),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageUsers)?;
    let seen = etag::if_match(&headers);
    app.database
        .write(move |connection| {
            let before = find(connection, &caller, id)?;
            etag::check_text(&seen?, &before.etag)?;
            check_rank(&caller, &before, None)?;
            check_admin_left(connection, &caller, &before, None, "")?;
            let deleted = entry(AuditAction::UserDeleted, &before).with("email", &before.email);
            audit::record(connection, &caller.actor(), &deleted)?;
            Ok::<_, Failure>(users::remove(connection, id, before.account_id)?)
        })
        .await?;
    app.announcer.users();
    app.announcer.accounts();
    Ok(StatusCode::NO_CONTENT)
}

/// A user of the caller's part of the tree.
pub fn find(connection: &Connection, caller: &Caller, id: u32) -> Result<ManagedUser, Failure> {
    users::find(connection, &caller.scope, id)?.ok_or_else(Failure::not_found)
}

/// An act on a user.
pub fn entry(action: AuditAction, user: &ManagedUser) -> Entry {
    Entry::new(action, user.account_id, SubjectKind::User, user.id, &user.name)
}

/// Tells the audit log what a patch changed, each kind of change by itself.
fn record(
    connection: &Connection,
    caller: &Caller,
    before: &ManagedUser,
    (name, after): (&str, Standing),
) -> rusqlite::Result<()> {
    let renamed =
        entry(AuditAction::UserRenamed, before).change("name", Some(before.name.as_str()), Some(name));
    let role = entry(AuditAction::UserRoleChanged, before).change(
        "role",
        Some(before.role.code()),
        Some(after.role.code()),
    );
    for changed in [renamed, role].into_iter().filter(|entry| !entry.changes.is_empty()) {
        audit::record(connection, &caller.actor(), &changed)?;
    }
    let disabled = |state| state == UserState::Disabled;
    match (disabled(before.state), disabled(after.state)) {
        (false, true) => {
            audit::record(connection, &caller.actor(), &entry(AuditAction::UserDisabled, before))
        }
        (true, false) => audit::record(connection, &caller.actor(), &entry(AuditAction::UserEnabled, before)),
        _ => Ok(()),
    }
}

/// 200 with a user and its ETag.
fn tagged(user: ManagedUser) -> Result<Response, Failure> {
    let etag = HeaderValue::from_str(&user.etag).map_err(|_| Failure::new(ProblemCode::Internal))?;
    Ok(([(header::ETAG, etag)], Json(user)).into_response())
}

/// Refuses what cannot be somebody's name.
pub fn check_name(name: &str) -> Result<(), Failure> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Failure::invalid("/name", FieldCode::Required));
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(Failure::invalid("/name", FieldCode::TooLong));
    }
    if name.chars().any(char::is_control) {
        return Err(Failure::invalid("/name", FieldCode::Invalid).because("control characters"));
    }
    Ok(())
}

/// How a user stands after a patch: one that is enabled again without a password is still invited.
fn after(before: Standing, patch: &UserPatch) -> Standing {
    let state = match (patch.enabled, before.state) {
        (Some(false), _) => UserState::Disabled,
        // Whether it has a password is the store's to tell; that it is not disabled is all that is written.
        (Some(true), UserState::Disabled) => UserState::Active,
        (_, state) => state,
    };
    Standing { role: patch.role.unwrap_or(before.role), state }
}

/// Nobody acts on somebody above them, or puts somebody there.
pub fn check_rank(
    caller: &Caller,
    user: &ManagedUser,
    given: Option<domain::permission::Role>,
) -> Result<(), Failure> {
    let own = caller.user.role;
    if !own.may_give(user.role) {
        return Err(Failure::new(ProblemCode::Forbidden));
    }
    match given {
        Some(role) if !own.may_give(role) => Err(Failure::invalid("/role", FieldCode::RoleAboveOwn)),
        _ => Ok(()),
    }
}

fn check_admin_left(
    connection: &Connection,
    caller: &Caller,
    user: &ManagedUser,
    after: Option<Standing>,
    pointer: &str,
) -> Result<(), Failure> {
    let before = Standing { role: user.role, state: user.state };
    let others = users::others(connection, user.account_id, user.id)?;
    let from_above = caller.user.account_id != user.account_id;
    if others.leaves_nobody(before, after, from_above) {
        return Err(Failure::invalid(pointer, FieldCode::LastAdmin));
    }
    Ok(())
}

/// Ends what a user could still come in by. An invitation stays, and works again when the user is enabled.
fn shut_out(connection: &Connection, user: u32) -> Result<(), Failure> {
    sessions::end_of_user(connection, user, None)?;
    links::forget(connection, links::Purpose::PasswordReset, user)?;
    links::forget(connection, links::Purpose::Email, user)?;
    Ok(())
}
