//! What the address says: which account is open, and which of its tabs.

use domain::account::AccountId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use std::rc::Rc;

/// Where the page lives.
const PATH: &str = "/accounts";

/// Goes to an address; the second part is whether the one before is forgotten.
type Go = Rc<dyn Fn(&str, bool)>;

/// The address as the page reads and writes it.
#[derive(Clone, Copy)]
pub struct Address {
    /// The account that it names, if any.
    pub account: Memo<Option<AccountId>>,
    /// The code of the tab that it names; empty for none.
    pub tab: Memo<String>,
    go: StoredValue<Go, LocalStorage>,
}

impl Address {
    /// To be called in the body of the page.
    pub fn of_page() -> Self {
        let (params, query) = (use_params_map(), use_query_map());
        let navigate = use_navigate();
        let go: Go = Rc::new(move |to, replace| {
            navigate(to, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
        });
        Self {
            account: Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()).map(AccountId)),
            tab: Memo::new(move |_| query.with(|query| query.get("tab")).unwrap_or_default()),
            go: StoredValue::new_local(go),
        }
    }

    /// Opens an account, with the tab that is open now.
    pub fn open(self, id: AccountId) {
        if self.account.get_untracked() != Some(id) {
            self.to(Some(id), &self.tab.get_untracked(), false);
        }
    }

    /// Opens another account, or the topmost, in place of one that has gone.
    pub fn replace(self, id: Option<AccountId>) {
        self.to(id, &self.tab.get_untracked(), true);
    }

    /// Opens the users of an account.
    pub fn show_users(self, id: AccountId) {
        self.to(Some(id), "", false);
    }

    /// Goes to the list of an account's SIMs.
    pub fn show_sims(self, id: AccountId) {
        let go = self.go.get_value();
        go(&format!("/sims?account={}", id.0), false);
    }

    /// Opens a tab. That is no step on the way back.
    pub fn open_tab(self, tab: &str) {
        self.to(self.account.get_untracked(), tab, true);
    }

    fn to(self, account: Option<AccountId>, tab: &str, replace: bool) {
        let account = account.map(|id| format!("/{}", id.0)).unwrap_or_default();
        let tab = if tab.is_empty() { String::new() } else { format!("?tab={tab}") };
        let go = self.go.get_value();
        go(&format!("{PATH}{account}{tab}"), replace);
    }
}
