//! Scrolling sideways, during which some columns stay in view.
//!
//! Their cells are sticky only while the grid moves sideways, and otherwise stand where they would stick: browsers make a
//! layer of each sticky cell, and putting the layers of a hundred of them in order takes longer than a frame, in every frame
//! in which the grid moves at all.

use super::{Grid, columns};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use std::time::Duration;

/// So long after it moved last the grid rests.
const REST: Duration = Duration::from_millis(150);

#[derive(Clone, Copy)]
pub struct Sideways {
    /// How far it was scrolled when it came to rest last, in CSS pixels.
    at: RwSignal<f64>,
    moves: RwSignal<bool>,
    rest: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Sideways {
    pub fn new() -> Self {
        let it =
            Self { at: RwSignal::new(0.0), moves: RwSignal::new(false), rest: StoredValue::new_local(None) };
        on_cleanup(move || it.wait_no_longer());
        it
    }

    pub fn moves(self) -> bool {
        self.moves.get()
    }

    pub fn at(self) -> f64 {
        self.at.get()
    }

    /// The grid is scrolled this far now.
    pub fn scrolled(self, to: f64) {
        if to == self.at.get_untracked() && !self.moves.get_untracked() {
            return;
        }
        self.moves.maybe_update(|moves| !std::mem::replace(moves, true));
        self.wait_no_longer();
        let rest = move || {
            self.at.set(to);
            self.moves.set(false);
        };
        self.rest.set_value(set_timeout_with_handle(rest, REST).ok());
    }

    fn wait_no_longer(self) {
        if let Some(rest) = self.rest.try_update_value(Option::take).flatten() {
            rest.clear();
        }
    }
}

/// How far the grid can be scrolled sideways.
pub fn most(grid: Grid) -> f64 {
    (columns::least_width(grid) - grid.measures.with(|measures| measures.width)).max(0.0)
}
