//! What can be done with a user: the menu of its row.

use super::UsersTab;
use super::{change_role, reset_two_factor};
use crate::pages::accounts::confirm::{Confirm, NotDone};
use crate::state::users::NotChanged;
use crate::t;
use crate::text;
use crate::ui::icon::IconName;
use crate::ui::menu::{MenuEntry, MenuItem, MenuPlace, MenuRequest};
use crate::ui::toast::{Toast, ToastKind};
use client::IdempotencyKey;
use contract::user::{ManagedUser, UserPatch};
use domain::user::UserState;
use leptos::prelude::*;

/// Opens the menu of a user.
pub fn open_menu(tab: UsersTab, user: ManagedUser, at: MenuPlace) {
    tab.page.menus.open(MenuRequest {
        label: t!("user-actions", name = user.name.clone()),
        items: items(tab, &user),
        at,
        return_focus: None,
    });
}

fn items(tab: UsersTab, user: &ManagedUser) -> Vec<MenuEntry> {
    let own = untrack(|| tab.page.session.user());
    let reason = match own {
        Some(own) if own.id == user.id => Some(t!("user-own")),
        Some(own) if !own.role.may_give(user.role) => Some(t!("user-above-own")),
        _ => None,
    };
    let item = |icon, label: String, action: fn(UsersTab, ManagedUser)| {
        let user = user.clone();
        MenuItem {
            icon: Some(icon),
            disabled_reason: reason.clone(),
            ..MenuItem::new(label, move || action(tab, user.clone()))
        }
    };
    let mut items: Vec<MenuEntry> =
        vec![item(IconName::User, t!("user-change-role"), change_role::open).into()];
    items.push(match user.state {
        UserState::Disabled => item(IconName::Resume, t!("user-enable"), enable).into(),
        UserState::Active | UserState::Invited => item(IconName::Suspend, t!("user-disable"), disable).into(),
    });
    if user.state == UserState::Invited {
        items.push(MenuEntry::Separator);
        items.push(item(IconName::Refresh, t!("user-resend"), resend).into());
        items.push(item(IconName::Undo, t!("user-withdraw"), withdraw).into());
    }
    if user.two_factor {
        let label = t!("two-factor-reset");
        items.push(item(IconName::Undo, label, reset_two_factor::open).into());
    }
    items.push(MenuEntry::Separator);
    items.push(MenuItem { danger: true, ..item(IconName::Trash, t!("user-delete"), delete) }.into());
    items
}

/// In words, for a dialog that finds something else than was seen.
pub fn not_done(why: NotChanged) -> NotDone {
    match why {
        NotChanged::Stale(now) => NotDone::Stale(t!(
            "user-now",
            name = now.name.clone(),
            role = text::role(now.role),
            state = text::user_state(now.state)
        )),
        NotChanged::Failed(error) => NotDone::Failed(error),
    }
}

fn enable(tab: UsersTab, user: ManagedUser) {
    tab.page.scope.spawn(async move {
        match switch(tab, user.id, true).await {
            Ok(()) => tab.page.live.say(t!("user-is-enabled", name = user.name)),
            Err(why) => tell(tab, why),
        }
    });
}

/// What went wrong without a dialog to say it in.
fn tell(tab: UsersTab, why: NotDone) {
    let words = match why {
        NotDone::Stale(now) => t!("managed-stale", now = now),
        NotDone::Failed(error) => text::refused(&error),
    };
    tab.page.toasts.show(Toast::new(ToastKind::Danger, words));
}

async fn switch(tab: UsersTab, id: u32, enabled: bool) -> Result<(), NotDone> {
    let Some(seen) = tab.state.user(id) else { return Ok(()) };
    let patch = UserPatch { enabled: Some(enabled), ..UserPatch::default() };
    tab.state.change(&seen, &patch).await.map(|_| ()).map_err(not_done)
}

fn disable(tab: UsersTab, user: ManagedUser) {
    let (id, name) = (user.id, user.name);
    tab.page.dialogs.open(move |close| {
        let said = name.clone();
        let act = move || {
            let name = said.clone();
            async move {
                switch(tab, id, false).await?;
                tab.page.live.say(t!("user-is-disabled", name = name));
                Ok(())
            }
        };
        view! {
            <Confirm
                title=move || t!("user-disable-title", name = name.clone())
                verb=|| t!("user-disable-verb")
                danger=true
                scope=tab.page.scope
                close
                act
            >
                <p>{t!("user-disable-text")}</p>
            </Confirm>
        }
        .into_any()
    });
}

fn resend(tab: UsersTab, user: ManagedUser) {
    let key = IdempotencyKey::new();
    tab.page.scope.spawn(async move {
        match tab.state.resend(user.id, key).await {
            Ok(()) => {
                let words = t!("user-resent", email = user.email);
                tab.page.toasts.show(Toast::new(ToastKind::Success, words));
            }
            Err(why) => tell(tab, not_done(why)),
        }
    });
}

fn withdraw(tab: UsersTab, user: ManagedUser) {
    let (id, name) = (user.id, user.name);
    tab.page.dialogs.open_or_return_to(super::table_place, move |close| {
        let said = name.clone();
        let act = move || {
            let name = said.clone();
            async move {
                tab.state.withdraw(id).await.map_err(not_done)?;
                tab.page.live.say(t!("user-withdrawn", name = name));
                Ok(())
            }
        };
        view! {
            <Confirm
                title=move || t!("user-withdraw-title", name = name.clone())
                verb=|| t!("user-withdraw-verb")
                danger=true
                scope=tab.page.scope
                close
                act
            >
                <p>{t!("user-withdraw-text")}</p>
            </Confirm>
        }
        .into_any()
    });
}

fn delete(tab: UsersTab, user: ManagedUser) {
    let (id, name) = (user.id, user.name);
    tab.page.dialogs.open_or_return_to(super::table_place, move |close| {
        let said = name.clone();
        let act = move || {
            let name = said.clone();
            async move {
                let Some(seen) = tab.state.user(id) else { return Ok(()) };
                tab.state.delete(&seen).await.map_err(not_done)?;
                tab.page.live.say(t!("user-deleted", name = name));
                Ok(())
            }
        };
        view! {
            <Confirm
                title=move || t!("user-delete-title", name = name.clone())
                verb=|| t!("user-delete-verb")
                danger=true
                scope=tab.page.scope
                close
                act
            >
                <p>{t!("user-delete-text")}</p>
            </Confirm>
        }
        .into_any()
    });
}
