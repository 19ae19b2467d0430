//! The users, a row each. On a phone a row takes two lines.

use super::UsersTab;
use crate::t;
use crate::text::{self, format};
use contract::user::ManagedUser;
use domain::user::UserState;
use leptos::prelude::*;

pub fn table(tab: UsersTab) -> impl IntoView {
    let items = tab.state.items();
    let below = Memo::new(move |_| tab.state.query.with(|query| query.include_below));
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        <div class="users__scroller" hidden=move || empty.get()>
            <table class="users__table" class:has-accounts=move || below.get() aria-label=move || t!("managed-users")>
                <thead>
                    <tr>
                        <th scope="col">{move || t!("user-name")}</th>
                        <th scope="col">{move || t!("user-email")}</th>
                        <th scope="col">{move || t!("user-role")}</th>
                        <th scope="col">{move || t!("user-state")}</th>
                        {move || below.get().then(|| view! { <th scope="col">{t!("user-account")}</th> })}
                        <th scope="col">{move || t!("user-last-sign-in")}</th>
                    </tr>
                </thead>
                <tbody>
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
    view! {
        <tr class="user" class:user--disabled=state == UserState::Disabled>
            <th scope="row" class="user__name">{user.name}</th>
            <td class="user__email">{user.email}</td>
            <td class="user__role">{move || text::role(role)}</td>
            <td class="user__state">
                <span class="user-state" data-state=state.code()>{move || text::user_state(state)}</span>
            </td>
            {move || below.get().then(|| view! { <td class="user__account">{move || tab.page.name(account)}</td> })}
            <td class="user__last">
                {move || match last {
                    Some(last) => view! { <span title=format::time(last)>{format::ago(last)}</span> }.into_any(),
                    None => t!("user-never").into_any(),
                }}
            </td>
        </tr>
    }
}
