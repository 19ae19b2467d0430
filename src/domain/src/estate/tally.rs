//! How many of some SIMs are in each status.

use super::Estate;
use crate::account::AccountTree;
use crate::account::by_account::ByAccount;
use crate::bitmap::Bitmap;
use crate::sim::Status;

/// SIMs by status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    all: [usize; Status::ALL.len()],
    with_caps: [usize; Status::ALL.len()],
}

impl Tally {
    /// How many are in a status that passes.
    pub fn count(&self, passes: impl Fn(Status) -> bool) -> usize {
        sum(&self.all, passes)
    }

    /// The same, of those whose account has caps and alerts.
    pub fn with_caps(&self, passes: impl Fn(Status) -> bool) -> usize {
        sum(&self.with_caps, passes)
    }
}

fn sum(counts: &[usize], passes: impl Fn(Status) -> bool) -> usize {
    let of = Status::ALL.iter().zip(counts).filter(|(status, _)| passes(**status));
    of.map(|(_, count)| count).sum()
}

impl Estate {
    /// Counts some rows; those that do not exist are of no status and not counted.
    pub fn tally(&self, rows: &Bitmap, accounts: &AccountTree) -> Tally {
        let nodes = accounts.nodes().iter().map(|node| &node.account);
        let caps: ByAccount<bool> =
            nodes.map(|account| (account.id, account.features.caps_and_alerts)).collect();
        let mut tally = Tally::default();
        for row in rows.rows().into_iter().map(|row| row as usize) {
            let (Some(&status), Some(&account)) = (self.status.get(row), self.account.get(row)) else {
                continue;
            };
            tally.all[status as usize] += 1;
            tally.with_caps[status as usize] += usize::from(caps.get(account) == Some(true));
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::tests::{any_sim, estate};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_as_one_would_by_hand(sims in proptest::collection::vec(any_sim(), 0..40), out: u8) {
            let accounts = AccountTree::new(
                (0..6)
                    .map(|id| {
                        let mut account = account(id, None, "a");
                        account.features.caps_and_alerts = id.is_multiple_of(2);
                        account
                    })
                    .collect(),
            );
            let estate = estate(&sims);
            let mut rows = estate.present();
            rows.remove(u32::from(out));
            let tally = estate.tally(&rows, &accounts);
            for &status in Status::ALL {
                let of = |row: &u32| estate.status(*row) == status;
                prop_assert_eq!(tally.count(|it| it == status), rows.iter().filter(of).count());
                let capped = rows.iter().filter(of).filter(|&row| estate.account(row).0.is_multiple_of(2)).count();
                prop_assert_eq!(tally.with_caps(|it| it == status), capped);
            }
        }
    }
}
