//! Before the app: the account requires two-factor sign-in, and the person has not set it up yet.

use super::setup::Setup;
use crate::pages::product::Product;
use crate::pages::title;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use client::Error;
use leptos::prelude::*;
use std::sync::Arc;

/// Sets it up and goes on.
#[component]
pub fn TwoFactorRequired(
    /// Goes on to the app.
    done: Callback<()>,
) -> impl IntoView {
    let (session, scope) = (use_session(), Scope::new());
    let setup = Setup::new(session, false, done);
    title::name(move || setup.title().get());
    let failure = RwSignal::new(None::<Arc<Error>>);
    let sign_out = move |_| {
        scope.spawn(async move {
            if let Err(error) = session.sign_out().await {
                failure.set(Some(Arc::new(error)));
            }
        });
    };
    view! {
        <main class="sign-in">
            <form
                class="sign-in__card sign-in__card--wide"
                novalidate
                aria-labelledby="two-factor-required-title"
                on:submit=move |event| {
                    event.prevent_default();
                    setup.submit();
                }
            >
                <p class="sign-in__product">
                    <Product />
                </p>
                <h1 id="two-factor-required-title" class="sign-in__title">
                    {move || setup.title().get()}
                </h1>
                <Show when=move || setup.can_cancel()>
                    <p>{move || t!("two-factor-required-about")}</p>
                </Show>
                {setup.body()}
                {setup.action()}
            </form>
            <div class="sign-in__foot">
                <p class="error-text" role="alert">
                    {move || failure.get().map(|error| text::problem(&error))}
                </p>
                <button type="button" class="button button--bare" on:click=sign_out>
                    {move || t!("sign-out")}
                </button>
            </div>
        </main>
    }
}
