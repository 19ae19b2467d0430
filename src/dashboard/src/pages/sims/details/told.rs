//! Who is told about the alerts of the SIM, and which addresses are set on it.

use super::Details;
use crate::pages::told::{above, told};
use crate::t;
use crate::text;
use crate::ui::button::{Button, IconButton};
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::icon::IconName;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;
use client::Error;
use contract::recipient::SimRecipients;
use domain::permission::Permission;
use domain::recipient::{Cause, RecipientId, Told};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known, and what is done about it.
#[derive(Clone, Copy)]
struct Recipients {
    details: Details,
    known: RwSignal<Option<Arc<SimRecipients>>>,
    /// Why it could not be read or changed.
    error: RwSignal<Option<Arc<Error>>>,
    busy: RwSignal<bool>,
    /// The field for another address.
    field: NodeRef<html::Input>,
}

/// The section, for those who may see who is told.
pub fn recipients(details: Details) -> impl IntoView {
    let may = Memo::new(move |_| details.page.session.may(Permission::ManageRecipients));
    let recipients = Recipients {
        details,
        known: RwSignal::new(None),
        error: RwSignal::new(None),
        busy: RwSignal::new(false),
        field: NodeRef::new(),
    };
    let account = Memo::new(move |_| details.known().map(|sim| sim.value.account_id));
    Effect::new(move |_| {
        if may.get() && account.get().is_some() {
            recipients.read();
        }
    });
    move || may.get().then(|| section(recipients))
}

impl Recipients {
    fn read(self) {
        let id = self.details.id;
        self.ask(move |api| async move { api.sim_recipients(id).await }, || {});
    }

    fn add(self, recipient: RecipientId) {
        let id = self.details.id;
        self.ask(move |api| async move { api.add_sim_recipient(id, recipient).await }, || {});
    }

    fn remove(self, recipient: RecipientId) {
        let id = self.details.id;
        // The button that was pressed goes with the address.
        let then = move || {
            if let Some(field) = self.field.get_untracked() {
                let _ = field.focus();
            }
        };
        self.ask(move |api| async move { api.remove_sim_recipient(id, recipient).await }, then);
    }

    fn ask<F>(self, ask: impl Fn(client::Api) -> F + 'static, then: impl FnOnce() + 'static)
    where
        F: Future<Output = Result<SimRecipients, Error>>,
    {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        self.details.scope.spawn(async move {
            let answer = self.details.page.session.call(ask).await;
            self.busy.set(false);
            match answer {
                Ok(now) => {
                    self.known.set(Some(Arc::new(now)));
                    then();
                }
                Err(error) => self.error.set(Some(Arc::new(error))),
            }
        });
    }
}

fn section(recipients: Recipients) -> impl IntoView {
    let known = recipients.known;
    let read = Memo::new(move |_| known.with(Option::is_some));
    view! {
        <section class="sim-details__told" aria-labelledby="sim-told" aria-busy=move || recipients.busy.get().to_string()>
            <h3 id="sim-told">{move || t!("told-title")}</h3>
            {move || known.get().map(|now| list(recipients, &now))}
            {move || (!read.get() && recipients.error.with(Option::is_none)).then(|| view! { <Skeleton lines=2 /> })}
            {move || recipients.error.get().map(|error| view! {
                <Notice kind=NoticeKind::Danger>
                    <p>
                        {if read.get_untracked() { t!("not-saved") } else { t!("told-not-read") }}
                        " " {text::problem(&error)}
                    </p>
                    <Button on_press=Callback::new(move |()| recipients.read())>{move || t!("app-retry")}</Button>
                </Notice>
            })}
            {move || read.get().then(|| add(recipients))}
        </section>
    }
}

fn list(recipients: Recipients, now: &SimRecipients) -> impl IntoView + use<> {
    let tree = recipients.details.page.estate.accounts().get();
    let empty = now.told.is_empty();
    let rows: Vec<_> = now.told.iter().map(|one| told(one, &tree, take_off(recipients, one))).collect();
    view! {
        {(empty && now.above == 0).then(|| view! { <p class="told__above">{move || t!("told-nobody")}</p> })}
        <ul class="told" hidden=empty aria-labelledby="sim-told">{rows}</ul>
        {above(now.above)}
    }
}

/// The button that takes an address off the SIM, if it is set there.
fn take_off(recipients: Recipients, one: &Told) -> Option<AnyView> {
    let set = one.sources.iter().find(|source| source.cause == Cause::ThisSim)?.recipient_id?;
    let email = one.email.clone();
    Some(
        view! {
            <IconButton
                icon=IconName::Close
                label=Signal::derive(move || t!("told-take-off", email = email.clone()))
                on_press=Callback::new(move |()| recipients.remove(set))
            />
        }
        .into_any(),
    )
}

/// The field for another address of the account or of one above it.
fn add(recipients: Recipients) -> impl IntoView {
    let page = recipients.details.page;
    let options = Signal::derive(move || {
        let tree = page.estate.accounts().get();
        recipients.known.with(|known| {
            let addresses = known.iter().flat_map(|known| &known.can_add);
            addresses
                .map(|address| Choice {
                    value: address.id.0,
                    label: address.email.clone(),
                    detail: Some(tree.name(address.account_id).to_owned()),
                    disabled_reason: None,
                })
                .collect::<Vec<_>>()
        })
    });
    let none = Memo::new(move |_| options.with(Vec::is_empty));
    let fixed = move || recipients.details.known().and_then(|sim| sim.value.status.editable().err());
    move || match fixed() {
        Some(reason) => view! { <p class="told__above">{text::reason(reason)}</p> }.into_any(),
        None => view! {
            <Combobox
                label=Signal::derive(|| t!("told-add"))
                placeholder=Signal::derive(|| t!("told-add-placeholder"))
                hint=Signal::derive(move || none.get().then(|| t!("told-add-none")))
                options=options
                value=Signal::stored(None)
                adds=true
                node_ref=recipients.field
                on_choose=Callback::new(move |chosen: Option<u32>| {
                    if let Some(id) = chosen {
                        recipients.add(RecipientId(id));
                    }
                })
            />
        }
        .into_any(),
    }
}
