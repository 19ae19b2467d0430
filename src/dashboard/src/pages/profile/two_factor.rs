//! Two-factor sign-in: whether it is on, and what can be done about it.

mod dialogs;

use super::section::Section;
use crate::behaviour::focus;
use crate::state::scope::Scope;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::use_dialogs;
use crate::ui::icon::{Icon, IconName};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::two_factor::TwoFactor;
use dialogs::{NewCodes, SetUp, SwitchOff};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// So few recovery codes are a reason to make new ones.
const FEW: u32 = 3;

#[component]
pub fn TwoFactorSection() -> impl IntoView {
    let (session, scope, dialogs) = (use_session(), Scope::new(), use_dialogs());
    let read = RwSignal::new(None::<Result<TwoFactor, Arc<Error>>>);
    let place = NodeRef::<html::Div>::new();
    let ask = move || async move {
        let answer = session.call(|api| async move { api.two_factor().await }).await;
        read.set(Some(answer.map_err(Arc::new)));
    };
    scope.spawn(ask());
    let again = Callback::new(move |()| {
        read.set(None);
        scope.spawn(ask());
    });
    let changed = Callback::new(move |()| {
        scope.spawn(async move {
            ask().await;
            // The button that opened the dialog may have gone with what it was for.
            request_animation_frame(move || {
                let place = place.try_get_untracked().flatten();
                focus::give_back(None, || place.and_then(|place| focus::find(&place, "button")));
            });
        });
    });
    let set_up = move |replaces: bool| {
        Callback::new(move |()| {
            dialogs.open(move |close| view! { <SetUp session replaces close changed /> }.into_any());
        })
    };
    let new_codes = Callback::new(move |()| {
        dialogs.open(move |close| view! { <NewCodes session close changed /> }.into_any());
    });
    let switch_off = Callback::new(move |()| {
        dialogs.open(move |close| view! { <SwitchOff session close changed /> }.into_any());
    });
    let on = move |state: TwoFactor| {
        let hindrance = state.required.then_some(());
        view! {
            <p class="saved">
                <Icon name=IconName::Success />
                {move || t!("two-factor-on")}
            </p>
            <p>{move || t!("two-factor-codes-left", count = state.recovery_codes_left)}</p>
            {(state.recovery_codes_left < FEW).then(|| view! {
                <Notice kind=NoticeKind::Warning><p>{move || t!("two-factor-few-codes")}</p></Notice>
            })}
            <div class="profile__acts">
                <Button on_press=new_codes>{move || t!("two-factor-new-codes")}</Button>
                <Button on_press=set_up(true)>{move || t!("two-factor-other-app")}</Button>
                <Button
                    on_press=switch_off
                    disabled_reason=Signal::derive(move || hindrance.map(|()| t!("field-two-factor-enforced")))
                >
                    {move || t!("two-factor-switch-off")}
                </Button>
            </div>
        }
    };
    let off = move || {
        view! {
            <p>{move || t!("two-factor-off")}</p>
            <div class="profile__acts">
                <Button variant=ButtonVariant::Primary on_press=set_up(false)>
                    {move || t!("two-factor-set-up")}
                </Button>
            </div>
        }
    };
    view! {
        <Section
            title=Signal::derive(|| t!("two-factor-title"))
            about=Signal::derive(|| t!("two-factor-about"))
        >
            <div node_ref=place class="profile__body">
                {move || match read.get() {
                    None => view! { <Skeleton lines=2 /> }.into_any(),
                    Some(Err(error)) => view! {
                        <Notice kind=NoticeKind::Danger>
                            <p>{move || t!("two-factor-not-loaded")} " " {move || text::problem(&error)}</p>
                            <Button on_press=again>{move || t!("app-retry")}</Button>
                        </Notice>
                    }
                    .into_any(),
                    Some(Ok(state)) if state.enabled => on(state).into_any(),
                    Some(Ok(_)) => off().into_any(),
                }}
            </div>
        </Section>
    }
}
