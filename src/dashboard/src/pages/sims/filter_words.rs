//! A filter in words, for chips and for screen readers: "Status is Active or Alerted".

use crate::behaviour::filter_draft::{Condition, Draft, Field, Input, Matches, NodeId, Operator, Test, YES};
use crate::t;
use crate::text::{self, format};
use domain::account::{AccountId, AccountTree};
use domain::estate::order::Column;
use domain::filter::{AmountField, ChoiceField, Filter, TextField, TimeField};
use domain::sim::{HardCap, Status};
use domain::time::Timestamp;

/// Values that are said one by one; of more, the first and how many others.
const MOST_VALUES: usize = 3;

/// The filter in words.
pub fn filter(filter: &Filter, accounts: &AccountTree) -> String {
    let draft = Draft::read(filter);
    node(&draft, Draft::ROOT, accounts, true)
}

fn node(draft: &Draft, id: NodeId, accounts: &AccountTree, outermost: bool) -> String {
    if let Some(this) = draft.condition(id) {
        return condition(this, accounts);
    }
    let Some(group) = draft.group(id) else { return String::new() };
    let single = group.parts.len() == 1;
    let part = |&id: &NodeId| node(draft, id, accounts, outermost && single);
    let parts: Vec<String> = group.parts.iter().map(part).collect();
    match group.matches {
        Matches::All if outermost || single => parts.join(&t!("words-and")),
        Matches::Any if outermost || single => parts.join(&t!("words-or")),
        Matches::All => format!("({})", parts.join(&t!("words-and"))),
        Matches::Any => format!("({})", parts.join(&t!("words-or"))),
        Matches::None => t!("words-none-of", parts = parts.join(&t!("words-or"))),
        Matches::NotAll => t!("words-not-all-of", parts = parts.join(&t!("words-and"))),
    }
}

fn condition(condition: &Condition, accounts: &AccountTree) -> String {
    let (name, compared) = (field(condition.field), operator(condition.field, condition.operator));
    match condition.input() {
        Input::Nothing => t!("words-without-value", field = name, operator = compared),
        Input::Days => {
            let days = condition.value(0).to_owned();
            match condition.operator.test {
                Test::LastDays => t!("words-last-days", field = name, days = days),
                _ => t!("words-not-in-last-days", field = name, days = days),
            }
        }
        Input::AmountRange | Input::PercentRange => {
            let and = [condition.value(0), condition.value(1)].join(&t!("words-and"));
            t!("words-condition", field = name, operator = compared, value = and)
        }
        _ => {
            let value = values(condition, accounts);
            t!("words-condition", field = name, operator = compared, value = value)
        }
    }
}

fn values(condition: &Condition, accounts: &AccountTree) -> String {
    let said =
        condition.values.iter().map(|value| self::value(condition.field, condition.input(), value, accounts));
    match condition.values.len() {
        0..=MOST_VALUES => said.collect::<Vec<_>>().join(", "),
        count => {
            t!("words-more-values", first = said.take(1).collect::<String>(), count = count as u64 - 1)
        }
    }
}

/// One value as it is said: the name of a code or of an account, a date, a text in quotes.
pub fn value(field: Field, input: Input, value: &str, accounts: &AccountTree) -> String {
    match (field, input) {
        (Field::Account, _) => value.parse().map_or_else(
            |_| value.to_owned(),
            |id| match accounts.name(AccountId(id)) {
                "" => t!("words-unknown-account", id = id.to_string()),
                name => name.to_owned(),
            },
        ),
        (Field::InSession, _) => {
            if value == YES {
                t!("yes")
            } else {
                t!("no")
            }
        }
        (Field::Choice(field), _) => code(field, value),
        (_, Input::Date) => value.parse::<Timestamp>().map_or_else(|_| value.to_owned(), format::date),
        (_, Input::Text | Input::Texts) => t!("words-quoted", text = value.to_owned()),
        _ => value.to_owned(),
    }
}

/// The name of a value of a choice field.
pub fn code(field: ChoiceField, code: &str) -> String {
    let named = match field {
        ChoiceField::Status => Status::from_code(code).map(text::status),
        ChoiceField::HardCap => HardCap::from_code(code).map(|hard_cap| match hard_cap {
            HardCap::On => t!("yes"),
            HardCap::Off => t!("no"),
            HardCap::Unsupported => t!("unsupported"),
        }),
        ChoiceField::Tariff | ChoiceField::Operator | ChoiceField::Category | ChoiceField::Tag => None,
    };
    named.unwrap_or_else(|| code.to_owned())
}

/// The name of a field: that of its column where it has one.
pub fn field(field: Field) -> String {
    let column = match field {
        Field::Search => return t!("field-search"),
        Field::Account => return t!("field-account"),
        Field::Amount(AmountField::CapUsed) => return t!("field-cap-used"),
        Field::Amount(AmountField::AlertOfCap) => return t!("field-alert-of-cap"),
        Field::Choice(ChoiceField::Tag) => return t!("field-tag"),
        Field::AccountName => Column::Account,
        Field::Text(TextField::Iccid) => Column::Iccid,
        Field::Text(TextField::Imsi) => Column::Imsi,
        Field::Text(TextField::Msisdn) => Column::Msisdn,
        Field::Text(TextField::Imei) => Column::Imei,
        Field::Text(TextField::Ip) => Column::Ip,
        Field::Text(TextField::Label) => Column::Label,
        Field::Text(TextField::Note) => Column::Note,
        Field::Choice(ChoiceField::Status) => Column::Status,
        Field::Choice(ChoiceField::Tariff) => Column::Tariff,
        Field::Choice(ChoiceField::Operator) => Column::Operator,
        Field::Choice(ChoiceField::HardCap) => Column::HardCap,
        Field::Choice(ChoiceField::Category) => Column::Category,
        Field::Amount(AmountField::Usage) => Column::Usage,
        Field::Amount(AmountField::Cap) => Column::Cap,
        Field::Amount(AmountField::Alert) => Column::Alert,
        Field::Time(TimeField::LastSeen) => Column::LastSeen,
        Field::Time(TimeField::Activated) => Column::Activated,
        Field::InSession => Column::InSession,
    };
    text::column(column)
}

/// The words for an operator; "is empty" of a time says "never".
pub fn operator(field: Field, operator: Operator) -> String {
    let time = matches!(field, Field::Time(_));
    match (operator.test, operator.negated) {
        (Test::Contains, false) => t!("operator-contains"),
        (Test::Contains, true) => t!("operator-contains-not"),
        (Test::StartsWith, false) => t!("operator-starts-with"),
        (Test::StartsWith, true) => t!("operator-starts-not-with"),
        (Test::Is, false) => t!("operator-is"),
        (Test::Is, true) => t!("operator-is-not"),
        (Test::AnyOf, false) => t!("operator-any-of"),
        (Test::AnyOf, true) => t!("operator-none-of"),
        (Test::Within, false) => t!("operator-within"),
        (Test::Within, true) => t!("operator-not-within"),
        (Test::Empty, false) if time => t!("operator-never"),
        (Test::Empty, true) if time => t!("operator-ever"),
        (Test::Empty, false) => t!("operator-empty"),
        (Test::Empty, true) => t!("operator-not-empty"),
        (Test::LessThan, _) => t!("operator-less-than"),
        (Test::AtMost, _) => t!("operator-at-most"),
        (Test::MoreThan, _) => t!("operator-more-than"),
        (Test::AtLeast, _) => t!("operator-at-least"),
        (Test::Between, _) => t!("operator-between"),
        (Test::Before, _) => t!("operator-before"),
        (Test::Since, _) => t!("operator-since"),
        (Test::LastDays, _) => t!("operator-last-days"),
        (Test::NotInLastDays, _) => t!("operator-not-in-last-days"),
    }
}
