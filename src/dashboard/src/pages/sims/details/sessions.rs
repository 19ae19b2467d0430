//! The data sessions of the SIM, latest first; one that is running is said to be.

use super::Details;
use crate::state::scope::Latest;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::activity::SimSession;
use domain::time::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// Sessions read at a time.
const PAGE: u32 = 20;

/// What is known of the sessions.
#[derive(Clone, Copy)]
struct Sessions {
    details: Details,
    known: RwSignal<Option<Arc<Vec<SimSession>>>>,
    /// Where those begin that are not read yet.
    cursor: RwSignal<Option<String>>,
    error: RwSignal<Option<Arc<Error>>>,
    busy: RwSignal<bool>,
    latest: Latest,
}

impl Sessions {
    /// Reads the latest ones; those behind them that were read before stay.
    fn read(self) {
        let ticket = self.latest.ticket();
        self.details.scope.spawn(async move {
            let answer = self.ask(None).await;
            if !ticket.is_latest() {
                return;
            }
            self.error.set(answer.as_ref().err().cloned().map(Arc::new));
            let Ok(page) = answer else { return };
            let oldest = page.items.last().map(|session| session.began_at);
            let before = self.known.get_untracked().unwrap_or_default();
            let behind: Vec<_> =
                before.iter().filter(|session| Some(session.began_at) < oldest).copied().collect();
            if behind.is_empty() {
                self.cursor.set(page.next_cursor);
            }
            self.known.set(Some(Arc::new([page.items, behind].concat())));
        });
    }

    fn read_more(self) {
        let cursor = self.cursor.get_untracked();
        if self.busy.get_untracked() || cursor.is_none() {
            return;
        }
        self.busy.set(true);
        self.details.scope.spawn(async move {
            let answer = self.ask(cursor).await;
            self.busy.set(false);
            self.error.set(answer.as_ref().err().cloned().map(Arc::new));
            if let Ok(page) = answer {
                self.cursor.set(page.next_cursor);
                let before = self.known.get_untracked().unwrap_or_default();
                self.known.set(Some(Arc::new([before.to_vec(), page.items].concat())));
            }
        });
    }

    async fn ask(self, cursor: Option<String>) -> Result<contract::activity::SessionPage, Error> {
        let id = self.details.id;
        let ask = |api: client::Api| {
            let cursor = cursor.clone();
            async move { api.sim_sessions(id, cursor.as_deref(), PAGE).await }
        };
        self.details.page.session.call(ask).await
    }
}

pub fn sessions(details: Details) -> impl IntoView {
    let sessions = Sessions {
        details,
        known: RwSignal::new(None),
        cursor: RwSignal::new(None),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
        latest: Latest::new(),
    };
    // Again when one begins, ends, or carries data.
    let news = Memo::new(move |_| details.of(|sim| (sim.in_session, sim.usage_bytes)));
    Effect::new(move |_| {
        if news.get().is_some() {
            sessions.read();
        }
    });
    let loading = move || sessions.known.with(Option::is_none) && sessions.error.with(Option::is_none);
    view! {
        <div class="sim-page__panel">
            {move || loading().then(|| view! { <Skeleton lines=5/> })}
            {move || sessions.error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("sessions-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| sessions.read())>{move || t!("app-retry")}</Button>
                </Notice>
            })}
            {move || sessions.known.get().map(|known| match known.is_empty() {
                true => view! { <p class="sim-page__none">{t!("sessions-none")}</p> }.into_any(),
                false => table(&known).into_any(),
            })}
            {move || sessions.cursor.with(Option::is_some).then(|| view! {
                <Button busy=sessions.busy on_press=Callback::new(move |()| sessions.read_more())>
                    {move || t!("sessions-more")}
                </Button>
            })}
        </div>
    }
}

fn table(known: &[SimSession]) -> impl IntoView + use<> {
    let row = |session: &SimSession| {
        let SimSession { began_at, ended_at, bytes, ip_address } = *session;
        let ended = match ended_at {
            Some(ended_at) => {
                view! { <td data-label=t!("session-ended")>{format::time(ended_at)}</td> }.into_any()
            }
            None => {
                view! { <td><span class="sim-page__running">{t!("in-session-now")}</span></td> }.into_any()
            }
        };
        view! {
            <tr>
                <th scope="row">{format::time(began_at)}</th>
                {ended}
                <td data-label=t!("session-duration")>{duration(began_at, ended_at.unwrap_or_else(format::now))}</td>
                <td class="chart__number" data-label=t!("usage-used")>{format::amount(bytes)}</td>
                <td class="chart__number">{ip_address.map(|ip| ip.to_string())}</td>
            </tr>
        }
    };
    view! {
        <table class="sim-page__table" aria-label=t!("sessions")>
            <thead>
                <tr>
                    <th scope="col">{t!("session-began")}</th>
                    <th scope="col">{t!("session-ended")}</th>
                    <th scope="col">{t!("session-duration")}</th>
                    <th scope="col" class="chart__number">{t!("usage-used")}</th>
                    <th scope="col" class="chart__number">{t!("session-ip")}</th>
                </tr>
            </thead>
            <tbody>{known.iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn duration(from: Timestamp, to: Timestamp) -> String {
    let seconds = to.unix().saturating_sub(from.unix());
    match seconds {
        ..60 => t!("duration-seconds", seconds = seconds),
        60..3_600 => t!("duration-minutes", minutes = seconds / 60),
        _ => t!("duration-hours", hours = seconds / 3_600, minutes = seconds / 60 % 60),
    }
}
