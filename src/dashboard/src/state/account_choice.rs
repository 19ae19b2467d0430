//! What an account chooses for itself and those below, as a whole: its branding, and where its people find help.

use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use client::{Api, Error};
use contract::branding::{AccountBranding, AccountSupport};
use contract::problem::ProblemCode;
use contract::support_page::{PageDraft, SupportPage};
use domain::account::AccountId;
use domain::branding::Branding;
use domain::support::Support;
use leptos::prelude::*;
use std::future::Future;
use std::sync::Arc;

/// What is read of a choice, and how.
pub trait Choice: Clone + Send + Sync + 'static {
    /// What the account itself says.
    type Own: Clone + Send + Sync + 'static;

    fn read(api: Api, account: AccountId) -> impl Future<Output = Result<Self, Error>>;
    /// Puts another one in its place, unless that is no longer what was seen.
    fn replace(
        self,
        api: Api,
        account: AccountId,
        own: Self::Own,
    ) -> impl Future<Output = Result<Self, Error>>;
}

impl Choice for AccountBranding {
    type Own = Branding;

    async fn read(api: Api, account: AccountId) -> Result<Self, Error> {
        api.branding(account).await
    }

    async fn replace(self, api: Api, account: AccountId, own: Branding) -> Result<Self, Error> {
        api.set_branding(account, &own, &self.etag).await
    }
}

impl Choice for AccountSupport {
    type Own = Option<Support>;

    async fn read(api: Api, account: AccountId) -> Result<Self, Error> {
        api.support(account).await
    }

    async fn replace(self, api: Api, account: AccountId, own: Option<Support>) -> Result<Self, Error> {
        api.set_support(account, own, &self.etag).await
    }
}

/// A choice as it was read last.
pub struct AccountChoice<T: Choice> {
    pub session: SessionState,
    pub scope: Scope,
    pub account: AccountId,
    latest: Latest,
    seen: RwSignal<Option<Arc<T>>>,
    failure: RwSignal<Option<Arc<Error>>>,
}

impl<T: Choice> Clone for AccountChoice<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Choice> Copy for AccountChoice<T> {}

impl AccountChoice<AccountSupport> {
    /// A page as it would be shown.
    pub async fn preview(self, draft: PageDraft) -> Result<SupportPage, Error> {
        self.session
            .call(|api| {
                let draft = draft.clone();
                async move { api.preview_support_page(self.account, &draft).await }
            })
            .await
    }
}

/// Why a choice was not saved.
pub enum NotSaved {
    /// Someone else has changed it; what they made of it has been read.
    Stale,
    Failed(Error),
}

impl<T: Choice> AccountChoice<T> {
    /// Of an account. To be called in the body of a component, and followed by [`Self::read`].
    pub fn new(session: SessionState, account: AccountId) -> Self {
        Self {
            session,
            scope: Scope::new(),
            account,
            latest: Latest::new(),
            seen: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// What was read last.
    pub fn seen(self) -> Signal<Option<Arc<T>>> {
        self.seen.into()
    }

    /// Why the last reading failed.
    pub fn failure(self) -> Signal<Option<Arc<Error>>> {
        self.failure.into()
    }

    /// Reads it anew.
    pub fn read(self) {
        let ticket = self.latest.ticket();
        self.scope.spawn(async move {
            let read = self.ask().await;
            if !ticket.is_latest() {
                return;
            }
            self.failure.set(read.as_ref().err().cloned().map(Arc::new));
            if let Ok(now) = read {
                self.seen.set(Some(Arc::new(now)));
            }
        });
    }

    async fn ask(self) -> Result<T, Error> {
        self.session.call(move |api| T::read(api, self.account)).await
    }

    /// Saves another choice than the one that was seen.
    pub async fn save(self, own: T::Own) -> Result<(), NotSaved> {
        let Some(seen) = self.seen.get_untracked() else { return Ok(()) };
        let saved = self.session.call(|api| T::clone(&seen).replace(api, self.account, own.clone())).await;
        match saved {
            Ok(now) => {
                self.seen.set(Some(Arc::new(now)));
                // It may be one's own account, or one above.
                self.session.renew().await;
                Ok(())
            }
            Err(error) if error.code() == Some(ProblemCode::Stale) => {
                let now = self.ask().await.map_err(NotSaved::Failed)?;
                self.seen.set(Some(Arc::new(now)));
                Err(NotSaved::Stale)
            }
            Err(error) => Err(NotSaved::Failed(error)),
        }
    }
}
