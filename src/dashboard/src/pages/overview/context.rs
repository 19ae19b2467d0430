//! What the parts of the overview share.

use crate::state::accounts::AccountsState;
use crate::state::address::Query;
use crate::state::estate::EstateState;
use crate::state::overview::OverviewState;
use domain::account::AccountId;
use domain::estate::order::{Column, SortKey};
use domain::filter::Filter;
use leptos::prelude::*;

/// The page's state.
#[derive(Clone, Copy)]
pub struct OverviewPage {
    pub estate: EstateState,
    pub accounts: AccountsState,
    pub overview: OverviewState,
}

impl OverviewPage {
    /// The question of an account's list.
    pub fn of(self, account: AccountId, own_only: bool) -> Query {
        self.accounts.question(account, own_only)
    }

    /// A question about what is shown: the list behind a number.
    pub fn list(self, question: Query) -> Query {
        let shown = self.overview.shown.get();
        let scope = shown.map(|(id, own_only)| self.of(id, own_only)).unwrap_or_default();
        Query { account: scope.account, own_only: scope.own_only, ..question }
    }

    /// The list of those SIMs of the shown account that pass a filter.
    pub fn filtered(self, filter: Filter) -> String {
        self.list(Query { filter, ..Query::default() }).list_href()
    }

    /// Whether the shown account has caps and alerts.
    pub fn has_caps(self) -> bool {
        let shown = self.overview.shown.get();
        let tree = self.accounts.tree();
        shown.is_some_and(|(id, _)| {
            tree.with(|tree| tree.get(id).is_some_and(|account| account.features.caps_and_alerts))
        })
    }
}

/// Those that use most first.
pub fn by_usage() -> Vec<SortKey> {
    vec![SortKey { column: Column::Usage, descending: true }]
}
