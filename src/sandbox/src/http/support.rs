//! Where the people of an account find help.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::branding::{HostQuery, managed};
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path, Query};
use crate::http::failure::Failure;
use crate::markdown;
use crate::store::{brandings, images, supports};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use contract::branding::{AccountSupport, SupportChoice};
use contract::support_page::{PageDraft, SupportPage};
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use domain::support::{MARKDOWN_BYTES, Page, Support};
use rusqlite::Connection;

/// Most bytes of a body with a page in it: JSON can make six of one.
pub const BODY: usize = 8 * MARKDOWN_BYTES;

/// What an account chooses, and what it has from the nearest account above that chooses something.
#[utoipa::path(
    get, path = "/accounts/{id}/support", tag = "support", params(("id" = u32, Path)),
    responses((status = 200, body = AccountSupport, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
) -> Result<Response, Failure> {
    let account = managed(&caller, account)?;
    let found = app.database.read(move |connection| find(connection, account));
    Ok(tagged(found.await?))
}

/// Says where the people of an account find help: on a page of its own, elsewhere, or by asking somebody.
///
/// It holds for all accounts below that do not choose themselves.
#[utoipa::path(
    put, path = "/accounts/{id}/support", tag = "support", request_body = SupportChoice,
    params(("id" = u32, Path), IfMatch),
    responses((
        status = 200, body = AccountSupport, headers(("etag" = String, description = "Of the choice as it is now")),
    )),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    headers: HeaderMap,
    Body(SupportChoice { support }): Body<SupportChoice>,
) -> Result<Response, Failure> {
    let account = managed(&caller, account)?;
    let seen = etag::if_match(&headers);
    let (kept, changed) = app
        .database
        .write(move |connection| {
            let before = find(connection, account)?;
            etag::check_text(&seen?, &before.etag)?;
            if support == before.own {
                return Ok((before, false));
            }
            if let Some(support) = &support {
                check(support)?;
            }
            supports::save(connection, account, support.as_ref())?;
            let name = caller.scope.tree().name(account);
            let entry =
                Entry::new(AuditAction::SupportChanged, account, SubjectKind::Account, account.0, name)
                    .change("support", before.own.as_ref().map(way), support.as_ref().map(way));
            audit::record(connection, &caller.actor(), &entry)?;
            Ok::<_, Failure>((find(connection, account)?, true))
        })
        .await?;
    if changed {
        // Sessions tell it.
        app.announcer.users();
    }
    Ok(tagged(kept))
}

/// A page as its readers will see it. Nothing is kept.
#[utoipa::path(
    post, path = "/accounts/{id}/support/preview", tag = "support", request_body = PageDraft,
    params(("id" = u32, Path)), responses((status = 200, body = SupportPage)),
)]
pub async fn preview(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    Body(PageDraft { markdown }): Body<PageDraft>,
) -> Result<Json<SupportPage>, Failure> {
    let account = managed(&caller, account)?;
    let support = Support::Page(Page { markdown });
    if let Some((_, fault)) = support.faults().into_iter().next() {
        return Err(Failure::invalid("/markdown", fault.into()));
    }
    let page = app.database.read(move |connection| page(connection, Some((account, support))));
    Ok(Json(page.await?))
}

/// The page of help that somebody finds who has not signed in, by the name of the host.
///
/// 404 where help is not found on a page, or no account has that host.
#[utoipa::path(
    get, path = "/support-page", tag = "support", security(()), params(HostQuery),
    responses((status = 200, body = SupportPage)),
)]
pub async fn of_host(
    State(app): State<App>,
    Query(HostQuery { host }): Query<HostQuery>,
) -> Result<Json<SupportPage>, Failure> {
    let page = app.database.read(move |connection| {
        let account = host.map(|host| brandings::account_of_host(connection, &host)).transpose()?.flatten();
        let account = account.ok_or_else(Failure::not_found)?;
        page(connection, supports::effective(connection, account)?)
    });
    Ok(Json(page.await?))
}

/// The page of help of the caller's account, or of the one that the app is seen as.
///
/// 404 where help is not found on a page.
#[utoipa::path(
    get, path = "/me/support-page", tag = "support", responses((status = 200, body = SupportPage)),
)]
pub async fn own(State(app): State<App>, caller: Caller) -> Result<Json<SupportPage>, Failure> {
    caller.require(Permission::ViewSims)?;
    let account = caller.user.account_id;
    let page =
        app.database.read(move |connection| page(connection, supports::effective(connection, account)?));
    Ok(Json(page.await?))
}

fn find(connection: &Connection, account: AccountId) -> Result<AccountSupport, Failure> {
    let (own, revision) = supports::of_account(connection, account)?;
    let inherited = match brandings::parent(connection, account)? {
        Some(parent) => supports::effective(connection, parent)?.map(|(_, support)| support),
        None => None,
    };
    Ok(AccountSupport { own, inherited, etag: etag::text(revision) })
}

/// The page that an account wrote, with its own pictures.
fn page(connection: &Connection, support: Option<(AccountId, Support)>) -> Result<SupportPage, Failure> {
    let Some((account, Support::Page(Page { markdown }))) = support else {
        return Err(Failure::not_found());
    };
    let pictures = images::of_account(connection, account)?;
    Ok(markdown::read(&markdown, |id| pictures.contains(&id.to_string())))
}

fn check(support: &Support) -> Result<(), Failure> {
    let mut faults =
        support.faults().into_iter().map(|(pointer, fault)| (format!("/support{pointer}"), fault.into()));
    let Some((pointer, code)) = faults.next() else { return Ok(()) };
    Err(faults.fold(Failure::invalid(pointer, code), |failure, (pointer, code)| failure.at(pointer, code)))
}

/// How the audit log tells it.
fn way(support: &Support) -> &'static str {
    match support {
        Support::Page(_) => "page",
        Support::Address(_) => "address",
        Support::Contact(_) => "contact",
    }
}

fn tagged(support: AccountSupport) -> Response {
    ([(header::ETAG, support.etag.clone())], Json(support)).into_response()
}
