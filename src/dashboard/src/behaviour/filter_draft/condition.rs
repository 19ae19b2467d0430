//! One condition while it is typed, and the filter that it says when it is complete.

use super::field::{Field, Input, Operator, Test};
use domain::account::AccountId;
use domain::amount;
use domain::filter::{AccountTest, AmountField, Filter, NumberTest, TextTest, TimeTest};
use domain::time::Timestamp;

/// A field, an operator, and what has been typed so far: texts, codes of choices, ids of accounts, amounts with their
/// unit, times in RFC 3339.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub field: Field,
    pub operator: Operator,
    pub values: Vec<String>,
}

/// What is wrong with a condition, and with which of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub value: usize,
    pub kind: MistakeKind,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    Missing,
    NotAnAmount,
    NotAPercentage,
    NotADate,
    NotDays,
    /// The second value of a range is smaller than the first.
    Backwards,
}

/// More days would reach behind 1970.
const MOST_DAYS: u32 = 20_000;

impl Condition {
    /// An empty condition on a field.
    pub fn on(field: Field) -> Self {
        Self { field, operator: field.operators()[0], values: Vec::new() }
    }

    pub fn input(&self) -> Input {
        self.field.input(self.operator.test)
    }

    pub fn value(&self, at: usize) -> &str {
        self.values.get(at).map(String::as_str).unwrap_or_default()
    }

    /// Asks about another field. What was typed stays if it can mean the same there.
    pub fn set_field(&mut self, field: Field) {
        let operators = field.operators();
        let kept = operators.iter().find(|&&operator| operator == self.operator).copied();
        let operator = kept.unwrap_or(operators[0]);
        let chosen = matches!(field, Field::Account | Field::Choice(_) | Field::InSession);
        if field.input(operator.test) != self.input() || chosen {
            self.values.clear();
        }
        self.field = field;
        self.operator = operator;
    }

    /// Compares in another way. What was typed stays.
    pub fn set_operator(&mut self, operator: Operator) {
        self.operator = operator;
        if matches!(self.input(), Input::Choice | Input::Text) {
            self.values.truncate(1);
        }
    }

    pub fn set_value(&mut self, at: usize, value: String) {
        if self.values.len() <= at {
            self.values.resize(at + 1, String::new());
        }
        self.values[at] = value;
    }

    /// The filter that it says.
    pub fn filter(&self) -> Result<Filter, Mistake> {
        let filter = self.positive()?;
        Ok(if self.operator.negated { Filter::Not(Box::new(filter)) } else { filter })
    }

    fn positive(&self) -> Result<Filter, Mistake> {
        if self.operator.test == Test::Empty
            && let Some(field) = self.field.optional()
        {
            return Ok(Filter::Empty(field));
        }
        match self.field {
            Field::Search => self.text(0).map(Filter::Search),
            Field::AccountName => Ok(Filter::Account(AccountTest::Name(self.text_test()?))),
            Field::Account => self.account_test().map(Filter::Account),
            Field::Text(field) => Ok(Filter::Text { field, test: self.text_test()? }),
            Field::Choice(field) => Ok(Filter::Choice { field, any_of: self.all()? }),
            Field::Amount(field) => Ok(Filter::Amount { field, test: self.number_test(field)? }),
            Field::Time(field) => Ok(Filter::Time { field, test: self.time_test()? }),
            Field::InSession => Ok(Filter::InSession(self.text(0)? == YES)),
        }
    }

    fn text(&self, at: usize) -> Result<String, Mistake> {
        match self.value(at) {
            text if text.trim().is_empty() => Err(Mistake { value: at, kind: MistakeKind::Missing }),
            text => Ok(text.to_owned()),
        }
    }

    fn all(&self) -> Result<Vec<String>, Mistake> {
        self.text(0)?;
        Ok(self.values.clone())
    }

    fn text_test(&self) -> Result<TextTest, Mistake> {
        Ok(match self.operator.test {
            Test::StartsWith => TextTest::StartsWith(self.text(0)?),
            Test::Is | Test::AnyOf => TextTest::AnyOf(self.all()?),
            _ => TextTest::Contains(self.text(0)?),
        })
    }

    fn account_test(&self) -> Result<AccountTest, Mistake> {
        let missing = Mistake { value: 0, kind: MistakeKind::Missing };
        let ids = self.all()?.iter().map(|id| id.parse().map(AccountId)).collect::<Result<Vec<_>, _>>();
        let ids = ids.map_err(|_| missing)?;
        Ok(match self.operator.test {
            Test::Within => AccountTest::Within(*ids.first().ok_or(missing)?),
            _ => AccountTest::AnyOf(ids),
        })
    }

    fn number_test(&self, field: AmountField) -> Result<NumberTest, Mistake> {
        let first = self.number(field, 0)?;
        Ok(match self.operator.test {
            Test::LessThan => NumberTest::LessThan(first),
            Test::AtMost => NumberTest::AtMost(first),
            Test::MoreThan => NumberTest::MoreThan(first),
            Test::AtLeast => NumberTest::AtLeast(first),
            Test::Between => {
                let second = self.number(field, 1)?;
                if second < first {
                    return Err(Mistake { value: 1, kind: MistakeKind::Backwards });
                }
                NumberTest::Between(first, second)
            }
            _ => NumberTest::Is(first),
        })
    }

    fn number(&self, field: AmountField, at: usize) -> Result<u64, Mistake> {
        let text = self.text(at)?;
        let mistake = |kind| Mistake { value: at, kind };
        match field {
            AmountField::CapUsed | AmountField::AlertOfCap => {
                let number = text.trim().trim_end_matches('%').trim_end();
                number.parse().map_err(|_| mistake(MistakeKind::NotAPercentage))
            }
            AmountField::Usage | AmountField::Cap | AmountField::Alert => {
                let bytes = amount::parse(&text).map_err(|_| mistake(MistakeKind::NotAnAmount))?;
                Ok(bytes.unwrap_or(0))
            }
        }
    }

    fn time_test(&self) -> Result<TimeTest, Mistake> {
        let text = self.text(0)?;
        let mistake = |kind| Mistake { value: 0, kind };
        let time = || text.parse::<Timestamp>().map_err(|_| mistake(MistakeKind::NotADate));
        let days = || {
            let days = text.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
            days.ok_or(mistake(MistakeKind::NotDays))
        };
        Ok(match self.operator.test {
            Test::Before => TimeTest::Before(time()?),
            Test::Since => TimeTest::Since(time()?),
            Test::LastDays => TimeTest::LastDays(days()?),
            _ => TimeTest::NotInLastDays(days()?),
        })
    }

    /// The condition that says a filter which is not a group; `negated` if it stands under a "not". None for what no
    /// condition says, such as a comparison that is negated.
    pub fn read(filter: &Filter, negated: bool) -> Option<Self> {
        let (field, test, values) = match filter {
            Filter::All(_) | Filter::Any(_) | Filter::Not(_) => return None,
            Filter::Search(text) => (Field::Search, Test::Contains, vec![text.clone()]),
            Filter::Text { field, test } => text_parts(Field::Text(*field), test),
            Filter::Account(AccountTest::Name(test)) => text_parts(Field::AccountName, test),
            Filter::Account(AccountTest::Within(id)) => {
                (Field::Account, Test::Within, vec![id.0.to_string()])
            }
            Filter::Account(AccountTest::AnyOf(ids)) => {
                let values: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
                (Field::Account, is_or_any(&values), values)
            }
            Filter::Choice { field, any_of } => (Field::Choice(*field), is_or_any(any_of), any_of.clone()),
            Filter::Amount { field, test } => number_parts(*field, *test),
            Filter::Time { field, test } => {
                let (test, value) = match test {
                    TimeTest::Before(time) => (Test::Before, time.to_string()),
                    TimeTest::Since(time) => (Test::Since, time.to_string()),
                    TimeTest::LastDays(days) => (Test::LastDays, days.to_string()),
                    TimeTest::NotInLastDays(days) => (Test::NotInLastDays, days.to_string()),
                };
                (Field::Time(*field), test, vec![value])
            }
            Filter::InSession(yes) => {
                (Field::InSession, Test::Is, vec![if *yes { YES } else { NO }.to_owned()])
            }
            Filter::Empty(field) => (Field::from(*field), Test::Empty, Vec::new()),
        };
        let operator = Operator { test, negated };
        field.operators().contains(&operator).then_some(Self { field, operator, values })
    }
}

/// The codes of the two choices of "in session".
pub const YES: &str = "yes";
pub const NO: &str = "no";

fn is_or_any(values: &[String]) -> Test {
    if values.len() == 1 { Test::Is } else { Test::AnyOf }
}

fn text_parts(field: Field, test: &TextTest) -> (Field, Test, Vec<String>) {
    match test {
        TextTest::Contains(text) => (field, Test::Contains, vec![text.clone()]),
        TextTest::StartsWith(text) => (field, Test::StartsWith, vec![text.clone()]),
        TextTest::AnyOf(texts) => (field, is_or_any(texts), texts.clone()),
    }
}

fn number_parts(field: AmountField, test: NumberTest) -> (Field, Test, Vec<String>) {
    let text = |number: u64| match field {
        AmountField::CapUsed | AmountField::AlertOfCap => format!("{number} %"),
        AmountField::Usage | AmountField::Cap | AmountField::Alert => amount::exact(number),
    };
    let (test, numbers) = match test {
        NumberTest::Is(number) => (Test::Is, vec![number]),
        NumberTest::LessThan(number) => (Test::LessThan, vec![number]),
        NumberTest::AtMost(number) => (Test::AtMost, vec![number]),
        NumberTest::MoreThan(number) => (Test::MoreThan, vec![number]),
        NumberTest::AtLeast(number) => (Test::AtLeast, vec![number]),
        NumberTest::Between(low, high) => (Test::Between, vec![low, high]),
    };
    (Field::Amount(field), test, numbers.into_iter().map(text).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::filter::{ChoiceField, TextField};

    fn condition(field: Field, test: Test, values: &[&str]) -> Condition {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        Condition { field, operator: Operator { test, negated: false }, values }
    }

    #[test]
    fn says_what_is_wrong_with_which_value() {
        let cap = Field::Amount(AmountField::Cap);
        let used = Field::Amount(AmountField::CapUsed);
        let seen = Field::Time(domain::filter::TimeField::LastSeen);
        for (condition, value, kind) in [
            (condition(Field::AccountName, Test::Contains, &[]), 0, MistakeKind::Missing),
            (condition(Field::AccountName, Test::Contains, &["  "]), 0, MistakeKind::Missing),
            (condition(cap, Test::AtLeast, &["much"]), 0, MistakeKind::NotAnAmount),
            (condition(cap, Test::Between, &["1 GB"]), 1, MistakeKind::Missing),
            (condition(cap, Test::Between, &["5 GB", "1 GB"]), 1, MistakeKind::Backwards),
            (condition(used, Test::AtLeast, &["90.5"]), 0, MistakeKind::NotAPercentage),
            (condition(seen, Test::LastDays, &["0"]), 0, MistakeKind::NotDays),
            (condition(seen, Test::LastDays, &["30 days"]), 0, MistakeKind::NotDays),
            (condition(seen, Test::Before, &["yesterday"]), 0, MistakeKind::NotADate),
        ] {
            assert_eq!(condition.filter(), Err(Mistake { value, kind }), "{condition:?}");
        }
    }

    #[test]
    fn what_was_typed_stays_where_it_means_the_same() {
        let mut condition = condition(Field::Text(TextField::Label), Test::Contains, &["van"]);
        condition.set_field(Field::Text(TextField::Note));
        assert_eq!((condition.operator.test, condition.value(0)), (Test::Contains, "van"));
        condition.set_operator(Operator { test: Test::AnyOf, negated: false });
        assert_eq!(condition.value(0), "van");
        condition.set_field(Field::Choice(ChoiceField::Status));
        assert_eq!(condition.values, Vec::<String>::new());
    }
}
