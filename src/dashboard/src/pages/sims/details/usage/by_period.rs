//! By days of a period or by periods, as chosen.

use super::series::days_of;
use super::{UsageState, bars_of, content, day_headings, sum};
use crate::pages::sims::details::Details;
use crate::t;
use crate::text::format;
use crate::ui::chart::{Bar, Chart, Data, Headings};
use crate::ui::field::SelectField;
use contract::activity::{PeriodUsage, Usage};
use domain::period::Day;
use leptos::prelude::*;

/// In CSS pixels.
const HEIGHT: f64 = 240.0;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// The days of a period, by the first of them.
    Period(Day),
    /// All periods that were told.
    Periods,
}

/// The section.
pub fn usage(details: Details) -> impl IntoView {
    let state = UsageState::new(details);
    // None: the period that runs.
    let chosen = RwSignal::new(None::<Shown>);
    let running = Memo::new(move |_| {
        state.known.with(|usage| usage.as_ref()?.periods.last().map(|period| period.from))
    });
    let shown = Memo::new(move |_| {
        chosen.get().or_else(|| running.get().map(Shown::Period)).unwrap_or(Shown::Periods)
    });
    let data = Signal::derive(move || data(state, shown.get()));
    let options = Signal::derive(move || {
        let firsts: Vec<Day> = state.known.with(|usage| {
            usage.iter().flat_map(|usage| &usage.periods).map(|period| period.from).rev().collect()
        });
        let all = (String::new(), t!("usage-by-periods"));
        firsts.into_iter().map(|day| (day.to_string(), format::month(day))).chain([all]).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || match shown.get() {
        Shown::Period(first) => first.to_string(),
        Shown::Periods => String::new(),
    });
    let choose = Callback::new(move |value: String| {
        chosen.set(Some(value.parse().map_or(Shown::Periods, Shown::Period)));
    });
    let open_period = Callback::new(move |at: usize| {
        let first = state.known.with_untracked(|usage| Some(usage.as_ref()?.periods.get(at)?.from));
        chosen.set(first.map(Shown::Period));
    });
    let by_periods = Memo::new(move |_| shown.get() == Shown::Periods);
    let label = Signal::derive(move || match shown.get() {
        Shown::Period(first) => t!("usage-of", period = format::month(first)),
        Shown::Periods => t!("usage-by-periods"),
    });
    let as_table = RwSignal::new(false);
    view! {
        <section class="sim-page__card sim-page__usage" aria-labelledby="sim-usage">
            <div class="sim-page__tools">
                <h2 id="sim-usage">{move || t!("usage")}</h2>
                <SelectField
                    label=Signal::derive(|| t!("usage-show"))
                    label_hidden=true
                    options
                    value
                    on_change=choose
                />
            </div>
            {content(state, move || {
                let on_choose = by_periods.get().then_some(open_period);
                view! { <Chart label data format=format::amount summary=sum(data) height=HEIGHT on_choose as_table/> }
                    .into_any()
            })}
        </section>
    }
}

fn data(state: UsageState, shown: Shown) -> Data {
    match shown {
        Shown::Period(first) => state.data(day_headings(), |usage| {
            let period = usage.periods.iter().find(|period| period.from == first);
            bars_of(usage, period.map_or(0..0, |period| days_of(usage, period)))
        }),
        Shown::Periods => {
            let headings = Headings { label: t!("usage-period"), value: t!("usage-used"), total: None };
            state.data(headings, periods)
        }
    }
}

fn periods(usage: &Usage) -> Vec<Bar> {
    let bar = |period: &PeriodUsage| Bar {
        label: format::month(period.from),
        tick: format::short_month(period.from),
        value: period.bytes,
        base: 0,
    };
    usage.periods.iter().map(bar).collect()
}
