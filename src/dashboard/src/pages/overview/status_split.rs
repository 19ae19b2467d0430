//! SIMs by status: a bar, and the numbers it is made of.

use super::context::OverviewPage;
use crate::t;
use crate::text::format;
use crate::ui::bar::{Segment, SplitBar};
use crate::ui::status_chip::StatusChip;
use domain::filter::Filter;
use domain::sim::Status;
use leptos::prelude::*;

pub fn status_split(page: OverviewPage) -> impl IntoView {
    let counted = page.overview.counted;
    let segments = Signal::derive(move || {
        let segment = |&status: &Status| Segment {
            code: status.code(),
            size: counted.with(|all| all.whole.of_status(status)),
        };
        Status::ALL.iter().map(segment).collect::<Vec<_>>()
    });
    let row = move |&status: &Status| {
        let counts = Memo::new(move |_| counted.with(|all| (all.whole.of_status(status), all.whole.sims())));
        view! {
            <li class="split-list__row" class:is-none=move || counts.get().0 == 0>
                <a class="split-list__link" href=move || page.filtered(Filter::status(&[status]))>
                    <StatusChip status=Signal::stored(status)/>
                    " "
                    <span class="split-list__count">{move || format::count(counts.get().0)}</span>
                    " "
                    <span class="split-list__share">{move || format::share(counts.get().0, counts.get().1)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="overview__part" aria-labelledby="overview-status">
            <h2 id="overview-status" class="overview__part-title">{move || t!("overview-by-status")}</h2>
            <SplitBar segments/>
            <ul class="split-list">{Status::ALL.iter().map(row).collect_view()}</ul>
        </section>
    }
}
