//! The API tokens of an account.

use crate::state::paged::Load;
use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Error, IdempotencyKey};
use contract::token::{ApiToken, CreatedToken, NewToken};
use domain::account::AccountId;
use leptos::prelude::*;
use std::sync::Arc;

/// The tokens as they were read last.
#[derive(Clone, Copy)]
pub struct ApiTokensState {
    session: SessionState,
    scope: Scope,
    account: AccountId,
    items: RwSignal<Vec<ApiToken>>,
    load: RwSignal<Load>,
    latest: Latest,
}

impl ApiTokensState {
    /// The tokens of an account, none of which has been read yet. To be called in the body of a component.
    pub fn new(session: SessionState, account: AccountId) -> Self {
        Self {
            session,
            scope: Scope::new(),
            account,
            items: RwSignal::new(Vec::new()),
            load: RwSignal::new(Load::Loading),
            latest: Latest::new(),
        }
    }

    /// Those that have been read, latest first.
    pub fn items(self) -> Signal<Vec<ApiToken>> {
        self.items.into()
    }

    /// How far reading is.
    pub fn load(self) -> Signal<Load> {
        self.load.into()
    }

    /// Reads them anew, if the page is still there.
    pub fn read(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let read = self.session.call(|api| async move { api.api_tokens(self.account).await }).await;
            if !ticket.is_latest() {
                return;
            }
            match read {
                Ok(items) => {
                    self.items.set(items);
                    self.load.set(Load::Ready);
                }
                Err(error) => self.load.set(Load::Failed(Arc::new(error))),
            }
        });
    }

    /// Makes a token.
    pub async fn create(self, new: &NewToken, key: &IdempotencyKey) -> Result<CreatedToken, Error> {
        let made = self.session.call(|api| {
            let (new, key) = (new.clone(), key.clone());
            async move { api.create_api_token(self.account, &new, &key).await }
        });
        let made = made.await;
        self.read();
        made
    }

    /// Revokes a token.
    pub async fn revoke(self, id: u32) -> Result<(), Error> {
        let revoked = self.session.call(|api| async move { api.revoke_api_token(id).await }).await;
        if revoked.is_ok() {
            // At once: the focus must not go back to a row that goes a moment later.
            self.items.try_update(|items| items.retain(|token| token.id != id));
        }
        self.read();
        revoked
    }
}
