//! What was used in this period, against the one before, and by days and months.

use super::change::{Change, change};
use super::context::{OverviewPage, by_usage};
use crate::state::address::Query;
use crate::t;
use crate::text::{self, format};
use crate::ui::bar::ShareBar;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use contract::overview::UsageCompared;
use leptos::prelude::*;

pub fn usage(page: OverviewPage) -> impl IntoView {
    let counted = page.overview.counted;
    let used = Memo::new(move |_| counted.with(|all| all.whole.usage));
    let told = page.overview.usage();
    let known = Memo::new(move |_| told.with(Option::is_some));
    view! {
        <section class="overview__part" aria-labelledby="overview-usage">
            <h2 id="overview-usage" class="overview__part-title">{move || t!("overview-usage")}</h2>
            <p class="usage-now">
                <a
                    class="usage-now__link"
                    href=move || page.list(Query { sort: by_usage(), ..Query::default() }).list_href()
                >
                    <span class="usage-now__amount">{move || format::amount(used.get())}</span>
                    " "
                    <span class="usage-now__words">{move || t!("overview-used-by-sims")}</span>
                </a>
            </p>
            {failure(page)}
            {move || {
                if known.get() {
                    compared(page).into_any()
                } else if page.overview.failure().with(Option::is_none) {
                    view! { <Skeleton lines=4/> }.into_any()
                } else {
                    ().into_any()
                }
            }}
        </section>
    }
}

/// The API did not say what was used. What is counted here stays.
fn failure(page: OverviewPage) -> impl IntoView {
    let failure = page.overview.failure();
    move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("overview-usage-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| page.overview.ask())>{move || t!("app-retry")}</Button>
                </Notice>
            }
        })
    }
}

fn compared(page: OverviewPage) -> impl IntoView {
    let told = page.overview.usage();
    let usage =
        Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.usage).unwrap_or_default()));
    let largest = Signal::derive(move || {
        let usage = usage.get();
        usage.this_period.max(usage.last_period)
    });
    let row = move |name: fn() -> String, amount: fn(UsageCompared) -> u64, against: bool| {
        let amount = Signal::derive(move || amount(usage.get()));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="overview-table__number">{move || format::amount(amount.get())}</td>
                <td class="overview-table__bar"><ShareBar value=amount largest/></td>
                <td>
                    {against.then(|| change(move || Some(Change::of(usage.get().this_period, amount.get()))))}
                </td>
            </tr>
        }
    };
    view! {
        <table class="overview-table usage-compared">
            <caption class="visually-hidden">{move || t!("overview-compared")}</caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{move || t!("overview-period")}</th>
                    <th scope="col">{move || t!("column-usage")}</th>
                    <td></td>
                    <th scope="col">{move || t!("overview-against-it")}</th>
                </tr>
            </thead>
            <tbody>
                {row(|| t!("overview-this-period"), |usage| usage.this_period, false)}
                {row(|| t!("overview-last-so-far"), |usage| usage.last_period_so_far, true)}
                {row(|| t!("overview-last-period"), |usage| usage.last_period, true)}
            </tbody>
        </table>
        <p class="overview__note">{move || t!("overview-where-used")}</p>
    }
}
