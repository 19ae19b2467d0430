//! Takes codes beside passwords: from an authenticator app, or recovery codes.

use crate::app::App;
use crate::audit::{self, Actor, Entry};
use crate::clock;
use crate::http::failure::Failure;
use crate::recovery_code::RecoveryCode;
use crate::store::two_factor;
use crate::totp::Authenticator;
use contract::problem::ProblemCode;
use contract::session::User;
use domain::audit::AuditAction;
use rusqlite::Connection;
use std::net::SocketAddr;
use std::time::Instant;

/// Whether the code is one of the user's; it cannot be used again. Guessing has to wait, and longer than at passwords:
/// who gets here knows the password, and a million codes are soon tried.
pub async fn take(app: &App, client: SocketAddr, user: &User, code: String) -> Result<bool, Failure> {
    app.code_limit
        .attempt(&user.email, client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    let whose = user.clone();
    let taken = app.database.write(move |connection| take_in(connection, &whose, &code)).await?;
    if taken {
        app.code_limit.succeeded(&user.email, client.ip());
    }
    Ok(taken)
}

/// In one transaction: of two requests with the same code one is refused.
fn take_in(connection: &Connection, user: &User, code: &str) -> Result<bool, Failure> {
    let Some(kept) = two_factor::find(connection, user.id)? else { return Ok(false) };
    if let Some(step) = authenticator(&kept.secret)?.step(code, kept.last_step, clock::now()) {
        two_factor::take_step(connection, user.id, step)?;
        return Ok(true);
    }
    let Some(code) = RecoveryCode::read(code) else { return Ok(false) };
    let taken = two_factor::take_recovery_code(connection, user.id, &code.hash())?;
    if taken {
        audit::record(connection, &Actor::of(user), &Entry::own(AuditAction::RecoveryCodeUsed, user))?;
    }
    Ok(taken)
}

/// The authenticator with a secret that was kept.
pub fn authenticator(secret: &[u8]) -> Result<Authenticator, Failure> {
    Authenticator::of(secret).map_err(|error| {
        tracing::error!(%error, "a kept secret cannot be used");
        Failure::new(ProblemCode::Internal)
    })
}
