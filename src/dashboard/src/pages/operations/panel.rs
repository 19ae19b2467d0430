//! The panel that shows how far the caller's operations are, what failed and why, with "Undo" and "Retry failed".

use super::{acts, words};
use crate::state::accounts::use_accounts;
use crate::state::operations::{Tracked, use_operations};
use crate::t;
use crate::text;
use crate::ui::button::IconButton;
use crate::ui::icon::IconName;
use crate::ui::live::use_live;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::progress::Progress;
use contract::bulk::{Item, OperationState};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Failures that are shown before "show all".
const SHOWN: usize = 5;

/// The panel at the foot of pages that have no place of their own for it. That of operations shows them anyway.
pub fn beside_pages() -> impl IntoView {
    let pathname = use_location().pathname;
    let elsewhere = Memo::new(move |_| pathname.with(|path| has_no_place(path)));
    move || elsewhere.get().then(|| view! { <div class="shell__operations">{panel()}</div> })
}

/// Whether the page at an address has no place for the panel. The list of SIMs has one, the page of one SIM has not.
fn has_no_place(pathname: &str) -> bool {
    let mut parts = pathname.trim_end_matches('/').rsplit('/');
    parts.next() == Some("details") || !pathname.split('/').any(|part| matches!(part, "sims" | "operations"))
}

/// The operations, latest first.
pub fn panel() -> impl IntoView {
    let list = use_operations().list();
    let ids = Memo::new(move |_| {
        list.with(|list| list.iter().map(|tracked| tracked.operation.id).collect::<Vec<_>>())
    });
    view! {
        <section class="operations" aria-label=move || t!("operations") hidden=move || ids.with(Vec::is_empty)>
            <For each=move || ids.get() key=|id| *id children=move |id| {
                let tracked = Memo::new(move |_| {
                    list.with(|list| list.iter().find(|tracked| tracked.operation.id == id).cloned())
                });
                operation(id, tracked)
            }/>
        </section>
    }
}

fn operation(id: u32, tracked: Memo<Option<Tracked>>) -> impl IntoView {
    let (operations, tree, live) = (use_operations(), use_accounts().tree(), use_live());
    let over = Memo::new(move |_| {
        tracked.with(|tracked| tracked.as_ref().is_some_and(|t| t.operation.state.is_over()))
    });
    let heading = move || {
        tracked.with(|tracked| {
            tracked.as_ref().map(|tracked| tree.with(|tree| words::heading(&tracked.operation, tree)))
        })
    };
    // Said once when it ends, not at every step.
    Effect::new(move |before: Option<bool>| {
        let over = over.get();
        if over
            && before == Some(false)
            && let Some(heading) = untrack(heading)
        {
            live.say(heading);
        }
        over
    });
    let known = Signal::derive(move || tracked.with(|tracked| tracked.as_ref().map(|t| t.operation.clone())));
    let nothing = Callback::new(|_| {});
    view! {
        <article class="operation" aria-labelledby=format!("operation-{id}")>
            <header class="operation__head">
                <h2 id=format!("operation-{id}")>{heading}</h2>
                <Show when=move || over.get()>
                    <IconButton
                        label=Signal::derive(move || t!("app-close"))
                        icon=IconName::Close
                        on_press=Callback::new(move |()| operations.dismiss(id))
                    />
                </Show>
            </header>
            {move || tracked.get().map(body)}
            <footer class="operation__foot">
                <a href=format!("operations/{id}")>{move || t!("operation-more")}</a>
                {acts::buttons(known, nothing, nothing)}
            </footer>
        </article>
    }
}

fn body(tracked: Tracked) -> impl IntoView {
    let Tracked { operation, failures, out_of_touch } = tracked;
    let counts = operation.counts;
    let all = RwSignal::new(false);
    let over = operation.state.is_over();
    view! {
        {(!over).then(|| view! {
            <Progress
                label=t!("operation-progress", done = counts.done + counts.failed, total = counts.total)
                value=counts.done + counts.failed
                max=counts.total.max(1)
            />
        })}
        {out_of_touch.then(|| view! {
            <Notice kind=NoticeKind::Warning><p>{t!("operation-out-of-touch")}</p></Notice>
        })}
        {(operation.state == OperationState::Cancelled).then(|| view! { <p>{t!("operation-cancelled")}</p> })}
        {(over && counts.failed > 0).then(move || {
            let listed = failures.len();
            view! {
                <p class="operation__failed">{t!("operation-failed", count = counts.failed)}</p>
                <ul class="operation__failures" aria-label=t!("failures")>
                    {move || {
                        let shown = if all.get() { listed } else { SHOWN.min(listed) };
                        failures[..shown].iter().map(failure).collect_view()
                    }}
                </ul>
                <Show when=move || { listed > SHOWN && !all.get() }>
                    <button type="button" class="link-button" on:click=move |_| all.set(true)>
                        {move || t!("show-all-failures", count = listed as u64)}
                    </button>
                </Show>
            }
        })}
    }
}

fn failure(item: &Item) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="operation__iccid">{item.iccid.clone()}</span>
            " "
            {item.reason.map(text::reason)}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::has_no_place;

    #[test]
    fn the_panel_is_shown_once_wherever_one_is() {
        assert!(["/overview", "/portal/tags", "/sims/7/details"].into_iter().all(has_no_place));
        assert!(!["/sims", "/portal/sims/7", "/operations/3"].into_iter().any(has_no_place));
    }
}
