//! What a key does in a tree view.

use super::visible::VisibleNode;
use crate::behaviour::menu_keys::single;
use crate::behaviour::typeahead::Typeahead;
use domain::account::AccountId;

/// The answer to a key; the numbers are places among the visible nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeStep {
    Focus(usize),
    Expand(usize),
    Collapse(usize),
    /// Expand all siblings of this node, and itself.
    ExpandSiblings(usize),
    Activate(usize),
    Menu(usize),
    /// A key of the tree that leads nowhere here.
    Stay,
    /// Not a key of the tree.
    Ignore,
}

/// A key press: `KeyboardEvent.key`, and whether Shift, or any of Ctrl, Alt and Meta, is held.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    pub key: &'a str,
    pub shift: bool,
    pub other_modifier: bool,
    /// In milliseconds.
    pub time: f64,
}

/// The step for a key with the focus on node `current`.
pub fn step(
    press: Press<'_>,
    nodes: &[VisibleNode],
    current: usize,
    typeahead: &mut Typeahead,
    label: impl Fn(usize) -> String,
) -> TreeStep {
    let Some(node) = nodes.get(current) else { return TreeStep::Ignore };
    let go = |to: Option<usize>| to.map_or(TreeStep::Stay, TreeStep::Focus);
    match press.key {
        _ if press.other_modifier => TreeStep::Ignore,
        "F10" if press.shift => TreeStep::Menu(current),
        "ContextMenu" => TreeStep::Menu(current),
        "ArrowDown" => go((current + 1 < nodes.len()).then_some(current + 1)),
        "ArrowUp" => go(current.checked_sub(1)),
        "Home" => TreeStep::Focus(0),
        "End" => TreeStep::Focus(nodes.len() - 1),
        "ArrowRight" => match node.expanded {
            Some(false) => TreeStep::Expand(current),
            Some(true) => go(first_child(nodes, current)),
            None => TreeStep::Stay,
        },
        "ArrowLeft" => match node.expanded {
            Some(true) => TreeStep::Collapse(current),
            _ => go(parent(nodes, current)),
        },
        "Enter" => TreeStep::Activate(current),
        " " if !typeahead.is_typing(press.time) => TreeStep::Activate(current),
        "*" => TreeStep::ExpandSiblings(current),
        key => match single(key) {
            Some(letter) => go(typeahead.find(letter, press.time, current, nodes.len(), label)),
            None => TreeStep::Ignore,
        },
    }
}

fn first_child(nodes: &[VisibleNode], at: usize) -> Option<usize> {
    nodes.get(at + 1).filter(|next| next.depth > nodes[at].depth).map(|_| at + 1)
}

fn parent(nodes: &[VisibleNode], at: usize) -> Option<usize> {
    nodes[..at].iter().rposition(|other| other.depth < nodes[at].depth)
}

/// The node and its siblings, as far as they are closed parents.
pub fn closed_siblings(nodes: &[VisibleNode], at: usize) -> Vec<AccountId> {
    let Some(node) = nodes.get(at) else { return Vec::new() };
    let start = parent(nodes, at).map_or(0, |parent| parent + 1);
    nodes[start..]
        .iter()
        .take_while(|other| other.depth >= node.depth)
        .filter(|other| other.depth == node.depth && other.expanded == Some(false))
        .map(|other| other.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::visible::tests::{ids, sample};
    use super::super::visible::visible;
    use super::TreeStep::*;
    use super::*;

    /// 0 Northgate, 1 Alpine (open), 2 Depot Süd, 3 Yard, 4 Brightwater, 5 Coast (closed)
    fn nodes() -> Vec<VisibleNode> {
        visible(&sample(), &ids(&[1, 2]), &ids(&[]), "")
    }

    fn press_at(typeahead: &mut Typeahead, key: &str, time: f64, current: usize) -> TreeStep {
        let (nodes, tree) = (nodes(), sample());
        let press = Press { key, shift: false, other_modifier: false, time };
        step(press, &nodes, current, typeahead, |at| tree.name(nodes[at].id).to_owned())
    }

    fn press(key: &str, current: usize) -> TreeStep {
        press_at(&mut Typeahead::default(), key, 1000.0, current)
    }

    #[test]
    fn right_opens_then_goes_to_the_first_child() {
        assert_eq!(press("ArrowRight", 5), Expand(5));
        assert_eq!(press("ArrowRight", 1), Focus(2));
        assert_eq!(press("ArrowRight", 4), Stay);
    }

    #[test]
    fn left_closes_then_goes_to_the_parent() {
        assert_eq!(press("ArrowLeft", 1), Collapse(1));
        assert_eq!(press("ArrowLeft", 3), Focus(1));
        assert_eq!(press("ArrowLeft", 5), Focus(0));
        let closed = visible(&sample(), &ids(&[]), &ids(&[]), "");
        let left = Press { key: "ArrowLeft", shift: false, other_modifier: false, time: 0.0 };
        assert_eq!(step(left, &closed, 0, &mut Typeahead::default(), |_| String::new()), Stay);
    }

    #[test]
    fn up_and_down_go_through_the_visible_nodes_without_wrapping() {
        assert_eq!(press("ArrowDown", 1), Focus(2));
        assert_eq!(press("ArrowDown", 3), Focus(4));
        assert_eq!(press("ArrowDown", 5), Stay);
        assert_eq!(press("ArrowUp", 4), Focus(3));
        assert_eq!(press("ArrowUp", 0), Stay);
    }

    #[test]
    fn home_and_end() {
        assert_eq!(press("Home", 4), Focus(0));
        assert_eq!(press("End", 0), Focus(5));
    }

    #[test]
    fn enter_and_space_activate_and_nothing_else_does() {
        assert_eq!(press("Enter", 2), Activate(2));
        assert_eq!(press(" ", 2), Activate(2));
    }

    #[test]
    fn menu_keys() {
        assert_eq!(press("ContextMenu", 2), Menu(2));
        let shift_f10 = Press { key: "F10", shift: true, other_modifier: false, time: 0.0 };
        assert_eq!(step(shift_f10, &nodes(), 2, &mut Typeahead::default(), |_| String::new()), Menu(2));
        assert_eq!(press("F10", 2), Ignore);
    }

    #[test]
    fn star_expands_the_siblings() {
        assert_eq!(press("*", 4), ExpandSiblings(4));
        assert_eq!(closed_siblings(&nodes(), 4), [AccountId(6)]);
        assert!(closed_siblings(&nodes(), 0).is_empty());
        assert!(closed_siblings(&nodes(), 2).is_empty());
    }

    #[test]
    fn typing_finds_a_node() {
        let mut typed = Typeahead::default();
        assert_eq!(press_at(&mut typed, "c", 1000.0, 0), Focus(5));
        assert_eq!(press_at(&mut typed, "o", 1100.0, 5), Focus(5));
        assert_eq!(press_at(&mut typed, "d", 5000.0, 5), Focus(2));
        assert_eq!(press_at(&mut typed, "e", 5100.0, 2), Focus(2));
        assert_eq!(press_at(&mut typed, "q", 9000.0, 2), Stay);
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(press("F5", 0), Ignore);
        assert_eq!(press("Tab", 0), Ignore);
        let copy = Press { key: "c", shift: false, other_modifier: true, time: 0.0 };
        assert_eq!(step(copy, &nodes(), 0, &mut Typeahead::default(), |_| String::new()), Ignore);
        let down = Press { key: "ArrowDown", shift: false, other_modifier: false, time: 0.0 };
        assert_eq!(step(down, &[], 0, &mut Typeahead::default(), |_| String::new()), Ignore);
    }
}
