//! Which SIMs a person wants to see: one type for the grid, the address bar, saved views, the wire and "act on all that
//! match".
//!
//! [`evaluate`] answers it on columns; [`text`] reads and writes the form in the address bar.

pub mod evaluate;
pub mod quick;
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

    /// The conditions and groups that all have to hold.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }

    /// All of these, without needless nesting.
    pub fn all_of(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::default(), Self::and)
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sim::Status;
    use proptest::prelude::*;

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[0-9]{0,3}",
            "[a-cÄö \"\\\\,()]{0,3}",
            Just("Alpine".to_owned()),
            Just("and".to_owned()),
            Just("10.0.0".to_owned()),
            "\\PC{0,6}",
        ]
    }

    fn any_text_test() -> impl Strategy<Value = TextTest> {
        prop_oneof![
            any_text().prop_map(TextTest::Contains),
            any_text().prop_map(TextTest::StartsWith),
            proptest::collection::vec(any_text(), 0..3).prop_map(TextTest::AnyOf),
        ]
    }

    fn any_condition() -> impl Strategy<Value = Filter> {
        let number = prop_oneof![
            (0u64..2_000).prop_map(NumberTest::Is),
            (0u64..2_000).prop_map(NumberTest::LessThan),
            (0u64..2_000).prop_map(NumberTest::AtMost),
            (0u64..2_000).prop_map(NumberTest::MoreThan),
            (0u64..2_000).prop_map(NumberTest::AtLeast),
            (0u64..2_000, 0u64..2_000).prop_map(|(low, high)| NumberTest::Between(low, high)),
        ];
        let time = || (0i64..60).prop_map(|days| Timestamp::from_unix(days * 86_400 + days % 2));
        let time = prop_oneof![
            time().prop_map(TimeTest::Before),
            time().prop_map(TimeTest::Since),
            (0u32..60).prop_map(TimeTest::LastDays),
            (0u32..60).prop_map(TimeTest::NotInLastDays),
        ];
        let value = prop_oneof![
            (0usize..8).prop_map(|at| Status::ALL[at].code().to_owned()),
            "[ce]",
            Just("T-1".to_owned()),
            Just("Alfa".to_owned()),
            Just("yes".to_owned()),
            any_text(),
        ];
        prop_oneof![
            any_text().prop_map(Filter::Search),
            (0..TextField::ALL.len(), any_text_test())
                .prop_map(|(at, test)| Filter::Text { field: TextField::ALL[at], test }),
            (0..ChoiceField::ALL.len(), proptest::collection::vec(value, 0..3))
                .prop_map(|(at, any_of)| Filter::Choice { field: ChoiceField::ALL[at], any_of }),
            any_text_test().prop_map(|test| Filter::Account(AccountTest::Name(test))),
            proptest::collection::vec((0u32..6).prop_map(AccountId), 0..3)
                .prop_map(|ids| Filter::Account(AccountTest::AnyOf(ids))),
            (0u32..6).prop_map(|id| Filter::Account(AccountTest::Within(AccountId(id)))),
            (0..AmountField::ALL.len(), number)
                .prop_map(|(at, test)| Filter::Amount { field: AmountField::ALL[at], test }),
            (0..TimeField::ALL.len(), time)
                .prop_map(|(at, test)| Filter::Time { field: TimeField::ALL[at], test }),
            any::<bool>().prop_map(Filter::InSession),
            (0..OptionalField::ALL.len()).prop_map(|at| Filter::Empty(OptionalField::ALL[at])),
        ]
    }

    pub(crate) fn any_filter() -> impl Strategy<Value = Filter> {
        any_condition().prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Filter::All),
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Filter::Any),
                inner.prop_map(|inner| Filter::Not(Box::new(inner))),
            ]
        })
    }

    #[test]
    fn taken_apart_and_put_together_again_it_is_the_same() {
        for text in [
            "everything",
            "status is active",
            "usage > 1GB and cap is empty",
            "note contains x or label is y",
        ] {
            let filter: Filter = text.parse().expect("reads");
            assert_eq!(Filter::all_of(filter.parts().to_vec()), filter);
        }
    }

    proptest! {
        #[test]
        fn survives_the_wire(filter in any_filter()) {
            let json = serde_json::to_string(&filter).expect("a filter is JSON");
            prop_assert_eq!(serde_json::from_str::<Filter>(&json).expect("reads back"), filter);
        }

        #[test]
        fn both_filters_hold(a in any_filter(), b in any_filter()) {
            let both = a.clone().and(b.clone());
            prop_assert!(both.depth() <= 1 + a.depth().max(b.depth()));
            prop_assert_eq!(both.is_everything(), a.is_everything() && b.is_everything());
        }
    }
}
