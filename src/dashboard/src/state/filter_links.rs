//! Filters that are too long for an address: the API keeps them, and the address has a short id.

use crate::state::scope::Scope;
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use domain::filter::Filter;
use leptos::prelude::*;
use std::sync::Arc;

/// The ids and filters that this page has met.
#[derive(Clone, Copy)]
pub struct FilterLinks {
    session: SessionState,
    scope: Scope,
    known: RwSignal<Vec<(String, Filter)>>,
    trouble: RwSignal<Option<LinkTrouble>>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub enum LinkTrouble {
    /// The filter of a link could not be fetched.
    NotFetched(String, Arc<Error>),
    /// A filter could not be given an id: the address is without it.
    NotMade(Filter, Arc<Error>),
}

impl FilterLinks {
    pub fn new(session: SessionState, scope: Scope) -> Self {
        Self { session, scope, known: RwSignal::new(Vec::new()), trouble: RwSignal::new(None) }
    }

    /// The filter with this id, if it has been fetched.
    pub fn filter(self, id: &str) -> Option<Filter> {
        self.known.with(|known| known.iter().find(|(other, _)| other == id).map(|(_, filter)| filter.clone()))
    }

    /// The id of a filter, if it has one.
    pub fn id(self, filter: &Filter) -> Option<String> {
        self.known.with(|known| known.iter().find(|(_, other)| other == filter).map(|(id, _)| id.clone()))
    }

    /// Runs again when there is another one.
    pub fn track(self) {
        self.known.track();
    }

    /// What went wrong last.
    pub fn trouble(self) -> Signal<Option<LinkTrouble>> {
        self.trouble.into()
    }

    /// It is no longer of interest.
    pub fn forget_trouble(self) {
        self.trouble.set(None);
    }

    /// Fetches the filter with this id; [`Self::filter`] then has it.
    pub fn fetch(self, id: String) {
        self.trouble.set(None);
        self.scope.spawn(async move {
            let fetched = self.session.call(|api| {
                let id = id.clone();
                async move { api.linked_filter(&id).await }
            });
            match fetched.await {
                Ok(filter) => {
                    self.known.try_update(|known| known.push((id, filter)));
                }
                Err(error) => {
                    self.trouble.try_set(Some(LinkTrouble::NotFetched(id, Arc::new(error))));
                }
            }
        });
    }

    /// Has an id made for a filter; [`Self::id`] then has it.
    pub fn make(self, filter: Filter) {
        self.trouble.set(None);
        self.scope.spawn(async move {
            let key = IdempotencyKey::new();
            let made = self.session.call(|api| {
                let (filter, key) = (filter.clone(), key.clone());
                async move { api.link_filter(filter, &key).await }
            });
            match made.await {
                Ok(id) => {
                    self.known.try_update(|known| known.push((id, filter)));
                }
                Err(error) => {
                    self.trouble.try_set(Some(LinkTrouble::NotMade(filter, Arc::new(error))));
                }
            }
        });
    }
}
