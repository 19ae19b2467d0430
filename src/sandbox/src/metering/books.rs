//! Where the reports of operators are booked.

use super::By;
use crate::store::sim_history::{self, Origin};
use crate::store::sims::{self, Card, Revision};
use crate::store::{estate, sim_sessions, usage};
use domain::history::Cause;
use domain::metering::Meter;
use domain::period::Period;
use domain::sim::{SimId, Status};
use domain::time::Timestamp;
use rusqlite::Connection;
use std::net::Ipv4Addr;

/// The first address of those that SIMs get which never had one: 10.0.0.0.
const ADDRESSES: u32 = 0x0a00_0000;

/// The books of a period, within one transaction: reports come in while they are open, and not while SIMs are still being
/// taken into the period.
pub struct Books<'a> {
    connection: &'a Connection,
    now: Timestamp,
    period: Period,
    revision: Revision,
}

/// A report names a SIM that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchSim;

impl<'a> Books<'a> {
    /// Opens those of now, by the operators' clock; `None` as long as not every SIM is in the period.
    pub fn open(connection: &'a Connection, now: Timestamp) -> rusqlite::Result<Option<Self>> {
        let period = Period::of(now);
        let begun = estate::period(connection)?.is_some_and(|begun| begun.is_through(period));
        Ok(begun.then(|| Self { connection, now, period, revision: Revision::default() }))
    }

    /// A SIM used so many bytes on a day. One of an earlier period counts for the history of that day only.
    pub fn report(&mut self, sim: SimId, day: u32, bytes: u64) -> rusqlite::Result<Result<(), NoSuchSim>> {
        let Some(before) = sims::find_card(self.connection, sim)? else { return Ok(Err(NoSuchSim)) };
        if bytes == 0 {
            return Ok(Ok(()));
        }
        usage::add(self.connection, sim, before.account_id, day, bytes)?;
        if day < self.period.days().start {
            return Ok(Ok(()));
        }
        let today = day == self.now.day();
        if today && before.in_session {
            sim_sessions::add_bytes(self.connection, sim, bytes)?;
        }
        self.write(&before, before.meter().report(bytes), Cause::Usage)?;
        if today {
            sims::set_seen(self.connection, sim, self.now)?;
        }
        Ok(Ok(()))
    }

    /// A SIM asks for a session, and gets one unless it is out of service or over its cap.
    pub fn open_session(&mut self, sim: SimId) -> rusqlite::Result<Result<(), NoSuchSim>> {
        let Some(before) = sims::find_card(self.connection, sim)? else { return Ok(Err(NoSuchSim)) };
        let after = before.meter().open_session();
        if before.in_session || !after.in_session {
            return Ok(Ok(()));
        }
        self.write(&before, after, Cause::Network)?;
        let address = Ipv4Addr::from_bits(ADDRESSES | sim.0);
        let address = sims::set_seen_at(self.connection, sim, address, self.now)?;
        sim_sessions::begin(self.connection, sim, Some(address), self.now)?;
        Ok(Ok(()))
    }

    /// The session of a SIM ended by itself.
    pub fn close_session(&mut self, sim: SimId) -> rusqlite::Result<Result<(), NoSuchSim>> {
        let Some(before) = sims::find_card(self.connection, sim)? else { return Ok(Err(NoSuchSim)) };
        if before.in_session {
            self.write(&before, before.meter().close_session(), Cause::Network)?;
            sims::set_seen(self.connection, sim, self.now)?;
        }
        Ok(Ok(()))
    }

    /// SIMs whose activation was asked for a while ago are in service now.
    pub fn complete_activations(&mut self) -> rusqlite::Result<()> {
        for sim in sims::activation_due(self.connection, self.now)? {
            let Some(before) = sims::find_card(self.connection, sim)? else { continue };
            self.write(&before, before.meter().serve(Status::Active), Cause::Network)?;
            sims::set_activated(self.connection, sim, self.now)?;
        }
        Ok(())
    }

    /// Closes them; gives the version of what was booked, if anything changed.
    pub fn close(self) -> Option<u64> {
        self.revision.taken()
    }

    fn write(&mut self, before: &Card, after: Meter, cause: Cause) -> rusqlite::Result<()> {
        let after = before.metered(after);
        let version = self.revision.version(self.connection)?;
        super::keep(self.connection, before, &after, By::Usage, version, self.now)?;
        let changes = sim_history::differences(before, &after);
        let origin = Origin::nobody(cause);
        sim_history::add(self.connection, origin, before.id, before.account_id, &changes, self.now)
    }
}
