//! Changing the own password, which ends all other sessions.

use super::own::OwnProfile;
use super::section::Section;
use crate::behaviour::focus::button_once_drawn;
use crate::pages::attempt::focus;
use crate::pages::new_password::{NewPassword, NewPasswordField};
use crate::pages::password_field::PasswordField;
use crate::pages::saving::{Done, Saving, failure_of};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::icon::IconName;
use contract::me::PasswordChange;
use leptos::html;
use leptos::prelude::*;

/// What the form says itself, at its fields.
const FIELDS: &[&str] = &["/current", "/new"];

#[component]
pub fn Password(own: OwnProfile) -> impl IntoView {
    let (open, done) = (RwSignal::new(false), RwSignal::new(false));
    let button = NodeRef::<html::Button>::new();
    let change = Callback::new(move |()| {
        done.set(false);
        open.set(true);
    });
    let closed = Callback::new(move |changed: bool| {
        done.set(changed);
        open.set(false);
        if changed {
            own.sessions_ended();
        }
        button_once_drawn(button);
    });
    view! {
        <Section
            title=Signal::derive(|| t!("profile-password-title"))
            about=Signal::derive(|| t!("profile-password-about"))
        >
            <Done is_done=done text=Signal::derive(|| t!("profile-password-changed")) />
            {move || if open.get() {
                view! { <Form own closed /> }.into_any()
            } else {
                view! {
                    <div class="profile__acts">
                        <Button node_ref=button icon=IconName::Edit on_press=change>
                            {move || t!("profile-password-change")}
                        </Button>
                    </div>
                }
                .into_any()
            }}
        </Section>
    }
}

#[component]
fn Form(own: OwnProfile, closed: Callback<bool>) -> impl IntoView {
    let current = NodeRef::<html::Input>::new();
    current.on_load(move |_| focus(current));
    let new = NewPassword::new(Signal::derive(move || vec![own.name(), own.email()]));
    let missing = RwSignal::new(false);
    let saving = Saving::new();
    let save = move || {
        let now = current.get_untracked().map(|field| field.value()).unwrap_or_default();
        missing.set(now.is_empty());
        let is_right = new.check();
        if now.is_empty() {
            return focus(current);
        }
        if !is_right {
            return focus(new.field);
        }
        if !saving.begin() {
            return;
        }
        let change = PasswordChange { current: now, new: new.value() };
        own.scope.spawn(async move {
            let answer = own.session.call(|api| {
                let change = change.clone();
                async move { api.change_password(&change).await }
            });
            match answer.await {
                Ok(()) => closed.run(true),
                Err(error) => {
                    let wrong = if error.field("/current").is_some() { current } else { new.field };
                    saving.end(Err(error));
                    focus(wrong);
                }
            }
        });
    };
    let current_error = Signal::derive(move || match missing.get() {
        true => Some(t!("field-required")),
        false => saving.field("/current").map(text::field_problem),
    });
    view! {
        <form
            class="profile__form"
            method="post"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    closed.run(false);
                }
            }
        >
            // For password managers: whose password it is.
            <input type="email" name="email" autocomplete="username" value=move || own.email() hidden readonly />
            <PasswordField
                node_ref=current
                label=Signal::derive(|| t!("current-password"))
                error=current_error
                on_input=Callback::new(move |()| {
                    missing.set(false);
                    saving.edited();
                })
            />
            <NewPasswordField
                password=new
                refused=Signal::derive(move || saving.field("/new"))
                on_input=Callback::new(move |()| saving.edited())
            />
            <p class="profile__detail">{move || t!("profile-password-ends")}</p>
            {failure_of(saving, FIELDS)}
            <div class="profile__acts">
                <Button variant=ButtonVariant::Primary submit=true busy=saving.busy()>
                    {move || t!("profile-password-save")}
                </Button>
                <Button on_press=Callback::new(move |()| closed.run(false))>{move || t!("app-cancel")}</Button>
            </div>
        </form>
    }
}
