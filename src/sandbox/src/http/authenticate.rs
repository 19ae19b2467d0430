//! Lets only those through who are signed in, and only changes that come from our own page.

use crate::app::App;
use crate::clock;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::http::session_cookie::SessionSecret;
use crate::store::accounts::{self, Scope};
use crate::store::{sessions, users};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use contract::CSRF_HEADER;
use contract::problem::ProblemCode;
use domain::time::Timestamp;
use std::sync::Arc;

/// A session is written again only after this part of its time, not with every request.
const EXTEND_AFTER: u32 = 60;

/// Puts the [`Caller`] into the request, or refuses it.
pub async fn authenticate(
    State(app): State<App>,
    mut request: Request,
    next: Next,
) -> Result<Response, Failure> {
    let expired = || Failure::new(ProblemCode::SessionExpired);
    let secret = SessionSecret::of(request.headers()).ok_or_else(expired)?;
    let caller = identify(&app, &secret).await?.ok_or_else(expired)?;
    if !request.method().is_safe() {
        let sent = request.headers().get(CSRF_HEADER).map(|value| value.as_bytes());
        if !sent.is_some_and(|sent| same(sent, caller.csrf_token.as_bytes())) {
            return Err(Failure::new(ProblemCode::BadCsrfToken));
        }
    }
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

/// The person behind a session that still runs; being asked for it, it runs longer.
async fn identify(app: &App, secret: &SessionSecret) -> Result<Option<Caller>, Failure> {
    let (hash, now) = (secret.hash(), clock::now().unix());
    let idle = u32::try_from(app.settings.session_idle.as_secs()).unwrap_or(u32::MAX);
    let found = app
        .database
        .read(move |connection| {
            let Some((user, expires_at)) = users::find_by_session(connection, &hash, now)? else {
                return Ok(None);
            };
            if !accounts::is_open(connection, user.account_id)? {
                return Ok(None);
            }
            let scope = Scope::of(connection, user.account_id)?;
            Ok::<_, Failure>(scope.map(|scope| (user, scope, expires_at)))
        })
        .await?;
    let Some((user, scope, expires_at)) = found else { return Ok(None) };
    let later = now.saturating_add(idle);
    if later.saturating_sub(expires_at) > idle / EXTEND_AFTER {
        app.database
            .write(move |connection| Ok::<_, Failure>(sessions::extend(connection, &hash, later)?))
            .await?;
    }
    Ok(Some(Caller {
        user,
        scope: Arc::new(scope),
        session_hash: hash,
        csrf_token: secret.csrf_token(),
        expires_at: Timestamp::from_unix(i64::from(later)),
    }))
}

/// Compares without telling by the time it takes where the difference is.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
