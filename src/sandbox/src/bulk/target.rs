//! Which SIMs a bulk request names.

use crate::bulk::matching;
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use contract::bulk::{MOST_IDS, Target};
use contract::problem::FieldCode;
use domain::filter::{DEEPEST, Filter};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::Connection;
use std::ops::ControlFlow;

/// The SIMs of a target, each once, in the order of ids. Ids that do not exist or lie outside the scope stay in: the
/// person who named them is told for each.
pub fn resolve(
    connection: &Connection,
    scope: &Scope,
    target: &Target,
    now: Timestamp,
) -> Result<Vec<SimId>, Failure> {
    match target {
        Target::Ids(ids) => {
            if ids.len() > MOST_IDS {
                return Err(Failure::invalid("/target/ids", FieldCode::TooLong));
            }
            let mut ids = ids.clone();
            ids.sort_unstable();
            ids.dedup();
            Ok(ids)
        }
        Target::Matching { filter, except, .. } => {
            check_filter(filter, "/target/matching/filter")?;
            let except: std::collections::HashSet<SimId> = except.iter().copied().collect();
            let mut ids = Vec::new();
            matching::each_match(connection, scope, filter, 0, now, |id| {
                if !except.contains(&id) {
                    ids.push(id);
                }
                ControlFlow::Continue(())
            })?;
            Ok(ids)
        }
    }
}

/// Refuses a filter that is nested too deep to be answered.
pub fn check_filter(filter: &Filter, pointer: &str) -> Result<(), Failure> {
    if filter.depth() > DEEPEST { Err(Failure::invalid(pointer, FieldCode::TooDeep)) } else { Ok(()) }
}
