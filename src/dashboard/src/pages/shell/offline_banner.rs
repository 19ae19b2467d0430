//! Above everything, while the server has not been reached yet: how old what is shown is, and that nothing can be changed.

use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, IconName};
use leptos::prelude::*;

#[component]
pub fn OfflineBanner() -> impl IntoView {
    let session = use_session();
    let scope = Scope::new();
    let trying = RwSignal::new(false);
    let again = move |()| {
        trying.set(true);
        scope.spawn(async move {
            session.renew().await;
            trying.set(false);
        });
    };
    move || {
        session.offline.get().map(|at| {
            view! {
                <section class="view-banner" aria-label=move || t!("offline")>
                    <Icon name=IconName::Warning/>
                    <p class="view-banner__text" role="status">
                        {move || t!("offline-text", time = format::time(at), ago = format::ago(at))}
                    </p>
                    <Button on_press=again busy=trying>{move || t!("app-retry")}</Button>
                </section>
            }
        })
    }
}
