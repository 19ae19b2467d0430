//! The fields of a SIM as the filter builder offers them, the operators of each, and what is typed after them.

use domain::filter::{AmountField, ChoiceField, OptionalField, TextField, TimeField};

/// Something a condition asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Quick search: ICCID, IMSI, MSISDN, label or IP address.
    Search,
    AccountName,
    /// The account itself, chosen from the tree.
    Account,
    Text(TextField),
    Choice(ChoiceField),
    Amount(AmountField),
    Time(TimeField),
    InSession,
}

/// What is compared with what: the test, and whether it has to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    pub test: Test,
    pub negated: bool,
}

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    Contains,
    StartsWith,
    Is,
    AnyOf,
    /// In the subtree of an account.
    Within,
    LessThan,
    AtMost,
    MoreThan,
    AtLeast,
    Between,
    Before,
    Since,
    LastDays,
    /// Longer ago than so many days.
    NotInLastDays,
    Empty,
}

/// What has to be typed or chosen after an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Nothing,
    Text,
    /// One or more texts.
    Texts,
    /// One of the values that a field has.
    Choice,
    /// One or more of them.
    Choices,
    /// Bytes, typed with a unit.
    Amount,
    AmountRange,
    /// Whole percent.
    Percent,
    PercentRange,
    Date,
    Days,
}

impl Field {
    /// In the order in which they are offered.
    pub const ALL: [Self; 24] = [
        Self::AccountName,
        Self::Account,
        Self::Choice(ChoiceField::Status),
        Self::Text(TextField::Iccid),
        Self::Text(TextField::Imsi),
        Self::Text(TextField::Msisdn),
        Self::Text(TextField::Imei),
        Self::Text(TextField::Ip),
        Self::Search,
        Self::Text(TextField::Label),
        Self::Text(TextField::Note),
        Self::Choice(ChoiceField::Tag),
        Self::Choice(ChoiceField::Category),
        Self::Choice(ChoiceField::Tariff),
        Self::Choice(ChoiceField::Operator),
        Self::Amount(AmountField::Usage),
        Self::Amount(AmountField::Cap),
        Self::Amount(AmountField::CapUsed),
        Self::Amount(AmountField::Alert),
        Self::Amount(AmountField::AlertOfCap),
        Self::Choice(ChoiceField::HardCap),
        Self::InSession,
        Self::Time(TimeField::LastSeen),
        Self::Time(TimeField::Activated),
    ];

    /// The operators that make sense, the most useful one first.
    pub fn operators(self) -> Vec<Operator> {
        use Test::*;
        let both: &[Test] = match self {
            Self::Search => &[Contains],
            Self::AccountName => &[Contains, Is, StartsWith, AnyOf],
            Self::Account => &[Within, Is, AnyOf],
            Self::Text(TextField::Label | TextField::Note) => &[Contains, Is, StartsWith, AnyOf],
            Self::Text(_) => &[StartsWith, Contains, Is, AnyOf],
            Self::Choice(_) => &[Is, AnyOf],
            Self::Amount(_) | Self::Time(_) | Self::InSession => &[],
        };
        // Their opposites are among them.
        let single: &[Test] = match self {
            Self::Amount(_) => &[AtLeast, MoreThan, AtMost, LessThan, Between, Is],
            Self::Time(_) => &[LastDays, NotInLastDays, Since, Before],
            Self::InSession => &[Is],
            _ => &[],
        };
        let optional: &[Test] = if self.optional().is_some() { &[Empty] } else { &[] };
        let with_opposite =
            |&test: &Test| [false, true].into_iter().map(move |negated| Operator { test, negated });
        let both = both.iter().flat_map(with_opposite);
        let single = single.iter().map(|&test| Operator { test, negated: false });
        both.chain(single).chain(optional.iter().flat_map(with_opposite)).collect()
    }

    /// The same field as one that can be without a value.
    pub fn optional(self) -> Option<OptionalField> {
        match self {
            Self::Text(TextField::Imei) => Some(OptionalField::Imei),
            Self::Text(TextField::Ip) => Some(OptionalField::Ip),
            Self::Text(TextField::Label) => Some(OptionalField::Label),
            Self::Text(TextField::Note) => Some(OptionalField::Note),
            Self::Amount(AmountField::Cap) => Some(OptionalField::Cap),
            Self::Amount(AmountField::Alert) => Some(OptionalField::Alert),
            Self::Time(TimeField::LastSeen) => Some(OptionalField::LastSeen),
            Self::Time(TimeField::Activated) => Some(OptionalField::Activated),
            Self::Choice(ChoiceField::Category) => Some(OptionalField::Category),
            Self::Choice(ChoiceField::Tag) => Some(OptionalField::Tag),
            _ => None,
        }
    }

    /// What an operator of this field needs.
    pub fn input(self, test: Test) -> Input {
        let percent = matches!(self, Self::Amount(AmountField::CapUsed | AmountField::AlertOfCap));
        let chosen = matches!(self, Self::Account | Self::Choice(_) | Self::InSession);
        match test {
            Test::Empty => Input::Nothing,
            Test::Within => Input::Choice,
            Test::AnyOf if chosen => Input::Choices,
            Test::AnyOf => Input::Texts,
            Test::Between if percent => Input::PercentRange,
            Test::Between => Input::AmountRange,
            Test::Before | Test::Since => Input::Date,
            Test::LastDays | Test::NotInLastDays => Input::Days,
            _ if chosen => Input::Choice,
            _ if percent => Input::Percent,
            _ if matches!(self, Self::Amount(_)) => Input::Amount,
            _ => Input::Text,
        }
    }
}

impl From<OptionalField> for Field {
    fn from(field: OptionalField) -> Self {
        match field {
            OptionalField::Imei => Self::Text(TextField::Imei),
            OptionalField::Ip => Self::Text(TextField::Ip),
            OptionalField::Label => Self::Text(TextField::Label),
            OptionalField::Note => Self::Text(TextField::Note),
            OptionalField::Cap => Self::Amount(AmountField::Cap),
            OptionalField::Alert => Self::Amount(AmountField::Alert),
            OptionalField::LastSeen => Self::Time(TimeField::LastSeen),
            OptionalField::Activated => Self::Time(TimeField::Activated),
            OptionalField::Category => Self::Choice(ChoiceField::Category),
            OptionalField::Tag => Self::Choice(ChoiceField::Tag),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_offered_once_and_can_be_asked() {
        for (at, field) in Field::ALL.iter().enumerate() {
            assert!(!Field::ALL[..at].contains(field), "{field:?}");
            assert!(!field.operators().is_empty(), "{field:?}");
        }
        for field in OptionalField::ALL {
            assert_eq!(Field::from(*field).optional(), Some(*field));
        }
    }
}
