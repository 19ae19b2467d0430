//! The tab "Features": what the account can use, and why it cannot.

use super::context::AccountsPage;
use super::{dialogs, two_factor};
use crate::state::accounts::NotChanged;
use crate::t;
use crate::text;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::switch::Switch;
use contract::account::{AccountPatch, FeaturesPatch};
use domain::account::{Account, AccountId, AccountTree, Features};
use leptos::prelude::*;

/// One of the features.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    CapsAndAlerts,
    SubAccounts,
}

impl Feature {
    const ALL: [Self; 2] = [Self::CapsAndAlerts, Self::SubAccounts];

    pub fn name(self) -> String {
        match self {
            Self::CapsAndAlerts => t!("feature-caps-and-alerts"),
            Self::SubAccounts => t!("feature-sub-accounts"),
        }
    }

    fn means(self) -> String {
        match self {
            Self::CapsAndAlerts => t!("feature-caps-and-alerts-means"),
            Self::SubAccounts => t!("feature-sub-accounts-means"),
        }
    }

    /// What it means that it is switched off.
    pub fn means_off(self) -> String {
        match self {
            Self::CapsAndAlerts => t!("feature-caps-and-alerts-off"),
            Self::SubAccounts => t!("feature-sub-accounts-off"),
        }
    }

    fn of(self, features: Features) -> bool {
        match self {
            Self::CapsAndAlerts => features.caps_and_alerts,
            Self::SubAccounts => features.sub_accounts,
        }
    }

    pub fn patch(self, on: bool) -> AccountPatch {
        let features = match self {
            Self::CapsAndAlerts => FeaturesPatch { caps_and_alerts: Some(on), ..FeaturesPatch::default() },
            Self::SubAccounts => FeaturesPatch { sub_accounts: Some(on), ..FeaturesPatch::default() },
        };
        AccountPatch { features: Some(features), ..AccountPatch::default() }
    }

    /// The topmost of the accounts above that have it off: it has to be switched on from there down.
    fn off_above(self, tree: &AccountTree, id: AccountId) -> Option<&Account> {
        let path = tree.path(id);
        let (_, above) = path.split_last()?;
        above.iter().copied().find(|account| !self.of(account.features))
    }

    /// How many accounts below have it.
    fn count_below(self, tree: &AccountTree, id: AccountId) -> u64 {
        tree.subtree(id).iter().skip(1).filter(|node| self.of(node.account.features)).count() as u64
    }
}

pub fn features(page: AccountsPage, id: AccountId) -> impl IntoView {
    let trouble = RwSignal::new(None::<String>);
    view! {
        <div class="features">
            {move || {
                trouble.get().map(|words| view! { <Notice kind=NoticeKind::Danger><p>{words}</p></Notice> })
            }}
            {Feature::ALL.map(|feature| switch(page, id, feature, trouble)).into_iter().collect_view()}
            {two_factor::requirement(page, id, trouble)}
        </div>
    }
}

fn switch(
    page: AccountsPage,
    id: AccountId,
    feature: Feature,
    trouble: RwSignal<Option<String>>,
) -> impl IntoView {
    let tree = page.accounts.tree();
    let on = Memo::new(move |_| page.account(id).is_some_and(|account| feature.of(account.features)));
    let reason = Signal::derive(move || {
        tree.with(|tree| {
            let account = tree.get(id)?;
            if let Some(above) = feature.off_above(tree, id) {
                return Some(t!("feature-off-above", account = above.name.clone()));
            }
            (!account.can_edit).then(|| t!("field-own-account"))
        })
    });
    let below = Memo::new(move |_| tree.with(|tree| feature.count_below(tree, id)));
    let change = Callback::new(move |wished: bool| {
        trouble.set(None);
        let below = below.get_untracked();
        if !wished && below > 0 {
            dialogs::feature::open(page, id, feature, below);
            return;
        }
        let Some(seen) = untrack(|| page.account(id)) else { return };
        page.scope.spawn(async move {
            match page.accounts.change(&seen, &feature.patch(wished)).await {
                Ok(changed) => page.live.say(t!("feature-switched", name = changed.name)),
                Err(NotChanged::Stale(_)) => {
                    trouble.try_set(Some(t!("feature-stale")));
                }
                Err(NotChanged::Failed(error)) => {
                    trouble.try_set(Some(text::refused(&error)));
                }
            }
        });
    });
    view! {
        <section class="feature">
            <Switch label=move || feature.name() on=on on_change=change disabled_reason=reason />
            <p class="feature__means">{move || feature.means()}</p>
            {move || {
                let count = below.get();
                (on.get() && count > 0 && reason.with(Option::is_none)).then(|| view! { <p class="feature__means">{t!("feature-below", count = count)}</p> })
            }}
        </section>
    }
}
