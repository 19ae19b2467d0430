//! The session has ended: asks for the password over the page, which stays as it is.

use super::attempt::{Attempt, focus};
use super::password_field::PasswordField;
use crate::state::session::{Phase, leave, use_session};
use crate::t;
use leptos::html;
use leptos::prelude::*;

/// A native modal dialog, always there and shown when needed: closing it gives the focus back to where it was.
#[component]
pub fn SessionExpired() -> impl IntoView {
    let session = use_session();
    let attempt = Attempt::new();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_expired = Memo::new(move |_| session.phase.with(|phase| matches!(phase, Phase::Expired(_))));
    let user = move || session.phase.with(|phase| phase.user().cloned());
    let show = move || {
        if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
            focus(attempt.password);
        }
    };
    Effect::new(move || match dialog.get() {
        Some(_) if is_expired.get() => show(),
        Some(dialog) if dialog.open() => dialog.close(),
        _ => {}
    });
    view! {
        <dialog
            node_ref=dialog
            class="session-expired"
            aria-labelledby="session-expired-title"
            aria-describedby="session-expired-text"
            on:cancel=move |event: leptos::ev::Event| event.prevent_default()
            // A browser closes it all the same when Escape is pressed twice.
            on:close=move |_| {
                if is_expired.get_untracked() {
                    show();
                }
            }
        >
            <form
                class="session-expired__form"
                method="post"
                novalidate
                aria-busy=move || attempt.is_busy().then_some("true")
                on:submit=move |event| {
                    event.prevent_default();
                    attempt.submit();
                }
            >
                <h2 id="session-expired-title" class="session-expired__title">
                    {move || t!("session-expired-title")}
                </h2>
                <p id="session-expired-text">{move || t!("session-expired-text")}</p>
                <p class="sign-in__failure" role="alert">
                    {move || attempt.failure()}
                </p>
                <div class="sign-in__step" hidden=move || attempt.asks_code()>
                    <div class="credential">
                        <label class="credential__label" for="expired-email">
                            {move || t!("email")}
                        </label>
                        <div class="credential__box">
                            <input
                                node_ref=attempt.email
                                id="expired-email"
                                class="credential__input"
                                name="email"
                                type="email"
                                autocomplete="username"
                                readonly
                                prop:value=move || user().map(|user| user.email.clone()).unwrap_or_default()
                            />
                        </div>
                    </div>
                    <PasswordField node_ref=attempt.password error=attempt.password_error() />
                </div>
                {attempt.code_step()}
                <div class="session-expired__buttons">
                    <button type="button" class="button" on:click=move |_| leave()>
                        {move || t!("sign-in-as-other")}
                    </button>
                    <Show when=move || attempt.asks_code()>
                        <button type="button" class="button" on:click=move |_| attempt.back()>
                            {move || t!("two-factor-back")}
                        </button>
                    </Show>
                    <button
                        type="submit"
                        class="button button--primary"
                        aria-disabled=move || attempt.is_busy().then_some("true")
                    >
                        {move || if attempt.is_busy() { t!("signing-in") } else { t!("go-on") }}
                    </button>
                </div>
            </form>
        </dialog>
    }
}
