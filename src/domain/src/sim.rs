//! A SIM card and its fields, named as PRODUCT.md §3 and the industry name them.

use crate::account::AccountId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Identifies a SIM within one back end. Not the ICCID: that is a field, and may in theory repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimId(pub u32);

/// Declares an enum of codes that are the same in code, on the wire and in the text form of a filter.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:tt,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[repr(u8)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every value, in the order in which it sorts.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code on the wire.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// What service a SIM has (PRODUCT.md §3).
    Status {
        /// Not yet in service; can be activated.
        Inactive = "inactive",
        /// Waiting for the operator to activate it.
        ActivationPending = "activation_pending",
        /// In service.
        Active = "active",
        /// In service, and its usage has reached the alert level.
        Alerted = "alerted",
        /// No new data session until resumed.
        Suspended = "suspended",
        /// Its usage has reached the cap: no new data session.
        Blocked = "blocked",
        /// Out of service for good.
        Terminated = "terminated",
        /// Listed, but not managed here: nothing can be changed.
        Unmanaged = "unmanaged",
    }
}

codes! {
    /// Whether the running session ends when the cap is reached.
    HardCap {
        /// The operator cannot do it.
        Unsupported = "unsupported",
        /// Supported, and off: a running session goes on until it ends by itself.
        Off = "no",
        /// Supported, and on.
        On = "yes",
    }
}

/// Most characters in a label.
pub const LABEL_LENGTH: usize = 100;
/// Most characters in a note.
pub const NOTE_LENGTH: usize = 2_000;

/// One SIM, as a row. Usage, cap and alert are bytes in the current period; no cap is `None`, never 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sim {
    pub id: SimId,
    /// 19 or 20 digits (ITU-T E.118).
    pub iccid: String,
    /// Up to 15 digits (ITU-T E.212).
    pub imsi: String,
    /// Up to 15 digits, without a plus sign (ITU-T E.164).
    pub msisdn: String,
    /// 15 digits of the device last seen with the SIM (3GPP TS 23.003).
    pub imei: Option<String>,
    pub account_id: AccountId,
    pub status: Status,
    /// The tariff's code, such as `NG-EU-500`.
    pub tariff: String,
    pub operator: String,
    pub usage_bytes: u64,
    pub cap_bytes: Option<u64>,
    pub alert_bytes: Option<u64>,
    /// While the cap is raised for the rest of the period: the one that comes back with the next. Only of rows, not of
    /// columns.
    #[serde(default)]
    pub regular_cap_bytes: Option<u64>,
    pub hard_cap: HardCap,
    pub in_session: bool,
    pub last_seen: Option<Timestamp>,
    /// IPv4 address of the current or last session.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Ipv4))]
    pub ip_address: Option<std::net::Ipv4Addr>,
    pub activated_on: Option<Timestamp>,
    pub label: String,
    pub note: String,
    pub category: Option<String>,
    pub tags: Vec<String>,
}
