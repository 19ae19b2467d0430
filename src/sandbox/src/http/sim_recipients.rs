//! Who is told about the alerts of one SIM.

use crate::app::App;
use crate::audit;
use crate::http::caller::Caller;
use crate::http::extract::Path;
use crate::http::failure::Failure;
use crate::http::recipients::{entry, find};
use crate::store::sim_history::{self, Origin};
use crate::store::{recipients, sim_recipients, sims, told};
use axum::Json;
use axum::extract::State;
use contract::problem::ProblemCode;
use contract::recipient::{Recipient, SimRecipients};
use domain::audit::AuditAction;
use domain::history::Cause;
use domain::permission::Permission;
use domain::recipient::{RecipientId, shown};
use domain::sim::{Sim, SimId};
use domain::time::Timestamp;
use rusqlite::Connection;

/// Who is told about the alerts of a SIM, each address once, with why.
///
/// Of accounts above the caller's own only the number of those told is in the answer.
#[utoipa::path(
    get, path = "/sims/{id}/recipients", tag = "recipients", params(("id" = u32, Path)),
    responses((status = 200, body = SimRecipients)),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<Json<SimRecipients>, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let found = app.database.read(move |connection| {
        let sim = sim(connection, &caller, id)?;
        told_of(connection, &caller, &sim)
    });
    Ok(Json(found.await?))
}

/// Sets an address on a SIM: one of the SIM's account or of an account above it. Setting it again changes nothing.
#[utoipa::path(
    put, path = "/sims/{id}/recipients/{recipient_id}", tag = "recipients",
    params(("id" = u32, Path), ("recipient_id" = u32, Path)),
    responses((status = 200, body = SimRecipients, description = "Who is told now")),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Path((id, recipient)): Path<(u32, u32)>,
) -> Result<Json<SimRecipients>, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let now = app.network.now();
    let changed = app.database.write(move |connection| {
        let sim = sim(connection, &caller, id)?;
        let recipient = find(connection, &caller, RecipientId(recipient))?;
        if !caller.scope.tree().is_within(sim.account_id, recipient.account_id) {
            return Err(Failure::not_found());
        }
        if sim.status.editable().is_err() {
            return Err(
                Failure::new(ProblemCode::WrongState).because("nothing can be set on this SIM any more")
            );
        }
        if sim_recipients::add(connection, sim.id, recipient.id)? {
            let entry = entry(AuditAction::RecipientChanged, &recipient).with("sim", &sim.iccid);
            audit::record(connection, &caller.actor(), &entry)?;
            remember(connection, &caller, &sim, &recipient, (None, Some(&recipient.email)), now)?;
        }
        told_of(connection, &caller, &sim)
    });
    Ok(Json(changed.await?))
}

/// Takes an address off a SIM. It may still be told for another reason. Taking it off again changes nothing.
#[utoipa::path(
    delete, path = "/sims/{id}/recipients/{recipient_id}", tag = "recipients",
    params(("id" = u32, Path), ("recipient_id" = u32, Path)),
    responses((status = 200, body = SimRecipients, description = "Who is told now")),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path((id, recipient)): Path<(u32, u32)>,
) -> Result<Json<SimRecipients>, Failure> {
    caller.require(Permission::ManageRecipients)?;
    let now = app.network.now();
    let changed = app.database.write(move |connection| {
        let sim = sim(connection, &caller, id)?;
        let recipient = find(connection, &caller, RecipientId(recipient))?;
        if sim_recipients::remove(connection, sim.id, recipient.id)? {
            let entry =
                entry(AuditAction::RecipientChanged, &recipient).change("sim", Some(&sim.iccid), None);
            audit::record(connection, &caller.actor(), &entry)?;
            remember(connection, &caller, &sim, &recipient, (Some(&recipient.email), None), now)?;
        }
        told_of(connection, &caller, &sim)
    });
    Ok(Json(changed.await?))
}

/// Tells the history of a SIM that an address was set on it, or taken off.
fn remember(
    connection: &Connection,
    caller: &Caller,
    sim: &Sim,
    recipient: &Recipient,
    change: (Option<&str>, Option<&str>),
    now: Timestamp,
) -> rusqlite::Result<()> {
    let origin = Origin::act(Cause::Edited, &caller.actor());
    let place = (sim.id, sim.account_id);
    sim_history::add_recipient(connection, origin, place, change, recipient.account_id, now)
}

fn sim(connection: &Connection, caller: &Caller, id: u32) -> Result<Sim, Failure> {
    let found = sims::find(connection, &caller.scope, SimId(id))?;
    found.map(|(sim, _)| sim).ok_or_else(Failure::not_found)
}

fn told_of(connection: &Connection, caller: &Caller, sim: &Sim) -> Result<SimRecipients, Failure> {
    let (told, above) = shown(told::of_sim(connection, sim.id, sim.account_id)?, caller.scope.tree());
    let set = sim_recipients::of_sim(connection, sim.id)?;
    let mut can_add = recipients::choices(connection, &caller.scope, sim.account_id)?;
    can_add.retain(|address| set.iter().all(|(id, _)| *id != address.id));
    Ok(SimRecipients { told, above, can_add })
}
