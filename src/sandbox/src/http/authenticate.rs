//! Lets only those through who are signed in or have an API token. What the session of a cookie is to change has to come
//! from our own page; a token, of a session or the API's, is sent on purpose, and no other site's page can do that.

use crate::app::App;
use crate::clock;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::http::session_secret::{self, SessionSecret};
use crate::http::token_secret::TokenSecret;
use crate::store::accounts::{self, Scope};
use crate::store::{api_tokens, sessions, two_factor, users};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use contract::bulk::Author;
use contract::problem::ProblemCode;
use contract::session::{Carrier, User};
use contract::{BASE, CSRF_HEADER};
use domain::permission::Permission;
use domain::permission::routes::{self, Route};
use domain::time::Timestamp;
use rusqlite::Connection;
use std::sync::Arc;

/// A session is written again only after this part of its time, not with every request.
const EXTEND_AFTER: u32 = 60;
/// That a token is used is written again only after so many seconds.
const NOTE_USE_AFTER: u32 = 60;

/// Puts the [`Caller`] into the request, or refuses it.
pub async fn authenticate(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let api_token =
        TokenSecret::of(request.headers()).filter(|secret| !session_secret::is_token(secret.text()));
    let caller = match api_token {
        Some(secret) => by_token(&app, &secret, route(&request)).await?,
        None => by_session(&app, request.headers(), request.method(), route(&request)).await?,
    };
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

/// The route of a request, as it stands in the table.
fn route(request: &Request) -> Option<&'static Route> {
    let path = request.extensions().get::<MatchedPath>().and_then(|path| path.as_str().strip_prefix(BASE));
    path.and_then(|path| Route::find(request.method().as_str(), path))
}

async fn by_session(
    app: &App,
    headers: &HeaderMap,
    method: &Method,
    route: Option<&Route>,
) -> Result<Caller, Failure> {
    let expired = || Failure::new(ProblemCode::SessionExpired);
    let secret = SessionSecret::of(headers).ok_or_else(expired)?;
    let caller = identify(app, &secret).await?.ok_or_else(expired)?;
    if secret.carrier() == Carrier::Cookie && !method.is_safe() {
        let sent = headers.get(CSRF_HEADER).map(|value| value.as_bytes());
        if !sent.is_some_and(|sent| same(sent, caller.csrf_token.as_bytes())) {
            return Err(Failure::new(ProblemCode::BadCsrfToken));
        }
    }
    if caller.two_factor_setup_required
        && !route.is_some_and(|route| routes::serves_two_factor_setup(route.path))
    {
        return Err(Failure::new(ProblemCode::TwoFactorSetupRequired));
    }
    if caller.view.is_some() && !route.is_some_and(Route::is_open_to_views) {
        return Err(Failure::new(ProblemCode::ViewOnly));
    }
    Ok(caller)
}

/// What a token may be used as: who made it, in the token's account and with its role.
async fn by_token(app: &App, secret: &TokenSecret, route: Option<&Route>) -> Result<Caller, Failure> {
    let (hash, now) = (secret.hash(), clock::now());
    let found = app
        .database
        .read(move |connection| {
            let Some((token, maker)) = api_tokens::find_accepted(connection, &hash, now)? else {
                return Ok(None);
            };
            let scope = Scope::of(connection, token.account_id)?;
            Ok::<_, Failure>(scope.map(|scope| (token, maker, scope)))
        })
        .await?;
    let Some((token, maker, scope)) = found else { return Err(Failure::new(ProblemCode::TokenInvalid)) };
    if !route.is_some_and(Route::is_open_to_tokens) {
        return Err(Failure::new(ProblemCode::NotForTokens));
    }
    let (id, last) = (token.id, token.last_used_at.map_or(0, Timestamp::unix));
    if now.unix().saturating_sub(last) >= NOTE_USE_AFTER {
        app.database
            .write(move |connection| Ok::<_, Failure>(api_tokens::used(connection, id, now)?))
            .await?;
    }
    Ok(Caller {
        person: maker.user.id,
        user: User { account_id: token.account_id, role: token.role, ..maker.user },
        view: None,
        scope: Arc::new(scope),
        token: Some(Author { id, name: token.name }),
        session_hash: hash,
        csrf_token: String::new(),
        expires_at: token.expires_at,
        // Nobody is there who could set it up; a token is bounded by its role and its end instead.
        two_factor_setup_required: false,
    })
}

/// Whether the user has to set up two-factor sign-in before anything else.
pub fn lacks_second_factor(connection: &Connection, user: &User) -> rusqlite::Result<bool> {
    Ok(accounts::requires_two_factor(connection, user.account_id)?
        && !two_factor::is_on(connection, user.id)?)
}

/// The person behind a session that still runs; being asked for it, it runs longer.
async fn identify(app: &App, secret: &SessionSecret) -> Result<Option<Caller>, Failure> {
    let (hash, now) = (secret.hash(), clock::now().unix());
    let idle = u32::try_from(app.settings.session_idle.as_secs()).unwrap_or(u32::MAX);
    let found = app
        .database
        .read(move |connection| {
            let Some(session) = users::find_by_session(connection, &hash, now)? else {
                return Ok(None);
            };
            if !accounts::is_open(connection, session.user.account_id)? {
                return Ok(None);
            }
            let Some(scope) = Scope::of(connection, session.user.account_id)? else { return Ok(None) };
            let lacks = lacks_second_factor(connection, &session.user)?;
            // Whoever lost the right, or the account, sees what is left to them; who sets up the second factor does it as
            // themselves.
            let viewed = session.view.filter(|&account| {
                !lacks && session.user.role.may(Permission::ViewAsCustomer) && scope.contains(account)
            });
            let viewed = viewed.map(|account| Scope::of(connection, account)).transpose()?.flatten();
            Ok::<_, Failure>(Some((session, scope, viewed, lacks)))
        })
        .await?;
    let Some((session, scope, viewed, two_factor_setup_required)) = found else { return Ok(None) };
    let expires_at = session.expires_at;
    let later = now.saturating_add(idle);
    if later.saturating_sub(expires_at) > idle / EXTEND_AFTER {
        app.database
            .write(move |connection| Ok::<_, Failure>(sessions::extend(connection, &hash, later)?))
            .await?;
    }
    let caller = Caller {
        person: session.user.id,
        user: session.user,
        view: None,
        token: None,
        scope: Arc::new(scope),
        session_hash: hash,
        csrf_token: secret.csrf_token(),
        expires_at: Timestamp::from_unix(i64::from(later)),
        two_factor_setup_required,
    };
    Ok(Some(match viewed {
        Some(scope) => caller.viewing(scope),
        None => caller,
    }))
}

/// Compares without telling by the time it takes where the difference is.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
