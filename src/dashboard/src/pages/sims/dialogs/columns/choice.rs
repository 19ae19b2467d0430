//! What is being chosen. Entries keep their place while their boxes are ticked: nothing jumps away under the pointer.

use crate::behaviour::arrange::{self, Choice};
use crate::behaviour::focus;
use crate::behaviour::pointing::{Pointing, follow};
use crate::pages::sims::context::SimsPage;
use crate::t;
use crate::text;
use domain::estate::order::Column;
use leptos::html::Ul;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, PointerEvent};

/// Near its edges the list scrolls under a dragged entry, this far for each move of the pointer.
const SCROLLS_WITHIN: f64 = 24.0;
const SCROLLS_BY: i32 = 10;

/// The choice and where the person is in it.
#[derive(Clone, Copy)]
pub struct Chooser {
    page: SimsPage,
    choice: RwSignal<Choice>,
    /// The entry that Tab leads to.
    current: RwSignal<Column>,
    /// The entry that is being dragged.
    dragged: RwSignal<Option<Column>>,
    pub element: NodeRef<Ul>,
}

impl Chooser {
    pub fn new(page: SimsPage) -> Self {
        let chooser = Self {
            page,
            choice: RwSignal::new(Choice::new()),
            current: RwSignal::new(Column::Iccid),
            dragged: RwSignal::new(None),
            element: NodeRef::new(),
        };
        chooser.read();
        chooser
    }

    /// Takes over what is shown.
    pub fn read(self) {
        self.choice.set(self.page.layout.shown().with_untracked(arrange::choice));
    }

    pub fn columns(self) -> Vec<Column> {
        self.choice.with(|choice| choice.iter().map(|&(column, _)| column).collect())
    }

    pub fn place(self, column: Column) -> usize {
        self.choice.with(|choice| choice.iter().position(|&(other, _)| other == column)).unwrap_or(0)
    }

    pub fn is_shown(self, column: Column) -> bool {
        self.choice.with(|choice| choice.contains(&(column, true)))
    }

    pub fn is_current(self, column: Column) -> bool {
        self.current.get() == column
    }

    pub fn is_dragged(self, column: Column) -> bool {
        self.dragged.get() == Some(column)
    }

    pub fn set_current(self, column: Column) {
        self.current.set(column);
    }

    pub fn show(self, column: Column, shown: bool) {
        self.choice.update(|choice| {
            if let Some(entry) = choice.iter_mut().find(|(other, _)| *other == column) {
                entry.1 = shown;
            }
        });
        self.apply();
    }

    /// Goes to the entry with this number.
    pub fn go(self, at: usize) {
        if let Some(column) = self.choice.with_untracked(|choice| choice.get(at).map(|entry| entry.0)) {
            self.focus(column);
        }
    }

    /// Moves an entry and says where it is then. Elements that are moved lose the focus: `focused` gets it back.
    pub fn take(self, column: Column, to: usize, focused: impl FnOnce() -> Option<HtmlElement> + 'static) {
        self.put(column, to);
        self.say(column);
        focus::once_drawn(focused);
    }

    fn put(self, column: Column, to: usize) {
        self.choice.update(|choice| {
            arrange::put(choice, column, to);
        });
        self.apply();
    }

    fn say(self, column: Column) {
        let place = untrack(|| self.place(column)) as u64 + 1;
        let total = self.choice.with_untracked(Vec::len) as u64;
        let column = text::column(column);
        self.page.live.say(t!("column-moved", column = column, place = place, total = total));
    }

    fn focus(self, column: Column) {
        if let Some(element) = focus::by_id(&id(column)) {
            let _ = element.focus();
        }
    }

    fn apply(self) {
        let choice = self.choice.get_untracked();
        self.page.layout.try_out(|layout| arrange::choose(layout, &choice));
    }

    /// Drags an entry: the others make room at once.
    pub fn drag(self, column: Column, press: &PointerEvent) {
        press.prevent_default();
        let before = self.choice.get_untracked();
        self.dragged.set(Some(column));
        follow(press, move |pointing| {
            // The dialog may be closed meanwhile.
            if self.dragged.try_get_untracked().flatten().is_none() {
                return;
            }
            match pointing {
                Pointing::Moved { y, .. } => {
                    if let Some(to) = self.entry_at(y).filter(|&to| to != untrack(|| self.place(column))) {
                        self.put(column, to);
                    }
                }
                Pointing::Lifted => {
                    self.dragged.set(None);
                    self.say(column);
                }
                Pointing::Cancelled => {
                    self.dragged.set(None);
                    self.choice.set(before.clone());
                    self.apply();
                }
            }
        });
    }

    /// The entry at a height of the window, the nearest one if there is none; never the first, which stays.
    fn entry_at(self, y: f64) -> Option<usize> {
        let list = self.element.try_get_untracked().flatten()?;
        let bounds = list.get_bounding_client_rect();
        if y < bounds.top() + SCROLLS_WITHIN {
            list.set_scroll_top(list.scroll_top() - SCROLLS_BY);
        } else if y > bounds.bottom() - SCROLLS_WITHIN {
            list.set_scroll_top(list.scroll_top() + SCROLLS_BY);
        }
        let entries = list.children();
        let below = |at: &u32| {
            let entry: Option<Element> = entries.item(*at).and_then(|entry| entry.dyn_into().ok());
            entry.is_some_and(|entry| y < entry.get_bounding_client_rect().bottom())
        };
        let last = entries.length().checked_sub(1)?;
        Some((0..last).find(below).unwrap_or(last).max(1) as usize)
    }
}

/// The tick box of a column.
pub fn id(column: Column) -> String {
    format!("column-{}", column.code())
}
