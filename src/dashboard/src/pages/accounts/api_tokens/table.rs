//! The tokens, a row each. On a phone a row takes a few lines.

use super::{TokensTab, revoke};
use crate::t;
use crate::text::{self, format};
use crate::ui::button::{Button, ButtonVariant};
use contract::token::ApiToken;
use domain::token::TokenState;
use leptos::prelude::*;

pub fn table(tab: TokensTab) -> impl IntoView {
    let items = tab.state.items();
    let empty = Memo::new(move |_| items.with(Vec::is_empty));
    view! {
        <table class="api-tokens__table" hidden=move || empty.get() aria-label=move || t!("managed-api-tokens")>
            <thead>
                <tr>
                    <th scope="col">{move || t!("token-name")}</th>
                    <th scope="col">{move || t!("token-role")}</th>
                    <th scope="col">{move || t!("token-state")}</th>
                    <th scope="col">{move || t!("token-expires")}</th>
                    <th scope="col">{move || t!("token-last-used")}</th>
                    <th scope="col">{move || t!("token-created-by")}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || items.get()
                    key=|token| (token.id, token.state, token.role, token.last_used_at, token.created_by.name.clone())
                    children=move |token| row(tab, token)
                />
            </tbody>
        </table>
    }
}

fn row(tab: TokensTab, token: ApiToken) -> impl IntoView {
    let ApiToken { role, state, expires_at, last_used_at, created_at, .. } = token;
    let revoked = token.clone();
    let (name, maker) = (token.name.clone(), token.created_by.name.clone());
    view! {
        <tr class="api-token" class:api-token--refused=state != TokenState::Active>
            <th scope="row" class="api-token__name">
                <span>{token.name}</span>
                <code class="api-token__hint">{token.hint} "…"</code>
            </th>
            <td class="api-token__role">{move || text::role(role)}</td>
            <td class="api-token__state">
                <span class="token-state" data-state=state.code()>{move || text::token_state(state)}</span>
                {(state == TokenState::Suspended)
                    .then(|| view! { <span class="api-token__why">{move || t!("token-suspended-why")}</span> })}
            </td>
            <td class="api-token__expires" data-label=move || t!("token-expires")>
                <span title=move || format::time(expires_at)>{move || format::date(expires_at)}</span>
            </td>
            <td class="api-token__used" data-label=move || t!("token-last-used")>
                {move || match last_used_at {
                    Some(used) => view! { <span title=format::time(used)>{format::ago(used)}</span> }.into_any(),
                    None => t!("token-never-used").into_any(),
                }}
            </td>
            <td class="api-token__maker" data-label=move || t!("token-created-by")>
                <span title=move || format::time(created_at)>{maker}</span>
            </td>
            <td class="api-token__act">
                <Button
                    variant=ButtonVariant::Bare
                    on_press=Callback::new(move |()| revoke::revoke(tab, revoked.clone()))
                >
                    {move || t!("token-revoke")}
                    <span class="visually-hidden">" " {name.clone()}</span>
                </Button>
            </td>
        </tr>
    }
}
