//! Notifications: usage of SIMs that reached a level.

use crate::wire;
use domain::account::AccountId;
use domain::cap::Threshold;
use domain::sim::SimId;
use domain::time::Timestamp;

/// Most notifications in one page, and most that can be named as read.
pub const MOST_NOTIFICATIONS: u32 = 100;

wire! {
    /// `GET /notifications`: a page, latest first.
    pub struct NotificationPage {
        pub items: Vec<Notification>,
        /// How many the caller has not read, in all pages; 0 for API tokens and while the app is seen as another account.
        pub unread: u64,
        /// Opaque; absent on the last page.
        pub next_cursor: Option<String>,
    }

    /// The usage of a SIM reached its alert level or its cap. What is told of the SIM is how it is now.
    pub struct Notification {
        /// Later ones have larger ids.
        pub id: u32,
        /// When it was noticed.
        pub at: Timestamp,
        pub sim_id: SimId,
        pub iccid: String,
        pub label: String,
        pub account_id: AccountId,
        pub account_name: String,
        pub threshold: Threshold,
        /// The level that was reached.
        pub level_bytes: u64,
        /// The usage in the period when it was noticed.
        pub usage_bytes: u64,
        /// Whether the caller has not read it yet.
        pub unread: bool,
    }

    /// `PUT /me/notifications-read`: what the caller has read. Both may be said.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct NotificationsRead {
        /// All up to this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub upto: Option<u32>,
        /// These.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "openapi", schema(max_items = 100))]
        pub ids: Vec<u32>,
    }
}
