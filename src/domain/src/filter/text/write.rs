//! Writes the text form.

use super::read::KEYWORDS;
use crate::account::AccountId;
use crate::amount;
use crate::filter::{AccountTest, AmountField, Filter, NumberTest, TextTest, TimeTest};
use std::fmt::{self, Display, Formatter};

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(parts) => group(f, parts, "everything", "all", " and "),
            Self::Any(parts) => group(f, parts, "nothing", "any", " or "),
            Self::Not(inner) => {
                f.write_str("not ")?;
                nested(f, inner)
            }
            Self::Search(text) => write!(f, "search {}", Value(text)),
            Self::Text { field, test } => write!(f, "{} {test}", field.code()),
            Self::Choice { field, any_of } => match any_of.as_slice() {
                [value] => write!(f, "{} is {}", field.code(), Value(value)),
                values => write!(f, "{} in {}", field.code(), list(values.iter().map(|value| Value(value)))),
            },
            Self::Account(AccountTest::Name(test)) => write!(f, "account {test}"),
            Self::Account(AccountTest::AnyOf(ids)) => match ids.as_slice() {
                [AccountId(id)] => write!(f, "account id {id}"),
                ids => write!(f, "account id in {}", list(ids.iter().map(|id| id.0))),
            },
            Self::Account(AccountTest::Within(AccountId(id))) => write!(f, "account under {id}"),
            Self::Amount { field, test } => number(f, *field, *test),
            Self::Time { field, test } => match test {
                TimeTest::Before(time) => write!(f, "{} before {time}", field.code()),
                TimeTest::Since(time) => write!(f, "{} since {time}", field.code()),
                TimeTest::LastDays(days) => write!(f, "{} in last {days} days", field.code()),
                TimeTest::NotInLastDays(days) => write!(f, "{} not in last {days} days", field.code()),
            },
            Self::InSession(yes) => write!(f, "in_session is {}", if *yes { "yes" } else { "no" }),
            Self::Empty(field) => write!(f, "{} is empty", field.code()),
        }
    }
}

impl Display for TextTest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contains(text) => write!(f, "contains {}", Value(text)),
            Self::StartsWith(text) => write!(f, "starts with {}", Value(text)),
            Self::AnyOf(texts) => match texts.as_slice() {
                [text] => write!(f, "is {}", Value(text)),
                texts => write!(f, "in {}", list(texts.iter().map(|text| Value(text)))),
            },
        }
    }
}

fn group(f: &mut Formatter<'_>, parts: &[Filter], none: &str, one: &str, between: &str) -> fmt::Result {
    match parts {
        [] => f.write_str(none),
        [part] => write!(f, "{one} ({part})"),
        parts => {
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    f.write_str(between)?;
                }
                nested(f, part)?;
            }
            Ok(())
        }
    }
}

/// In parentheses where it would otherwise join the group around it.
fn nested(f: &mut Formatter<'_>, filter: &Filter) -> fmt::Result {
    match filter {
        Filter::All(parts) | Filter::Any(parts) if parts.len() > 1 => write!(f, "({filter})"),
        _ => write!(f, "{filter}"),
    }
}

fn number(f: &mut Formatter<'_>, field: AmountField, test: NumberTest) -> fmt::Result {
    let value = |number: u64| match field {
        AmountField::CapUsed | AmountField::AlertOfCap => format!("{number}%"),
        AmountField::Usage | AmountField::Cap | AmountField::Alert => amount::exact(number).replace(' ', ""),
    };
    let field = field.code();
    match test {
        NumberTest::Is(number) => write!(f, "{field} = {}", value(number)),
        NumberTest::LessThan(number) => write!(f, "{field} < {}", value(number)),
        NumberTest::AtMost(number) => write!(f, "{field} <= {}", value(number)),
        NumberTest::MoreThan(number) => write!(f, "{field} > {}", value(number)),
        NumberTest::AtLeast(number) => write!(f, "{field} >= {}", value(number)),
        NumberTest::Between(low, high) => write!(f, "{field} between {} and {}", value(low), value(high)),
    }
}

/// A value, in quotes unless it is one plain word.
struct Value<'a>(&'a str);

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        if !self.0.is_empty() && self.0.chars().all(plain) && !KEYWORDS.contains(&self.0) {
            return f.write_str(self.0);
        }
        write!(f, "\"{}\"", self.0.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

fn list<D: Display>(items: impl Iterator<Item = D>) -> String {
    format!("({})", items.map(|item| item.to_string()).collect::<Vec<_>>().join(", "))
}
