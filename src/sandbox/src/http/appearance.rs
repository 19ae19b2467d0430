//! How the caller wants the app to look.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::store::own;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::appearance::OwnAppearance;
use domain::appearance::Appearance;
use domain::permission::Permission;

/// How the caller wants the app to look: light or dark, contrast, motion.
#[utoipa::path(get, path = "/me/appearance", tag = "me", responses((status = 200, body = OwnAppearance)))]
pub async fn get(State(app): State<App>, caller: Caller) -> Result<Json<OwnAppearance>, Failure> {
    caller.require(Permission::ViewSims)?;
    let appearance =
        app.database.read(move |connection| Ok::<_, Failure>(own::find(connection, caller.user.id)?));
    Ok(Json(OwnAppearance { appearance: appearance.await? }))
}

/// Says how the app is to look.
///
/// It is the caller's own and is replaced as a whole, so the last one written stays and no `If-Match` is asked for.
#[utoipa::path(
    put, path = "/me/appearance", tag = "me", request_body = Appearance,
    responses((status = 204, description = "Kept")),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Body(appearance): Body<Appearance>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ViewSims)?;
    let saved = app
        .database
        .write(move |connection| Ok::<_, Failure>(own::save(connection, caller.user.id, &appearance)?));
    saved.await?;
    Ok(StatusCode::NO_CONTENT)
}
