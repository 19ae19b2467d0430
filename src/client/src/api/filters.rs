//! Saved filters, and filters that an address names by a short id.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::{Request, escaped};
use contract::IDEMPOTENCY_HEADER;
use contract::filter::{
    FilterLink, FilterPatch, LinkedFilter, NewFilter, NewFilterLink, SavedFilter, SavedFilters,
};
use domain::filter::Filter;

impl Api {
    /// `GET /filters`: the own ones and those shared with the account, by name.
    pub async fn filters(&self) -> Result<Vec<SavedFilter>, Error> {
        let filters: SavedFilters = self.ask(Request::get("/filters").large()).await?;
        Ok(filters.items)
    }

    /// `POST /filters`
    pub async fn save_filter(&self, new: &NewFilter, key: &IdempotencyKey) -> Result<SavedFilter, Error> {
        let request = Request::post("/filters").json(new).large();
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `GET /filters/{id}`
    pub async fn filter(&self, id: u32) -> Result<SavedFilter, Error> {
        self.ask(Request::get(format!("/filters/{id}"))).await
    }

    /// `PATCH /filters/{id}`; `etag` is that of the filter the person saw.
    pub async fn patch_filter(&self, id: u32, patch: &FilterPatch, etag: &str) -> Result<SavedFilter, Error> {
        let request = Request::patch(format!("/filters/{id}")).json(patch).large();
        self.ask(request.header("If-Match", etag)).await
    }

    /// `DELETE /filters/{id}`; `etag` is that of the filter the person saw.
    pub async fn delete_filter(&self, id: u32, etag: &str) -> Result<(), Error> {
        self.send(Request::delete(format!("/filters/{id}")).header("If-Match", etag)).await?;
        Ok(())
    }

    /// `POST /filter-links`: gives the id that can stand in an address for the filter.
    pub async fn link_filter(&self, filter: Filter, key: &IdempotencyKey) -> Result<String, Error> {
        let request = Request::post("/filter-links").json(&NewFilterLink { filter }).large();
        let link: FilterLink = self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await?;
        Ok(link.id)
    }

    /// `GET /filter-links/{id}`
    pub async fn linked_filter(&self, id: &str) -> Result<Filter, Error> {
        let path = format!("/filter-links/{}", escaped(id));
        let linked: LinkedFilter = self.ask(Request::get(path).large()).await?;
        Ok(linked.filter)
    }
}
