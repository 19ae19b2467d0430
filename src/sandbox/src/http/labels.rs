//! The lists of tags and categories. Both are kept alike: what differs is where they stand on a SIM.

mod change;
mod list;

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path, Query};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use contract::label::{Label, LabelChange, LabelMerge, LabelPatch, Labels, NewLabel};
use contract::problem::ProblemCode;
use domain::label::{LabelId, LabelKind};
use domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// How much of a list is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listing {
    /// Without it, only what accounts define, and not how many SIMs have it: a list that is made at once, however many SIMs
    /// there are.
    #[serde(default = "in_use")]
    #[param(default = true)]
    in_use: bool,
}

fn in_use() -> bool {
    true
}

/// The handlers of one of the two lists.
macro_rules! lists {
    ($module:ident, $kind:expr, $tag:literal, $all:literal, $one:literal, $merge:literal) => {
        pub mod $module {
            use super::*;

            /// The routes of this list.
            pub fn routes() -> OpenApiRouter<App> {
                OpenApiRouter::new()
                    .routes(routes!(list, create))
                    .routes(routes!(get, patch, delete))
                    .routes(routes!(merge))
            }

            /// Those that hold in the caller's part of the tree, and names that SIMs have without a definition, by name.
            #[utoipa::path(
                get, path = $all, tag = $tag, params(Listing), responses((status = 200, body = Labels)),
            )]
            pub async fn list(
                State(app): State<App>,
                caller: Caller,
                Query(listing): Query<Listing>,
            ) -> Result<Json<Labels>, Failure> {
                let items = app.database.read(move |connection| {
                    list::all(connection, &caller.scope, $kind, listing.in_use)
                });
                Ok(Json(Labels { items: items.await? }))
            }

            /// Adds one to the list of an account. It holds for the account's SIMs and those below.
            #[utoipa::path(
                post, path = $all, tag = $tag, request_body = NewLabel, params(Key),
                responses((status = 201, body = Label, headers(("etag" = String, description = "For If-Match")))),
            )]
            pub async fn create(
                State(app): State<App>,
                caller: Caller,
                headers: HeaderMap,
                Body(new): Body<NewLabel>,
            ) -> Result<Response, Failure> {
                caller.require(Permission::ManageLabels)?;
                let fingerprint = idempotency::fingerprint(&caller, &headers, $all, &new)?;
                let (answer, _) = idempotency::once(&app, fingerprint, move |connection, _| {
                    change::create(connection, &caller, $kind, &new)
                })
                .await?;
                app.announcer.labels();
                idempotency::created_tagged(answer)
            }

            /// One of them, with how many SIMs have it.
            #[utoipa::path(
                get, path = $one, tag = $tag, params(("id" = u32, Path)),
                responses((status = 200, body = Label, headers(("etag" = String, description = "For If-Match")))),
            )]
            pub async fn get(
                State(app): State<App>,
                caller: Caller,
                Path(id): Path<u32>,
            ) -> Result<Response, Failure> {
                let found =
                    app.database.read(move |connection| list::one(connection, &caller.scope, $kind, LabelId(id)));
                let label = found.await?;
                let etag = label.etag.as_deref().and_then(|etag| HeaderValue::from_str(etag).ok());
                let etag = etag.ok_or_else(|| Failure::new(ProblemCode::Internal))?;
                Ok(([(header::ETAG, etag)], Json(label)).into_response())
            }

            /// Changes name and colour. A new name is put on the SIMs that have the old one, by an operation.
            #[utoipa::path(
                patch, path = $one, tag = $tag, params(("id" = u32, Path), IfMatch),
                request_body(content(
                    (LabelPatch = "application/merge-patch+json"),
                    (LabelPatch = "application/json"),
                )),
                responses((status = 200, body = LabelChange)),
            )]
            pub async fn patch(
                State(app): State<App>,
                caller: Caller,
                Path(id): Path<u32>,
                headers: HeaderMap,
                Body(patch): Body<LabelPatch>,
            ) -> Result<Json<LabelChange>, Failure> {
                caller.require(Permission::ManageLabels)?;
                let seen = etag::if_match(&headers);
                let changed = app.database.write(move |connection| {
                    change::patch(connection, &caller, $kind, LabelId(id), seen, &patch)
                });
                Ok(Json(told(&app, changed.await?)))
            }

            /// Deletes one and takes it off all SIMs that have it by its definition, by an operation.
            #[utoipa::path(
                delete, path = $one, tag = $tag, params(("id" = u32, Path), IfMatch),
                responses((status = 200, body = LabelChange)),
            )]
            pub async fn delete(
                State(app): State<App>,
                caller: Caller,
                Path(id): Path<u32>,
                headers: HeaderMap,
            ) -> Result<Json<LabelChange>, Failure> {
                caller.require(Permission::ManageLabels)?;
                let seen = etag::if_match(&headers);
                let changed = app.database.write(move |connection| {
                    change::delete(connection, &caller, $kind, LabelId(id), seen)
                });
                Ok(Json(told(&app, changed.await?)))
            }

            /// Puts another one in its place, on all SIMs that have it by its definition, and deletes it.
            #[utoipa::path(
                post, path = $merge, tag = $tag, params(("id" = u32, Path), IfMatch, Key), request_body = LabelMerge,
                responses((status = 200, body = LabelChange)),
            )]
            pub async fn merge(
                State(app): State<App>,
                caller: Caller,
                Path(id): Path<u32>,
                headers: HeaderMap,
                Body(merge): Body<LabelMerge>,
            ) -> Result<Response, Failure> {
                caller.require(Permission::ManageLabels)?;
                let seen = etag::if_match(&headers);
                let path = format!("{}/{id}/merge", $all);
                let fingerprint = idempotency::fingerprint(&caller, &headers, &path, &merge)?;
                let (answer, made) = idempotency::once(&app, fingerprint, move |connection, _| {
                    change::merge(connection, &caller, $kind, LabelId(id), seen, merge.into)
                })
                .await?;
                if let Some(made) = made {
                    told(&app, made);
                }
                Ok(([(header::CONTENT_TYPE, "application/json")], answer).into_response())
            }
        }
    };
}

lists!(tags, LabelKind::Tag, "tags", "/tags", "/tags/{id}", "/tags/{id}/merge");
lists!(
    categories,
    LabelKind::Category,
    "categories",
    "/categories",
    "/categories/{id}",
    "/categories/{id}/merge"
);

/// Tells everybody of a change, and the worker of what it has to do.
fn told(app: &App, change: LabelChange) -> LabelChange {
    app.announcer.labels();
    if let Some(operation) = &change.operation {
        app.announcer.operation(operation);
        app.work.notify_one();
    }
    change
}
