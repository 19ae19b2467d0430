//! What a SIM did: usage by days, and sessions.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::{Path, Query};
use crate::http::failure::Failure;
use crate::store::{pasts, sim_sessions, sims, usage};
use axum::Json;
use axum::extract::State;
use contract::activity::{DayUsage, MOST_DAYS, MOST_SESSIONS, PeriodUsage, SessionPage, SimSession, Usage};
use contract::problem::ProblemCode;
use domain::period::{Day, Period};
use domain::permission::Permission;
use domain::sim::{Sim, SimId};
use domain::time::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::Range;
use utoipa::IntoParams;

/// Sessions in a page when nothing is asked for.
const USUAL_SESSIONS: u32 = 50;
/// Periods that are told when nothing is asked for, this one among them.
const USUAL_PERIODS: u32 = 12;

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// The first day; the beginning of the period eleven before that of the last day when absent.
    #[param(inline)]
    from: Option<Day>,
    /// The last day, at most 366 days in all; today when absent.
    #[param(inline)]
    to: Option<Day>,
}

impl Days {
    fn range(&self, now: Timestamp) -> Result<Range<u32>, Failure> {
        let to = self.to.unwrap_or(Day(now.day()));
        let from = self.from.unwrap_or_else(|| {
            let last = Period::of(to.start()).index();
            Day(Period::from_index(last.saturating_sub(USUAL_PERIODS - 1)).days().start)
        });
        let days = from.0..to.0 + 1;
        if days.is_empty() || days.len() > MOST_DAYS as usize {
            let rule = format!("`from` must not lie after `to`, and at most {MOST_DAYS} days are told");
            return Err(Failure::new(ProblemCode::Invalid).because(rule));
        }
        Ok(days)
    }
}

/// What a SIM used, by days and by periods, in whichever accounts it was.
#[utoipa::path(
    get, path = "/sims/{id}/usage", tag = "sims", params(("id" = u32, Path), Days),
    responses((status = 200, body = Usage)),
)]
pub async fn usage(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    Query(days): Query<Days>,
) -> Result<Json<Usage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let days = days.range(app.network.now())?;
    let told = app.database.read(move |connection| {
        let sim = find(connection, &caller, id)?;
        Ok::<_, Failure>(told(connection, &sim, days)?)
    });
    Ok(Json(told.await?))
}

/// A SIM that the caller sees.
pub fn find(connection: &Connection, caller: &Caller, id: u32) -> Result<Sim, Failure> {
    let found = sims::find(connection, &caller.scope, SimId(id))?;
    found.map(|(sim, _)| sim).ok_or_else(Failure::not_found)
}

fn told(connection: &Connection, sim: &Sim, asked: Range<u32>) -> rusqlite::Result<Usage> {
    let period_of = |day: u32| Period::of(Timestamp::of_day(day));
    let (first, last) = (period_of(asked.start), period_of(asked.end - 1));
    let past = pasts::of(connection, sim)?;
    let kept = usage::days(connection, sim.id, first.days().start..last.days().end)?;
    let mut by_day: BTreeMap<u32, u64> = kept.into_iter().collect();
    let mut periods = Vec::new();
    for index in first.index()..=last.index() {
        let period = Period::from_index(index);
        for (day, bytes) in past.iter().flat_map(|past| past.days(period)) {
            *by_day.entry(day).or_default() += bytes;
        }
        let days = period.days();
        let bytes = by_day.range(days.clone()).map(|(_, bytes)| bytes).sum();
        periods.push(PeriodUsage { from: Day(days.start), to: Day(days.end - 1), bytes });
    }
    let days = by_day.range(asked.clone()).map(|(&day, &bytes)| DayUsage { day: Day(day), bytes }).collect();
    Ok(Usage { from: Day(asked.start), to: Day(asked.end - 1), days, periods })
}

/// Where a page of sessions begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SessionPaging {
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// What a cursor of sessions carries.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum Place {
    /// After a session that is kept.
    Kept(Timestamp, u32),
    /// After one of before the estate was made, by when it began.
    Past(Timestamp),
}

/// The data sessions of a SIM, latest first; one that is running has no end yet.
#[utoipa::path(
    get, path = "/sims/{id}/sessions", tag = "sims", params(("id" = u32, Path), SessionPaging),
    responses((status = 200, body = SessionPage)),
)]
pub async fn sessions(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    Query(paging): Query<SessionPaging>,
) -> Result<Json<SessionPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let limit = cursor::limit(paging.limit, USUAL_SESSIONS, MOST_SESSIONS)?;
    let place = paging.cursor.as_deref().map(cursor::read::<Place>).transpose()?;
    let page = app.database.read(move |connection| {
        let sim = find(connection, &caller, id)?;
        let mut found = found(connection, &sim, place, limit + 1)?;
        let next_cursor = cursor::end_page(&mut found, limit, |(place, _)| *place)?;
        let items = found.into_iter().map(|(_, session)| session).collect();
        Ok::<_, Failure>(SessionPage { items, next_cursor })
    });
    Ok(Json(page.await?))
}

fn found(
    connection: &Connection,
    sim: &Sim,
    after: Option<Place>,
    most: u32,
) -> rusqlite::Result<Vec<(Place, SimSession)>> {
    // Later than any.
    let end = (Timestamp::from_unix(i64::MAX), 0);
    let mut found: Vec<(Place, SimSession)> = match after {
        Some(Place::Past(_)) => Vec::new(),
        Some(Place::Kept(began, id)) => sim_sessions::page(connection, sim.id, (began, id), most)?,
        None => sim_sessions::page(connection, sim.id, end, most)?,
    }
    .into_iter()
    .map(|(id, session)| (Place::Kept(session.began_at, id), session))
    .collect();
    let left = usize::try_from(most).unwrap_or(usize::MAX).saturating_sub(found.len());
    if left > 0
        && let Some(past) = pasts::of(connection, sim)?
    {
        let before = match after {
            Some(Place::Past(before)) => before,
            _ => past.made_at(),
        };
        found.extend(past.sessions(before, left).into_iter().map(|session| {
            let told = SimSession {
                began_at: session.began_at,
                ended_at: Some(session.ended_at),
                bytes: session.bytes,
                ip_address: Some(session.ip_address),
            };
            (Place::Past(session.began_at), told)
        }));
    }
    Ok(found)
}
