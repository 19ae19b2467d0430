//! In place of the list: everything about one SIM, and the way to those before and after it in the list.

use super::neighbours::{self, Neighbours};
use super::{Details, edit, fields, labels, sessions, tests, texts, told, usage};
use crate::pages::history::entries::sim_history;
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::icon::IconName;
use crate::ui::status_chip::StatusChip;
use crate::ui::tabs::{Tab, Tabs};
use domain::sim::SimId;
use leptos::html;
use leptos::prelude::*;

pub const SESSIONS: &str = "sessions";
pub const TESTS: &str = "tests";
const HISTORY: &str = "history";

/// The page, for as long as one SIM or another is on it.
pub fn page(page: SimsPage) -> impl IntoView {
    let neighbours = Neighbours::of(page);
    let back = Callback::new(move |()| page.open_sim(None));
    let way = NodeRef::<html::Div>::new();
    view! {
        <section
            class="sim-page"
            aria-label=move || t!("sim-details")
            on:keydown=move |event| neighbours.key(&event)
        >
            <div class="sim-page__way" node_ref=way>
                <Button variant=ButtonVariant::Bare icon=IconName::Undo on_press=back>
                    {move || t!("back-to-list")}
                </Button>
                {neighbours::buttons(neighbours)}
            </div>
            {move || page.open.get().map(|id| sim(page, id, way).into_any())}
        </section>
    }
}

fn sim(page: SimsPage, id: SimId, way: NodeRef<html::Div>) -> impl IntoView {
    let details = Details::new(page, id);
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        // Whoever goes on with the buttons of the way stays on them; what else had the focus went with the SIM before.
        let stays =
            way.get_untracked().is_some_and(|way| way.contains(document().active_element().as_deref()));
        if let Some(heading) = heading.get()
            && !stays
        {
            let _ = heading.focus();
        }
    });
    let status = Memo::new(move |_| details.of(|sim| sim.status));
    let label = Memo::new(move |_| details.of(|sim| sim.label.clone()).unwrap_or_default());
    view! {
        <header class="sim-page__head">
            <h1 class="sim-page__title" tabindex="-1" node_ref=heading>{move || details.iccid()}</h1>
            {move || status.get().map(|status| view! { <StatusChip status/> })}
            <p class="sim-page__label">{move || label.get()}</p>
        </header>
        {details.once_known(move || content(details).into_any())}
    }
}

fn content(details: Details) -> impl IntoView {
    let tab = |code, label: fn() -> String| Tab { code, label: Signal::derive(label) };
    let tabs = vec![
        tab(SESSIONS, || t!("sessions")),
        tab(TESTS, || t!("sim-tests")),
        tab(HISTORY, || t!("history-title")),
    ];
    let chosen = details.page.details_tab;
    view! {
        <div class="sim-page__body">
            <div class="sim-page__main">
                {usage::usage(details)}
                <div class="sim-page__card sim-page__tabs">
                    <Tabs
                        label=Signal::derive(|| t!("sim-details"))
                        tabs
                        chosen
                        on_choose=Callback::new(move |code: &'static str| chosen.set(code))
                        panel=move |code| match code {
                            TESTS => tests::tests(details).into_any(),
                            HISTORY => sim_history(details.id),
                            _ => sessions::sessions(details).into_any(),
                        }
                    />
                </div>
            </div>
            <div class="sim-page__side">
                <div class="sim-page__card">
                    {fields::usage_bar(details)}
                    {edit::levels(details)}
                </div>
                <div class="sim-page__card">{texts::texts(details)}</div>
                <div class="sim-page__card">{labels::labels(details)}</div>
                <div class="sim-page__card">{fields::fields(details)}</div>
                {told::recipients(details)}
            </div>
        </div>
    }
}
