//! `PUT` and `DELETE /sims/{id}/lift`: another cap for the rest of the period.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::sim_edit;
use crate::metering::{self, By};
use crate::store::{estate, sims};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use contract::problem::{FieldCode, ProblemCode};
use contract::sim::Lift;
use domain::act::Subject;
use domain::history::Cause;
use domain::metering::{LevelSetting, LiftError};
use domain::period::Period;
use domain::permission::Permission;
use domain::sim::{Sim, SimId};
use domain::time::Timestamp;
use rusqlite::Connection;
use std::time::Duration;

/// Where the body says the cap.
const POINTER: &str = "/cap_bytes";

/// Raises the cap of one SIM for the rest of the period, or changes how far it is raised. The regular cap comes back with
/// the next period, with `DELETE`, and any edit of the cap ends it as well.
///
/// The alert stays as it is.
#[utoipa::path(
    put, path = "/sims/{id}/lift", tag = "sims", params(("id" = u32, Path), IfMatch), request_body = Lift,
    responses((status = 200, body = Sim, headers(("etag" = String, description = "Of the SIM as it is now")))),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(lift): Body<Lift>,
) -> Result<Response, Failure> {
    caller.require(Permission::SetLevels)?;
    let refuse = |code| Failure::invalid(POINTER, code);
    set(app, caller, SimId(id), &headers, move |sim, setting, has_caps| {
        sim.status.editable().map_err(|_| refuse(FieldCode::NotEditable))?;
        if !has_caps {
            return Err(refuse(FieldCode::CapsNotEnabled));
        }
        setting.lifted(lift.cap_bytes).map_err(|error| {
            refuse(match error {
                LiftError::NoCap => FieldCode::NoCap,
                LiftError::NotAboveCap => FieldCode::NotAboveCap,
                LiftError::TooLarge => FieldCode::LevelTooLarge,
            })
        })
    })
    .await
}

/// Brings the regular cap back before the period ends. Without a raised cap nothing changes.
#[utoipa::path(
    delete, path = "/sims/{id}/lift", tag = "sims", params(("id" = u32, Path), IfMatch),
    responses((status = 200, body = Sim, headers(("etag" = String, description = "Of the SIM as it is now")))),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    caller.require(Permission::SetLevels)?;
    set(app, caller, SimId(id), &headers, |sim, setting, _| {
        let regular = setting.regular();
        if regular != setting && sim.status.editable().is_err() {
            return Err(
                Failure::new(ProblemCode::WrongState).because("nothing can be set on this SIM any more")
            );
        }
        Ok(regular)
    })
    .await
}

/// Sets what `change` makes of the levels of a SIM, which is told whether its account has caps.
async fn set(
    app: App,
    caller: Caller,
    id: SimId,
    headers: &HeaderMap,
    change: impl FnOnce(&Sim, LevelSetting, bool) -> Result<LevelSetting, Failure> + Send + 'static,
) -> Result<Response, Failure> {
    let seen = etag::if_match(headers);
    let now = app.network.now();
    let changed = app.database.write(move |connection| {
        let (before, revision) = sims::find(connection, &caller.scope, id)?.ok_or_else(Failure::not_found)?;
        etag::check(&seen?, revision)?;
        let card = sims::find_card(connection, id)?.ok_or_else(Failure::not_found)?;
        let setting = change(&before, card.setting(), caller.scope.has_caps(before.account_id))?;
        if setting == card.setting() {
            return Ok((before, revision, None));
        }
        wait_for_period(connection, now)?;
        let version = estate::next_version(connection)?;
        let after = card.metered(card.meter().set(setting));
        metering::keep(connection, &card, &after, By::Edit, version, now)?;
        let (after, revision) = sims::find(connection, &caller.scope, id)?.ok_or_else(Failure::not_found)?;
        sim_edit::record(connection, &caller, Cause::Lifted, (&before, &after), now)?;
        Ok::<_, Failure>((after, revision, Some(version)))
    });
    let (sim, revision, version) = changed.await?;
    if let Some(version) = version {
        app.announcer.estate(version);
    }
    Ok(([(header::ETAG, etag::etag(revision))], Json(sim)).into_response())
}

/// What is raised while SIMs are being taken into a new period would be over at once: it has to be asked for again.
fn wait_for_period(connection: &Connection, now: Timestamp) -> Result<(), Failure> {
    if estate::period(connection)?.is_some_and(|begun| begun.is_through(Period::of(now))) {
        return Ok(());
    }
    Err(Failure::new(ProblemCode::Unavailable)
        .because("a new period is beginning")
        .retry_after(Duration::from_secs(1)))
}
