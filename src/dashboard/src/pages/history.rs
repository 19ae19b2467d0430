//! What happened: the history of SIMs and the audit log, for those who may see what others did.

mod address;
pub mod entries;
mod export;
mod filters;
mod people;
mod words;

use crate::pages::title;
use crate::state::accounts::use_accounts;
use crate::state::history::{HistoryFilter, HistoryState, Source, Who};
use crate::state::session::use_session;
use crate::t;
use crate::text::format;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::tabs::{Tab, Tabs};
use address::Address;
use client::TimelineQuery;
use domain::audit::{AuditAction, AuditGroup};
use domain::history::{Cause, SimField};
use domain::permission::Permission;
use leptos::prelude::*;
use people::People;

/// The tabs by their codes in the address, the first of which is open when it names none.
const SIMS: &str = "sims";
const AUDIT: &str = "audit";

/// The page, for those who may see what others did.
#[component]
pub fn HistoryPage() -> impl IntoView {
    title::name(|| t!("history-title"));
    let session = use_session();
    let sees = Memo::new(move |_| session.may(Permission::SeeAuditLog));
    let address = Address::of_page();
    move || match sees.get() {
        true => history(address).into_any(),
        false => {
            view! { <Empty icon=IconName::History text=Signal::derive(move || t!("history-not-allowed")) /> }
                .into_any()
        }
    }
}

fn history(address: Address) -> impl IntoView {
    use_accounts().read();
    let people = People::new(use_session());
    people.read();
    let tabs = vec![
        Tab { code: SIMS, label: Signal::derive(move || t!("history-sims")) },
        Tab { code: AUDIT, label: Signal::derive(move || t!("history-audit")) },
    ];
    let tab = Signal::derive(move || if address.tab.with(|tab| tab == AUDIT) { AUDIT } else { SIMS });
    view! {
        <section class="history-page" aria-labelledby="history-title">
            <h1 id="history-title" class="history-page__title" tabindex="-1">
                {move || t!("history-title")}
            </h1>
            <Tabs
                label=move || t!("history-title")
                tabs=tabs
                chosen=tab
                on_choose=move |code: &'static str| address.open_tab(code)
                panel=move |code| panel(address, people, code).into_any()
            />
        </section>
    }
}

fn panel(address: Address, people: People, code: &'static str) -> impl IntoView {
    let source = if code == AUDIT { Source::Audit } else { Source::Estate };
    let state = HistoryState::new(use_session(), source);
    let faults = Memo::new(move |_| address.filter.with(HistoryFilter::faults));
    let wrong = Memo::new(move |_| faults.get().any());
    let everything = Signal::derive(move || address.filter.with(HistoryFilter::is_empty));
    Effect::new(move |_| {
        if !wrong.get() {
            state.ask(address.filter.with(|filter| query(filter, source)));
        }
    });
    let label = Signal::derive(move || match source {
        Source::Audit => t!("history-audit"),
        Source::Sim(_) | Source::Estate => t!("history-sims"),
    });
    let correct = Signal::derive(move || t!("history-wrong-filter"));
    view! {
        {filters::filters(address, people, state)}
        {move || match wrong.get() {
            true => view! { <Empty icon=IconName::Filter text=correct /> }.into_any(),
            false => entries::entries(state, label, everything).into_any(),
        }}
    }
}

/// What the API is asked for.
fn query(filter: &HistoryFilter, source: Source) -> TimelineQuery {
    let (user, token) = match filter.who {
        Some(Who::User(id)) => (Some(id), None),
        Some(Who::Token(id)) => (None, Some(id)),
        None => (None, None),
    };
    let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
    let rest = match source {
        Source::Audit => [
            ("group", code(filter.group.map(AuditGroup::code))),
            ("action", code(filter.action.map(AuditAction::code))),
            ("q", filter.text.trim().to_owned()),
        ],
        Source::Sim(_) | Source::Estate => [
            ("cause", code(filter.cause.map(Cause::code))),
            ("field", code(filter.field.map(SimField::code))),
            ("iccid", filter.iccid()),
        ],
    };
    TimelineQuery {
        account: filter.account,
        user,
        token,
        from: format::start_of_day(&filter.from),
        to: format::end_of_day(&filter.to),
        rest: rest.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
    }
}
