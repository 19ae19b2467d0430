//! Who is told about many SIMs at once. Most of them share their account, so what follows from the account is read once
//! for each.

use super::WANTS_ALERTS;
use crate::store::accounts;
use crate::store::notifications::ToMail;
use domain::account::AccountId;
use domain::recipient::listening;
use rusqlite::{Connection, Row};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Lower case.
    pub email: String,
    /// Of the user with this address, if there is one.
    pub name: Option<String>,
    /// The user's; otherwise that of who added the address.
    pub language: Option<String>,
    /// Whose address or user it is; the user's where there is one.
    pub account: AccountId,
}

/// The people of an account and of those above it.
struct Line {
    accounts: Vec<AccountId>,
    /// Who is told about all SIMs.
    everybody: Vec<Addressee>,
}

/// Each address once, by address, with the places in the lot of what it is told. Of a SIM that was moved since only those
/// are told who saw it before and see it now.
pub fn of_lot(connection: &Connection, lot: &[ToMail]) -> rusqlite::Result<Vec<(Addressee, Vec<usize>)>> {
    let mut lines: HashMap<AccountId, Line> = HashMap::new();
    let mut told: BTreeMap<String, (Addressee, Vec<usize>)> = BTreeMap::new();
    let mut on_sim = connection.prepare_cached(
        "SELECT email, NULL, language, account_id FROM sim_recipients JOIN recipients ON recipients.id = recipient_id
         WHERE sim_id = ?1",
    )?;
    for (place, one) in lot.iter().enumerate() {
        let [before, now] = one.accounts;
        for account in one.accounts {
            if let Entry::Vacant(unknown) = lines.entry(account) {
                unknown.insert(line(connection, account)?);
            }
        }
        let (Some(before), Some(now)) = (lines.get(&before), lines.get(&now)) else { continue };
        let set: Vec<Addressee> =
            on_sim.query_map([one.reached.sim.0], addressee)?.collect::<rusqlite::Result<_>>()?;
        let sees = |addressee: &&Addressee| {
            [before, now].iter().all(|line| line.accounts.contains(&addressee.account))
        };
        for addressee in now.everybody.iter().chain(&set).filter(sees) {
            let (known, places) = match told.get_mut(&addressee.email) {
                Some(known) => known,
                None => told.entry(addressee.email.clone()).or_insert((addressee.clone(), Vec::new())),
            };
            // A user's own language goes before what somebody else speaks.
            if known.name.is_none() && addressee.name.is_some() {
                known.name.clone_from(&addressee.name);
                known.account = addressee.account;
                known.language = addressee.language.clone().or(known.language.take());
            } else if known.language.is_none() {
                known.language.clone_from(&addressee.language);
            }
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    Ok(told.into_values().collect())
}

fn line(connection: &Connection, account: AccountId) -> rusqlite::Result<Line> {
    let accounts: Vec<AccountId> = listening(&accounts::line(connection, account)?).collect();
    let ids: Vec<String> = accounts.iter().map(|account| account.0.to_string()).collect();
    let ids = ids.join(",");
    let everybody = connection
        .prepare(&format!(
            "SELECT email, name, language, account_id FROM users WHERE {WANTS_ALERTS} AND account_id IN ({ids})
             UNION ALL
             SELECT email, NULL, language, account_id FROM recipients WHERE all_sims AND account_id IN ({ids})"
        ))?
        .query_map([], addressee)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Line { accounts, everybody })
}

fn addressee(row: &Row<'_>) -> rusqlite::Result<Addressee> {
    Ok(Addressee {
        email: row.get(0)?,
        name: row.get(1)?,
        language: row.get(2)?,
        account: AccountId(row.get(3)?),
    })
}
