//! Setting a password by a mailed link: the first one, or one in place of a forgotten one.

use super::frame::Frame;
use super::link::{Link, LinkTrouble, SignedInAs, Waiting};
use crate::pages::attempt::focus;
use crate::pages::new_password::{NewPassword, NewPasswordField};
use crate::state::entrance::{Arrival, use_entrance};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use client::Error;
use contract::me::NewPassword as Chosen;
use contract::problem::ProblemCode;
use leptos::prelude::*;
use std::sync::Arc;

/// Why a password is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Invitation,
    Reset,
}

/// Whom the link is for.
struct About {
    name: String,
    email: String,
    /// Of an invitation.
    account: Option<String>,
}

#[component]
pub fn SetPassword(occasion: Occasion, token: String) -> impl IntoView {
    let asked = token.clone();
    let link = Link::<About>::new(move |api| {
        let token = asked.clone();
        async move {
            match occasion {
                Occasion::Invitation => api.invitation(&token).await.map(|it| About {
                    name: it.name,
                    email: it.email,
                    account: Some(it.account_name),
                }),
                Occasion::Reset => api.password_reset(&token).await.map(|it| About {
                    name: it.name,
                    email: it.email,
                    account: None,
                }),
            }
        }
    });
    // Meanwhile used, expired or withdrawn.
    let gone = RwSignal::new(None::<Arc<Error>>);
    let title = Signal::derive(move || match occasion {
        Occasion::Invitation => t!("invitation-title"),
        Occasion::Reset => t!("reset-title"),
    });
    let advice = Signal::derive(move || match occasion {
        Occasion::Invitation => t!("invitation-invalid"),
        Occasion::Reset => t!("reset-invalid"),
    });
    let again = Callback::new(move |()| link.ask());
    let trouble = move |error| view! { <LinkTrouble error advice offers_new=true again /> }.into_any();
    view! {
        <Frame title>
            {move || {
                if !link.is_known() {
                    return view! { <Waiting /> }.into_any();
                }
                match (link.about.get(), gone.get()) {
                    (_, Some(error)) | (Some(Err(error)), None) => trouble(error),
                    (Some(Ok(about)), None) => match link.somebody() {
                        Some((name, email)) => view! { <SignedInAs name email /> }.into_any(),
                        None => view! { <Form occasion link token=token.clone() about gone /> }.into_any(),
                    },
                    (None, None) => ().into_any(),
                }
            }}
        </Frame>
    }
}

#[component]
fn Form(
    occasion: Occasion,
    link: Link<About>,
    token: String,
    about: Arc<About>,
    gone: RwSignal<Option<Arc<Error>>>,
) -> impl IntoView {
    let entrance = use_entrance();
    let password = NewPassword::new(Signal::stored(vec![about.name.clone(), about.email.clone()]));
    password.field.on_load(move |_| focus(password.field));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Arc<Error>>));
    let refused = Signal::derive(move || failure.with(|failure| failure.as_ref()?.field("/password")));
    let email = about.email.clone();
    let save = move || {
        if busy.get_untracked() {
            return;
        }
        if !password.check() {
            focus(password.field);
            return;
        }
        busy.set(true);
        failure.set(None);
        let (token, email) = (token.clone(), email.clone());
        let chosen = Chosen { password: password.value() };
        link.scope.spawn(async move {
            let api = link.session.api();
            let answer = match occasion {
                Occasion::Invitation => api.accept_invitation(&token, &chosen).await,
                Occasion::Reset => api.reset_password(&token, &chosen).await,
            };
            busy.set(false);
            match answer {
                Ok(()) => {
                    entrance.email.set(email);
                    entrance.leave(Some(Arrival::PasswordSet));
                }
                Err(error) if error.code() == Some(ProblemCode::LinkInvalid) => {
                    gone.set(Some(Arc::new(error)))
                }
                Err(error) => {
                    failure.set(Some(Arc::new(error)));
                    focus(password.field);
                }
            }
        });
    };
    let other_failure = move || failure.get().filter(|error| error.field("/password").is_none());
    let About { name, account, email } = &*about;
    let (name, account, email) = (name.clone(), account.clone(), email.clone());
    view! {
        <p class="sign-in__detail">
            {move || match &account {
                Some(account) => t!("invitation-text", name = name.clone(), account = account.clone()),
                None => t!("reset-text", name = name.clone()),
            }}
        </p>
        <form
            class="sign-in__form"
            method="post"
            novalidate
            aria-busy=move || busy.get().then_some("true")
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <div class="credential">
                <label class="credential__label" for="link-email">{move || t!("email")}</label>
                <div class="credential__box">
                    <input
                        id="link-email"
                        class="credential__input"
                        name="email"
                        type="email"
                        autocomplete="username"
                        readonly
                        value=email
                    />
                </div>
            </div>
            <NewPasswordField password refused on_input=Callback::new(move |()| failure.set(None)) />
            {move || other_failure().map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            })}
            <div class="sign-in__acts sign-in__acts--wide">
                <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("set-password")}</Button>
            </div>
        </form>
    }
}
