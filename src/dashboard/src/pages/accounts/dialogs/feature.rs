//! Switching a feature off that accounts below have: asked before, because it is not switched on there again with it.

use super::change;
use crate::pages::accounts::confirm::Confirm;
use crate::pages::accounts::context::AccountsPage;
use crate::pages::accounts::features::Feature;
use crate::t;
use domain::account::AccountId;
use leptos::prelude::*;

pub fn open(page: AccountsPage, id: AccountId, feature: Feature, below: u64) {
    page.dialogs.open(move |close| {
        let title = move || t!("feature-off-title", feature = feature.name());
        let act = move || change(page, id, feature.patch(false), |name| t!("feature-switched", name = name));
        view! {
            <Confirm title verb=|| t!("feature-off-verb") danger=true scope=page.scope close act>
                <p>{feature.means_off()}</p>
                <p>{t!("feature-off-below", count = below)}</p>
            </Confirm>
        }
        .into_any()
    });
}
