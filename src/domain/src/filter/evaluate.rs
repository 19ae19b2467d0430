//! Answers a filter on columns: the one evaluator of the grid, of "all that match" on the server, and of tests.

mod address;
mod contains;

pub use contains::KeptSearches;

use super::{
    AccountTest, AmountField, ChoiceField, Filter, NumberTest, OptionalField, TextField, TextTest, TimeField,
};
use crate::account::by_account::ByAccount;
use crate::account::{AccountId, AccountTree};
use crate::bitmap::Bitmap;
use crate::estate::Estate;
use crate::estate::column::Interned;
use crate::sim::{HardCap, Status};
use crate::time::Timestamp;
use contains::containing;
use memchr::memmem::Finder;
use std::collections::{BTreeSet, HashSet};

/// The rows that pass the filter and are not gone. `now` is what relative times count from.
pub fn matching(filter: &Filter, estate: &Estate, accounts: &AccountTree, now: Timestamp) -> Bitmap {
    KeptSearches::default().matching(filter, estate, accounts, now)
}

impl KeptSearches {
    /// As [`matching`], sooner while somebody types a quick search.
    pub fn matching(
        &mut self,
        filter: &Filter,
        estate: &Estate,
        accounts: &AccountTree,
        now: Timestamp,
    ) -> Bitmap {
        let mut rows = Evaluator { estate, accounts, now, searches: self }.rows(filter);
        rows.intersect(&estate.present());
        rows
    }
}

/// What a SIM has of a number field: usage in percent of the cap, say; `None` where it has no such number.
pub fn amount(field: AmountField, usage: u64, cap: Option<u64>, alert: Option<u64>) -> Option<u64> {
    let percent = |part: u64, whole: u64| match part.checked_mul(100) {
        // Wide numbers are divided many times as slowly.
        Some(hundredfold) => hundredfold / whole.max(1),
        None => u64::try_from(u128::from(part) * 100 / u128::from(whole.max(1))).unwrap_or(u64::MAX),
    };
    match field {
        AmountField::Usage => Some(usage),
        AmountField::Cap => cap,
        AmountField::Alert => alert,
        AmountField::CapUsed => cap.map(|cap| percent(usage, cap)),
        AmountField::AlertOfCap => cap.zip(alert).map(|(cap, alert)| percent(alert, cap)),
    }
}

/// The fields in which a quick search looks for a text without spaces around it: only those where it can stand.
pub fn searched(text: &str) -> &'static [TextField] {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        &[TextField::Label]
    } else if text.contains('.') || text.len() <= 3 {
        // Only such a text can stand in an address.
        &[TextField::Iccid, TextField::Imsi, TextField::Msisdn, TextField::Label, TextField::Ip]
    } else {
        &[TextField::Iccid, TextField::Imsi, TextField::Msisdn, TextField::Label]
    }
}

/// The values that a choice field has or had in the estate, in order; of a status, all that there are.
pub fn values(field: ChoiceField, estate: &Estate) -> BTreeSet<&str> {
    fn interned(column: &Interned) -> Vec<&str> {
        column.values().iter().map(String::as_str).collect()
    }
    let values: Vec<&str> = match field {
        ChoiceField::Status => Status::ALL.iter().map(|status| status.code()).collect(),
        ChoiceField::HardCap => HardCap::ALL.iter().map(|hard_cap| hard_cap.code()).collect(),
        ChoiceField::Tariff => interned(&estate.tariff),
        ChoiceField::Operator => interned(&estate.operator),
        ChoiceField::Category => interned(&estate.category),
        ChoiceField::Tag => estate.tags.values().iter().flat_map(|tags| tags.split('\n')).collect(),
    };
    values.into_iter().filter(|value| !value.is_empty()).collect()
}

struct Evaluator<'a> {
    estate: &'a Estate,
    accounts: &'a AccountTree,
    now: Timestamp,
    searches: &'a mut KeptSearches,
}

impl Evaluator<'_> {
    fn rows(&mut self, filter: &Filter) -> Bitmap {
        let len = self.estate.len();
        match filter {
            Filter::All(parts) => parts.iter().fold(Bitmap::all(len), |mut rows, part| {
                if !rows.is_empty() {
                    rows.intersect(&self.rows(part));
                }
                rows
            }),
            Filter::Any(parts) => parts.iter().fold(Bitmap::none(len), |mut rows, part| {
                rows.unite(&self.rows(part));
                rows
            }),
            Filter::Not(inner) => {
                let mut rows = self.rows(inner);
                rows.invert();
                rows
            }
            Filter::Search(text) => self.searches.rows(text, self.estate),
            Filter::Text { field, test } => self.text(*field, test),
            Filter::Choice { field, any_of } => self.choice(*field, any_of),
            Filter::Account(test) => self.account(test),
            Filter::Amount { field, test } => self.amount(*field, *test),
            Filter::Time { field, test } => {
                let passes = |time: Option<Timestamp>| time.is_some_and(|time| test.passes(time, self.now));
                match field {
                    TimeField::LastSeen => self.each(|row| passes(self.estate.last_seen(row))),
                    TimeField::Activated => self.each(|row| passes(self.estate.activated(row))),
                }
            }
            Filter::InSession(wanted) => {
                let mut rows = self.estate.in_session.clone();
                rows.resize(len);
                if !wanted {
                    rows.invert();
                }
                rows
            }
            Filter::Empty(field) => self.empty(*field),
        }
    }

    fn each(&self, mut test: impl FnMut(u32) -> bool) -> Bitmap {
        Bitmap::from_fn(self.estate.len(), |row| test(u32::try_from(row).unwrap_or(u32::MAX)))
    }

    /// Decides once for each different value, then looks each row up.
    fn interned(&self, column: &Interned, test: impl Fn(&str) -> bool) -> Bitmap {
        let table = column.table(test);
        Bitmap::from_fn(self.estate.len(), |row| table.get(column.index(row)).copied().unwrap_or(false))
    }

    fn text(&self, field: TextField, test: &TextTest) -> Bitmap {
        let estate = self.estate;
        if let TextTest::Contains(text) = test {
            return containing(estate, field, text, &Bitmap::all(estate.len()));
        }
        let test = Folded::new(test);
        Bitmap::from_fn(estate.len(), |row| match field {
            TextField::Iccid => test.passes(&estate.iccid.get(row)),
            TextField::Imsi => test.passes(&estate.imsi.get(row)),
            TextField::Msisdn => test.passes(&estate.msisdn.get(row)),
            TextField::Imei => test.passes(&estate.imei.get(row)),
            TextField::Ip => {
                let ip = u32::try_from(row).ok().and_then(|row| estate.ip(row));
                test.passes(&ip.map(|ip| ip.to_string()).unwrap_or_default())
            }
            TextField::Label => test.passes(estate.label.folded(row)),
            TextField::Note => test.passes(estate.note.folded(row)),
        })
    }

    fn choice(&self, field: ChoiceField, any_of: &[String]) -> Bitmap {
        let listed = |value: &str| any_of.iter().any(|one| one == value);
        let estate = self.estate;
        match field {
            ChoiceField::Status => {
                let passing: Vec<bool> = Status::ALL.iter().map(|status| listed(status.code())).collect();
                Bitmap::from_fn(estate.len(), |row| passing[estate.status[row] as usize])
            }
            ChoiceField::HardCap => {
                let passing: Vec<bool> =
                    HardCap::ALL.iter().map(|hard_cap| listed(hard_cap.code())).collect();
                Bitmap::from_fn(estate.len(), |row| passing[estate.hard_cap[row] as usize])
            }
            ChoiceField::Tariff => self.interned(&estate.tariff, listed),
            ChoiceField::Operator => self.interned(&estate.operator, listed),
            ChoiceField::Category => {
                self.interned(&estate.category, |value| !value.is_empty() && listed(value))
            }
            ChoiceField::Tag => {
                self.interned(&estate.tags, |tags| tags.split('\n').any(|tag| !tag.is_empty() && listed(tag)))
            }
        }
    }

    fn account(&self, test: &AccountTest) -> Bitmap {
        let passing: Vec<AccountId> = match test {
            AccountTest::AnyOf(ids) => ids.clone(),
            AccountTest::Within(id) => {
                self.accounts.subtree(*id).iter().map(|node| node.account.id).collect()
            }
            AccountTest::Name(test) => {
                let test = Folded::new(test);
                let accounts = self.accounts.nodes().iter().map(|node| &node.account);
                accounts
                    .filter(|account| test.passes(&account.name.to_lowercase()))
                    .map(|account| account.id)
                    .collect()
            }
        };
        let passing: ByAccount<()> = passing.into_iter().map(|id| (id, ())).collect();
        let account = &self.estate.account;
        Bitmap::from_fn(self.estate.len(), |row| {
            account.get(row).is_some_and(|&id| passing.get(id).is_some())
        })
    }

    fn amount(&self, field: AmountField, test: NumberTest) -> Bitmap {
        self.each(|row| {
            let levels = self.estate.levels(row);
            amount(field, self.estate.usage(row), levels.cap, levels.alert)
                .is_some_and(|number| test.passes(number))
        })
    }

    fn empty(&self, field: OptionalField) -> Bitmap {
        let estate = self.estate;
        match field {
            OptionalField::Imei => Bitmap::from_fn(estate.len(), |row| estate.imei.is_empty(row)),
            OptionalField::Ip => self.each(|row| estate.ip(row).is_none()),
            OptionalField::Label => self.each(|row| estate.label(row).is_empty()),
            OptionalField::Note => self.each(|row| estate.note(row).is_empty()),
            OptionalField::Cap => self.each(|row| estate.levels(row).cap.is_none()),
            OptionalField::Alert => self.each(|row| estate.levels(row).alert.is_none()),
            OptionalField::LastSeen => self.each(|row| estate.last_seen(row).is_none()),
            OptionalField::Activated => self.each(|row| estate.activated(row).is_none()),
            OptionalField::Category => self.interned(&estate.category, str::is_empty),
            OptionalField::Tag => self.interned(&estate.tags, str::is_empty),
        }
    }
}

/// A text test ready to run on text in lower case.
enum Folded<'a> {
    Contains(Box<Finder<'a>>),
    StartsWith(String),
    AnyOf(HashSet<String>),
}

impl Folded<'_> {
    fn new(test: &TextTest) -> Self {
        match test {
            TextTest::Contains(text) => {
                Self::Contains(Box::new(Finder::new(text.to_lowercase().as_bytes()).into_owned()))
            }
            TextTest::StartsWith(text) => Self::StartsWith(text.to_lowercase()),
            TextTest::AnyOf(texts) => Self::AnyOf(texts.iter().map(|text| text.to_lowercase()).collect()),
        }
    }

    fn passes(&self, folded: &str) -> bool {
        match self {
            Self::Contains(finder) => finder.find(folded.as_bytes()).is_some(),
            Self::StartsWith(text) => folded.starts_with(text.as_str()),
            Self::AnyOf(texts) => texts.contains(folded),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::tests::{any_sim, estate, some_sims};
    use crate::filter::tests::any_filter;
    use crate::sim::Sim;
    use proptest::prelude::*;

    fn accounts() -> AccountTree {
        AccountTree::new(vec![
            account(0, None, "Nord"),
            account(1, Some(0), "Alpine"),
            account(2, Some(1), "alpine Süd"),
            account(3, Some(0), "Äther"),
            account(4, Some(3), "Ost"),
        ])
    }

    /// The same answer for one SIM at a time, as plainly as it can be put.
    fn holds(filter: &Filter, sim: &Sim, accounts: &AccountTree, now: Timestamp) -> bool {
        let text = |test: &TextTest, value: &str| {
            let value = value.to_lowercase();
            match test {
                TextTest::Contains(text) => value.contains(&text.to_lowercase()),
                TextTest::StartsWith(text) => value.starts_with(&text.to_lowercase()),
                TextTest::AnyOf(texts) => texts.iter().any(|text| text.to_lowercase() == value),
            }
        };
        let ip = sim.ip_address.map(|ip| ip.to_string()).unwrap_or_default();
        let field = |field: TextField| match field {
            TextField::Iccid => sim.iccid.as_str(),
            TextField::Imsi => &sim.imsi,
            TextField::Msisdn => &sim.msisdn,
            TextField::Imei => sim.imei.as_deref().unwrap_or(""),
            TextField::Ip => &ip,
            TextField::Label => &sim.label,
            TextField::Note => &sim.note,
        };
        match filter {
            Filter::All(parts) => parts.iter().all(|part| holds(part, sim, accounts, now)),
            Filter::Any(parts) => parts.iter().any(|part| holds(part, sim, accounts, now)),
            Filter::Not(inner) => !holds(inner, sim, accounts, now),
            Filter::Search(searched) => {
                let test = TextTest::Contains(searched.trim().to_owned());
                [TextField::Iccid, TextField::Imsi, TextField::Msisdn, TextField::Label, TextField::Ip]
                    .into_iter()
                    .any(|one| text(&test, field(one)))
            }
            Filter::Text { field: one, test } => text(test, field(*one)),
            Filter::Choice { field, any_of } => any_of.iter().any(|value| match field {
                ChoiceField::Status => sim.status.code() == value,
                ChoiceField::Tariff => sim.tariff == *value,
                ChoiceField::Operator => sim.operator == *value,
                ChoiceField::HardCap => sim.hard_cap.code() == value,
                ChoiceField::Category => sim.category.as_ref() == Some(value),
                ChoiceField::Tag => sim.tags.contains(value),
            }),
            Filter::Account(AccountTest::AnyOf(ids)) => ids.contains(&sim.account_id),
            Filter::Account(AccountTest::Within(id)) => {
                accounts.path(sim.account_id).iter().any(|above| above.id == *id)
            }
            Filter::Account(AccountTest::Name(test)) => {
                accounts.get(sim.account_id).is_some_and(|account| text(test, &account.name))
            }
            Filter::Amount { field, test } => amount(*field, sim.usage_bytes, sim.cap_bytes, sim.alert_bytes)
                .is_some_and(|n| test.passes(n)),
            Filter::Time { field: TimeField::LastSeen, test } => {
                sim.last_seen.is_some_and(|time| test.passes(time, now))
            }
            Filter::Time { field: TimeField::Activated, test } => {
                sim.activated_on.is_some_and(|time| test.passes(time, now))
            }
            Filter::InSession(wanted) => sim.in_session == *wanted,
            Filter::Empty(field) => match field {
                OptionalField::Imei => sim.imei.is_none(),
                OptionalField::Ip => sim.ip_address.is_none(),
                OptionalField::Label => sim.label.is_empty(),
                OptionalField::Note => sim.note.is_empty(),
                OptionalField::Cap => sim.cap_bytes.is_none(),
                OptionalField::Alert => sim.alert_bytes.is_none(),
                OptionalField::LastSeen => sim.last_seen.is_none(),
                OptionalField::Activated => sim.activated_on.is_none(),
                OptionalField::Category => sim.category.is_none(),
                OptionalField::Tag => sim.tags.is_empty(),
            },
        }
    }

    proptest! {

        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn agrees_with_one_row_at_a_time(
            filter in any_filter(), sims in proptest::collection::vec(any_sim(), 0..80), days in 0i64..60,
        ) {
            let mut sims = sims;
            sims.sort_by_key(|sim| sim.id);
            sims.dedup_by_key(|sim| sim.id);
            let (estate, accounts, now) = (estate(&sims), accounts(), Timestamp::from_unix(days * 86_400));
            let found: Vec<u32> = matching(&filter, &estate, &accounts, now).iter().collect();
            let expected: Vec<u32> = (0..sims.len() as u32)
                .filter(|&row| holds(&filter, &sims[row as usize], &accounts, now))
                .collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_is_gone_never_matches() {
        let sims = some_sims(1);
        let mut estate = estate(&sims);
        let now = Timestamp::from_unix(0);
        assert_eq!(matching(&Filter::default(), &estate, &accounts(), now).count(), 1);
        estate.remove(&[sims[0].id]);
        assert_eq!(matching(&Filter::default(), &estate, &accounts(), now).count(), 0);
        assert_eq!(
            matching(&Filter::Not(Box::new(Filter::Any(vec![]))), &estate, &accounts(), now).count(),
            0
        );
    }
}
