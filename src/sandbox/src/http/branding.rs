//! Whose product the people of an account see.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path, Query};
use crate::http::failure::Failure;
use crate::mail;
use crate::store::{brandings, images};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use contract::branding::{AccountBranding, ShownBranding};
use contract::problem::FieldCode;
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::branding::Branding;
use domain::permission::Permission;
use rusqlite::Connection;
use serde::Deserialize;
use utoipa::IntoParams;

/// By which name the dashboard was reached.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HostQuery {
    /// A host name, such as `sims.example.com`, without a port.
    pub host: Option<String>,
}

/// The look that somebody sees who has not signed in, by the name of the host.
///
/// All of it is `null` when no account has that host.
#[utoipa::path(
    get, path = "/branding", tag = "branding", security(()), params(HostQuery),
    responses((status = 200, body = ShownBranding)),
)]
pub async fn shown(
    State(app): State<App>,
    Query(HostQuery { host }): Query<HostQuery>,
) -> Result<Json<ShownBranding>, Failure> {
    let Some(host) = host else { return Ok(Json(ShownBranding::default())) };
    let found = app.database.read(move |connection| {
        Ok::<_, Failure>(match brandings::account_of_host(connection, &host)? {
            Some(account) => brandings::shown(connection, account)?,
            None => ShownBranding::default(),
        })
    });
    Ok(Json(found.await?))
}

/// What an account chooses of its look, and what it has from the accounts above.
#[utoipa::path(
    get, path = "/accounts/{id}/branding", tag = "branding", params(("id" = u32, Path)),
    responses((status = 200, body = AccountBranding, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
) -> Result<Response, Failure> {
    let account = managed(&caller, account)?;
    let found = app.database.read(move |connection| find(connection, &caller, account));
    Ok(tagged(found.await?))
}

/// Chooses the look of an account, as a whole: what is `null` is what the account above has.
///
/// Host names and the sender of mails are set by an account above; of the topmost account by itself.
#[utoipa::path(
    put, path = "/accounts/{id}/branding", tag = "branding", request_body = Branding,
    params(("id" = u32, Path), IfMatch),
    responses((
        status = 200, body = AccountBranding, headers(("etag" = String, description = "Of the look as it is now")),
    )),
)]
pub async fn put(
    State(app): State<App>,
    caller: Caller,
    Path(account): Path<u32>,
    headers: HeaderMap,
    Body(chosen): Body<Branding>,
) -> Result<Response, Failure> {
    let account = managed(&caller, account)?;
    let seen = etag::if_match(&headers);
    let public_host = public_host(&app);
    let (kept, changed) = app
        .database
        .write(move |connection| {
            let before = find(connection, &caller, account)?;
            etag::check_text(&seen?, &before.etag)?;
            if chosen == before.own {
                return Ok((before, false));
            }
            check(connection, account, &before, &chosen, public_host.as_deref())?;
            brandings::save(connection, account, &chosen)?;
            let name = caller.scope.tree().name(account);
            let entry =
                Entry::new(AuditAction::BrandingChanged, account, SubjectKind::Account, account.0, name);
            let changes = texts(&before.own).into_iter().zip(texts(&chosen));
            let entry = changes.fold(entry, |entry, ((field, old), (_, new))| entry.change(field, old, new));
            audit::record(connection, &caller.actor(), &entry)?;
            Ok::<_, Failure>((find(connection, &caller, account)?, true))
        })
        .await?;
    if changed {
        // Sessions tell the look.
        app.announcer.users();
    }
    Ok(tagged(kept))
}

/// An account whose look the caller chooses.
pub fn managed(caller: &Caller, account: u32) -> Result<AccountId, Failure> {
    caller.require(Permission::ManageBranding)?;
    let account = AccountId(account);
    if caller.scope.contains(account) { Ok(account) } else { Err(Failure::not_found()) }
}

fn find(connection: &Connection, caller: &Caller, account: AccountId) -> Result<AccountBranding, Failure> {
    let (own, revision) = brandings::of_account(connection, account)?;
    Ok(AccountBranding {
        own,
        inherited: brandings::inherited(connection, account)?,
        can_set_addresses: account != caller.scope.top() || brandings::parent(connection, account)?.is_none(),
        etag: etag::text(revision),
    })
}

/// The host that the dashboard is reached by where no account has one of its own.
fn public_host(app: &App) -> Option<String> {
    let uri = app.settings.public_url.as_deref()?.parse::<Uri>().ok()?;
    uri.host().map(str::to_lowercase)
}

fn check(
    connection: &Connection,
    account: AccountId,
    before: &AccountBranding,
    chosen: &Branding,
    public_host: Option<&str>,
) -> Result<(), Failure> {
    let mut errors: Vec<(String, FieldCode)> =
        chosen.faults().into_iter().map(|(pointer, fault)| (pointer, fault.into())).collect();
    let mut refuse = |pointer: String, code| {
        if errors.iter().all(|(known, _)| *known != pointer) {
            errors.push((pointer, code));
        }
    };
    if !before.can_set_addresses {
        if chosen.hosts != before.own.hosts {
            refuse("/hosts".to_owned(), FieldCode::OwnAccount);
        }
        if chosen.mail_sender != before.own.mail_sender {
            refuse("/mail_sender".to_owned(), FieldCode::OwnAccount);
        }
    }
    // Narrower than what looks like an address.
    if chosen.mail_sender.as_deref().is_some_and(|sender| !mail::can_be_addressed(sender)) {
        refuse("/mail_sender".to_owned(), FieldCode::BadEmail);
    }
    for (pointer, image) in [("/logo", &chosen.logo), ("/favicon", &chosen.favicon)] {
        if let Some(image) = image
            && !images::has(connection, account, image)?
        {
            refuse(pointer.to_owned(), FieldCode::UnknownImage);
        }
    }
    let is_topmost = brandings::parent(connection, account)?.is_none();
    // What was not allowed to be asked is not answered either.
    let asked = if before.can_set_addresses { chosen.hosts.as_slice() } else { &[] };
    for (at, host) in asked.iter().enumerate() {
        let others = brandings::account_of_host(connection, host)?.is_some_and(|owner| owner != account);
        if others || (!is_topmost && public_host == Some(host)) {
            refuse(format!("/hosts/{at}"), FieldCode::HostTaken);
        }
    }
    let mut errors = errors.into_iter();
    let Some((pointer, code)) = errors.next() else { return Ok(()) };
    Err(errors.fold(Failure::invalid(pointer, code), |failure, (pointer, code)| failure.at(pointer, code)))
}

/// Each choice as the audit log tells it.
fn texts(branding: &Branding) -> [(&'static str, Option<String>); 8] {
    let Branding { product_name, logo, favicon, accent, header, mail_sender, mail_footer, hosts } = branding;
    let header = header.map(|header| format!("{} / {}", header.background, header.text));
    [
        ("product_name", product_name.clone()),
        ("logo", logo.as_ref().map(ToString::to_string)),
        ("favicon", favicon.as_ref().map(ToString::to_string)),
        ("accent", accent.map(|accent| accent.to_string())),
        ("header", header),
        ("mail_sender", mail_sender.clone()),
        ("mail_footer", mail_footer.clone()),
        ("hosts", (!hosts.is_empty()).then(|| hosts.join(", "))),
    ]
}

fn tagged(branding: AccountBranding) -> Response {
    ([(header::ETAG, branding.etag.clone())], Json(branding)).into_response()
}

#[cfg(test)]
mod tests {
    use super::texts;
    use domain::audit::AuditField;
    use domain::branding::Branding;

    #[test]
    fn the_audit_log_knows_every_choice() {
        let choices = serde_json::to_value(Branding::default()).unwrap();
        let told = texts(&Branding::default()).map(|(field, _)| field);
        assert_eq!(choices.as_object().unwrap().len(), told.len());
        assert!(told.iter().all(|field| AuditField::from_code(field).is_some()), "{told:?}");
    }
}
