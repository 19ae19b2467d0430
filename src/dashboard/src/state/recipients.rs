//! Who is told about the alerts of an account's SIMs, and the addresses that the account has for it.

use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::problem::ProblemCode;
use contract::recipient::{AccountRecipients, NewRecipient, Recipient, RecipientPatch};
use domain::account::AccountId;
use domain::recipient::RecipientId;
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of it.
#[derive(Clone, Copy)]
pub struct RecipientsState {
    session: SessionState,
    pub scope: Scope,
    account: AccountId,
    latest: Latest,
    answer: RwSignal<Option<Arc<AccountRecipients>>>,
    failure: RwSignal<Option<Arc<Error>>>,
}

impl RecipientsState {
    /// Of an account. To be called in the body of a component, and followed by [`Self::read`].
    pub fn new(session: SessionState, account: AccountId) -> Self {
        Self {
            session,
            scope: Scope::new(),
            account,
            latest: Latest::new(),
            answer: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// What was read last.
    pub fn answer(self) -> Signal<Option<Arc<AccountRecipients>>> {
        self.answer.into()
    }

    /// Why the last reading failed.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// Reads it anew.
    pub fn read(self) {
        self.scope.spawn(self.read_now());
    }

    /// An address is gone: it is no longer shown, and what follows from that is read.
    pub fn taken(self, id: RecipientId) {
        self.answer.update(|answer| {
            if let Some(answer) = answer {
                Arc::make_mut(answer).items.retain(|item| item.id != id);
            }
        });
        self.read();
    }

    async fn read_now(self) {
        let (account, ticket) = (self.account, self.latest.ticket());
        let answer = self.session.call(move |api| async move { api.account_recipients(account).await }).await;
        if !ticket.is_latest() {
            return;
        }
        match answer {
            Ok(answer) => {
                self.failure.set(None);
                self.answer.set(Some(Arc::new(answer)));
            }
            Err(error) => self.failure.set(Some(Arc::new(error))),
        }
    }

    /// Adds an address.
    pub async fn add(self, new: &NewRecipient, key: &IdempotencyKey) -> Result<(), Error> {
        let account = self.account;
        let added = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.add_recipient(account, &new, &key).await }
        });
        added.await?;
        self.read_now().await;
        Ok(())
    }

    /// Changes whether an address gets all alerts. What others did to it meanwhile can only have been the same.
    pub async fn set_all_sims(self, seen: &Recipient, all_sims: bool) -> Result<(), Error> {
        let (id, mut etag) = (seen.id, seen.etag.clone());
        let patch = RecipientPatch { all_sims: Some(all_sims) };
        loop {
            let changed = self.session.call(|api| {
                let (patch, etag) = (patch.clone(), etag.clone());
                async move { api.patch_recipient(id, &patch, &etag).await }
            });
            match changed.await {
                Err(error) if error.code() == Some(ProblemCode::Stale) => {
                    etag = read_one(self.session, id).await?.etag;
                }
                outcome => {
                    outcome?;
                    break;
                }
            }
        }
        self.read_now().await;
        Ok(())
    }
}

/// An address as it is now, with where it is set.
pub async fn read_one(session: SessionState, id: RecipientId) -> Result<Recipient, Error> {
    session.call(move |api| async move { api.recipient(id).await }).await
}

/// Removes an address as it was seen.
pub async fn remove(session: SessionState, seen: &Recipient) -> Result<(), Error> {
    session
        .call(|api| {
            let (id, etag) = (seen.id, seen.etag.clone());
            async move { api.delete_recipient(id, &etag).await }
        })
        .await
}
