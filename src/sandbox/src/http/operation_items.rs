//! The SIMs of a bulk operation: a page at a time, as a file, and counted by why they failed.

use crate::app::App;
use crate::bulk::plan;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::{Path, Query};
use crate::http::failure::Failure;
use crate::http::operations::{LONGEST_PAGE, Place, USUAL_PAGE};
use crate::store::accounts::Scope;
use crate::store::items::{self, Search};
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use contract::audit::FieldChange;
use contract::bulk::{Item, ItemPage, ItemState, ReasonCounts};
use domain::account::AccountId;
use domain::export::{MARK, Separator, text_line};
use domain::lifecycle::Reason;
use futures_util::stream;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Which items of an operation, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ItemQuery {
    /// Only those in this state.
    #[param(inline)]
    status: Option<ItemState>,
    /// Only those that failed for this reason.
    #[param(inline)]
    reason: Option<Reason>,
    /// Only SIMs with this in their ICCID.
    #[param(max_length = 22)]
    iccid: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 1000, default = 100)]
    limit: Option<u32>,
}

/// The SIMs of an operation and what became of each.
#[utoipa::path(
    get, path = "/bulk-operations/{id}/items", tag = "bulk-operations", params(("id" = u32, Path), ItemQuery),
    responses((status = 200, body = ItemPage)),
)]
pub async fn items(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    Query(query): Query<ItemQuery>,
) -> Result<Json<ItemPage>, Failure> {
    let limit = cursor::limit(query.limit, USUAL_PAGE, LONGEST_PAGE)?;
    let after = query.cursor.as_deref().map(cursor::read::<Place>).transpose()?.map(|place| place.last);
    let search = Search { state: query.status, reason: query.reason, iccid: query.iccid };
    let page = app.database.read(move |connection| {
        plan::visible(connection, &caller, id)?;
        let mut items = items::page(connection, &caller.scope, id, &search, after, limit + 1)?;
        let next_cursor = cursor::end_page(&mut items, limit, |item| Place { last: item.sim_id.0 })?;
        Ok::<_, Failure>(ItemPage { items, next_cursor })
    });
    Ok(Json(page.await?))
}

/// Why SIMs of an operation failed, and how many for each reason.
#[utoipa::path(
    get, path = "/bulk-operations/{id}/reasons", tag = "bulk-operations", params(("id" = u32, Path)),
    responses((status = 200, body = ReasonCounts)),
)]
pub async fn reasons(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<Json<ReasonCounts>, Failure> {
    let counts = app.database.read(move |connection| {
        plan::visible(connection, &caller, id)?;
        Ok::<_, Failure>(ReasonCounts { items: items::reasons(connection, id)? })
    });
    Ok(Json(counts.await?))
}

/// Which items of an operation, and how the file is written.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FileQuery {
    /// Only those in this state.
    #[param(inline)]
    status: Option<ItemState>,
    /// Only those that failed for this reason.
    #[param(inline)]
    reason: Option<Reason>,
    /// Only SIMs with this in their ICCID.
    #[param(max_length = 22)]
    iccid: Option<String>,
    /// What stands between cells; a comma when absent.
    #[serde(default)]
    #[param(inline)]
    separator: SeparatorName,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeparatorName {
    #[default]
    Comma,
    Semicolon,
}

/// The SIMs of an operation as CSV: a line each, with what was changed as it was and as it became.
///
/// Headings and values are those of the wire, but accounts stand there by name. It is sent while it is read.
#[utoipa::path(
    get, path = "/bulk-operations/{id}/items.csv", tag = "bulk-operations", params(("id" = u32, Path), FileQuery),
    responses((status = 200, description = "UTF-8 with a byte order mark", content_type = "text/csv", body = String)),
)]
pub async fn file(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    Query(query): Query<FileQuery>,
) -> Result<Response, Failure> {
    let separator = match query.separator {
        SeparatorName::Comma => Separator::Comma,
        SeparatorName::Semicolon => Separator::Semicolon,
    };
    let seen = caller.clone();
    let fields = app.database.read(move |connection| {
        plan::visible(connection, &seen, id)?;
        Ok::<_, Failure>(items::changed_fields(connection, id)?)
    });
    let table = Table { separator, fields: fields.await? };
    let start = format!("{MARK}{}", table.heading());
    let search = Search { state: query.status, reason: query.reason, iccid: query.iccid };
    let reading = Reading { app, caller, id, search, table };
    let lines = stream::try_unfold((reading, Some(None)), async |(reading, after)| {
        let Some(after) = after else { return Ok(None) };
        let (text, next) = reading.piece(after).await.map_err(|_| std::io::Error::other("not read"))?;
        Ok::<_, std::io::Error>(Some((text, (reading, next.map(Some)))))
    });
    let body = stream::StreamExt::chain(stream::once(async { Ok(start) }), lines);
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
    let name = (header::CONTENT_DISPOSITION, format!("attachment; filename=\"operation-{id}.csv\""));
    Ok(([kind, name], Body::from_stream(body)).into_response())
}

/// A file being read, some lines at a time.
struct Reading {
    app: App,
    caller: Caller,
    id: u32,
    search: Search,
    table: Table,
}

impl Reading {
    /// The lines of the SIMs after an id, and the id after which it goes on.
    async fn piece(&self, after: Option<u32>) -> Result<(String, Option<u32>), Failure> {
        let (scope, id, search) = (self.caller.scope.clone(), self.id, self.search.clone());
        let read = self.app.database.read(move |connection| {
            Ok::<_, Failure>(items::page(connection, &scope, id, &search, after, LONGEST_PAGE)?)
        });
        let items = read.await?;
        let full = u32::try_from(items.len()) == Ok(LONGEST_PAGE);
        let next = items.last().filter(|_| full).map(|item| item.sim_id.0);
        let text = items.iter().map(|item| self.table.line(item, &self.caller.scope)).collect();
        Ok((text, next))
    }
}

/// The columns of a file.
struct Table {
    separator: Separator,
    /// Two columns each: before and after.
    fields: Vec<String>,
}

impl Table {
    fn heading(&self) -> String {
        let mut cells: Vec<String> = ["iccid", "state", "reason"].map(str::to_owned).into();
        for field in &self.fields {
            let name = if field == items::ACCOUNT { "account" } else { field };
            cells.extend([format!("{name}_old"), format!("{name}_new")]);
        }
        text_line(self.separator, cells.iter().map(String::as_str))
    }

    fn line(&self, item: &Item, scope: &Scope) -> String {
        let mut cells = vec![
            item.iccid.as_str(),
            items::state_code(item.state),
            item.reason.map(Reason::code).unwrap_or_default(),
        ];
        for field in &self.fields {
            let change = item.changes.iter().find(|change| change.field == *field);
            let value = |side: fn(&FieldChange) -> &Option<String>| {
                let value = change.and_then(|change| side(change).as_deref()).unwrap_or_default();
                match value.parse() {
                    Ok(id) if field == items::ACCOUNT => scope.tree().name(AccountId(id)),
                    _ => value,
                }
            };
            cells.extend([value(|change| &change.old), value(|change| &change.new)]);
        }
        text_line(self.separator, cells.into_iter())
    }
}
