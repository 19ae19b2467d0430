//! Inviting users.

use crate::app::App;
use crate::audit;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::http::link_token::LinkToken;
use crate::http::users::{check_name, entry, find};
use crate::mail::letter::link::{self, Occasion};
use crate::mail::letter::{Address, Language};
use crate::mail::{self, brand::Brand};
use crate::store::links::{self, Link, Purpose};
use crate::store::users;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::me::INVITATION_PAGE;
use contract::problem::{FieldCode, ProblemCode};
use contract::user::{ManagedUser, NewUser};
use domain::account::AccountId;
use domain::audit::AuditAction;
use domain::permission::Permission;
use domain::time::Timestamp;
use domain::user::UserState;
use rusqlite::Connection;
use serde::Serialize;

/// Somebody who is invited, and the secret that only the mail tells.
#[derive(Serialize)]
struct Invited {
    #[serde(flatten)]
    user: ManagedUser,
    #[serde(skip)]
    token: String,
    /// What the mail looks like.
    #[serde(skip)]
    brand: Brand,
}

/// Invites a user to an account: it is mailed a link to set a password, which works once and not for ever.
#[utoipa::path(
    post, path = "/accounts/{id}/users", tag = "users", request_body = NewUser, params(("id" = u32, Path), Key),
    responses((status = 201, body = ManagedUser, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    headers: HeaderMap,
    Body(new): Body<NewUser>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageUsers)?;
    let account = AccountId(account);
    if !caller.scope.contains(account) {
        return Err(Failure::not_found());
    }
    check(&caller, &new)?;
    let path = format!("/accounts/{}/users", account.0);
    let fingerprint = idempotency::fingerprint(&caller, &headers, &path, &new)?;
    let (maker, inviting) = (caller.clone(), app.clone());
    let (answer, made) = idempotency::once(&app, fingerprint, move |connection, now| {
        if users::has_email(connection, &new.email)? {
            return Err(Failure::invalid("/email", FieldCode::EmailTaken));
        }
        let id = users::invite(connection, account, new.name.trim(), &new.email, new.role)?;
        let invited = invite(connection, &inviting, &maker, id, now)?;
        let entry = entry(AuditAction::UserInvited, &invited.user);
        let entry = entry.with("email", &invited.user.email).with("role", invited.user.role.code());
        audit::record(connection, &maker.actor(), &entry)?;
        Ok(invited)
    })
    .await?;
    if let Some(made) = made {
        post(&app, &caller, &made);
        app.announcer.users();
        app.announcer.accounts();
    }
    idempotency::created_tagged(answer)
}

/// Mails an invited user a new link. The old one does not work any more.
#[utoipa::path(
    post, path = "/users/{id}/invitation", tag = "users", params(("id" = u32, Path), Key),
    responses((status = 201, body = ManagedUser, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn send_again(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageUsers)?;
    let path = format!("/users/{id}/invitation");
    let fingerprint = idempotency::fingerprint(&caller, &headers, &path, &())?;
    let (maker, inviting) = (caller.clone(), app.clone());
    let (answer, made) = idempotency::once(&app, fingerprint, move |connection, now| {
        let user = invited(connection, &maker, id)?;
        audit::record(connection, &maker.actor(), &entry(AuditAction::InvitationResent, &user))?;
        invite(connection, &inviting, &maker, id, now)
    })
    .await?;
    if let Some(made) = made {
        post(&app, &caller, &made);
        app.announcer.users();
    }
    idempotency::created_tagged(answer)
}

/// Withdraws an invitation: the link does not work any more, and there is no such user.
#[utoipa::path(
    delete, path = "/users/{id}/invitation", tag = "users", params(("id" = u32, Path)),
    responses((status = 204, description = "Withdrawn")),
)]
pub async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageUsers)?;
    app.database
        .write(move |connection| {
            let user = invited(connection, &caller, id)?;
            let entry = entry(AuditAction::InvitationWithdrawn, &user).with("email", &user.email);
            audit::record(connection, &caller.actor(), &entry)?;
            Ok::<_, Failure>(users::remove(connection, id, user.account_id)?)
        })
        .await?;
    app.announcer.users();
    app.announcer.accounts();
    Ok(StatusCode::NO_CONTENT)
}

/// A user who has not come yet.
fn invited(connection: &Connection, caller: &Caller, id: u32) -> Result<ManagedUser, Failure> {
    let user = find(connection, caller, id)?;
    if user.state != UserState::Invited {
        return Err(Failure::new(ProblemCode::WrongState).because("only invited users have an invitation"));
    }
    Ok(user)
}

fn check(caller: &Caller, new: &NewUser) -> Result<(), Failure> {
    check_name(&new.name)?;
    if !mail::can_be_addressed(&new.email) {
        return Err(Failure::invalid("/email", FieldCode::BadEmail));
    }
    if !caller.user.role.may_give(new.role) {
        return Err(Failure::invalid("/role", FieldCode::RoleAboveOwn));
    }
    Ok(())
}

/// Gives a user a link in place of the one before.
fn invite(
    connection: &Connection,
    app: &App,
    caller: &Caller,
    user: u32,
    now: Timestamp,
) -> Result<Invited, Failure> {
    let token = LinkToken::random()?;
    let expires_at = later(now, app.settings.invitation_life.as_secs());
    links::put(connection, Purpose::Invitation, &token.hash(), &Link { user, email: None, expires_at }, now)?;
    let user = find(connection, caller, user)?;
    let brand = Brand::of(connection, app, user.account_id)?;
    Ok(Invited { user, token: token.text(), brand })
}

fn post(app: &App, caller: &Caller, invited: &Invited) {
    let Invited { user, token, brand } = invited;
    let occasion =
        Occasion::Invitation { by: &caller.user.name, account: caller.scope.tree().name(user.account_id) };
    let to = Address {
        name: Some(&user.name),
        email: &user.email,
        // The user has not chosen one yet.
        language: Language::of(caller.user.language.as_deref()),
        brand,
    };
    let expires_at = user.invitation_expires_at.unwrap_or(Timestamp::from_unix(0));
    app.mailer.post(link::write(to, occasion, &brand.page(INVITATION_PAGE, token), expires_at));
}

/// So many seconds later.
pub fn later(now: Timestamp, seconds: u64) -> Timestamp {
    Timestamp::from_unix(i64::from(now.unix()).saturating_add(i64::try_from(seconds).unwrap_or(i64::MAX)))
}
