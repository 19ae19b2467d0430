//! "Suspend N SIMs", "Resume N SIMs": what happens, then go.

use crate::pages::sims::context::SimsPage;
use crate::pages::sims::preview::{Preparation, actions, hindrance, summary};
use crate::t;
use crate::ui::dialog::{Dialog, InitialFocus};
use contract::bulk::{Action, Target};
use leptos::prelude::*;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Suspend,
    Resume,
}

impl Change {
    fn action(self) -> Action {
        match self {
            Self::Suspend => Action::Suspend,
            Self::Resume => Action::Resume,
        }
    }
}

/// Opens the dialog for the selected SIMs.
pub fn open(page: SimsPage, change: Change) {
    let (target, count) = page.list.target();
    if count > 0 {
        page.dialogs.open(move |close| lifecycle(page, change, target, count, close).into_any());
    }
}

fn lifecycle(
    page: SimsPage,
    change: Change,
    target: Target,
    count: u64,
    close: Callback<()>,
) -> impl IntoView {
    let preparation = Preparation::new(page, target, count);
    preparation.ask(change.action());
    let title = Signal::derive(move || match change {
        Change::Suspend => t!("suspend-title", count = preparation.count()),
        Change::Resume => t!("resume-title", count = preparation.count()),
    });
    let start = Callback::new(move |()| {
        if untrack(|| hindrance(preparation)).is_none() {
            preparation.start(change.action(), close);
        }
    });
    let actions = move || {
        actions(preparation, close, move || match change {
            Change::Suspend => t!("act-suspend"),
            Change::Resume => t!("act-resume"),
        })
    };
    view! {
        <Dialog title=title on_close=close on_submit=start initial_focus=InitialFocus::FirstAction actions=actions>
            <p>{move || match change {
                Change::Suspend => t!("suspend-explained"),
                Change::Resume => t!("resume-explained"),
            }}</p>
            {summary(preparation, move |count| match change {
                Change::Suspend => t!("suspend-changing", count = count),
                Change::Resume => t!("resume-changing", count = count),
            })}
        </Dialog>
    }
}
