//! Writes the demo into the database.

use crate::demo::companies::{self, COMPANIES};
use crate::demo::fleet::Fleet;
use crate::demo::people::people;
use crate::demo::{Demo, PASSWORD};
use crate::password::Passwords;
use crate::store::users;
use domain::sim::Sim;
use domain::time::Timestamp;
use rusqlite::{Connection, Statement, params};

/// Progress is told after so many SIMs.
const TELL_EVERY: u32 = 100_000;

/// Accounts, users, SIMs.
pub fn write(
    connection: &Connection,
    demo: Demo,
    now: Timestamp,
    passwords: &Passwords,
) -> anyhow::Result<()> {
    write_accounts(connection)?;
    for person in people() {
        users::add(connection, &person, &passwords.hash(PASSWORD)?)?;
    }
    let counts = write_sims(connection, demo, now)?;
    let mut statement = connection.prepare("UPDATE accounts SET sim_count = ?2 WHERE id = ?1")?;
    for (place, count) in counts.into_iter().enumerate() {
        statement.execute((companies::id(place), count))?;
    }
    Ok(())
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
        insert(&mut statement, &sim)?;
        if made % TELL_EVERY == 0 {
            eprintln!("making the estate: {made} of {} SIMs", demo.sims);
        }
    }
    Ok(counts)
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
