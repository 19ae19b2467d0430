//! The page of managed accounts: their tree, and beside it the chosen one with what belongs to it, one tab each.

mod acts;
mod address;
mod api_tokens;
mod branding;
mod chosen;
pub(in crate::pages) mod confirm;
mod context;
mod dialogs;
mod features;
mod naming;
mod notifications;
mod support;
mod two_factor;
mod unread;
mod upload;
mod users;
mod view_as;

use crate::pages::shell::{DrawerPlace, use_drawer};
use crate::pages::title;
use crate::state::accounts::use_accounts;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::account_tree::{AccountTreeView, Naming, TreeControl};
use crate::ui::button::Button;
use crate::ui::dialog::use_dialogs;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::live::use_live;
use crate::ui::menu::{MenuPlace, use_menus};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use address::Address;
use context::AccountsPage;
use domain::account::AccountId;
use domain::permission::Permission;
use leptos::prelude::*;

/// The page, for those who manage accounts.
#[component]
pub fn ManagedAccounts() -> impl IntoView {
    title::name(|| t!("managed-title"));
    let session = use_session();
    let manages = Memo::new(move |_| session.may(Permission::ManageAccounts));
    let address = Address::of_page();
    move || match manages.get() {
        true => managed_accounts(address).into_any(),
        false => {
            view! { <Empty icon=IconName::Account text=Signal::derive(move || t!("managed-not-allowed")) /> }
                .into_any()
        }
    }
}

fn managed_accounts(address: Address) -> impl IntoView {
    let accounts = use_accounts();
    let chosen = Memo::new(move |_| address.account.get().or_else(|| accounts.topmost()));
    let page = AccountsPage {
        session: use_session(),
        accounts,
        address,
        chosen,
        control: TreeControl::new(),
        sent: StoredValue::new(None),
        drawer: use_drawer(),
        scope: Scope::new(),
        dialogs: use_dialogs(),
        menus: use_menus(),
        toasts: use_toasts(),
        live: use_live(),
    };
    accounts.read();
    let drawer = page.drawer;
    // They hold what ends with the page.
    on_cleanup(move || {
        page.dialogs.close_all();
        page.menus.close();
    });
    let open = Callback::new(move |id: AccountId| {
        address.open(id);
        drawer.close();
    });
    view! {
        <div class="managed">
            <DrawerPlace>
                <AccountTreeView
                    tree=accounts.tree()
                    current=chosen
                    on_open=open
                    with_users=true
                    on_menu=move |(id, at): (AccountId, MenuPlace)| acts::open_menu(page, id, at)
                    control=page.control
                    on_rename=move |id: AccountId| naming::rename(page, id)
                    on_named=move |(asked, name): (Naming, String)| naming::named(page, asked, name)
                    may_move=Callback::new(move |(id, under): (AccountId, AccountId)| {
                        let tree = accounts.tree().get_untracked();
                        untrack(|| dialogs::move_to::refusal(&tree, id, under)).map_or(Ok(()), Err)
                    })
                    on_move=move |(id, under): (AccountId, AccountId)| moved(page, id, under)
                />
            </DrawerPlace>
            <section class="managed__chosen" aria-labelledby="managed-title">
                <h1 id="managed-title" class="managed__title" tabindex="-1">
                    {move || t!("managed-title")}
                </h1>
                {failure(page)}
                {chosen::chosen(page)}
            </section>
        </div>
    }
}

/// An account was dragged under another one: asks, or says why not.
fn moved(page: AccountsPage, id: AccountId, under: AccountId) {
    let tree = page.accounts.tree().get_untracked();
    match untrack(|| dialogs::move_to::refusal(&tree, id, under)) {
        Some(refusal) => {
            page.toasts.show(Toast::new(ToastKind::Info, refusal));
        }
        None => dialogs::move_to::open(page, id, Some(under)),
    }
}

/// The accounts could not be read: those shown may be old, or there are none.
fn failure(page: AccountsPage) -> impl IntoView {
    let failure = page.accounts.failure();
    move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("managed-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| page.accounts.read())>{move || t!("app-retry")}</Button>
                </Notice>
            }
        })
    }
}
