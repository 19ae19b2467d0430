//! Making, changing and deleting accounts. What is allowed is decided by [`domain::account::manage`].

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::accounts::{tagged, told};
use crate::http::caller::Caller;
use crate::http::etag::{self, IfMatch};
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::idempotency::{self, Key};
use crate::store::accounts::{self, Scope};
use crate::store::{brandings, changes, labels, recipients, sessions, sim_recipients};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use contract::account::{AccountPatch, Contents, NewAccount};
use contract::problem::{FieldCode, ProblemCode};
use domain::account::manage::{Change, Changed, Part, Refused};
use domain::account::{Account, AccountId};
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;
use rusqlite::Connection;

/// Makes an account under one that the caller sees.
///
/// It can use what its parent can. The parent has to be enabled and to be allowed sub-accounts.
#[utoipa::path(
    post, path = "/accounts", tag = "accounts", request_body = NewAccount, params(Key),
    responses((status = 201, body = Account, headers(("etag" = String, description = "For If-Match")))),
)]
pub async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Body(new): Body<NewAccount>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageAccounts)?;
    let fingerprint = idempotency::fingerprint(&caller, &headers, "/accounts", &new)?;
    let (answer, made) = idempotency::once(&app, fingerprint, move |connection, _| {
        // The caller's own scope was read before this transaction: two could take the same name.
        let scope = current_scope(connection, &caller)?;
        let account =
            scope.tree().new_account(new.parent_id, &new.name).map_err(|refused| refuse(refused, ""))?;
        let id = accounts::add(connection, &account)?;
        let made = find(connection, &caller, id)?;
        let entry = entry(AuditAction::AccountCreated, &made).with("parent_id", new.parent_id.0);
        audit::record(connection, &caller.actor(), &entry)?;
        Ok(made)
    })
    .await?;
    if made.is_some() {
        app.announcer.accounts();
    }
    idempotency::created_tagged(answer)
}

/// Renames, moves, disables or enables an account, switches its features and whether it requires two-factor sign-in.
///
/// Of the caller's own account only the name and that requirement can be changed. An account is moved with all below it. A
/// feature that is switched off is off below as well. Disabling ends the sessions of the account's users and of those below;
/// its SIMs stay visible above.
#[utoipa::path(
    patch, path = "/accounts/{id}", tag = "accounts",
    params(("id" = u32, Path), IfMatch),
    request_body(content(
        (AccountPatch = "application/merge-patch+json"),
        (AccountPatch = "application/json"),
    )),
    responses((
        status = 200, body = Account, headers(("etag" = String, description = "Of the account as it is now")),
    )),
)]
pub async fn patch(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
    Body(patch): Body<AccountPatch>,
) -> Result<Response, Failure> {
    caller.require(Permission::ManageAccounts)?;
    let seen = etag::if_match(&headers);
    let id = AccountId(id);
    let is_moved = patch.parent_id.is_some();
    let (account, version, changed) = app
        .database
        .write(move |connection| {
            let scope = current_scope(connection, &caller)?;
            let before = scope.tree().get(id).ok_or_else(Failure::not_found)?;
            etag::check_text(&seen?, &before.etag)?;
            let after =
                scope.tree().changed(id, change(&patch)).map_err(|refused| refuse(refused, "/features"))?;
            let version = apply(connection, &scope, before, &after)?;
            record(connection, &caller, before, &after)?;
            let account = find(connection, &caller, id)?;
            let changed = account.etag != before.etag;
            Ok::<_, Failure>((account, version, changed))
        })
        .await?;
    if changed {
        // Streams whose session has just ended find that out by it as well.
        app.announcer.accounts();
    }
    if changed && is_moved {
        // Another account above may be another brand, which sessions tell.
        app.announcer.users();
    }
    if let Some(version) = version {
        app.announcer.estate(version);
    }
    tagged(account)
}

/// Deletes an account in which nothing is left.
///
/// Otherwise the problem says in `contents` how many SIMs, users and sub-accounts are still in it.
#[utoipa::path(
    delete, path = "/accounts/{id}", tag = "accounts",
    params(("id" = u32, Path), IfMatch),
    responses((status = 204, description = "Deleted")),
)]
pub async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
    headers: HeaderMap,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageAccounts)?;
    let seen = etag::if_match(&headers);
    let id = AccountId(id);
    let version = app
        .database
        .write(move |connection| {
            let scope = current_scope(connection, &caller)?;
            let account = scope.tree().get(id).ok_or_else(Failure::not_found)?;
            etag::check_text(&seen?, &account.etag)?;
            let parent = account.parent_id.ok_or_else(|| Failure::invalid("", FieldCode::OwnAccount))?;
            let contents = contents(&scope, account);
            if contents != Contents::default() {
                return Err(Failure::not_empty(contents));
            }
            accounts::remove(connection, id)?;
            recipients::remove_all(connection, id)?;
            labels::remove_all(connection, id)?;
            brandings::remove_all(connection, id)?;
            audit::record(connection, &caller.actor(), &entry(AuditAction::AccountDeleted, account))?;
            Ok(changes::hand_up_departures(connection, &[id], parent)?)
        })
        .await?;
    app.announcer.accounts();
    if let Some(version) = version {
        app.announcer.estate(version);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Writes a change and what follows from it for the accounts below and for SIMs; gives the version of the latter.
fn apply(
    connection: &Connection,
    scope: &Scope,
    before: &Account,
    after: &Changed,
) -> Result<Option<u64>, Failure> {
    let same = (&before.name, before.parent_id, before.enabled, before.features, before.require_two_factor)
        == (&after.name, after.parent, after.enabled, after.features, after.require_two_factor);
    if same {
        return Ok(None);
    }
    accounts::save(connection, before.id, after)?;
    let subtree: Vec<AccountId> =
        scope.tree().subtree(before.id).iter().map(|node| node.account.id).collect();
    accounts::limit_features(connection, &subtree, after.features)?;
    if before.enabled && !after.enabled {
        sessions::end_of_accounts(connection, &subtree)?;
    }
    match before.parent_id {
        Some(from) if after.parent != Some(from) => {
            let to = after.parent.unwrap_or(from);
            let above = scope.tree().path(from).into_iter().map(|account| account.id);
            let parted: Vec<AccountId> = above.filter(|id| !scope.tree().is_within(to, *id)).collect();
            sim_recipients::part(connection, &parted, &subtree)?;
            let moved = changes::record_move(connection, &subtree, from)?;
            let handed_up = changes::hand_up_departures(connection, &subtree, from)?;
            Ok(handed_up.or(moved))
        }
        _ => Ok(None),
    }
}

fn entry(action: AuditAction, account: &Account) -> Entry {
    Entry::new(action, account.id, SubjectKind::Account, account.id.0, &account.name)
}

/// Tells the audit log what a patch changed, each kind of change by itself.
fn record(
    connection: &Connection,
    caller: &Caller,
    before: &Account,
    after: &Changed,
) -> rusqlite::Result<()> {
    let entry = |action| entry(action, before);
    let enabled = if after.enabled { AuditAction::AccountEnabled } else { AuditAction::AccountDisabled };
    // The caller's own account is not moved; nor is its parent known here.
    let parent = |parent: Option<AccountId>| parent.map(|parent| parent.0);
    let moved_to = parent(after.parent).or(parent(before.parent_id));
    let entries = [
        entry(AuditAction::AccountRenamed).change("name", Some(&before.name), Some(&after.name)),
        entry(AuditAction::AccountMoved).change("parent_id", parent(before.parent_id), moved_to),
        entry(enabled).change("enabled", Some(before.enabled), Some(after.enabled)),
        entry(AuditAction::FeaturesChanged)
            .change(
                "caps_and_alerts",
                Some(before.features.caps_and_alerts),
                Some(after.features.caps_and_alerts),
            )
            .change("sub_accounts", Some(before.features.sub_accounts), Some(after.features.sub_accounts)),
        entry(AuditAction::TwoFactorRequirementChanged).change(
            "require_two_factor",
            Some(before.require_two_factor),
            Some(after.require_two_factor),
        ),
    ];
    for changed in entries.iter().filter(|entry| !entry.changes.is_empty()) {
        audit::record(connection, &caller.actor(), changed)?;
    }
    Ok(())
}

fn change(patch: &AccountPatch) -> Change<'_> {
    let features = patch.features.unwrap_or_default();
    Change {
        name: patch.name.as_deref(),
        parent: patch.parent_id,
        enabled: patch.enabled,
        caps_and_alerts: features.caps_and_alerts,
        sub_accounts: features.sub_accounts,
        require_two_factor: patch.require_two_factor,
    }
}

fn contents(scope: &Scope, account: &Account) -> Contents {
    Contents {
        sims: account.sim_count,
        users: account.user_count,
        sub_accounts: u32::try_from(scope.tree().child_count(account.id)).unwrap_or(u32::MAX),
    }
}

/// The caller's part of the tree as it is in this transaction.
fn current_scope(connection: &Connection, caller: &Caller) -> Result<Scope, Failure> {
    Scope::of(connection, caller.user.account_id)?.ok_or_else(|| Failure::new(ProblemCode::SessionExpired))
}

fn find(connection: &Connection, caller: &Caller, id: AccountId) -> Result<Account, Failure> {
    let scope = current_scope(connection, caller)?;
    scope.tree().get(id).map(|account| told(account, caller)).ok_or_else(Failure::not_found)
}

/// What the domain refuses as a problem; `features` points to the object that holds them.
fn refuse(refused: Refused, features: &str) -> Failure {
    let pointer = match refused.part {
        Part::Name => "/name".to_owned(),
        Part::Parent => "/parent_id".to_owned(),
        Part::Enabled => "/enabled".to_owned(),
        Part::CapsAndAlerts => format!("{features}/caps_and_alerts"),
        Part::SubAccounts => format!("{features}/sub_accounts"),
    };
    Failure::invalid(pointer, refused.why.into()).because(refused.why.to_string())
}
