//! The report: how many lines came to what, and which lines bring no SIM and why.

use super::name;
use super::reading::Reading;
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use domain::csv_list::{Fault, Malformed, Report};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// Most problems shown. A copy of the report has all.
const SHOWN: usize = 200;

pub fn report(page: SimsPage, reading: Reading) -> impl IntoView {
    move || {
        reading.report().get().map(|report| {
            let identifier = name(report.identifier);
            let source = if report.by_heading {
                t!("csv-found-by-heading", identifier = identifier)
            } else {
                t!("csv-found-as-chosen", identifier = identifier)
            };
            view! {
                <section class="csv-report" aria-label=t!("csv-report")>
                    <p class="csv-report__source">{source}</p>
                    {counts(&report)}
                    {(!report.problems.is_empty()).then(|| problems(page, &report))}
                </section>
            }
        })
    }
}

fn counts(report: &Report) -> impl IntoView + use<> {
    let counts = [
        ("matched", t!("csv-matched"), report.matched),
        ("unknown", t!("csv-unknown"), report.unknown()),
        ("malformed", t!("csv-malformed"), report.malformed()),
        ("duplicate", t!("csv-duplicates"), report.duplicates()),
    ];
    // An IMEI can be in several SIMs.
    let sims = (report.matched > 0).then(|| t!("csv-sims", count = report.sims as u64));
    view! {
        <dl class="csv-report__counts">
            {counts.map(|(kind, label, count)| view! {
                <div class="csv-report__count" data-kind=kind class:is-none=count == 0>
                    <dt>{label}</dt>
                    <dd>{format::count(count as u64)}</dd>
                </div>
            }).into_iter().collect_view()}
        </dl>
        {sims.map(|sims| view! { <p>{sims}</p> })}
    }
}

fn problems(page: SimsPage, report: &Arc<Report>) -> impl IntoView + use<> {
    let copied = Arc::clone(report);
    // Beside the button: messages at the root lie under the dialog.
    let outcome = RwSignal::new(None::<bool>);
    let said =
        move || outcome.get().map(|done| if done { t!("csv-report-copied") } else { t!("csv-copy-refused") });
    let copy = Callback::new(move |()| copy(page, &copied, outcome));
    let rows = report.problems.iter().take(SHOWN).map(|problem| {
        view! {
            <tr>
                <td class="csv-report__line">{format::count(problem.line as u64)}</td>
                <td><code>{problem.text.clone()}</code></td>
                <td>{words(problem.fault)}</td>
            </tr>
        }
    });
    let (shown, all) = (report.problems.len().min(SHOWN), report.problems.len());
    view! {
        <div class="csv-report__scroller" role="group" tabindex="0" aria-label=t!("csv-problems")>
            <table class="csv-report__table">
                <thead>
                    <tr>
                        <th scope="col">{t!("csv-line")}</th>
                        <th scope="col">{t!("csv-text")}</th>
                        <th scope="col">{t!("csv-problem")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <div class="csv-report__foot">
            {(shown < all).then(|| view! { <p>{t!("csv-problems-shown", shown = shown as u64, count = all as u64)}</p> })}
            <p>{said}</p>
            <Button icon=IconName::Copy on_press=copy>{t!("csv-copy-report")}</Button>
        </div>
    }
}

fn copy(page: SimsPage, report: &Report, outcome: RwSignal<Option<bool>>) {
    let heading = format!("{}\t{}\t{}\n", t!("csv-line"), t!("csv-text"), t!("csv-problem"));
    let table = heading + &report.table(words);
    let written = JsFuture::from(window().navigator().clipboard().write_text(&table));
    page.scope.spawn(async move {
        let done = written.await.is_ok();
        page.live.say(if done { t!("csv-report-copied") } else { t!("csv-copy-refused") });
        outcome.try_set(Some(done));
    });
}

/// What is wrong with a line.
fn words(fault: Fault) -> String {
    match fault {
        Fault::Unknown => t!("csv-fault-unknown"),
        Fault::Duplicate(line) => t!("csv-fault-duplicate", line = line as u64),
        Fault::Malformed(Malformed::Missing) => t!("csv-fault-missing"),
        Fault::Malformed(Malformed::NotDigits) => t!("csv-fault-not-digits"),
        Fault::Malformed(Malformed::Scientific) => t!("csv-fault-scientific"),
        Fault::Malformed(Malformed::WrongLength(digits)) => {
            t!("csv-fault-length", count = digits as u64)
        }
    }
}
