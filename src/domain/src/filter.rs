//! Which SIMs a person wants to see: one type for the grid, the address bar, saved views, the wire and "act on all that
//! match".
//!
//! [`evaluate`] answers it on columns; [`text`] reads and writes the form in the address bar.

pub mod evaluate;
pub mod text;

use crate::account::AccountId;
use crate::sim::codes;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Deepest nesting that is accepted, so that a hostile filter cannot exhaust the stack.
pub const DEEPEST: usize = 32;

/// A question about a SIM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Filter {
    /// All of these hold; true when there is none.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    All(Vec<Filter>),
    /// At least one of these holds; false when there is none.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    Any(Vec<Filter>),
    /// This does not hold.
    #[cfg_attr(feature = "openapi", schema(no_recursion))]
    Not(Box<Filter>),
    /// Quick search: ICCID, IMSI, MSISDN, label or IP address contains the text, whatever its case.
    Search(String),
    Text {
        field: TextField,
        test: TextTest,
    },
    /// One of these values, compared exactly.
    Choice {
        field: ChoiceField,
        any_of: Vec<String>,
    },
    Account(AccountTest),
    Amount {
        field: AmountField,
        test: NumberTest,
    },
    Time {
        field: TimeField,
        test: TimeTest,
    },
    /// The SIM has a running data session, or has not.
    InSession(bool),
    /// The field has no value.
    Empty(OptionalField),
}

codes! {
    /// Fields compared as text, whatever its case.
    TextField {
        Iccid = "iccid",
        Imsi = "imsi",
        Msisdn = "msisdn",
        Imei = "imei",
        Ip = "ip",
        Label = "label",
        Note = "note",
    }
}

codes! {
    /// Fields with few different values. A SIM with several tags has each of them.
    ChoiceField {
        Status = "status",
        Tariff = "tariff",
        Operator = "operator",
        HardCap = "hard_cap",
        Category = "category",
        Tag = "tag",
    }
}

codes! {
    /// Fields compared as numbers.
    AmountField {
        /// Bytes in the current period.
        Usage = "usage",
        /// Bytes; a SIM without a cap matches no comparison.
        Cap = "cap",
        /// Bytes; a SIM without an alert matches no comparison.
        Alert = "alert",
        /// Usage in whole percent of the cap, rounded down; a SIM without a cap matches no comparison.
        CapUsed = "cap_used",
        /// The alert in whole percent of the cap, rounded down; needs both.
        AlertOfCap = "alert_of_cap",
    }
}

codes! {
    /// Fields compared as points in time. A SIM that never had one matches no comparison.
    TimeField {
        LastSeen = "last_seen",
        Activated = "activated",
    }
}

codes! {
    /// Fields that can be without a value.
    OptionalField {
        Imei = "imei",
        Ip = "ip",
        Label = "label",
        Note = "note",
        Cap = "cap",
        Alert = "alert",
        LastSeen = "last_seen",
        Activated = "activated",
        Category = "category",
        Tag = "tag",
    }
}

/// How text is compared, whatever its case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TextTest {
    Contains(String),
    StartsWith(String),
    AnyOf(Vec<String>),
}

/// How the account is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AccountTest {
    /// By account name: "Filter by account name".
    Name(TextTest),
    /// One of these accounts itself.
    AnyOf(Vec<AccountId>),
    /// This account or one below it.
    Within(AccountId),
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum NumberTest {
    Is(u64),
    LessThan(u64),
    AtMost(u64),
    MoreThan(u64),
    AtLeast(u64),
    /// Both ends included.
    Between(u64, u64),
}

/// How a time is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TimeTest {
    Before(Timestamp),
    /// At this time or later.
    Since(Timestamp),
    /// Between so many times 24 hours ago and now.
    LastDays(u32),
    /// Longer than so many times 24 hours ago.
    NotInLastDays(u32),
}

impl NumberTest {
    /// Whether the number passes.
    pub fn passes(self, number: u64) -> bool {
        match self {
            Self::Is(value) => number == value,
            Self::LessThan(value) => number < value,
            Self::AtMost(value) => number <= value,
            Self::MoreThan(value) => number > value,
            Self::AtLeast(value) => number >= value,
            Self::Between(low, high) => (low..=high).contains(&number),
        }
    }
}

impl TimeTest {
    /// Whether the time passes, seen from `now`.
    pub fn passes(self, time: Timestamp, now: Timestamp) -> bool {
        match self {
            Self::Before(limit) => time < limit,
            Self::Since(limit) => time >= limit,
            Self::LastDays(days) => time >= now.days_before(days),
            Self::NotInLastDays(days) => time < now.days_before(days),
        }
    }
}

impl Default for Filter {
    /// The filter that every SIM passes.
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Filter {
    /// Both filters, without needless nesting.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::All(parts), other) if parts.is_empty() => other,
            (this, Self::All(parts)) if parts.is_empty() => this,
            (Self::All(mut parts), Self::All(more)) => {
                parts.extend(more);
                Self::All(parts)
            }
            (Self::All(mut parts), other) => {
                parts.push(other);
                Self::All(parts)
            }
            (this, Self::All(mut parts)) => {
                parts.insert(0, this);
                Self::All(parts)
            }
            (this, other) => Self::All(vec![this, other]),
        }
    }

    /// Whether every SIM passes, told from the shape alone.
    pub fn is_everything(&self) -> bool {
        matches!(self, Self::All(parts) if parts.iter().all(Self::is_everything))
    }

    /// How deep groups are nested; 1 for a single condition.
    pub fn depth(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => 1 + parts.iter().map(Self::depth).max().unwrap_or(0),
            Self::Not(inner) => 1 + inner.depth(),
            _ => 1,
        }
    }

    /// Only SIMs with one of these statuses.
    pub fn status(any_of: &[crate::sim::Status]) -> Self {
        let any_of = any_of.iter().map(|status| status.code().to_owned()).collect();
        Self::Choice { field: ChoiceField::Status, any_of }
    }
}
