//! The bulk operations started on this page, followed until they are over.

use crate::state::estate::EstateState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::bulk::{BulkRequest, Item, Operation};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// Pause between two looks at a running operation, and after a look that failed, in milliseconds.
const LOOK: u32 = 500;
const LOOK_AFTER_FAILURE: u32 = 2_000;

/// Failed SIMs that are listed by name; the count tells of more.
pub const LISTED_FAILURES: usize = 1_000;

/// An operation as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracked {
    pub operation: Operation,
    /// The SIMs that failed, with their reasons; filled when it is over.
    pub failures: Vec<Item>,
    /// The last look did not reach the server: how far it is by now is not known.
    pub out_of_touch: bool,
}

/// What can be done with an operation that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    Undo,
    Retry,
}

/// The operations of this page, latest first.
#[derive(Clone, Copy)]
pub struct OperationsState {
    session: SessionState,
    estate: EstateState,
    scope: Scope,
    list: RwSignal<Vec<Tracked>>,
}

impl OperationsState {
    pub fn new(session: SessionState, estate: EstateState, scope: Scope) -> Self {
        Self { session, estate, scope, list: RwSignal::new(Vec::new()) }
    }

    /// The operations, latest first.
    pub fn list(self) -> Signal<Vec<Tracked>> {
        self.list.into()
    }

    /// Starts an operation. Sending the same key again never does it twice.
    pub async fn start(self, request: BulkRequest, key: IdempotencyKey) -> Result<(), Error> {
        let operation = self
            .session
            .call(|api| {
                let (request, key) = (request.clone(), key.clone());
                async move { api.start(&request, &key).await }
            })
            .await?;
        self.track(operation);
        Ok(())
    }

    /// Undoes an operation, or tries its failures again: that is an operation of its own.
    pub async fn again(self, what: Again, id: u32, key: IdempotencyKey) -> Result<(), Error> {
        let operation = self
            .session
            .call(|api| {
                let key = key.clone();
                async move {
                    match what {
                        Again::Undo => api.undo(id, &key).await,
                        Again::Retry => api.retry(id, &key).await,
                    }
                }
            })
            .await?;
        self.dismiss(id);
        self.track(operation);
        Ok(())
    }

    /// Stops an operation; what it did stays done.
    pub async fn cancel(self, id: u32) -> Result<(), Error> {
        let operation = self.session.call(move |api| async move { api.cancel(id).await }).await?;
        self.update(id, |tracked| tracked.operation = operation);
        Ok(())
    }

    /// Takes an operation off the page; it goes on by itself.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|tracked| tracked.operation.id != id));
    }

    fn update(self, id: u32, change: impl FnOnce(&mut Tracked)) {
        self.list.update(|list| {
            if let Some(tracked) = list.iter_mut().find(|tracked| tracked.operation.id == id) {
                change(tracked);
            }
        });
    }

    fn is_tracked(self, id: u32) -> bool {
        self.list.with_untracked(|list| list.iter().any(|tracked| tracked.operation.id == id))
    }

    fn track(self, operation: Operation) {
        let id = operation.id;
        if self.is_tracked(id) {
            return;
        }
        self.list.update(|list| {
            list.insert(0, Tracked { operation, failures: Vec::new(), out_of_touch: false });
        });
        self.scope.spawn(async move {
            while self.is_tracked(id) && !self.look(id).await {
                let waiting =
                    self.list.with_untracked(|list| list.iter().any(|tracked| tracked.out_of_touch));
                TimeoutFuture::new(if waiting { LOOK_AFTER_FAILURE } else { LOOK }).await;
            }
        });
    }

    /// Looks how far the operation is; true when there is nothing more to see.
    async fn look(self, id: u32) -> bool {
        let operation = match self.session.call(move |api| async move { api.operation(id).await }).await {
            Ok(operation) => operation,
            Err(_) => {
                self.update(id, |tracked| tracked.out_of_touch = true);
                return false;
            }
        };
        self.estate.follow();
        if !operation.state.is_over() {
            self.update(id, |tracked| {
                tracked.operation = operation;
                tracked.out_of_touch = false;
            });
            return false;
        }
        let failures = if operation.counts.failed > 0 { self.failures(id).await } else { Ok(Vec::new()) };
        let complete = failures.is_ok();
        self.update(id, |tracked| {
            tracked.operation = operation;
            tracked.out_of_touch = !complete;
            tracked.failures = failures.unwrap_or_default();
        });
        self.estate.read_accounts();
        complete
    }

    async fn failures(self, id: u32) -> Result<Vec<Item>, Error> {
        let mut failures = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let page = self
                .session
                .call(|api| {
                    let cursor = cursor.clone();
                    async move { api.failed_items(id, cursor.as_deref()).await }
                })
                .await?;
            failures.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() || failures.len() >= LISTED_FAILURES {
                return Ok(failures);
            }
        }
    }
}
