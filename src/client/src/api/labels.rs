//! The lists of tags and categories.

use super::Api;
use crate::error::Error;
use crate::key::IdempotencyKey;
use crate::request::Request;
use contract::IDEMPOTENCY_HEADER;
use contract::label::{Label, LabelChange, LabelMerge, LabelPatch, Labels, NewLabel};
use domain::label::{LabelId, LabelKind};

fn list(kind: LabelKind) -> &'static str {
    match kind {
        LabelKind::Tag => "/tags",
        LabelKind::Category => "/categories",
    }
}

fn one(kind: LabelKind, LabelId(id): LabelId) -> String {
    format!("{}/{id}", list(kind))
}

impl Api {
    /// `GET /tags`, `GET /categories`: all, with how many SIMs have each.
    pub async fn labels(&self, kind: LabelKind) -> Result<Vec<Label>, Error> {
        let labels: Labels = self.ask(Request::get(list(kind))).await?;
        Ok(labels.items)
    }

    /// `GET /tags?in_use=false`: what accounts define, without looking at SIMs.
    pub async fn defined_labels(&self, kind: LabelKind) -> Result<Vec<Label>, Error> {
        let labels: Labels = self.ask(Request::get(format!("{}?in_use=false", list(kind)))).await?;
        Ok(labels.items)
    }

    /// `POST /tags`
    pub async fn add_label(
        &self,
        kind: LabelKind,
        new: &NewLabel,
        key: &IdempotencyKey,
    ) -> Result<Label, Error> {
        self.ask(Request::post(list(kind)).json(new).header(IDEMPOTENCY_HEADER, key.as_str())).await
    }

    /// `PATCH /tags/{id}`; `etag` is that of what the person saw.
    pub async fn patch_label(
        &self,
        kind: LabelKind,
        id: LabelId,
        patch: &LabelPatch,
        etag: &str,
    ) -> Result<LabelChange, Error> {
        self.ask(Request::patch(one(kind, id)).json(patch).header("If-Match", etag)).await
    }

    /// `DELETE /tags/{id}`: also from all SIMs; `etag` is that of what the person saw.
    pub async fn delete_label(&self, kind: LabelKind, id: LabelId, etag: &str) -> Result<LabelChange, Error> {
        self.ask(Request::delete(one(kind, id)).header("If-Match", etag)).await
    }

    /// `POST /tags/{id}/merge`; `etag` is that of what the person saw.
    pub async fn merge_label(
        &self,
        kind: LabelKind,
        id: LabelId,
        into: LabelId,
        etag: &str,
        key: &IdempotencyKey,
    ) -> Result<LabelChange, Error> {
        let request = Request::post(format!("{}/merge", one(kind, id))).json(&LabelMerge { into });
        self.ask(request.header("If-Match", etag).header(IDEMPOTENCY_HEADER, key.as_str())).await
    }
}
