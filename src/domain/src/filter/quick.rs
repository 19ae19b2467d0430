//! Questions that are asked so often that they have names (PRODUCT.md §5).

use super::evaluate::amount;
use super::{AmountField, Filter, NumberTest, OptionalField, TimeField, TimeTest};
use crate::bitmap::Bitmap;
use crate::estate::Estate;
use crate::sim::Status;
use crate::time::Timestamp;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuickFilter {
    OverAlert,
    Blocked,
    InSession,
    NeverSeen,
    NotSeen,
    NoCap,
    NearCap,
}

/// "Not seen for 30 days".
pub const LONG_UNSEEN: u32 = 30;
/// "Near cap": from so many percent of it.
pub const NEAR_CAP: u64 = 90;

impl QuickFilter {
    /// In the order in which they stand.
    pub const ALL: [Self; 7] = [
        Self::OverAlert,
        Self::Blocked,
        Self::InSession,
        Self::NeverSeen,
        Self::NotSeen,
        Self::NoCap,
        Self::NearCap,
    ];

    /// The filter that it stands for.
    pub fn filter(self) -> Filter {
        match self {
            Self::OverAlert => Filter::status(&[Status::Alerted]),
            Self::Blocked => Filter::status(&[Status::Blocked]),
            Self::InSession => Filter::InSession(true),
            Self::NeverSeen => Filter::Empty(OptionalField::LastSeen),
            Self::NotSeen => {
                Filter::Time { field: TimeField::LastSeen, test: TimeTest::NotInLastDays(LONG_UNSEEN) }
            }
            Self::NoCap => Filter::Empty(OptionalField::Cap),
            Self::NearCap => {
                Filter::Amount { field: AmountField::CapUsed, test: NumberTest::AtLeast(NEAR_CAP) }
            }
        }
    }

    /// How many of some rows each of them finds, in their order: all in one go.
    pub fn counts(estate: &Estate, among: &Bitmap, now: Timestamp) -> [usize; Self::ALL.len()] {
        let long_unseen = TimeTest::NotInLastDays(LONG_UNSEEN);
        let mut counts = [0; Self::ALL.len()];
        for row in among.rows() {
            let (status, levels, seen) = (estate.status(row), estate.levels(row), estate.last_seen(row));
            let used = amount(AmountField::CapUsed, estate.usage(row), levels.cap, levels.alert);
            let found = Self::ALL.map(|quick| match quick {
                Self::OverAlert => status == Status::Alerted,
                Self::Blocked => status == Status::Blocked,
                Self::InSession => estate.in_session(row),
                Self::NeverSeen => seen.is_none(),
                Self::NotSeen => seen.is_some_and(|seen| long_unseen.passes(seen, now)),
                Self::NoCap => levels.cap.is_none(),
                Self::NearCap => used.is_some_and(|percent| percent >= NEAR_CAP),
            });
            counts.iter_mut().zip(found).for_each(|(count, found)| *count += usize::from(found));
        }
        counts
    }

    /// Whether only accounts with caps and alerts have something to answer it with.
    pub fn needs_caps(self) -> bool {
        matches!(self, Self::OverAlert | Self::Blocked | Self::NoCap | Self::NearCap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::AccountTree;
    use crate::estate::tests::{any_sim, estate};
    use crate::filter::evaluate::matching;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_count_is_that_of_its_filter(
            sims in proptest::collection::vec(any_sim(), 0..40), out: u8, days in 0i64..90,
        ) {
            let (estate, accounts) = (estate(&sims), AccountTree::default());
            let now = Timestamp::from_unix(days * 86_400);
            let mut among = estate.present();
            among.remove(u32::from(out));
            let counts = QuickFilter::ALL.map(|quick| {
                let mut rows = matching(&quick.filter(), &estate, &accounts, now);
                rows.intersect(&among);
                rows.count()
            });
            prop_assert_eq!(QuickFilter::counts(&estate, &among, now), counts);
        }
    }
}
