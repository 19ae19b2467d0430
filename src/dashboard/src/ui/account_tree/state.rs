//! What the navigator knows: what is open, what is looked for, which row has the focus, and what is in sight.

use super::edit::TreeControl;
use super::memory;
use crate::behaviour::fold::fold;
use crate::behaviour::tree::{Placed, VisibleNode, assign, visible};
use crate::behaviour::typeahead::Typeahead;
use crate::behaviour::viewport::{Position, Viewport};
use crate::behaviour::{focus, pointing};
use domain::account::{AccountId, AccountTree};
use leptos::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// Height of a row in CSS pixels, for a mouse and for a finger; the style sheet gets it from here.
const ROW_HEIGHT: f64 = 32.0;
const ROW_HEIGHT_FOR_FINGERS: f64 = 44.0;

#[derive(Clone, Copy)]
pub struct TreeState {
    pub tree: Signal<Arc<AccountTree>>,
    pub current: Signal<Option<AccountId>>,
    pub query: RwSignal<String>,
    pub scroll: RwSignal<f64>,
    pub row_height: f64,
    expanded: RwSignal<HashSet<AccountId>>,
    /// Opened or closed while something is looked for; forgotten with the next letter.
    toggled: RwSignal<HashSet<AccountId>>,
    /// The account that had the focus last.
    active: RwSignal<Option<AccountId>>,
    pub typeahead: StoredValue<Typeahead>,
    pub nodes: Memo<Vec<VisibleNode>>,
    /// The row that Tab reaches, as a place among the nodes.
    pub reachable: Memo<usize>,
    /// The rows in the document, by element.
    pub slots: Memo<Vec<Option<Placed>>>,
}

impl TreeState {
    pub fn new(
        tree: Signal<Arc<AccountTree>>,
        current: Signal<Option<AccountId>>,
        height: ReadSignal<f64>,
        control: Option<TreeControl>,
    ) -> Self {
        let expanded = RwSignal::new(HashSet::new());
        let (toggled, active) = (RwSignal::new(HashSet::new()), RwSignal::new(None));
        let (query, scroll) = (RwSignal::new(String::new()), RwSignal::new(0.0));
        let nodes = Memo::new(move |_| {
            let (tree, expanded, toggled) = (tree.read(), expanded.read(), toggled.read());
            let nodes = visible(&tree, &expanded, &toggled, &query.read());
            match control {
                Some(control) => control.with_new(nodes),
                None => nodes,
            }
        });
        let reachable = Memo::new(move |_| {
            let wanted = active.get().or_else(|| current.get());
            nodes.with(|nodes| nearest(&tree.read(), nodes, wanted))
        });
        let row_height = if pointing::is_coarse() { ROW_HEIGHT_FOR_FINGERS } else { ROW_HEIGHT };
        let slots = Memo::new(move |before: Option<&Vec<Option<Placed>>>| {
            let rows = nodes.with(Vec::len);
            let at = Position { scroll: scroll.get(), ..Position::default() };
            let viewport = Viewport { rows, row_height, height: height.get(), at };
            let rows = with_row(viewport.window(), reachable.get(), &nodes.read());
            assign(before.map_or(&[], Vec::as_slice), &rows)
        });
        let typeahead = StoredValue::new(Typeahead::default());
        let state = Self {
            tree,
            current,
            query,
            scroll,
            row_height,
            expanded,
            toggled,
            active,
            typeahead,
            nodes,
            reachable,
            slots,
        };
        state.open_what_was_open();
        state.show_current();
        state.remember();
        state
    }

    /// As it was left, or with the topmost accounts open.
    fn open_what_was_open(self) {
        if let Some(remembered) = memory::load() {
            self.expanded.set(remembered);
            return;
        }
        // Once, when the accounts have come.
        Effect::new(move |done: Option<bool>| {
            let tree = self.tree.get();
            if done != Some(true) && !tree.is_empty() {
                let topmost = tree.nodes().iter().filter(|node| node.depth == 0).map(|node| node.account.id);
                self.expanded.update(|expanded| expanded.extend(topmost));
                return true;
            }
            done.unwrap_or(false)
        });
    }

    /// Opening an account opens the way to it; closing that again is allowed.
    fn show_current(self) {
        let shown = Memo::new(move |_| {
            self.current.get().filter(|&id| self.tree.with(|tree| tree.get(id).is_some()))
        });
        Effect::new(move |_| {
            if let Some(current) = shown.get() {
                self.open_way_to(current);
            }
        });
    }

    /// Shows an account that is hidden, by what is closed or by what is looked for.
    pub fn uncover(self, id: AccountId) {
        if self.query.with_untracked(|query| !query.trim().is_empty()) {
            self.find(String::new());
        }
        self.open_way_to(id);
    }

    /// Opens all accounts above this one.
    fn open_way_to(self, id: AccountId) {
        let tree = self.tree.get_untracked();
        let mut above = tree.path(id).into_iter().map(|account| account.id).collect::<Vec<_>>();
        above.pop();
        if self.expanded.with_untracked(|expanded| above.iter().any(|id| !expanded.contains(id))) {
            self.expanded.update(|expanded| expanded.extend(above));
        }
    }

    fn remember(self) {
        Effect::new(move |before: Option<()>| {
            let expanded = self.expanded.get();
            if before.is_some() {
                memory::save(&expanded);
            }
        });
    }

    /// Looks for accounts by a part of their name.
    pub fn find(self, query: String) {
        self.toggled.update(HashSet::clear);
        self.active.set(None);
        self.query.set(query);
    }

    /// Opens or closes an account.
    pub fn toggle(self, id: AccountId) {
        let finding = self.query.with_untracked(|query| !query.trim().is_empty());
        let set = if finding { self.toggled } else { self.expanded };
        set.update(|set| {
            if !set.remove(&id) {
                set.insert(id);
            }
        });
    }

    /// Opens an account that is closed.
    pub fn expand(self, id: AccountId) {
        let closed = self.place_of(id).is_some_and(|at| {
            self.nodes.with_untracked(|nodes| nodes.get(at).is_some_and(|node| node.expanded == Some(false)))
        });
        if closed {
            self.toggle(id);
        }
    }

    /// The first account that matches what is looked for.
    pub fn first_match(self) -> Option<AccountId> {
        let query = fold(self.query.get_untracked().trim());
        let tree = self.tree.read_untracked();
        let matches = |node: &&VisibleNode| fold(tree.name(node.id)).contains(&query);
        self.nodes
            .with_untracked(|nodes| nodes.iter().find(matches).map(|node| node.id))
            .filter(|_| !query.is_empty())
    }

    pub fn place_of(self, id: AccountId) -> Option<usize> {
        self.nodes.with_untracked(|nodes| nodes.iter().position(|node| node.id == id))
    }

    /// Takes note of where the focus is.
    pub fn set_active(self, id: AccountId) {
        if self.active.get_untracked() != Some(id) {
            self.active.set(Some(id));
        }
    }

    /// Gives the focus to a row; one out of sight first has to come into the document.
    pub fn focus(self, id: AccountId) {
        self.set_active(id);
        match focus::by_id(&row_id(id)) {
            Some(row) => focus_row(&row),
            None => focus::in_next_frame(move || {
                if let Some(row) = focus::by_id(&row_id(id)) {
                    focus_row(&row);
                }
            }),
        }
    }
}

/// Focuses a row and scrolls to it. Chromium does not scroll by itself to a row that an element has just taken on.
fn focus_row(row: &web_sys::HtmlElement) {
    focus::focus_quietly(row);
    focus::reveal(row);
}

/// The id of an account's row in the document.
pub fn row_id(id: AccountId) -> String {
    format!("account-{}", id.0)
}

/// The place of the account, or of the nearest one above it that is shown, or of the first.
fn nearest(tree: &AccountTree, nodes: &[VisibleNode], wanted: Option<AccountId>) -> usize {
    let shown = |id: AccountId| nodes.iter().position(|node| node.id == id);
    if let Some(at) = wanted.and_then(shown) {
        return at;
    }
    let path = wanted.map(|id| tree.path(id)).unwrap_or_default();
    path.iter().rev().find_map(|account| shown(account.id)).unwrap_or(0)
}

/// The nodes of the range, and the one at `row` wherever it is: what has the focus must not leave the document.
fn with_row(range: std::ops::Range<usize>, row: usize, nodes: &[VisibleNode]) -> Vec<Placed> {
    let before = (row < range.start).then_some(row);
    let after = (row >= range.end).then_some(row);
    let places = before.into_iter().chain(range).chain(after);
    places.filter_map(|at| Some((at, *nodes.get(at)?))).collect()
}
