//! What somebody is told of the history of SIMs.

use crate::store::accounts::Scope;
use crate::store::json;
use crate::store::names::Names;
use crate::store::operations::Hand;
use crate::store::sims::code;
use crate::store::timeline::{self, Accounts, Slice, Span};
use contract::audit::FieldChange;
use contract::history::{HistoryEntry, NamedAccount};
use domain::account::AccountId;
use domain::history::{Cause, Sight, SimField, sight};
use domain::permission::{Permission, Role};
use domain::sim::SimId;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;

/// Who reads, and what that one sees.
#[derive(Clone, Debug)]
pub struct Reader {
    pub hand: Hand,
    pub role: Role,
    pub sees: Accounts,
}

/// Which entries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Search {
    /// Of SIMs that were in this account or in one below it, or came into it.
    pub account: Option<AccountId>,
    pub sim: Option<SimId>,
    /// Only what this user did, also by tokens it made.
    pub user: Option<u32>,
    pub token: Option<u32>,
    pub cause: Option<Cause>,
    /// Only where this changed.
    pub field: Option<SimField>,
}

const SELECT: &str = "SELECT id, at, sim_id, account_id, arrived_in, user_id, token_id, cause, operation_id, \
     admins_of, changes FROM sim_history";

/// An entry as it is kept.
struct Kept {
    id: u32,
    at: Timestamp,
    sim: SimId,
    before: AccountId,
    arrival: bool,
    user: Option<u32>,
    token: Option<u32>,
    cause: Cause,
    operation: Option<u32>,
    changes: Vec<FieldChange>,
}

/// The entries of a span that the reader sees, latest first, and the accounts that are named in them.
pub fn page(
    connection: &Connection,
    reader: &Reader,
    search: &Search,
    span: Span,
    limit: u32,
) -> rusqlite::Result<(Slice<HistoryEntry>, Vec<NamedAccount>)> {
    let within = match search.account {
        Some(account) => Accounts::below(connection, account)?,
        None => reader.sees.clone(),
    };
    let mut names = Names::new(connection, &reader.sees);
    // What somebody out of sight did is not to be found by who it was.
    let hidden = match (search.user, search.token) {
        (Some(user), _) if !names.sees_user(user)? => true,
        (_, Some(token)) if !names.sees_token(token)? => true,
        _ => false,
    };
    if hidden {
        return Ok((Slice { items: Vec::new(), next: None }, Vec::new()));
    }
    let streams = match (search.sim, search.user) {
        (Some(sim), _) => vec![format!("sim_id = {}", sim.0)],
        (None, Some(user)) => vec![format!("user_id = {user}")],
        (None, None) => streams(&within),
    };
    let found =
        timeline::read(connection, SELECT, &streams, span, limit, |row| pick(row, reader, search, &within))?;
    let mut operations = HashMap::new();
    let items = found
        .items
        .into_iter()
        .map(|kept| tell(connection, reader, &mut names, &mut operations, kept))
        .collect::<Result<_, _>>()?;
    Ok((Slice { items, next: found.next }, names.into_accounts()))
}

/// The SIM with this ICCID.
pub fn find_sim(connection: &Connection, iccid: &str) -> rusqlite::Result<Option<SimId>> {
    connection
        .prepare_cached("SELECT id FROM sims WHERE iccid = ?1")?
        .query_row([iccid], |row| row.get(0).map(SimId))
        .optional()
}

/// What was in the accounts, and what came into them from others.
fn streams(within: &Accounts) -> Vec<String> {
    let mut streams = within.streams("account_id");
    if !within.are_all() {
        streams.extend(within.streams("arrived_in"));
    }
    streams
}

fn pick(
    row: &Row<'_>,
    reader: &Reader,
    search: &Search,
    within: &Accounts,
) -> rusqlite::Result<Option<Kept>> {
    let account = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(column)?.map(AccountId));
    let (before, arrived_in) = (AccountId(row.get(3)?), account(4)?);
    let (user, token): (Option<u32>, Option<u32>) = (row.get(5)?, row.get(6)?);
    let seen = sight(before, arrived_in, |id| reader.sees.contain(id));
    let private = account(9)?
        .is_some_and(|of| !reader.role.may(Permission::ManageRecipients) || !reader.sees.contain(of));
    let asked_for = sight(before, arrived_in, |id| within.contain(id)) != Sight::Nothing
        && (search.user.is_none() || search.user == user)
        && (search.token.is_none() || search.token == token);
    if seen == Sight::Nothing || private || !asked_for {
        return Ok(None);
    }
    let cause = code(row, 7, Cause::from_code)?;
    if search.cause.is_some_and(|wanted| wanted != cause) {
        return Ok(None);
    }
    let mut changes: Vec<FieldChange> = json::read(row, 10)?;
    changes.retain(|change| seen == Sight::Whole || change.field == SimField::Account.code());
    if search.field.is_some_and(|field| changes.iter().all(|change| change.field != field.code())) {
        return Ok(None);
    }
    Ok(Some(Kept {
        id: row.get(0)?,
        at: Timestamp::from_unix(row.get(1)?),
        sim: SimId(row.get(2)?),
        before,
        arrival: seen == Sight::Arrival,
        user,
        token,
        cause,
        operation: row.get(8)?,
        changes,
    }))
}

fn tell(
    connection: &Connection,
    reader: &Reader,
    names: &mut Names<'_>,
    operations: &mut HashMap<u32, bool>,
    kept: Kept,
) -> rusqlite::Result<HistoryEntry> {
    let Kept { id, at, sim, before, arrival, cause, mut changes, .. } = kept;
    let who = names.who(kept.user, kept.token)?;
    let operation_id = match kept.operation {
        Some(operation) => {
            let seen = match operations.get(&operation) {
                Some(&seen) => seen,
                None => sees_operation(connection, reader, operation)?,
            };
            operations.insert(operation, seen);
            seen.then_some(operation)
        }
        None => None,
    };
    let (iccid, in_sight) = connection
        .prepare_cached("SELECT iccid, account_id FROM sims WHERE id = ?1")?
        .query_row([sim.0], |row| Ok((row.get(0)?, reader.sees.contain(AccountId(row.get(1)?)))))?;
    names.hide_accounts(&mut changes)?;
    if !arrival {
        names.name(before)?;
    }
    Ok(HistoryEntry {
        id,
        at,
        sim_id: sim,
        iccid,
        in_sight,
        account_id: (!arrival).then_some(before),
        user: who.user,
        token: who.token,
        outside: who.outside,
        cause,
        operation_id,
        changes,
    })
}

/// Whether the reader could open an operation.
fn sees_operation(connection: &Connection, reader: &Reader, id: u32) -> rusqlite::Result<bool> {
    let all = reader.role.may(Permission::SeeAllOperations);
    connection
        .prepare_cached("SELECT account_id, user_id, token_id FROM operations WHERE id = ?1")?
        .query_row([id], |row| {
            let own = reader.hand == Hand { user: row.get(1)?, token: row.get(2)? };
            Ok(own || all && reader.sees.contain(AccountId(row.get(0)?)))
        })
}

impl Reader {
    /// Somebody with a part of the tree.
    pub fn new(connection: &Connection, scope: &Scope, hand: Hand, role: Role) -> rusqlite::Result<Self> {
        Ok(Self { hand, role, sees: Accounts::of(connection, scope)? })
    }
}
