//! What can be done with a user: the menu of its row.

use super::UsersTab;
use super::change_role;
use super::question::{Question, ask};
use crate::pages::accounts::confirm::NotDone;
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
use std::sync::Arc;

/// Opens the menu of a user.
pub fn open_menu(tab: UsersTab, user: ManagedUser, at: MenuPlace) {
    tab.page.menus.open(|| MenuRequest {
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
        items.push(item(IconName::Undo, label, reset_two_factor).into());
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
    ask(
        tab,
        user,
        Question {
            title: |name| t!("user-disable-title", name = name),
            text: || t!("user-disable-text"),
            verb: || t!("user-disable-verb"),
            done: |name| t!("user-is-disabled", name = name),
            row_goes: false,
            act: |tab, id| Box::pin(switch(tab, id, false)),
        },
    );
}

fn withdraw(tab: UsersTab, user: ManagedUser) {
    ask(
        tab,
        user,
        Question {
            title: |name| t!("user-withdraw-title", name = name),
            text: || t!("user-withdraw-text"),
            verb: || t!("user-withdraw-verb"),
            done: |name| t!("user-withdrawn", name = name),
            row_goes: true,
            act: |tab, id| Box::pin(async move { tab.state.withdraw(id).await.map_err(not_done) }),
        },
    );
}

fn delete(tab: UsersTab, user: ManagedUser) {
    ask(
        tab,
        user,
        Question {
            title: |name| t!("user-delete-title", name = name),
            text: || t!("user-delete-text"),
            verb: || t!("user-delete-verb"),
            done: |name| t!("user-deleted", name = name),
            row_goes: true,
            act: |tab, id| {
                Box::pin(async move {
                    let Some(seen) = tab.state.user(id) else { return Ok(()) };
                    tab.state.delete(&seen).await.map_err(not_done)
                })
            },
        },
    );
}

fn reset_two_factor(tab: UsersTab, user: ManagedUser) {
    ask(
        tab,
        user,
        Question {
            title: |name| t!("two-factor-reset-title", name = name),
            text: || t!("two-factor-reset-text"),
            verb: || t!("two-factor-reset-verb"),
            done: |name| t!("two-factor-is-reset", name = name),
            row_goes: false,
            act: |tab, id| {
                Box::pin(async move {
                    let reset = tab.page.session.call(|api| async move { api.reset_two_factor(id).await });
                    reset.await.map_err(|error| NotDone::Failed(Arc::new(error)))?;
                    tab.state.read();
                    Ok(())
                })
            },
        },
    );
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
