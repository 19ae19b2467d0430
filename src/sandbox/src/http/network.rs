//! With `--network-switchable`: lets time pass on the operators' side, and takes what operators would report.

use crate::app::App;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::metering::books::{Books, NoSuchSim};
use crate::metering::period;
use crate::store::estate;
use axum::Json;
use axum::extract::State;
use contract::problem::{FieldCode, ProblemCode};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// Where it is told.
pub const PATH: &str = "/network";

/// What happens, in this order: time passes, and a period that has begun by it is begun by all SIMs; activations complete;
/// sessions open; usage is reported; sessions end.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Passage {
    advance_seconds: u32,
    usage: Vec<Usage>,
    sessions: Vec<Session>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Usage {
    sim_id: SimId,
    bytes: u64,
    /// The day of it; today when absent.
    day: Option<Timestamp>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    sim_id: SimId,
    /// Whether the SIM asks for one, or ends the one it has.
    open: bool,
}

/// The operators' time afterwards.
#[derive(Clone, Debug, Serialize)]
pub struct Passed {
    now: Timestamp,
}

/// Lets it happen.
pub async fn pass(State(app): State<App>, Body(passage): Body<Passage>) -> Result<Json<Passed>, Failure> {
    let seconds = passage.advance_seconds;
    app.database
        .write(move |connection| Ok::<_, Failure>(estate::advance_clock(connection, seconds)?))
        .await?;
    app.network.advance(seconds);
    period::begin(&app).await?;
    let now = app.network.now();
    let booked = app.database.write(move |connection| book(connection, &passage, now));
    if let Some(version) = booked.await? {
        app.announcer.estate(version);
    }
    Ok(Json(Passed { now }))
}

fn book(connection: &Connection, passage: &Passage, now: Timestamp) -> Result<Option<u64>, Failure> {
    let unknown = |list: &'static str, at: usize| {
        move |NoSuchSim| {
            Failure::invalid(format!("/{list}/{at}/sim_id"), FieldCode::Invalid).because("no such SIM")
        }
    };
    // A month has ended since the clock was set.
    let books = Books::open(connection, now)?;
    let mut books = books.ok_or_else(|| Failure::new(ProblemCode::Unavailable))?;
    books.complete_activations()?;
    for (at, session) in passage.sessions.iter().enumerate().filter(|(_, session)| session.open) {
        books.open_session(session.sim_id)?.map_err(unknown("sessions", at))?;
    }
    for (at, usage) in passage.usage.iter().enumerate() {
        let day = usage.day.map_or(now.day(), Timestamp::day);
        if day > now.day() {
            return Err(Failure::invalid(format!("/usage/{at}/day"), FieldCode::TooFarAhead));
        }
        books.report(usage.sim_id, day, usage.bytes)?.map_err(unknown("usage", at))?;
    }
    for (at, session) in passage.sessions.iter().enumerate().filter(|(_, session)| !session.open) {
        books.close_session(session.sim_id)?.map_err(unknown("sessions", at))?;
    }
    Ok(books.close())
}
