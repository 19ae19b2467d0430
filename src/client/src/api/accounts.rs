//! Managed accounts.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::Request;
use contract::IDEMPOTENCY_HEADER;
use contract::account::{AccountPatch, Accounts, NewAccount};
use domain::account::{Account, AccountId};

impl Api {
    /// `GET /accounts`
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let accounts: Accounts = self.ask(Request::get("/accounts")).await?;
        Ok(accounts.items)
    }

    /// `GET /accounts/{id}`
    pub async fn account(&self, id: AccountId) -> Result<Account, Error> {
        self.ask(Request::get(format!("/accounts/{}", id.0))).await
    }

    /// `POST /accounts`
    pub async fn create_account(&self, new: &NewAccount, key: &IdempotencyKey) -> Result<Account, Error> {
        let request = Request::post("/accounts").json(new);
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `PATCH /accounts/{id}`; `etag` is that of the account the person saw.
    pub async fn patch_account(
        &self,
        id: AccountId,
        patch: &AccountPatch,
        etag: &str,
    ) -> Result<Account, Error> {
        let request = Request::patch(format!("/accounts/{}", id.0)).json(patch);
        self.ask(request.header("If-Match", etag)).await
    }

    /// `DELETE /accounts/{id}`; `etag` is that of the account the person saw. One that is not empty is refused with
    /// what is still in it: [`contract::problem::Problem::contents`].
    pub async fn delete_account(&self, id: AccountId, etag: &str) -> Result<(), Error> {
        self.send(Request::delete(format!("/accounts/{}", id.0)).header("If-Match", etag)).await?;
        Ok(())
    }
}
