//! Bulk operations, also those of others, read page by page and looked at again for as long as they are shown.

use crate::state::operations::OperationsState;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use crate::state::users::Load;
use client::{Error, OperationQuery};
use contract::bulk::{Operation, OperationPage};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::sync::Arc;

/// Operations that are shown at first, and with each "Show more".
const PAGE: u32 = 50;
/// Most that are read at once.
const MOST: u32 = 1_000;
/// Pause between two looks, in milliseconds: what others do is not announced.
const LOOK: u32 = 2_000;
/// With nothing running only every so many looks are taken.
const IDLE_LOOKS: u32 = 5;

/// The operations that a question finds, as they were read last.
#[derive(Clone, Copy)]
pub struct OperationList {
    session: SessionState,
    scope: Scope,
    query: Signal<OperationQuery>,
    items: RwSignal<Vec<Operation>>,
    next: RwSignal<Option<String>>,
    load: RwSignal<Load>,
    latest: Latest,
}

impl OperationList {
    /// Reads what the question finds, and again when the question is another one. To be called in the body of a component.
    pub fn new(
        session: SessionState,
        operations: OperationsState,
        scope: Scope,
        query: Signal<OperationQuery>,
    ) -> Self {
        let list = Self {
            session,
            scope,
            query,
            items: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            load: RwSignal::new(Load::Loading),
            latest: Latest::new(),
        };
        Effect::new(move |before: Option<OperationQuery>| {
            let query = query.get();
            if before.is_some_and(|before| before != query) {
                list.items.set(Vec::new());
            }
            list.read();
            query
        });
        // Of the person's own the latest state is known at once; one that is new may belong into the list.
        Effect::new(move |_| {
            let own = operations.list().get();
            let known = |id: u32| list.items.with_untracked(|items| items.iter().any(|item| item.id == id));
            let new = own.iter().any(|tracked| !known(tracked.operation.id));
            list.items.update(|items| {
                for tracked in own {
                    let of_it = items.iter_mut().find(|item| item.id == tracked.operation.id);
                    if let Some(item) = of_it.filter(|item| !item.state.is_over()) {
                        *item = tracked.operation;
                    }
                }
            });
            if new && list.load.get_untracked() == Load::Ready {
                list.look();
            }
        });
        scope.spawn(async move {
            let mut looks = 0_u32;
            loop {
                TimeoutFuture::new(LOOK).await;
                looks += 1;
                let running =
                    list.items.with_untracked(|items| items.iter().any(|item| !item.state.is_over()));
                if list.load.get_untracked() == Load::Ready && (running || looks.is_multiple_of(IDLE_LOOKS)) {
                    list.look();
                }
            }
        });
        list
    }

    /// Those that have been read, latest first.
    pub fn items(self) -> Signal<Vec<Operation>> {
        self.items.into()
    }

    /// Whether there are more.
    pub fn has_more(self) -> Signal<bool> {
        let next = self.next;
        Signal::derive(move || next.with(Option::is_some))
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.load.into()
    }

    /// Reads them anew, as many as are shown.
    pub fn read(self) {
        self.load.set(Load::Loading);
        self.look();
    }

    /// The same, without a word about it.
    fn look(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let shown = self.items.with_untracked(Vec::len).try_into().unwrap_or(MOST);
            let read = self.page(None, shown.clamp(PAGE, MOST)).await;
            if !ticket.is_latest() {
                return;
            }
            match read {
                Ok(page) => {
                    self.items.set(page.items);
                    self.next.set(page.next_cursor);
                    self.load.set(Load::Ready);
                }
                // What is shown stays, and is looked at again.
                Err(_) if self.load.get_untracked() == Load::Ready => {}
                Err(error) => self.load.set(Load::Failed(Arc::new(error))),
            }
        });
    }

    /// Reads the next ones.
    pub fn read_more(self) {
        let Some(cursor) = self.next.get_untracked() else { return };
        let ticket = self.latest.ticket();
        self.load.set(Load::Loading);
        self.scope.spawn(async move {
            let read = self.page(Some(cursor), PAGE).await;
            if !ticket.is_latest() {
                return;
            }
            match read {
                Ok(page) => {
                    self.items.update(|items| items.extend(page.items));
                    self.next.set(page.next_cursor);
                    self.load.set(Load::Ready);
                }
                Err(error) => self.load.set(Load::Failed(Arc::new(error))),
            }
        });
    }

    async fn page(self, cursor: Option<String>, limit: u32) -> Result<OperationPage, Error> {
        let query = self.query.get_untracked();
        let read = self.session.call(|api| {
            let cursor = cursor.clone();
            async move { api.operations(&query, cursor.as_deref(), limit).await }
        });
        read.await
    }
}
