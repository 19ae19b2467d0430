//! The history of one SIM, that of the estate, and the audit log: read page by page, the latest first.

mod filter;

pub use filter::{HistoryFilter, Who};

use crate::state::paged::Load;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Api, Error, TimelineQuery};
use contract::audit::{AuditEntry, FieldChange, Subject};
use contract::bulk::Author;
use contract::history::{HistoryEntry, NamedAccount};
use domain::account::AccountId;
use domain::audit::AuditAction;
use domain::history::Cause;
use domain::sim::SimId;
use domain::time::Timestamp;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// Entries that are shown at first, and with each "Show more".
const PAGE: u32 = 50;
/// Pause between two looks for new entries, in milliseconds.
const LOOK: u32 = 5_000;

/// What the history is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Sim(SimId),
    Estate,
    Audit,
}

/// What was done, or what made it happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// To a SIM, and whether the person still sees it.
    Sim {
        id: SimId,
        iccid: String,
        in_sight: bool,
        cause: Cause,
    },
    Audited {
        action: AuditAction,
        subject: Subject,
        viewed_as: Option<AccountId>,
    },
}

/// An entry, of whatever it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: u32,
    pub at: Timestamp,
    pub user: Option<Author>,
    pub token: Option<Author>,
    /// Somebody of an account above, who is not named.
    pub outside: bool,
    pub act: Act,
    pub account: Option<AccountId>,
    pub operation: Option<u32>,
    pub changes: Vec<FieldChange>,
}

/// Some entries, the accounts they name, and where to go on.
struct Page {
    entries: Vec<Entry>,
    accounts: Vec<NamedAccount>,
    next: Option<String>,
}

/// The entries as they were read last.
#[derive(Clone, Copy)]
pub struct HistoryState {
    session: SessionState,
    scope: Scope,
    source: Source,
    query: StoredValue<TimelineQuery>,
    entries: RwSignal<Vec<Entry>>,
    names: RwSignal<HashMap<AccountId, String>>,
    load: RwSignal<Load>,
    next: RwSignal<Option<String>>,
    /// What came since, the latest first; not shown before it is asked for.
    fresh: RwSignal<Vec<Entry>>,
    latest: Latest,
}

impl From<HistoryEntry> for Entry {
    fn from(entry: HistoryEntry) -> Self {
        let HistoryEntry { id, at, sim_id, iccid, in_sight, account_id, cause, .. } = entry;
        Self {
            id,
            at,
            user: entry.user,
            token: entry.token,
            outside: entry.outside,
            act: Act::Sim { id: sim_id, iccid, in_sight, cause },
            account: account_id,
            operation: entry.operation_id,
            changes: entry.changes,
        }
    }
}

impl From<AuditEntry> for Entry {
    fn from(entry: AuditEntry) -> Self {
        let AuditEntry { id, at, action, subject, viewed_as, account_id, .. } = entry;
        Self {
            id,
            at,
            user: entry.user,
            token: entry.token,
            outside: entry.outside,
            act: Act::Audited { action, subject, viewed_as },
            account: Some(account_id),
            operation: None,
            changes: entry.changes,
        }
    }
}

impl HistoryState {
    /// A history of which nothing has been read yet. To be called in the body of a component. It looks for new entries
    /// every few seconds as long as that is there.
    pub fn new(session: SessionState, source: Source) -> Self {
        let state = Self {
            session,
            scope: Scope::new(),
            source,
            query: StoredValue::new(TimelineQuery::default()),
            entries: RwSignal::new(Vec::new()),
            names: RwSignal::new(HashMap::new()),
            load: RwSignal::new(Load::Loading),
            next: RwSignal::new(None),
            fresh: RwSignal::new(Vec::new()),
            latest: Latest::new(),
        };
        state.scope.spawn(async move {
            loop {
                TimeoutFuture::new(LOOK).await;
                state.look().await;
            }
        });
        state
    }

    pub fn source(self) -> Source {
        self.source
    }

    /// Those that are shown, latest first.
    pub fn entries(self) -> Signal<Vec<Entry>> {
        self.entries.into()
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.load.into()
    }

    /// Whether there may be more.
    pub fn has_more(self) -> Signal<bool> {
        Signal::derive(move || self.next.with(Option::is_some))
    }

    /// How many came since; from a page on it is not counted.
    pub fn fresh(self) -> Signal<usize> {
        Signal::derive(move || self.fresh.with(Vec::len))
    }

    /// What an account is called, if the person sees it.
    pub fn account_name(self, id: AccountId) -> Option<String> {
        self.names.with(|names| names.get(&id).cloned())
    }

    /// Asks for something else, or for the same anew.
    pub fn ask(self, query: TimelineQuery) {
        self.query.set_value(query);
        self.read();
    }

    /// Reads from the latest on.
    pub fn read(self) {
        self.fresh.set(Vec::new());
        // The way on from what is shown leads to answers to another question.
        self.next.set(None);
        self.read_from(None);
    }

    /// Reads the next ones, or goes on where reading failed.
    pub fn read_more(self) {
        self.read_from(self.next.get_untracked());
    }

    fn read_from(self, start: Option<String>) {
        let ticket = self.latest.ticket();
        self.load.set(Load::Loading);
        self.scope.spawn(async move {
            let (mut cursor, mut first) = (start.clone(), start.is_none());
            let mut found = 0;
            loop {
                let read = self.page(cursor, PAGE).await;
                if !ticket.is_latest() {
                    return;
                }
                let page = match read {
                    Ok(page) => page,
                    Err(error) => return self.load.set(Load::Failed(Arc::new(error))),
                };
                found += page.entries.len();
                self.name(page.accounts);
                self.entries.update(|entries| {
                    if std::mem::take(&mut first) {
                        entries.clear();
                    }
                    entries.extend(page.entries);
                });
                cursor = page.next;
                self.next.set(cursor.clone());
                // A page can be short although there is more: what is asked for is rare.
                if cursor.is_none() || found >= PAGE as usize {
                    return self.load.set(Load::Ready);
                }
            }
        });
    }

    /// Looks whether something came since.
    async fn look(self) {
        if self.load.get_untracked() != Load::Ready || document().hidden() {
            return;
        }
        let query = self.query.get_value();
        let Ok(page) = self.page(None, PAGE).await else { return };
        if self.load.get_untracked() != Load::Ready || self.query.get_value() != query {
            return;
        }
        let shown = self.entries.with_untracked(|entries| entries.first().map(|entry| entry.id));
        let count = page.entries.iter().take_while(|entry| Some(entry.id) != shown).count();
        let fresh: Vec<Entry> = page.entries.into_iter().take(count).collect();
        if self.fresh.with_untracked(|known| *known != fresh) {
            self.name(page.accounts);
            self.fresh.set(fresh);
        }
    }

    /// Shows what came since, above what is shown.
    pub fn show_fresh(self) {
        let fresh = self.fresh.try_update(std::mem::take).unwrap_or_default();
        // So many that there may be others between them and what is shown.
        if fresh.len() >= PAGE as usize {
            return self.read();
        }
        self.entries.update(|entries| {
            entries.splice(0..0, fresh);
        });
    }

    fn name(self, accounts: Vec<NamedAccount>) {
        self.names
            .update(|names| names.extend(accounts.into_iter().map(|account| (account.id, account.name))));
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<Page, Error> {
        let (source, query) = (self.source, self.query.get_value());
        let read = self.session.call(|api| page(api, source, query.clone(), cursor.clone(), limit));
        read.await
    }

    /// All that is asked for, as a CSV file.
    pub async fn file(self) -> Result<web_sys::Blob, Error> {
        let (source, query) = (self.source, self.query.get_value());
        let read = self.session.call(|api| {
            let query = query.clone();
            async move {
                match source {
                    Source::Audit => api.audit_log_file(&query).await,
                    Source::Sim(_) | Source::Estate => api.sim_history_file(&query).await,
                }
            }
        });
        read.await
    }
}

async fn page(
    api: Api,
    source: Source,
    query: TimelineQuery,
    cursor: Option<String>,
    limit: u32,
) -> Result<Page, Error> {
    let cursor = cursor.as_deref();
    let page = match source {
        Source::Audit => {
            let page = api.audit_log(&query, cursor, limit).await?;
            let entries = page.items.into_iter().map(Entry::from).collect();
            return Ok(Page { entries, accounts: page.accounts, next: page.next_cursor });
        }
        Source::Sim(id) => api.history_of_sim(id, cursor, limit).await?,
        Source::Estate => api.sim_history(&query, cursor, limit).await?,
    };
    let entries = page.items.into_iter().map(Entry::from).collect();
    Ok(Page { entries, accounts: page.accounts, next: page.next_cursor })
}
