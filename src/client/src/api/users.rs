//! Users, as those see them who manage them.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::{Request, parameter};
use contract::IDEMPOTENCY_HEADER;
use contract::user::{ManagedUser, NewUser, UserPage, UserPatch};
use domain::account::AccountId;

/// Which users to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserQuery {
    /// The caller's own when `None`.
    pub account: Option<AccountId>,
    pub include_below: bool,
    /// In the name or the e-mail address; empty for all.
    pub text: String,
}

impl Api {
    /// `GET /users`: a page, by name.
    pub async fn users(
        &self,
        query: &UserQuery,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<UserPage, Error> {
        let mut path = format!("/users?limit={limit}&include_below={}", query.include_below);
        if let Some(account) = query.account {
            path += &format!("&account_id={}", account.0);
        }
        if !query.text.is_empty() {
            path += &parameter('&', "q", &query.text);
        }
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        self.ask(Request::get(path)).await
    }

    /// `GET /users/{id}`
    pub async fn user(&self, id: u32) -> Result<ManagedUser, Error> {
        self.ask(Request::get(format!("/users/{id}"))).await
    }

    /// `POST /accounts/{id}/users`
    pub async fn invite_user(
        &self,
        account: AccountId,
        new: &NewUser,
        key: &IdempotencyKey,
    ) -> Result<ManagedUser, Error> {
        let request = Request::post(format!("/accounts/{}/users", account.0)).json(new);
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `PATCH /users/{id}`; `etag` is that of the user as it was seen.
    pub async fn patch_user(&self, id: u32, patch: &UserPatch, etag: &str) -> Result<ManagedUser, Error> {
        self.ask(Request::patch(format!("/users/{id}")).json(patch).header("If-Match", etag)).await
    }

    /// `DELETE /users/{id}`; `etag` is that of the user as it was seen.
    pub async fn delete_user(&self, id: u32, etag: &str) -> Result<(), Error> {
        self.send(Request::delete(format!("/users/{id}")).header("If-Match", etag)).await?;
        Ok(())
    }

    /// `POST /users/{id}/invitation`: a new link, and the old one does not work any more.
    pub async fn resend_invitation(&self, id: u32, key: &IdempotencyKey) -> Result<ManagedUser, Error> {
        let request = Request::post(format!("/users/{id}/invitation"));
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `DELETE /users/{id}/invitation`: there is no such user any more.
    pub async fn withdraw_invitation(&self, id: u32) -> Result<(), Error> {
        self.send(Request::delete(format!("/users/{id}/invitation"))).await?;
        Ok(())
    }
}
