//! Managed accounts.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::account::Accounts;
use domain::account::Account;

impl Api {
    /// `GET /accounts`
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        let accounts: Accounts = self.ask(Request::get("/accounts")).await?;
        Ok(accounts.items)
    }
}
