//! What a test found, in words.

use crate::behaviour::ids;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::icon::{Icon, IconName};
use contract::activity::{Check, CheckState, PingResult, SimTest, TestKind, TestResult};
use leptos::prelude::*;

/// In a sentence.
pub fn summary(test: &SimTest) -> String {
    match &test.result {
        None => t!("test-runs"),
        Some(TestResult::Ping(ping)) => pinged(ping),
        Some(TestResult::Diagnostics { checks }) => {
            let count = |state| checks.iter().filter(|check| check.state == state).count() as u64;
            match (count(CheckState::Failed), count(CheckState::Warning)) {
                (0, 0) => t!("diagnostics-fine", count = checks.len() as u64),
                (failed, warnings) => t!("diagnostics-found", failed = failed, warnings = warnings),
            }
        }
    }
}

fn pinged(ping: &PingResult) -> String {
    if let Some(reason) = ping.unreachable {
        return t!("ping-unreachable", why = text::finding(reason));
    }
    let answers = ping.round_trips_ms.len() as u64;
    let all: u64 = ping.round_trips_ms.iter().map(|&trip| u64::from(trip)).sum();
    match all.checked_div(answers) {
        Some(mean) => t!("ping-answered", answers = answers, sent = u64::from(ping.sent), mean = mean),
        None => t!("ping-unanswered", sent = u64::from(ping.sent)),
    }
}

/// As an entry of a list, with what was looked at.
pub fn outcome(test: &SimTest) -> impl IntoView + use<> {
    let test = test.clone();
    let kind = test.kind;
    let asked_at = test.asked_at;
    let told = test.clone();
    let detail = match test.result {
        Some(TestResult::Diagnostics { checks }) => {
            Some(view! { <ul class="checks">{checks.into_iter().map(check).collect_view()}</ul> }.into_any())
        }
        Some(TestResult::Ping(ping)) if !ping.round_trips_ms.is_empty() => Some(trips(ping).into_any()),
        _ => None,
    };
    let id = ids::unique("sim-test");
    let labelled_by = id.clone();
    view! {
        <article class="sim-test" aria-labelledby=labelled_by>
            <h3 class="sim-test__head" id=id>
                <Icon name=if kind == TestKind::Ping { IconName::Ping } else { IconName::Diagnose }/>
                <span>{move || match kind {
                    TestKind::Ping => t!("act-ping"),
                    TestKind::Diagnostics => t!("diagnostics"),
                }}</span>
                <span class="sim-test__when">{move || format::time(asked_at)}</span>
            </h3>
            <p class="sim-test__summary">{move || summary(&told)}</p>
            {detail}
        </article>
    }
}

fn trips(ping: PingResult) -> impl IntoView {
    move || {
        let trips: Vec<String> =
            ping.round_trips_ms.iter().map(|&trip| format::count(u64::from(trip))).collect();
        view! { <p class="sim-test__trips">{t!("ping-trips", trips = trips.join(" · "))}</p> }
    }
}

fn check(check: Check) -> impl IntoView {
    let (icon, state) = match check.state {
        CheckState::Ok => (IconName::Success, "ok"),
        CheckState::Warning => (IconName::Warning, "warning"),
        CheckState::Failed => (IconName::Danger, "failed"),
    };
    view! {
        <li class="check" data-state=state>
            <Icon name=icon/>
            <span class="check__about">{move || text::check_about(check.about)}</span>
            <span class="check__finding">
                <span class="visually-hidden">{move || format!("{}: ", text::check_state(check.state))}</span>
                {move || text::finding(check.finding)}
            </span>
        </li>
    }
}
