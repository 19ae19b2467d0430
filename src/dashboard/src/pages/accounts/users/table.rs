//! The users, a row each. On a phone a row takes two lines.

use super::{UsersTab, acts};
use crate::behaviour::focus;
use crate::behaviour::pointing::on_rest;
use crate::t;
use crate::text::{self, format};
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::MenuPlace;
use contract::user::ManagedUser;
use domain::user::UserState;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget};

pub fn table(tab: UsersTab) -> impl IntoView {
    let items = tab.state.items();
    let below = Memo::new(move |_| tab.state.query.with(|query| query.include_below));
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        <div class="users__scroller" hidden=move || empty.get()>
            <table class="users__table" role="table" aria-label=move || t!("managed-users")>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{move || t!("user-name")}</th>
                        <th scope="col" role="columnheader">{move || t!("user-email")}</th>
                        <th scope="col" role="columnheader">{move || t!("user-role")}</th>
                        <th scope="col" role="columnheader">{move || t!("user-state")}</th>
                        {move || below.get().then(|| view! { <th scope="col" role="columnheader">{t!("user-account")}</th> })}
                        <th scope="col" role="columnheader">{move || t!("user-last-sign-in")}</th>
                        <th scope="col" role="columnheader">
                            <span class="visually-hidden">{move || t!("user-acts")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For
                        each=move || items.get()
                        key=|user| user.id
                        children=move |user| row(tab, user, below)
                    />
                </tbody>
            </table>
        </div>
    }
}

/// A row stays while its user is shown, whatever becomes of that: the focus may be in it.
fn row(tab: UsersTab, first: ManagedUser, below: Memo<bool>) -> impl IntoView {
    let items = tab.state.items();
    let id = first.id;
    let user = Memo::new(move |_| {
        items.with(|items| items.iter().find(|user| user.id == id).cloned()).unwrap_or_else(|| first.clone())
    });
    let of = move |what: fn(&ManagedUser) -> String| move || user.with(what);
    let menu = move |row: Option<EventTarget>, x, y| {
        // The menu gives the focus back to what has it now.
        let row = row.and_then(|row| row.dyn_into::<Element>().ok());
        if let Some(button) = row.and_then(|row| focus::find(&row, "[aria-haspopup]")) {
            focus::focus_quietly(&button);
        }
        acts::open_menu(tab, user.get_untracked(), MenuPlace::Point { x, y });
    };
    view! {
        <tr
            class="user"
            class:user--disabled=move || user.with(|user| user.state == UserState::Disabled)
            role="row"
            on:contextmenu=move |event| {
                event.prevent_default();
                menu(event.current_target(), event.client_x().into(), event.client_y().into());
            }
            on:pointerdown=move |event| {
                let row = event.current_target();
                on_rest(&event, move |x, y| menu(row, x, y));
            }
        >
            <th scope="row" role="rowheader" class="user__name">{of(|user| user.name.clone())}</th>
            <td role="cell" class="user__email">{of(|user| user.email.clone())}</td>
            <td role="cell" class="user__role">{of(|user| text::role(user.role))}</td>
            <td role="cell" class="user__state">
                <span class="user-state" data-state=of(|user| user.state.code().to_owned())>
                    {of(|user| text::user_state(user.state))}
                </span>
                {move || {
                    user.with(has_lost_link).then(|| view! { <span class="user__note">{t!("user-link-expired")}</span> })
                }}
            </td>
            {move || {
                let account = move || tab.page.name(user.with(|user| user.account_id));
                below.get().then(|| view! { <td role="cell" class="user__account">{account}</td> })
            }}
            <td role="cell" class="user__last">
                {move || match user.with(|user| user.last_sign_in_at) {
                    Some(last) => view! { <span title=format::time(last)>{format::ago(last)}</span> }.into_any(),
                    None => t!("user-never").into_any(),
                }}
            </td>
            <td role="cell" class="user__more">
                <button
                    type="button"
                    class="icon-button"
                    aria-haspopup="menu"
                    aria-label=of(|user| t!("user-actions", name = user.name.clone()))
                    on:click=move |event| {
                        if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
                            acts::open_menu(tab, user.get_untracked(), MenuPlace::Below(button));
                        }
                    }
                >
                    <Icon name=IconName::More />
                </button>
            </td>
        </tr>
    }
}

/// Whether an invited user has no link any more to come in by.
fn has_lost_link(user: &ManagedUser) -> bool {
    user.state == UserState::Invited && user.invitation_expires_at.is_none_or(|ends| ends <= format::now())
}
