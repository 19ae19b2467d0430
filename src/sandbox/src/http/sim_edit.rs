//! `PATCH /sims/{id}`.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::bulk::plan;
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::metering::{self, By};
use crate::store::estate;
use crate::store::sim_history::{self, Origin};
use crate::store::sims;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use contract::problem::{FieldCode, ProblemCode};
use contract::sim::SimPatch;
use domain::audit::{AuditAction, SubjectKind};
use domain::cap::{Levels, alert_for};
use domain::history::Cause;
use domain::metering::LevelSetting;
use domain::permission::Permission;
use domain::sim::{HardCap, LABEL_LENGTH, NOTE_LENGTH, Sim, SimId};
use domain::time::Timestamp;
use rusqlite::Connection;

/// Changes a SIM: label and note, and with the role for it cap and alert.
///
/// A cap without an alert sets the alert to 80 % of it.
#[utoipa::path(
    patch, path = "/sims/{id}", tag = "sims",
    params(("id" = u32, Path), IfMatch),
    request_body(content(
        (SimPatch = "application/merge-patch+json"),
        (SimPatch = "application/json"),
    )),
    responses((status = 200, body = Sim, headers(("etag" = String, description = "Of the SIM as it is now")))),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(patch): Body<SimPatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::EditNotes)?;
    if sets_levels(&patch) {
        caller.require(Permission::SetLevels)?;
    }
    check_texts(&patch)?;
    check_sent_levels(&patch)?;
    let seen = etag::if_match(&headers);
    let now = app.network.now();
    let (sim, revision, version) = app
        .database
        .write(move |connection| {
            let (sim, revision) =
                sims::find(connection, &caller.scope, SimId(id))?.ok_or_else(Failure::not_found)?;
            etag::check(&seen?, revision)?;
            let version = edit(connection, &caller, &sim, &patch, now)?;
            let before = sim;
            let (sim, revision) =
                sims::find(connection, &caller.scope, SimId(id))?.ok_or_else(Failure::not_found)?;
            record(connection, &caller, Cause::Edited, (&before, &sim), now)?;
            Ok::<_, Failure>((sim, revision, version))
        })
        .await?;
    if let Some(version) = version {
        app.announcer.estate(version);
    }
    Ok(([(header::ETAG, etag::etag(revision))], Json(sim)).into_response())
}

/// Tells the audit log and the history of the SIM what became of it.
pub fn record(
    connection: &Connection,
    caller: &Caller,
    cause: Cause,
    (before, after): (&Sim, &Sim),
    now: Timestamp,
) -> rusqlite::Result<()> {
    let entry = Entry::new(
        AuditAction::SimChanged,
        before.account_id,
        SubjectKind::Sim,
        before.id.0,
        before.iccid.to_string(),
    )
    .change("cap_bytes", before.cap_bytes, after.cap_bytes)
    .change("regular_cap_bytes", before.regular_cap_bytes, after.regular_cap_bytes)
    .change("alert_bytes", before.alert_bytes, after.alert_bytes)
    .change("hard_cap", Some(before.hard_cap.code()), Some(after.hard_cap.code()))
    .change("label", Some(&before.label), Some(&after.label))
    .change("note", Some(&before.note), Some(&after.note));
    if !entry.changes.is_empty() {
        audit::record(connection, &caller.actor(), &entry)?;
    }
    let origin = Origin::act(cause, &caller.actor());
    let mut changes = entry.changes;
    sim_history::note(&mut changes, "status", Some(before.status.code()), Some(after.status.code()));
    sim_history::add(connection, origin, before.id, before.account_id, &changes, now)
}

fn sets_levels(patch: &SimPatch) -> bool {
    patch.cap_bytes.is_some() || patch.alert_bytes.is_some() || patch.end_session_at_cap.is_some()
}

/// Makes the change; gives the version of it, or `None` when there was nothing to change.
fn edit(
    connection: &Connection,
    caller: &Caller,
    sim: &Sim,
    patch: &SimPatch,
    now: Timestamp,
) -> Result<Option<u64>, Failure> {
    if *patch == SimPatch::default() {
        return Ok(None);
    }
    check_editable(caller, sim, patch)?;
    let card = sims::find_card(connection, sim.id)?.ok_or_else(Failure::not_found)?;
    let after =
        if sets_levels(patch) { card.metered(card.meter().set(setting(sim, patch)?)) } else { card.clone() };
    let label = patch.label.as_deref().unwrap_or(&sim.label);
    let note = patch.note.as_deref().unwrap_or(&sim.note);
    let version = estate::next_version(connection)?;
    metering::keep(connection, &card, &after, By::Edit, version, now)?;
    sims::save_texts(connection, sim.id, label, note)?;
    Ok(Some(version))
}

fn check_editable(caller: &Caller, sim: &Sim, patch: &SimPatch) -> Result<(), Failure> {
    let refuse = |code| {
        let levels = [
            ("/cap_bytes", patch.cap_bytes.is_some()),
            ("/alert_bytes", patch.alert_bytes.is_some()),
            ("/end_session_at_cap", patch.end_session_at_cap.is_some()),
        ];
        let texts = [("/label", patch.label.is_some()), ("/note", patch.note.is_some())];
        let texts = texts.into_iter().filter(|_| code == FieldCode::NotEditable);
        let meant = levels.into_iter().chain(texts).filter(|(_, present)| *present);
        Err(meant.fold(Failure::new(ProblemCode::Invalid), |failure, (pointer, _)| failure.at(pointer, code)))
    };
    if sim.status.editable().is_err() {
        return refuse(FieldCode::NotEditable);
    }
    if sets_levels(patch) && !caller.scope.has_caps(sim.account_id) {
        return refuse(FieldCode::CapsNotEnabled);
    }
    Ok(())
}

fn check_texts(patch: &SimPatch) -> Result<(), Failure> {
    let forbidden = |text: &str, multiline: bool| {
        text.chars().any(|c| c.is_control() && !(multiline && matches!(c, '\n' | '\r' | '\t')))
    };
    for (pointer, text, most, multiline) in
        [("/label", &patch.label, LABEL_LENGTH, false), ("/note", &patch.note, NOTE_LENGTH, true)]
    {
        let Some(text) = text else { continue };
        if text.chars().count() > most {
            return Err(Failure::invalid(pointer, FieldCode::TooLong));
        }
        if forbidden(text, multiline) {
            return Err(Failure::invalid(pointer, FieldCode::Invalid).because("control characters"));
        }
    }
    Ok(())
}

/// Checks each level that is sent by itself; whether they fit together depends on the SIM.
fn check_sent_levels(patch: &SimPatch) -> Result<(), Failure> {
    plan::check_levels(Levels { cap: patch.cap_bytes.flatten(), alert: None }, "")?;
    plan::check_levels(Levels { cap: None, alert: patch.alert_bytes.flatten() }, "")
}

/// The levels after the patch: an alert that is not sent follows a cap that is, and a cap that is sent is not for this
/// period only.
fn setting(sim: &Sim, patch: &SimPatch) -> Result<LevelSetting, Failure> {
    let cap = patch.cap_bytes.unwrap_or(sim.cap_bytes);
    let alert = patch
        .alert_bytes
        .unwrap_or_else(|| if patch.cap_bytes.is_some() { alert_for(cap) } else { sim.alert_bytes });
    let levels = Levels { cap, alert };
    plan::check_levels(levels, "")?;
    if patch.end_session_at_cap == Some(true) && sim.hard_cap == HardCap::Unsupported {
        return Err(Failure::invalid("/end_session_at_cap", FieldCode::HardCapUnsupported));
    }
    let hard_cap = patch.end_session_at_cap.map_or(sim.hard_cap, |on| sim.hard_cap.wished(on));
    let regular_cap = if patch.cap_bytes.is_some() { None } else { sim.regular_cap_bytes };
    Ok(LevelSetting { levels, hard_cap, regular_cap })
}
