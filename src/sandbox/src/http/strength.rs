//! What is said about a password while somebody types it.

use crate::app::App;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::strength;
use axum::Json;
use axum::extract::{ConnectInfo, State};
use contract::problem::ProblemCode;
use contract::strength::{PasswordStrength, PasswordToJudge};
use std::net::SocketAddr;
use std::time::Instant;

/// Judges a password that somebody thinks of choosing. Neither it nor what is known of the person is kept or logged.
#[utoipa::path(
    post, path = "/password-strength", tag = "links", security(()), request_body = PasswordToJudge,
    responses((status = 200, body = PasswordStrength)),
)]
pub async fn judge(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    Body(PasswordToJudge { password, words }): Body<PasswordToJudge>,
) -> Result<Json<PasswordStrength>, Failure> {
    app.strength_limit
        .attempt_of_client(client.ip(), Instant::now())
        .map_err(|wait| Failure::new(ProblemCode::RateLimited).retry_after(wait))?;
    let known = strength::known_words(words.iter().map(String::as_str));
    let judged = tokio::task::spawn_blocking(move || strength::judge(&password, &known)).await;
    judged.map(Json).map_err(|_| Failure::new(ProblemCode::Internal))
}
