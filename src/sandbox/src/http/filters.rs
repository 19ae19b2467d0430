//! Saved filters. Private ones are their owner's alone; shared ones are for all users of the owner's account, and not for
//! those above or below it, who see other SIMs.

use crate::app::App;
use crate::bulk::target;
use crate::clock;
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::http::list_layout;
use crate::store::filters::{self, Content, Kept};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::filter::{
    FILTER_NAME_LENGTH, FilterPatch, MOST_FILTERS, MOST_VIEW_BYTES, NewFilter, SEARCH_LENGTH, SavedFilter,
    SavedFilters, View,
};
use contract::problem::{FieldCode, ProblemCode};
use domain::estate::order::Column;
use domain::permission::Permission;
use rusqlite::Connection;

/// The revision of a filter that was just saved.
const FIRST: u64 = 1;

/// The caller's saved filters and those shared with the account, by name.
#[utoipa::path(get, path = "/filters", tag = "filters", responses((status = 200, body = SavedFilters)))]
pub async fn list(State(app): State<App>, caller: Caller) -> Result<Json<SavedFilters>, Failure> {
    caller.require(Permission::ViewSims)?;
    let items = app.database.read(move |connection| {
        let kept = filters::visible(connection, caller.user.id, caller.user.account_id)?;
        Ok::<_, Failure>(kept.into_iter().map(|kept| told(kept, &caller)).collect())
    });
    Ok(Json(SavedFilters { items: items.await? }))
}

/// Saves a filter.
///
/// Nobody has two of the same name, more than 500, or so many large ones that their list could not be answered whole.
#[utoipa::path(
    post, path = "/filters", tag = "filters", request_body = NewFilter, params(Key),
    responses((status = 201, body = SavedFilter, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(new): Body<NewFilter>,
) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    check_name(&new.name)?;
    check_view(&new.view)?;
    let fingerprint = idempotency::fingerprint(&caller, &headers, "/filters", &new)?;
    let answer = idempotency::once(&app, fingerprint, move |connection, now| {
        let content = Content { name: new.name.trim(), shared: new.shared, view: &new.view };
        check_room(connection, caller.user.id, None, content)?;
        let id = filters::add(connection, caller.user.id, content, now)?;
        Ok(told(visible(connection, &caller, id)?, &caller))
    });
    let (answer, _) = answer.await?;
    Ok(([(header::ETAG, etag::etag(FIRST))], idempotency::created(answer)).into_response())
}

/// One saved filter.
#[utoipa::path(
    get, path = "/filters/{id}", tag = "filters", params(("id" = u32, Path)),
    responses((status = 200, body = SavedFilter, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(State(app): State<App>, caller: Caller, Path(id): Path<u32>) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    let found = app.database.read(move |connection| {
        let kept = visible(connection, &caller, id)?;
        Ok::<_, Failure>((kept.revision, told(kept, &caller)))
    });
    let (revision, filter) = found.await?;
    Ok(([(header::ETAG, etag::etag(revision))], Json(filter)).into_response())
}

/// Renames a filter, shares it or takes it back, replaces its view.
///
/// For its owner, and if it is shared for Admins of the account.
#[utoipa::path(
    patch, path = "/filters/{id}", tag = "filters", request_body = FilterPatch,
    params(("id" = u32, Path), IfMatch),
    responses((
        status = 200, body = SavedFilter, headers(("etag" = String, description = "Of the filter as it is now")),
    )),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(patch): Body<FilterPatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::ViewSims)?;
    if let Some(name) = &patch.name {
        check_name(name)?;
    }
    if let Some(view) = &patch.view {
        check_view(view)?;
    }
    let seen = etag::if_match(&headers);
    let changed = app.database.write(move |connection| {
        let before = editable(connection, &caller, id)?;
        etag::check(&seen?, before.revision)?;
        if patch != FilterPatch::default() {
            let content = Content {
                name: patch.name.as_deref().map_or(before.name.as_str(), str::trim),
                shared: patch.shared.unwrap_or(before.shared),
                view: patch.view.as_ref().unwrap_or(&before.view),
            };
            check_room(connection, before.owner.id, Some(id), content)?;
            filters::save(connection, id, content, clock::now())?;
        }
        // Not by `visible`: an Admin who takes back what somebody shared does not see it any more.
        let after = filters::find(connection, id)?.ok_or_else(Failure::not_found)?;
        Ok::<_, Failure>((after.revision, told(after, &caller)))
    });
    let (revision, filter) = changed.await?;
    Ok(([(header::ETAG, etag::etag(revision))], Json(filter)).into_response())
}

/// Deletes a filter.
///
/// For its owner, and if it is shared for Admins of the account.
#[utoipa::path(
    delete, path = "/filters/{id}", tag = "filters",
    params(("id" = u32, Path), IfMatch),
    responses((status = 204, description = "Deleted")),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ViewSims)?;
    let seen = etag::if_match(&headers);
    app.database
        .write(move |connection| {
            let before = editable(connection, &caller, id)?;
            etag::check(&seen?, before.revision)?;
            Ok::<_, Failure>(filters::delete(connection, id)?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A filter, if the caller may see it.
fn visible(connection: &Connection, caller: &Caller, id: u32) -> Result<Kept, Failure> {
    let kept = filters::find(connection, id)?.ok_or_else(Failure::not_found)?;
    let seen = is_own(&kept, caller) || (kept.shared && kept.account_id == caller.user.account_id);
    if seen { Ok(kept) } else { Err(Failure::not_found()) }
}

/// A filter, if the caller may change it.
fn editable(connection: &Connection, caller: &Caller, id: u32) -> Result<Kept, Failure> {
    let kept = visible(connection, caller, id)?;
    if may_edit(&kept, caller) { Ok(kept) } else { Err(Failure::new(ProblemCode::Forbidden)) }
}

fn is_own(kept: &Kept, caller: &Caller) -> bool {
    kept.owner.id == caller.user.id
}

fn may_edit(kept: &Kept, caller: &Caller) -> bool {
    let of_account = kept.shared && kept.account_id == caller.user.account_id;
    is_own(kept, caller) || (of_account && caller.user.role.may(Permission::EditSharedFilters))
}

/// A filter as the caller is told of it.
fn told(kept: Kept, caller: &Caller) -> SavedFilter {
    SavedFilter {
        can_edit: may_edit(&kept, caller),
        etag: etag::text(kept.revision),
        id: kept.id,
        name: kept.name,
        shared: kept.shared,
        view: kept.view,
        owner: kept.owner,
        updated_at: kept.updated_at,
    }
}

fn check_name(name: &str) -> Result<(), Failure> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Failure::invalid("/name", FieldCode::Required));
    }
    if name.chars().count() > FILTER_NAME_LENGTH {
        return Err(Failure::invalid("/name", FieldCode::TooLong));
    }
    if name.chars().any(char::is_control) {
        return Err(Failure::invalid("/name", FieldCode::Invalid).because("control characters"));
    }
    Ok(())
}

fn check_view(view: &View) -> Result<(), Failure> {
    target::check_filter(&view.filter, "/view/filter")?;
    if view.search.chars().count() > SEARCH_LENGTH {
        return Err(Failure::invalid("/view/search", FieldCode::TooLong));
    }
    if view.sort.len() > Column::ALL.len() {
        return Err(Failure::invalid("/view/sort", FieldCode::TooLong));
    }
    view.layout.as_ref().map_or(Ok(()), |layout| list_layout::check(layout, "/view/layout"))
}

/// Refuses what does not fit beside the owner's other filters; `id` is that of the filter itself if it is not a new one.
fn check_room(
    connection: &Connection,
    owner: u32,
    id: Option<u32>,
    content: Content<'_>,
) -> Result<(), Failure> {
    if filters::named(connection, owner, content.name)?.is_some_and(|named| Some(named) != id) {
        return Err(Failure::invalid("/name", FieldCode::NameTaken));
    }
    let others = filters::amount(connection, owner, id)?;
    if others.filters >= MOST_FILTERS {
        return Err(Failure::invalid("", FieldCode::TooMany)
            .because(format!("nobody can have more than {MOST_FILTERS} saved filters")));
    }
    if others.view_bytes + serde_json::to_vec(content.view)?.len() > MOST_VIEW_BYTES {
        return Err(Failure::invalid("/view", FieldCode::TooLong)
            .because(format!("nobody can save more than {MOST_VIEW_BYTES} bytes of views")));
    }
    Ok(())
}
