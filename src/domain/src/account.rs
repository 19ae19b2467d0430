//! Managed accounts: a tree of any depth (PRODUCT.md §1).

pub mod by_account;
pub mod manage;

use by_account::ByAccount;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Identifies a managed account within one back end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountId(pub u32);

/// What an account can use. A child never has what its parent lacks: switched off at the parent it is off below as well,
/// so that what is written here is also what holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Features {
    pub caps_and_alerts: bool,
    pub sub_accounts: bool,
}

/// A managed account, as seen by someone at or above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    pub id: AccountId,
    /// `None` for the topmost account the caller sees, whatever lies above it.
    pub parent_id: Option<AccountId>,
    pub name: String,
    /// A disabled account's users cannot sign in, nor can those of the accounts below it.
    pub enabled: bool,
    /// Whether this account and all above it are enabled: whether its users can sign in.
    pub open: bool,
    pub features: Features,
    /// Whether two-factor sign-in is required here, by this account itself.
    #[serde(default)]
    pub require_two_factor: bool,
    /// Whether this account or one above it, be it out of sight, requires two-factor sign-in: what holds for its users.
    #[serde(default)]
    pub two_factor_required: bool,
    /// SIMs of this account itself.
    pub sim_count: u64,
    /// SIMs of this account and all below it.
    pub total_sim_count: u64,
    /// Users of this account itself, the invited and the disabled among them.
    pub user_count: u32,
    /// Whether the caller may move, disable and delete it and switch its features. Of its own account it can change the
    /// name, and whether two-factor sign-in is required.
    pub can_edit: bool,
    /// For `If-Match`. Counts of SIMs and users do not change it.
    pub etag: String,
}

/// The visible accounts in the order of the tree: each parent before its children, siblings by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountTree {
    nodes: Vec<Node>,
    positions: ByAccount<usize>,
}

/// One account and its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub account: Account,
    /// 0 for the topmost.
    pub depth: usize,
    /// 1-based place among its siblings.
    pub position: usize,
    pub siblings: usize,
    /// One past the last position of its subtree: `position..end` is the account and all below it.
    end: usize,
}

impl AccountTree {
    /// Orders accounts into a tree. An account whose parent is not among them counts as topmost; one that is its own
    /// ancestor is left out.
    pub fn new(accounts: Vec<Account>) -> Self {
        let known: std::collections::HashSet<AccountId> = accounts.iter().map(|account| account.id).collect();
        let mut children: HashMap<Option<AccountId>, Vec<Account>> = HashMap::new();
        for account in accounts {
            let parent = account.parent_id.filter(|parent| known.contains(parent));
            children.entry(parent).or_default().push(account);
        }
        for siblings in children.values_mut() {
            siblings.sort_by_cached_key(|account| (account.name.to_lowercase(), account.id));
        }
        let mut tree = Self::default();
        tree.add(None, 0, &mut children);
        tree
    }

    fn add(
        &mut self,
        parent: Option<AccountId>,
        depth: usize,
        children: &mut HashMap<Option<AccountId>, Vec<Account>>,
    ) {
        let Some(siblings) = children.remove(&parent) else { return };
        let count = siblings.len();
        for (index, account) in siblings.into_iter().enumerate() {
            let (id, at) = (account.id, self.nodes.len());
            self.positions.update(id, |_| at);
            self.nodes.push(Node { account, depth, position: index + 1, siblings: count, end: at + 1 });
            self.add(Some(id), depth + 1, children);
            self.nodes[at].end = self.nodes.len();
        }
    }

    /// Fills in what follows from the accounts above and below: the SIMs in all, whether users can sign in, and whether
    /// it takes two factors. `required_above`: whether an account out of sight requires them.
    pub fn complete(&mut self, required_above: bool) {
        for at in 0..self.nodes.len() {
            let above = self.nodes[at].account.parent_id.and_then(|parent| self.get(parent));
            let open = above.is_none_or(|above| above.open);
            let required = above.map_or(required_above, |above| above.two_factor_required);
            let account = &mut self.nodes[at].account;
            account.open = account.enabled && open;
            account.two_factor_required = account.require_two_factor || required;
            account.total_sim_count = account.sim_count;
        }
        // From the last to the first: each has its own sum before it adds to its parent's.
        for at in (0..self.nodes.len()).rev() {
            let account = &self.nodes[at].account;
            let total = account.total_sim_count;
            if let Some(above) = account.parent_id.and_then(|parent| self.position(parent)) {
                self.nodes[above].account.total_sim_count += total;
            }
        }
    }

    /// All nodes, parents first.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// How many accounts there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node of an account.
    pub fn node(&self, id: AccountId) -> Option<&Node> {
        self.positions.get(id).and_then(|at| self.nodes.get(at))
    }

    /// The account with this id.
    pub fn get(&self, id: AccountId) -> Option<&Account> {
        self.node(id).map(|node| &node.account)
    }

    /// The name of an account; empty for one that is not visible.
    pub fn name(&self, id: AccountId) -> &str {
        self.get(id).map_or("", |account| &account.name)
    }

    /// Where the account stands in [`Self::nodes`].
    pub fn position(&self, id: AccountId) -> Option<usize> {
        self.positions.get(id)
    }

    /// Whether the account has sub-accounts.
    pub fn has_children(&self, id: AccountId) -> bool {
        self.position(id).is_some_and(|at| self.nodes[at].end > at + 1)
    }

    /// The account and all below it.
    pub fn subtree(&self, id: AccountId) -> &[Node] {
        self.position(id).map_or(&[], |at| &self.nodes[at..self.nodes[at].end])
    }

    /// Whether `id` is `ancestor` or below it.
    pub fn is_within(&self, id: AccountId, ancestor: AccountId) -> bool {
        match (self.position(id), self.position(ancestor)) {
            (Some(id), Some(ancestor)) => (ancestor..self.nodes[ancestor].end).contains(&id),
            _ => false,
        }
    }

    /// From the topmost visible account down to this one.
    pub fn path(&self, id: AccountId) -> Vec<&Account> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(account) = next.and_then(|id| self.get(id)) {
            path.push(account);
            next = account.parent_id;
        }
        path.reverse();
        path
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn account(id: u32, parent: Option<u32>, name: &str) -> Account {
        Account {
            id: AccountId(id),
            parent_id: parent.map(AccountId),
            name: name.to_owned(),
            enabled: true,
            features: Features { caps_and_alerts: true, sub_accounts: true },
            require_two_factor: false,
            two_factor_required: false,
            open: true,
            sim_count: 0,
            total_sim_count: 0,
            user_count: 0,
            can_edit: true,
            etag: String::new(),
        }
    }

    fn sample() -> AccountTree {
        AccountTree::new(vec![
            account(4, Some(2), "Depot"),
            account(1, None, "Northgate"),
            account(3, Some(1), "beta"),
            account(2, Some(1), "Alpine"),
        ])
    }

    #[test]
    fn parents_come_first_and_siblings_by_name() {
        let names: Vec<_> = sample().nodes().iter().map(|n| (n.account.name.clone(), n.depth)).collect();
        let expected = [("Northgate", 0), ("Alpine", 1), ("Depot", 2), ("beta", 1)];
        assert_eq!(names, expected.map(|(name, depth)| (name.to_owned(), depth)));
    }

    #[test]
    fn subtree_and_path() {
        let tree = sample();
        let ids: Vec<_> = tree.subtree(AccountId(2)).iter().map(|n| n.account.id.0).collect();
        assert_eq!(ids, [2, 4]);
        assert!(tree.is_within(AccountId(4), AccountId(1)));
        assert!(!tree.is_within(AccountId(3), AccountId(2)));
        assert!(!tree.is_within(AccountId(9), AccountId(9)));
        let path: Vec<_> = tree.path(AccountId(4)).iter().map(|a| a.id.0).collect();
        assert_eq!(path, [1, 2, 4]);
        assert!(tree.has_children(AccountId(2)) && !tree.has_children(AccountId(4)));
    }

    #[test]
    fn counts_add_up_and_a_disabled_account_shuts_those_below() {
        let mut accounts = vec![
            account(4, Some(2), "Depot"),
            account(1, None, "Northgate"),
            account(3, Some(1), "beta"),
            account(2, Some(1), "Alpine"),
        ];
        accounts.iter_mut().for_each(|account| account.sim_count = u64::from(account.id.0));
        accounts[3].enabled = false;
        let mut tree = AccountTree::new(accounts);
        tree.complete(false);
        let seen = |id| tree.get(AccountId(id)).map(|account| (account.total_sim_count, account.open));
        assert_eq!([1, 2, 3, 4].map(seen), [(10, true), (6, false), (3, true), (4, false)].map(Some));
    }

    #[test]
    fn two_factors_are_required_wherever_an_account_above_requires_them() {
        let mut accounts = vec![
            account(1, None, "Northgate"),
            account(2, Some(1), "Alpine"),
            account(3, Some(1), "beta"),
            account(4, Some(2), "Depot"),
        ];
        accounts[1].require_two_factor = true;
        let required = |above| {
            let mut tree = AccountTree::new(accounts.clone());
            tree.complete(above);
            [1, 2, 3, 4].map(|id| tree.get(AccountId(id)).unwrap().two_factor_required)
        };
        assert_eq!(required(false), [false, true, false, true]);
        assert_eq!(required(true), [true; 4]);
    }

    #[test]
    fn a_parent_out_of_sight_makes_an_account_topmost() {
        let tree = AccountTree::new(vec![account(2, Some(1), "Alpine"), account(4, Some(2), "Depot")]);
        assert_eq!(tree.nodes()[0].depth, 0);
        assert_eq!(tree.path(AccountId(4)).len(), 2);
    }

    proptest! {
        #[test]
        fn any_input_gives_a_tree(parents in proptest::collection::vec(0u32..40, 0..40)) {
            let accounts = parents.iter().enumerate()
                .map(|(id, &parent)| account(id as u32, Some(parent), &format!("a{}", id % 7))).collect();
            let tree = AccountTree::new(accounts);
            for (at, node) in tree.nodes().iter().enumerate() {
                prop_assert_eq!(tree.position(node.account.id), Some(at));
                for below in tree.subtree(node.account.id) {
                    prop_assert!(tree.path(below.account.id).iter().any(|above| above.id == node.account.id));
                }
            }
        }
    }
}
