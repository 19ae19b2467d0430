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
                        key=|user| (user.id, user.etag.clone(), user.last_sign_in_at)
                        children=move |user| row(tab, user, below)
                    />
                </tbody>
            </table>
        </div>
    }
}

fn row(tab: UsersTab, user: ManagedUser, below: Memo<bool>) -> impl IntoView {
    let (role, state, account) = (user.role, user.state, user.account_id);
    let last = user.last_sign_in_at;
    let link = user.invitation_expires_at;
    let expired = state == UserState::Invited && link.is_none_or(|ends| ends <= format::now());
    let (named, for_button) = (user.name.clone(), user.clone());
    let menu = {
        let user = user.clone();
        move |row: Option<EventTarget>, x, y| {
            // The menu gives the focus back to what has it now.
            let row = row.and_then(|row| row.dyn_into::<Element>().ok());
            if let Some(button) = row.and_then(|row| focus::find(&row, "[aria-haspopup]")) {
                focus::focus_quietly(&button);
            }
            acts::open_menu(tab, user.clone(), MenuPlace::Point { x, y });
        }
    };
    let rests = menu.clone();
    view! {
        <tr
            class="user"
            class:user--disabled=state == UserState::Disabled
            role="row"
            on:contextmenu=move |event| {
                event.prevent_default();
                menu(event.current_target(), event.client_x().into(), event.client_y().into());
            }
            on:pointerdown=move |event| {
                let (row, rests) = (event.current_target(), rests.clone());
                on_rest(&event, move |x, y| rests(row, x, y));
            }
        >
            <th scope="row" role="rowheader" class="user__name">{user.name.clone()}</th>
            <td role="cell" class="user__email">{user.email.clone()}</td>
            <td role="cell" class="user__role">{move || text::role(role)}</td>
            <td role="cell" class="user__state">
                <span class="user-state" data-state=state.code()>{move || text::user_state(state)}</span>
                {expired.then(|| view! { <span class="user__note">{move || t!("user-link-expired")}</span> })}
            </td>
            {move || below.get().then(|| view! { <td role="cell" class="user__account">{move || tab.page.name(account)}</td> })}
            <td role="cell" class="user__last">
                {move || match last {
                    Some(last) => view! { <span title=format::time(last)>{format::ago(last)}</span> }.into_any(),
                    None => t!("user-never").into_any(),
                }}
            </td>
            <td role="cell" class="user__more">
                <button
                    type="button"
                    class="icon-button"
                    aria-haspopup="menu"
                    aria-label=move || t!("user-actions", name = named.clone())
                    on:click=move |event| {
                        if let Some(button) = event.current_target().and_then(|target| target.dyn_into().ok()) {
                            acts::open_menu(tab, for_button.clone(), MenuPlace::Below(button));
                        }
                    }
                >
                    <Icon name=IconName::More />
                </button>
            </td>
        </tr>
    }
}
