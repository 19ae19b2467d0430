//! What accounts used.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::overview::UsageOverview;
use domain::account::AccountId;

impl Api {
    /// `GET /overview`; with `own` without what hangs below the account.
    pub async fn usage_overview(&self, account: AccountId, own: bool) -> Result<UsageOverview, Error> {
        self.ask(Request::get(format!("/overview?account_id={}&own={own}", account.0))).await
    }
}
