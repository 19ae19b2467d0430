//! The SIMs before and after the open one in the list, in its filter and its order.

use crate::behaviour::grid_keys::Chord;
use crate::behaviour::list_place::{KEYS, Place, Way, place};
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use domain::sim::SimId;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The way through the list.
#[derive(Clone, Copy)]
pub struct Neighbours {
    page: SimsPage,
    place: Memo<Place>,
}

impl Neighbours {
    pub fn of(page: SimsPage) -> Self {
        let view = page.list.view();
        let here = Memo::new(move |before: Option<&Place>| {
            let last = before.and_then(|place| place.at);
            let row = page.estate.with(|estate| page.open.get().and_then(|id| estate.row(id)));
            view.with(|view| place(&view.rows, row, last))
        });
        Self { page, place: here }
    }

    fn id(self, way: Way) -> Option<SimId> {
        let row = self.place.with(|place| match way {
            Way::Previous => place.previous,
            Way::Next => place.next,
        })?;
        self.page.estate.peek(|estate| estate.id(row))
    }

    fn go(self, way: Way) {
        if let Some(id) = untrack(|| self.id(way)) {
            self.page.open.set(Some(id));
            let iccid =
                self.page.estate.peek(|estate| estate.row(id).map(|row| estate.iccid(row).to_string()));
            let place = untrack(|| self.words());
            self.page.live.say([iccid, place].into_iter().flatten().collect::<Vec<_>>().join(", "));
        }
    }

    /// The keys that go through the list from anywhere on the page, but not while something is typed.
    pub fn key(self, event: &KeyboardEvent) {
        let key = event.key();
        let modifier = event.ctrl_key() || event.meta_key();
        let chord = Chord { key: &key, modifier, shift: event.shift_key(), alt: event.alt_key() };
        let Some(&(_, way)) = KEYS.iter().find(|(known, _)| *known == chord) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let types = target.is_some_and(|target| {
            target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select").unwrap_or(false)
        });
        if !types {
            event.prevent_default();
            self.go(way);
        }
    }

    /// Where in the list the SIM is.
    fn words(self) -> Option<String> {
        self.place.with(|place| {
            let at = place.at.filter(|_| place.is_listed)?;
            Some(t!("sim-of-list", number = at as u64 + 1, count = place.count as u64))
        })
    }
}

/// "3 of 128", and the two buttons.
pub fn buttons(neighbours: Neighbours) -> impl IntoView {
    view! {
        <p class="sim-page__place">
            {move || neighbours.words().unwrap_or_else(|| t!("sim-not-in-list"))}
        </p>
        {button(neighbours, Way::Previous)}
        {button(neighbours, Way::Next)}
    }
}

fn button(neighbours: Neighbours, way: Way) -> impl IntoView {
    let (icon, keys) = match way {
        Way::Previous => (IconName::ArrowUp, "Alt+ArrowUp"),
        Way::Next => (IconName::ArrowDown, "Alt+ArrowDown"),
    };
    let label = move || match way {
        Way::Previous => t!("previous-sim"),
        Way::Next => t!("next-sim"),
    };
    let title = move || match way {
        Way::Previous => t!("previous-sim-keys"),
        Way::Next => t!("next-sim-keys"),
    };
    let is_last = move || neighbours.id(way).is_none();
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=title
            aria-keyshortcuts=keys
            aria-disabled=move || is_last().then_some("true")
            on:click=move |_| neighbours.go(way)
        >
            <Icon name=icon/>
        </button>
    }
}
