//! Keeps the estate fresh: the event stream announces changes, and polling takes over while it is broken.

use crate::state::estate::EstateState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::EventNotice;
use contract::event::Event;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// Pause between two looks while there is no event stream, in milliseconds.
const POLL: u32 = 10_000;

/// Whether changes are announced at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contact {
    Live,
    /// The event stream is broken; changes are asked for every few seconds.
    Polling,
}

/// Follows the server's announcements as long as the scope lives.
pub fn follow(session: SessionState, estate: EstateState, scope: Scope) -> Signal<Contact> {
    let contact = RwSignal::new(Contact::Polling);
    let stream = session.api().events(move |notice| match notice {
        EventNotice::Opened => {
            contact.try_set(Contact::Live);
            estate.follow();
        }
        EventNotice::Broken => {
            contact.try_set(Contact::Polling);
        }
        EventNotice::Event(Event::Estate { .. }) => estate.follow(),
        EventNotice::Event(Event::Accounts) => estate.read_accounts(),
        EventNotice::Event(Event::Users | Event::Operation(_) | Event::Unknown) => {}
    });
    // Held by the scope's owner: dropped with it, which closes the stream.
    let _held = StoredValue::new_local(stream);
    scope.spawn(async move {
        loop {
            TimeoutFuture::new(POLL).await;
            if contact.try_get_untracked() == Some(Contact::Polling) {
                estate.follow();
                estate.read_accounts();
            }
        }
    });
    contact.into()
}
