//! What can be done with an account: one menu, in the tree and beside the account's name.

use super::context::AccountsPage;
use super::{dialogs, naming, view_as};
use crate::t;
use crate::ui::icon::IconName;
use crate::ui::menu::{MenuEntry, MenuItem, MenuPlace, MenuRequest};
use domain::account::{Account, AccountId};
use leptos::prelude::*;

/// Why the account cannot have one more below it.
pub fn no_sub_account(account: &Account) -> Option<String> {
    match account {
        Account { open: false, .. } => Some(t!("account-add-shut")),
        Account { features, .. } if !features.sub_accounts => Some(t!("account-add-not-allowed")),
        _ => None,
    }
}

/// Why the person cannot move, disable or delete the account.
fn no_edit(account: &Account) -> Option<String> {
    (!account.can_edit).then(|| t!("field-own-account"))
}

/// Why the app cannot be seen as the account.
fn no_view(page: AccountsPage, id: AccountId) -> Option<String> {
    (untrack(|| page.accounts.topmost()) == Some(id)).then(|| t!("field-not-below"))
}

/// Opens the menu of an account.
pub fn open_menu(page: AccountsPage, id: AccountId, at: MenuPlace) {
    let Some(account) = untrack(|| page.account(id)) else { return };
    page.menus.open(|| MenuRequest {
        label: t!("accounts-actions", name = account.name.clone()),
        items: items(page, &account),
        at,
        return_focus: None,
    });
}

fn items(page: AccountsPage, account: &Account) -> Vec<MenuEntry> {
    let id = account.id;
    let item = |icon, label: String, reason: Option<String>, action: fn(AccountsPage, AccountId)| MenuItem {
        icon: Some(icon),
        disabled_reason: reason,
        ..MenuItem::new(label, move || action(page, id))
    };
    let switch = match account.enabled {
        true => (IconName::Suspend, t!("account-disable")),
        false => (IconName::Resume, t!("account-enable")),
    };
    vec![
        item(IconName::Plus, t!("account-add"), no_sub_account(account), naming::add_below).into(),
        item(IconName::Eye, t!("view-as"), no_view(page, id), view_as::begin).into(),
        item(IconName::Sim, t!("account-show-sims"), None, |page, id| page.address.show_sims(id)).into(),
        MenuEntry::Separator,
        MenuItem {
            shortcut: Some("F2".to_owned()),
            ..item(IconName::Edit, t!("account-rename"), None, naming::rename)
        }
        .into(),
        item(IconName::Move, t!("account-move"), no_edit(account), |page, id| {
            dialogs::move_to::open(page, id, None);
        })
        .into(),
        item(switch.0, switch.1, no_edit(account), dialogs::switch::open).into(),
        MenuEntry::Separator,
        MenuItem {
            danger: true,
            ..item(IconName::Trash, t!("account-delete"), no_edit(account), dialogs::delete::open)
        }
        .into(),
    ]
}
