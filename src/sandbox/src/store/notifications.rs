//! Usage that reached a level: what the bell shows, and what has been mailed of it.

use crate::mail::letter::level::Reached;
use crate::store::accounts::Scope;
use crate::store::sims::code;
use contract::notification::Notification;
use domain::account::AccountId;
use domain::cap::{Crossing, Threshold};
use domain::sim::{HardCap, SimId, Status};
use domain::time::Timestamp;
use rusqlite::Connection;

/// Notes that the usage of a SIM reached a level.
pub fn add(
    connection: &Connection,
    sim: SimId,
    account: AccountId,
    crossing: Crossing,
    now: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO notifications (at, sim_id, account_id, threshold, level_bytes, usage_bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((now.unix(), sim.0, account.0, crossing.threshold.code(), crossing.level, crossing.usage))?;
    Ok(())
}

/// Which notifications somebody is shown: those of SIMs that it sees now, of the time since it does, and of those only
/// what belongs to the accounts asked for.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    pub scope: &'a Scope,
    /// The SIMs are in these accounts now.
    pub accounts: &'a Scope,
    /// Whose reading counts; nothing is unread where nobody in particular asks.
    pub reader: Option<u32>,
}

impl Shown<'_> {
    /// An SQL condition on `notifications`.
    fn condition(&self) -> String {
        format!(
            "{} AND EXISTS (SELECT 1 FROM sims WHERE sims.id = sim_id AND {} AND {})",
            self.scope.condition(),
            self.scope.condition(),
            self.accounts.condition()
        )
    }

    /// The reader's id, or that of nobody.
    fn reader_id(&self) -> u32 {
        self.reader.unwrap_or(0)
    }
}

/// An SQL condition: the user `?1` has not read it.
const UNREAD: &str = "id > (SELECT read_notification FROM users WHERE users.id = ?1)
     AND NOT EXISTS (SELECT 1 FROM read_notifications WHERE user_id = ?1 AND notification_id = notifications.id)";

/// The ones before an id, latest first.
pub fn page(
    connection: &Connection,
    shown: &Shown<'_>,
    before: u32,
    limit: u32,
) -> rusqlite::Result<Vec<Notification>> {
    connection
        .prepare(&format!(
            "SELECT found.id, at, sim_id, iccid, label, sims.account_id, accounts.name, threshold, level_bytes,
               found.usage_bytes, unread
             FROM (
               SELECT *, coalesce({UNREAD}, 0) AS unread FROM notifications WHERE id < ?2 AND {}
               ORDER BY id DESC LIMIT ?3
             ) AS found
             JOIN sims ON sims.id = sim_id JOIN accounts ON accounts.id = sims.account_id
             ORDER BY found.id DESC",
            shown.condition()
        ))?
        .query_map((shown.reader_id(), before, limit), |row| {
            Ok(Notification {
                id: row.get(0)?,
                at: Timestamp::from_unix(row.get(1)?),
                sim_id: SimId(row.get(2)?),
                iccid: row.get(3)?,
                label: row.get(4)?,
                account_id: AccountId(row.get(5)?),
                account_name: row.get(6)?,
                threshold: code(row, 7, Threshold::from_code)?,
                level_bytes: row.get(8)?,
                usage_bytes: row.get(9)?,
                unread: row.get(10)?,
            })
        })?
        .collect()
}

/// How many are unread.
pub fn unread(connection: &Connection, shown: &Shown<'_>) -> rusqlite::Result<u64> {
    connection
        .prepare(&format!("SELECT count(*) FROM notifications WHERE {UNREAD} AND {}", shown.condition()))?
        .query_row([shown.reader_id()], |row| row.get(0))
}

/// The latest one there is.
pub fn latest(connection: &Connection) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT coalesce(max(id), 0) FROM notifications")?
        .query_row([], |row| row.get(0))
}

/// Somebody has read all up to one of them. What is not there yet cannot have been read.
pub fn read_up_to(connection: &Connection, user: u32, upto: u32) -> rusqlite::Result<()> {
    let upto = upto.min(latest(connection)?);
    connection
        .prepare_cached("UPDATE users SET read_notification = max(read_notification, ?2) WHERE id = ?1")?
        .execute((user, upto))?;
    connection
        .prepare_cached(
            "DELETE FROM read_notifications WHERE user_id = ?1
             AND notification_id <= (SELECT read_notification FROM users WHERE id = ?1)",
        )?
        .execute([user])?;
    Ok(())
}

/// Somebody has read some of them. What it has read already, or does not see, changes nothing.
pub fn read_some(connection: &Connection, shown: &Shown<'_>, ids: &[u32]) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(&format!(
        "INSERT INTO read_notifications SELECT ?1, id FROM notifications WHERE id = ?2 AND {UNREAD} AND {}",
        shown.condition()
    ))?;
    for id in ids {
        statement.execute((shown.reader_id(), id))?;
    }
    Ok(())
}

/// Up to which one the mails have been written.
pub fn mailed(connection: &Connection) -> rusqlite::Result<u32> {
    connection.prepare_cached("SELECT mailed_notification FROM estate")?.query_row([], |row| row.get(0))
}

/// Notes up to which one the mails have been written.
pub fn set_mailed(connection: &Connection, upto: u32) -> rusqlite::Result<()> {
    connection.execute("UPDATE estate SET mailed_notification = ?1", [upto])?;
    Ok(())
}

/// A notification that is to be mailed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToMail {
    pub id: u32,
    /// The account that the SIM was in, and the one that it is in now.
    pub accounts: [AccountId; 2],
    pub reached: Reached,
}

/// The first ones after an id, oldest first.
pub fn to_mail(connection: &Connection, after: u32, most: u32) -> rusqlite::Result<Vec<ToMail>> {
    connection
        .prepare_cached(
            "SELECT notifications.id, notifications.account_id, sims.account_id, at, threshold, level_bytes,
               notifications.usage_bytes, sim_id, iccid, label, name, status, cap_bytes, hard_cap, in_session
             FROM notifications JOIN sims ON sims.id = sim_id JOIN accounts ON accounts.id = sims.account_id
             WHERE notifications.id > ?1 ORDER BY notifications.id LIMIT ?2",
        )?
        .query_map((after, most), |row| {
            Ok(ToMail {
                id: row.get(0)?,
                accounts: [AccountId(row.get(1)?), AccountId(row.get(2)?)],
                reached: Reached {
                    at: Timestamp::from_unix(row.get(3)?),
                    threshold: code(row, 4, Threshold::from_code)?,
                    level: row.get(5)?,
                    usage: row.get(6)?,
                    sim: SimId(row.get(7)?),
                    iccid: row.get(8)?,
                    label: row.get(9)?,
                    account_name: row.get(10)?,
                    status: code(row, 11, Status::from_code)?,
                    cap: row.get(12)?,
                    hard_cap: code(row, 13, HardCap::from_code)?,
                    in_session: row.get(14)?,
                },
            })
        })?
        .collect()
}
