//! API tokens of integrations.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::Request;
use contract::IDEMPOTENCY_HEADER;
use contract::token::{ApiToken, ApiTokens, CreatedToken, NewToken};
use domain::account::AccountId;

impl Api {
    /// `GET /accounts/{id}/tokens`
    pub async fn api_tokens(&self, account: AccountId) -> Result<Vec<ApiToken>, Error> {
        let tokens: ApiTokens = self.ask(Request::get(format!("/accounts/{}/tokens", account.0))).await?;
        Ok(tokens.items)
    }

    /// `POST /accounts/{id}/tokens`: the answer tells the token, and only the first one to this key does.
    pub async fn create_api_token(
        &self,
        account: AccountId,
        new: &NewToken,
        key: &IdempotencyKey,
    ) -> Result<CreatedToken, Error> {
        let request = Request::post(format!("/accounts/{}/tokens", account.0)).json(new);
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `DELETE /tokens/{id}`
    pub async fn revoke_api_token(&self, id: u32) -> Result<(), Error> {
        self.send(Request::delete(format!("/tokens/{id}"))).await?;
        Ok(())
    }
}
