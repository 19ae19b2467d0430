//! What an act would do to some SIMs, counted before it is done.

use super::{Action, Outcome, Subject};
use crate::account::by_account::ByAccount;
use crate::account::{AccountId, AccountTree};
use crate::bitmap::Bitmap;
use crate::cap::LevelEffects;
use crate::estate::Estate;
use crate::estate::column::Interned;
use crate::lifecycle::Reason;
use crate::metering::LevelSetting;
use crate::sim::{HardCap, Status};
use std::borrow::Cow;
use std::collections::HashMap;

/// ICCIDs given for each reason.
const EXAMPLES: usize = 5;

/// What an act would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    pub total: u64,
    /// SIMs that would be changed.
    pub changing: u64,
    pub refused: HashMap<Reason, Refused>,
    /// Accounts the SIMs are in now.
    pub accounts: ByAccount<u64>,
    /// What happens at once; only for levels.
    pub effects: Option<LevelEffects>,
}

/// SIMs that would not be changed, for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    pub count: u64,
    /// The ICCIDs of the first of them.
    pub examples: Vec<String>,
}

impl Outlook {
    /// Of an act, without any SIM yet.
    pub fn new(action: &Action) -> Self {
        let effects = matches!(action, Action::SetLevels { .. }).then(LevelEffects::default);
        Self { effects, ..Self::default() }
    }

    /// One more SIM, and what would become of it.
    pub fn count(&mut self, action: &Action, sim: &impl Subject, outcome: &Result<Outcome, Reason>) {
        self.total += 1;
        self.accounts.update(sim.account(), |count| count.unwrap_or(0) + 1);
        match outcome {
            Ok(outcome) => {
                self.changing += 1;
                if let (Some(effects), Outcome::Setting(after)) = (&mut self.effects, outcome) {
                    let status = sim.status();
                    effects.count(status, after.levels.status_after(status, sim.usage()));
                    let wished = matches!(action, Action::SetLevels { end_session_at_cap: Some(true), .. });
                    effects.hard_cap_unsupported +=
                        u64::from(wished && after.hard_cap == HardCap::Unsupported);
                }
            }
            &Err(reason) => {
                let refused = self.refused.entry(reason).or_default();
                refused.count += 1;
                if refused.examples.len() < EXAMPLES {
                    refused.examples.push(sim.iccid());
                }
            }
        }
    }

    /// A SIM that the caller does not see: nothing is told of it but that.
    pub fn count_unseen(&mut self) {
        self.total += 1;
        self.refused.entry(Reason::NotFound).or_default().count += 1;
    }
}

impl Estate {
    /// What an act would do to the SIMs in some rows. Whether a cap is raised for the rest of the period the estate does
    /// not know, so a SIM that would only lose that is taken for unchanged.
    pub fn outlook(&self, rows: &Bitmap, accounts: &AccountTree, action: &Action) -> Outlook {
        let tags = TagLists::of(&self.tags, action);
        let mut outlook = Outlook::new(action);
        for row in rows.iter() {
            let sim = RowOfEstate { estate: self, tags: &tags, row };
            outlook.count(action, &sim, &action.outcome(&sim, accounts));
        }
        outlook
    }
}

/// The lists of tags that occur, each read once however many SIMs have it; none where an act does not look at them.
struct TagLists(Vec<Vec<String>>);

impl TagLists {
    fn of(column: &Interned, action: &Action) -> Self {
        if !action.is_about_labels() {
            return Self(Vec::new());
        }
        let list =
            |value: &String| value.split('\n').filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
        Self(column.values().iter().map(list).collect())
    }
}

struct RowOfEstate<'a> {
    estate: &'a Estate,
    tags: &'a TagLists,
    row: u32,
}

impl Subject for RowOfEstate<'_> {
    fn iccid(&self) -> String {
        self.estate.iccid(self.row).to_string()
    }

    fn account(&self) -> AccountId {
        self.estate.account(self.row)
    }

    fn status(&self) -> Status {
        self.estate.status(self.row)
    }

    fn usage(&self) -> u64 {
        self.estate.usage(self.row)
    }

    fn setting(&self) -> LevelSetting {
        let (levels, hard_cap) = (self.estate.levels(self.row), self.estate.hard_cap(self.row));
        LevelSetting { levels, hard_cap, regular_cap: None }
    }

    fn tags(&self) -> Cow<'_, [String]> {
        let list = self.estate.tags.index(self.row as usize);
        Cow::Borrowed(self.tags.0.get(list).map_or(&[], Vec::as_slice))
    }

    fn category(&self) -> &str {
        self.estate.category(self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::tests::account;
    use crate::estate::tests::{estate, some_sims};
    use crate::sim::{Sim, SimId};

    const HERE: AccountId = AccountId(1);
    const THERE: AccountId = AccountId(2);

    fn accounts() -> AccountTree {
        let mut accounts = [account(1, None, "here"), account(2, Some(1), "there")];
        accounts[1].features.caps_and_alerts = false;
        AccountTree::new(accounts.into())
    }

    fn sim(id: u32, status: Status) -> Sim {
        let sim = some_sims(1).remove(0);
        Sim { id: SimId(id), iccid: format!("8944{id:015}"), account_id: HERE, status, ..sim }
    }

    fn refused(outlook: &Outlook, reason: Reason) -> u64 {
        outlook.refused.get(&reason).map_or(0, |refused| refused.count)
    }

    fn levels(cap: u64) -> Action {
        Action::SetLevels { cap_bytes: Some(cap), alert_bytes: Some(80), end_session_at_cap: Some(true) }
    }

    fn with_levels(id: u32, usage: u64, cap: u64, hard_cap: HardCap) -> Sim {
        Sim {
            usage_bytes: usage,
            cap_bytes: Some(cap),
            alert_bytes: Some(80),
            hard_cap,
            ..sim(id, Status::Active)
        }
    }

    #[test]
    fn says_who_changes_and_why_others_do_not() {
        let mut sims = vec![sim(1, Status::Active), sim(2, Status::Suspended), sim(3, Status::Terminated)];
        sims.extend((4..14).map(|id| sim(id, Status::Inactive)));
        let outlook = estate(&sims).outlook(&(0..13).collect(), &accounts(), &Action::Suspend);
        assert_eq!((outlook.total, outlook.changing), (13, 1));
        let reasons = [Reason::AlreadySuspended, Reason::Terminated, Reason::NotInService];
        assert_eq!(reasons.map(|reason| refused(&outlook, reason)), [1, 1, 10]);
        let examples = &outlook.refused[&Reason::NotInService].examples;
        assert_eq!(*examples, (4..9).map(|id| format!("8944{id:015}")).collect::<Vec<_>>());
        assert_eq!(outlook.accounts.iter().collect::<Vec<_>>(), [(HERE, 13)]);
    }

    #[test]
    fn only_the_rows_asked_for_count() {
        let sims = [sim(1, Status::Active), sim(2, Status::Active)];
        let outlook = estate(&sims).outlook(&[1].into_iter().collect(), &accounts(), &Action::Terminate);
        assert_eq!((outlook.total, outlook.changing), (1, 1));
    }

    #[test]
    fn what_follows_from_levels_is_counted() {
        let elsewhere = Sim { account_id: THERE, ..with_levels(4, 0, 100, HardCap::On) };
        let sims = [
            with_levels(1, 95, 100, HardCap::Off),
            with_levels(2, 85, 100, HardCap::Unsupported),
            with_levels(3, 0, 90, HardCap::On),
            elsewhere,
        ];
        let outlook = estate(&sims).outlook(&(0..4).collect(), &accounts(), &levels(90));
        assert_eq!(outlook.changing, 2);
        let reasons = [Reason::Unchanged, Reason::CapsNotEnabled];
        assert_eq!(reasons.map(|reason| refused(&outlook, reason)), [1, 1]);
        let effects = LevelEffects { blocked: 1, alerted: 1, cleared: 0, hard_cap_unsupported: 1 };
        assert_eq!(outlook.effects, Some(effects));
    }

    #[test]
    fn a_move_goes_to_accounts_that_are_there() {
        let estate = estate(&[sim(1, Status::Active), sim(2, Status::Unmanaged)]);
        let to = |account_id| {
            let action = Action::MoveToAccount { account_id, keep_recipients: true };
            estate.outlook(&(0..2).collect(), &accounts(), &action)
        };
        assert_eq!(to(THERE).changing, 1);
        assert_eq!(refused(&to(THERE), Reason::Unmanaged), 1);
        assert_eq!(refused(&to(HERE), Reason::AlreadyThere), 1);
        assert_eq!(refused(&to(AccountId(9)), Reason::NotFound), 1);
    }

    #[test]
    fn tags_are_those_of_the_row() {
        let tagged = |id, tags: &[&str]| Sim {
            tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
            ..sim(id, Status::Active)
        };
        let estate = estate(&[tagged(1, &["a", "b"]), tagged(2, &["b"]), tagged(3, &[])]);
        let action = Action::EditTags { add: vec!["a".to_owned()], remove: Vec::new() };
        let outlook = estate.outlook(&(0..3).collect(), &accounts(), &action);
        assert_eq!((outlook.changing, refused(&outlook, Reason::Unchanged)), (2, 1));
    }
}
