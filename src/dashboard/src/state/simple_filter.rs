//! The two conditions that stand as controls over the grid, found in and put back into any filter.

use domain::filter::{AccountTest, ChoiceField, Filter, TextField, TextTest};
use domain::sim::Status;

/// What the controls over the grid say, and the rest of the filter, which they leave alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SimpleFilter {
    /// "Filter by account name": contains.
    pub account_name: String,
    /// Any of these; empty for all.
    pub statuses: Vec<Status>,
    pub rest: Filter,
}

impl SimpleFilter {
    /// Takes the first condition of each kind out of the outermost group.
    pub fn read(filter: &Filter) -> Self {
        let parts = match filter {
            Filter::All(parts) => parts.clone(),
            other => vec![other.clone()],
        };
        let mut simple = Self::default();
        for part in parts {
            match part {
                Filter::Account(AccountTest::Name(TextTest::Contains(name)))
                    if simple.account_name.is_empty() =>
                {
                    simple.account_name = name;
                }
                Filter::Choice { field: ChoiceField::Status, ref any_of } if simple.statuses.is_empty() => {
                    let known: Vec<Status> =
                        any_of.iter().filter_map(|code| Status::from_code(code)).collect();
                    if known.len() == any_of.len() && !known.is_empty() {
                        simple.statuses = known;
                    } else {
                        simple.rest = simple.rest.and(part);
                    }
                }
                other => simple.rest = simple.rest.and(other),
            }
        }
        simple
    }

    /// Asks for a status as well, or no longer.
    pub fn toggle(&mut self, status: Status) {
        if self.statuses.contains(&status) {
            self.statuses.retain(|&other| other != status);
        } else {
            self.statuses.push(status);
            self.statuses.sort_unstable();
        }
    }

    /// The filter that says all of it.
    pub fn write(&self) -> Filter {
        let name = match self.account_name.trim() {
            "" => Filter::default(),
            name => Filter::Account(AccountTest::Name(TextTest::Contains(name.to_owned()))),
        };
        let statuses =
            if self.statuses.is_empty() { Filter::default() } else { Filter::status(&self.statuses) };
        name.and(statuses).and(self.rest.clone())
    }
}

/// The filter with a CSV list as one more condition, instead of the list that was in it before.
pub fn with_list(filter: &Filter, list: Filter) -> Filter {
    let is_list = |part: &Filter| {
        let identifiers = [TextField::Iccid, TextField::Imsi, TextField::Msisdn, TextField::Imei];
        matches!(part, Filter::Text { field, test: TextTest::AnyOf(_) } if identifiers.contains(field))
    };
    let parts = match filter {
        Filter::All(parts) => parts.clone(),
        other => vec![other.clone()],
    };
    let rest = parts.into_iter().filter(|part| !is_list(part));
    rest.fold(Filter::default(), Filter::and).and(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_its_conditions_and_leaves_the_rest() {
        let filter: Filter =
            "account contains Alpine and status in (active, blocked) and usage > 5MB".parse().expect("reads");
        let simple = SimpleFilter::read(&filter);
        assert_eq!(simple.account_name, "Alpine");
        assert_eq!(simple.statuses, [Status::Active, Status::Blocked]);
        assert_eq!(simple.rest.to_string(), "usage > 5MB");
        assert_eq!(simple.write(), filter);
    }

    #[test]
    fn what_it_cannot_show_stays_in_the_rest() {
        for text in ["status is red", "status is active or usage > 5MB", "not account contains Alpine"] {
            let filter: Filter = text.parse().expect("reads");
            let simple = SimpleFilter::read(&filter);
            assert_eq!(simple, SimpleFilter { rest: filter, ..SimpleFilter::default() });
        }
    }

    #[test]
    fn a_list_joins_the_filter_and_takes_the_place_of_another() {
        for (before, after) in [
            ("everything", "imsi in (1, 2)"),
            ("status is active", "status is active and imsi in (1, 2)"),
            ("iccid in (3, 4) and label in (a, b)", "label in (a, b) and imsi in (1, 2)"),
            ("status is active or imei is 5", "(status is active or imei is 5) and imsi in (1, 2)"),
        ] {
            let list = "imsi in (1, 2)".parse().expect("reads");
            let joined = with_list(&before.parse().expect("reads"), list);
            assert_eq!(joined.to_string(), after);
        }
    }
}
