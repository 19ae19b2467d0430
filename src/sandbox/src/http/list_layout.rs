//! How the caller arranged the list.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::store::own;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::layout::OwnLayout;
use contract::problem::FieldCode;
use domain::layout::{BadLayout, ListLayout};
use domain::permission::Permission;

/// How the caller arranged the list: columns, widths, what stays in view, density.
#[utoipa::path(get, path = "/me/list-layout", tag = "me", responses((status = 200, body = OwnLayout)))]
pub async fn get(State(app): State<App>, caller: Caller) -> Result<Json<OwnLayout>, Failure> {
    caller.require(Permission::ViewSims)?;
    let layout =
        app.database.read(move |connection| Ok::<_, Failure>(own::find(connection, caller.user.id)?));
    Ok(Json(OwnLayout { layout: layout.await? }))
}

/// Arranges the list.
///
/// The arrangement is the caller's own and is replaced as a whole, so the last one written stays and no `If-Match` is
/// asked for: the only one who could be overwritten is the person itself, in another window.
#[utoipa::path(
    put, path = "/me/list-layout", tag = "me", request_body = ListLayout,
    responses((status = 204, description = "Kept")),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Body(layout): Body<ListLayout>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ViewSims)?;
    check(&layout, "")?;
    app.database
        .write(move |connection| Ok::<_, Failure>(own::save(connection, caller.user.id, &layout)?))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets the list be arranged as it is for everybody who never arranged it.
#[utoipa::path(
    delete, path = "/me/list-layout", tag = "me",
    responses((status = 204, description = "There is none any more")),
)]
pub async fn delete(State(app): State<App>, caller: Caller) -> Result<StatusCode, Failure> {
    caller.require(Permission::ViewSims)?;
    app.database
        .write(move |connection| Ok::<_, Failure>(own::forget::<ListLayout>(connection, caller.user.id)?))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Refuses a layout that is against the rules; `base` points to where it stands.
pub fn check(layout: &ListLayout, base: &str) -> Result<(), Failure> {
    layout.check().map_err(|bad| {
        let place = match bad {
            BadLayout::IccidNotFirst => "/columns".to_owned(),
            BadLayout::ColumnTwice(at) => format!("/columns/{at}/column"),
            BadLayout::Width(at) => format!("/columns/{at}/width_px"),
            BadLayout::TooManyPinned => "/pinned".to_owned(),
        };
        Failure::invalid(format!("{base}{place}"), FieldCode::Invalid).because(bad.to_string())
    })
}
