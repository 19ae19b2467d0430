//! An estate as bytes, to be kept and read back at once: a head with the values that repeat, and blocks of rows.
//!
//! Bytes that were not written here, or by another version, are refused; they are never a reason to fail otherwise.

pub(super) mod bytes;

use super::Estate;
use crate::account::AccountId;
use crate::bitmap::Bitmap;
use crate::sim::{HardCap, SimId, Status};
use bytes::{Reader, Writer};

/// Rows in a block: few enough to be written within two frames. A multiple of 64, so that a word of a bitmap never is of two
/// blocks.
pub const BLOCK: usize = 1 << 15;
/// To be raised with every change of what is written.
const FORMAT: u32 = 2;

/// Bytes that are no snapshot of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no snapshot of an estate")]
pub struct BadSnapshot;

impl Estate {
    /// How many blocks the rows take.
    pub fn blocks(&self) -> usize {
        self.len().div_ceil(BLOCK)
    }

    /// The values that repeat, and how many rows there are. Values are only ever added, so a head goes with all blocks
    /// that were written before it.
    pub fn head(&self) -> Vec<u8> {
        let mut into = Writer::default();
        into.u32(FORMAT);
        into.size(self.len());
        for column in [&self.tariff, &self.operator, &self.category, &self.tags] {
            column.write_values(&mut into);
        }
        self.cap.write_values(&mut into);
        self.alert.write_values(&mut into);
        into.finish()
    }

    /// The rows of a block.
    pub fn block(&self, number: usize) -> Vec<u8> {
        let start = number * BLOCK;
        let rows = start..self.len().min(start + BLOCK);
        let mut into = Writer::default();
        into.size(rows.len());
        into.u32s(self.ids[rows.clone()].iter().map(|id| id.0));
        into.bits(&self.gone, rows.clone());
        into.bits(&self.in_session, rows.clone());
        self.iccid.write(rows.clone(), &mut into);
        self.imsi.write(rows.clone(), &mut into);
        self.msisdn.write(rows.clone(), &mut into);
        self.imei.write(rows.clone(), &mut into);
        into.u32s(self.account[rows.clone()].iter().map(|account| account.0));
        into.bytes(self.status[rows.clone()].iter().map(|status| *status as u8));
        into.bytes(self.hard_cap[rows.clone()].iter().map(|hard_cap| *hard_cap as u8));
        into.u64s(self.usage[rows.clone()].iter().copied());
        for column in [&self.tariff, &self.operator, &self.category, &self.tags] {
            column.write(rows.clone(), &mut into);
        }
        self.cap.write(rows.clone(), &mut into);
        self.alert.write(rows.clone(), &mut into);
        for column in [&self.last_seen, &self.ip, &self.activated] {
            into.u32s(column[rows.clone()].iter().copied());
        }
        self.label.write(rows.clone(), &mut into);
        self.note.write(rows, &mut into);
        into.finish()
    }

    /// An estate with the values of a head and no rows yet, and how many are to come.
    pub fn of_head(head: &[u8]) -> Result<(Self, usize), BadSnapshot> {
        let mut from = Reader::new(head);
        if from.u32()? != FORMAT {
            return Err(BadSnapshot);
        }
        let rows = from.size()?;
        let mut estate = Self::default();
        let Self { tariff, operator, category, tags, cap, alert, .. } = &mut estate;
        for column in [tariff, operator, category, tags] {
            column.read_values(&mut from)?;
        }
        cap.read_values(&mut from)?;
        alert.read_values(&mut from)?;
        from.end()?;
        Ok((estate, rows))
    }

    /// Takes in the next block. One that cannot be read leaves the estate unusable.
    pub fn take_block(&mut self, block: &[u8]) -> Result<(), BadSnapshot> {
        let mut from = Reader::new(block);
        let start = self.len();
        let count = from.size()?;
        if count > BLOCK || !start.is_multiple_of(BLOCK) {
            return Err(BadSnapshot);
        }
        for id in from.u32s(count)?.map(SimId) {
            self.index(self.ids.len(), id);
            self.ids.push(id);
        }
        from.bits(&mut self.gone, start, count)?;
        from.bits(&mut self.in_session, start, count)?;
        self.iccid.read(count, &mut from)?;
        self.imsi.read(count, &mut from)?;
        self.msisdn.read(count, &mut from)?;
        self.imei.read(count, &mut from)?;
        self.account.extend(from.u32s(count)?.map(AccountId));
        for &byte in from.bytes(count)? {
            self.status.push(*Status::ALL.get(usize::from(byte)).ok_or(BadSnapshot)?);
        }
        for &byte in from.bytes(count)? {
            self.hard_cap.push(*HardCap::ALL.get(usize::from(byte)).ok_or(BadSnapshot)?);
        }
        self.usage.extend(from.u64s(count)?);
        for column in [&mut self.tariff, &mut self.operator, &mut self.category, &mut self.tags] {
            column.read(count, &mut from)?;
        }
        self.cap.read(count, &mut from)?;
        self.alert.read(count, &mut from)?;
        for column in [&mut self.last_seen, &mut self.ip, &mut self.activated] {
            column.extend(from.u32s(count)?);
        }
        self.label.read(start, count, &mut from)?;
        self.note.read(start, count, &mut from)?;
        self.revision += 1;
        from.end()
    }
}

/// Which blocks some rows are in.
pub fn blocks_of(rows: impl Iterator<Item = u32>, into: &mut Bitmap) {
    for row in rows {
        into.insert(row / u32::try_from(BLOCK).unwrap_or(u32::MAX));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::AccountTree;
    use crate::estate::batch::Batch;
    use crate::estate::order::{Column, SortKey};
    use crate::estate::tests::{any_sim, estate, some_sims};
    use crate::filter::evaluate::matching;
    use crate::filter::tests::any_filter;
    use crate::sim::Sim;
    use crate::time::Timestamp;
    use proptest::prelude::*;

    fn read_back(estate: &Estate) -> Estate {
        let (mut back, rows) = Estate::of_head(&estate.head()).expect("a head");
        (0..estate.blocks()).for_each(|number| back.take_block(&estate.block(number)).expect("a block"));
        assert_eq!(rows, back.len());
        back
    }

    fn batch(sims: &[Sim]) -> Batch<'static> {
        let mut batch = Batch::default();
        sims.iter().for_each(|sim| batch.push(sim));
        batch
    }

    proptest! {
        #[test]
        fn is_the_same_estate_and_goes_on_as_one(
            sims in proptest::collection::vec(any_sim(), 0..40), gone: u8, more in proptest::collection::vec(any_sim(), 0..20),
            filter in any_filter(), column in 0..Column::ALL.len(),
        ) {
            let mut first = estate(&sims);
            first.remove(&[SimId(u32::from(gone) % 40)]);
            let mut back = read_back(&first);
            first.append(&batch(&more)).expect("fits together");
            back.append(&batch(&more)).expect("fits together");
            let back = read_back(&back);
            let (accounts, now) = (AccountTree::default(), Timestamp::from_unix(86_400 * 40));
            prop_assert_eq!(matching(&filter, &back, &accounts, now), matching(&filter, &first, &accounts, now));
            let keys = [SortKey { column: Column::ALL[column], descending: false }];
            prop_assert_eq!(back.order(&keys, &accounts), first.order(&keys, &accounts));
            prop_assert_eq!(back.present(), first.present());
            for row in 0..first.len() as u32 {
                prop_assert_eq!(back.id(row).and_then(|id| back.row(id)), Some(row));
                prop_assert_eq!(back.iccid(row), first.iccid(row));
                prop_assert_eq!(back.label(row), first.label(row));
                prop_assert_eq!(back.note(row), first.note(row));
                prop_assert_eq!(back.levels(row), first.levels(row));
                prop_assert_eq!(back.tags(row).collect::<Vec<_>>(), first.tags(row).collect::<Vec<_>>());
            }
        }

        #[test]
        fn other_bytes_are_refused_and_nothing_worse(mut bytes: Vec<u8>, at: usize, byte: u8, cut: usize) {
            let mut none = Estate::default();
            let _ = none.take_block(&bytes);
            let _ = Estate::of_head(&bytes);
            let estate = estate(&some_sims(5));
            bytes = estate.block(0);
            let len = bytes.len();
            prop_assert_eq!(Estate::default().take_block(&bytes[..cut % len]), Err(BadSnapshot));
            bytes[at % len] = byte;
            let (mut back, _) = Estate::of_head(&estate.head()).expect("a head");
            if back.take_block(&bytes).is_ok() {
                (0..back.len() as u32).for_each(|row| {
                    let _ = (back.iccid(row), back.label(row), back.tariff(row), back.levels(row));
                });
                back.order(&[SortKey { column: Column::Label, descending: false }], &AccountTree::default());
            }
        }
    }

    #[test]
    fn several_blocks_follow_each_other() {
        let few = some_sims(1);
        let sims: Vec<Sim> = (1..=u32::try_from(BLOCK).expect("fits") + 3)
            .map(|id| Sim { id: SimId(id), label: format!("SIM {id}"), ..few[0].clone() })
            .collect();
        let first = estate(&sims);
        assert_eq!(first.blocks(), 2);
        let back = read_back(&first);
        let last = u32::try_from(BLOCK).expect("fits") + 2;
        assert_eq!(back.label(last), format!("SIM {}", last + 1));
        let mut blocks = Bitmap::default();
        blocks_of([0, last].into_iter(), &mut blocks);
        assert_eq!(blocks.rows(), [0, 1]);
    }
}
