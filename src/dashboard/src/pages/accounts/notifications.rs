//! The tab "Notifications": the addresses that the account has for alerts, and who else is told.

mod add;
mod others;
mod remove;
mod table;

use super::context::AccountsPage;
use crate::state::live::use_announcements;
use crate::state::recipients::RecipientsState;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use domain::account::AccountId;
use leptos::html;
use leptos::prelude::*;

/// What the parts of the tab share.
#[derive(Clone, Copy)]
struct NotificationsTab {
    page: AccountsPage,
    account: AccountId,
    state: RecipientsState,
    /// The field for a new address, which gets the focus when a row has gone.
    field: NodeRef<html::Input>,
}

pub fn notifications(page: AccountsPage, id: AccountId) -> impl IntoView {
    let state = RecipientsState::new(page.session, id);
    let tab = NotificationsTab { page, account: id, state, field: NodeRef::new() };
    let announcements = use_announcements();
    Effect::new(move |_| {
        // Users opt in, are disabled, leave.
        announcements.track_users();
        state.read();
    });
    let known = Memo::new(move |_| state.answer().with(Option::is_some));
    let without_caps =
        Memo::new(move |_| page.account(id).is_some_and(|account| !account.features.caps_and_alerts));
    view! {
        <div class="notifications">
            {move || without_caps.get().then(|| view! {
                <Notice kind=NoticeKind::Warning><p>{move || t!("notifications-no-caps")}</p></Notice>
            })}
            {failure(tab)}
            {move || match known.get() {
                true => view! {
                    <section class="notifications__part" aria-labelledby="notifications-addresses">
                        <h3 id="notifications-addresses">{move || t!("notifications-addresses")}</h3>
                        {add::add(tab)}
                        {table::table(tab)}
                        {none(tab)}
                    </section>
                    {others::others(tab)}
                }
                .into_any(),
                false if state.failure().with(Option::is_none) => view! { <Skeleton lines=4 /> }.into_any(),
                false => ().into_any(),
            }}
        </div>
    }
}

fn failure(tab: NotificationsTab) -> impl IntoView {
    move || {
        tab.state.failure().get().map(|error| view! {
            <Notice kind=NoticeKind::Danger>
                <p>{t!("notifications-not-read")} " " {text::problem(&error)}</p>
                <Button on_press=Callback::new(move |()| tab.state.read())>{move || t!("app-retry")}</Button>
            </Notice>
        })
    }
}

fn none(tab: NotificationsTab) -> impl IntoView {
    let none = Memo::new(move |_| {
        tab.state.answer().with(|answer| answer.as_ref().is_some_and(|answer| answer.items.is_empty()))
    });
    move || {
        none.get().then(|| {
            view! {
                <Empty icon=IconName::Bell text=Signal::derive(move || t!("notifications-none")) />
            }
        })
    }
}
