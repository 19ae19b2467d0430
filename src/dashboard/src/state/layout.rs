//! How the person arranged the list. The API keeps it, so that it is the same in every browser; this browser keeps a
//! copy, which is shown until the API has answered and lasts when it cannot be reached.

use super::columns::usual;
use super::scope::Scope;
use super::session::SessionState;
use super::settings;
use client::{Api, Error};
use domain::layout::{Density, ListLayout, ShownColumn};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long changes rest before they are stored: a drag makes many.
const REST: Duration = Duration::from_millis(600);

/// The layout, everywhere in the app.
#[derive(Clone, Copy)]
pub struct LayoutState {
    session: SessionState,
    scope: Scope,
    own: RwSignal<ListLayout>,
    /// The columns of a link, shown in place of the person's own until they change something.
    linked: RwSignal<Option<Vec<ShownColumn>>>,
    shown: Memo<ListLayout>,
    /// The person's own without what is being tried out.
    kept: StoredValue<ListLayout>,
    /// Why the last change is kept only here.
    failure: RwSignal<Option<Error>>,
    /// Whether the person has changed something that the API does not know yet.
    changed: StoredValue<bool>,
    resting: StoredValue<Option<TimeoutHandle>>,
    storing: StoredValue<bool>,
    /// Whether the app is seen as another account, where nobody's layout is read or kept.
    is_view: bool,
}

/// What this browser keeps.
#[derive(Serialize, Deserialize)]
struct Copy {
    layout: ListLayout,
    /// The API has it too.
    stored: bool,
}

/// What was shown at some time, to go back to.
#[derive(Clone, PartialEq)]
pub struct Before {
    own: ListLayout,
    linked: Option<Vec<ShownColumn>>,
}

/// Gives the layout to all below, to be called where somebody is signed in.
pub fn provide(session: SessionState) -> LayoutState {
    let is_view = session.view.with_untracked(Option::is_some);
    let copy = settings::kept(&name(session))
        .filter(|_| !is_view)
        .and_then(|text| serde_json::from_str::<Copy>(&text).ok())
        .filter(|copy| copy.layout.check().is_ok());
    let changed = copy.as_ref().is_some_and(|copy| !copy.stored);
    let layout = copy.map_or_else(usual, |copy| copy.layout);
    let (own, kept) = (RwSignal::new(layout.clone()), StoredValue::new(layout));
    let linked = RwSignal::new(None::<Vec<ShownColumn>>);
    let shown = Memo::new(move |_| {
        let own = own.get();
        match linked.get() {
            Some(columns) => ListLayout { columns, ..own },
            None => own,
        }
    });
    let layout = LayoutState {
        session,
        scope: Scope::new(),
        own,
        linked,
        shown,
        kept,
        failure: RwSignal::new(None),
        changed: StoredValue::new(changed),
        resting: StoredValue::new(None),
        storing: StoredValue::new(false),
        is_view,
    };
    Effect::new(move |_| settings::mark("data-density", layout.density().code()));
    if changed {
        layout.store_soon()
    } else if !is_view {
        layout.scope.spawn(layout.read())
    }
    provide_context(layout);
    layout
}

/// The layout.
pub fn use_layout() -> LayoutState {
    expect_context()
}

/// Whose copy it is: several people may use one browser.
fn name(session: SessionState) -> String {
    let user = session.phase.with_untracked(|phase| phase.user().map(|user| user.id));
    format!("simgrove.layout.{}", user.unwrap_or_default())
}

impl LayoutState {
    /// The layout to show.
    pub fn shown(self) -> Memo<ListLayout> {
        self.shown
    }

    pub fn density(self) -> Density {
        self.shown.with(|layout| layout.density)
    }

    /// Whether the columns are those of a link and not the person's own.
    pub fn is_linked(self) -> bool {
        self.linked.with(Option::is_some)
    }

    /// Why the last change is kept only in this browser.
    pub fn failure(self) -> Option<Error> {
        self.failure.get()
    }

    /// Shows the columns of a link without making them the person's own.
    pub fn follow_link(self, columns: Option<Vec<ShownColumn>>) {
        let own = self.own.with_untracked(|own| columns.as_ref() == Some(&own.columns));
        self.linked.set(columns.filter(|_| !own));
    }

    /// Changes what is shown, makes it the person's own, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut ListLayout)) {
        self.try_out(change);
        self.keep();
    }

    /// Changes what is shown without keeping it: to be followed by [`Self::keep`] or [`Self::restore`].
    pub fn try_out(self, change: impl FnOnce(&mut ListLayout)) {
        let mut layout = self.shown.get_untracked();
        change(&mut layout);
        self.linked.set(None);
        self.own.set(layout);
    }

    /// Changes how close rows stand without keeping it. The columns of a link stay a link's.
    pub fn set_density(self, density: Density) {
        self.own.update(|own| own.density = density);
    }

    /// What is shown now, to go back to.
    pub fn before(self) -> Before {
        Before { own: self.own.get_untracked(), linked: self.linked.get_untracked() }
    }

    pub fn restore(self, before: Before) {
        self.own.set(before.own);
        self.linked.set(before.linked);
    }

    /// Keeps what was tried out.
    pub fn keep(self) {
        self.kept.set_value(self.own.get_untracked());
        if self.is_view {
            return;
        }
        self.changed.set_value(true);
        self.keep_copy();
        self.store_soon();
    }

    /// Stores what could not be stored before.
    pub fn store_again(self) {
        self.scope.spawn(self.store());
    }

    fn keep_copy(self) {
        let copy = Copy { layout: self.kept.get_value(), stored: !self.changed.get_value() };
        if let Ok(text) = serde_json::to_string(&copy) {
            settings::keep(&name(self.session), &text);
        }
    }

    /// Asks the API once. A failure is not worth a message: the copy is shown, and the next change tells.
    async fn read(self) {
        let Ok(own) = self.session.call(|api| async move { api.list_layout().await }).await else { return };
        if self.changed.get_value() {
            return;
        }
        let own = own.filter(|layout| layout.check().is_ok()).unwrap_or_else(usual);
        let trying_out = self.own.get_untracked() != self.kept.get_value();
        self.kept.set_value(own.clone());
        self.keep_copy();
        if !trying_out {
            let linked = self.linked.get_untracked();
            self.own.set(own);
            self.follow_link(linked);
        }
    }

    fn store_soon(self) {
        if let Some(resting) = self.resting.get_value() {
            resting.clear();
        }
        let store = move || self.scope.spawn(self.store());
        self.resting.set_value(set_timeout_with_handle(store, REST).ok());
    }

    /// Stores one layout after the other, so that the last one is the one that lasts.
    async fn store(self) {
        if self.storing.try_update_value(|storing| std::mem::replace(storing, true)) != Some(false) {
            return;
        }
        let outcome = loop {
            let layout = &self.kept.get_value();
            let send = async |api: Api| {
                if *layout == usual() {
                    api.reset_list_layout().await
                } else {
                    api.set_list_layout(layout).await
                }
            };
            let outcome = self.session.call(send).await;
            if outcome.is_err() || self.kept.with_value(|kept| kept == layout) {
                break outcome;
            }
        };
        self.storing.set_value(false);
        if outcome.is_ok() {
            self.changed.set_value(false);
            self.keep_copy();
        }
        self.failure.set(outcome.err());
    }
}
