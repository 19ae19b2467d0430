//! The details of one SIM, beside the list and with an address of their own.

mod edit;
mod fields;
mod told;
mod usage;

use super::context::SimsPage;
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text;
use crate::ui::button::{Button, IconButton};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use crate::ui::status_chip::StatusChip;
use client::{Error, Tagged};
use domain::sim::{Sim, SimId};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of the open SIM.
#[derive(Clone, Debug)]
enum Loaded {
    Loading,
    Known(Arc<Tagged<Sim>>),
    Failed(Arc<Error>),
}

/// Everything the parts of the panel share.
#[derive(Clone, Copy)]
struct Details {
    page: SimsPage,
    id: SimId,
    loaded: RwSignal<Loaded>,
    scope: Scope,
    latest: Latest,
}

impl Details {
    fn load(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let answer = self.page.session.call(move |api| async move { api.sim(self.id).await }).await;
            if ticket.is_latest() {
                self.loaded.set(match answer {
                    Ok(sim) => Loaded::Known(Arc::new(sim)),
                    Err(error) => Loaded::Failed(Arc::new(error)),
                });
            }
        });
    }

    fn known(self) -> Option<Arc<Tagged<Sim>>> {
        self.loaded.with(|loaded| match loaded {
            Loaded::Known(sim) => Some(sim.clone()),
            Loaded::Loading | Loaded::Failed(_) => None,
        })
    }
}

pub fn details(page: SimsPage) -> impl IntoView {
    move || page.open.get().map(|id| panel(page, id).into_any())
}

fn panel(page: SimsPage, id: SimId) -> impl IntoView {
    let details = Details {
        page,
        id,
        loaded: RwSignal::new(Loaded::Loading),
        scope: Scope::new(),
        latest: Latest::new(),
    };
    // Reads the SIM again whenever the list has news of it: usage moves, another admin changes it.
    let news = Memo::new(move |_| {
        page.estate.with(|estate| {
            let row = estate.row(id)?;
            Some((
                estate.usage(row),
                estate.levels(row),
                estate.status(row),
                estate.account(row),
                estate.in_session(row),
            ))
        })
    });
    Effect::new(move |_| {
        news.track();
        details.load();
    });
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let close = Callback::new(move |()| page.open_sim(None));
    let iccid = move || {
        let listed = page.estate.with(|estate| estate.row(id).map(|row| estate.iccid(row).to_owned()));
        listed.or_else(|| details.known().map(|sim| sim.value.iccid.clone())).unwrap_or_default()
    };
    view! {
        <aside
            class="sim-details"
            aria-label=move || t!("sim-details")
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.default_prevented() {
                    close.run(());
                }
            }
        >
            <header class="sim-details__head">
                <div>
                    <h2 class="sim-details__title" tabindex="-1" node_ref=heading>{iccid}</h2>
                    {move || details.known().map(|sim| view! { <StatusChip status=sim.value.status/> })}
                </div>
                <IconButton label=Signal::derive(move || t!("close-details")) icon=IconName::Close on_press=close/>
            </header>
            {move || match details.loaded.get() {
                Loaded::Loading => view! { <Skeleton lines=8/> }.into_any(),
                Loaded::Failed(error) => view! {
                    <Notice kind=NoticeKind::Danger>
                        <p>{text::problem(&error)}</p>
                        <Button on_press=Callback::new(move |()| details.load())>{move || t!("app-retry")}</Button>
                    </Notice>
                }
                .into_any(),
                Loaded::Known(sim) => fields::fields(page, &sim.value).into_any(),
            }}
            {edit::levels(details)}
            {usage::latest(details)}
            {told::recipients(details)}
        </aside>
    }
}
