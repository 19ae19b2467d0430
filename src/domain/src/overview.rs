//! How an account stands, in numbers: counted in one pass over the estate, and always what a filter would count.

use crate::account::{AccountId, AccountTree};
use crate::estate::Estate;
use crate::filter::AmountField;
use crate::filter::evaluate::amount;
use crate::filter::quick::{LONG_UNSEEN, NEAR_CAP, QuickFilter};
use crate::sim::Status;
use crate::time::Timestamp;

/// SIMs in a list of those that use most.
pub const MOST: usize = 10;

/// Which SIMs are counted, and which of them together: first those of the account itself, then those of each direct
/// sub-account with all below it, in the order of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What each part is about.
    heads: Vec<AccountId>,
    /// In the order of accounts.
    part_of: Vec<(AccountId, usize)>,
}

/// SIMs, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    by_status: [u32; Status::ALL.len()],
    in_session: u32,
    never_seen: u32,
    not_seen: u32,
    no_cap: u32,
    near_cap: u32,
    /// Bytes in the current period.
    pub usage: u64,
}

/// What there is to say about an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    pub whole: Tally,
    /// As many as there are parts.
    pub parts: Vec<Tally>,
    /// Rows with the most usage in the current period, the most first; rows without any are left out.
    pub most_used: Vec<u32>,
    /// Rows with the largest share of their cap used, the largest first; rows without usage are left out.
    pub nearest_cap: Vec<u32>,
}

impl Parts {
    /// Those of an account; of it alone with `own_only`. There are none for an account that is not in the tree.
    pub fn of(tree: &AccountTree, account: AccountId, own_only: bool) -> Self {
        let below = tree.subtree(account);
        let top = below.first().map_or(0, |node| node.depth);
        let mut parts = Self::default();
        for node in below.iter().take(if own_only { 1 } else { below.len() }) {
            if node.depth <= top + 1 {
                parts.heads.push(node.account.id);
            }
            parts.part_of.push((node.account.id, parts.heads.len() - 1));
        }
        parts.part_of.sort_unstable();
        parts
    }

    /// The account itself, then its direct sub-accounts.
    pub fn heads(&self) -> &[AccountId] {
        &self.heads
    }

    /// The part that the SIMs of an account belong to.
    pub fn part(&self, account: AccountId) -> Option<usize> {
        let at = self.part_of.binary_search_by_key(&account, |(id, _)| *id).ok()?;
        self.part_of.get(at).map(|(_, part)| *part)
    }
}

impl Tally {
    /// All SIMs.
    pub fn sims(&self) -> u64 {
        self.by_status.iter().map(|&count| u64::from(count)).sum()
    }

    /// SIMs with a status.
    pub fn of_status(&self, status: Status) -> u64 {
        self.by_status.get(status as usize).map_or(0, |&count| u64::from(count))
    }

    /// SIMs that a quick filter finds.
    pub fn of(&self, quick: QuickFilter) -> u64 {
        match quick {
            QuickFilter::OverAlert => self.of_status(Status::Alerted),
            QuickFilter::Blocked => self.of_status(Status::Blocked),
            QuickFilter::InSession => u64::from(self.in_session),
            QuickFilter::NeverSeen => u64::from(self.never_seen),
            QuickFilter::NotSeen => u64::from(self.not_seen),
            QuickFilter::NoCap => u64::from(self.no_cap),
            QuickFilter::NearCap => u64::from(self.near_cap),
        }
    }

    fn add(&mut self, other: &Self) {
        for (count, more) in self.by_status.iter_mut().zip(&other.by_status) {
            *count += more;
        }
        self.in_session += other.in_session;
        self.never_seen += other.never_seen;
        self.not_seen += other.not_seen;
        self.no_cap += other.no_cap;
        self.near_cap += other.near_cap;
        self.usage += other.usage;
    }
}

/// Rows with the largest numbers, the largest first; of equal ones those that come first.
#[derive(Default)]
struct Largest<T>(Vec<(T, u32)>);

impl<T: PartialOrd + Copy> Largest<T> {
    fn offer(&mut self, number: T, row: u32) {
        if self.0.len() == MOST && self.0.last().is_some_and(|(least, _)| *least >= number) {
            return;
        }
        let place = self.0.partition_point(|(other, _)| *other >= number);
        self.0.insert(place, (number, row));
        self.0.truncate(MOST);
    }

    fn rows(self) -> Vec<u32> {
        self.0.into_iter().map(|(_, row)| row).collect()
    }
}

/// Counts. `now` is what relative times count from.
pub fn count(estate: &Estate, parts: &Parts, now: Timestamp) -> Overview {
    let mut tallies = vec![Tally::default(); parts.heads.len()];
    let (mut most_used, mut nearest_cap) = (Largest(Vec::new()), Largest(Vec::new()));
    let unseen_before = now.days_before(LONG_UNSEEN);
    // Neighbouring rows are often of one account: the last answer saves most look-ups.
    let mut last = (AccountId(u32::MAX), parts.part(AccountId(u32::MAX)));
    for row in 0..u32::try_from(estate.len()).unwrap_or(u32::MAX) {
        let account = estate.account(row);
        if account != last.0 {
            last = (account, parts.part(account));
        }
        let Some(tally) = last.1.and_then(|part| tallies.get_mut(part)).filter(|_| estate.is_present(row))
        else {
            continue;
        };
        let (usage, cap) = (estate.usage(row), estate.levels(row).cap);
        if let Some(count) = tally.by_status.get_mut(estate.status(row) as usize) {
            *count += 1;
        }
        tally.usage += usage;
        tally.in_session += u32::from(estate.in_session(row));
        match estate.last_seen(row) {
            None => tally.never_seen += 1,
            Some(seen) => tally.not_seen += u32::from(seen < unseen_before),
        }
        match cap {
            None => tally.no_cap += 1,
            Some(_) => {
                let share = amount(AmountField::CapUsed, usage, cap, None);
                tally.near_cap += u32::from(share.is_some_and(|share| share >= NEAR_CAP));
            }
        }
        if usage > 0 {
            most_used.offer(usage, row);
            if let Some(cap) = cap {
                nearest_cap.offer(ratio(usage, cap), row);
            }
        }
    }
    let mut whole = Tally::default();
    tallies.iter().for_each(|tally| whole.add(tally));
    Overview { whole, parts: tallies, most_used: most_used.rows(), nearest_cap: nearest_cap.rows() }
}

fn ratio(part: u64, whole: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "only compared")]
    let ratio = part as f64 / whole.max(1) as f64;
    ratio
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::tests::{any_sim, estate};
    use crate::filter::evaluate::matching;
    use crate::filter::{AccountTest, Filter};
    use crate::sim::SimId;
    use proptest::prelude::*;

    fn accounts() -> AccountTree {
        AccountTree::new(vec![
            account(0, None, "Nord"),
            account(1, Some(0), "Alpine"),
            account(2, Some(1), "Süd"),
            account(3, Some(0), "Ost"),
            account(4, Some(3), "Depot"),
        ])
    }

    #[test]
    fn the_parts_of_an_account_are_itself_and_what_hangs_below_each_sub_account() {
        let tree = accounts();
        let parts = Parts::of(&tree, AccountId(0), false);
        assert_eq!(parts.heads(), [AccountId(0), AccountId(1), AccountId(3)]);
        let part = |id| parts.part(AccountId(id));
        assert_eq!([0, 1, 2, 3, 4, 5].map(part), [Some(0), Some(1), Some(1), Some(2), Some(2), None]);
        let parts = Parts::of(&tree, AccountId(1), true);
        assert_eq!((parts.heads(), parts.part(AccountId(2))), (&[AccountId(1)][..], None));
        assert!(Parts::of(&tree, AccountId(9), false).heads().is_empty());
    }

    proptest! {
        #[test]
        fn every_number_is_what_the_list_behind_it_has(
            sims in proptest::collection::vec(any_sim(), 0..60),
            gone in proptest::collection::vec(1u32..40, 0..5),
            top in 0u32..6,
            own_only: bool,
            days in 0i64..80,
        ) {
            let (tree, now) = (accounts(), Timestamp::from_unix(days * 86_400 + 1));
            let mut estate = estate(&sims);
            estate.remove(&gone.into_iter().map(SimId).collect::<Vec<_>>());
            let parts = Parts::of(&tree, AccountId(top), own_only);
            let overview = count(&estate, &parts, now);
            let rows = |filter: &Filter| matching(filter, &estate, &tree, now);
            let scope = |part: usize| {
                let id = parts.heads()[part];
                Filter::Account(if part == 0 { AccountTest::AnyOf(vec![id]) } else { AccountTest::Within(id) })
            };
            let whole = Filter::Any((0..parts.heads().len()).map(scope).collect());
            let of_parts = overview.parts.iter().enumerate().map(|(part, tally)| (scope(part), tally));
            for (scope, tally) in of_parts.chain([(whole.clone(), &overview.whole)]) {
                let list = |filter: Filter| rows(&scope.clone().and(filter)).count() as u64;
                prop_assert_eq!(tally.sims(), list(Filter::default()));
                prop_assert_eq!(tally.usage, rows(&scope).iter().map(|row| estate.usage(row)).sum::<u64>());
                for &status in Status::ALL {
                    prop_assert_eq!(tally.of_status(status), list(Filter::status(&[status])));
                }
                for quick in QuickFilter::ALL {
                    prop_assert_eq!(tally.of(quick), list(quick.filter()), "{:?}", quick);
                }
            }
            let mut used: Vec<u32> = rows(&whole).iter().filter(|&row| estate.usage(row) > 0).collect();
            used.sort_by_key(|&row| std::cmp::Reverse(estate.usage(row)));
            prop_assert_eq!(&overview.most_used[..], &used[..used.len().min(MOST)]);
            let share = |row: u32| Some(ratio(estate.usage(row), estate.levels(row).cap?));
            let mut near: Vec<u32> = rows(&whole).iter().filter(|&row| estate.usage(row) > 0).collect();
            near.retain(|&row| share(row).is_some());
            near.sort_by(|&a, &b| share(b).partial_cmp(&share(a)).expect("numbers"));
            prop_assert_eq!(&overview.nearest_cap[..], &near[..near.len().min(MOST)]);
        }
    }
}
