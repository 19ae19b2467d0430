//! SIMs, as rows and as columns.

use crate::wire;
use domain::filter::Filter;
use domain::sim::Sim;
use serde::{Deserialize, Deserializer};

/// Most SIMs in one page of rows.
pub const MOST_ROWS: u32 = 1_000;
/// Most SIMs in one page of columns.
pub const MOST_COLUMNS: u32 = 20_000;

wire! {
    /// `GET /sims`, `POST /sims/search`: a page of rows.
    pub struct SimPage {
        pub items: Vec<Sim>,
        /// How many match in all.
        pub total: u64,
        /// Opaque; absent on the last page.
        pub next_cursor: Option<String>,
    }

    /// `POST /sims/search`: which SIMs.
    #[serde(deny_unknown_fields)]
    pub struct SimSearch {
        #[serde(default)]
        pub filter: Filter,
        #[serde(default)]
        pub cursor: Option<String>,
        /// 1 to [`MOST_ROWS`]; 100 when absent.
        #[serde(default)]
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1000))]
        pub limit: Option<u32>,
    }

    /// `PATCH /sims/{id}` (RFC 7396 merge patch): what is absent stays, `null` removes. Needs `If-Match`.
    ///
    /// Setting a cap without an alert sets the alert to 80 % of the cap.
    #[derive(Default)]
    #[serde(deny_unknown_fields)]
    pub struct SimPatch {
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<u64>, minimum = 1, maximum = 1_000_000_000_000_000_u64))]
        pub cap_bytes: Option<Option<u64>>,
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<u64>, minimum = 1, maximum = 1_000_000_000_000_000_u64))]
        pub alert_bytes: Option<Option<u64>>,
        /// Refused where the operator cannot end sessions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub end_session_at_cap: Option<bool>,
        /// Empty for none, which `null` means as well.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "removable")]
        #[cfg_attr(feature = "openapi", schema(max_length = 100))]
        pub label: Option<String>,
        /// Empty for none, which `null` means as well.
        #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "removable")]
        #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
        pub note: Option<String>,
    }
}

wire! {
    /// `PUT /sims/{id}/lift`: another cap for the rest of the period. The regular one comes back by itself with the next.
    #[serde(deny_unknown_fields)]
    pub struct Lift {
        /// Above the regular cap.
        #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 1_000_000_000_000_000_u64))]
        pub cap_bytes: u64,
    }
}

/// Tells `null` from absent.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u64>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Reads `null` as the wish to remove a text.
fn removable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(deserializer).map(|text: Option<String>| Some(text.unwrap_or_default()))
}
