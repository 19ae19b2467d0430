//! The addresses of the account, a row each.

use super::{NotificationsTab, remove};
use crate::t;
use crate::text;
use crate::ui::button::IconButton;
use crate::ui::checkbox::Checkbox;
use crate::ui::icon::IconName;
use crate::ui::toast::{Toast, ToastKind};
use contract::recipient::Recipient;
use leptos::prelude::*;

pub fn table(tab: NotificationsTab) -> impl IntoView {
    let items = Memo::new(move |_| {
        tab.state
            .answer()
            .with(|answer| answer.as_ref().map(|answer| answer.items.clone()).unwrap_or_default())
    });
    view! {
        <table
            class="notifications__table"
            aria-label=move || t!("notifications-addresses")
            hidden=move || items.with(Vec::is_empty)
        >
            <thead>
                <tr>
                    <th scope="col">{move || t!("notifications-email")}</th>
                    <th scope="col">{move || t!("notifications-all-sims")}</th>
                    <th scope="col">{move || t!("notifications-on-sims")}</th>
                    <th scope="col"><span class="visually-hidden">{move || t!("notifications-acts")}</span></th>
                </tr>
            </thead>
            <tbody>
                <For each=move || items.get() key=|item| item.id.0 children=move |item| {
                    let (id, first) = (item.id, item.clone());
                    let now = Memo::new(move |_| {
                        items.with(|items| items.iter().find(|one| one.id == id).cloned())
                            .unwrap_or_else(|| first.clone())
                    });
                    row(tab, now)
                } />
            </tbody>
        </table>
    }
}

fn row(tab: NotificationsTab, item: Memo<Recipient>) -> impl IntoView {
    // What was wished and is not answered yet.
    let wished = RwSignal::new(None::<bool>);
    let email = move || item.with(|item| item.email.clone());
    let change = Callback::new(move |on: bool| {
        if wished.get_untracked().is_some() {
            return;
        }
        wished.set(Some(on));
        let seen = item.get_untracked();
        tab.state.scope.spawn(async move {
            let outcome = tab.state.set_all_sims(&seen, on).await;
            // The row may have gone meanwhile.
            wished.try_set(None);
            if let Err(error) = outcome {
                let text = format!("{} {}", t!("not-saved"), text::problem(&error));
                tab.page.toasts.show(Toast::new(ToastKind::Danger, text));
                tab.state.read();
            }
        });
    });
    let count = move || item.with(|item| item.sims.iter().map(|place| place.count).sum::<u64>());
    view! {
        <tr class="notifications__row">
            <th scope="row" class="notifications__email">{email}</th>
            <td class="notifications__tick">
                <Checkbox
                    label=Signal::derive(move || t!("notifications-all-sims-of", email = email()))
                    label_hidden=true
                    checked=Signal::derive(move || wished.get().unwrap_or_else(|| item.with(|item| item.all_sims)))
                    on_change=change
                />
                // In place of the column's heading, where there is no room for that.
                <span class="notifications__tick-name" aria-hidden="true">{move || t!("notifications-all-sims")}</span>
            </td>
            <td class="notifications__sims">{move || t!("notifications-sim-count", count = count())}</td>
            <td class="notifications__remove">
                <IconButton
                    icon=IconName::Trash
                    label=Signal::derive(move || t!("notifications-remove-of", email = email()))
                    on_press=Callback::new(move |()| remove::open(tab, &item.get_untracked()))
                />
            </td>
        </tr>
    }
}
