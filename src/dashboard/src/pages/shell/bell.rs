//! The bell: how much is unread, and the list of what happened. A native popover, so that Escape and a click beside it
//! close it.

use crate::behaviour::focus;
use crate::pages::title;
use crate::state::live::Announcements;
use crate::state::notifications::{self, NotificationsState, use_notifications};
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use crate::t;
use crate::text;
use crate::text::format;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, IconName};
use crate::ui::live::use_live;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use contract::notification::Notification;
use domain::cap::Threshold;
use leptos::html;
use leptos::prelude::*;

/// Gives the notifications to all below, says when new ones have come, and shows in the title how many are unread.
pub fn provide(session: SessionState, announcements: Announcements, scope: Scope) {
    let live = use_live();
    notifications::provide(session, announcements, scope, move |count| {
        live.say(untrack(|| t!("bell-new", count = count)));
    });
    title::count(use_notifications().unread());
}

#[component]
pub fn Bell() -> impl IntoView {
    let state = use_notifications();
    let unread = state.unread();
    let panel = NodeRef::<html::Div>::new();
    let is_open = RwSignal::new(false);
    let toggled = move |_| {
        let open = panel.get_untracked().is_some_and(|panel| panel.matches(":popover-open").unwrap_or(false));
        is_open.set(open);
        if open && state.failure().with_untracked(Option::is_some) {
            state.read();
        }
    };
    let name = move || t!("bell", count = unread.get());
    // What is read out is what is seen, so that the button can be called by it.
    let badge = move || Some(unread.get()).filter(|unread| *unread > 0).map(format::count);
    view! {
        <button type="button" class="icon-button bell" popovertarget="notifications" aria-label=name title=name>
            <Icon name=IconName::Bell />
            {move || badge().map(|count| view! { <span class="bell__badge" aria-hidden="true">{count}</span> })}
        </button>
        <div
            node_ref=panel
            id="notifications"
            class="shell__panel notices"
            popover="auto"
            role="dialog"
            aria-label=move || t!("bell-title")
            on:toggle=toggled
        >
            {move || is_open.get().then(|| content(state, panel))}
        </div>
    }
}

fn content(state: NotificationsState, panel: NodeRef<html::Div>) -> impl IntoView {
    let unread = state.unread();
    let all_read = Signal::derive(move || (unread.get() == 0).then(|| t!("bell-all-read")));
    view! {
        <div class="notices__head">
            <h2 class="notices__title">{move || t!("bell-title")}</h2>
            <Button disabled_reason=all_read on_press=Callback::new(move |()| state.mark_all())>
                {move || t!("bell-mark-all")}
            </Button>
        </div>
        {failure(state)}
        {list(state, panel)}
        {more(state, panel)}
    }
}

fn failure(state: NotificationsState) -> impl IntoView {
    move || {
        state.failure().get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Danger>
                    <p>{t!("bell-not-read")} " " {text::problem(&error)}</p>
                    <Button on_press=Callback::new(move |()| state.read())>{move || t!("app-retry")}</Button>
                </Notice>
            }
        })
    }
}

fn list(state: NotificationsState, panel: NodeRef<html::Div>) -> impl IntoView {
    let items = state.items();
    move || {
        if items.with(Vec::is_empty) {
            return match (state.is_loaded().get(), state.failure().with(Option::is_some)) {
                (true, _) => {
                    view! { <Empty icon=IconName::Bell text=Signal::derive(|| t!("bell-none")) /> }.into_any()
                }
                (false, true) => ().into_any(),
                (false, false) => view! {
                    <div role="status">
                        <span class="visually-hidden">{move || t!("bell-loading")}</span>
                        <Skeleton lines=4 />
                    </div>
                }
                .into_any(),
            };
        }
        view! {
            <ul class="notices__list">
                <For
                    each=move || items.get()
                    key=|item| (item.id, item.unread, item.label.clone(), item.account_id)
                    children=move |item| row(state, panel, item)
                />
            </ul>
        }
        .into_any()
    }
}

fn row(state: NotificationsState, panel: NodeRef<html::Div>, item: Notification) -> impl IntoView {
    let Notification { id, at, sim_id, iccid, label, account_name, threshold, level_bytes, unread, .. } =
        item;
    let what = move || {
        let (iccid, level) = (iccid.clone(), format::amount(level_bytes));
        match threshold {
            Threshold::Alert => t!("bell-alert", iccid = iccid, level = level),
            Threshold::Cap => t!("bell-cap", iccid = iccid, level = level),
        }
    };
    let follow = move |_| {
        state.mark(id);
        if let Some(panel) = panel.get_untracked() {
            let _ = panel.hide_popover();
        }
    };
    let place = if label.is_empty() { account_name } else { format!("{label} · {account_name}") };
    view! {
        <li>
            <a class="notices__link" class:is-unread=unread href=format!("sims/{}", sim_id.0) on:click=follow>
                <span class="notices__kind" data-threshold=threshold.code() aria-hidden="true">
                    <Icon name=match threshold {
                        Threshold::Alert => IconName::Warning,
                        Threshold::Cap => IconName::Cap,
                    } />
                </span>
                <span class="notices__words">
                    {unread.then(|| view! { <span class="visually-hidden">{move || t!("bell-unread")} " "</span> })}
                    <span class="notices__what">{what}</span>
                    " "
                    <span class="notices__place">{place}</span>
                    " "
                    <time class="notices__time" datetime=at.to_string() title=move || format::time(at)>
                        {move || format::ago(at)}
                    </time>
                </span>
            </a>
        </li>
    }
}

/// The way to earlier ones; the focus goes to the first of them.
fn more(state: NotificationsState, panel: NodeRef<html::Div>) -> impl IntoView {
    let items = state.items();
    let waiting = StoredValue::new(None::<usize>);
    Effect::new(move |_| {
        let shown = items.with(Vec::len);
        let Some(before) = waiting.get_value().filter(|before| shown > *before) else { return };
        waiting.set_value(None);
        focus::once_drawn(move || {
            let first_new = format!("li:nth-child({}) > a", before + 1);
            panel.try_get_untracked().flatten().and_then(|panel| focus::find(&panel, &first_new))
        });
    });
    let read_more = Callback::new(move |()| {
        waiting.set_value(Some(items.with_untracked(Vec::len)));
        state.read_more();
    });
    let has_more = state.has_more();
    move || {
        has_more.get().then(|| {
            view! {
                <div class="notices__foot">
                    <Button busy=state.is_busy() on_press=read_more>{move || t!("bell-more")}</Button>
                </div>
            }
        })
    }
}
