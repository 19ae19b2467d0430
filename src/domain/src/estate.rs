//! The estate in memory: the SIMs a person may see, as columns.
//!
//! A row number stands for a SIM as long as the estate lives: rows are appended and overwritten, never moved. A SIM that
//! left stays as a gone row, so that selections and sort orders stay valid.

pub mod batch;
pub mod column;
pub mod order;
pub mod page;
pub mod snapshot;
pub mod tally;

use crate::account::AccountId;
use crate::bitmap::Bitmap;
use crate::cap::Levels;
use crate::sim::{HardCap, SimId, Status};
use crate::time::Timestamp;
use batch::{BadBatch, Batch};
use column::{Amounts, DigitColumn, Free, Interned, ShortText};
use std::collections::HashMap;
use std::net::Ipv4Addr;

/// SIMs as columns. Reading a row that does not exist gives empty values.
#[derive(Clone, Debug, Default)]
pub struct Estate {
    pub(crate) ids: Vec<SimId>,
    /// So many rows from the first on are in the order of ids, and found by it.
    ascending: usize,
    /// The rows behind them.
    late: HashMap<SimId, u32>,
    revision: u64,
    pub(crate) gone: Bitmap,
    pub(crate) iccid: DigitColumn<10>,
    pub(crate) imsi: DigitColumn<8>,
    pub(crate) msisdn: DigitColumn<8>,
    pub(crate) imei: DigitColumn<8>,
    pub(crate) account: Vec<AccountId>,
    pub(crate) status: Vec<Status>,
    pub(crate) tariff: Interned,
    pub(crate) operator: Interned,
    pub(crate) usage: Vec<u64>,
    cap: Amounts,
    alert: Amounts,
    pub(crate) hard_cap: Vec<HardCap>,
    pub(crate) in_session: Bitmap,
    last_seen: Vec<u32>,
    ip: Vec<u32>,
    activated: Vec<u32>,
    pub(crate) label: Free,
    pub(crate) note: Free,
    pub(crate) category: Interned,
    /// Each value is a list of tags, separated by line feeds.
    pub(crate) tags: Interned,
}

/// What a batch did to the estate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Rows that were overwritten.
    pub changed: Vec<u32>,
    /// How many rows are new.
    pub appended: usize,
}

impl Estate {
    /// How many rows there are, gone ones included.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Makes room for rows that are about to come: no more than they take, and without copying while they come.
    pub fn reserve(&mut self, rows: usize) {
        self.label.reserve(rows);
        self.note.reserve(rows);
        let more = rows.saturating_sub(self.len());
        self.ids.reserve_exact(more);
        self.iccid.reserve(more);
        self.imsi.reserve(more);
        self.msisdn.reserve(more);
        self.imei.reserve(more);
        self.account.reserve_exact(more);
        self.status.reserve_exact(more);
        self.tariff.reserve(more);
        self.operator.reserve(more);
        self.usage.reserve_exact(more);
        self.cap.reserve(more);
        self.alert.reserve(more);
        self.hard_cap.reserve_exact(more);
        self.last_seen.reserve_exact(more);
        self.ip.reserve_exact(more);
        self.activated.reserve_exact(more);
        self.category.reserve(more);
        self.tags.reserve(more);
    }

    /// Grows with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The rows that are not gone.
    pub fn present(&self) -> Bitmap {
        let mut rows = self.gone.clone();
        rows.resize(self.len());
        rows.invert();
        rows
    }

    /// Whether the row is a SIM that has not left.
    pub fn is_present(&self, row: u32) -> bool {
        (row as usize) < self.len() && !self.gone.contains(row)
    }

    /// Takes SIMs in: known ones overwrite their row, others are appended. A batch that does not fit together changes
    /// nothing.
    pub fn append(&mut self, batch: &Batch<'_>) -> Result<Applied, BadBatch> {
        batch.check()?;
        self.revision += 1;
        let tariff: Vec<u32> = batch.tariff.values.iter().map(|value| self.tariff.intern(value)).collect();
        let operator: Vec<u32> =
            batch.operator.values.iter().map(|value| self.operator.intern(value)).collect();
        let category: Vec<u32> =
            batch.category.values.iter().map(|value| self.category.intern(value)).collect();
        let tags: Vec<u32> = batch.tags.values.iter().map(|value| self.tags.intern(value)).collect();
        let status: Vec<Status> =
            batch.status.values.iter().filter_map(|code| Status::from_code(code)).collect();
        let hard_cap: Vec<HardCap> =
            batch.hard_cap.values.iter().filter_map(|code| HardCap::from_code(code)).collect();

        let mut applied = Applied::default();
        for at in 0..batch.len() {
            let id = SimId(batch.id[at]);
            let row = match self.row(id) {
                Some(row) => {
                    applied.changed.push(row);
                    row
                }
                None => {
                    applied.appended += 1;
                    self.push_empty(id)
                }
            };
            self.gone.remove(row);
            self.in_session.set(row, batch.in_session[at] != 0);
            let row = row as usize;
            self.iccid.set(row, &batch.iccid[at].0);
            self.imsi.set(row, &batch.imsi[at].0);
            self.msisdn.set(row, &batch.msisdn[at].0);
            self.imei.set(row, &batch.imei[at].0);
            self.account[row] = AccountId(batch.account_id[at]);
            self.status[row] = status[batch.status.index[at] as usize];
            self.tariff.set(row, tariff[batch.tariff.index[at] as usize]);
            self.operator.set(row, operator[batch.operator.index[at] as usize]);
            self.usage[row] = batch.usage_bytes[at];
            self.cap.set(row, batch.cap_bytes[at]);
            self.alert.set(row, batch.alert_bytes[at]);
            self.hard_cap[row] = hard_cap[batch.hard_cap.index[at] as usize];
            self.last_seen[row] = batch.last_seen[at];
            self.ip[row] = batch.ip_address[at].0.parse().map_or(0, Ipv4Addr::to_bits);
            self.activated[row] = batch.activated_on[at];
            self.label.set(row, &batch.label[at].0);
            self.note.set(row, &batch.note[at].0);
            self.category.set(row, category[batch.category.index[at] as usize]);
            self.tags.set(row, tags[batch.tags.index[at] as usize]);
        }
        Ok(applied)
    }

    fn push_empty(&mut self, id: SimId) -> u32 {
        let row = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.index(self.ids.len(), id);
        self.ids.push(id);
        self.iccid.push_empty();
        self.imsi.push_empty();
        self.msisdn.push_empty();
        self.imei.push_empty();
        self.account.push(AccountId(0));
        self.status.push(Status::Inactive);
        self.tariff.push(0);
        self.operator.push(0);
        self.usage.push(0);
        self.cap.push_none();
        self.alert.push_none();
        self.hard_cap.push(HardCap::Unsupported);
        self.last_seen.push(0);
        self.ip.push(0);
        self.activated.push(0);
        self.category.push(0);
        self.tags.push(0);
        row
    }

    /// Notes where a SIM is found that comes behind all others.
    fn index(&mut self, row: usize, id: SimId) {
        let follows =
            self.ascending.checked_sub(1).is_none_or(|last| self.ids.get(last).is_none_or(|&last| last < id));
        if self.ascending == row && follows {
            self.ascending += 1;
        } else {
            self.late.insert(id, u32::try_from(row).unwrap_or(u32::MAX));
        }
    }

    /// Marks SIMs as gone; gives the rows.
    pub fn remove(&mut self, ids: &[SimId]) -> Vec<u32> {
        self.revision += 1;
        let rows: Vec<u32> = ids.iter().filter_map(|&id| self.row(id)).collect();
        for &row in &rows {
            self.gone.insert(row);
        }
        rows
    }

    /// The row of a SIM, also of a gone one.
    pub fn row(&self, id: SimId) -> Option<u32> {
        let ascending = self.ids.get(..self.ascending).unwrap_or(&[]);
        // What comes in the order of ids is behind all that is there.
        if ascending.last().is_some_and(|&last| last >= id)
            && let Ok(row) = ascending.binary_search(&id)
        {
            return u32::try_from(row).ok();
        }
        self.late.get(&id).copied()
    }

    pub fn id(&self, row: u32) -> Option<SimId> {
        self.ids.get(row as usize).copied()
    }

    pub fn iccid(&self, row: u32) -> ShortText {
        self.iccid.get(row as usize)
    }

    pub fn imsi(&self, row: u32) -> ShortText {
        self.imsi.get(row as usize)
    }

    pub fn msisdn(&self, row: u32) -> ShortText {
        self.msisdn.get(row as usize)
    }

    /// Empty when unknown.
    pub fn imei(&self, row: u32) -> ShortText {
        self.imei.get(row as usize)
    }

    pub fn account(&self, row: u32) -> AccountId {
        self.account.get(row as usize).copied().unwrap_or(AccountId(0))
    }

    pub fn status(&self, row: u32) -> Status {
        self.status.get(row as usize).copied().unwrap_or(Status::Inactive)
    }

    pub fn tariff(&self, row: u32) -> &str {
        self.tariff.get(row as usize)
    }

    pub fn operator(&self, row: u32) -> &str {
        self.operator.get(row as usize)
    }

    /// Bytes in the current period.
    pub fn usage(&self, row: u32) -> u64 {
        self.usage.get(row as usize).copied().unwrap_or(0)
    }

    pub fn levels(&self, row: u32) -> Levels {
        Levels { cap: self.cap.get(row as usize), alert: self.alert.get(row as usize) }
    }

    pub fn hard_cap(&self, row: u32) -> HardCap {
        self.hard_cap.get(row as usize).copied().unwrap_or(HardCap::Unsupported)
    }

    pub fn in_session(&self, row: u32) -> bool {
        self.in_session.contains(row)
    }

    pub fn last_seen(&self, row: u32) -> Option<Timestamp> {
        time(&self.last_seen, row)
    }

    pub fn ip(&self, row: u32) -> Option<Ipv4Addr> {
        self.ip.get(row as usize).filter(|&&bits| bits != 0).map(|&bits| Ipv4Addr::from_bits(bits))
    }

    pub fn activated(&self, row: u32) -> Option<Timestamp> {
        time(&self.activated, row)
    }

    pub fn label(&self, row: u32) -> &str {
        self.label.get(row as usize)
    }

    pub fn note(&self, row: u32) -> &str {
        self.note.get(row as usize)
    }

    /// Empty for none.
    pub fn category(&self, row: u32) -> &str {
        self.category.get(row as usize)
    }

    pub fn tags(&self, row: u32) -> impl Iterator<Item = &str> {
        self.tags.get(row as usize).split('\n').filter(|tag| !tag.is_empty())
    }
}

fn time(column: &[u32], row: u32) -> Option<Timestamp> {
    column.get(row as usize).filter(|&&seconds| seconds > 0).map(|&s| Timestamp::from_unix(i64::from(s)))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sim::Sim;
    use proptest::prelude::*;
    use proptest::strategy::ValueTree as _;

    pub(crate) fn any_sim() -> impl Strategy<Value = Sim> {
        let identity = ("89[0-9]{17,18}", "[0-9]{14,15}", "[0-9]{8,15}", proptest::option::of("[0-9]{15}"));
        let service = (0u32..6, 0usize..8, 0usize..3, 0usize..3, 0usize..3, any::<bool>());
        let usage = (0u64..2_000, proptest::option::of(1u64..2_000), proptest::option::of(1u64..2_000));
        let times =
            (proptest::option::of(1u32..50), proptest::option::of(1u32..50), proptest::option::of(1u32..9));
        let texts = (
            "[ab ÄÖé]{0,4}",
            "[xY]{0,2}",
            proptest::option::of("[cd]"),
            proptest::collection::btree_set("[ef]", 0..3),
        );
        (1u32..40, identity, service, usage, times, texts).prop_map(
            |(id, identity, service, usage, (seen, activated, ip), texts)| Sim {
                id: SimId(id),
                iccid: identity.0,
                imsi: identity.1,
                msisdn: identity.2,
                imei: identity.3,
                account_id: AccountId(service.0),
                status: Status::ALL[service.1],
                tariff: ["T-1", "T-2", "T-10"][service.2].to_owned(),
                operator: ["Alfa", "Bravo", "alfa"][service.3].to_owned(),
                usage_bytes: usage.0,
                cap_bytes: usage.1,
                alert_bytes: usage.2,
                regular_cap_bytes: None,
                hard_cap: HardCap::ALL[service.4],
                in_session: service.5,
                last_seen: seen.map(|days| Timestamp::from_unix(i64::from(days) * 86_400)),
                ip_address: ip.map(|last| Ipv4Addr::new(10, 0, 0, last as u8)),
                activated_on: activated.map(|days| Timestamp::from_unix(i64::from(days) * 86_400)),
                label: texts.0,
                note: texts.1,
                category: texts.2,
                tags: texts.3.into_iter().collect(),
            },
        )
    }

    /// SIMs that are always the same, with ids from 1.
    pub(crate) fn some_sims(count: u32) -> Vec<Sim> {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        (1..=count)
            .map(|id| Sim { id: SimId(id), ..any_sim().new_tree(&mut runner).expect("a SIM").current() })
            .collect()
    }

    pub(crate) fn estate(sims: &[Sim]) -> Estate {
        let mut batch = Batch::default();
        sims.iter().for_each(|sim| batch.push(sim));
        let mut estate = Estate::default();
        estate.append(&batch).expect("a batch built by push fits together");
        estate
    }

    proptest! {
        #[test]
        fn the_last_write_of_a_sim_is_what_is_read(sims in proptest::collection::vec(any_sim(), 0..60)) {
            let estate = estate(&sims);
            for (at, sim) in sims.iter().enumerate() {
                if sims[at + 1..].iter().any(|later| later.id == sim.id) { continue }
                let row = estate.row(sim.id).expect("known");
                prop_assert_eq!(&*estate.iccid(row), sim.iccid.as_str());
                prop_assert_eq!(&*estate.imei(row), sim.imei.as_deref().unwrap_or(""));
                prop_assert_eq!(estate.account(row), sim.account_id);
                prop_assert_eq!(estate.status(row), sim.status);
                prop_assert_eq!(estate.operator(row), &sim.operator);
                prop_assert_eq!(estate.levels(row), Levels { cap: sim.cap_bytes, alert: sim.alert_bytes });
                prop_assert_eq!(estate.in_session(row), sim.in_session);
                prop_assert_eq!(estate.last_seen(row), sim.last_seen);
                prop_assert_eq!(estate.ip(row), sim.ip_address);
                prop_assert_eq!(estate.label(row), &sim.label);
                prop_assert_eq!(estate.tags(row).map(str::to_owned).collect::<Vec<_>>(), sim.tags.clone());
            }
        }

        #[test]
        fn a_batch_survives_the_wire(sims in proptest::collection::vec(any_sim(), 0..20)) {
            let mut batch = Batch::default();
            sims.iter().for_each(|sim| batch.push(sim));
            let json = serde_json::to_string(&batch).expect("a batch is JSON");
            let read: Batch<'_> = serde_json::from_str(&json).expect("reads back");
            prop_assert_eq!(read.check(), Ok(()));
            let rows: Vec<Sim> = (0..read.len()).map(|row| read.sim(row)).collect();
            prop_assert_eq!(rows, sims);
        }
    }

    #[test]
    fn a_bad_batch_changes_nothing() {
        let mut batch = Batch::default();
        batch.id.push(7);
        let mut estate = Estate::default();
        assert_eq!(estate.append(&batch), Err(BadBatch("lengths")));
        assert!(estate.is_empty());
    }
}
