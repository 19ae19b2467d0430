//! `GET /overview`.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::store::usage;
use axum::Json;
use axum::extract::State;
use contract::overview::{PERIODS, SubAccountUsage, UsageCompared, UsageOverview};
use domain::account::{AccountId, AccountTree};
use domain::overview::Parts;
use domain::period::{Day, Period};
use domain::permission::Permission;
use domain::time::Timestamp;
use rusqlite::Connection;
use serde::Deserialize;
use std::ops::Range;
use utoipa::IntoParams;

/// Whose usage.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OverviewQuery {
    /// Of this account and all below it; the caller's own when absent.
    account_id: Option<u32>,
    /// Only of the account itself.
    #[serde(default)]
    #[param(default = false)]
    own: bool,
}

/// What an account used, by days in the last 12 periods, and in this period against the one before.
#[utoipa::path(
    get, path = "/overview", tag = "overview", params(OverviewQuery), responses((status = 200, body = UsageOverview)),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Query(query): Query<OverviewQuery>,
) -> Result<Json<UsageOverview>, Failure> {
    caller.require(Permission::ViewSims)?;
    let account = query.account_id.map_or(caller.scope.top(), AccountId);
    if !caller.scope.contains(account) {
        return Err(Failure::not_found());
    }
    let now = app.network.now();
    let read = app.database.read(move |connection| {
        Ok::<_, Failure>(overview(connection, caller.scope.tree(), account, query.own, now)?)
    });
    Ok(Json(read.await?))
}

fn overview(
    connection: &Connection,
    tree: &AccountTree,
    account: AccountId,
    own_only: bool,
    now: Timestamp,
) -> rusqlite::Result<UsageOverview> {
    let spans = Spans::at(now);
    let parts = Parts::of(tree, account, own_only);
    let mut bytes_by_day = vec![0; spans.all.len()];
    let mut usages = vec![UsageCompared::default(); parts.heads().len()];
    let most = if own_only { 1 } else { usize::MAX };
    for node in tree.subtree(account).iter().take(most) {
        let part = parts.part(node.account.id);
        for (day, bytes) in usage::days_of_account(connection, node.account.id, spans.all.clone())? {
            let at = usize::try_from(day - spans.all.start).unwrap_or(usize::MAX);
            if let Some(sum) = bytes_by_day.get_mut(at) {
                *sum += bytes;
            }
            if let Some(usage) = part.and_then(|part| usages.get_mut(part)) {
                spans.count(usage, day, bytes);
            }
        }
    }
    let mut whole = UsageCompared::default();
    for usage in &usages {
        whole.this_period += usage.this_period;
        whole.last_period_so_far += usage.last_period_so_far;
        whole.last_period += usage.last_period;
    }
    let mut of_parts = parts.heads().iter().zip(usages).map(|(&account_id, usage)| (account_id, usage));
    let own = of_parts.next().map(|(_, usage)| usage).unwrap_or_default();
    Ok(UsageOverview {
        account_id: account,
        period_start: Day(spans.this.start),
        usage: whole,
        first_day: Day(spans.all.start),
        bytes_by_day,
        own,
        sub_accounts: of_parts.map(|(account_id, usage)| SubAccountUsage { account_id, usage }).collect(),
    })
}

/// The days that are counted together.
struct Spans {
    all: Range<u32>,
    /// The current period until today.
    this: Range<u32>,
    /// The one before, until the same day of the month.
    last_so_far: Range<u32>,
    last: Range<u32>,
}

impl Spans {
    fn at(now: Timestamp) -> Self {
        let period = Period::of(now);
        let tomorrow = now.day() + 1;
        let this = period.days().start..tomorrow;
        let last = period.previous().days();
        let same = last.start + (this.end - this.start);
        let first = Period::from_index(period.index().saturating_sub(PERIODS - 1));
        Self { all: first.days().start..tomorrow, this, last_so_far: last.start..same.min(last.end), last }
    }

    fn count(&self, usage: &mut UsageCompared, day: u32, bytes: u64) {
        for (span, sum) in [
            (&self.this, &mut usage.this_period),
            (&self.last_so_far, &mut usage.last_period_so_far),
            (&self.last, &mut usage.last_period),
        ] {
            if span.contains(&day) {
                *sum += bytes;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_month_is_compared_with_the_whole_of_a_short_one() {
        let at = |now: &str| Spans::at(now.parse().unwrap());
        let spans = at("2027-03-30T12:00:00Z");
        assert_eq!((spans.this.len(), spans.last_so_far.len(), spans.last.len()), (30, 28, 28));
        assert_eq!(spans.all.start, "2026-04-01T00:00:00Z".parse::<Timestamp>().unwrap().day());
        let spans = at("2026-11-01T00:00:00Z");
        assert_eq!((spans.this.len(), spans.last_so_far.len(), spans.last.len()), (1, 1, 31));
    }
}
