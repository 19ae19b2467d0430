//! What mailed links lead to. Nobody is signed in here: who has the link is whom it was mailed to.

use crate::app::App;
use crate::audit::{self, Actor, Entry};
use crate::clock;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::invite::later;
use crate::http::link_token::LinkToken;
use crate::http::new_password;
use crate::mail::brand::Brand;
use crate::mail::letter::link::{self, Occasion};
use crate::mail::letter::{Address, Language};
use crate::store::links::{self, Link, Purpose};
use crate::store::users::Login;
use crate::store::{accounts, sessions, users};
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use contract::me::{
    EmailConfirmation, ForgottenPassword, Invitation, NewPassword, PASSWORD_RESET_PAGE, PasswordReset,
};
use contract::problem::{FieldCode, ProblemCode};
use domain::audit::AuditAction;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::net::SocketAddr;
use std::time::Instant;

/// Seconds in which a forgotten password can be replaced.
const RESET_LIFE: u64 = 3600;

/// Whom an invitation is for.
#[utoipa::path(
    get, path = "/invitations/{token}", tag = "links", security(()), params(("token" = String, Path)),
    responses((status = 200, body = Invitation)),
)]
pub async fn invitation(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
) -> Result<Json<Invitation>, Failure> {
    let (link, login, account_name) = open(&app, client, Purpose::Invitation, &token).await?;
    let contract::session::User { name, email, .. } = login.user;
    Ok(Json(Invitation { name, email, account_name, expires_at: link.expires_at }))
}

/// Accepts an invitation by setting the first password. The link works once.
#[utoipa::path(
    post, path = "/invitations/{token}", tag = "links", security(()), params(("token" = String, Path)),
    request_body = NewPassword, responses((status = 204, description = "The user can sign in")),
)]
pub async fn accept(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
    Body(chosen): Body<NewPassword>,
) -> Result<StatusCode, Failure> {
    set_password(&app, client, Purpose::Invitation, &token, chosen).await
}

/// Whom a link to a new password is for.
#[utoipa::path(
    get, path = "/password-resets/{token}", tag = "links", security(()), params(("token" = String, Path)),
    responses((status = 200, body = PasswordReset)),
)]
pub async fn reset(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
) -> Result<Json<PasswordReset>, Failure> {
    let (link, login, _) = open(&app, client, Purpose::PasswordReset, &token).await?;
    let contract::session::User { name, email, .. } = login.user;
    Ok(Json(PasswordReset { name, email, expires_at: link.expires_at }))
}

/// Sets a new password in place of a forgotten one. The link works once, and all sessions end.
#[utoipa::path(
    post, path = "/password-resets/{token}", tag = "links", security(()), params(("token" = String, Path)),
    request_body = NewPassword, responses((status = 204, description = "The new password holds")),
)]
pub async fn set_forgotten(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
    Body(chosen): Body<NewPassword>,
) -> Result<StatusCode, Failure> {
    set_password(&app, client, Purpose::PasswordReset, &token, chosen).await
}

/// Mails a link to a new password, if there is somebody who can sign in with this e-mail address.
///
/// The answer is the same, and comes as soon, whether there is or not.
#[utoipa::path(
    post, path = "/password-resets", tag = "links", security(()), request_body = ForgottenPassword,
    responses((status = 202, description = "Whoever has this address gets a mail")),
)]
pub async fn forgotten(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Body(ForgottenPassword { email }): Body<ForgottenPassword>,
) -> Result<StatusCode, Failure> {
    app.link_limit
        .attempt(&email, client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    // All of it after the answer: what takes its time takes it unseen.
    tokio::spawn(async move {
        if let Err(failure) = mail_reset(&app, email).await {
            tracing::error!(?failure, "a forgotten password could not be dealt with");
        }
    });
    Ok(StatusCode::ACCEPTED)
}

async fn mail_reset(app: &App, email: String) -> Result<(), Failure> {
    let token = LinkToken::random()?;
    let (hash, mailing) = (token.hash(), app.clone());
    let put = app.database.write(move |connection| {
        let Some(login) = users::find_login(connection, &email)? else { return Ok(None) };
        let can_sign_in = login.enabled
            && login.password_hash.is_some()
            && accounts::is_open(connection, login.user.account_id)?;
        if !can_sign_in {
            return Ok(None);
        }
        let now = clock::now();
        let link = Link { user: login.user.id, email: None, expires_at: later(now, RESET_LIFE) };
        links::put(connection, Purpose::PasswordReset, &hash, &link, now)?;
        let brand = Brand::of(connection, &mailing, login.user.account_id)?;
        Ok::<_, Failure>(Some((login.user, brand, link.expires_at)))
    });
    let Some((user, brand, expires_at)) = put.await? else { return Ok(()) };
    let to = Address {
        name: Some(&user.name),
        email: &user.email,
        language: Language::of(user.language.as_deref()),
        brand: &brand,
    };
    let page = brand.page(PASSWORD_RESET_PAGE, &token.text());
    app.mailer.post(link::write(to, Occasion::PasswordReset, &page, expires_at));
    Ok(())
}

/// Whose new e-mail address a link is about.
#[utoipa::path(
    get, path = "/email-confirmations/{token}", tag = "links", security(()), params(("token" = String, Path)),
    responses((status = 200, body = EmailConfirmation)),
)]
pub async fn new_email(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
) -> Result<Json<EmailConfirmation>, Failure> {
    let (link, login, _) = open(&app, client, Purpose::Email, &token).await?;
    let email = link.email.unwrap_or_default();
    Ok(Json(EmailConfirmation { name: login.user.name, email, expires_at: link.expires_at }))
}

/// Confirms an e-mail address: it is the user's from now on.
#[utoipa::path(
    post, path = "/email-confirmations/{token}", tag = "links", security(()), params(("token" = String, Path)),
    responses((status = 204, description = "The address is the user's")),
)]
pub async fn confirm_email(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Path(token): Path<String>,
) -> Result<StatusCode, Failure> {
    open(&app, client, Purpose::Email, &token).await?;
    let hash = LinkToken::read(&token)?.hash();
    app.database
        .write(move |connection| {
            let (link, login) = find(connection, Purpose::Email, &hash, clock::now())?;
            let email = link.email.unwrap_or_default();
            if users::has_email(connection, &email)? {
                return Err(Failure::invalid("", FieldCode::EmailTaken));
            }
            links::forget(connection, Purpose::Email, link.user)?;
            // Mailed to the address before: whoever can read that one must not get in by it.
            links::forget(connection, Purpose::PasswordReset, link.user)?;
            let entry = Entry::own(AuditAction::EmailChanged, &login.user).change(
                "email",
                Some(&login.user.email),
                Some(&email),
            );
            audit::record(connection, &Actor::of(&login.user), &entry)?;
            Ok(users::save_email(connection, link.user, &email)?)
        })
        .await?;
    app.announcer.users();
    Ok(StatusCode::NO_CONTENT)
}

/// A link that works, and whose it is. Trying many has to wait.
async fn open(
    app: &App,
    client: SocketAddr,
    purpose: Purpose,
    token: &str,
) -> Result<(Link, Login, String), Failure> {
    app.link_limit
        .attempt_of_client(client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    let hash = LinkToken::read(token)?.hash();
    let found = app.database.read(move |connection| {
        let (link, login) = find(connection, purpose, &hash, clock::now())?;
        let name = accounts::name(connection, login.user.account_id)?;
        Ok::<_, Failure>((link, login, name))
    });
    let found = found.await?;
    app.link_limit.client_succeeded(client.ip());
    Ok(found)
}

fn find(
    connection: &Connection,
    purpose: Purpose,
    hash: &[u8],
    now: Timestamp,
) -> Result<(Link, Login), Failure> {
    let invalid = || Failure::new(ProblemCode::LinkInvalid);
    let link = links::find(connection, purpose, hash, now)?.ok_or_else(invalid)?;
    let login = users::find_login_of(connection, link.user)?.ok_or_else(invalid)?;
    Ok((link, login))
}

async fn set_password(
    app: &App,
    client: SocketAddr,
    purpose: Purpose,
    token: &str,
    chosen: NewPassword,
) -> Result<StatusCode, Failure> {
    let (_, login, _) = open(app, client, purpose, token).await?;
    let password_hash = new_password::hash(app, &login.user, "/password", chosen.password).await?;
    let hash = LinkToken::read(token)?.hash();
    app.database
        .write(move |connection| {
            // Again: meanwhile it could have been used.
            let (link, login) = find(connection, purpose, &hash, clock::now())?;
            let action = match purpose {
                Purpose::Invitation => AuditAction::InvitationAccepted,
                _ => AuditAction::PasswordReset,
            };
            audit::record(connection, &Actor::of(&login.user), &Entry::own(action, &login.user))?;
            links::forget(connection, Purpose::Invitation, link.user)?;
            links::forget(connection, Purpose::PasswordReset, link.user)?;
            sessions::end_of_user(connection, link.user, None)?;
            Ok::<_, Failure>(users::save_password(connection, link.user, &password_hash)?)
        })
        .await?;
    // Whoever guessed at it before has to begin anew, and the user need not wait.
    app.announcer.users();
    Ok(StatusCode::NO_CONTENT)
}
