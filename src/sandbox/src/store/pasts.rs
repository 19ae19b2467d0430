//! How the SIMs of the demo were when the estate was made.

use crate::demo::fleet;
use crate::demo::past::{Before, Past};
use crate::store::estate;
use domain::sim::Sim;
use domain::time::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use std::net::Ipv4Addr;

/// What a SIM did before the estate was made; `None` where it had not been in service.
pub fn of(connection: &Connection, sim: &Sim) -> rusqlite::Result<Option<Past>> {
    let Some(activated_on) = sim.activated_on else { return Ok(None) };
    let before = connection
        .prepare_cached("SELECT usage_bytes, last_seen, ip_address FROM sims_when_made WHERE sim_id = ?1")?
        .query_row([sim.id.0], |row| {
            Ok(Before {
                sim: sim.id,
                volume: fleet::volume(&sim.tariff),
                activated_on,
                usage: row.get(0)?,
                last_seen: Timestamp::from_unix(row.get(1)?),
                ip_address: row.get::<_, Option<u32>>(2)?.map(Ipv4Addr::from_bits),
            })
        })
        .optional()?;
    before.map(|before| Ok(Past::new(estate::making(connection)?, before))).transpose()
}
