//! Keeps what the app knows fresh: the event stream announces changes, and polling takes over while it is broken.

use crate::state::accounts::AccountsState;
use crate::state::estate::EstateState;
use crate::state::labels::LabelsState;
use crate::state::operations::OperationsState;
use crate::state::scope::Scope;
use crate::state::session::{Phase, SessionState};
use client::{EventNotice, EventStream};
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

/// What the server announces to the pages.
#[derive(Clone, Copy)]
pub struct Announcements {
    contact: RwSignal<Contact>,
    users: RwSignal<u64>,
    notifications: RwSignal<u64>,
}

/// Follows the server's announcements as long as the scope lives, and gives them to all below.
pub fn provide(
    session: SessionState,
    estate: EstateState,
    accounts: AccountsState,
    labels: LabelsState,
    operations: OperationsState,
    scope: Scope,
) -> Announcements {
    let announced = Announcements {
        contact: RwSignal::new(Contact::Polling),
        users: RwSignal::new(0),
        notifications: RwSignal::new(0),
    };
    let renew = move || scope.spawn(session.renew());
    let users = move || {
        announced.users.try_update(|count| *count += 1);
        renew();
    };
    let notifications = move || {
        announced.notifications.try_update(|count| *count += 1);
    };
    let catch_up = move || {
        accounts.read();
        labels.announced();
        operations.pick_up();
        users();
        notifications();
    };
    Effect::new(move |before: Option<bool>| {
        let offline = session.offline.with(Option::is_some);
        if before == Some(true) && !offline {
            estate.follow();
            catch_up();
        }
        offline
    });
    // Whether the stream was there or tried before: what was announced since then is lost.
    let missed = StoredValue::new(false);
    let stream = session.api().events(move |notice| match notice {
        EventNotice::Opened => {
            announced.contact.try_set(Contact::Live);
            operations.set_announced(true);
            estate.follow();
            if missed.try_update_value(|missed| std::mem::replace(missed, true)) == Some(true) {
                catch_up();
            }
        }
        EventNotice::Broken => {
            announced.contact.try_set(Contact::Polling);
            missed.try_set_value(true);
            operations.set_announced(false);
            // The end of the session ends the stream too.
            renew();
        }
        EventNotice::Event(Event::Estate { .. }) => estate.follow(),
        EventNotice::Event(Event::Accounts) => accounts.read(),
        EventNotice::Event(Event::Users) => users(),
        EventNotice::Event(Event::Labels) => labels.announced(),
        EventNotice::Event(Event::Notifications) => notifications(),
        EventNotice::Event(Event::Operation(operation)) => operations.hear(operation),
        EventNotice::Event(Event::Unknown) => {}
    });
    // Held by the scope's owner: dropped with it, which closes the stream.
    let stream = StoredValue::new_local(stream);
    Effect::new(move |before: Option<bool>| {
        let has_ended = session.phase.with(|phase| matches!(phase, Phase::Expired(_)));
        if before == Some(true) && !has_ended {
            stream.with_value(|stream| stream.iter().for_each(EventStream::connect_now));
        }
        has_ended
    });
    scope.spawn(async move {
        loop {
            TimeoutFuture::new(POLL).await;
            if session.offline.try_with_untracked(Option::is_some) == Some(true) {
                renew();
            } else if announced.contact.try_get_untracked() == Some(Contact::Polling) {
                estate.follow();
                accounts.read();
                labels.announced();
                users();
                notifications();
            }
        }
    });
    provide_context(announced);
    announced
}

/// What the server announces.
pub fn use_announcements() -> Announcements {
    expect_context()
}

impl Announcements {
    /// Whether changes are announced at once.
    pub fn contact(self) -> Signal<Contact> {
        self.contact.into()
    }

    /// Runs again when usage of SIMs reached levels, or somebody has read of it.
    pub fn track_notifications(self) {
        self.notifications.track();
    }

    /// Runs again when users were invited, changed or deleted, maybe the one who is signed in.
    pub fn track_users(self) {
        self.users.track();
    }
}
