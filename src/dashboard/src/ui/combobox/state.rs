//! What a combobox knows, and what its keys and clicks do.

use super::Choice;
use crate::behaviour::choices::{Fitting, Prepared, fitting};
use crate::behaviour::combobox_keys::{ComboboxStep, step};
use crate::text::t;
use crate::ui::live::{Live, use_live};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// Most choices in the list at once; more would be slow to show and nobody reads them.
const MOST: usize = 50;

#[derive(Clone)]
pub struct ComboboxState {
    pub options: Signal<Vec<Choice>>,
    /// What stands in the field.
    pub query: RwSignal<String>,
    on_choose: Callback<Option<u32>>,
    /// A choice is taken elsewhere: the field is emptied.
    adds: bool,
    open: RwSignal<bool>,
    /// The place in `fitting` that Enter would choose.
    marked: RwSignal<Option<usize>>,
    /// The text of what has been chosen, while it stands in the field.
    chosen: RwSignal<Option<String>>,
    pub fitting: Memo<Fitting>,
    id: Arc<str>,
    live: Live,
}

impl ComboboxState {
    pub fn new(
        options: Signal<Vec<Choice>>,
        value: Signal<Option<u32>>,
        on_choose: Callback<Option<u32>>,
        adds: bool,
        id: &str,
    ) -> Self {
        let from_start = value.get_untracked().and_then(|value| {
            options.with_untracked(|options| {
                options.iter().find(|choice| choice.value == value).map(|it| it.label.clone())
            })
        });
        let query = RwSignal::new(from_start.clone().unwrap_or_default());
        let (open, chosen) = (RwSignal::new(false), RwSignal::new(from_start));
        let prepared = Memo::new(move |_| {
            let prepare =
                |choice: &Choice| Prepared::new(&choice.label, choice.detail.as_deref().unwrap_or_default());
            options.with(|options| options.iter().map(prepare).collect::<Vec<_>>())
        });
        let fitting = Memo::new(move |_| {
            if !open.get() {
                return Fitting::default();
            }
            let query = query.get();
            // What has been chosen is not a query: opening the list again offers everything else.
            let query = if chosen.with(|chosen| chosen.as_deref() == Some(&query)) { "" } else { &query };
            prepared.with(|prepared| fitting(prepared, query, MOST))
        });
        let (marked, live) = (RwSignal::new(None), use_live());
        Self { options, query, on_choose, adds, open, marked, chosen, fitting, id: id.into(), live }
    }

    pub fn list_id(&self) -> String {
        format!("{}-list", self.id)
    }

    pub fn option_id(&self, at: usize) -> String {
        format!("{}-option-{at}", self.id)
    }

    pub fn is_open(&self) -> bool {
        self.open.get()
    }

    pub fn is_open_untracked(&self) -> bool {
        self.open.try_get_untracked().unwrap_or_default()
    }

    pub fn marked(&self) -> Option<usize> {
        self.marked.get().filter(|_| self.open.get())
    }

    pub fn marked_id(&self) -> Option<String> {
        self.marked().map(|at| self.option_id(at))
    }

    pub fn open(&self) {
        self.open.set(true);
    }

    pub fn close(&self) {
        self.open.set(false);
        self.marked.set(None);
    }

    /// The text was edited: what had been chosen no longer is, and the first that fits is offered.
    pub fn typed(&self, text: String) {
        let blank = text.trim().is_empty();
        self.query.set(text);
        if self.chosen.get_untracked().is_some() {
            self.chosen.set(None);
            self.on_choose.run(None);
        }
        self.open();
        let (first, count) = self.fitting.with_untracked(|fitting| {
            let first = fitting.shown.iter().position(|&at| self.can_choose(at));
            (first, fitting.shown.len() + fitting.more)
        });
        self.marked.set(first.filter(|_| !blank));
        self.live.say(t!("choices-count", count = count));
    }

    pub fn key(&self, event: &KeyboardEvent) {
        let count = self.fitting.with_untracked(|fitting| fitting.shown.len());
        let open = self.open.get_untracked();
        // A closed list is empty; how long it will be is known once it is open.
        let (key, marked) = (event.key(), self.marked.get_untracked());
        match step(&key, event.alt_key(), open, marked, count) {
            ComboboxStep::Ignore => return,
            ComboboxStep::Mark(at) => {
                self.open();
                let at = if open { at } else { self.first_marked(&key, event.alt_key()) };
                self.marked.set(at);
            }
            ComboboxStep::Choose(at) => self.choose(at),
            ComboboxStep::Close => self.close(),
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// What is marked when a key has just opened the list.
    fn first_marked(&self, key: &str, alt: bool) -> Option<usize> {
        let count = self.fitting.with_untracked(|fitting| fitting.shown.len());
        match step(key, alt, false, None, count) {
            ComboboxStep::Mark(at) => at,
            _ => None,
        }
    }

    fn can_choose(&self, option: usize) -> bool {
        self.options.with_untracked(|options| {
            options.get(option).is_some_and(|choice| choice.disabled_reason.is_none())
        })
    }

    /// Takes a choice of the list. One that cannot be chosen says why.
    pub fn choose(&self, at: usize) {
        let option = self.fitting.with_untracked(|fitting| fitting.shown.get(at).copied());
        let choice = option.and_then(|at| self.options.with_untracked(|options| options.get(at).cloned()));
        let Some(choice) = choice else { return };
        if let Some(reason) = choice.disabled_reason {
            self.live.say(reason);
            return;
        }
        if self.adds {
            self.query.set(String::new());
        } else {
            self.query.set(choice.label.clone());
            self.chosen.set(Some(choice.label));
        }
        self.close();
        self.on_choose.run(Some(choice.value));
    }
}
