//! Quick filters as buttons over the list: which of them a filter asks for, and asking for one more.

use super::simple_filter::SimpleFilter;
use domain::filter::Filter;
use domain::filter::quick::QuickFilter;
use domain::sim::Status;

/// The status that it asks for, if it does: several of those are asked for together, because no SIM has two.
fn status_of(quick: QuickFilter) -> Option<Status> {
    match quick {
        QuickFilter::OverAlert => Some(Status::Alerted),
        QuickFilter::Blocked => Some(Status::Blocked),
        _ => None,
    }
}

/// Whether a filter asks for it. With other statuses beside it, it would not be the question that the button asks.
pub fn is_on(quick: QuickFilter, filter: &Filter) -> bool {
    match status_of(quick) {
        Some(status) => {
            let statuses = SimpleFilter::read(filter).statuses;
            statuses.contains(&status) && are_quick(&statuses)
        }
        None => filter.parts().contains(&quick.filter()),
    }
}

/// Asks for it as well, or no longer.
pub fn toggle(quick: QuickFilter, filter: &Filter) -> Filter {
    if let Some(status) = status_of(quick) {
        let mut simple = SimpleFilter::read(filter);
        if !are_quick(&simple.statuses) {
            simple.statuses.clear();
        }
        simple.toggle(status);
        return simple.write();
    }
    let this = quick.filter();
    let others: Vec<Filter> = filter.parts().iter().filter(|part| **part != this).cloned().collect();
    if others.len() < filter.parts().len() { Filter::all_of(others) } else { filter.clone().and(this) }
}

/// Whether all of these are statuses that a quick filter asks for.
fn are_quick(statuses: &[Status]) -> bool {
    statuses.iter().all(|status| QuickFilter::ALL.iter().any(|quick| status_of(*quick) == Some(*status)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toggled(filter: &str, quick: QuickFilter) -> String {
        let filter: Filter = filter.parse().expect("reads");
        let on = toggle(quick, &filter);
        assert_ne!(is_on(quick, &filter), is_on(quick, &on));
        assert_eq!(toggle(quick, &on), filter);
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
            toggle(QuickFilter::Blocked, &"status is active".parse().expect("reads")).to_string(),
            "status is blocked"
        );
        assert_eq!(toggled("status is alerted", QuickFilter::Blocked), "status in (alerted, blocked)");
    }
}
