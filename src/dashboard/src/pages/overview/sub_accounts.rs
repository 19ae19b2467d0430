//! The sub-accounts beside each other: each row leads to the overview of its account.

use super::change::{Change, change};
use super::context::{OverviewPage, by_usage};
use crate::state::address::Query;
use crate::t;
use crate::text::format;
use crate::ui::bar::ShareBar;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, IconName};
use domain::account::AccountId;
use domain::filter::Filter;
use domain::filter::quick::QuickFilter;
use domain::overview::Tally;
use leptos::prelude::*;

/// As many rows are shown before all are asked for.
const FIRST: usize = 25;

/// By what they are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Name,
    Sims,
    Usage,
    Change,
    OverAlert,
    Blocked,
}

impl By {
    const ALL: [Self; 6] =
        [Self::Name, Self::Sims, Self::Usage, Self::Change, Self::OverAlert, Self::Blocked];

    fn heading(self) -> String {
        match self {
            Self::Name => t!("column-account"),
            Self::Sims => t!("sims"),
            Self::Usage => t!("column-usage"),
            Self::Change => t!("overview-against-last"),
            Self::OverAlert => t!("quick-over-alert"),
            Self::Blocked => t!("quick-blocked"),
        }
    }

    fn needs_caps(self) -> bool {
        matches!(self, Self::OverAlert | Self::Blocked)
    }
}

/// The table, and how it is ordered.
#[derive(Clone, Copy)]
struct Table {
    page: OverviewPage,
    by: RwSignal<(By, bool)>,
    all: RwSignal<bool>,
}

impl Table {
    fn tally<T: Default>(self, head: AccountId, read: impl Fn(&Tally) -> T) -> T {
        let part = self.page.overview.parts.with(|parts| parts.heads().iter().position(|&id| id == head));
        self.page
            .overview
            .counted
            .with(|all| part.and_then(|part| all.parts.get(part)).map(read).unwrap_or_default())
    }

    fn change(self, head: AccountId) -> Option<Change> {
        self.page.overview.usage_of(head).map(|usage| Change::of(usage.this_period, usage.last_period_so_far))
    }

    /// The question of the list of a row: for the first one that of the account alone.
    fn question(self, head: AccountId) -> Query {
        let own = self.page.overview.shown.get().is_some_and(|(id, _)| id == head);
        self.page.of(head, own)
    }

    /// The rows in order. As in the list of SIMs, the order stays while numbers change.
    fn order(self) -> Vec<AccountId> {
        let page = self.page;
        let mut heads = page.overview.parts.with(|parts| parts.heads().to_vec());
        let (by, descending) = self.by.get();
        page.overview.ready.track();
        let told = page.overview.usage();
        if by == By::Change {
            told.track();
        }
        let tree = page.accounts.tree().get_untracked();
        untrack(|| match by {
            By::Name => heads.sort_by_key(|&id| tree.name(id).to_lowercase()),
            By::Sims => heads.sort_by_key(|&id| self.tally(id, Tally::sims)),
            By::Usage => heads.sort_by_key(|&id| self.tally(id, |tally| tally.usage)),
            By::Change => heads.sort_by_key(|&id| self.change(id)),
            By::OverAlert => {
                heads.sort_by_key(|&id| self.tally(id, |tally| tally.of(QuickFilter::OverAlert)))
            }
            By::Blocked => heads.sort_by_key(|&id| self.tally(id, |tally| tally.of(QuickFilter::Blocked))),
        });
        if descending {
            heads.reverse();
        }
        heads
    }
}

pub fn sub_accounts(page: OverviewPage) -> impl IntoView {
    let table = Table { page, by: RwSignal::new((By::Usage, true)), all: RwSignal::new(false) };
    let several = Memo::new(move |_| page.overview.parts.with(|parts| parts.heads().len() > 1));
    move || several.get().then(|| view_of(table))
}

fn view_of(table: Table) -> impl IntoView {
    let page = table.page;
    let order = Memo::new(move |_| table.order());
    let has_caps = Memo::new(move |_| page.has_caps());
    let shown = move || {
        let most = if table.all.get() { usize::MAX } else { FIRST };
        order.with(|order| order.iter().copied().take(most).collect::<Vec<_>>())
    };
    let more = Memo::new(move |_| !table.all.get() && order.with(|order| order.len() > FIRST));
    let most_sims = Memo::new(move |_| most(page, Tally::sims));
    let most_usage = Memo::new(move |_| most(page, |tally| tally.usage));
    let headings = move || By::ALL.into_iter().filter(move |by| has_caps.get() || !by.needs_caps());
    view! {
        <section class="overview__card overview__part" aria-labelledby="overview-sub-accounts">
            <h2 id="overview-sub-accounts" class="overview__part-title">{move || t!("overview-sub-accounts")}</h2>
            <div class="overview__scroll" role="group" aria-labelledby="overview-sub-accounts" tabindex="0">
                <table class="overview-table sub-accounts" aria-labelledby="overview-sub-accounts">
                    <thead>
                        <tr>
                            <For each=headings key=|by| *by as u8 children=move |by| heading(table, by)/>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=shown key=|id| *id children=move |id| row(table, id, has_caps, most_sims, most_usage)/>
                    </tbody>
                </table>
            </div>
            <Show when=move || more.get()>
                <Button on_press=Callback::new(move |()| table.all.set(true))>
                    {move || t!("overview-show-all", count = order.with(Vec::len) as u64)}
                </Button>
            </Show>
        </section>
    }
}

fn most(page: OverviewPage, read: fn(&Tally) -> u64) -> u64 {
    page.overview.counted.with(|all| all.parts.iter().map(read).max().unwrap_or(0))
}

/// A heading that orders the rows: names from A on, numbers from the largest on, and the other way round when pressed again.
fn heading(table: Table, by: By) -> impl IntoView {
    let direction = move || match table.by.get() {
        (chosen, _) if chosen != by => None,
        (_, true) => Some("descending"),
        (_, false) => Some("ascending"),
    };
    let press = move |_| {
        table.by.update(|order| {
            *order = if order.0 == by { (by, !order.1) } else { (by, by != By::Name) };
        });
    };
    view! {
        <th scope="col" class:overview-table__number=by != By::Name aria-sort=direction>
            <button type="button" class="overview-table__sort" on:click=press>
                <span>{move || by.heading()}</span>
                {move || {
                    direction()
                        .map(|direction| {
                            let name = if direction == "descending" { IconName::ArrowDown } else { IconName::ArrowUp };
                            view! { <Icon name/> }
                        })
                }}
            </button>
        </th>
    }
}

fn row(
    table: Table,
    head: AccountId,
    has_caps: Memo<bool>,
    most_sims: Memo<u64>,
    most_usage: Memo<u64>,
) -> impl IntoView {
    let page = table.page;
    let is_own = Memo::new(move |_| page.overview.shown.get().is_some_and(|(id, _)| id == head));
    let tree = page.accounts.tree();
    let name = move || {
        let name = tree.with(|tree| tree.name(head).to_owned());
        if is_own.get() { t!("overview-account-itself", name = name) } else { name }
    };
    let sims = Signal::derive(move || table.tally(head, Tally::sims));
    let usage = Signal::derive(move || table.tally(head, |tally| tally.usage));
    let list = move |filter: Filter| Query { filter, ..table.question(head) }.list_href();
    let quick = move |quick: QuickFilter| {
        let count = Memo::new(move |_| table.tally(head, |tally| tally.of(quick)));
        move || {
            has_caps.get().then(|| {
                view! {
                    <td class="overview-table__number" class:is-none=move || count.get() == 0>
                        <a href=move || list(quick.filter())>{move || format::count(count.get())}</a>
                    </td>
                }
            })
        }
    };
    view! {
        <tr>
            <th scope="row"><a href=move || table.question(head).overview_href()>{name}</a></th>
            <td class="overview-table__number" class:is-none=move || sims.get() == 0>
                <a href=move || list(Filter::default())>{move || format::count(sims.get())}</a>
                <ShareBar value=sims largest=most_sims/>
            </td>
            <td class="overview-table__number" class:is-none=move || usage.get() == 0>
                <a href=move || Query { sort: by_usage(), ..table.question(head) }.list_href()>
                    {move || format::amount(usage.get())}
                </a>
                <ShareBar value=usage largest=most_usage/>
            </td>
            <td class="overview-table__number">{change(move || table.change(head))}</td>
            {quick(QuickFilter::OverAlert)}
            {quick(QuickFilter::Blocked)}
        </tr>
    }
}
