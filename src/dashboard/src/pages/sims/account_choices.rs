//! The accounts that SIMs can be moved to.

use super::context::SimsPage;
use crate::pages::account_choices;
use crate::t;
use crate::ui::combobox::Choice;
use leptos::prelude::*;

/// The accounts to choose from, each with the path above it.
pub fn account_choices(page: SimsPage) -> Vec<Choice> {
    let tree = page.estate.accounts().get();
    account_choices::account_choices(&tree, |account| (!account.enabled).then(|| t!("account-disabled")))
}
