//! The details of one SIM: in a panel beside the list, and as a page in its place. Both have addresses of their own.

mod copy;
mod edit;
mod fields;
mod labels;
mod lift;
mod neighbours;
mod page;
mod panel;
mod sessions;
mod tests;
mod texts;
mod told;
mod usage;

pub use page::SESSIONS as FIRST_TAB;
pub use tests::ask_for;

use super::context::SimsPage;
use crate::state::scope::{Latest, Scope};
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::{Error, Tagged};
use contract::problem::ProblemCode;
use domain::sim::{Sim, SimId};
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of the open SIM.
#[derive(Clone, Debug)]
enum Loaded {
    Loading,
    Known(Arc<Tagged<Sim>>),
    /// It is not there, or no longer in the person's part of the tree.
    Gone,
    Failed(Arc<Error>),
}

/// Everything the parts of the details share.
#[derive(Clone, Copy)]
struct Details {
    page: SimsPage,
    id: SimId,
    loaded: RwSignal<Loaded>,
    scope: Scope,
    latest: Latest,
}

impl Details {
    /// To be called where the details are shown: they are read, and again whenever the list has news of the SIM, because
    /// usage moves and others change it.
    fn new(page: SimsPage, id: SimId) -> Self {
        let details = Self {
            page,
            id,
            loaded: RwSignal::new(Loaded::Loading),
            scope: Scope::new(),
            latest: Latest::new(),
        };
        let news = Memo::new(move |_| {
            page.estate.with(|estate| {
                let row = estate.row(id)?;
                Some((
                    estate.usage(row),
                    estate.levels(row),
                    estate.status(row),
                    estate.account(row),
                    estate.in_session(row),
                    [estate.label(row), estate.note(row), estate.category(row)].map(str::to_owned),
                    estate.tags(row).map(str::to_owned).collect::<Vec<_>>(),
                ))
            })
        });
        Effect::new(move |_| {
            // Read, not only tracked: a memo that nobody reads never learns that there is news.
            news.with(|_| ());
            details.load();
        });
        details
    }

    fn load(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let answer = self.page.session.call(move |api| async move { api.sim(self.id).await }).await;
            if !ticket.is_latest() {
                return;
            }
            match answer {
                Ok(sim) => self.loaded.set(Loaded::Known(Arc::new(sim))),
                Err(error) if error.code() == Some(ProblemCode::NotFound) => self.loaded.set(Loaded::Gone),
                // What is known stays in sight: the next news of the SIM brings it up to date.
                Err(error) if untrack(|| self.known()).is_some() => {
                    leptos::logging::warn!("the SIM could not be read again: {error}");
                }
                Err(error) => self.loaded.set(Loaded::Failed(Arc::new(error))),
            }
        });
    }

    fn known(self) -> Option<Arc<Tagged<Sim>>> {
        self.loaded.with(|loaded| match loaded {
            Loaded::Known(sim) => Some(sim.clone()),
            Loaded::Loading | Loaded::Gone | Loaded::Failed(_) => None,
        })
    }

    /// Something of the SIM; none until it is known.
    fn of<T>(self, read: impl FnOnce(&Sim) -> T) -> Option<T> {
        self.known().map(|sim| read(&sim.value))
    }

    /// Its ICCID, which the list knows before the details are read.
    fn iccid(self) -> String {
        let listed =
            self.page.estate.with(|estate| estate.row(self.id).map(|row| estate.iccid(row).to_string()));
        listed.or_else(|| self.of(|sim| sim.iccid.clone())).unwrap_or_default()
    }

    /// The content as soon as the SIM is known; until then that it is being read, and why it cannot be.
    fn once_known(self, content: impl Fn() -> AnyView + Send + Sync + 'static) -> impl IntoView {
        let is_known = Memo::new(move |_| self.known().is_some());
        let trouble = move || match self.loaded.get() {
            Loaded::Known(_) => ().into_any(),
            Loaded::Loading => view! { <Skeleton lines=8/> }.into_any(),
            Loaded::Gone => {
                view! { <Empty icon=IconName::Sim text=Signal::derive(|| t!("sim-gone"))/> }.into_any()
            }
            Loaded::Failed(error) => view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| self.load())>{move || t!("app-retry")}</Button>
                </Notice>
            }
            .into_any(),
        };
        view! {
            {trouble}
            {move || is_known.get().then(&content)}
        }
    }
}

/// What is open: nothing, the panel, or the page.
pub fn details(page: SimsPage) -> impl IntoView {
    let whole = Memo::new(move |_| page.whole.get() && page.open.with(Option::is_some));
    Effect::new(move |before: Option<bool>| {
        let now = whole.get();
        if before == Some(true) && !now && page.open.with_untracked(Option::is_none) {
            // In the next frame the list can take the focus again.
            request_animation_frame(move || page.focus_grid.notify());
        }
        now
    });
    move || match whole.get() {
        true => page::page(page).into_any(),
        false => (move || page.open.get().map(|id| panel::panel(page, id).into_any())).into_any(),
    }
}
