//! The accounts of the tree, to be chosen by typing.

use crate::ui::combobox::Choice;
use domain::account::{Account, AccountTree};

/// The accounts to choose from, each with the path above it, and why it cannot be chosen.
pub fn account_choices(tree: &AccountTree, refusal: impl Fn(&Account) -> Option<String>) -> Vec<Choice> {
    tree.nodes()
        .iter()
        .map(|node| {
            let above: Vec<&str> =
                tree.path(node.account.id).iter().map(|account| account.name.as_str()).collect();
            let above = &above[..above.len().saturating_sub(1)];
            Choice {
                value: node.account.id.0,
                label: node.account.name.clone(),
                detail: (!above.is_empty()).then(|| above.join(" › ")),
                disabled_reason: refusal(&node.account),
            }
        })
        .collect()
}
