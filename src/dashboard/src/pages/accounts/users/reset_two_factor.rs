//! "Reset two-factor sign-in": for a user who lost the phone.

use super::UsersTab;
use crate::pages::accounts::confirm::{Confirm, NotDone};
use crate::t;
use contract::user::ManagedUser;
use leptos::prelude::*;
use std::sync::Arc;

pub fn open(tab: UsersTab, user: ManagedUser) {
    let (id, name) = (user.id, user.name);
    tab.page.dialogs.open(move |close| {
        let said = name.clone();
        let act = move || {
            let name = said.clone();
            async move {
                let reset = tab.page.session.call(|api| async move { api.reset_two_factor(id).await });
                reset.await.map_err(|error| NotDone::Failed(Arc::new(error)))?;
                tab.state.read();
                tab.page.live.say(t!("two-factor-is-reset", name = name));
                Ok(())
            }
        };
        view! {
            <Confirm
                title=move || t!("two-factor-reset-title", name = name.clone())
                verb=|| t!("two-factor-reset-verb")
                danger=true
                scope=tab.page.scope
                close
                act
            >
                <p>{t!("two-factor-reset-text")}</p>
            </Confirm>
        }
        .into_any()
    });
}
