//! Orders that a list has been shown in.

use super::SortKey;
use crate::account::AccountTree;
use crate::bitmap::Bitmap;
use crate::estate::Estate;
use std::sync::Arc;

/// As many orders are kept: the one that is shown and the one before it. Each takes four bytes for every row.
const MOST: usize = 2;

/// All rows of an estate in an order.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Order {
    /// As they came in.
    #[default]
    Unsorted,
    Sorted(Arc<Vec<u32>>),
}

impl Order {
    /// The rows that are in a set, in this order.
    pub fn rows_in(&self, set: &Bitmap) -> Arc<Vec<u32>> {
        match self {
            Self::Unsorted => Arc::new(set.rows()),
            Self::Sorted(rows) => {
                let count = set.count();
                if count == rows.len() {
                    return Arc::clone(rows);
                }
                let mut found = Vec::with_capacity(count);
                found.extend(rows.iter().copied().filter(|&row| set.contains(row)));
                Arc::new(found)
            }
        }
    }
}

/// Orders of one estate. While its values change, an order stays as it was made: rows that jump under the pointer make
/// people act on the wrong SIM. Rows that come in take their place in it.
#[derive(Clone, Debug, Default)]
pub struct KeptOrders {
    /// The latest one last.
    made: Vec<Made>,
}

#[derive(Clone, Debug)]
struct Made {
    keys: Vec<SortKey>,
    rows: Arc<Vec<u32>>,
    /// What [`Estate::revision`] was when it was sorted.
    revision: u64,
}

impl KeptOrders {
    /// The rows in the order of the keys. The one that was asked for last is gone on with, unless it is to be made
    /// `anew`; others are only used again when nothing has changed since.
    pub fn order(&mut self, keys: &[SortKey], estate: &Estate, accounts: &AccountTree, anew: bool) -> Order {
        if keys.is_empty() {
            return Order::Unsorted;
        }
        let shown = self.made.pop_if(|made| made.keys == keys && !anew);
        let kept = || {
            let found = self.made.iter().position(|made| made.keys == keys);
            found.map(|at| self.made.remove(at)).filter(|made| made.revision == estate.revision())
        };
        let made = match shown.or_else(kept) {
            Some(made) => Made { rows: extended(made.rows, keys, estate, accounts), ..made },
            None => {
                let rows = Arc::new(estate.order(keys, accounts));
                Made { keys: keys.to_vec(), rows, revision: estate.revision() }
            }
        };
        let order = Order::Sorted(Arc::clone(&made.rows));
        if self.made.len() == MOST {
            self.made.remove(0);
        }
        self.made.push(made);
        order
    }
}

/// The order with the rows that it does not have yet.
fn extended(
    order: Arc<Vec<u32>>,
    keys: &[SortKey],
    estate: &Estate,
    accounts: &AccountTree,
) -> Arc<Vec<u32>> {
    let known = order.len();
    if known == estate.len() {
        return order;
    }
    if known < estate.len() / 2 {
        return Arc::new(estate.order(keys, accounts));
    }
    let compare = estate.comparison(keys, accounts);
    let number = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
    let mut new: Vec<u32> = (number(known)..number(estate.len())).collect();
    new.sort_unstable_by(|&a, &b| compare(a, b));
    let mut rows = Vec::with_capacity(estate.len());
    let mut rest = order.as_slice();
    for row in new {
        let (before, after) = rest.split_at(rest.partition_point(|&other| compare(other, row).is_lt()));
        rows.extend_from_slice(before);
        rows.push(row);
        rest = after;
    }
    rows.extend_from_slice(rest);
    Arc::new(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::batch::Batch;
    use crate::estate::order::Column;
    use crate::estate::tests::{any_sim, estate};
    use proptest::prelude::*;

    fn sorted(order: &Order) -> Arc<Vec<u32>> {
        match order {
            Order::Sorted(rows) => Arc::clone(rows),
            Order::Unsorted => panic!("it is sorted"),
        }
    }

    proptest! {
        #[test]
        fn rows_that_come_in_take_their_place(
            sims in proptest::collection::vec(any_sim(), 2..40), first in 1usize..40,
            keys in proptest::collection::vec((0..Column::ALL.len(), any::<bool>()), 1..3),
        ) {
            let mut sims = sims;
            sims.sort_by_key(|sim| sim.id);
            sims.dedup_by_key(|sim| sim.id);
            let keys: Vec<SortKey> = keys
                .into_iter()
                .map(|(column, descending)| SortKey { column: Column::ALL[column], descending })
                .collect();
            let accounts = AccountTree::new((0..6).map(|id| account(id, None, &format!("a{id}"))).collect());
            let first = first.min(sims.len());
            let mut growing = estate(&sims[..first]);
            let mut kept = KeptOrders::default();
            kept.order(&keys, &growing, &accounts, false);
            let mut more = Batch::default();
            sims[first..].iter().for_each(|sim| more.push(sim));
            growing.append(&more).expect("fits together");
            let extended = kept.order(&keys, &growing, &accounts, false);
            prop_assert_eq!(&*sorted(&extended), &growing.order(&keys, &accounts));
        }
    }

    #[test]
    fn an_order_stays_while_values_change_until_it_is_wanted_anew() {
        let mut sims = crate::estate::tests::some_sims(3);
        (0..).zip(&mut sims).for_each(|(usage, sim)| sim.usage_bytes = usage);
        let mut estate = estate(&sims);
        let accounts = AccountTree::default();
        let by = |column| [SortKey { column, descending: false }];
        let (usage, iccid) = (by(Column::Usage), by(Column::Iccid));
        let mut kept = KeptOrders::default();
        assert_eq!(*sorted(&kept.order(&usage, &estate, &accounts, false)), [0, 1, 2]);
        sims[0].usage_bytes = 9;
        let mut change = Batch::default();
        change.push(&sims[0]);
        estate.append(&change).expect("fits together");
        assert_eq!(*sorted(&kept.order(&usage, &estate, &accounts, false)), [0, 1, 2]);
        assert_eq!(*sorted(&kept.order(&usage, &estate, &accounts, true)), [1, 2, 0]);
        kept.order(&iccid, &estate, &accounts, false);
        let again = sorted(&kept.order(&usage, &estate, &accounts, false));
        assert_eq!(*again, [1, 2, 0]);
        sims[1].usage_bytes = 99;
        let mut change = Batch::default();
        change.push(&sims[1]);
        estate.append(&change).expect("fits together");
        kept.order(&iccid, &estate, &accounts, false);
        assert_eq!(*sorted(&kept.order(&usage, &estate, &accounts, false)), [2, 0, 1]);
    }
}
