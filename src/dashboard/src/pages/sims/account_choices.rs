//! The accounts of the tree, to be chosen by typing.

use super::context::SimsPage;
use crate::t;
use crate::ui::combobox::Choice;
use leptos::prelude::*;

/// The accounts to choose from, each with the path above it.
pub fn account_choices(page: SimsPage) -> Vec<Choice> {
    let tree = page.estate.accounts().get();
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
                disabled_reason: (!node.account.enabled).then(|| t!("account-disabled")),
            }
        })
        .collect()
}
