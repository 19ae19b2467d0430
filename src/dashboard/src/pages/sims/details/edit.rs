//! Cap and alert of one SIM, edited in place. A change that someone else made meanwhile is shown beside what was typed.

use super::Details;
use crate::pages::sims::level_fields::{LevelFields, level_fields};
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::checkbox::Checkbox;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, Tagged};
use contract::problem::ProblemCode;
use contract::sim::SimPatch;
use domain::cap::Levels;
use domain::permission::Permission;
use domain::sim::{HardCap, Sim};
use leptos::prelude::*;
use std::sync::Arc;

fn levels_of(sim: &Sim) -> Levels {
    Levels { cap: sim.cap_bytes, alert: sim.alert_bytes }
}

/// Cap and alert as text, with an "Edit" button where role, account and status allow it.
pub fn levels(details: Details) -> impl IntoView {
    let editing = RwSignal::new(None::<Arc<Tagged<Sim>>>);
    let hindrance = move || {
        let sim = details.known()?;
        if let Err(reason) = sim.value.status.editable() {
            return Some(text::reason(reason));
        }
        let caps = details.page.estate.accounts().with(|tree| {
            tree.get(sim.value.account_id).is_none_or(|account| account.features.caps_and_alerts)
        });
        (!caps).then(|| t!("hindrance-no-caps"))
    };
    view! {
        <section class="sim-details__levels" aria-label=move || t!("cap-and-alert")>
            {move || match editing.get() {
                Some(from) => form(details, from, editing).into_any(),
                None => view! {
                    <dl class="sim-details__fields">
                        <div><dt>{t!("data-cap")}</dt><dd>{move || level(details.known().and_then(|sim| sim.value.cap_bytes))}</dd></div>
                        <div><dt>{t!("data-alert")}</dt><dd>{move || level(details.known().and_then(|sim| sim.value.alert_bytes))}</dd></div>
                    </dl>
                    <Show when=move || details.page.session.may(Permission::SetLevels)>
                        <Button
                            icon=IconName::Edit
                            disabled_reason=Signal::derive(hindrance)
                            on_press=Callback::new(move |()| editing.set(untrack(|| details.known())))
                        >
                            {move || t!("edit-cap-and-alert")}
                        </Button>
                    </Show>
                    {super::lift::lift(details, hindrance)}
                }
                .into_any(),
            }}
        </section>
    }
}

fn level(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| t!("none"), format::amount)
}

fn form(
    details: Details,
    from: Arc<Tagged<Sim>>,
    editing: RwSignal<Option<Arc<Tagged<Sim>>>>,
) -> impl IntoView {
    let fields = LevelFields::new(Some(levels_of(&from.value)));
    let supported = from.value.hard_cap != HardCap::Unsupported;
    let end_session = RwSignal::new(from.value.hard_cap == HardCap::On);
    let (from_cap, lifted) = (from.value.cap_bytes, from.value.regular_cap_bytes.is_some());
    let etag = StoredValue::new(from.etag.clone());
    let saving = RwSignal::new(false);
    let error = RwSignal::new(None::<Arc<Error>>);
    // What someone else has set meanwhile.
    let theirs = RwSignal::new(None::<Arc<Tagged<Sim>>>);

    let save = move || {
        if saving.get_untracked() || !fields.check() {
            return;
        }
        let Some(levels) = untrack(|| fields.read()) else { return };
        // A cap that is sent ends one that was raised for this period, so it is not sent when only the alert was typed.
        let same_cap = lifted && levels.cap == from_cap;
        let patch = SimPatch {
            cap_bytes: (!same_cap).then_some(levels.cap),
            alert_bytes: Some(levels.alert),
            end_session_at_cap: supported.then(|| end_session.get_untracked()),
            ..SimPatch::default()
        };
        saving.set(true);
        error.set(None);
        let tag = etag.get_value();
        details.scope.spawn(async move {
            let saved = details
                .page
                .session
                .call(|api| {
                    let (patch, tag) = (patch.clone(), tag.clone());
                    async move { api.patch_sim(details.id, &patch, &tag).await }
                })
                .await;
            let stale = matches!(&saved, Err(error) if error.code() == Some(ProblemCode::Stale));
            match saved {
                Ok(sim) => {
                    details.loaded.set(super::Loaded::Known(Arc::new(sim)));
                    details.page.estate.follow();
                    details.page.toasts.show(Toast::new(ToastKind::Success, t!("levels-saved")));
                    editing.set(None);
                }
                Err(_) if stale => {
                    match details.page.session.call(move |api| async move { api.sim(details.id).await }).await
                    {
                        Ok(sim) => {
                            saving.set(false);
                            theirs.set(Some(Arc::new(sim)));
                        }
                        Err(failed) => {
                            saving.set(false);
                            error.set(Some(Arc::new(failed)));
                        }
                    }
                }
                Err(failed) => {
                    saving.set(false);
                    error.set(Some(Arc::new(failed)));
                }
            }
        });
    };
    let conflict = move || {
        theirs.get().map(|sim| {
            let now = levels_of(&sim.value);
            let typed = untrack(|| fields.read()).unwrap_or_default();
            let take_theirs = {
                let sim = sim.clone();
                move || {
                    details.loaded.set(super::Loaded::Known(sim.clone()));
                    editing.set(None);
                }
            };
            let apply_mine = move || {
                etag.set_value(sim.etag.clone());
                theirs.set(None);
                save();
            };
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{t!("changed-meanwhile")}</p>
                    <dl class="sim-details__conflict">
                        <dt>{t!("theirs")}</dt><dd>{t!("cap-and-alert-values", cap = level(now.cap), alert = level(now.alert))}</dd>
                        <dt>{t!("yours")}</dt><dd>{t!("cap-and-alert-values", cap = level(typed.cap), alert = level(typed.alert))}</dd>
                    </dl>
                    <Button on_press=Callback::new(move |()| take_theirs())>{move || t!("keep-theirs")}</Button>
                    <Button variant=ButtonVariant::Primary on_press=Callback::new(move |()| apply_mine())>{move || t!("apply-mine")}</Button>
                </Notice>
            }
        })
    };
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    editing.set(None);
                }
            }
        >
            {level_fields(fields, error.into())}
            {supported.then(|| view! {
                <Checkbox
                    label=Signal::derive(move || t!("end-session-at-cap"))
                    checked=end_session
                    on_change=Callback::new(move |on: bool| end_session.set(on))
                />
            })}
            <p class="preview__detail">{move || t!("cap-overshoot")}</p>
            {lifted.then(|| view! { <p class="preview__detail">{move || t!("lift-keeps")}</p> })}
            {move || error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            })}
            {conflict}
            <div class="sim-details__acts">
                <Button on_press=Callback::new(move |()| editing.set(None))>{move || t!("app-cancel")}</Button>
                <Button variant=ButtonVariant::Primary submit=true busy=saving>{move || t!("app-apply")}</Button>
            </div>
        </form>
    }
}
