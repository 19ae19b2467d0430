//! Questions that are asked so often that they stand as buttons over the list (PRODUCT.md §5).

use super::simple_filter::SimpleFilter;
use domain::filter::{AmountField, Filter, NumberTest, OptionalField, TimeField, TimeTest};
use domain::sim::Status;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickFilter {
    OverAlert,
    Blocked,
    InSession,
    NeverSeen,
    NotSeen,
    NoCap,
    NearCap,
}

/// "Not seen for 30 days".
const LONG_UNSEEN: u32 = 30;
/// "Near cap": from so many percent of it.
const NEAR_CAP: u64 = 90;

impl QuickFilter {
    /// In the order in which they stand.
    pub const ALL: [Self; 7] = [
        Self::OverAlert,
        Self::Blocked,
        Self::InSession,
        Self::NeverSeen,
        Self::NotSeen,
        Self::NoCap,
        Self::NearCap,
    ];

    /// The filter that it stands for.
    pub fn filter(self) -> Filter {
        match self {
            Self::OverAlert => Filter::status(&[Status::Alerted]),
            Self::Blocked => Filter::status(&[Status::Blocked]),
            Self::InSession => Filter::InSession(true),
            Self::NeverSeen => Filter::Empty(OptionalField::LastSeen),
            Self::NotSeen => {
                Filter::Time { field: TimeField::LastSeen, test: TimeTest::NotInLastDays(LONG_UNSEEN) }
            }
            Self::NoCap => Filter::Empty(OptionalField::Cap),
            Self::NearCap => {
                Filter::Amount { field: AmountField::CapUsed, test: NumberTest::AtLeast(NEAR_CAP) }
            }
        }
    }

    /// The status that it asks for, if it does: several of those are asked for together, because no SIM has two.
    fn status(self) -> Option<Status> {
        match self {
            Self::OverAlert => Some(Status::Alerted),
            Self::Blocked => Some(Status::Blocked),
            _ => None,
        }
    }

    /// Whether a filter asks for it. With other statuses beside it, it would not be the question that the button asks.
    pub fn is_on(self, filter: &Filter) -> bool {
        match self.status() {
            Some(status) => {
                let statuses = SimpleFilter::read(filter).statuses;
                statuses.contains(&status) && are_quick(&statuses)
            }
            None => filter.parts().contains(&self.filter()),
        }
    }

    /// Asks for it as well, or no longer.
    pub fn toggle(self, filter: &Filter) -> Filter {
        if let Some(status) = self.status() {
            let mut simple = SimpleFilter::read(filter);
            if !are_quick(&simple.statuses) {
                simple.statuses.clear();
            }
            simple.toggle(status);
            return simple.write();
        }
        let this = self.filter();
        let others: Vec<Filter> = filter.parts().iter().filter(|part| **part != this).cloned().collect();
        if others.len() < filter.parts().len() { Filter::all_of(others) } else { filter.clone().and(this) }
    }
}

/// Whether all of these are statuses that a quick filter asks for.
fn are_quick(statuses: &[Status]) -> bool {
    statuses.iter().all(|status| QuickFilter::ALL.iter().any(|quick| quick.status() == Some(*status)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggled(filter: &str, quick: QuickFilter) -> String {
        let filter: Filter = filter.parse().expect("reads");
        let on = quick.toggle(&filter);
        assert_ne!(quick.is_on(&filter), quick.is_on(&on));
        assert_eq!(quick.toggle(&on), filter);
        on.to_string()
    }

    #[test]
    fn joins_what_is_there_and_leaves_it_as_it_was() {
        assert_eq!(toggled("everything", QuickFilter::NoCap), "cap is empty");
        assert_eq!(
            toggled("label contains van", QuickFilter::NearCap),
            "label contains van and cap_used >= 90%"
        );
        assert_eq!(
            QuickFilter::Blocked.toggle(&"status is active".parse().expect("reads")).to_string(),
            "status is blocked"
        );
        assert_eq!(toggled("status is alerted", QuickFilter::Blocked), "status in (alerted, blocked)");
    }
}
