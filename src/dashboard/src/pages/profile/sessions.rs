//! Where the person is signed in, and signing out everywhere else.

use super::own::OwnProfile;
use super::section::Section;
use crate::pages::saving::{Outcome, Saving};
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::{Dialog, InitialFocus, use_dialogs};
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::me::OwnSession;
use leptos::prelude::*;
use std::sync::Arc;

/// The list as it was read last, or why it could not be read.
type Read = Option<Result<Arc<Vec<OwnSession>>, Arc<Error>>>;

#[component]
pub fn Sessions(own: OwnProfile) -> impl IntoView {
    let (session, scope, dialogs) = (own.session, own.scope, use_dialogs());
    let read = RwSignal::new(None::<Result<Arc<Vec<OwnSession>>, Arc<Error>>>);
    let ending = Saving::new();
    let ask = move || async move {
        let answer = session.call(|api| async move { api.own_sessions().await }).await;
        read.set(Some(answer.map(Arc::new).map_err(Arc::new)));
    };
    Effect::new(move || {
        own.times_sessions_ended();
        scope.spawn(ask());
    });
    let again = Callback::new(move |()| {
        read.set(None);
        scope.spawn(ask());
    });
    let end_others = Callback::new(move |()| {
        if !ending.begin() {
            return;
        }
        scope.spawn(async move {
            let outcome = session.call(|api| async move { api.end_other_sessions().await }).await;
            ending.end(outcome);
            own.sessions_ended();
        });
    });
    view! {
        <Section
            title=Signal::derive(|| t!("sessions-title"))
            about=Signal::derive(|| t!("sessions-about"))
        >
            {move || list(read.get(), again)}
            <Outcome saving=ending done=Signal::derive(|| t!("sessions-ended")) />
            <div class="profile__acts">
                <Button
                    icon=IconName::SignOut
                    busy=ending.busy()
                    on_press=Callback::new(move |()| {
                        dialogs.open(move |close| view! { <Confirm close confirmed=end_others /> }.into_any());
                    })
                >
                    {move || t!("sessions-end")}
                </Button>
            </div>
        </Section>
    }
}

fn list(read: Read, again: Callback<()>) -> AnyView {
    match read {
        None => view! { <Skeleton lines=2 /> }.into_any(),
        Some(Err(error)) => view! {
            <Notice kind=NoticeKind::Danger>
                <p>{move || t!("sessions-not-loaded")} " " {move || text::problem(&error)}</p>
                <Button on_press=again>{move || t!("app-retry")}</Button>
            </Notice>
        }
        .into_any(),
        Some(Ok(sessions)) => view! {
            <ul class="sessions" aria-label=move || t!("sessions-title")>
                {sessions.iter().map(one).collect_view()}
            </ul>
        }
        .into_any(),
    }
}

fn one(session: &OwnSession) -> impl IntoView + use<> {
    let OwnSession { current, client, began_at, expires_at } = session.clone();
    let raw = client.clone();
    view! {
        <li class="sessions__one">
            <p class="sessions__browser">
                <span>{move || text::browser(&client)}</span>
                {current.then(|| view! {
                    <span class="sessions__current">
                        <Icon name=IconName::Check />
                        {move || t!("sessions-current")}
                    </span>
                })}
            </p>
            <p class="sessions__times">
                {move || t!("sessions-times", began = format::time(began_at), ends = format::time(expires_at))}
            </p>
            {(!raw.is_empty()).then(|| view! {
                <details class="sessions__raw">
                    <summary>{move || t!("sessions-raw")}</summary>
                    <code>{raw}</code>
                </details>
            })}
        </li>
    }
}

#[component]
fn Confirm(close: Callback<()>, confirmed: Callback<()>) -> impl IntoView {
    let actions = ViewFn::from(move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Danger submit=true>{move || t!("sessions-end")}</Button>
        }
    });
    view! {
        <Dialog
            title=Signal::derive(|| t!("sessions-end-question"))
            on_close=close
            on_submit=Callback::new(move |()| {
                close.run(());
                // The page may have gone.
                confirmed.try_run(());
            })
            initial_focus=InitialFocus::FirstAction
            alert=true
            actions=actions
        >
            <p>{move || t!("sessions-end-text")}</p>
        </Dialog>
    }
}
