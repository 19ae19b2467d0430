//! The way from page to page: in the header, or at the foot of a narrow window.

use crate::state::session::use_session;
use crate::t;
use crate::ui::icon::{Icon, IconName};
use domain::permission::Permission;
use leptos::prelude::*;
use leptos_router::components::A;

/// Links to the pages that the role may see; the router marks the one that is shown.
#[component]
pub fn Navigation() -> impl IntoView {
    let session = use_session();
    let manages = Memo::new(move |_| session.may(Permission::ManageAccounts));
    let sees_history = Memo::new(move |_| session.may(Permission::SeeAuditLog));
    view! {
        <nav class="shell__nav" aria-label=move || t!("pages")>
            <A href="/sims" {..} class="shell__link">
                <Icon name=IconName::Sim />
                <span>{move || t!("page-sims")}</span>
            </A>
            {move || {
                manages
                    .get()
                    .then(|| {
                        view! {
                            <A href="/accounts" {..} class="shell__link">
                                <Icon name=IconName::Account />
                                <span>{move || t!("page-accounts")}</span>
                            </A>
                        }
                    })
            }}
            {move || {
                sees_history
                    .get()
                    .then(|| {
                        view! {
                            <A href="/history" {..} class="shell__link">
                                <Icon name=IconName::History />
                                <span>{move || t!("page-history")}</span>
                            </A>
                        }
                    })
            }}
        </nav>
    }
}
