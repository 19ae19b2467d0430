//! The tab "Features": what the account can use.

use super::context::AccountsPage;
use crate::t;
use domain::account::{AccountId, Features};
use leptos::prelude::*;

pub fn features(page: AccountsPage, id: AccountId) -> impl IntoView {
    let features = Memo::new(move |_| page.account(id).map(|account| account.features));
    let state = move |of: fn(Features) -> bool| {
        move || features.get().map(|features| if of(features) { t!("feature-on") } else { t!("feature-off") })
    };
    view! {
        <dl class="features">
            <dt>{move || t!("feature-caps-and-alerts")}</dt>
            <dd>{state(|features| features.caps_and_alerts)}</dd>
            <dt>{move || t!("feature-sub-accounts")}</dt>
            <dd>{state(|features| features.sub_accounts)}</dd>
        </dl>
    }
}
