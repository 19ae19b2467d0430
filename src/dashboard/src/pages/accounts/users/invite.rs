//! "Invite user": who gets a mail with a link to set a password.

use super::change_role::means;
use super::{UsersTab, roles};
use crate::behaviour::focus;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::field::{SelectField, TextField};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, IdempotencyKey};
use contract::user::NewUser;
use domain::account::AccountId;
use domain::permission::Role;
use leptos::prelude::*;
use std::sync::Arc;

pub fn open(tab: UsersTab, account: AccountId) {
    tab.page.dialogs.open(move |close| invite(tab, account, close).into_any());
}

fn invite(tab: UsersTab, account: AccountId, close: Callback<()>) -> impl IntoView {
    let session = tab.page.session;
    let (name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let role = RwSignal::new(Role::User.code().to_owned());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Arc<Error>>));
    // The same once more is the same request, so that nobody is invited twice.
    let sent = StoredValue::new(None::<(NewUser, IdempotencyKey)>);
    let error = move |pointer: &'static str| {
        Signal::derive(move || {
            failure.with(|failure| failure.as_ref()?.field(pointer)).map(text::field_problem)
        })
    };
    let errors = [error("/name"), error("/email"), error("/role")];
    let typed = move |field: RwSignal<String>| {
        move |text: String| {
            field.set(text);
            failure.set(None);
        }
    };
    let send = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let new = NewUser {
            name: name.get_untracked(),
            email: email.get_untracked().trim().to_owned(),
            role: roles::of_code(&role.get_untracked()),
        };
        let again = sent.with_value(|sent| sent.clone().filter(|(before, _)| *before == new));
        let key = again.map(|(_, key)| key).unwrap_or_default();
        sent.set_value(Some((new.clone(), key.clone())));
        busy.set(true);
        failure.set(None);
        tab.page.scope.spawn(async move {
            let invited = tab.state.invite(account, &new, key).await;
            busy.try_set(false);
            match invited {
                Ok(user) => {
                    let words = t!("user-invited", name = user.name, email = user.email);
                    tab.page.toasts.show(Toast::new(ToastKind::Success, words));
                    tab.page.accounts.read();
                    close.run(());
                }
                Err(error) => {
                    if matches!(error, Error::Problem(_)) {
                        sent.try_set_value(None);
                    }
                    failure.try_set(Some(Arc::new(error)));
                    focus::once_drawn(|| {
                        let body = document().body()?;
                        focus::find(&body, "dialog[open] [aria-invalid=true]")
                    });
                }
            }
        });
    });
    let other = move || {
        let failure = failure.get()?;
        let beside = ["/name", "/email", "/role"].iter().any(|pointer| failure.field(pointer).is_some());
        (!beside).then(|| {
            view! { <Notice kind=NoticeKind::Danger><p>{text::refused(&failure)}</p></Notice> }
        })
    };
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=busy>{move || t!("user-invite-verb")}</Button>
        }
    };
    let [name_error, email_error, role_error] = errors;
    view! {
        <Dialog title=move || t!("user-invite") on_close=close on_submit=send actions=actions>
            <p class="preview__detail">{move || t!("user-invite-text", account = tab.page.name(account))}</p>
            <TextField
                label=move || t!("user-name")
                value=name
                on_input=typed(name)
                error=name_error
                required=true
            />
            <TextField
                label=move || t!("user-email")
                value=email
                on_input=typed(email)
                error=email_error
                kind="email"
                inputmode="email"
                required=true
            />
            <SelectField
                label=move || t!("user-role")
                options=Signal::derive(move || roles::choices(session))
                value=role
                on_change=typed(role)
                error=role_error
            />
            <p class="preview__detail">{move || means(&role.get())}</p>
            {other}
        </Dialog>
    }
}
