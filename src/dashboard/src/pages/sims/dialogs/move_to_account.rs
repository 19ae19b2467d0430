//! "Move N SIMs": the destination by typing, what moves from where, what stays on the SIMs, and what cannot move.

use crate::pages::sims::account_choices::account_choices;
use crate::pages::sims::context::SimsPage;
use crate::pages::sims::preview::{Preparation, actions, hindrance, summary};
use crate::t;
use crate::ui::checkbox::Checkbox;
use crate::ui::combobox::Combobox;
use crate::ui::dialog::Dialog;
use contract::bulk::Target;
use domain::account::AccountId;
use domain::act::Action;
use leptos::prelude::*;

/// Opens the dialog for the selected SIMs, with a destination if they were dropped on one.
pub fn open(page: SimsPage, destination: Option<AccountId>) {
    let (target, count) = page.list.target();
    if count > 0 {
        page.dialogs.open(move |close| move_to_account(page, destination, target, count, close).into_any());
    }
}

fn move_to_account(
    page: SimsPage,
    destination: Option<AccountId>,
    target: Target,
    count: u64,
    close: Callback<()>,
) -> impl IntoView {
    let preparation = Preparation::new(page, target, count);
    let destination = RwSignal::new(destination);
    let missing = RwSignal::new(false);
    let keep = RwSignal::new(true);
    let action =
        move |id: AccountId| Action::MoveToAccount { account_id: id, keep_recipients: keep.get_untracked() };
    if let Some(id) = destination.get_untracked() {
        preparation.ask_at_once(action(id));
    }
    let choose = Callback::new(move |chosen: Option<u32>| {
        destination.set(chosen.map(AccountId));
        missing.set(false);
        match chosen {
            Some(id) => preparation.ask_at_once(action(AccountId(id))),
            None => preparation.forget(),
        }
    });
    let keep_or_not = Callback::new(move |wished: bool| {
        keep.set(wished);
        if let Some(id) = destination.get_untracked() {
            preparation.ask_at_once(action(id));
        }
    });
    let losing = move || {
        let losing = preparation.preview().get().and_then(|preview| preview.recipients).map(|it| it.losing);
        losing.filter(|&count| count > 0).map(|count| {
            let text = if keep.get() {
                t!("move-parts-with", count = count)
            } else {
                t!("move-drops", count = count)
            };
            view! { <p class="preview__detail">{text}</p> }
        })
    };
    let start = Callback::new(move |()| match destination.get_untracked() {
        Some(id) if untrack(|| hindrance(preparation)).is_none() => preparation.start(action(id), close),
        Some(_) => {}
        None => missing.set(true),
    });
    let name = move || {
        let id = destination.get();
        id.map(|id| page.estate.accounts().with(|tree| tree.name(id).to_owned())).unwrap_or_default()
    };
    let actions = move || actions(preparation, close, move || t!("move-button"));
    view! {
        <Dialog
            title=Signal::derive(move || t!("move-title", count = preparation.count()))
            on_close=close
            on_submit=start
            actions=actions
        >
            <Combobox
                label=Signal::derive(move || t!("destination-account"))
                placeholder=Signal::derive(move || t!("destination-hint"))
                options=Signal::derive(move || account_choices(page))
                value=Signal::derive(move || destination.get().map(|id| id.0))
                on_choose=choose
                error=Signal::derive(move || missing.get().then(|| t!("destination-missing")))
            />
            {summary(preparation, move |count| t!("move-changing", count = count, account = untrack(name)))}
            <div class="preview__room">
                {move || preparation.preview().get().filter(|preview| !preview.accounts.is_empty()).map(|preview| {
                    let tree = page.estate.accounts().get();
                    let listed: Vec<String> = preview
                        .accounts
                        .iter()
                        .take(5)
                        .map(|from| t!("move-from-account", count = from.count, account = tree.name(from.account_id).to_owned()))
                        .collect();
                    let more = preview.accounts.len().saturating_sub(listed.len()) as u64;
                    view! {
                        <p class="preview__detail">
                            {t!("move-from", accounts = listed.join(", "))}
                            {(more > 0).then(|| format!(" {}", t!("move-from-more", count = more)))}
                        </p>
                    }
                })}
            </div>
            <p class="preview__detail">{move || t!("move-keeps")}</p>
            <Checkbox
                label=Signal::derive(move || t!("move-keep-recipients"))
                checked=keep
                on_change=keep_or_not
            />
            {losing}
        </Dialog>
    }
}
