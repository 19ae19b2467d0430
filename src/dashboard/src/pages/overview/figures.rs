//! The numbers to see at a glance: how many SIMs there are, and how many of them answer each of the usual questions.

use super::context::OverviewPage;
use crate::t;
use crate::text::{self, format};
use domain::filter::quick::QuickFilter;
use domain::overview::Tally;
use leptos::prelude::*;

/// In the order in which they stand, after the number of all.
const QUESTIONS: [QuickFilter; 7] = [
    QuickFilter::InSession,
    QuickFilter::OverAlert,
    QuickFilter::Blocked,
    QuickFilter::NearCap,
    QuickFilter::NoCap,
    QuickFilter::NeverSeen,
    QuickFilter::NotSeen,
];

pub fn figures(page: OverviewPage) -> impl IntoView {
    let has_caps = Memo::new(move |_| page.has_caps());
    let questions = move || QUESTIONS.into_iter().filter(move |quick| has_caps.get() || !quick.needs_caps());
    view! {
        <ul class="figures" aria-label=move || t!("overview-figures")>
            {figure(page, None)}
            <For each=questions key=|quick| *quick children=move |quick| figure(page, Some(quick))/>
        </ul>
        <p class="overview__note" hidden=move || has_caps.get()>{move || t!("overview-no-caps")}</p>
    }
}

/// The answer to a question, or the number of all.
fn figure(page: OverviewPage, quick: Option<QuickFilter>) -> impl IntoView {
    let counts = Memo::new(move |_| {
        let of = |tally: &Tally| quick.map_or(tally.sims(), |quick| tally.of(quick));
        page.overview.counted.with(|all| (of(&all.whole), all.whole.sims()))
    });
    let href = move || page.filtered(quick.map(QuickFilter::filter).unwrap_or_default());
    view! {
        <li class="figure" class:is-none=move || counts.get().0 == 0>
            <a class="figure__link" href=href>
                <span class="figure__name">{move || quick.map_or_else(|| t!("overview-all"), text::quick_filter)}</span>
                " "
                <span class="figure__count">{move || format::count(counts.get().0)}</span>
                {quick
                    .is_some()
                    .then(|| {
                        view! {
                            " "
                            <span class="figure__share">{move || format::share(counts.get().0, counts.get().1)}</span>
                        }
                    })}
            </a>
        </li>
    }
}
