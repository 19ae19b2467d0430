//! "Raise the cap for this period only": how far, and what that means, in plain words.

use crate::pages::sims::context::SimsPage;
use crate::pages::sims::level_fields::unreadable;
use crate::state::scope::Scope;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::toast::{Toast, ToastKind};
use client::{Error, Tagged};
use contract::problem::{FieldCode, ProblemCode};
use contract::sim::Lift;
use domain::amount;
use domain::cap::Levels;
use domain::metering::{LevelSetting, LiftError};
use domain::period::Period;
use domain::sim::{Sim, Status};
use domain::time::Timestamp;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the body says the cap.
const POINTER: &str = "/cap_bytes";

/// When what is raised now is over.
pub fn end_of_period() -> Timestamp {
    Period::of(format::now()).end()
}

/// Opens the dialog for a SIM as it was read; `done` gets the SIM after it.
pub fn open(page: SimsPage, sim: Arc<Tagged<Sim>>, done: Callback<Arc<Tagged<Sim>>>) {
    page.dialogs.open(move |close| dialog(page, sim, done, close).into_any());
}

fn setting(sim: &Sim) -> LevelSetting {
    LevelSetting {
        levels: Levels { cap: sim.cap_bytes, alert: sim.alert_bytes },
        hard_cap: sim.hard_cap,
        regular_cap: sim.regular_cap_bytes,
    }
}

fn dialog(
    page: SimsPage,
    sim: Arc<Tagged<Sim>>,
    done: Callback<Arc<Tagged<Sim>>>,
    close: Callback<()>,
) -> impl IntoView {
    let scope = Scope::new();
    let sim = RwSignal::new(sim);
    let typed = RwSignal::new(String::new());
    // Apply was pressed: from then on the field says what is missing, not only what cannot be read.
    let pressed = RwSignal::new(false);
    let saving = RwSignal::new(false);
    let changed = RwSignal::new(false);
    let error = RwSignal::new(None::<Arc<Error>>);
    let regular = move || sim.with(|sim| sim.value.regular_cap_bytes.or(sim.value.cap_bytes)).unwrap_or(0);
    let cap = move || amount::parse(&typed.get());
    let lifted = move || {
        let cap = cap().ok().flatten()?;
        sim.with(|sim| setting(&sim.value)).lifted(cap).ok()
    };
    let at_field = Signal::derive(move || {
        let cap = match cap() {
            Err(wrong) => return Some(unreadable(wrong)),
            Ok(cap) => cap,
        };
        if let Some(code) = error.with(|error| error.as_ref()?.field(POINTER)) {
            return Some(text::field_problem(code));
        }
        let Some(cap) = cap else { return pressed.get().then(|| t!("lift-missing")) };
        match sim.with(|sim| setting(&sim.value)).lifted(cap).err()? {
            LiftError::TooLarge => Some(text::field_problem(FieldCode::LevelTooLarge)),
            LiftError::NoCap => Some(text::field_problem(FieldCode::NoCap)),
            // While it is being typed every amount begins too small.
            LiftError::NotAboveCap => {
                pressed.get().then(|| t!("lift-not-above", cap = format::amount(regular())))
            }
        }
    });
    let save = Callback::new(move |()| {
        pressed.set(true);
        let Some(cap) = untrack(lifted).and_then(|setting| setting.levels.cap) else { return };
        if saving.get_untracked() {
            return;
        }
        saving.set(true);
        error.set(None);
        let before = sim.get_untracked();
        scope.spawn(async move {
            let (id, tag) = (before.value.id, before.etag.clone());
            let saved = page.session.call(move |api| {
                let tag = tag.clone();
                async move { api.lift_sim(id, Lift { cap_bytes: cap }, &tag).await }
            });
            let failed = match saved.await {
                Ok(after) => {
                    let told =
                        t!("lift-done", cap = format::amount(cap), until = format::date(end_of_period()));
                    page.toasts.show(Toast::new(ToastKind::Success, told));
                    done.run(Arc::new(after));
                    return close.run(());
                }
                Err(failed) => failed,
            };
            if failed.code() != Some(ProblemCode::Stale) {
                error.set(Some(Arc::new(failed)));
            } else {
                match page.session.call(move |api| async move { api.sim(id).await }).await {
                    Ok(now) => {
                        sim.set(Arc::new(now));
                        changed.set(true);
                    }
                    Err(failed) => error.set(Some(Arc::new(failed))),
                }
            }
            saving.set(false);
        });
    });
    let elsewhere = move || error.get().filter(|error| error.field(POINTER).is_none());
    let actions = move || {
        view! {
            <Button on_press=close>{move || t!("app-cancel")}</Button>
            <Button variant=ButtonVariant::Primary submit=true busy=saving>{move || t!("lift-start")}</Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(move || t!("lift-title")) on_close=close on_submit=save actions=actions>
            <TextField
                label=Signal::derive(move || t!("lift-cap", until = format::date(end_of_period())))
                value=typed
                inputmode="text"
                hint=Signal::derive(move || Some(t!("lift-cap-hint", cap = format::amount(regular()))))
                error=at_field
                on_input=Callback::new(move |text| {
                    typed.set(text);
                    pressed.set(false);
                    error.set(None);
                })
            />
            <div aria-live="polite">
                {move || lifted().map(|setting| consequences(&sim.get().value, setting))}
            </div>
            {move || changed.get().then(|| {
                let now = sim.with(|sim| setting(&sim.value)).levels;
                let level = |level: Option<u64>| level.map_or_else(|| t!("none"), format::amount);
                view! {
                    <Notice kind=NoticeKind::Warning>
                        <p>
                            {t!("changed-meanwhile")} " "
                            {t!("cap-and-alert-values", cap = level(now.cap), alert = level(now.alert))}
                        </p>
                    </Notice>
                }
            })}
            {move || elsewhere().map(|error| view! {
                <Notice kind=NoticeKind::Danger><p>{t!("not-saved")} " " {text::problem(&error)}</p></Notice>
            })}
        </Dialog>
    }
}

/// What happens, at once and at the end of the period.
fn consequences(sim: &Sim, lifted: LevelSetting) -> impl IntoView + use<> {
    let used = format::amount(sim.usage_bytes);
    let after = lifted.levels.status_after(sim.status, sim.usage_bytes);
    let at_once = match (sim.status, after) {
        (Status::Blocked, Status::Blocked) => Some(t!("lift-stays-blocked", usage = used)),
        (Status::Blocked, _) => Some(t!("lift-frees", usage = used)),
        (_, Status::Blocked) => Some(t!("lift-blocks", usage = used)),
        _ => None,
    };
    let sentences = [
        at_once,
        lifted.levels.alert.map(|alert| t!("lift-alert", alert = format::amount(alert))),
        lifted
            .regular_cap
            .map(|cap| t!("lift-then", cap = format::amount(cap), until = format::date(end_of_period()))),
    ];
    view! {
        <ul class="preview__effects">
            {sentences.into_iter().flatten().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
        </ul>
    }
}
