//! Bulk operations.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::{Request, parameter};
use contract::IDEMPOTENCY_HEADER;
use contract::bulk::{
    BulkRequest, ItemPage, ItemState, Operation, OperationPage, OperationStage, Preview, ReasonCounts,
};
use domain::account::AccountId;
use domain::lifecycle::Reason;

/// Which operations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OperationQuery {
    pub mine: bool,
    pub stage: Option<OperationStage>,
    /// Only those that act in this account or below it.
    pub account: Option<AccountId>,
}

/// Which SIMs of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemQuery {
    pub state: Option<ItemState>,
    pub reason: Option<Reason>,
    /// Part of the ICCID; empty for any.
    pub iccid: String,
}

impl OperationQuery {
    fn write(&self, limit: u32, cursor: Option<&str>) -> String {
        let mut path = format!("/bulk-operations?limit={limit}");
        if self.mine {
            path += "&mine=true";
        }
        path += match self.stage {
            None => "",
            Some(OperationStage::Running) => "&state=running",
            Some(OperationStage::Over) => "&state=over",
            Some(OperationStage::WithFailures) => "&state=with_failures",
        };
        if let Some(AccountId(id)) = self.account {
            path += &format!("&account_id={id}");
        }
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        path
    }
}

impl ItemQuery {
    /// As parameters behind others.
    fn write(&self) -> String {
        let mut text = match self.state {
            None => String::new(),
            Some(ItemState::Pending) => "&status=pending".to_owned(),
            Some(ItemState::Done) => "&status=done".to_owned(),
            Some(ItemState::Failed) => "&status=failed".to_owned(),
        };
        if let Some(reason) = self.reason {
            text += &parameter('&', "reason", reason.code());
        }
        if !self.iccid.is_empty() {
            text += &parameter('&', "iccid", &self.iccid);
        }
        text
    }
}

impl Api {
    /// `POST /bulk-operations` as a dry run: what the request would do, whatever its own `dry_run` says.
    pub async fn preview(&self, request: &BulkRequest) -> Result<Preview, Error> {
        let dry = BulkRequest { dry_run: true, ..request.clone() };
        self.ask(Request::post("/bulk-operations").json(&dry)).await
    }

    /// `POST /bulk-operations`
    pub async fn start(&self, request: &BulkRequest, key: &IdempotencyKey) -> Result<Operation, Error> {
        let real = BulkRequest { dry_run: false, ..request.clone() };
        let request = Request::post("/bulk-operations").json(&real);
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `GET /bulk-operations/{id}`
    pub async fn operation(&self, id: u32) -> Result<Operation, Error> {
        self.ask(Request::get(format!("/bulk-operations/{id}"))).await
    }

    /// `GET /bulk-operations`: a page, latest first.
    pub async fn operations(
        &self,
        query: &OperationQuery,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<OperationPage, Error> {
        self.ask(Request::get(query.write(limit, cursor))).await
    }

    /// `GET /bulk-operations/{id}/items`: a page.
    pub async fn operation_items(
        &self,
        id: u32,
        query: &ItemQuery,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<ItemPage, Error> {
        let mut path = format!("/bulk-operations/{id}/items?limit={limit}{}", query.write());
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        self.ask(Request::get(path)).await
    }

    /// `GET /bulk-operations/{id}/reasons`
    pub async fn operation_reasons(&self, id: u32) -> Result<ReasonCounts, Error> {
        self.ask(Request::get(format!("/bulk-operations/{id}/reasons"))).await
    }

    /// `GET /bulk-operations/{id}/items.csv`: the file's text, with what spreadsheets of the language expect between cells.
    pub async fn operation_file(
        &self,
        id: u32,
        query: &ItemQuery,
        semicolons: bool,
    ) -> Result<String, Error> {
        let separator = if semicolons { "semicolon" } else { "comma" };
        let path = format!("/bulk-operations/{id}/items.csv?separator={separator}{}", query.write());
        self.send(Request::get(path).large()).await?.text()
    }

    /// `POST /bulk-operations/{id}/cancel`
    pub async fn cancel(&self, id: u32) -> Result<Operation, Error> {
        self.ask(Request::post(format!("/bulk-operations/{id}/cancel"))).await
    }

    /// `POST /bulk-operations/{id}/undo`
    pub async fn undo(&self, id: u32, key: &IdempotencyKey) -> Result<Operation, Error> {
        self.follow_up(id, "undo", key).await
    }

    /// `POST /bulk-operations/{id}/retry`: only what failed.
    pub async fn retry(&self, id: u32, key: &IdempotencyKey) -> Result<Operation, Error> {
        self.follow_up(id, "retry", key).await
    }

    async fn follow_up(&self, id: u32, what: &str, key: &IdempotencyKey) -> Result<Operation, Error> {
        let request = Request::post(format!("/bulk-operations/{id}/{what}"));
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_as_addresses() {
        assert_eq!(OperationQuery::default().write(50, None), "/bulk-operations?limit=50");
        let query = OperationQuery {
            mine: true,
            stage: Some(OperationStage::WithFailures),
            account: Some(AccountId(3)),
        };
        let written = "/bulk-operations?limit=9&mine=true&state=with_failures&account_id=3&cursor=a%3D";
        assert_eq!(query.write(9, Some("a=")), written);
        let query = ItemQuery {
            state: Some(ItemState::Failed),
            reason: Some(Reason::ChangedSince),
            iccid: "8&9".to_owned(),
        };
        assert_eq!(query.write(), "&status=failed&reason=changed_since&iccid=8%269");
        assert_eq!(ItemQuery::default().write(), "");
    }
}
