//! Writes the demo into the database.

use crate::demo::companies::{self, COMPANIES};
use crate::demo::fleet::Fleet;
use crate::demo::past::{Before, Making, Past};
use crate::demo::people::people;
use crate::demo::{Demo, PASSWORD};
use crate::password::Passwords;
use crate::store::{usage, users};
use contract::overview::PERIODS;
use domain::account::AccountId;
use domain::period::Period;
use domain::sim::Sim;
use domain::time::Timestamp;
use rusqlite::{Connection, Statement, params};

/// Progress is told after so many SIMs.
const TELL_EVERY: u32 = 100_000;

/// Accounts, users, SIMs. Gives what they used before, for [`write_usage`].
pub fn write(
    connection: &Connection,
    demo: Demo,
    now: Timestamp,
    passwords: &Passwords,
) -> anyhow::Result<UsageBefore> {
    write_accounts(connection)?;
    for person in people() {
        users::add(connection, &person, &passwords.hash(PASSWORD)?)?;
    }
    let mut before = UsageBefore::new(Making { seed: demo.seed, at: now });
    let counts = write_sims(connection, demo, now, &mut before)?;
    let mut statement = connection.prepare("UPDATE accounts SET sim_count = ?2 WHERE id = ?1")?;
    for (place, count) in counts.into_iter().enumerate() {
        statement.execute((companies::id(place), count))?;
    }
    Ok(before)
}

fn write_accounts(connection: &Connection) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(
        "INSERT INTO accounts (id, parent_id, name, enabled, caps_and_alerts, sub_accounts, sim_count)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
    )?;
    for (place, company) in COMPANIES.iter().enumerate() {
        statement.execute((
            companies::id(place),
            companies::parent_id(place),
            company.name,
            company.enabled,
            company.features.caps_and_alerts,
            company.features.sub_accounts,
        ))?;
    }
    Ok(())
}

/// Writes the SIMs; gives how many each account got.
fn write_sims(
    connection: &Connection,
    demo: Demo,
    now: Timestamp,
    before: &mut UsageBefore,
) -> rusqlite::Result<[u32; COMPANIES.len()]> {
    let mut fleet = Fleet::new(demo.seed, now);
    let mut counts = [0; COMPANIES.len()];
    let mut statement = connection.prepare(
        "INSERT INTO sims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
           ?20, ?21, 1, 1)",
    )?;
    for made in 1..=demo.sims {
        let sim = fleet.next_sim();
        counts[fleet.place()] += 1;
        before.count(fleet.place(), &sim);
        insert(&mut statement, &sim)?;
        if made % TELL_EVERY == 0 {
            eprintln!("making the estate: {made} of {} SIMs", demo.sims);
        }
    }
    Ok(counts)
}

/// What the SIMs of each account used on each day before the estate was made, as long as overviews look back.
pub struct UsageBefore {
    making: Making,
    /// The first day.
    first: u32,
    /// Bytes by days, for each place in [`COMPANIES`].
    bytes: Vec<Vec<u64>>,
}

impl UsageBefore {
    fn new(making: Making) -> Self {
        let period = Period::of(making.at);
        let first = Period::from_index(period.index().saturating_sub(PERIODS - 1)).days().start;
        let days = usize::try_from(making.at.day() + 1 - first).unwrap_or(0);
        Self { making, first, bytes: vec![vec![0; days]; COMPANIES.len()] }
    }

    fn count(&mut self, place: usize, sim: &Sim) {
        let Some(before) = Before::of(sim) else { return };
        let (past, made_in) = (Past::new(self.making, before), Period::of(self.making.at));
        let first = made_in.index().saturating_sub(PERIODS - 1);
        for period in (first..=made_in.index()).map(Period::from_index) {
            for (day, bytes) in past.days(period) {
                let at = usize::try_from(day - self.first).unwrap_or(usize::MAX);
                if let Some(sum) = self.bytes.get_mut(place).and_then(|days| days.get_mut(at)) {
                    *sum += bytes;
                }
            }
        }
    }
}

/// Writes what was used before, by accounts.
pub fn write_usage(connection: &Connection, before: &UsageBefore) -> rusqlite::Result<()> {
    for (place, days) in before.bytes.iter().enumerate() {
        for (day, bytes) in (before.first..).zip(days).filter(|(_, bytes)| **bytes > 0) {
            usage::add_to_account(connection, AccountId(companies::id(place)), day, *bytes)?;
        }
    }
    Ok(())
}

fn insert(statement: &mut Statement<'_>, sim: &Sim) -> rusqlite::Result<()> {
    statement.execute(params![
        sim.id.0,
        sim.iccid,
        sim.imsi,
        sim.msisdn,
        sim.imei.as_deref().unwrap_or(""),
        sim.account_id.0,
        sim.status.code(),
        sim.tariff,
        sim.operator,
        sim.usage_bytes,
        sim.cap_bytes,
        sim.alert_bytes,
        sim.hard_cap.code(),
        sim.in_session,
        sim.last_seen.map_or(0, Timestamp::unix),
        sim.ip_address.map(std::net::Ipv4Addr::to_bits),
        sim.activated_on.map_or(0, Timestamp::unix),
        sim.label,
        sim.note,
        sim.category.as_deref().unwrap_or(""),
        sim.tags.join("\n"),
    ])?;
    Ok(())
}
