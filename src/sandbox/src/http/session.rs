//! Signing in and out.

use crate::app::App;
use crate::audit::{self, Actor, Entry};
use crate::clock;
use crate::http::authenticate::lacks_second_factor;
use crate::http::caller::Caller;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::http::second_factor;
use crate::http::session_secret::{self, SessionSecret};
use crate::store::{accounts, brandings, sessions, two_factor, users};
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum_extra::extract::CookieJar;
use contract::problem::ProblemCode;
use contract::session::{Carrier, Credentials, Session};
use domain::audit::AuditAction;
use domain::time::Timestamp;
use std::net::SocketAddr;
use std::time::Instant;

/// Longer ones are nobody's password, only work.
pub const LONGEST_PASSWORD: usize = 1_000;

/// What is kept of what a browser says of itself.
const LONGEST_CLIENT: usize = 300;

/// Signs in: sets the session cookie and tells the CSRF token that goes with it.
///
/// With the carrier `token` no cookie is set: the answer's `token`, sent as `Authorization: Bearer`, is the session, and no
/// CSRF token is asked for.
///
/// A wrong password and an unknown user get the same answer. After five failures for an e-mail address within a minute
/// the next attempt has to wait.
///
/// A user with two-factor sign-in is answered 401 `two_factor_required` when e-mail and password are right: the same
/// request comes again, with `code` as well. A wrong code, or one that was used before, is 401 `wrong_code`; after five of
/// them within a quarter of an hour the next one has to wait.
#[utoipa::path(
    post, path = "/session", tag = "session", security(()), request_body = Credentials,
    responses((status = 200, body = Session, headers(("set-cookie" = String, description = "The session")))),
)]
pub async fn sign_in(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    Body(credentials): Body<Credentials>,
) -> Result<(CookieJar, Json<Session>), Failure> {
    let Credentials { email, password, code, carrier } = credentials;
    app.sign_in_limit
        .attempt(&email, client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;

    let (login, two_factor) = {
        let email = email.clone();
        app.database
            .read(move |connection| {
                let login = users::find_login(connection, &email)?;
                let open = match &login {
                    Some(login) => login.enabled && accounts::is_open(connection, login.user.account_id)?,
                    None => false,
                };
                let two_factor = match &login {
                    Some(login) => two_factor::is_on(connection, login.user.id)?,
                    None => false,
                };
                Ok::<_, Failure>((login.filter(|_| open), two_factor))
            })
            .await?
    };
    let password: String = password.chars().take(LONGEST_PASSWORD).collect();
    let fits =
        app.passwords.check(password, login.as_ref().and_then(|login| login.password_hash.clone())).await;
    let Some(login) = login.filter(|_| fits) else {
        tell_of_failure(&app, email);
        return Err(Failure::new(ProblemCode::BadCredentials));
    };
    app.sign_in_limit.succeeded(&email, client.ip());
    if two_factor {
        let code = code.ok_or_else(|| Failure::new(ProblemCode::TwoFactorRequired))?;
        if !second_factor::take(&app, client, &login.user, code).await? {
            tell_of_failure(&app, email);
            return Err(Failure::new(ProblemCode::WrongCode));
        }
    }

    let secret = SessionSecret::random(carrier).map_err(|error| {
        tracing::error!(%error, "no random numbers");
        Failure::new(ProblemCode::Internal)
    })?;
    let now = clock::now();
    let idle = i64::try_from(app.settings.session_idle.as_secs()).unwrap_or(i64::MAX);
    let expires_at = Timestamp::from_unix(i64::from(now.unix()).saturating_add(idle));
    let (hash, user) = (secret.hash(), login.user.clone());
    let browser: String = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .map_or_else(String::new, |value| value.chars().take(LONGEST_CLIENT).collect());
    let (two_factor_setup_required, branding) = app
        .database
        .write(move |connection| {
            let session = sessions::Beginning {
                id_hash: &hash,
                user: user.id,
                client: &browser,
                expires_at: expires_at.unix(),
                now: now.unix(),
            };
            sessions::begin(connection, session)?;
            audit::record(connection, &Actor::of(&user), &Entry::own(AuditAction::SignedIn, &user))?;
            users::signed_in(connection, user.id, now)?;
            let branding = brandings::shown(connection, user.account_id)?;
            Ok::<_, Failure>((lacks_second_factor(connection, &user)?, branding))
        })
        .await?;
    let session = Session {
        user: login.user,
        view: None,
        csrf_token: secret.csrf_token(),
        expires_at,
        two_factor_setup_required,
        branding,
        token: secret.token(),
    };
    let cookies = CookieJar::new();
    let cookies = match secret.cookie(&headers) {
        Some(cookie) => cookies.add(cookie),
        None => cookies,
    };
    Ok((cookies, Json(session)))
}

/// Tells the audit log of an attempt with the e-mail address of a user. After the answer: that there is such a user must
/// not show by the time it takes.
fn tell_of_failure(app: &App, email: String) {
    let database = app.database.clone();
    tokio::spawn(async move {
        let told = database.write(move |connection| {
            if let Some(login) = users::find_login(connection, &email)? {
                let entry = Entry::own(AuditAction::SignInFailed, &login.user);
                audit::record(connection, &Actor::default(), &entry)?;
            }
            anyhow::Ok(())
        });
        if let Err(error) = told.await {
            tracing::error!(%error, "a failed sign-in could not be noted");
        }
    });
}

/// The running session.
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = Session)))]
pub async fn session(State(app): State<App>, caller: Caller) -> Result<Json<Session>, Failure> {
    let session = app.database.read(move |connection| Ok::<_, Failure>(caller.session(connection)?));
    Ok(Json(session.await?))
}

/// Signs out.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204, description = "Signed out")))]
pub async fn sign_out(
    State(app): State<App>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<(StatusCode, CookieJar), Failure> {
    app.database
        .write(move |connection| {
            if let Some(login) = users::find_login_of(connection, caller.person)? {
                audit::record(connection, &caller.actor(), &Entry::own(AuditAction::SignedOut, &login.user))?;
            }
            Ok::<_, Failure>(sessions::end(connection, &caller.session_hash)?)
        })
        .await?;
    app.announcer.session_ended();
    let cookies = CookieJar::new();
    let cookies = match SessionSecret::of(&headers).map(|secret| secret.carrier()) {
        // A cookie beside it is that of another session.
        Some(Carrier::Token) => cookies,
        _ => cookies.add(session_secret::removal(&headers)),
    };
    Ok((StatusCode::NO_CONTENT, cookies))
}
