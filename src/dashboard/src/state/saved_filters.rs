//! The saved filters that the person sees: own ones and those shared with the account.

use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::filter::{FilterPatch, NewFilter, SavedFilter};
use contract::problem::ProblemCode;
use leptos::prelude::*;
use std::sync::Arc;

/// The filters by name, as they were read last.
#[derive(Clone, Copy)]
pub struct SavedFiltersState {
    session: SessionState,
    /// None before they have been read.
    items: RwSignal<Option<Vec<SavedFilter>>>,
}

/// Why a filter was not changed.
#[derive(Clone, Debug)]
pub enum NotChanged {
    /// Someone else changed it since it was read; this is how it is now.
    Stale(Box<SavedFilter>),
    Failed(Arc<Error>),
}

impl SavedFiltersState {
    pub fn new(session: SessionState) -> Self {
        Self { session, items: RwSignal::new(None) }
    }

    /// The filters; none before they have been read.
    pub fn items(self) -> Signal<Option<Vec<SavedFilter>>> {
        self.items.into()
    }

    /// Reads them anew.
    pub async fn read(self) -> Result<(), Error> {
        let items = self.session.call(|api| async move { api.filters().await }).await?;
        self.items.try_set(Some(items));
        Ok(())
    }

    /// Saves a new one.
    pub async fn save(self, new: NewFilter, key: IdempotencyKey) -> Result<SavedFilter, Error> {
        let saved = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.save_filter(&new, &key).await }
        });
        let saved = saved.await?;
        self.put(saved.clone());
        Ok(saved)
    }

    /// Changes one, if it still is what the person saw.
    pub async fn change(self, seen: &SavedFilter, patch: &FilterPatch) -> Result<(), NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let changed = self.session.call(|api| {
            let (patch, etag) = (patch.clone(), etag.clone());
            async move { api.patch_filter(id, &patch, &etag).await }
        });
        match changed.await {
            Ok(changed) => {
                self.put(changed);
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    /// Deletes one, if it still is what the person saw.
    pub async fn delete(self, seen: &SavedFilter) -> Result<(), NotChanged> {
        let (id, etag) = (seen.id, &seen.etag);
        let deleted = self.session.call(|api| {
            let etag = etag.clone();
            async move { api.delete_filter(id, &etag).await }
        });
        match deleted.await {
            Ok(()) => {
                self.take(id);
                Ok(())
            }
            Err(error) => Err(self.not_changed(id, error).await),
        }
    }

    async fn not_changed(self, id: u32, error: Error) -> NotChanged {
        match error.code() {
            Some(ProblemCode::Stale) => {
                match self.session.call(|api| async move { api.filter(id).await }).await {
                    Ok(now) => NotChanged::Stale(Box::new(now)),
                    Err(error) => NotChanged::Failed(Arc::new(error)),
                }
            }
            Some(ProblemCode::NotFound) => {
                self.take(id);
                NotChanged::Failed(Arc::new(error))
            }
            _ => NotChanged::Failed(Arc::new(error)),
        }
    }

    /// Takes a filter in as it is now.
    pub fn put(self, filter: SavedFilter) {
        self.items.try_update(|items| {
            let items = items.get_or_insert_default();
            items.retain(|other| other.id != filter.id);
            items.push(filter);
            items.sort_by_key(|filter| (filter.name.to_lowercase(), filter.id));
        });
    }

    fn take(self, id: u32) {
        self.items.try_update(|items| {
            if let Some(items) = items {
                items.retain(|filter| filter.id != id);
            }
        });
    }
}
