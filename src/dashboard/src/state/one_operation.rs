//! One bulk operation with its SIMs, for its page.

use crate::state::operations::OperationsState;
use crate::state::paged::{Load, Page, Paged, Size};
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, ItemQuery};
use contract::bulk::{Item, Operation, ReasonCount};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// How many SIMs are read at once.
const SIZE: Size = Size { page: 100, most: 1_000 };
/// Pause between two looks at a running operation, in milliseconds.
const LOOK: u32 = 1_500;

/// An operation and some of its SIMs, as they were read last.
#[derive(Clone, Copy)]
pub struct OneOperation {
    session: SessionState,
    scope: Scope,
    pub id: u32,
    operation: RwSignal<Option<Operation>>,
    /// Why it could not be read.
    trouble: RwSignal<Option<Arc<Error>>>,
    reasons: RwSignal<Vec<ReasonCount>>,
    query: Signal<ItemQuery>,
    items: Paged<Item>,
}

impl OneOperation {
    /// Reads it with the SIMs that the question finds, and follows it while it runs. To be called in the body of a
    /// component.
    pub fn new(
        session: SessionState,
        operations: OperationsState,
        scope: Scope,
        id: u32,
        query: Signal<ItemQuery>,
    ) -> Self {
        let one = Self {
            session,
            scope,
            id,
            operation: RwSignal::new(None),
            trouble: RwSignal::new(None),
            reasons: RwSignal::new(Vec::new()),
            query,
            items: Paged::new(scope, SIZE),
        };
        one.read();
        Effect::new(move |_| {
            query.track();
            // Those that another question found are no answer to this one.
            one.items.read(move |cursor, limit| one.page(cursor, limit));
        });
        // The person's own are announced.
        Effect::new(move |_| {
            let tracked = operations.list().with(|list| {
                list.iter()
                    .find(|tracked| tracked.operation.id == id)
                    .map(|tracked| tracked.operation.clone())
            });
            if let Some(operation) = tracked {
                one.take(operation);
            }
        });
        one
    }

    /// The operation, once it has been read.
    pub fn operation(self) -> Signal<Option<Operation>> {
        self.operation.into()
    }

    /// Why it could not be read.
    pub fn trouble(self) -> Signal<Option<Arc<Error>>> {
        self.trouble.into()
    }

    /// Why SIMs failed, the most frequent reason first.
    pub fn reasons(self) -> Signal<Vec<ReasonCount>> {
        self.reasons.into()
    }

    /// The SIMs that have been read.
    pub fn items(self) -> Signal<Vec<Item>> {
        self.items.items.into()
    }

    /// Whether there are more SIMs.
    pub fn has_more(self) -> Signal<bool> {
        self.items.has_more()
    }

    /// How far reading SIMs is.
    pub fn load(self) -> Signal<Load> {
        self.items.load()
    }

    /// Takes in how far it is now, unless more is known.
    pub fn take(self, operation: Operation) {
        let ends = self.operation.with_untracked(|known| {
            known.as_ref().is_some_and(|known| !known.state.is_over()) && operation.state.is_over()
        });
        self.operation.update(|known| {
            if known.as_ref().is_none_or(|known| !known.state.is_over() || operation.state.is_over()) {
                *known = Some(operation);
            }
        });
        if ends {
            self.read_items();
        }
    }

    /// Reads it, and again until it is over.
    pub fn read(self) {
        self.trouble.set(None);
        self.scope.spawn(async move {
            let id = self.id;
            loop {
                match self.session.call(move |api| async move { api.operation(id).await }).await {
                    Ok(operation) => {
                        let over = operation.state.is_over();
                        self.take(operation);
                        self.read_reasons().await;
                        if over {
                            return;
                        }
                        self.read_items();
                    }
                    // How far it is by now is not known; what is shown stays, and is looked at again.
                    Err(_) if self.operation.with_untracked(Option::is_some) => {}
                    Err(error) => {
                        self.trouble.set(Some(Arc::new(error)));
                        return;
                    }
                }
                TimeoutFuture::new(LOOK).await;
            }
        });
    }

    async fn read_reasons(self) {
        let id = self.id;
        let read = self.session.call(move |api| async move { api.operation_reasons(id).await });
        // Without them the SIMs cannot be filtered by reason, and that is all.
        if let Ok(read) = read.await {
            self.reasons.set(read.items);
        }
    }

    /// Reads the SIMs anew, as many as are shown. Where that fails, those that are shown stay.
    pub fn read_items(self) {
        self.items.look(move |cursor, limit| self.page(cursor, limit));
    }

    /// Reads the next SIMs.
    pub fn read_more(self) {
        self.items.read_more(move |cursor, limit| self.page(cursor, limit));
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<Page<Item>, Error> {
        let (id, query) = (self.id, self.query.get_untracked());
        let read = self.session.call(|api| {
            let (query, cursor) = (query.clone(), cursor.clone());
            async move { api.operation_items(id, &query, cursor.as_deref(), limit).await }
        });
        read.await.map(|page| (page.items, page.next_cursor))
    }

    /// The file of the SIMs that the question finds.
    pub async fn file(self, semicolons: bool) -> Result<String, Error> {
        let (id, query) = (self.id, self.query.get_untracked());
        let read = self.session.call(|api| {
            let query = query.clone();
            async move { api.operation_file(id, &query, semicolons).await }
        });
        read.await
    }
}
