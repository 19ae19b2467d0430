//! Who is told about the alerts of SIMs: each address once, with why.

pub mod lot;

use crate::store::accounts;
use domain::account::AccountId;
use domain::recipient::{Candidate, Cause, Reader, RecipientId, Source, Told, listening, told};
use domain::sim::SimId;
use rusqlite::Connection;

/// Who is told about all SIMs of an account.
pub fn of_account(connection: &Connection, account: AccountId) -> rusqlite::Result<Vec<Told>> {
    let accounts = told_accounts(connection, account)?;
    let mut candidates = opted_in(connection, &accounts)?;
    candidates.extend(outside(connection, Cause::AllSims, "all_sims", &accounts)?);
    Ok(told(candidates))
}

/// Who is told about a SIM of an account.
pub fn of_sim(connection: &Connection, sim: SimId, account: AccountId) -> rusqlite::Result<Vec<Told>> {
    let accounts = told_accounts(connection, account)?;
    let mut candidates = opted_in(connection, &accounts)?;
    candidates.extend(outside(connection, Cause::AllSims, "all_sims", &accounts)?);
    let on_sim = format!("id IN (SELECT recipient_id FROM sim_recipients WHERE sim_id = {})", sim.0);
    candidates.extend(outside(connection, Cause::ThisSim, &on_sim, &accounts)?);
    Ok(told(candidates))
}

/// The accounts whose people are told, as an SQL list.
fn told_accounts(connection: &Connection, account: AccountId) -> rusqlite::Result<String> {
    let line = accounts::line(connection, account)?;
    let ids: Vec<String> = listening(&line).map(|account| account.0.to_string()).collect();
    Ok(ids.join(","))
}

/// An SQL condition on users: those who want to be told and can sign in.
const WANTS_ALERTS: &str = "alerts AND enabled AND password_hash <> '' AND NOT removed";

fn opted_in(connection: &Connection, accounts: &str) -> rusqlite::Result<Vec<Candidate>> {
    connection
        .prepare(&format!(
            "SELECT email, id, name, language, account_id FROM users
             WHERE {WANTS_ALERTS} AND account_id IN ({accounts})"
        ))?
        .query_map([], |row| {
            Ok(Candidate {
                email: row.get(0)?,
                user: Some(Reader { id: row.get(1)?, name: row.get(2)?, language: row.get(3)? }),
                source: Source {
                    cause: Cause::OptIn,
                    account_id: AccountId(row.get(4)?),
                    recipient_id: None,
                },
            })
        })?
        .collect()
}

fn outside(
    connection: &Connection,
    cause: Cause,
    condition: &str,
    accounts: &str,
) -> rusqlite::Result<Vec<Candidate>> {
    connection
        .prepare(&format!(
            "SELECT email, id, account_id FROM recipients WHERE {condition} AND account_id IN ({accounts})"
        ))?
        .query_map([], |row| {
            Ok(Candidate {
                email: row.get(0)?,
                user: None,
                source: Source {
                    cause,
                    account_id: AccountId(row.get(2)?),
                    recipient_id: Some(RecipientId(row.get(1)?)),
                },
            })
        })?
        .collect()
}
