//! Adding an address: a field, and whether it gets all alerts.

use super::NotificationsTab;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::checkbox::Checkbox;
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use client::{Error, IdempotencyKey};
use contract::recipient::NewRecipient;
use leptos::prelude::*;
use std::sync::Arc;

pub fn add(tab: NotificationsTab) -> impl IntoView {
    let email = RwSignal::new(String::new());
    let all_sims = RwSignal::new(true);
    let (missing, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<Arc<Error>>);
    // Sent again after a broken connection it is still the same wish.
    let sent = StoredValue::new_local(None::<(NewRecipient, IdempotencyKey)>);
    let save = move || {
        let new = NewRecipient {
            email: email.get_untracked().trim().to_owned(),
            all_sims: all_sims.get_untracked(),
        };
        missing.set(new.email.is_empty());
        if new.email.is_empty() || busy.get_untracked() {
            return focus(tab);
        }
        let known = sent.get_value().filter(|(before, _)| *before == new);
        let (new, key) = known.unwrap_or_else(|| (new, IdempotencyKey::new()));
        sent.set_value(Some((new.clone(), key.clone())));
        busy.set(true);
        error.set(None);
        tab.state.scope.spawn(async move {
            let outcome = tab.state.add(&new, &key).await;
            busy.set(false);
            match outcome {
                Ok(()) => {
                    sent.set_value(None);
                    email.set(String::new());
                    tab.page.live.say(t!("notifications-added", email = new.email));
                }
                Err(failed) => error.set(Some(Arc::new(failed))),
            }
            focus(tab);
        });
    };
    let at_field = Signal::derive(move || {
        if missing.get() {
            return Some(t!("field-required"));
        }
        error.with(|error| error.as_ref()?.field("/email")).map(text::field_problem)
    });
    let elsewhere =
        move || {
            error.get().filter(|error| error.field("/email").is_none()).map(|error| view! {
            <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
        })
        };
    view! {
        <form
            class="notifications__add"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <TextField
                label=Signal::derive(|| t!("notifications-email"))
                value=email
                kind="email"
                inputmode="email"
                error=at_field
                node_ref=tab.field
                on_input=Callback::new(move |text| {
                    email.set(text);
                    missing.set(false);
                    error.set(None);
                })
            />
            <Checkbox
                label=Signal::derive(|| t!("notifications-all-sims"))
                checked=all_sims
                on_change=Callback::new(move |on| all_sims.set(on))
            />
            <Button variant=ButtonVariant::Primary icon=IconName::Plus submit=true busy=busy>
                {move || t!("notifications-add")}
            </Button>
        </form>
        {elsewhere}
    }
}

fn focus(tab: NotificationsTab) {
    if let Some(field) = tab.field.get_untracked() {
        let _ = field.focus();
    }
}
