//! Sending a picture to the API, for a brand or a page of help.

use crate::state::scope::{Latest, Scope};
use crate::state::session::SessionState;
use crate::t;
use crate::text::{self, format};
use client::Error;
use contract::branding::Image;
use contract::problem::ProblemCode;
use domain::account::AccountId;
use domain::branding::IMAGE_BYTES;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{Blob, File};

/// What a field for pictures offers.
pub const ACCEPT: &str =
    ".svg,.png,.jpg,.jpeg,.webp,.gif,image/svg+xml,image/png,image/jpeg,image/webp,image/gif";

/// One picture after another, which the account then has; the last one counts.
#[derive(Clone, Copy)]
pub struct Upload {
    session: SessionState,
    scope: Scope,
    account: AccountId,
    latest: Latest,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Arc<Error>>>,
    /// It need not be sent to know that.
    too_large: RwSignal<bool>,
}

impl Upload {
    /// To be called in the body of a component.
    pub fn new(session: SessionState, account: AccountId) -> Self {
        Self {
            session,
            scope: Scope::new(),
            account,
            latest: Latest::new(),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            too_large: RwSignal::new(false),
        }
    }

    /// Whether an answer is waited for.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Why the last picture was not taken.
    pub fn failure(self) -> Option<String> {
        if self.too_large.get() {
            return Some(too_large());
        }
        let failure = self.failure.get()?;
        Some(match failure.field("") {
            Some(code) => text::field_problem(code),
            None if failure.code() == Some(ProblemCode::TooLarge) => too_large(),
            None => text::problem(&failure),
        })
    }

    /// Sends a picture, and does something with it when it has been taken.
    pub fn send(self, file: File, then: impl FnOnce(Image) + 'static) {
        let ticket = self.latest.ticket();
        self.failure.set(None);
        self.too_large.set(file.size() > IMAGE_BYTES as f64);
        if self.too_large.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.scope.spawn(async move {
            let sent = self.session.call(|api| {
                let file = Blob::from(file.clone());
                async move { api.upload_image(self.account, file).await }
            });
            let sent = sent.await;
            if !ticket.is_latest() {
                return;
            }
            self.busy.set(false);
            match sent {
                Ok(image) => then(image),
                Err(error) => self.failure.set(Some(Arc::new(error))),
            }
        });
    }
}

fn too_large() -> String {
    t!("branding-picture-too-large", most = format::amount(IMAGE_BYTES as u64))
}
