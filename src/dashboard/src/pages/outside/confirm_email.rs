//! Confirming a new e-mail address by a mailed link: it holds when the button is pressed, so that a program which looks
//! at every link of a mail changes nothing.

use super::frame::Frame;
use super::link::{Link, LinkTrouble, Waiting};
use crate::state::entrance::{Arrival, use_entrance};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind, use_toasts};
use client::Error;
use contract::me::EmailConfirmation;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ConfirmEmail(token: String) -> impl IntoView {
    let (entrance, toasts) = (use_entrance(), use_toasts());
    let asked = token.clone();
    let link = Link::<EmailConfirmation>::new(move |api| {
        let token = asked.clone();
        async move { api.email_confirmation(&token).await }
    });
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Arc<Error>>));
    let confirm = Callback::new(move |()| {
        busy.set(true);
        failure.set(None);
        let token = token.clone();
        link.scope.spawn(async move {
            let answer = link.session.api().confirm_email(&token).await;
            busy.set(false);
            match answer {
                Ok(()) => {
                    let about = link.about.get_untracked().and_then(Result::ok);
                    let email = about.map(|about| about.email.clone()).unwrap_or_default();
                    // Whoever is signed in here may have another address from now on.
                    link.session.start().await;
                    if untrack(|| link.somebody()).is_some() {
                        let said = t!("email-confirmed-now", email = email);
                        toasts.show(Toast::new(ToastKind::Success, said));
                        entrance.leave(None);
                    } else {
                        entrance.email.set(email);
                        entrance.leave(Some(Arrival::EmailConfirmed));
                    }
                }
                Err(error) => failure.set(Some(Arc::new(error))),
            }
        });
    });
    let again = Callback::new(move |()| link.ask());
    let advice = Signal::derive(|| t!("confirm-email-invalid"));
    let said = move || {
        failure.get().map(|error| {
            let taken = error.field("").map(text::field_problem);
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{taken.unwrap_or_else(|| text::problem(&error))}</p>
                </Notice>
            }
        })
    };
    view! {
        <Frame title=Signal::derive(|| t!("confirm-email-title"))>
            {move || match link.about.get() {
                None => view! { <Waiting /> }.into_any(),
                Some(Err(error)) => {
                    view! { <LinkTrouble error advice offers_new=false again /> }.into_any()
                }
                Some(Ok(about)) => view! {
                    <p>{move || t!("confirm-email-text", name = about.name.clone(), email = about.email.clone())}</p>
                    {said}
                    <div class="sign-in__acts sign-in__acts--wide">
                        <Button variant=ButtonVariant::Primary busy=busy on_press=confirm>
                            {move || t!("confirm-email")}
                        </Button>
                    </div>
                }
                .into_any(),
            }}
        </Frame>
    }
}
