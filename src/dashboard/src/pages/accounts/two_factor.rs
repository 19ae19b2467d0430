//! The switch "Require two-factor sign-in", on the tab "Features": unlike these, also Admins of the account itself may
//! switch it.

use super::context::AccountsPage;
use crate::state::accounts::NotChanged;
use crate::t;
use crate::text;
use crate::ui::switch::Switch;
use contract::account::AccountPatch;
use domain::account::AccountId;
use domain::permission::Permission;
use leptos::prelude::*;

/// `trouble`: where the tab says what went wrong.
pub fn requirement(page: AccountsPage, id: AccountId, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let account = Memo::new(move |_| page.account(id));
    let required = move || account.with(|account| account.as_ref().is_some_and(|it| it.two_factor_required));
    let own = move || account.with(|account| account.as_ref().is_some_and(|it| it.require_two_factor));
    // Nothing here changes what an account above requires.
    let from_above = Memo::new(move |_| required() && !own());
    let reason = Signal::derive(move || {
        if !page.session.may(Permission::ManageAccounts) {
            return Some(t!("problem-forbidden"));
        }
        from_above.get().then(|| t!("two-factor-required-above"))
    });
    let change = Callback::new(move |wished: bool| {
        trouble.set(None);
        let Some(seen) = account.get_untracked() else { return };
        let patch = AccountPatch { require_two_factor: Some(wished), ..AccountPatch::default() };
        page.scope.spawn(async move {
            match page.accounts.change(&seen, &patch).await {
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
            <Switch
                label=move || t!("two-factor-require")
                on=Signal::derive(required)
                on_change=change
                disabled_reason=reason
            />
            <p class="feature__means">{move || t!("two-factor-require-means")}</p>
        </section>
    }
}
