//! What the parts of the page share.

use super::address::Address;
use super::naming::Sent;
use crate::pages::shell::Drawer;
use crate::state::accounts::AccountsState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::ui::account_tree::TreeControl;
use crate::ui::dialog::Dialogs;
use crate::ui::live::Live;
use crate::ui::menu::Menus;
use crate::ui::toast::Toasts;
use domain::account::{Account, AccountId};
use leptos::prelude::*;

/// Handles to the accounts, to the address, and to the hosts of dialogs, menus and messages.
#[derive(Clone, Copy)]
pub struct AccountsPage {
    pub session: SessionState,
    pub accounts: AccountsState,
    pub address: Address,
    /// The account that is shown: that of the address, or the topmost.
    pub chosen: Memo<Option<AccountId>>,
    /// Asks the tree for names, and for the focus.
    pub control: TreeControl,
    pub sent: StoredValue<Sent>,
    pub drawer: Drawer,
    pub scope: Scope,
    pub dialogs: Dialogs,
    pub menus: Menus,
    pub toasts: Toasts,
    pub live: Live,
}

impl AccountsPage {
    /// An account as it is now.
    pub fn account(self, id: AccountId) -> Option<Account> {
        self.accounts.tree().with(|tree| tree.get(id).cloned())
    }

    /// What an account is called; empty for one that is not there.
    pub fn name(self, id: AccountId) -> String {
        self.accounts.tree().with(|tree| tree.name(id).to_owned())
    }
}
