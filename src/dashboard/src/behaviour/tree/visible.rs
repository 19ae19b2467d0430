//! Which accounts a tree view shows.

use crate::behaviour::fold::fold;
use domain::account::{AccountId, AccountTree};
use std::collections::HashSet;

/// A node that is not inside a closed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisibleNode {
    pub id: AccountId,
    /// 0 for the topmost.
    pub depth: usize,
    /// 1-based place among the siblings shown.
    pub position: usize,
    /// How many siblings are shown.
    pub siblings: usize,
    /// `None` for one without sub-accounts.
    pub expanded: Option<bool>,
}

/// A parent on the way down.
struct Parent {
    end: usize,
    /// Its place among the visible nodes.
    at: usize,
    /// It was opened although nothing below it matches: everything below is shown.
    all: bool,
}

/// The visible nodes, parents first.
///
/// With nothing to find these follow `expanded`. Else they are the accounts whose name contains the query, with
/// everything above them; a parent is then open when there is a match below it, unless it is in `toggled`, which turns
/// that round.
pub fn visible(
    tree: &AccountTree,
    expanded: &HashSet<AccountId>,
    toggled: &HashSet<AccountId>,
    query: &str,
) -> Vec<VisibleNode> {
    let query = fold(query.trim());
    let finding = !query.is_empty();
    let matches = if finding { matches_before(tree, &query) } else { Vec::new() };
    let found = |from: usize, to: usize| finding && matches[to] > matches[from];

    let mut shown: Vec<VisibleNode> = Vec::new();
    let mut children = vec![0];
    let mut parents: Vec<Parent> = Vec::new();
    let mut family = Vec::new();
    let mut next = 0;
    while let Some(node) = tree.nodes().get(next) {
        let (at, id) = (next, node.account.id);
        let end = at + tree.subtree(id).len();
        while parents.last().is_some_and(|parent| parent.end <= at) {
            parents.pop();
        }
        let all = !finding || parents.last().is_some_and(|parent| parent.all);
        let found_below = found(at + 1, end);
        if !all && !found(at, end) {
            next = end;
            continue;
        }
        let open = if finding { found_below != toggled.contains(&id) } else { expanded.contains(&id) };
        let is_parent = end > at + 1;
        // Place 0 counts the topmost, place n + 1 the children of node n.
        let among = parents.last().map_or(0, |parent| parent.at + 1);
        children[among] += 1;
        family.push(among);
        children.push(0);
        if is_parent && open {
            parents.push(Parent { end, at: shown.len(), all: !found_below });
        }
        let (position, expanded) = (children[among], is_parent.then_some(open));
        shown.push(VisibleNode { id, depth: node.depth, position, siblings: 0, expanded });
        next = if is_parent && open { at + 1 } else { end };
    }
    for (node, among) in shown.iter_mut().zip(family) {
        node.siblings = children[among];
    }
    shown
}

/// How many matches there are before each place of the tree, and in all of it.
fn matches_before(tree: &AccountTree, query: &str) -> Vec<usize> {
    let mut before = Vec::with_capacity(tree.len() + 1);
    let mut count = 0;
    before.push(0);
    for node in tree.nodes() {
        count += usize::from(fold(&node.account.name).contains(query));
        before.push(count);
    }
    before
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use domain::account::{Account, Features};

    /// Northgate › (Alpine › (Depot Süd, Yard), Brightwater, Coast › Pier)
    pub fn sample() -> AccountTree {
        let account = |(id, parent, name): (u32, Option<u32>, &str)| Account {
            id: AccountId(id),
            parent_id: parent.map(AccountId),
            name: name.to_owned(),
            enabled: true,
            features: Features { caps_and_alerts: true, sub_accounts: true },
            require_two_factor: false,
            two_factor_required: false,
            sim_count: 0,
            open: true,
            user_count: 0,
            can_edit: true,
            etag: String::new(),
            total_sim_count: 0,
        };
        let accounts = [
            (1, None, "Northgate"),
            (2, Some(1), "Alpine"),
            (3, Some(2), "Depot Süd"),
            (4, Some(2), "Yard"),
            (5, Some(1), "Brightwater"),
            (6, Some(1), "Coast"),
            (7, Some(6), "Pier"),
        ];
        AccountTree::new(accounts.map(account).to_vec())
    }

    pub fn ids(ids: &[u32]) -> HashSet<AccountId> {
        ids.iter().copied().map(AccountId).collect()
    }

    fn shown(expanded: &[u32], toggled: &[u32], query: &str) -> Vec<u32> {
        visible(&sample(), &ids(expanded), &ids(toggled), query).iter().map(|node| node.id.0).collect()
    }

    #[test]
    fn follows_what_is_expanded() {
        assert_eq!(shown(&[], &[], ""), [1]);
        assert_eq!(shown(&[1], &[], ""), [1, 2, 5, 6]);
        assert_eq!(shown(&[1, 2], &[], " "), [1, 2, 3, 4, 5, 6]);
        assert_eq!(shown(&[2], &[], ""), [1], "open inside a closed one");
    }

    #[test]
    fn places_among_siblings() {
        let nodes = visible(&sample(), &ids(&[1, 6]), &ids(&[]), "");
        let places: Vec<_> = nodes.iter().map(|node| (node.depth, node.position, node.siblings)).collect();
        assert_eq!(places, [(0, 1, 1), (1, 1, 3), (1, 2, 3), (1, 3, 3), (2, 1, 1)]);
        let expanded: Vec<_> = nodes.iter().map(|node| node.expanded).collect();
        assert_eq!(expanded, [Some(true), Some(false), None, Some(true), None]);
    }

    #[test]
    fn finding_shows_matches_with_what_is_above_them() {
        assert_eq!(shown(&[], &[], "SUD"), [1, 2, 3]);
        assert_eq!(shown(&[1, 2, 6], &[], "pier"), [1, 6, 7]);
        assert_eq!(shown(&[1], &[], "alp"), [1, 2], "a match does not open itself");
        assert!(shown(&[1], &[], "zebra").is_empty());
        let nodes = visible(&sample(), &ids(&[]), &ids(&[]), "pier");
        assert_eq!((nodes[1].position, nodes[1].siblings), (1, 1));
    }

    #[test]
    fn parents_open_and_close_while_finding() {
        assert_eq!(shown(&[], &[2], "alp"), [1, 2, 3, 4], "opened: all below it");
        assert_eq!(shown(&[], &[2], "sud"), [1, 2], "closed");
    }
}
