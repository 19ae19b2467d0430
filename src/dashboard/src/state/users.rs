//! The users of an account, read page by page.

use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, UserQuery};
use contract::user::{MOST_USERS, ManagedUser, UserPage};
use domain::account::AccountId;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// Users that are shown at first, and with each "Show more".
const PAGE: u32 = 50;
/// How long typing rests before it is looked for, in milliseconds.
const REST: u32 = 200;

/// How far reading is.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    Loading,
    Ready,
    Failed(Arc<Error>),
}

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
}
