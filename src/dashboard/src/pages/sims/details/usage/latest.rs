//! The last days, small.

use super::series::last_days;
use super::{UsageState, bars_of, content, day_headings, sum};
use crate::pages::sims::details::Details;
use crate::t;
use crate::text::format;
use crate::ui::chart::Chart;
use leptos::prelude::*;

const DAYS: u32 = 30;
/// In CSS pixels.
const HEIGHT: f64 = 130.0;

pub fn latest(details: Details) -> impl IntoView {
    let state = UsageState::new(details);
    let data =
        Signal::derive(move || state.data(day_headings(), |usage| bars_of(usage, last_days(usage, DAYS))));
    let label = Signal::derive(|| t!("usage-latest"));
    view! {
        <section class="sim-details__chart" aria-labelledby="sim-latest-usage">
            <h3 id="sim-latest-usage">{move || t!("usage-latest")}</h3>
            {content(state, move || {
                view! { <Chart label data format=format::amount summary=sum(data) height=HEIGHT/> }.into_any()
            })}
        </section>
    }
}
