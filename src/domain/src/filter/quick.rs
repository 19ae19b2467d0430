//! Questions that are asked so often that they have names (PRODUCT.md §5).

use super::{AmountField, Filter, NumberTest, OptionalField, TimeField, TimeTest};
use crate::sim::Status;

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

    /// Whether only accounts with caps and alerts have something to answer it with.
    pub fn needs_caps(self) -> bool {
        matches!(self, Self::OverAlert | Self::Blocked | Self::NoCap | Self::NearCap)
    }
}
