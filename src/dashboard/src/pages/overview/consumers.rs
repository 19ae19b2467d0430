//! The SIMs that use most: in bytes, and of their cap.

use super::context::{OverviewPage, by_usage};
use crate::state::address::Query;
use crate::t;
use crate::text::format;
use crate::ui::bar::ShareBar;
use domain::estate::Estate;
use domain::filter::evaluate::amount;
use domain::filter::{AmountField, Filter, NumberTest};
use domain::overview::{MOST, Overview};
use domain::sim::SimId;
use leptos::prelude::*;

/// One of them.
#[derive(Clone, Debug, PartialEq)]
struct Consumer {
    id: SimId,
    iccid: String,
    label: String,
    account: String,
    usage: u64,
    /// Bytes.
    cap: Option<u64>,
    /// Whole percent of the cap.
    share: Option<u64>,
}

/// By what they are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Usage,
    Cap,
}

pub fn consumers(page: OverviewPage) -> impl IntoView {
    let has_caps = Memo::new(move |_| page.has_caps());
    view! {
        {table(page, By::Usage)}
        {move || has_caps.get().then(|| table(page, By::Cap))}
    }
}

fn table(page: OverviewPage, by: By) -> impl IntoView {
    let all = Memo::new(move |_| {
        let rows = page.overview.counted.with(|all| by.rows(all).to_vec());
        let tree = page.accounts.tree();
        page.estate.peek(|estate| {
            tree.with(|tree| {
                let of = |row: &u32| consumer(estate, *row, tree.name(estate.account(*row)));
                rows.iter().filter_map(of).collect::<Vec<_>>()
            })
        })
    });
    let largest = Signal::derive(move || all.with(|all| all.first().map_or(0, |first| first.usage)));
    let list = move || match by {
        By::Usage => Query { sort: by_usage(), ..Query::default() },
        By::Cap => {
            let least = all.with(|all| all.last().and_then(|last| last.share)).unwrap_or(0);
            let test = NumberTest::AtLeast(least);
            let filter = Filter::Amount { field: AmountField::CapUsed, test };
            Query { filter, sort: by_usage(), ..Query::default() }
        }
    };
    let (id, title): (&str, fn() -> String) = match by {
        By::Usage => ("overview-most-used", || t!("overview-most-used")),
        By::Cap => ("overview-nearest-cap", || t!("overview-nearest-cap")),
    };
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    view! {
        <section class="overview__card overview__part" aria-labelledby=id>
            <div class="overview__part-head">
                <h2 id=id class="overview__part-title">{title}</h2>
                <a href=move || page.list(list()).list_href() hidden=move || none.get()>
                    {move || t!("overview-show-list")}
                    <span class="visually-hidden">{move || format!(": {}", title())}</span>
                </a>
            </div>
            <p class="overview__note" hidden=move || !none.get()>{move || t!("overview-nothing-used")}</p>
            <table class="overview-table consumers" class:consumers--of-cap=by == By::Cap aria-labelledby=id hidden=move || none.get()>
                <thead>
                    <tr>
                        <th scope="col">"SIM"</th>
                        <th scope="col" class="consumers__account">{move || t!("column-account")}</th>
                        <th scope="col" class="overview-table__number">{move || by.heading()}</th>
                        {(by == By::Usage).then(|| view! { <td></td> })}
                    </tr>
                </thead>
                <tbody>
                    // The places stay when others take them, and the focus with them.
                    {(0..MOST)
                        .map(|place| {
                            let consumer = Memo::new(move |_| all.with(|all| all.get(place).cloned()));
                            row(page, by, consumer, largest)
                        })
                        .collect_view()}
                </tbody>
            </table>
        </section>
    }
}

fn row(page: OverviewPage, by: By, consumer: Memo<Option<Consumer>>, largest: Signal<u64>) -> impl IntoView {
    let of = move |part: fn(&Consumer) -> String| {
        move || consumer.with(|consumer| consumer.as_ref().map(part).unwrap_or_default())
    };
    let href = move || {
        let list = page.list(Query { sort: by_usage(), ..Query::default() });
        consumer.with(|consumer| consumer.as_ref().map(|consumer| list.sim_href(consumer.id)))
    };
    let size = Signal::derive(move || {
        consumer.with(|consumer| consumer.as_ref().map_or(0, |consumer| consumer.usage))
    });
    view! {
        <tr hidden=move || consumer.with(Option::is_none)>
            <th scope="row" class="consumers__sim">
                <a href=href>{of(|sim| if sim.label.is_empty() { sim.iccid.clone() } else { sim.label.clone() })}</a>
            </th>
            <td class="consumers__account">{of(|sim| sim.account.clone())}</td>
            <td class="overview-table__number">
                {move || consumer.with(|consumer| consumer.as_ref().map(|consumer| by.words(consumer)))}
            </td>
            {(by == By::Usage).then(|| view! { <td class="overview-table__bar"><ShareBar value=size largest/></td> })}
        </tr>
    }
}

fn consumer(estate: &Estate, row: u32, account: &str) -> Option<Consumer> {
    let (usage, cap) = (estate.usage(row), estate.levels(row).cap);
    Some(Consumer {
        id: estate.id(row)?,
        iccid: estate.iccid(row).to_string(),
        label: estate.label(row).to_owned(),
        account: account.to_owned(),
        usage,
        cap,
        share: amount(AmountField::CapUsed, usage, cap, None),
    })
}

impl By {
    fn rows(self, overview: &Overview) -> &[u32] {
        match self {
            Self::Usage => &overview.most_used,
            Self::Cap => &overview.nearest_cap,
        }
    }

    fn heading(self) -> String {
        match self {
            Self::Usage => t!("column-usage"),
            Self::Cap => t!("overview-of-cap"),
        }
    }

    fn words(self, consumer: &Consumer) -> String {
        let used = format::amount(consumer.usage);
        match (self, consumer.share, consumer.cap) {
            (Self::Cap, Some(share), Some(cap)) => t!(
                "overview-share-of-cap",
                share = format::percent(share),
                used = used,
                cap = format::amount(cap)
            ),
            _ => used,
        }
    }
}
