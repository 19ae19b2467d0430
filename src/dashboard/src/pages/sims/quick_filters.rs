//! "Quick filters": buttons that stay pressed, each with the number of SIMs of the account behind it.

use super::context::SimsPage;
use crate::state::estate::now;
use crate::state::late::Late;
use crate::state::paced::paced;
use crate::state::quick_filter::{is_on, toggle};
use crate::t;
use crate::text::{self, format};
use crate::ui::later::Later;
use domain::filter::evaluate::matching;
use domain::filter::quick::QuickFilter;
use leptos::prelude::*;
use std::time::Duration;

/// How long the counts rest at least, while SIMs change.
const COUNT_EVERY: Duration = Duration::from_millis(500);

pub fn quick_filters(page: SimsPage) -> impl IntoView {
    let scope = Memo::new(move |_| page.list.query.with(|query| query.scope_filter()));
    let accounts = page.estate.accounts();
    let changed = paced(move || page.estate.track(), COUNT_EVERY);
    // To count goes over all SIMs of the account: whoever chooses another one sees its list first.
    let late = Late::new();
    late.follow(move || {
        scope.track();
        accounts.track();
        changed.track();
    });
    let counts = Memo::new(move |_| {
        late.track();
        let accounts = accounts.get_untracked();
        page.estate.peek(|estate| {
            let among = scope.with_untracked(|scope| matching(scope, estate, &accounts, now()));
            QuickFilter::counts(estate, &among, now()).map(|count| count as u64)
        })
    });
    let button = move |(at, quick): (usize, QuickFilter)| {
        let count = Memo::new(move |_| counts.with(|counts| counts[at]));
        let on = Memo::new(move |_| page.list.query.with(|query| is_on(quick, &query.filter)));
        view! {
            <button
                type="button"
                class="quick-filter"
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| page.list.change_filter(|query| query.filter = toggle(quick, &query.filter))
            >
                {move || text::quick_filter(quick)}
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
