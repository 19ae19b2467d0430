//! SIMs: the estate in columns, what changed in it, and one SIM.

use super::{Api, value};
use crate::error::Error;
use crate::fetch::Answer;
use crate::key::IdempotencyKey;
use crate::page::{ChangeText, PageText, Tagged};
use crate::request::{Request, parameter};
use contract::IDEMPOTENCY_HEADER;
use contract::activity::{SessionPage, SimTest, TestKind, TestRequest, Usage};
use contract::sim::{Lift, SimPatch};
use domain::sim::{Sim, SimId};

impl Api {
    /// `GET /sims/columns`: the first page, and cursors of stretches of about so many SIMs that the rest is divided into.
    pub async fn first_columns(&self, limit: u32, divide: u32) -> Result<PageText, Error> {
        self.column_page(format!("/sims/columns?limit={limit}&divide={divide}")).await
    }

    /// `GET /sims/columns`: what is at a cursor.
    pub async fn columns_at(&self, cursor: &str, limit: u32) -> Result<PageText, Error> {
        self.column_page(format!("/sims/columns?limit={limit}{}", parameter('&', "cursor", cursor))).await
    }

    async fn column_page(&self, path: String) -> Result<PageText, Error> {
        Ok(PageText(self.send(Request::get(path).large()).await?.body))
    }

    /// `GET /sims/changes`
    pub async fn changes(&self, since: u64) -> Result<ChangeText, Error> {
        let request = Request::get(format!("/sims/changes?since={since}")).large();
        Ok(ChangeText(self.send(request).await?.body))
    }

    /// `GET /sims/{id}`
    pub async fn sim(&self, id: SimId) -> Result<Tagged<Sim>, Error> {
        tagged(self.send(Request::get(format!("/sims/{}", id.0))).await?)
    }

    /// `PATCH /sims/{id}`; `etag` is that of the SIM the person saw.
    pub async fn patch_sim(&self, id: SimId, patch: &SimPatch, etag: &str) -> Result<Tagged<Sim>, Error> {
        let request = Request::patch(format!("/sims/{}", id.0)).json(patch).header("If-Match", etag);
        tagged(self.send(request).await?)
    }

    /// `GET /sims/{id}/usage`: of this period and the eleven before.
    pub async fn sim_usage(&self, id: SimId) -> Result<Usage, Error> {
        self.ask(Request::get(format!("/sims/{}/usage", id.0))).await
    }

    /// `GET /sims/{id}/sessions`: so many after a page.
    pub async fn sim_sessions(
        &self,
        id: SimId,
        cursor: Option<&str>,
        limit: u32,
    ) -> Result<SessionPage, Error> {
        let mut path = format!("/sims/{}/sessions?limit={limit}", id.0);
        if let Some(cursor) = cursor {
            path += &parameter('&', "cursor", cursor);
        }
        self.ask(Request::get(path)).await
    }

    /// `POST /sims/{id}/tests`
    pub async fn test_sim(&self, id: SimId, kind: TestKind, key: &IdempotencyKey) -> Result<SimTest, Error> {
        let request = Request::post(format!("/sims/{}/tests", id.0)).json(&TestRequest { kind });
        self.ask(request.header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `GET /sims/{id}/tests`: the latest ones.
    pub async fn sim_tests(&self, id: SimId) -> Result<Vec<SimTest>, Error> {
        self.ask(Request::get(format!("/sims/{}/tests", id.0))).await
    }

    /// `GET /sims/{id}/tests/{test_id}`
    pub async fn sim_test(&self, id: SimId, test: u32) -> Result<SimTest, Error> {
        self.ask(Request::get(format!("/sims/{}/tests/{test}", id.0))).await
    }

    /// `PUT /sims/{id}/lift`
    pub async fn lift_sim(&self, id: SimId, lift: Lift, etag: &str) -> Result<Tagged<Sim>, Error> {
        let request = Request::put(format!("/sims/{}/lift", id.0)).json(&lift).header("If-Match", etag);
        tagged(self.send(request).await?)
    }

    /// `DELETE /sims/{id}/lift`
    pub async fn end_lift(&self, id: SimId, etag: &str) -> Result<Tagged<Sim>, Error> {
        let request = Request::delete(format!("/sims/{}/lift", id.0)).header("If-Match", etag);
        tagged(self.send(request).await?)
    }
}

fn tagged(answer: Answer) -> Result<Tagged<Sim>, Error> {
    let value = value(&answer)?;
    let etag = answer.etag.ok_or_else(|| Error::unreadable(answer.status, "the answer has no ETag"))?;
    Ok(Tagged { value, etag })
}
