//! What the bell shows: usage that reached a level, and how much of it the person has not read.
//!
//! Opening the list marks nothing: one is read when its link is followed, all when the person says so. Both are the
//! person's own, on every device.

use crate::state::live::Announcements;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::Error;
use contract::notification::{MOST_NOTIFICATIONS, Notification, NotificationPage, NotificationsRead};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// Notifications that are shown at first, and with each "Show more".
const PAGE: u32 = 20;
/// How long no more of them come before it is said that there are new ones, in milliseconds: once for a wave.
const REST: u32 = 1_500;

/// What is known of the notifications.
#[derive(Clone, Copy)]
pub struct NotificationsState {
    session: SessionState,
    scope: Scope,
    items: RwSignal<Vec<Notification>>,
    unread: RwSignal<u64>,
    /// Whether there was an answer.
    loaded: RwSignal<bool>,
    failure: RwSignal<Option<Arc<Error>>>,
    busy: RwSignal<bool>,
    next: RwSignal<Option<String>>,
    latest: Latest,
    wave: Latest,
    /// How many were unread when that was last said, or could be seen.
    told: StoredValue<u64>,
}

/// Reads the notifications whenever they are announced, and gives them to all below. `tell` says how many new ones have
/// come.
pub fn provide(
    session: SessionState,
    announcements: Announcements,
    scope: Scope,
    tell: impl Fn(u64) + Copy + 'static,
) {
    let state = NotificationsState {
        session,
        scope,
        items: RwSignal::new(Vec::new()),
        unread: RwSignal::new(0),
        loaded: RwSignal::new(false),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
        next: RwSignal::new(None),
        latest: Latest::new(),
        wave: Latest::new(),
        told: StoredValue::new(0),
    };
    Effect::new(move |_| {
        announcements.track_notifications();
        state.read();
    });
    Effect::new(move |before: Option<bool>| {
        let (loaded, unread) = (state.loaded.get(), state.unread.get());
        if before != Some(true) || unread <= state.told.get_value() {
            // What was there at first, and what was read since, is no news.
            state.told.set_value(unread);
        } else {
            state.tell_of_wave(tell);
        }
        loaded
    });
    provide_context(state);
}

/// The notifications, from anywhere below the shell.
pub fn use_notifications() -> NotificationsState {
    expect_context()
}

impl NotificationsState {
    /// Those that have been read from the API, latest first.
    pub fn items(self) -> Signal<Vec<Notification>> {
        self.items.into()
    }

    /// How many the person has not read, in all.
    pub fn unread(self) -> Signal<u64> {
        self.unread.into()
    }

    /// Whether it is known what there is.
    pub fn is_loaded(self) -> Signal<bool> {
        self.loaded.into()
    }

    /// Why the last reading failed.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// Whether more are being fetched.
    pub fn is_busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether there are more than have been fetched.
    pub fn has_more(self) -> Signal<bool> {
        Signal::derive(move || self.next.with(Option::is_some))
    }

    /// Fetches them anew, as many as are shown.
    pub fn read(self) {
        let ticket = self.latest.ticket();
        let shown = self.items.with_untracked(Vec::len);
        let limit = u32::try_from(shown).unwrap_or(u32::MAX).clamp(PAGE, MOST_NOTIFICATIONS);
        self.scope.spawn(async move {
            let page = self.page(None, limit).await;
            if ticket.is_latest() {
                self.busy.set(false);
                self.take(page, |items, new| *items = new);
            }
        });
    }

    /// Fetches the next ones.
    pub fn read_more(self) {
        let Some(cursor) = self.next.get_untracked() else { return };
        let ticket = self.latest.ticket();
        self.busy.set(true);
        self.scope.spawn(async move {
            let page = self.page(Some(cursor), PAGE).await;
            if ticket.is_latest() {
                self.busy.set(false);
                self.take(page, |items, new| items.extend(new));
            }
        });
    }

    /// The person has read one of them.
    pub fn mark(self, id: u32) {
        let was_unread = self.items.try_update(|items| {
            let item = items.iter_mut().find(|item| item.id == id && item.unread)?;
            item.unread = false;
            Some(())
        });
        if was_unread.flatten().is_some() {
            self.unread.update(|unread| *unread = unread.saturating_sub(1));
            self.note(NotificationsRead { ids: vec![id], ..NotificationsRead::default() });
        }
    }

    /// The person has read all that there are now.
    pub fn mark_all(self) {
        let Some(latest) = self.items.with_untracked(|items| items.first().map(|item| item.id)) else {
            return;
        };
        self.items.update(|items| items.iter_mut().for_each(|item| item.unread = false));
        self.unread.set(0);
        self.note(NotificationsRead { upto: Some(latest), ..NotificationsRead::default() });
    }

    /// Shows it at once; should the API not take it, what is shown becomes true again.
    fn note(self, read: NotificationsRead) {
        self.scope.spawn(async move {
            let noted = self.session.call(|api| {
                let read = read.clone();
                async move { api.read_notifications(&read).await }
            });
            if let Err(error) = noted.await {
                leptos::logging::warn!("it could not be noted what was read: {error}");
                self.read();
            }
        });
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<NotificationPage, Error> {
        let page = self.session.call(|api| {
            let cursor = cursor.clone();
            async move { api.notifications(cursor.as_deref(), limit).await }
        });
        page.await
    }

    fn take(
        self,
        page: Result<NotificationPage, Error>,
        keep: impl FnOnce(&mut Vec<Notification>, Vec<Notification>),
    ) {
        match page {
            Ok(page) => {
                self.failure.set(None);
                self.items.update(|items| keep(items, page.items));
                self.next.set(page.next_cursor);
                self.unread.set(page.unread);
                self.loaded.set(true);
            }
            Err(error) => self.failure.set(Some(Arc::new(error))),
        }
    }

    fn tell_of_wave(self, tell: impl Fn(u64) + 'static) {
        let ticket = self.wave.ticket();
        self.scope.spawn(async move {
            TimeoutFuture::new(REST).await;
            if !ticket.is_latest() {
                return;
            }
            let unread = self.unread.get_untracked();
            let new = unread.saturating_sub(self.told.get_value());
            self.told.set_value(unread);
            if new > 0 {
                tell(new);
            }
        });
    }
}
