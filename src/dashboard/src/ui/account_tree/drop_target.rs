//! Accepts SIMs dragged from the grid onto an account.

use super::events::account_of;
use super::state::TreeState;
use crate::behaviour::drag::carries_sims;
use domain::account::AccountId;
use leptos::ev::DragEvent;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Node;

/// Resting on a closed account this long opens it.
const OPENS_AFTER: Duration = Duration::from_millis(700);

#[derive(Clone, Copy)]
pub struct DropTarget {
    state: TreeState,
    on_drop: Option<Callback<AccountId>>,
    pub over: ReadSignal<Option<AccountId>>,
    set_over: WriteSignal<Option<AccountId>>,
}

impl DropTarget {
    pub fn new(state: TreeState, on_drop: Option<Callback<AccountId>>) -> Self {
        let (over, set_over) = signal(None);
        let target = Self { state, on_drop, over, set_over };
        target.open_where_it_rests();
        target
    }

    pub fn over(self, event: &DragEvent) {
        if self.on_drop.is_none() || !carries_sims(event) {
            return;
        }
        let id = account_of(event);
        if id.is_some() {
            // Prevented means: may be dropped here.
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                data.set_drop_effect("move");
            }
        }
        self.point_at(id);
    }

    pub fn leave(self, event: &DragEvent) {
        let tree = event.current_target().and_then(|tree| tree.dyn_into::<Node>().ok());
        let goes_to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        if !tree.is_some_and(|tree| goes_to.is_some() && tree.contains(goes_to.as_ref())) {
            self.point_at(None);
        }
    }

    pub fn dropped(self, event: &DragEvent) {
        self.point_at(None);
        if let (Some(on_drop), Some(id), true) = (self.on_drop, account_of(event), carries_sims(event)) {
            event.prevent_default();
            on_drop.run(id);
        }
    }

    /// Marks the account that what is dragged would fall on.
    pub fn point_at(self, id: Option<AccountId>) {
        if self.over.get_untracked() != id {
            self.set_over.set(id);
        }
    }

    fn open_where_it_rests(self) {
        let timer = StoredValue::new_local(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(timer) = timer.try_update_value(Option::take).flatten() {
                timer.clear();
            }
        };
        Effect::new(move |_| {
            stop();
            let Some(id) = self.over.get() else { return };
            let open = move || self.state.expand(id);
            timer.set_value(set_timeout_with_handle(open, OPENS_AFTER).ok());
        });
        on_cleanup(stop);
    }
}
