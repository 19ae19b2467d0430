//! What of a history is asked for, as the address carries it.

use domain::account::AccountId;
use domain::audit::{AuditAction, AuditGroup};
use domain::history::{Cause, SimField};

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    User(u32),
    Token(u32),
}

/// What is asked for. Texts are as they were typed, also when they are wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    pub account: Option<AccountId>,
    pub who: Option<Who>,
    /// Days, as date fields have them.
    pub from: String,
    pub to: String,
    // Of the history of SIMs:
    pub cause: Option<Cause>,
    pub field: Option<SimField>,
    pub iccid: String,
    // Of the audit log:
    pub group: Option<AuditGroup>,
    pub action: Option<AuditAction>,
    pub text: String,
}

/// What is wrong with a filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// It is no day.
    pub from: bool,
    pub to: bool,
    /// It ends before it begins.
    pub order: bool,
    /// It is no ICCID.
    pub iccid: bool,
}

impl Faults {
    pub fn any(self) -> bool {
        self.from || self.to || self.order || self.iccid
    }
}

impl HistoryFilter {
    /// Reads the parameters of an address. What cannot be read is not asked for; days and texts are kept as they are.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name| get(name).unwrap_or_default();
        let number = |name| get(name).and_then(|text| text.parse().ok());
        let action = get("action").and_then(|code| AuditAction::from_code(&code));
        Self {
            account: number("account").map(AccountId),
            who: number("user").map(Who::User).or(number("token").map(Who::Token)),
            from: text("from"),
            to: text("to"),
            cause: get("cause").and_then(|code| Cause::from_code(&code)),
            field: get("field").and_then(|code| SimField::from_code(&code)),
            iccid: text("iccid"),
            group: action
                .map(AuditAction::group)
                .or(get("group").and_then(|code| AuditGroup::from_code(&code))),
            action,
            text: text("q"),
        }
    }

    /// The parameters of an address, without those that ask for nothing.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let (user, token) = match self.who {
            Some(Who::User(id)) => (id.to_string(), String::new()),
            Some(Who::Token(id)) => (String::new(), id.to_string()),
            None => Default::default(),
        };
        let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
        let group = self.group.filter(|_| self.action.is_none());
        let parameters = [
            ("account", self.account.map(|account| account.0.to_string()).unwrap_or_default()),
            ("user", user),
            ("token", token),
            ("from", self.from.clone()),
            ("to", self.to.clone()),
            ("cause", code(self.cause.map(Cause::code))),
            ("field", code(self.field.map(SimField::code))),
            ("iccid", self.iccid.clone()),
            ("group", code(group.map(AuditGroup::code))),
            ("action", code(self.action.map(AuditAction::code))),
            ("q", self.text.clone()),
        ];
        parameters.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Whether everything is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with it.
    pub fn faults(&self) -> Faults {
        let wrong = |day: &str| !day.is_empty() && !is_day(day);
        let (from, to) = (wrong(&self.from), wrong(&self.to));
        Faults {
            from,
            to,
            order: !(from || to || self.from.is_empty() || self.to.is_empty()) && self.to < self.from,
            iccid: !self.iccid.is_empty() && !is_iccid(&self.iccid()),
        }
    }

    /// The ICCID without what people put between its digits.
    pub fn iccid(&self) -> String {
        self.iccid.chars().filter(|letter| !letter.is_whitespace()).collect()
    }
}

fn is_day(day: &str) -> bool {
    day.len() == 10 && domain::time::Timestamp::bound(day).is_ok()
}

fn is_iccid(text: &str) -> bool {
    (18..=22).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> HistoryFilter {
        HistoryFilter {
            account: Some(AccountId(3)),
            who: Some(Who::Token(7)),
            from: "2026-11-01".to_owned(),
            to: "2026-11-20".to_owned(),
            cause: Some(Cause::Usage),
            field: Some(SimField::Status),
            iccid: "8944 5000 0000 0000 123".to_owned(),
            group: Some(AuditGroup::Accounts),
            action: Some(AuditAction::AccountMoved),
            text: "Nord & Süd".to_owned(),
        }
    }

    fn read(parameters: &[(&str, String)]) -> HistoryFilter {
        HistoryFilter::read(|name| {
            parameters.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn an_address_brings_back_the_filter() {
        for filter in [
            full(),
            HistoryFilter::default(),
            HistoryFilter { action: None, who: Some(Who::User(4)), ..full() },
            HistoryFilter { from: "nonsense".to_owned(), ..HistoryFilter::default() },
        ] {
            assert_eq!(read(&filter.parameters()), filter);
        }
        assert!(read(&[("cause", "magic".to_owned()), ("account", "x".to_owned())]).is_empty());
    }

    #[test]
    fn what_is_wrong_is_told_where_it_is() {
        assert_eq!(full().faults(), Faults::default());
        let day = |from: &str, to: &str| {
            HistoryFilter { from: from.to_owned(), to: to.to_owned(), ..HistoryFilter::default() }.faults()
        };
        assert!(day("2026-02-30", "").from && day("", "x").to);
        assert!(day("2026-11-02", "2026-11-01").order);
        assert!(!day("2026-11-01", "2026-11-01").any());
        let iccid = |iccid: &str| HistoryFilter { iccid: iccid.to_owned(), ..HistoryFilter::default() };
        assert!(iccid("8944").faults().iccid && iccid("no digits at all here").faults().iccid);
    }
}
