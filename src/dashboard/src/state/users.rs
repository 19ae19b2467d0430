//! The users of an account, read page by page.

use crate::state::paged::Load;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey, UserQuery};
use contract::problem::ProblemCode;
use contract::user::{MOST_USERS, ManagedUser, NewUser, UserPage, UserPatch};
use domain::account::AccountId;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// Users that are shown at first, and with each "Show more".
const PAGE: u32 = 50;
/// How long typing rests before it is looked for, in milliseconds.
const REST: u32 = 200;

/// The users that a question finds, as they were read last.
#[derive(Clone, Copy)]
pub struct UsersState {
    session: SessionState,
    scope: Scope,
    pub query: RwSignal<UserQuery>,
    items: RwSignal<Vec<ManagedUser>>,
    total: RwSignal<u64>,
    load: RwSignal<Load>,
    next: StoredValue<Option<String>>,
    latest: Latest,
}

/// Why a user was not changed.
#[derive(Clone, Debug)]
pub enum NotChanged {
    /// Someone else changed it since it was read; this is how it is now.
    Stale(Box<ManagedUser>),
    Failed(Arc<Error>),
}

impl UsersState {
    /// The users of an account, none of which has been read yet. To be called in the body of a component.
    pub fn new(session: SessionState, scope: Scope, account: AccountId) -> Self {
        let query = UserQuery { account: Some(account), ..UserQuery::default() };
        Self {
            session,
            scope,
            query: RwSignal::new(query),
            items: RwSignal::new(Vec::new()),
            total: RwSignal::new(0),
            load: RwSignal::new(Load::Loading),
            next: StoredValue::new(None),
            latest: Latest::new(),
        }
    }

    /// Those that have been read, by name.
    pub fn items(self) -> Signal<Vec<ManagedUser>> {
        self.items.into()
    }

    /// How many there are in all.
    pub fn total(self) -> Signal<u64> {
        self.total.into()
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.load.into()
    }

    /// Reads them anew, as many as are shown.
    pub fn read(self) {
        self.read_after(0);
    }

    /// Looks for a text as soon as typing rests.
    pub fn find(self, text: String) {
        self.query.update(|query| query.text = text);
        self.read_after(REST);
    }

    fn read_after(self, rest: u32) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            if rest > 0 {
                TimeoutFuture::new(rest).await;
            }
            if !ticket.is_latest() {
                return;
            }
            let shown = self.items.with_untracked(Vec::len).try_into().unwrap_or(MOST_USERS);
            let read = self.page(None, shown.clamp(PAGE, MOST_USERS)).await;
            if ticket.is_latest() {
                self.items.update(|items| {
                    if read.is_ok() {
                        items.clear();
                    }
                });
                self.take_page(read);
            }
        });
    }

    /// Reads the next ones.
    pub fn read_more(self) {
        let Some(cursor) = self.next.get_value() else { return };
        let ticket = self.latest.ticket();
        self.load.set(Load::Loading);
        self.scope.spawn(async move {
            let read = self.page(Some(cursor), PAGE).await;
            if ticket.is_latest() {
                self.take_page(read);
            }
        });
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<UserPage, Error> {
        let query = self.query.get_untracked();
        let read = self.session.call(|api| {
            let (query, cursor) = (query.clone(), cursor.clone());
            async move { api.users(&query, cursor.as_deref(), limit).await }
        });
        read.await
    }

    fn take_page(self, read: Result<UserPage, Error>) {
        match read {
            Ok(page) => {
                self.items.update(|items| items.extend(page.items));
                self.total.set(page.total);
                self.next.set_value(page.next_cursor);
                self.load.set(Load::Ready);
            }
            Err(error) => self.load.set(Load::Failed(Arc::new(error))),
        }
    }

    /// A user as it was read last.
    pub fn user(self, id: u32) -> Option<ManagedUser> {
        self.items.with_untracked(|items| items.iter().find(|user| user.id == id).cloned())
    }

    /// Invites somebody to an account.
    pub async fn invite(
        self,
        account: AccountId,
        new: &NewUser,
        key: IdempotencyKey,
    ) -> Result<ManagedUser, Error> {
        let invited = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.invite_user(account, &new, &key).await }
        });
        let invited = invited.await?;
        self.read();
        Ok(invited)
    }

    /// Changes a user, if it still is what the person saw.
    pub async fn change(self, seen: &ManagedUser, patch: &UserPatch) -> Result<ManagedUser, NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let changed = self.session.call(|api| {
            let (patch, etag) = (patch.clone(), etag.clone());
            async move { api.patch_user(id, &patch, &etag).await }
        });
        match changed.await {
            Ok(changed) => {
                self.put(changed.clone());
                Ok(changed)
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    /// Deletes a user, if it still is what the person saw.
    pub async fn delete(self, seen: &ManagedUser) -> Result<(), NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let deleted = self.session.call(|api| {
            let etag = etag.clone();
            async move { api.delete_user(id, &etag).await }
        });
        match deleted.await {
            Ok(()) => {
                self.read();
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    /// Mails an invited user a new link.
    pub async fn resend(self, id: u32, key: IdempotencyKey) -> Result<(), NotChanged> {
        let sent = self.session.call(|api| {
            let key = key.clone();
            async move { api.resend_invitation(id, &key).await }
        });
        match sent.await {
            Ok(user) => {
                self.put(user);
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    /// Takes an invitation back, and the user with it.
    pub async fn withdraw(self, id: u32) -> Result<(), NotChanged> {
        match self.session.call(|api| async move { api.withdraw_invitation(id).await }).await {
            Ok(()) => {
                self.read();
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    async fn not_changed(self, id: u32, error: Error) -> NotChanged {
        // Whatever it was, what is shown is not how it is.
        if matches!(error.code(), Some(ProblemCode::NotFound | ProblemCode::WrongState)) {
            self.read();
        }
        if error.code() != Some(ProblemCode::Stale) {
            return NotChanged::Failed(Arc::new(error));
        }
        match self.session.call(|api| async move { api.user(id).await }).await {
            Ok(now) => {
                self.put(now.clone());
                NotChanged::Stale(Box::new(now))
            }
            Err(error) => NotChanged::Failed(Arc::new(error)),
        }
    }

    /// Takes a user in as it is now, in its place.
    fn put(self, user: ManagedUser) {
        self.items.try_update(|items| {
            if let Some(shown) = items.iter_mut().find(|shown| shown.id == user.id) {
                *shown = user;
            }
        });
    }
}
