//! Above everything, while an Admin sees the app as an account below: as which one, and the way back.

use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::icon::{Icon, IconName};
use client::Error;
use leptos::prelude::*;

#[component]
pub fn ViewBanner() -> impl IntoView {
    let session = use_session();
    let scope = Scope::new();
    let failure = RwSignal::new(None::<Error>);
    let leaving = RwSignal::new(false);
    let stop = move |()| {
        leaving.set(true);
        failure.set(None);
        scope.spawn(async move {
            if let Err(error) = session.end_view().await {
                leaving.set(false);
                failure.set(Some(error));
            }
        });
    };
    move || {
        session.view.get().map(|view| {
            view! {
                <section class="view-banner" aria-label=move || t!("view-as")>
                    <Icon name=IconName::Eye/>
                    <p class="view-banner__text">
                        {move || t!("view-as-text", account = view.account_name.clone())}
                        <span class="error-text" role="alert">
                            {move || failure.get().map(|error| text::problem(&error))}
                        </span>
                    </p>
                    <Button on_press=stop busy=leaving>{move || t!("view-as-stop")}</Button>
                </section>
            }
        })
    }
}
