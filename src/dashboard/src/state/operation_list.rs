//! Bulk operations, also those of others, read page by page and looked at again for as long as they are shown.

use crate::state::operations::OperationsState;
use crate::state::paged::{Load, Page, Paged, Size};
use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, OperationQuery};
use contract::bulk::Operation;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// How many are read at once.
const SIZE: Size = Size { page: 50, most: 1_000 };
/// Pause between two looks, in milliseconds: what others do is not announced.
const LOOK: u32 = 2_000;
/// With nothing running only every so many looks are taken.
const IDLE_LOOKS: u32 = 5;

/// The operations that a question finds, as they were read last.
#[derive(Clone, Copy)]
pub struct OperationList {
    session: SessionState,
    query: Signal<OperationQuery>,
    paged: Paged<Operation>,
}

impl OperationList {
    /// Reads what the question finds, and again when the question is another one. To be called in the body of a component.
    pub fn new(
        session: SessionState,
        operations: OperationsState,
        scope: Scope,
        query: Signal<OperationQuery>,
    ) -> Self {
        let list = Self { session, query, paged: Paged::new(scope, SIZE) };
        let (items, load) = (list.paged.items, list.paged.load());
        Effect::new(move |before: Option<OperationQuery>| {
            let query = query.get();
            if before.is_some_and(|before| before != query) {
                items.set(Vec::new());
            }
            list.read();
            query
        });
        // Of the person's own the latest state is known at once; one that is new may belong into the list.
        Effect::new(move |_| {
            let own = operations.list().get();
            let known = |id: u32| items.with_untracked(|items| items.iter().any(|item| item.id == id));
            let new = own.iter().any(|tracked| !known(tracked.operation.id));
            items.update(|items| {
                for tracked in own {
                    let of_it = items.iter_mut().find(|item| item.id == tracked.operation.id);
                    if let Some(item) = of_it.filter(|item| !item.state.is_over()) {
                        *item = tracked.operation;
                    }
                }
            });
            if new && load.get_untracked() == Load::Ready {
                list.look();
            }
        });
        scope.spawn(async move {
            let mut looks = 0_u32;
            loop {
                TimeoutFuture::new(LOOK).await;
                looks += 1;
                let running = items.with_untracked(|items| items.iter().any(|item| !item.state.is_over()));
                if load.get_untracked() == Load::Ready && (running || looks.is_multiple_of(IDLE_LOOKS)) {
                    list.look();
                }
            }
        });
        list
    }

    /// Those that have been read, latest first.
    pub fn items(self) -> Signal<Vec<Operation>> {
        self.paged.items.into()
    }

    /// Whether there are more.
    pub fn has_more(self) -> Signal<bool> {
        self.paged.has_more()
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.paged.load()
    }

    /// Reads them anew, as many as are shown.
    pub fn read(self) {
        self.paged.read(move |cursor, limit| self.page(cursor, limit));
    }

    fn look(self) {
        self.paged.look(move |cursor, limit| self.page(cursor, limit));
    }

    /// Reads the next ones.
    pub fn read_more(self) {
        self.paged.read_more(move |cursor, limit| self.page(cursor, limit));
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<Page<Operation>, Error> {
        let query = self.query.get_untracked();
        let read = self.session.call(|api| {
            let cursor = cursor.clone();
            async move { api.operations(&query, cursor.as_deref(), limit).await }
        });
        read.await.map(|page| (page.items, page.next_cursor))
    }
}
