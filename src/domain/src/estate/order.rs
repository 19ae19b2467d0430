//! Sort orders: a permutation of the rows for one or several columns.

mod kept;
mod radix;

pub use kept::{KeptOrders, Order};

use super::Estate;
use super::column::ranks;
use crate::account::AccountTree;
use crate::account::by_account::ByAccount;
use crate::sim::codes;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

codes! {
    /// A column of the grid. The code is what the address bar and saved views carry.
    Column {
        Iccid = "iccid",
        Label = "label",
        Account = "account",
        Status = "status",
        Usage = "usage",
        Cap = "cap",
        Alert = "alert",
        HardCap = "hard_cap",
        InSession = "in_session",
        LastSeen = "last_seen",
        Operator = "operator",
        Tariff = "tariff",
        Msisdn = "msisdn",
        Imsi = "imsi",
        Ip = "ip",
        Imei = "imei",
        Activated = "activated",
        Category = "category",
        Tags = "tags",
        Note = "note",
    }
}

/// One column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SortKey {
    pub column: Column,
    pub descending: bool,
}

/// So many bits there are for a key, or a part of one, together with a place.
const WORD: u32 = u64::BITS;

impl Estate {
    /// All rows in the order of the keys, the first one deciding most. Equal rows stay in the order they came in; rows
    /// without a value come last.
    pub fn order(&self, keys: &[SortKey], accounts: &AccountTree) -> Vec<u32> {
        let mut order: Vec<u32> = (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).collect();
        for key in keys.iter().rev() {
            self.sort_by(*key, &mut order, accounts);
        }
        order
    }

    /// Sorts numbers that carry the sort key above the place in the order so far: stable, and quicker than comparing. Keys
    /// begin with 0 at the lowest one there is, so that most fit into one word together with the place.
    fn sort_by(&self, key: SortKey, order: &mut Vec<u32>, accounts: &AccountTree) {
        let value = self.sort_values(key.column, accounts);
        let range = order.iter().filter_map(|&row| value(row as usize)).fold(None, |range, value| {
            let (low, high) = range.unwrap_or((value, value));
            Some((value.min(low), value.max(high)))
        });
        let Some((low, high)) = range else { return };
        let missing = high - low + 1;
        let number = |row: u32| match value(row as usize) {
            Some(value) if key.descending => high - value,
            Some(value) => value - low,
            None => missing,
        };
        let bits = u128::BITS - missing.leading_zeros();
        let place_bits = usize::BITS - order.len().leading_zeros();
        // Long keys are sorted by part after part, the lowest first: rows that are alike in one stay in order.
        for lowest in (0..bits).step_by((WORD - place_bits) as usize) {
            let part = |row: u32| (number(row) >> lowest) as u64;
            let mut packed: Vec<u64> = order
                .iter()
                .enumerate()
                .map(|(place, &row)| part(row) << place_bits | place as u64)
                .collect();
            radix::sort(&mut packed, place_bits);
            let place = |packed: u64| (packed & ((1 << place_bits) - 1)) as usize;
            *order = packed.into_iter().map(|packed| order[place(packed)]).collect();
        }
    }

    /// For each row a number of at most 96 bits that sorts as the column does.
    fn sort_values<'a>(
        &'a self,
        column: Column,
        accounts: &'a AccountTree,
    ) -> Box<dyn Fn(usize) -> Option<u128> + 'a> {
        let row = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let wide = |number: u64| Some(u128::from(number));
        let folded = |text: &str| (text.is_empty(), text.to_lowercase());
        let interned = |column: &'a super::column::Interned, ranks: Vec<u32>| {
            Box::new(move |at: usize| {
                let index = column.index(at);
                let empty = column.values().get(index).is_none_or(String::is_empty);
                ranks.get(index).filter(|_| !empty).map(|&rank| u128::from(rank))
            })
        };
        match column {
            Column::Iccid => Box::new(|at| Some(self.iccid.sort_key(at))),
            Column::Imsi => Box::new(|at| Some(self.imsi.sort_key(at))),
            Column::Msisdn => Box::new(|at| Some(self.msisdn.sort_key(at))),
            Column::Imei => Box::new(|at| Some(self.imei.sort_key(at)).filter(|&key| key > 0)),
            Column::Account => {
                let ranks = ranks(accounts.len(), |at| accounts.nodes()[at].account.name.to_lowercase());
                let ids = accounts.nodes().iter().map(|node| node.account.id);
                let ranks: ByAccount<u32> = ids.zip(ranks).collect();
                Box::new(move |at| ranks.get(self.account(row(at))).map(u128::from))
            }
            Column::Status => Box::new(move |at| wide(self.status(row(at)) as u64)),
            Column::HardCap => Box::new(move |at| wide(self.hard_cap(row(at)) as u64)),
            Column::InSession => Box::new(move |at| wide(u64::from(!self.in_session(row(at))))),
            Column::Usage => Box::new(move |at| wide(self.usage(row(at)))),
            Column::Cap => Box::new(move |at| self.levels(row(at)).cap.map(u128::from)),
            Column::Alert => Box::new(move |at| self.levels(row(at)).alert.map(u128::from)),
            Column::LastSeen => {
                Box::new(move |at| self.last_seen(row(at)).map(|time| u128::from(time.unix())))
            }
            Column::Activated => {
                Box::new(move |at| self.activated(row(at)).map(|time| u128::from(time.unix())))
            }
            Column::Ip => Box::new(move |at| self.ip(row(at)).map(|ip| u128::from(ip.to_bits()))),
            Column::Operator => interned(&self.operator, self.operator.ranks(folded)),
            Column::Tariff => interned(&self.tariff, self.tariff.ranks(folded)),
            Column::Category => interned(&self.category, self.category.ranks(folded)),
            Column::Tags => interned(&self.tags, self.tags.ranks(folded)),
            Column::Label => self.free_text(|at| self.label.folded(at)),
            Column::Note => self.free_text(|at| self.note.folded(at)),
        }
    }

    /// How two rows compare, as [`Self::order`] puts them.
    fn comparison<'a>(
        &'a self,
        keys: &[SortKey],
        accounts: &'a AccountTree,
    ) -> impl Fn(u32, u32) -> Ordering {
        type Compare<'a> = Box<dyn Fn(usize, usize) -> Ordering + 'a>;
        let one = |key: &SortKey| -> Compare<'a> {
            let last = key.descending;
            match key.column {
                Column::Label => {
                    Box::new(move |a, b| text_order(self.label.folded(a), self.label.folded(b), last))
                }
                Column::Note => {
                    Box::new(move |a, b| text_order(self.note.folded(a), self.note.folded(b), last))
                }
                column => {
                    let value = self.sort_values(column, accounts);
                    Box::new(move |a, b| missing_last(value(a), value(b), last))
                }
            }
        };
        let compare: Vec<Compare<'a>> = keys.iter().map(one).collect();
        move |a, b| {
            let by_keys = compare.iter().map(|compare| compare(a as usize, b as usize));
            by_keys.fold(Ordering::Equal, Ordering::then).then(a.cmp(&b))
        }
    }

    fn free_text<'a>(
        &'a self,
        text: impl Fn(usize) -> &'a str + 'a,
    ) -> Box<dyn Fn(usize) -> Option<u128> + 'a> {
        let ranks = text_ranks(self.len(), &text);
        Box::new(move |at| ranks.get(at).filter(|_| !text(at).is_empty()).map(|&rank| u128::from(rank)))
    }
}

fn missing_last<T: Ord>(a: Option<T>, b: Option<T>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn text_order(a: &str, b: &str, descending: bool) -> Ordering {
    missing_last(Some(a).filter(|text| !text.is_empty()), Some(b).filter(|text| !text.is_empty()), descending)
}

/// [`ranks`] of many texts, most of which differ.
fn text_ranks<'a>(count: usize, text: impl Fn(usize) -> &'a str) -> Vec<u32> {
    let mut rows: Vec<(u64, u32)> =
        (0..u32::try_from(count).unwrap_or(u32::MAX)).map(|row| (0, row)).collect();
    let mut ranks = Ranks { ranks: vec![0; count], next: 0 };
    ranks.rank(&mut rows, 0, &|row| text(row as usize).as_bytes());
    ranks.ranks
}

struct Ranks {
    ranks: Vec<u32>,
    next: u32,
}

/// So many bytes of a text are compared at a time, as one number.
const PART: usize = size_of::<u64>();

impl Ranks {
    /// Gives ranks to rows whose texts are alike up to a byte: by the next part of each, and only where that is the same
    /// again by what follows.
    fn rank<'a>(&mut self, rows: &mut [(u64, u32)], from: usize, text: &impl Fn(u32) -> &'a [u8]) {
        for (part, row) in rows.iter_mut() {
            let mut bytes = [0; PART];
            text(*row).iter().skip(from).zip(&mut bytes).for_each(|(byte, cell)| *cell = *byte);
            *part = u64::from_be_bytes(bytes);
        }
        rows.sort_unstable();
        for alike in rows.chunk_by_mut(|one, other| one.0 == other.0) {
            if alike.len() > 1 && alike.iter().any(|&(_, row)| text(row).len() > from + PART) {
                self.rank(alike, from + PART, text);
            } else {
                alike.iter().for_each(|&(_, row)| self.ranks[row as usize] = self.next);
                self.next += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::tests::{any_sim, estate, some_sims};
    use crate::sim::Sim;
    use proptest::prelude::*;

    /// The plain comparison that each column promises.
    fn compare(column: Column, a: &Sim, b: &Sim) -> Option<Ordering> {
        fn some<T: Ord>(a: Option<T>, b: Option<T>) -> Option<Ordering> {
            Some(a?.cmp(&b?))
        }
        let text = |text: &str| Some(text.to_lowercase()).filter(|text| !text.is_empty());
        match column {
            Column::Iccid => Some(a.iccid.cmp(&b.iccid)),
            Column::Status => Some(a.status.cmp(&b.status)),
            Column::Usage => Some(a.usage_bytes.cmp(&b.usage_bytes)),
            Column::Cap => some(a.cap_bytes, b.cap_bytes),
            Column::LastSeen => some(a.last_seen, b.last_seen),
            Column::Operator => some(text(&a.operator), text(&b.operator)),
            Column::Label => some(text(&a.label), text(&b.label)),
            Column::Account => Some(a.account_id.cmp(&b.account_id)),
            Column::Ip => some(a.ip_address, b.ip_address),
            _ => Some(Ordering::Equal),
        }
    }

    proptest! {
        #[test]
        fn each_order_is_a_permutation_in_order(
            sims in proptest::collection::vec(any_sim(), 0..40), column in 0..Column::ALL.len(), descending: bool,
        ) {
            let accounts = AccountTree::new((0..6).map(|id| account(id, None, &format!("a{id}"))).collect());
            let mut sims = sims;
            sims.dedup_by_key(|sim| sim.id);
            let estate = estate(&sims);
            let key = SortKey { column: Column::ALL[column], descending };
            let order = estate.order(&[key], &accounts);
            let mut rows = order.clone();
            rows.sort_unstable();
            prop_assert_eq!(rows, (0..estate.len() as u32).collect::<Vec<_>>());
            let last = |row: u32| {
                let id = estate.id(row).expect("row exists");
                sims.iter().rev().find(|sim| sim.id == id).expect("known")
            };
            for pair in order.windows(2) {
                if let Some(ordering) = compare(key.column, last(pair[0]), last(pair[1])) {
                    let wrong = if descending { Ordering::Less } else { Ordering::Greater };
                    prop_assert_ne!(ordering, wrong);
                }
            }
        }
    }

    #[test]
    fn several_keys_and_missing_values_last() {
        let mut sims = some_sims(4);
        for (at, (cap, usage)) in
            [(Some(5), 1), (None, 2), (Some(5), 3), (Some(9), 4)].into_iter().enumerate()
        {
            sims[at].cap_bytes = cap;
            sims[at].usage_bytes = usage;
        }
        let estate = estate(&sims);
        let by = |cap_down, usage_down| {
            estate.order(
                &[
                    SortKey { column: Column::Cap, descending: cap_down },
                    SortKey { column: Column::Usage, descending: usage_down },
                ],
                &AccountTree::default(),
            )
        };
        assert_eq!(by(false, true), [2, 0, 3, 1]);
        assert_eq!(by(true, false), [3, 0, 2, 1]);
    }
}
