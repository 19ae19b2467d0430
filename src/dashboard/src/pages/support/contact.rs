//! Whom to ask: name, phone, e-mail, hours, note.

use crate::t;
use crate::ui::dialog::{Dialog, Dialogs, InitialFocus};
use domain::support::Contact;
use leptos::prelude::*;

/// The contact as a list; what is not known is left out.
pub fn contact_card(contact: &Contact) -> impl IntoView + use<> {
    let Contact { name, phone, email, hours, note } = contact.clone();
    let phone = phone.map(|phone| {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <a href=format!("tel:{number}")>{phone}</a> }.into_any()
    });
    let email = email.map(|email| view! { <a href=format!("mailto:{email}")>{email.clone()}</a> }.into_any());
    let text = |text: Option<String>| text.map(|text| text.into_any());
    let rows = [
        (Signal::derive(|| t!("support-phone")), phone),
        (Signal::derive(|| t!("support-email")), email),
        (Signal::derive(|| t!("support-hours")), text(hours)),
        (Signal::derive(|| t!("support-note")), text(note)),
    ];
    let rows = rows.into_iter().filter_map(|(what, is)| {
        is.map(|is| view! { <div><dt>{move || what.get()}</dt><dd>{is}</dd></div> })
    });
    view! {
        <div class="contact">
            <p class="contact__name">{name}</p>
            <dl class="contact__ways">{rows.collect_view()}</dl>
        </div>
    }
}

/// Shows the contact in a dialog.
pub fn open(dialogs: Dialogs, contact: Contact) {
    dialogs.open(move |close| {
        view! {
            <Dialog title=Signal::derive(|| t!("support-title")) on_close=close initial_focus=InitialFocus::Title>
                {contact_card(&contact)}
            </Dialog>
        }
        .into_any()
    });
}
