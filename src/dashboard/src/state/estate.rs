//! The estate in the browser: filled in the background, kept fresh by the change feed.
//!
//! The columns themselves are no signal. Signals say only that something changed: readers track one and then look.

mod filling;
mod keeping;

use crate::state::accounts::AccountsState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::Error;
use contract::problem::ProblemCode;
use domain::account::AccountTree;
use domain::estate::Estate;
use domain::estate::batch::BadBatch;
use domain::filter::Filter;
use domain::sim::SimId;
use domain::time::Timestamp;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

/// How far the estate has been filled.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    Loading {
        loaded: u64,
        total: u64,
    },
    Ready,
    /// It stopped half-way; [`EstateState::load`] goes on from there.
    Failed {
        loaded: u64,
        total: u64,
        error: Arc<Error>,
    },
}

/// The SIMs and accounts the user may see.
#[derive(Clone, Copy)]
pub struct EstateState {
    session: SessionState,
    scope: Scope,
    estate: StoredValue<RefCell<Estate>, LocalStorage>,
    accounts: AccountsState,
    /// Counts every change.
    change: RwSignal<u64>,
    /// Counts changes of which rows there are.
    growth: RwSignal<u64>,
    load: RwSignal<Load>,
    feed: StoredValue<Feed, LocalStorage>,
    /// SIMs that changed since the estate was last kept.
    unkept: StoredValue<usize>,
}

/// Where loading and following have got to.
#[derive(Clone, Debug, Default)]
struct Feed {
    /// Where the stretches begin that are not in yet.
    rest: VecDeque<String>,
    /// SIMs that there were to read when the last page was read.
    total: u64,
    /// The version up to which changes are known; none before the first page.
    version: Option<u64>,
    /// A reader of pages is at work.
    loading: bool,
    /// All pages are in.
    complete: bool,
    /// A reader of changes is at work; `again` tells it to ask once more.
    following: bool,
    again: bool,
}

/// Gives an empty estate to all below; call [`EstateState::load`] to fill it. It lives beside all pages, so that none of
/// them has to fill it anew.
pub fn provide(session: SessionState, accounts: AccountsState, scope: Scope) -> EstateState {
    let estate = EstateState::new(session, accounts, scope);
    estate.keep();
    provide_context(estate);
    estate
}

/// The estate.
pub fn use_estate() -> EstateState {
    expect_context()
}

impl EstateState {
    fn new(session: SessionState, accounts: AccountsState, scope: Scope) -> Self {
        Self {
            session,
            scope,
            estate: StoredValue::new_local(RefCell::default()),
            accounts,
            change: RwSignal::new(0),
            growth: RwSignal::new(0),
            load: RwSignal::new(Load::Loading { loaded: 0, total: 0 }),
            feed: StoredValue::new_local(Feed::default()),
            unkept: StoredValue::new(0),
        }
    }

    /// Reads the estate without following its changes.
    pub fn peek<T>(self, read: impl FnOnce(&Estate) -> T) -> T {
        self.estate.with_value(|estate| read(&estate.borrow()))
    }

    /// Reads the estate; runs again after every change.
    pub fn with<T>(self, read: impl FnOnce(&Estate) -> T) -> T {
        self.change.track();
        self.peek(read)
    }

    /// Runs again after every change.
    pub fn track(self) {
        self.change.track();
    }

    /// Runs again when rows were added or left.
    pub fn track_growth(self) {
        self.growth.track();
    }

    /// The visible accounts.
    pub fn accounts(self) -> Signal<Arc<AccountTree>> {
        self.accounts.tree()
    }

    /// How far the estate has been filled.
    pub fn progress(self) -> Signal<Load> {
        self.load.into()
    }

    /// The rows that pass a filter now.
    pub fn matching(self, filter: &Filter) -> domain::bitmap::Bitmap {
        let accounts = self.accounts.tree().get_untracked();
        self.peek(|estate| domain::filter::evaluate::matching(filter, estate, &accounts, now()))
    }

    /// The SIMs of some rows.
    pub fn ids(self, rows: &[u32]) -> Vec<SimId> {
        self.peek(|estate| rows.iter().filter_map(|&row| estate.id(row)).collect())
    }

    /// Fills the estate, or goes on where filling it stopped. Nothing happens when that is done or under way.
    pub fn load(self) {
        let start = self.feed.try_update_value(|feed| {
            let start = !feed.loading && !feed.complete;
            feed.loading |= start;
            start
        });
        if start != Some(true) {
            return;
        }
        self.load.update(|load| {
            if let Load::Failed { loaded, total, .. } = *load {
                *load = Load::Loading { loaded, total };
            }
        });
        if self.session.offline.with_untracked(Option::is_none) {
            self.accounts.read();
        }
        self.scope.spawn(async move {
            let read = if self.restore().await { Ok(()) } else { self.fill().await };
            self.feed.update_value(|feed| feed.loading = false);
            match read {
                Ok(()) => {
                    self.load.set(Load::Ready);
                    self.follow();
                }
                Err(error) => {
                    let (loaded, total) = self.filled();
                    self.load.set(Load::Failed { loaded, total, error: Arc::new(error) });
                }
            }
        });
    }

    /// Reads what has changed since. Cheap to call often: only one reader is at work, and it asks once more when called
    /// meanwhile. A failure is left to the next call; the estate is then only older.
    pub fn follow(self) {
        let start = self.feed.try_update_value(|feed| {
            let start = feed.complete && !feed.following;
            feed.again = !start;
            feed.following |= start;
            start
        });
        if start == Some(true) {
            self.scope.spawn(async move {
                let read = self.read_changes().await;
                self.feed.update_value(|feed| feed.following = false);
                match read {
                    // The server has another estate than the one that was read: nothing here is true any more. The
                    // address brings back what was shown.
                    Err(error) if error.code() == Some(ProblemCode::WrongState) => {
                        self.session.kept().wipe().await;
                        let _ = window().location().reload();
                    }
                    Err(error) => leptos::logging::warn!("changes could not be read: {error}"),
                    Ok(()) => self.session.kept().session_goes_on().await,
                }
            });
        }
    }

    async fn read_changes(self) -> Result<(), Error> {
        loop {
            self.feed.update_value(|feed| feed.again = false);
            let Some(since) = self.feed.with_value(|feed| feed.version) else { return Ok(()) };
            let text = self.session.call(move |api| async move { api.changes(since).await }).await?;
            let page = text.parse()?;
            let applied = self.estate.with_value(|estate| {
                let mut estate = estate.borrow_mut();
                let removed = estate.remove(&page.removed);
                estate.append(&page.columns).map(|applied| (applied, removed.len()))
            });
            let (applied, removed) = applied.map_err(unreadable)?;
            self.feed.update_value(|feed| feed.version = Some(page.version));
            let touched = applied.appended + applied.changed.len() + removed;
            if touched > 0 {
                self.unkept.update_value(|unkept| *unkept = unkept.saturating_add(touched));
                self.changed(applied.appended > 0);
            }
            if !page.more && !self.feed.with_value(|feed| feed.again) {
                return Ok(());
            }
        }
    }

    /// Reads the accounts anew.
    pub fn read_accounts(self) {
        self.accounts.read();
    }

    fn changed(self, grown: bool) {
        if grown {
            self.growth.update(|count| *count += 1);
        }
        self.change.update(|count| *count += 1);
    }
}

/// SIMs that do not fit together are no answer.
fn unreadable(bad: BadBatch) -> Error {
    Error::Unreadable { status: 200, detail: bad.to_string() }
}

/// The browser's clock.
pub fn now() -> Timestamp {
    Timestamp::from_unix((js_sys::Date::now() / 1_000.0) as i64)
}
