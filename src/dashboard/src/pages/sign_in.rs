//! Signing in, as a page of its own.

use super::attempt::{Attempt, focus};
use super::language_select::LanguageSelect;
use super::password_field::PasswordField;
use super::product::Product;
use super::support::SupportLink;
use crate::pages::title;
use crate::state::entrance::{Arrival, FORGOT_PAGE, use_entrance};
use crate::t;
use crate::ui::notice::{Notice, NoticeKind};
use leptos::prelude::*;

#[component]
pub fn SignIn() -> impl IntoView {
    title::name(|| t!("sign-in"));
    let attempt = Attempt::new();
    let entrance = use_entrance();
    let email = entrance.email.get_untracked();
    // What is known need not be typed.
    let first = if email.is_empty() { attempt.email } else { attempt.password };
    first.on_load(move |_| focus(first));
    let email_error = attempt.email_error();
    let forgot = move |event: leptos::ev::MouseEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if is_plain {
            event.prevent_default();
            entrance.email.set(attempt.typed_email());
            entrance.forgot_password();
        }
    };
    view! {
        <main class="sign-in">
            <form
                class="sign-in__card"
                method="post"
                novalidate
                aria-labelledby="sign-in-title"
                aria-busy=move || attempt.is_busy().then_some("true")
                on:submit=move |event| {
                    event.prevent_default();
                    attempt.submit();
                }
            >
                <p class="sign-in__product">
                    <Product />
                </p>
                <h1 id="sign-in-title" class="sign-in__title">
                    {move || t!("sign-in")}
                </h1>
                {move || entrance.arrival.get().map(|arrival| view! {
                    <Notice kind=NoticeKind::Success>
                        <p role="status">
                            {match arrival {
                                Arrival::PasswordSet => t!("password-set"),
                                Arrival::EmailConfirmed => t!("email-confirmed"),
                            }}
                        </p>
                    </Notice>
                })}
                <p class="sign-in__failure" role="alert">
                    {move || attempt.failure()}
                </p>
                <div class="sign-in__step" hidden=move || attempt.asks_code()>
                    <div class="credential">
                        <label class="credential__label" for="email">
                            {move || t!("email")}
                        </label>
                        <div class="credential__box">
                            <input
                                node_ref=attempt.email
                                id="email"
                                class="credential__input"
                                name="email"
                                type="email"
                                value=email
                                autocomplete="username"
                                autocapitalize="none"
                                spellcheck="false"
                                aria-invalid=move || email_error.with(Option::is_some).then_some("true")
                                aria-describedby=move || email_error.with(Option::is_some).then_some("email-error")
                            />
                        </div>
                        <p id="email-error" class="credential__error">
                            {move || email_error.get()}
                        </p>
                    </div>
                    <PasswordField node_ref=attempt.password error=attempt.password_error() />
                </div>
                {attempt.code_step()}
                <button
                    type="submit"
                    class="button button--primary sign-in__submit"
                    aria-disabled=move || attempt.is_busy().then_some("true")
                >
                    {move || if attempt.is_busy() { t!("signing-in") } else { t!("sign-in") }}
                </button>
                <Show when=move || attempt.asks_code()>
                    <button type="button" class="button button--bare" on:click=move |_| attempt.back()>
                        {move || t!("two-factor-back")}
                    </button>
                </Show>
                <Show when=move || !attempt.asks_code()>
                    <a class="sign-in__forgot" href=FORGOT_PAGE.trim_start_matches('/') on:click=forgot>
                        {move || t!("forgot-password")}
                    </a>
                </Show>
            </form>
            <div class="sign-in__foot">
                <LanguageSelect />
                <SupportLink class="button button--bare" aside=true />
            </div>
        </main>
    }
}
