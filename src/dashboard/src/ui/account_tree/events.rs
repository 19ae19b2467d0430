//! What keys and clicks do in the navigator.

use super::moving::Moving;
use super::state::{TreeState, row_id};
use crate::behaviour::focus;
use crate::behaviour::pointing::on_rest;
use crate::behaviour::tree::{Press, TreeStep, VisibleNode, closed_siblings, step};
use crate::behaviour::typeahead::Typeahead;
use crate::ui::menu::MenuPlace;
use domain::account::AccountId;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// The account whose row an event happened in.
pub fn account_of(event: &Event) -> Option<AccountId> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("[data-account]").ok().flatten()?;
    row.get_attribute("data-account")?.parse().ok().map(AccountId)
}

/// The part of a row that an event happened in, when it has one by that name.
fn part_of(event: &Event, name: &str) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&format!("[data-part={name}]")).ok().flatten()?.dyn_into().ok()
}

/// Whether an event happened where a name is typed.
fn is_in_field(event: &Event) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlInputElement>())
}

#[derive(Clone, Copy)]
pub struct Handlers {
    pub state: TreeState,
    pub on_open: Callback<AccountId>,
    pub on_menu: Option<Callback<(AccountId, MenuPlace)>>,
    pub on_rename: Option<Callback<AccountId>>,
    pub moving: Option<Moving>,
}

impl Handlers {
    fn node(self, at: usize) -> Option<VisibleNode> {
        self.state.nodes.with_untracked(|nodes| nodes.get(at).copied())
    }

    fn open(self, id: AccountId) {
        self.state.set_active(id);
        self.on_open.run(id);
    }

    fn menu(self, id: AccountId, at: MenuPlace) {
        // The menu gives the focus back to what has it now.
        self.state.focus(id);
        if let Some(on_menu) = self.on_menu {
            on_menu.run((id, at));
        }
    }

    pub fn focused(self, event: &FocusEvent) {
        if let Some(id) = account_of(event) {
            self.state.set_active(id);
        }
    }

    /// A finger that rests opens the menu; a mouse that strays drags the account.
    pub fn pressed(self, event: &PointerEvent) {
        let Some(id) = account_of(event).filter(|_| !is_in_field(event)) else { return };
        if part_of(event, "more").is_some() {
            return;
        }
        if self.on_menu.is_some() {
            on_rest(event, move |x, y| self.menu(id, MenuPlace::Point { x, y }));
        }
        if let Some(moving) = self.moving {
            moving.pressed(id, event);
        }
    }

    pub fn click(self, event: &MouseEvent) {
        let Some(id) = account_of(event).filter(|_| !is_in_field(event)) else { return };
        let is_parent =
            self.state.place_of(id).and_then(|at| self.node(at)).is_some_and(|node| node.expanded.is_some());
        if let Some(button) = part_of(event, "more") {
            self.menu(id, MenuPlace::Below(button));
        } else if is_parent && part_of(event, "toggle").is_some() {
            self.state.focus(id);
            self.state.toggle(id);
        } else {
            self.state.focus(id);
            self.open(id);
        }
    }

    pub fn context_menu(self, event: &MouseEvent) {
        if let (Some(id), Some(_)) = (account_of(event).filter(|_| !is_in_field(event)), self.on_menu) {
            event.prevent_default();
            self.menu(
                id,
                MenuPlace::Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) },
            );
        }
    }

    /// From the field that finds: down to the tree; Enter opens the first account that matches.
    pub fn key_in_field(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => {
                if let Some(node) = self.node(self.state.reachable.get_untracked()) {
                    self.state.focus(node.id);
                }
            }
            "Enter" => {
                if let Some(id) = self.state.first_match() {
                    self.open(id);
                }
            }
            "Escape" if self.state.query.with_untracked(|query| !query.is_empty()) => {
                self.state.find(String::new());
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    }

    pub fn key_in_tree(self, event: &KeyboardEvent) {
        let current = account_of(event).and_then(|id| self.state.place_of(id));
        let Some(current) = current else { return };
        let key = event.key();
        let id = self.node(current).map(|node| node.id);
        if let (Some(on_rename), Some(id), "F2") = (self.on_rename, id, key.as_str()) {
            event.prevent_default();
            on_rename.run(id);
            return;
        }
        let press = Press {
            key: &key,
            shift: event.shift_key(),
            other_modifier: event.ctrl_key() || event.alt_key() || event.meta_key(),
            time: event.time_stamp(),
        };
        let step = self.state.typeahead.try_update_value(|typeahead| self.step(press, current, typeahead));
        match step.unwrap_or(TreeStep::Ignore) {
            TreeStep::Ignore => return,
            TreeStep::Stay => {}
            TreeStep::Focus(at) => {
                if let Some(node) = self.node(at) {
                    self.state.focus(node.id);
                }
            }
            TreeStep::Expand(at) | TreeStep::Collapse(at) => {
                if let Some(node) = self.node(at) {
                    self.state.toggle(node.id);
                }
            }
            TreeStep::ExpandSiblings(at) => {
                let closed = self.state.nodes.with_untracked(|nodes| closed_siblings(nodes, at));
                closed.into_iter().for_each(|id| self.state.toggle(id));
            }
            TreeStep::Activate(at) => {
                if let Some(node) = self.node(at) {
                    self.open(node.id);
                }
            }
            TreeStep::Menu(at) => {
                let row = self.node(at).and_then(|node| Some((node.id, focus::by_id(&row_id(node.id))?)));
                if let Some((id, row)) = row {
                    self.menu(id, MenuPlace::Below(row));
                }
            }
        }
        event.prevent_default();
    }

    fn step(self, press: Press<'_>, current: usize, typeahead: &mut Typeahead) -> TreeStep {
        let tree = self.state.tree.read_untracked();
        self.state.nodes.with_untracked(|nodes| {
            step(press, nodes, current, typeahead, |at| {
                nodes.get(at).map(|node| tree.name(node.id).to_owned()).unwrap_or_default()
            })
        })
    }
}
