//! The own name. What someone else has made of it meanwhile is shown beside what was typed.

use super::own::OwnProfile;
use super::section::Section;
use crate::pages::saving::{Outcome, Saving};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::field::TextField;
use crate::ui::notice::{Notice, NoticeKind};
use contract::me::ProfilePatch;
use contract::problem::ProblemCode;
use leptos::prelude::*;

#[component]
pub fn Name(own: OwnProfile) -> impl IntoView {
    let typed = RwSignal::new(untrack(|| own.name()));
    // The name that the person has before the eyes while typing another one.
    let seen = StoredValue::new(typed.get_untracked());
    let theirs = RwSignal::new(None::<String>);
    let missing = RwSignal::new(false);
    let saving = Saving::new();
    let save = move || {
        missing.set(typed.with_untracked(|name| name.trim().is_empty()));
        if missing.get_untracked() || !saving.begin() {
            return;
        }
        theirs.set(None);
        let patch = ProfilePatch { name: Some(typed.get_untracked()), ..ProfilePatch::default() };
        own.scope.spawn(async move {
            let outcome = loop {
                match own.save(&patch).await {
                    Err(error) if error.code() == Some(ProblemCode::Stale) => match own.read().await {
                        // It was something else that changed.
                        Ok(now) if now.name == seen.get_value() => {}
                        Ok(now) => {
                            theirs.set(Some(now.name.clone()));
                            return saving.pause();
                        }
                        Err(error) => break Err(error),
                    },
                    outcome => break outcome,
                }
            };
            if outcome.is_ok() {
                let saved = untrack(|| own.name());
                seen.set_value(saved.clone());
                typed.set(saved);
            }
            saving.end(outcome);
        });
    };
    let take = move |name: String| {
        seen.set_value(name);
        theirs.set(None);
    };
    let conflict = move || {
        theirs.get().map(|now| {
            let (keep, replace) = (now.clone(), now.clone());
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{move || t!("profile-changed-meanwhile")}</p>
                    <dl class="conflict">
                        <dt>{move || t!("theirs")}</dt><dd>{now}</dd>
                        <dt>{move || t!("yours")}</dt><dd>{move || typed.get()}</dd>
                    </dl>
                    <Button on_press=Callback::new(move |()| {
                        typed.set(keep.clone());
                        take(keep.clone());
                    })>{move || t!("keep-theirs")}</Button>
                    <Button variant=ButtonVariant::Primary on_press=Callback::new(move |()| {
                        take(replace.clone());
                        save();
                    })>{move || t!("apply-mine")}</Button>
                </Notice>
            }
        })
    };
    let error = Signal::derive(move || {
        if missing.get() {
            return Some(t!("field-required"));
        }
        saving.field("/name").map(text::field_problem)
    });
    view! {
        <Section
            title=Signal::derive(|| t!("profile-name-title"))
            about=Signal::derive(|| t!("profile-name-about"))
        >
            <form
                class="profile__form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <TextField
                    label=Signal::derive(|| t!("profile-name"))
                    value=typed
                    autocomplete="name"
                    required=true
                    error=error
                    on_input=Callback::new(move |text| {
                        typed.set(text);
                        missing.set(false);
                        saving.edited();
                    })
                />
                {conflict}
                <Outcome saving done=Signal::derive(|| t!("profile-name-saved")) fields=&["/name"] />
                <div class="profile__acts">
                    <Button variant=ButtonVariant::Primary submit=true busy=saving.busy()>
                        {move || t!("profile-save")}
                    </Button>
                </div>
            </form>
        </Section>
    }
}
