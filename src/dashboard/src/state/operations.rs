//! The caller's bulk operations that run, followed until they are over, from page to page. Those that still ran when the
//! page was left, or the server ended, are picked up again.

use crate::state::estate::EstateState;
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey, ItemQuery, OperationQuery};
use contract::bulk::{BulkRequest, Item, ItemState, Operation, OperationStage};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// Pause between two looks at a running operation, in milliseconds; while the server announces how far it is; and after a
/// look that failed.
const LOOK: u32 = 500;
const LOOK_WHILE_ANNOUNCED: u32 = 5_000;
const LOOK_AFTER_FAILURE: u32 = 2_000;

/// Operations that are picked up at most: nobody watches more.
const PICKED_UP: u32 = 20;
/// Failed SIMs that are listed by name; the page of the operation has all.
pub const LISTED_FAILURES: u32 = 1_000;

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

/// The operations that are followed, latest first. They live beside all pages.
#[derive(Clone, Copy)]
pub struct OperationsState {
    session: SessionState,
    estate: EstateState,
    scope: Scope,
    list: RwSignal<Vec<Tracked>>,
    /// Whether the server announces how far they are.
    announced: StoredValue<bool>,
}

/// Gives them to all below, with those that still run.
pub fn provide(session: SessionState, estate: EstateState, scope: Scope) -> OperationsState {
    let operations = OperationsState {
        session,
        estate,
        scope,
        list: RwSignal::new(Vec::new()),
        announced: StoredValue::new(false),
    };
    operations.pick_up();
    provide_context(operations);
    operations
}

/// The operations that are followed.
pub fn use_operations() -> OperationsState {
    expect_context()
}

impl OperationsState {
    /// The operations, latest first.
    pub fn list(self) -> Signal<Vec<Tracked>> {
        self.list.into()
    }

    /// Where work on operations is done that does not end with a page.
    pub fn scope(self) -> Scope {
        self.scope
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

    /// Undoes an operation, or tries its failures again: that is an operation of its own, which it gives.
    pub async fn again(self, what: Again, id: u32, key: IdempotencyKey) -> Result<Operation, Error> {
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
        self.track(operation.clone());
        Ok(operation)
    }

    /// Stops an operation; what it did stays done.
    pub async fn cancel(self, id: u32) -> Result<Operation, Error> {
        let operation = self.session.call(move |api| async move { api.cancel(id).await }).await?;
        self.hear(operation.clone());
        Ok(operation)
    }

    /// Takes an operation off the page; it goes on by itself.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|tracked| tracked.operation.id != id));
    }

    /// Whether the server announces how far operations are, from now on.
    pub fn set_announced(self, announced: bool) {
        self.announced.try_set_value(announced);
        // It may have ended meanwhile, or the server be gone.
        self.scope.spawn(self.look_at_all());
    }

    /// How far one of the caller's operations is now. One that was started elsewhere and still runs is followed too.
    pub fn hear(self, operation: Operation) {
        match self.tracked(operation.id) {
            None if !operation.state.is_over() => self.track(operation),
            Some(known) if is_news(&known.operation, &operation) => {
                if operation.state.is_over() {
                    self.scope.spawn(self.settle(operation));
                } else {
                    self.update(operation.id, |tracked| {
                        tracked.operation = operation;
                        tracked.out_of_touch = false;
                    });
                }
            }
            _ => {}
        }
    }

    /// Follows the caller's operations that run: what was announced while nobody listened is lost.
    pub fn pick_up(self) {
        self.scope.spawn(async move {
            let query =
                OperationQuery { mine: true, stage: Some(OperationStage::Running), ..Default::default() };
            let read = self.session.call(|api| async move { api.operations(&query, None, PICKED_UP).await });
            if let Ok(page) = read.await {
                page.items.into_iter().rev().for_each(|operation| self.hear(operation));
            }
        });
    }

    async fn look_at_all(self) {
        for id in self.list.with_untracked(|list| unfinished(list)) {
            self.look(id).await;
        }
    }

    fn update(self, id: u32, change: impl FnOnce(&mut Tracked)) {
        self.list.try_update(|list| {
            if let Some(tracked) = list.iter_mut().find(|tracked| tracked.operation.id == id) {
                change(tracked);
            }
        });
    }

    fn tracked(self, id: u32) -> Option<Tracked> {
        self.list.with_untracked(|list| list.iter().find(|tracked| tracked.operation.id == id).cloned())
    }

    fn track(self, operation: Operation) {
        let id = operation.id;
        if self.tracked(id).is_some() {
            return;
        }
        self.list.update(|list| {
            list.insert(0, Tracked { operation, failures: Vec::new(), out_of_touch: false });
        });
        self.scope.spawn(async move {
            // The first look is early: its end may have been announced before the answer to its start came.
            let mut pause = LOOK;
            while self.tracked(id).is_some_and(|tracked| !tracked.operation.state.is_over()) {
                TimeoutFuture::new(pause).await;
                if self.tracked(id).is_some_and(|tracked| !tracked.operation.state.is_over()) {
                    self.look(id).await;
                }
                pause = match self.tracked(id) {
                    Some(Tracked { out_of_touch: true, .. }) => LOOK_AFTER_FAILURE,
                    _ if self.announced.get_value() => LOOK_WHILE_ANNOUNCED,
                    _ => LOOK,
                };
            }
        });
    }

    /// Looks how far an operation is.
    async fn look(self, id: u32) {
        match self.session.call(move |api| async move { api.operation(id).await }).await {
            Ok(operation) => {
                self.estate.follow();
                self.update(id, |tracked| tracked.out_of_touch = false);
                self.hear(operation);
            }
            Err(_) => self.update(id, |tracked| tracked.out_of_touch = true),
        }
    }

    /// Takes in that an operation is over, with what failed.
    async fn settle(self, operation: Operation) {
        let id = operation.id;
        let failures = if operation.counts.failed > 0 { self.failures_at_last(id).await } else { Vec::new() };
        self.update(id, |tracked| *tracked = Tracked { operation, failures, out_of_touch: false });
        self.estate.follow();
        self.estate.read_accounts();
    }

    /// What failed, asked for until it is answered or nobody wants to know any more.
    async fn failures_at_last(self, id: u32) -> Vec<Item> {
        loop {
            match self.failures(id).await {
                Ok(failures) => return failures,
                Err(_) if self.tracked(id).is_none() => return Vec::new(),
                Err(_) => self.update(id, |tracked| tracked.out_of_touch = true),
            }
            TimeoutFuture::new(LOOK_AFTER_FAILURE).await;
        }
    }

    async fn failures(self, id: u32) -> Result<Vec<Item>, Error> {
        let query = ItemQuery { state: Some(ItemState::Failed), ..ItemQuery::default() };
        let read = self.session.call(|api| {
            let query = query.clone();
            async move { api.operation_items(id, &query, None, LISTED_FAILURES).await }
        });
        Ok(read.await?.items)
    }
}

/// Those that are not over, as far as is known.
fn unfinished(list: &[Tracked]) -> Vec<u32> {
    let running = list.iter().filter(|tracked| !tracked.operation.state.is_over());
    running.map(|tracked| tracked.operation.id).collect()
}

/// Whether an answer tells of a later moment than what is known: answers and announcements overtake each other.
fn is_news(known: &Operation, now: &Operation) -> bool {
    let handled = |operation: &Operation| operation.counts.done + operation.counts.failed;
    !known.state.is_over() && (now.state.is_over() || handled(now) >= handled(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::bulk::{Author, Counts, OperationState};
    use domain::act::Action;
    use domain::time::Timestamp;

    fn operation(state: OperationState, done: u64) -> Operation {
        Operation {
            id: 7,
            action: Action::Suspend,
            state,
            counts: Counts { total: 10, done, failed: 0 },
            created_by: Author { id: 1, name: String::new() },
            token: None,
            created_at: Timestamp::from_unix(1_800_000_000),
            finished_at: None,
            undo_of: None,
            retry_of: None,
            undone_by: None,
            retried_by: None,
            can_undo: false,
        }
    }

    #[test]
    fn what_comes_late_does_not_take_it_back() {
        let (begun, further) = (operation(OperationState::Running, 2), operation(OperationState::Running, 5));
        assert!(is_news(&begun, &further) && !is_news(&further, &begun));
        let over = operation(OperationState::Finished, 5);
        assert!(is_news(&further, &over) && !is_news(&over, &further) && !is_news(&over, &over));
        let queued = operation(OperationState::Queued, 0);
        assert!(is_news(&queued, &queued), "the server can be reached again");
    }
}
