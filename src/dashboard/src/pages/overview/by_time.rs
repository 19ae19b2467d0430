//! What was used by days, in this period and the last one, or by months.

use super::context::OverviewPage;
use crate::t;
use crate::text::format;
use crate::ui::chart::{Bar, Chart, Data, Headings};
use crate::ui::segmented::Segmented;
use contract::overview::UsageOverview;
use domain::period::{Day, Period};
use leptos::prelude::*;

/// How long a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Day,
    Month,
}

pub fn by_time(page: OverviewPage) -> impl IntoView {
    let by = RwSignal::new(By::Day);
    let told = page.overview.usage();
    let data = Signal::derive(move || {
        let bars = told.with(|told| told.as_deref().map(|told| bars(told, by.get()))).unwrap_or_default();
        let label = match by.get() {
            By::Day => t!("usage-day"),
            By::Month => t!("overview-month"),
        };
        Data { bars, lines: Vec::new(), headings: Headings { label, value: t!("usage-used"), total: None } }
    });
    let summary = Signal::derive(move || {
        let sum = data.with(|data| data.bars.iter().map(|bar| bar.value).sum());
        t!("usage-sum", sum = format::amount(sum))
    });
    let known = Memo::new(move |_| told.with(Option::is_some));
    let options = Signal::derive(move || {
        vec![(By::Day, t!("overview-by-days")), (By::Month, t!("overview-by-months"))]
    });
    move || {
        known.get().then(|| {
            view! {
                <section class="overview__card overview__part" aria-labelledby="overview-by-time">
                    <div class="overview__part-head">
                        <h2 id="overview-by-time" class="overview__part-title">{move || t!("overview-by-time")}</h2>
                        <Segmented
                            label=Signal::derive(move || t!("overview-by-time"))
                            label_hidden=true
                            options
                            value=by
                            on_change=move |chosen| by.set(chosen)
                        />
                    </div>
                    <Chart
                        label=Signal::derive(move || t!("overview-by-time"))
                        data
                        format=format::amount
                        summary
                        height=180.0
                    />
                </section>
            }
        })
    }
}

fn bars(told: &UsageOverview, by: By) -> Vec<Bar> {
    let days = (told.first_day.0..).map(Day).zip(told.bytes_by_day.iter().copied());
    match by {
        By::Day => {
            let first = Period::of(told.period_start.start()).previous().days().start;
            let bar = |(day, value): (Day, u64)| {
                let number = day.0 - Period::of(day.start()).days().start + 1;
                Bar { label: format::day(day), tick: number.to_string(), value, base: 0 }
            };
            days.filter(|(day, _)| day.0 >= first).map(bar).collect()
        }
        By::Month => {
            let mut months: Vec<(Period, u64)> = Vec::new();
            for (day, bytes) in days {
                let period = Period::of(day.start());
                match months.last_mut().filter(|(last, _)| *last == period) {
                    Some((_, sum)) => *sum += bytes,
                    None => months.push((period, bytes)),
                }
            }
            let bar = |(period, value): (Period, u64)| {
                let first = Day(period.days().start);
                Bar { label: format::month(first), tick: format::short_month(first), value, base: 0 }
            };
            months.into_iter().map(bar).collect()
        }
    }
}
