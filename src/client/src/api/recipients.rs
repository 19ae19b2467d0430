//! Who is told about the alerts of SIMs.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::Request;
use contract::IDEMPOTENCY_HEADER;
use contract::recipient::{AccountRecipients, NewRecipient, Recipient, RecipientPatch, SimRecipients};
use domain::account::AccountId;
use domain::recipient::RecipientId;
use domain::sim::SimId;

impl Api {
    /// `GET /accounts/{id}/recipients`
    pub async fn account_recipients(&self, account: AccountId) -> Result<AccountRecipients, Error> {
        self.ask(Request::get(format!("/accounts/{}/recipients", account.0))).await
    }

    /// `POST /accounts/{id}/recipients`
    pub async fn add_recipient(
        &self,
        account: AccountId,
        new: &NewRecipient,
        key: &IdempotencyKey,
    ) -> Result<Recipient, Error> {
        let request = Request::post(format!("/accounts/{}/recipients", account.0)).json(new);
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `GET /recipients/{id}`: with where it is set.
    pub async fn recipient(&self, id: RecipientId) -> Result<Recipient, Error> {
        self.ask(Request::get(format!("/recipients/{}", id.0))).await
    }

    /// `PATCH /recipients/{id}`; `etag` is that of the address as it was seen.
    pub async fn patch_recipient(
        &self,
        id: RecipientId,
        patch: &RecipientPatch,
        etag: &str,
    ) -> Result<Recipient, Error> {
        let request = Request::patch(format!("/recipients/{}", id.0)).json(patch);
        self.ask(request.header("If-Match", etag)).await
    }

    /// `DELETE /recipients/{id}`: also from all SIMs; `etag` is that of the address as it was seen.
    pub async fn delete_recipient(&self, id: RecipientId, etag: &str) -> Result<(), Error> {
        self.send(Request::delete(format!("/recipients/{}", id.0)).header("If-Match", etag)).await?;
        Ok(())
    }

    /// `GET /sims/{id}/recipients`
    pub async fn sim_recipients(&self, sim: SimId) -> Result<SimRecipients, Error> {
        self.ask(Request::get(format!("/sims/{}/recipients", sim.0))).await
    }

    /// `PUT /sims/{id}/recipients/{recipient_id}`
    pub async fn add_sim_recipient(&self, sim: SimId, id: RecipientId) -> Result<SimRecipients, Error> {
        self.ask(Request::put(format!("/sims/{}/recipients/{}", sim.0, id.0))).await
    }

    /// `DELETE /sims/{id}/recipients/{recipient_id}`
    pub async fn remove_sim_recipient(&self, sim: SimId, id: RecipientId) -> Result<SimRecipients, Error> {
        self.ask(Request::delete(format!("/sims/{}/recipients/{}", sim.0, id.0))).await
    }
}
