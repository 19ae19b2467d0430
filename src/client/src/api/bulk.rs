//! Bulk operations.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::{Request, parameter};
use contract::IDEMPOTENCY_HEADER;
use contract::bulk::{BulkRequest, ItemPage, Operation, OperationPage, Preview};

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

    /// `GET /bulk-operations`: the latest ones.
    pub async fn operations(&self) -> Result<OperationPage, Error> {
        self.ask(Request::get("/bulk-operations")).await
    }

    /// `GET /bulk-operations/{id}/items?status=failed`
    pub async fn failed_items(&self, id: u32, cursor: Option<&str>) -> Result<ItemPage, Error> {
        let mut path = format!("/bulk-operations/{id}/items?status=failed");
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        self.ask(Request::get(path)).await
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
