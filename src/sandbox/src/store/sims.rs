//! SIMs as rows and as columns.

use crate::store::accounts::Scope;
use crate::store::estate;
use domain::account::AccountId;
use domain::act::Subject;
use domain::cap::Levels;
use domain::estate::batch::Batch;
use domain::metering::{LevelSetting, Meter, Noticed};
use domain::sim::{HardCap, Sim, SimId, Status};
use domain::time::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};
use std::borrow::Cow;
use std::net::Ipv4Addr;

/// The columns that [`sim`] reads, in its order.
pub const COLUMNS: &str = "id, iccid, imsi, msisdn, imei, account_id, status, tariff, operator, usage_bytes, \
     cap_bytes, alert_bytes, hard_cap, in_session, last_seen, ip_address, activated_on, label, note, category, tags, \
     regular_cap_bytes";

/// Reads the columns of [`COLUMNS`].
pub fn sim(row: &Row<'_>) -> rusqlite::Result<Sim> {
    let text = |column| -> rusqlite::Result<Option<String>> {
        let text: String = row.get(column)?;
        Ok((!text.is_empty()).then_some(text))
    };
    let time = |column| -> rusqlite::Result<Option<Timestamp>> {
        let seconds: i64 = row.get(column)?;
        Ok((seconds > 0).then(|| Timestamp::from_unix(seconds)))
    };
    Ok(Sim {
        id: SimId(row.get(0)?),
        iccid: row.get(1)?,
        imsi: row.get(2)?,
        msisdn: row.get(3)?,
        imei: text(4)?,
        account_id: AccountId(row.get(5)?),
        status: code(row, 6, Status::from_code)?,
        tariff: row.get(7)?,
        operator: row.get(8)?,
        usage_bytes: row.get(9)?,
        cap_bytes: row.get(10)?,
        alert_bytes: row.get(11)?,
        hard_cap: code(row, 12, HardCap::from_code)?,
        in_session: row.get(13)?,
        last_seen: time(14)?,
        ip_address: row.get::<_, Option<u32>>(15)?.map(Ipv4Addr::from_bits),
        activated_on: time(16)?,
        label: row.get(17)?,
        note: row.get(18)?,
        category: text(19)?,
        tags: tags(row.get_ref(20)?.as_str()?),
        regular_cap_bytes: row.get(21)?,
    })
}

/// Reads a list of tags as it is kept: separated by line feeds.
pub fn tags(kept: &str) -> Vec<String> {
    kept.split('\n').filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}

/// Reads a code of the wire.
pub fn code<T>(row: &Row<'_>, column: usize, read: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, format!("unknown code {text}").into())
    })
}

/// What acts on SIMs read and write: few columns, so that a million of them go fast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: SimId,
    pub iccid: String,
    pub account_id: AccountId,
    pub status: Status,
    pub usage: u64,
    pub levels: Levels,
    pub hard_cap: HardCap,
    pub in_session: bool,
    /// While the cap is raised for the rest of the period: the one that comes back.
    pub regular_cap: Option<u64>,
    pub noticed: Noticed,
    /// Empty for none.
    pub category: String,
    pub tags: Vec<String>,
}

impl Card {
    /// What thresholds look at.
    pub fn meter(&self) -> Meter {
        Meter {
            status: self.status,
            usage: self.usage,
            setting: self.setting(),
            in_session: self.in_session,
            noticed: self.noticed,
        }
    }

    /// The SIM after something became of its meter.
    pub fn metered(&self, meter: Meter) -> Self {
        let Meter { status, usage, setting, in_session, noticed } = meter;
        let LevelSetting { levels, hard_cap, regular_cap } = setting;
        Self { status, usage, levels, hard_cap, regular_cap, in_session, noticed, ..self.clone() }
    }
}

impl Subject for Card {
    fn iccid(&self) -> String {
        self.iccid.clone()
    }

    fn account(&self) -> AccountId {
        self.account_id
    }

    fn status(&self) -> Status {
        self.status
    }

    fn usage(&self) -> u64 {
        self.usage
    }

    fn setting(&self) -> LevelSetting {
        LevelSetting { levels: self.levels, hard_cap: self.hard_cap, regular_cap: self.regular_cap }
    }

    fn tags(&self) -> Cow<'_, [String]> {
        Cow::Borrowed(&self.tags)
    }

    fn category(&self) -> &str {
        &self.category
    }
}

/// The columns that [`card`] reads, in its order.
pub const CARD_COLUMNS: &str = "id, iccid, account_id, status, usage_bytes, cap_bytes, alert_bytes, hard_cap, in_session, regular_cap_bytes, \
     alert_told, cap_told, category, tags";

/// Reads the columns of [`CARD_COLUMNS`].
pub fn card(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        id: SimId(row.get(0)?),
        iccid: row.get(1)?,
        account_id: AccountId(row.get(2)?),
        status: code(row, 3, Status::from_code)?,
        usage: row.get(4)?,
        levels: Levels { cap: row.get(5)?, alert: row.get(6)? },
        hard_cap: code(row, 7, HardCap::from_code)?,
        in_session: row.get(8)?,
        regular_cap: row.get(9)?,
        noticed: Noticed { alert: row.get(10)?, cap: row.get(11)? },
        category: row.get(12)?,
        tags: tags(row.get_ref(13)?.as_str()?),
    })
}

/// A SIM as acts see it, wherever it is.
pub fn find_card(connection: &Connection, id: SimId) -> rusqlite::Result<Option<Card>> {
    connection
        .prepare_cached(&format!("SELECT {CARD_COLUMNS} FROM sims WHERE id = ?1"))?
        .query_row([id.0], card)
        .optional()
}

/// The next SIMs after an id as acts see them, wherever they are.
pub fn cards_after(connection: &Connection, after: u32, limit: u32) -> rusqlite::Result<Vec<Card>> {
    connection
        .prepare_cached(&format!("SELECT {CARD_COLUMNS} FROM sims WHERE id > ?1 ORDER BY id LIMIT ?2"))?
        .query_map((after, limit), card)?
        .collect()
}

/// Writes what became of a SIM: through [`crate::metering::keep`], which knows what follows. An edit makes other edits
/// stale that have not seen it.
pub fn save_card(connection: &Connection, card: &Card, edited: bool, version: u64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE sims SET account_id = ?2, status = ?3, usage_bytes = ?4, cap_bytes = ?5, alert_bytes = ?6,
               regular_cap_bytes = ?7, hard_cap = ?8, in_session = ?9, alert_told = ?10, cap_told = ?11, category = ?12, tags = ?13,
               version = ?14, revision = revision + ?15
             WHERE id = ?1",
        )?
        .execute((
            card.id.0,
            card.account_id.0,
            card.status.code(),
            card.usage,
            card.levels.cap,
            card.levels.alert,
            card.regular_cap,
            card.hard_cap.code(),
            card.in_session,
            card.noticed.alert,
            card.noticed.cap,
            &card.category,
            card.tags.join("\n"),
            version,
            edited,
        ))?;
    Ok(())
}

/// Notes that a SIM was in the network.
pub fn set_seen(connection: &Connection, id: SimId, now: Timestamp) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE sims SET last_seen = ?2 WHERE id = ?1")?.execute((id.0, now.unix()))?;
    Ok(())
}

/// [`set_seen`] with an address, unless it has one already; gives the address it has.
pub fn set_seen_at(
    connection: &Connection,
    id: SimId,
    address: Ipv4Addr,
    now: Timestamp,
) -> rusqlite::Result<Ipv4Addr> {
    connection
        .prepare_cached(
            "UPDATE sims SET last_seen = ?2, ip_address = coalesce(ip_address, ?3) WHERE id = ?1 RETURNING ip_address",
        )?
        .query_row((id.0, now.unix(), address.to_bits()), |row| row.get(0).map(Ipv4Addr::from_bits))
}

/// Notes when the operator has activated a SIM that waits for it.
pub fn set_activation_due(
    connection: &Connection,
    id: SimId,
    due: Option<Timestamp>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sims SET activation_due = ?2 WHERE id = ?1")?
        .execute((id.0, due.map(Timestamp::unix)))?;
    Ok(())
}

/// SIMs that the operator has activated by now.
pub fn activation_due(connection: &Connection, now: Timestamp) -> rusqlite::Result<Vec<SimId>> {
    connection
        .prepare_cached(
            "SELECT id FROM sims WHERE activation_due IS NOT NULL AND activation_due <= ?1 ORDER BY id",
        )?
        .query_map([now.unix()], |row| row.get(0).map(SimId))?
        .collect()
}

/// Notes that a SIM has come into service.
pub fn set_activated(connection: &Connection, id: SimId, now: Timestamp) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sims SET activated_on = ?2 WHERE id = ?1")?
        .execute((id.0, now.unix()))?;
    Ok(())
}

/// Writes a SIM's label and note.
pub fn save_texts(connection: &Connection, id: SimId, label: &str, note: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE sims SET label = ?2, note = ?3 WHERE id = ?1")?
        .execute((id.0, label, note))?;
    Ok(())
}

/// A SIM and its revision, if it lies within the scope.
pub fn find(connection: &Connection, scope: &Scope, id: SimId) -> rusqlite::Result<Option<(Sim, u64)>> {
    let condition = scope.condition();
    connection
        .prepare_cached(&format!("SELECT {COLUMNS}, revision FROM sims WHERE id = ?1 AND {condition}"))?
        .query_row([id.0], |row| Ok((sim(row)?, row.get("revision")?)))
        .optional()
}

/// A SIM wherever it is, for what no caller asks.
pub fn find_anywhere(connection: &Connection, id: SimId) -> rusqlite::Result<Sim> {
    connection.prepare_cached(&format!("SELECT {COLUMNS} FROM sims WHERE id = ?1"))?.query_row([id.0], sim)
}

/// The next SIMs of a scope after an id, in the order of ids.
pub fn page(connection: &Connection, scope: &Scope, after: u32, limit: u32) -> rusqlite::Result<Vec<Sim>> {
    let condition = scope.condition();
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM sims WHERE id > ?1 AND {condition} ORDER BY id LIMIT ?2"
        ))?
        .query_map((after, limit), sim)?
        .collect()
}

/// [`page`] as a batch.
pub fn batch(
    connection: &Connection,
    scope: &Scope,
    after: u32,
    limit: u32,
) -> rusqlite::Result<Batch<'static>> {
    let condition = scope.condition();
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM sims WHERE id > ?1 AND {condition} ORDER BY id LIMIT ?2"
    ))?;
    let mut rows = statement.query((after, limit))?;
    let mut batch = Batch::default();
    while let Some(row) = rows.next()? {
        batch.push(&sim(row)?);
    }
    Ok(batch)
}

/// Whether the scope has SIMs after an id and up to another one.
pub fn any_between(connection: &Connection, scope: &Scope, after: u32, until: u32) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM sims WHERE id > ?1 AND id <= ?2 AND {})",
            scope.condition()
        ))?
        .query_row((after, until), |row| row.get(0))
}

/// The highest id that a SIM has, of whatever scope.
pub fn last_id(connection: &Connection) -> rusqlite::Result<u32> {
    connection.prepare_cached("SELECT coalesce(max(id), 0) FROM sims")?.query_row([], |row| row.get(0))
}

/// A change to SIMs in one transaction: takes the next version at its first change, so that a transaction that changes
/// nothing does not announce anything.
#[derive(Debug, Default)]
pub struct Revision {
    version: Option<u64>,
}

impl Revision {
    /// The version of this transaction's changes.
    pub fn version(&mut self, connection: &Connection) -> rusqlite::Result<u64> {
        match self.version {
            Some(version) => Ok(version),
            None => Ok(*self.version.insert(estate::next_version(connection)?)),
        }
    }

    /// The version, if anything was changed.
    pub fn taken(&self) -> Option<u64> {
        self.version
    }
}
