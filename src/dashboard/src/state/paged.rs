//! A list that is read page by page: the first one, more behind it, and all that is shown anew.

use crate::state::scope::{Latest, Scope};
use client::Error;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// How far reading is.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    Loading,
    Ready,
    Failed(Arc<Error>),
}

/// Some of the list, and the cursor of what comes behind it.
pub type Page<T> = (Vec<T>, Option<String>);

/// What has been read of a list.
pub struct Paged<T: Send + Sync + 'static> {
    scope: Scope,
    size: Size,
    pub items: RwSignal<Vec<T>>,
    next: RwSignal<Option<String>>,
    load: RwSignal<Load>,
    latest: Latest,
}

/// How much of a list is read at once.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// At first, and with each "Show more".
    pub page: u32,
    /// When all that is shown is read anew.
    pub most: u32,
}

impl<T: Send + Sync + 'static> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Paged<T> {}

impl<T: Send + Sync + 'static> Paged<T> {
    /// A list of which nothing has been read yet. To be called in the body of a component.
    pub fn new(scope: Scope, size: Size) -> Self {
        Self {
            scope,
            size,
            items: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            load: RwSignal::new(Load::Loading),
            latest: Latest::new(),
        }
    }

    /// Whether there is more.
    pub fn has_more(self) -> Signal<bool> {
        Signal::derive(move || self.next.with(Option::is_some))
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.load.into()
    }

    /// Says that it is being read, and reads it anew, as much as is shown. `fetch` gets a cursor and how many there may be.
    pub fn read<F>(self, fetch: impl FnOnce(Option<String>, u32) -> F + 'static)
    where
        F: Future<Output = Result<Page<T>, Error>>,
    {
        self.load.set(Load::Loading);
        self.look(fetch);
    }

    /// The same without a word about it: where it fails, what is shown stays.
    pub fn look<F>(self, fetch: impl FnOnce(Option<String>, u32) -> F + 'static)
    where
        F: Future<Output = Result<Page<T>, Error>>,
    {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let shown = self.items.with_untracked(Vec::len).try_into().unwrap_or(self.size.most);
            let read = fetch(None, shown.clamp(self.size.page, self.size.most)).await;
            if !ticket.is_latest() {
                return;
            }
            match read {
                Ok((items, next)) => {
                    self.items.set(items);
                    self.next.set(next);
                    self.load.set(Load::Ready);
                }
                Err(_) if self.load.get_untracked() == Load::Ready => {}
                Err(error) => self.load.set(Load::Failed(Arc::new(error))),
            }
        });
    }

    /// Reads the next page.
    pub fn read_more<F>(self, fetch: impl FnOnce(Option<String>, u32) -> F + 'static)
    where
        F: Future<Output = Result<Page<T>, Error>>,
    {
        let Some(cursor) = self.next.get_untracked() else { return };
        let ticket = self.latest.ticket();
        self.load.set(Load::Loading);
        self.scope.spawn(async move {
            let read = fetch(Some(cursor), self.size.page).await;
            if !ticket.is_latest() {
                return;
            }
            match read {
                Ok((items, next)) => {
                    self.items.update(|shown| shown.extend(items));
                    self.next.set(next);
                    self.load.set(Load::Ready);
                }
                Err(error) => self.load.set(Load::Failed(Arc::new(error))),
            }
        });
    }
}
