//! The e-mail address: another one holds when the link is followed that is mailed to it.

use super::own::OwnProfile;
use super::section::Section;
use crate::behaviour::focus::button_once_drawn;
use crate::pages::attempt::focus;
use crate::pages::password_field::PasswordField;
use crate::pages::saving::{Saving, failure_of};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use contract::me::EmailChange;
use leptos::html;
use leptos::prelude::*;

/// What the form says itself, at its fields.
const FIELDS: &[&str] = &["/email", "/password"];

#[component]
pub fn Email(own: OwnProfile) -> impl IntoView {
    let open = RwSignal::new(false);
    // Where a mail went to.
    let sent = RwSignal::new(None::<String>);
    let change = Callback::new(move |()| {
        sent.set(None);
        open.set(true);
    });
    let button = NodeRef::<html::Button>::new();
    let closed = Callback::new(move |to: Option<String>| {
        sent.set(to);
        open.set(false);
        button_once_drawn(button);
    });
    view! {
        <Section
            title=Signal::derive(|| t!("profile-email-title"))
            about=Signal::derive(|| t!("profile-email-about"))
        >
            <p class="profile__value">{move || own.email()}</p>
            {move || sent.get().map(|to| view! {
                <Notice kind=NoticeKind::Info>
                    <p role="status">{move || t!("profile-email-sent", to = to.clone(), now = own.email())}</p>
                </Notice>
            })}
            {move || if open.get() {
                view! { <Form own closed /> }.into_any()
            } else {
                view! {
                    <div class="profile__acts">
                        <Button node_ref=button icon=IconName::Edit on_press=change>
                            {move || t!("profile-email-change")}
                        </Button>
                    </div>
                }
                .into_any()
            }}
        </Section>
    }
}

#[component]
fn Form(own: OwnProfile, closed: Callback<Option<String>>) -> impl IntoView {
    let email = RwSignal::new(String::new());
    let (field, password) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    field.on_load(move |_| focus(field));
    let (email_missing, password_missing) = (RwSignal::new(false), RwSignal::new(false));
    let saving = Saving::new();
    let send = move || {
        let change = EmailChange {
            email: email.get_untracked().trim().to_owned(),
            password: password.get_untracked().map(|field| field.value()).unwrap_or_default(),
        };
        email_missing.set(change.email.is_empty());
        password_missing.set(change.password.is_empty());
        if change.email.is_empty() {
            return focus(field);
        }
        if change.password.is_empty() {
            return focus(password);
        }
        if !saving.begin() {
            return;
        }
        own.scope.spawn(async move {
            let answer = own.session.call(|api| {
                let change = change.clone();
                async move { api.change_email(&change).await }
            });
            match answer.await {
                Ok(()) => closed.run(Some(change.email)),
                refused => saving.end(refused),
            }
        });
    };
    let email_error = Signal::derive(move || match email_missing.get() {
        true => Some(t!("email-missing")),
        false => saving.field("/email").map(text::field_problem),
    });
    let password_error = Signal::derive(move || match password_missing.get() {
        true => Some(t!("password-missing")),
        false => saving.field("/password").map(text::field_problem),
    });
    view! {
        <form
            class="profile__form"
            method="post"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    closed.run(None);
                }
            }
        >
            <TextField
                node_ref=field
                label=Signal::derive(|| t!("profile-email-new"))
                value=email
                kind="email"
                error=email_error
                on_input=Callback::new(move |text| {
                    email.set(text);
                    email_missing.set(false);
                    saving.edited();
                })
            />
            <PasswordField
                node_ref=password
                label=Signal::derive(|| t!("current-password"))
                error=password_error
                on_input=Callback::new(move |()| {
                    password_missing.set(false);
                    saving.edited();
                })
            />
            {failure_of(saving, FIELDS)}
            <div class="profile__acts">
                <Button variant=ButtonVariant::Primary submit=true busy=saving.busy()>
                    {move || t!("profile-email-send")}
                </Button>
                <Button on_press=Callback::new(move |()| closed.run(None))>{move || t!("app-cancel")}</Button>
            </div>
        </form>
    }
}
