//! The cap that is raised for the rest of the period: how far and until when, what raises it, and what ends that.

use super::{Details, Loaded};
use crate::pages::sims::dialogs::lift;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::icon::IconName;
use crate::ui::toast::{Toast, ToastKind};
use client::Tagged;
use contract::problem::ProblemCode;
use domain::permission::Permission;
use domain::sim::Sim;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// A cap that is raised, to be compared: what is shown of it stays while other things change.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Raised {
    cap: u64,
    regular: u64,
}

/// What stands beside cap and alert. `hindrance` says why levels cannot be edited.
pub fn lift(
    details: Details,
    hindrance: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let may = move || details.page.session.may(Permission::SetLevels);
    let raised = Memo::new(move |_| {
        let sim = details.known()?;
        Some(Raised { cap: sim.value.cap_bytes?, regular: sim.value.regular_cap_bytes? })
    });
    let raise = NodeRef::<html::Button>::new();
    let done = Callback::new(move |sim: Arc<Tagged<Sim>>| {
        details.loaded.try_set(Loaded::Known(sim));
        details.page.estate.follow();
    });
    let open = Callback::new(move |()| {
        if let Some(sim) = untrack(|| details.known()) {
            lift::open(details.page, sim, done);
        }
    });
    let hindrance = Signal::derive(move || {
        let uncapped = details.known().is_some_and(|sim| sim.value.cap_bytes.is_none());
        hindrance().or_else(|| uncapped.then(|| t!("field-no-cap")))
    });
    view! {
        {move || raised.get().map(|raised| state(details, raised, may, raise, done))}
        <Show when=may>
            <Button icon=IconName::Plus disabled_reason=hindrance node_ref=raise on_press=open>
                {move || t!("lift")}
            </Button>
        </Show>
    }
}

fn state(
    details: Details,
    raised: Raised,
    may: impl Fn() -> bool + Copy + Send + Sync + 'static,
    raise: NodeRef<html::Button>,
    done: Callback<Arc<Tagged<Sim>>>,
) -> impl IntoView {
    let ending = RwSignal::new(false);
    let end = Callback::new(move |()| {
        let Some(sim) = untrack(|| details.known()) else { return };
        if ending.get_untracked() {
            return;
        }
        ending.set(true);
        details.scope.spawn(async move {
            let id = sim.value.id;
            let tag = sim.etag.clone();
            let ended = details.page.session.call(move |api| {
                let tag = tag.clone();
                async move { api.end_lift(id, &tag).await }
            });
            let ended = ended.await;
            ending.try_set(false);
            let told = match ended {
                Ok(sim) => {
                    done.run(Arc::new(sim));
                    // The button that was pressed is gone.
                    if let Some(raise) = raise.get_untracked() {
                        let _ = raise.focus();
                    }
                    Toast::new(ToastKind::Success, t!("lift-ended", cap = format::amount(raised.regular)))
                }
                Err(error) => {
                    let stale = error.code() == Some(ProblemCode::Stale);
                    if stale {
                        details.load();
                    }
                    let why = if stale { t!("changed-meanwhile") } else { text::problem(&error) };
                    Toast::new(ToastKind::Danger, format!("{} {why}", t!("not-saved")))
                }
            };
            details.page.toasts.show(told);
        });
    });
    let blocks = move || {
        let used = details.known()?.value.usage_bytes;
        (may() && used >= raised.regular).then(|| t!("lift-end-blocks", usage = format::amount(used)))
    };
    view! {
        <div class="lift">
            <p>
                {move || t!(
                    "lift-state",
                    cap = format::amount(raised.cap),
                    until = format::date(lift::end_of_period()),
                    regular = format::amount(raised.regular),
                )}
            </p>
            {move || blocks().map(|sentence| view! { <p class="preview__detail">{sentence}</p> })}
            <Show when=may>
                <Button busy=ending on_press=end>{move || t!("lift-end")}</Button>
            </Show>
        </div>
    }
}
