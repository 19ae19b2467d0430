//! How much an account used, by days and against the period before.

use crate::wire;
use domain::account::AccountId;
use domain::period::Day;

/// Periods that are told of, the current one among them.
pub const PERIODS: u32 = 12;

wire! {
    /// `GET /overview`: what the SIMs of an account used. It counts where it was used: what SIMs used before they were
    /// moved stays with the account that they were in.
    pub struct UsageOverview {
        pub account_id: AccountId,
        /// When the current period began. Periods are calendar months in UTC.
        pub period_start: Day,
        /// All that is counted.
        pub usage: UsageCompared,
        /// The first day of `bytes_by_day`: the one on which the first of the last 12 periods began.
        pub first_day: Day,
        /// Bytes on each day (in UTC) until today.
        pub bytes_by_day: Vec<u64>,
        /// What the account itself used, without its sub-accounts.
        pub own: UsageCompared,
        /// The direct sub-accounts, each with all below it, in the order of the tree; none where only the account itself
        /// is counted.
        pub sub_accounts: Vec<SubAccountUsage>,
    }

    /// The current period and the one before, in bytes.
    #[derive(Copy, Default)]
    pub struct UsageCompared {
        /// In the current period until now.
        pub this_period: u64,
        /// In the period before, until the day of the month that it is today.
        pub last_period_so_far: u64,
        /// In the whole period before.
        pub last_period: u64,
    }

    /// What a sub-account used.
    pub struct SubAccountUsage {
        pub account_id: AccountId,
        pub usage: UsageCompared,
    }
}
