//! One list of tags or categories as its page shows it, with how many SIMs have each, and what is done to it.

use crate::state::labels::LabelsState;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::label::{Label, LabelChange, LabelPatch, NewLabel};
use domain::label::{LabelId, LabelKind};
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of it.
#[derive(Clone, Copy)]
pub struct LabelList {
    session: SessionState,
    labels: LabelsState,
    pub kind: LabelKind,
    pub scope: Scope,
    latest: Latest,
    items: RwSignal<Option<Arc<Vec<Label>>>>,
    failure: RwSignal<Option<Arc<Error>>>,
}

impl LabelList {
    /// To be called in the body of a component, and followed by [`Self::read`].
    pub fn new(session: SessionState, labels: LabelsState, kind: LabelKind) -> Self {
        Self {
            session,
            labels,
            kind,
            scope: Scope::new(),
            latest: Latest::new(),
            items: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// What was read last.
    pub fn items(self) -> Signal<Option<Arc<Vec<Label>>>> {
        self.items.into()
    }

    /// Why the last reading failed.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// Reads it anew.
    pub fn read(self) {
        self.scope.spawn(self.read_now());
    }

    async fn read_now(self) {
        let (kind, ticket) = (self.kind, self.latest.ticket());
        let answer = self.session.call(move |api| async move { api.labels(kind).await }).await;
        if !ticket.is_latest() {
            return;
        }
        match answer {
            Ok(items) => {
                self.failure.set(None);
                self.items.set(Some(Arc::new(items)));
            }
            Err(error) => self.failure.set(Some(Arc::new(error))),
        }
    }

    /// Adds one.
    pub async fn add(self, new: NewLabel, key: &IdempotencyKey) -> Result<Label, Error> {
        let added = self.labels.add_as(self.kind, new, key).await?;
        self.read_now().await;
        Ok(added)
    }

    /// Changes one as it was seen.
    pub async fn change(self, id: LabelId, etag: &str, patch: &LabelPatch) -> Result<LabelChange, Error> {
        let kind = self.kind;
        let changed = self.session.call(|api| {
            let (patch, etag) = (patch.clone(), etag.to_owned());
            async move { api.patch_label(kind, id, &patch, &etag).await }
        });
        self.followed(changed.await).await
    }

    /// Deletes one as it was seen, also from SIMs.
    pub async fn delete(self, id: LabelId, etag: &str) -> Result<LabelChange, Error> {
        let kind = self.kind;
        let deleted = self.session.call(|api| {
            let etag = etag.to_owned();
            async move { api.delete_label(kind, id, &etag).await }
        });
        self.followed(deleted.await).await
    }

    /// Puts another one in the place of one as it was seen.
    pub async fn merge(
        self,
        id: LabelId,
        etag: &str,
        into: LabelId,
        key: &IdempotencyKey,
    ) -> Result<LabelChange, Error> {
        let kind = self.kind;
        let merged = self.session.call(|api| {
            let (etag, key) = (etag.to_owned(), key.clone());
            async move { api.merge_label(kind, id, into, &etag, &key).await }
        });
        self.followed(merged.await).await
    }

    /// Shows what became of the list. After a refusal too: it then is not what was seen.
    async fn followed(self, outcome: Result<LabelChange, Error>) -> Result<LabelChange, Error> {
        self.labels.read();
        self.read_now().await;
        outcome
    }
}
