//! "Quick filters": buttons that stay pressed, each with the number of SIMs of the account behind it.

use super::context::SimsPage;
use crate::state::estate::now;
use crate::state::quick_filter::QuickFilter;
use crate::t;
use crate::text::format;
use crate::ui::later::Later;
use domain::filter::evaluate::matching;
use leptos::prelude::*;

pub fn quick_filters(page: SimsPage) -> impl IntoView {
    let scope = Memo::new(move |_| page.list.query.with(|query| query.scope_filter()));
    let counts = Memo::new(move |_| {
        let accounts = page.estate.accounts().get();
        page.estate.with(|estate| {
            let now = now();
            let scope = scope.with(|scope| matching(scope, estate, &accounts, now));
            QuickFilter::ALL.map(|quick| {
                let mut rows = matching(&quick.filter(), estate, &accounts, now);
                rows.intersect(&scope);
                rows.count() as u64
            })
        })
    });
    let button = move |(at, quick): (usize, QuickFilter)| {
        let count = Memo::new(move |_| counts.with(|counts| counts[at]));
        let on = Memo::new(move |_| page.list.query.with(|query| quick.is_on(&query.filter)));
        view! {
            <button
                type="button"
                class="quick-filter"
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| page.list.change_filter(|query| query.filter = quick.toggle(&query.filter))
            >
                {move || name(quick)}
                " "
                <span class="quick-filter__count">{move || format::count(count.get())}</span>
            </button>
        }
    };
    view! {
        <div class="quick-filters" role="group" aria-label=move || t!("quick-filters")>
            <Later frames=1>{QuickFilter::ALL.into_iter().enumerate().map(button).collect_view()}</Later>
        </div>
    }
}

fn name(quick: QuickFilter) -> String {
    match quick {
        QuickFilter::OverAlert => t!("quick-over-alert"),
        QuickFilter::Blocked => t!("quick-blocked"),
        QuickFilter::InSession => t!("quick-in-session"),
        QuickFilter::NeverSeen => t!("quick-never-seen"),
        QuickFilter::NotSeen => t!("quick-not-seen"),
        QuickFilter::NoCap => t!("quick-no-cap"),
        QuickFilter::NearCap => t!("quick-near-cap"),
    }
}
