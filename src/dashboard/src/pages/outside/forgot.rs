//! "Forgot password?": a mail with a link, if there is somebody with this e-mail address. The page does not tell.

use super::frame::Frame;
use crate::pages::attempt::focus;
use crate::state::entrance::use_entrance;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::field::TextField;
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn Forgot() -> impl IntoView {
    let (entrance, session, scope) = (use_entrance(), use_session(), Scope::new());
    let field = NodeRef::<html::Input>::new();
    field.on_load(move |_| focus(field));
    let (busy, missing) = (RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<Error>);
    let asked_for = RwSignal::new(None::<String>);
    let ask = move || {
        let email = entrance.email.get_untracked().trim().to_owned();
        missing.set(email.is_empty());
        if email.is_empty() {
            focus(field);
        }
        if email.is_empty() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        scope.spawn(async move {
            let answer = session.api().forgot_password(email.clone()).await;
            busy.set(false);
            match answer {
                Ok(()) => asked_for.set(Some(email)),
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let error = Signal::derive(move || missing.get().then(|| t!("email-missing")));
    let back = move || {
        view! {
            <Button on_press=Callback::new(move |()| entrance.leave(None))>{move || t!("to-sign-in")}</Button>
        }
    };
    view! {
        <Frame title=Signal::derive(|| t!("forgot-title"))>
            {move || match asked_for.get() {
                Some(email) => view! {
                    <div role="status" class="sign-in__form">
                        <p>{move || t!("forgot-sent", email = email.clone())}</p>
                        <p class="sign-in__detail">{move || t!("forgot-sent-detail")}</p>
                    </div>
                    <div class="sign-in__acts">{back()}</div>
                }
                .into_any(),
                None => view! {
                    <p class="sign-in__detail">{move || t!("forgot-text")}</p>
                    <form
                        class="sign-in__form"
                        method="post"
                        novalidate
                        aria-busy=move || busy.get().then_some("true")
                        on:submit=move |event| {
                            event.prevent_default();
                            ask();
                        }
                    >
                        <TextField
                            node_ref=field
                            label=Signal::derive(|| t!("email"))
                            value=entrance.email
                            on_input=Callback::new(move |text| {
                                entrance.email.set(text);
                                missing.set(false);
                            })
                            error
                            kind="email"
                            autocomplete="username"
                        />
                        {move || failure.get().map(|error| view! {
                            <Notice kind=NoticeKind::Danger><p>{text::problem(&error)}</p></Notice>
                        })}
                        <div class="sign-in__acts">
                            <Button variant=ButtonVariant::Primary submit=true busy=busy>
                                {move || t!("forgot-send")}
                            </Button>
                            {back()}
                        </div>
                    </form>
                }
                .into_any(),
            }}
        </Frame>
    }
}
