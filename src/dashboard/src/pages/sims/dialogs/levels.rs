//! "Cap and alert for N SIMs": the alert follows the cap at 80 % until it is typed, and what happens at once is said.

use crate::pages::sims::context::SimsPage;
use crate::pages::sims::level_fields::{LevelFields, level_fields};
use crate::pages::sims::preview::{Preparation, actions, hindrance, summary};
use crate::t;
use crate::ui::checkbox::Checkbox;
use crate::ui::dialog::Dialog;
use contract::bulk::Target;
use domain::act::Action;
use domain::cap::{LevelEffects, Levels};
use domain::sim::HardCap;
use leptos::prelude::*;

/// Opens the dialog for the selected SIMs.
pub fn open(page: SimsPage) {
    let (target, count) = page.list.target();
    if count > 0 {
        let now = Now::of(page);
        page.dialogs.open(move |close| levels(page, now, target, count, close).into_any());
    }
}

/// What the selected SIMs have now.
#[derive(Clone, Copy, Debug, Default)]
struct Now {
    /// The levels they share; none when they differ.
    shared: Option<Levels>,
    /// SIMs whose operator can end sessions, and those of them that do.
    supporting: u64,
    ending: u64,
}

impl Now {
    fn of(page: SimsPage) -> Self {
        let rows = untrack(|| page.list.selected());
        page.estate.peek(|estate| {
            let mut now = Self::default();
            let mut all = rows.iter().map(|row| estate.levels(row));
            let first = all.next();
            now.shared = first.filter(|&first| all.all(|levels| levels == first));
            for row in rows.iter() {
                now.supporting += u64::from(estate.hard_cap(row) != HardCap::Unsupported);
                now.ending += u64::from(estate.hard_cap(row) == HardCap::On);
            }
            now
        })
    }
}

fn levels(page: SimsPage, now: Now, target: Target, count: u64, close: Callback<()>) -> impl IntoView {
    let preparation = Preparation::new(page, target, count);
    let fields = LevelFields::new(now.shared);
    // None until the box is touched: SIMs then keep what they have.
    let end_session = RwSignal::new(None::<bool>);
    let action = move || {
        fields.read().map(|levels| Action::SetLevels {
            cap_bytes: levels.cap,
            alert_bytes: levels.alert,
            end_session_at_cap: end_session.get(),
        })
    };
    // The preview follows what is typed: a question to the server, which lies outside the app.
    Effect::new(move |_| match action() {
        Some(action) => preparation.ask(action),
        None => preparation.forget(),
    });
    let start = Callback::new(move |()| {
        if fields.check()
            && let Some(action) = untrack(action)
            && untrack(|| hindrance(preparation)).is_none()
        {
            preparation.start(action, close);
        }
    });
    let supporting = now.supporting;
    let actions = move || actions(preparation, close, move || t!("app-apply"));
    view! {
        <Dialog
            title=Signal::derive(move || t!("levels-title", count = preparation.count()))
            on_close=close
            on_submit=start
            actions=actions
        >
            {level_fields(fields, Signal::derive(move || preparation.error().get()))}
            {(supporting > 0).then(|| {
                let mixed = now.ending > 0 && now.ending < supporting;
                view! {
                    <Checkbox
                        label=Signal::derive(move || t!("end-session-at-cap"))
                        checked=Signal::derive(move || end_session.get().unwrap_or(now.ending > 0 && !mixed))
                        indeterminate=Signal::derive(move || mixed && end_session.get().is_none())
                        on_change=Callback::new(move |on: bool| end_session.set(Some(on)))
                        hint=Signal::derive(move || {
                            (supporting < count).then(|| t!("end-session-supported", count = supporting, total = count))
                        })
                    />
                }
            })}
            {(supporting == 0).then(|| view! { <p class="preview__detail">{move || t!("end-session-unsupported", count = count)}</p> })}
            {summary(preparation, move |count| t!("levels-changing", count = count))}
            <div class="preview__room">
                {move || preparation.preview().get().and_then(|preview| preview.effects).map(effects)}
            </div>
            <p class="preview__detail">{move || t!("cap-overshoot")}</p>
        </Dialog>
    }
}

/// What happens at once, in plain words.
fn effects(effects: LevelEffects) -> impl IntoView {
    let sentences = [
        (effects.blocked > 0).then(|| t!("effect-blocked", count = effects.blocked)),
        (effects.alerted > 0).then(|| t!("effect-alerted", count = effects.alerted)),
        (effects.cleared > 0).then(|| t!("effect-cleared", count = effects.cleared)),
        (effects.hard_cap_unsupported > 0)
            .then(|| t!("effect-hard-cap-unsupported", count = effects.hard_cap_unsupported)),
    ];
    let none = sentences.iter().all(Option::is_none);
    view! {
        <ul class="preview__effects">
            {sentences.into_iter().flatten().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
            {none.then(|| view! { <li>{t!("effect-none")}</li> })}
        </ul>
    }
}
