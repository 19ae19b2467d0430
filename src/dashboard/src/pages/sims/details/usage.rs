//! What the SIM used, by days and by periods, against cap and alert level.

mod by_period;
mod latest;
mod series;

pub use by_period::usage;
pub use latest::latest;

use super::Details;
use crate::state::scope::Latest;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::chart::{Bar, Data, Headings, Line, LineKind};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::activity::Usage;
use domain::sim::Sim;
use leptos::prelude::*;
use series::{DayOfPeriod, days};
use std::ops::Range;
use std::sync::Arc;

/// What is known of the usage.
#[derive(Clone, Copy)]
struct UsageState {
    details: Details,
    known: RwSignal<Option<Arc<Usage>>>,
    error: RwSignal<Option<Arc<Error>>>,
    latest: Latest,
}

impl UsageState {
    fn new(details: Details) -> Self {
        let state =
            Self { details, known: RwSignal::new(None), error: RwSignal::new(None), latest: Latest::new() };
        // Again when something was used.
        let used = Memo::new(move |_| details.known().map(|sim| sim.value.usage_bytes));
        Effect::new(move |_| {
            if used.get().is_some() {
                state.read();
            }
        });
        state
    }

    fn read(self) {
        let (ticket, id) = (self.latest.ticket(), self.details.id);
        self.details.scope.spawn(async move {
            let answer =
                self.details.page.session.call(move |api| async move { api.sim_usage(id).await }).await;
            if ticket.is_latest() {
                self.error.set(answer.as_ref().err().cloned().map(Arc::new));
                if let Ok(usage) = answer {
                    self.known.set(Some(Arc::new(usage)));
                }
            }
        });
    }

    /// What a chart shows: bars from what is known, and the levels as lines.
    fn data(self, headings: Headings, bars: impl FnOnce(&Usage) -> Vec<Bar>) -> Data {
        let lines = self.details.known().map(|sim| lines(&sim.value)).unwrap_or_default();
        let bars = self.known.with(|usage| usage.as_deref().map(bars)).unwrap_or_default();
        Data { bars, lines, headings }
    }
}

fn bars_of(usage: &Usage, span: Range<u32>) -> Vec<Bar> {
    let bar = |DayOfPeriod { day, number, bytes, before }: DayOfPeriod| Bar {
        label: format::day(day),
        tick: number.to_string(),
        value: bytes,
        base: before,
    };
    days(usage, span).into_iter().map(bar).collect()
}

fn day_headings() -> Headings {
    Headings { label: t!("usage-day"), value: t!("usage-used"), total: Some(t!("usage-in-period-so-far")) }
}

fn lines(sim: &Sim) -> Vec<Line> {
    let line = |label: String, kind, value: Option<u64>| value.map(|value| Line { label, value, kind });
    [
        line(t!("data-alert"), LineKind::Alert, sim.alert_bytes),
        line(t!("data-cap"), LineKind::Cap, sim.cap_bytes),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What all bars are together, in words.
fn sum(data: Signal<Data>) -> Signal<String> {
    Signal::derive(move || {
        let sum = data.with(|data| data.bars.iter().map(|bar| bar.value).sum());
        t!("usage-sum", sum = format::amount(sum))
    })
}

/// The chart, or why there is none yet.
fn content(state: UsageState, chart: impl Fn() -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let is_known = Memo::new(move |_| state.known.with(Option::is_some));
    let loading = move || !is_known.get() && state.error.with(Option::is_none);
    view! {
        {move || loading().then(|| view! { <Skeleton lines=4/> })}
        {move || state.error.get().map(|error| view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("usage-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| state.read())>{move || t!("app-retry")}</Button>
            </Notice>
        })}
        {move || is_known.get().then(&chart)}
    }
}
