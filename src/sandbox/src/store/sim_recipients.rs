//! Notification addresses set on SIMs, and what becomes of them when SIMs or accounts are moved.

use crate::store::accounts::Scope;
use domain::account::AccountId;
use domain::recipient::{Exchange, Owned, RecipientId, brought_back, left_behind};
use domain::sim::SimId;
use rusqlite::{Connection, OptionalExtension};

/// Those set on a SIM, with the account each belongs to.
pub fn of_sim(connection: &Connection, sim: SimId) -> rusqlite::Result<Vec<Owned>> {
    connection
        .prepare_cached(
            "SELECT id, account_id FROM sim_recipients JOIN recipients ON recipients.id = recipient_id
             WHERE sim_id = ?1 ORDER BY id",
        )?
        .query_map([sim.0], |row| Ok((RecipientId(row.get(0)?), AccountId(row.get(1)?))))?
        .collect()
}

/// Sets an address on a SIM; says whether it was not there before.
pub fn add(connection: &Connection, sim: SimId, id: RecipientId) -> rusqlite::Result<bool> {
    let added = connection
        .prepare_cached("INSERT OR IGNORE INTO sim_recipients (sim_id, recipient_id) VALUES (?1, ?2)")?
        .execute((sim.0, id.0))?;
    Ok(added > 0)
}

/// Takes an address off a SIM; says whether it was there.
pub fn remove(connection: &Connection, sim: SimId, id: RecipientId) -> rusqlite::Result<bool> {
    let removed = connection
        .prepare_cached("DELETE FROM sim_recipients WHERE sim_id = ?1 AND recipient_id = ?2")?
        .execute((sim.0, id.0))?;
    Ok(removed > 0)
}

/// What is to happen to the addresses of SIMs that are moved.
#[derive(Clone, Debug)]
pub enum Wish {
    /// They stay where they can.
    Keep,
    /// None stays that the scope's people see.
    Drop,
    /// An earlier move is taken back.
    Revert(Exchange),
}

/// Lets the addresses of a SIM follow its move to an account; gives what was changed.
pub fn follow(
    connection: &Connection,
    scope: &Scope,
    sim: SimId,
    to: AccountId,
    wish: &Wish,
) -> rusqlite::Result<Exchange> {
    let set = of_sim(connection, sim)?;
    let mut removed = left_behind(&set, scope.tree(), to, !matches!(wish, Wish::Drop));
    let mut added = Vec::new();
    if let Wish::Revert(earlier) = wish {
        removed.extend(earlier.added.iter().filter(|id| set.iter().any(|(there, _)| there == *id)));
        removed.sort_unstable();
        removed.dedup();
        let lost = owned(connection, &earlier.removed)?;
        added = brought_back(&lost, scope.tree(), to);
    }
    for &id in &removed {
        remove(connection, sim, id)?;
    }
    let mut exchange = Exchange { added: Vec::new(), removed };
    for id in added {
        if add(connection, sim, id)? {
            exchange.added.push(id);
        }
    }
    Ok(exchange)
}

/// Those that still exist, with the account each belongs to.
fn owned(connection: &Connection, ids: &[RecipientId]) -> rusqlite::Result<Vec<Owned>> {
    let mut statement = connection.prepare_cached("SELECT account_id FROM recipients WHERE id = ?1")?;
    let mut owned = Vec::new();
    for &id in ids {
        let account = statement.query_row([id.0], |row| row.get(0).map(AccountId)).optional()?;
        owned.extend(account.map(|account| (id, account)));
    }
    Ok(owned)
}

/// Takes the addresses of some accounts off the SIMs of others, which they no longer see.
pub fn part(connection: &Connection, owners: &[AccountId], accounts: &[AccountId]) -> rusqlite::Result<()> {
    let list = |ids: &[AccountId]| ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(",");
    connection.execute(
        &format!(
            "DELETE FROM sim_recipients
             WHERE recipient_id IN (SELECT id FROM recipients WHERE account_id IN ({}))
               AND EXISTS (SELECT 1 FROM sims WHERE sims.id = sim_id AND account_id IN ({}))",
            list(owners),
            list(accounts)
        ),
        [],
    )?;
    Ok(())
}
