//! What the caller does for itself: profile, password, sessions. Every role may.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::clock;
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::http::invite::later;
use crate::http::link_token::LinkToken;
use crate::http::new_password;
use crate::http::users::check_name;
use crate::mail::letter::link::{self as letter, Occasion};
use crate::mail::letter::{Address, Language};
use crate::mail::{self, brand::Brand};
use crate::store::links::{self, Link, Purpose};
use crate::store::{sessions, users};
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::me::{EMAIL_PAGE, EmailChange, OwnSessions, PasswordChange, Profile, ProfilePatch};
use contract::problem::{FieldCode, ProblemCode};
use contract::session::User;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use rusqlite::Connection;
use std::net::SocketAddr;
use std::time::Instant;

/// Seconds in which a new e-mail address can be confirmed.
const CONFIRMATION_LIFE: u64 = 24 * 3600;
/// Most characters of a language tag (RFC 5646, 4.4.1).
const LANGUAGE_LENGTH: usize = 35;

/// The caller's profile.
#[utoipa::path(
    get, path = "/me", tag = "me",
    responses((status = 200, body = Profile, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(State(app): State<App>, caller: Caller) -> Result<Response, Failure> {
    caller.require(Permission::OwnProfile)?;
    let found = app.database.read(move |connection| own(connection, caller.user.id));
    Ok(told(found.await?))
}

/// Changes the caller's name and language, and whether it is told about alerts.
#[utoipa::path(
    patch, path = "/me", tag = "me",
    params(IfMatch),
    request_body(content(
        (ProfilePatch = "application/merge-patch+json"),
        (ProfilePatch = "application/json"),
    )),
    responses((
        status = 200, body = Profile, headers(("etag" = String, description = "Of the profile as it is now")),
    )),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(patch): Body<ProfilePatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::OwnProfile)?;
    if let Some(name) = &patch.name {
        check_name(name)?;
    }
    if let Some(Some(language)) = &patch.language {
        check_language(language)?;
    }
    let seen = etag::if_match(&headers);
    let profile = app
        .database
        .write(move |connection| {
            let before = own(connection, caller.user.id)?;
            etag::check_text(&seen?, &before.etag)?;
            if patch != ProfilePatch::default() {
                let name = patch.name.as_deref().map_or(before.name.as_str(), str::trim);
                let language = patch.language.as_ref().unwrap_or(&before.language);
                let alerts = patch.alerts.unwrap_or(before.alerts);
                users::save_profile(connection, before.id, name, language.as_deref(), alerts)?;
                let entry = Entry::new(
                    AuditAction::ProfileChanged,
                    before.account_id,
                    SubjectKind::User,
                    before.id,
                    &before.name,
                )
                .change("name", Some(before.name.as_str()), Some(name))
                .change("language", before.language.as_ref(), language.as_ref())
                .change("alerts", Some(before.alerts), Some(alerts));
                if !entry.changes.is_empty() {
                    audit::record(connection, &caller.actor(), &entry)?;
                }
            }
            own(connection, before.id)
        })
        .await?;
    app.announcer.users();
    Ok(told(profile))
}

/// Changes the caller's password; ends its other sessions.
#[utoipa::path(
    post, path = "/me/password", tag = "me", request_body = PasswordChange,
    responses((status = 204, description = "The new password holds")),
)]
pub async fn change_password(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    caller: Caller,
    Body(change): Body<PasswordChange>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::OwnProfile)?;
    check_password(&app, client, &caller, "/current", change.current).await?;
    let password_hash = new_password::hash(&app, &caller.user, "/new", change.new).await?;
    app.database
        .write(move |connection| {
            links::forget(connection, Purpose::PasswordReset, caller.user.id)?;
            sessions::end_of_user(connection, caller.user.id, Some(&caller.session_hash))?;
            let entry = Entry::own(AuditAction::PasswordChanged, &caller.user);
            audit::record(connection, &caller.actor(), &entry)?;
            Ok::<_, Failure>(users::save_password(connection, caller.user.id, &password_hash)?)
        })
        .await?;
    app.announcer.session_ended();
    Ok(StatusCode::NO_CONTENT)
}

/// Asks for another e-mail address: a mail with a link goes there, and nothing changes until the link is followed.
///
/// The answer does not tell whether somebody else has the address: following the link does.
#[utoipa::path(
    post, path = "/me/email", tag = "me", request_body = EmailChange,
    responses((status = 202, description = "A mail goes to the new address")),
)]
pub async fn change_email(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    caller: Caller,
    Body(change): Body<EmailChange>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::OwnProfile)?;
    if !mail::can_be_addressed(&change.email) {
        return Err(Failure::invalid("/email", FieldCode::BadEmail));
    }
    check_password(&app, client, &caller, "/password", change.password).await?;
    app.link_limit
        .attempt(&change.email, client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    let (token, now) = (LinkToken::random()?, clock::now());
    let expires_at = later(now, CONFIRMATION_LIFE);
    let user = caller.user;
    let link = Link { user: user.id, email: Some(change.email.to_lowercase()), expires_at };
    let (hash, account, mailing) = (token.hash(), user.account_id, app.clone());
    let brand = app
        .database
        .write(move |connection| {
            links::put(connection, Purpose::Email, &hash, &link, now)?;
            Ok::<_, Failure>(Brand::of(connection, &mailing, account)?)
        })
        .await?;
    let to = Address {
        name: Some(&user.name),
        email: &change.email,
        language: Language::of(user.language.as_deref()),
        brand: &brand,
    };
    let page = brand.page(EMAIL_PAGE, &token.text());
    app.mailer.post(letter::write(to, Occasion::Email, &page, expires_at));
    Ok(StatusCode::ACCEPTED)
}

/// Where the caller is signed in.
#[utoipa::path(get, path = "/me/sessions", tag = "me", responses((status = 200, body = OwnSessions)))]
pub async fn sessions(State(app): State<App>, caller: Caller) -> Result<Json<OwnSessions>, Failure> {
    caller.require(Permission::OwnProfile)?;
    let items = app.database.read(move |connection| {
        let now = clock::now().unix();
        Ok::<_, Failure>(sessions::of_user(connection, caller.user.id, &caller.session_hash, now)?)
    });
    Ok(Json(OwnSessions { items: items.await? }))
}

/// Signs the caller out everywhere else.
#[utoipa::path(
    delete, path = "/me/sessions", tag = "me",
    responses((status = 204, description = "Only the session that asks still runs")),
)]
pub async fn end_other_sessions(State(app): State<App>, caller: Caller) -> Result<StatusCode, Failure> {
    caller.require(Permission::OwnProfile)?;
    app.database
        .write(move |connection| {
            let own = Some(&caller.session_hash[..]);
            let entry = Entry::own(AuditAction::SignedOutElsewhere, &caller.user);
            audit::record(connection, &caller.actor(), &entry)?;
            Ok::<_, Failure>(sessions::end_of_user(connection, caller.user.id, own)?)
        })
        .await?;
    app.announcer.session_ended();
    Ok(StatusCode::NO_CONTENT)
}

fn own(connection: &Connection, id: u32) -> Result<Profile, Failure> {
    let login = users::find_login_of(connection, id)?.ok_or_else(Failure::not_found)?;
    let User { id, name, email, role, account_id, language } = login.user;
    let alerts = users::wants_alerts(connection, id)?;
    let etag = etag::text(users::revision(connection, id)?);
    Ok(Profile { id, name, email, role, account_id, language, alerts, etag })
}

fn told(profile: Profile) -> Response {
    ([(header::ETAG, profile.etag.clone())], Json(profile)).into_response()
}

fn check_language(tag: &str) -> Result<(), Failure> {
    let part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if tag.len() <= LANGUAGE_LENGTH && tag.split('-').all(part) {
        Ok(())
    } else {
        Err(Failure::invalid("/language", FieldCode::Invalid).because("not a language tag"))
    }
}

/// Asks the caller's password again. Guessing at it has to wait as at sign-in.
pub async fn check_password(
    app: &App,
    client: SocketAddr,
    caller: &Caller,
    pointer: &str,
    password: String,
) -> Result<(), Failure> {
    let (email, id) = (&caller.user.email, caller.user.id);
    app.sign_in_limit
        .attempt(email, client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    let login =
        app.database.read(move |connection| Ok::<_, Failure>(users::find_login_of(connection, id)?)).await?;
    let password: String = password.chars().take(crate::http::session::LONGEST_PASSWORD).collect();
    if !app.passwords.check(password, login.and_then(|login| login.password_hash)).await {
        return Err(Failure::invalid(pointer, FieldCode::WrongPassword));
    }
    app.sign_in_limit.succeeded(email, client.ip());
    Ok(())
}
