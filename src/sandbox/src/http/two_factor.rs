//! The caller's own two-factor sign-in, and an Admin who switches off that of a user who has lost it.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::clock;
use crate::http::caller::Caller;
use crate::http::extract::{Body, Path};
use crate::http::failure::Failure;
use crate::http::me::check_password;
use crate::http::second_factor::{self, authenticator};
use crate::http::users::{check_rank, entry, find};
use crate::mail::brand::Brand;
use crate::recovery_code::RecoveryCode;
use crate::store::{accounts, sessions, two_factor};
use crate::totp::Authenticator;
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use contract::problem::{FieldCode, ProblemCode};
use contract::two_factor::{
    RECOVERY_CODES, RecoveryCodes, TwoFactor, TwoFactorConfirmation, TwoFactorProof, TwoFactorSetup,
    TwoFactorStart,
};
use domain::audit::AuditAction;
use domain::permission::Permission;
use rusqlite::Connection;
use std::net::SocketAddr;

/// How the caller signs in.
#[utoipa::path(get, path = "/me/two-factor", tag = "me", responses((status = 200, body = TwoFactor)))]
pub async fn get(State(app): State<App>, caller: Caller) -> Result<Json<TwoFactor>, Failure> {
    caller.require(Permission::OwnProfile)?;
    let found = app.database.read(move |connection| state(connection, &caller));
    Ok(Json(found.await?))
}

/// Begins setting up an authenticator app. What held before holds until the new one is confirmed.
#[utoipa::path(
    post, path = "/me/two-factor", tag = "me", request_body = TwoFactorStart,
    responses((status = 200, body = TwoFactorSetup)),
)]
pub async fn start(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    caller: Caller,
    Body(start): Body<TwoFactorStart>,
) -> Result<Json<TwoFactorSetup>, Failure> {
    caller.require(Permission::OwnProfile)?;
    check_password(&app, client, &caller, "/password", start.password).await?;
    let id = caller.user.id;
    if app.database.read(move |connection| Ok::<_, Failure>(two_factor::is_on(connection, id)?)).await? {
        let code = start.code.ok_or_else(|| Failure::invalid("/code", FieldCode::Required))?;
        check_code(&app, client, &caller, code).await?;
    }
    let authenticator = Authenticator::random().map_err(|error| {
        tracing::error!(%error, "no secret");
        Failure::new(ProblemCode::Internal)
    })?;
    let (secret, account, starting) = (authenticator.secret().to_vec(), caller.user.account_id, app.clone());
    let brand = app
        .database
        .write(move |connection| {
            two_factor::begin(connection, id, &secret)?;
            Ok::<_, Failure>(Brand::of(connection, &starting, account)?)
        })
        .await?;
    let uri = authenticator.uri(&brand.name, &caller.user.email);
    Ok(Json(TwoFactorSetup { secret: authenticator.text(), uri }))
}

/// Confirms the app that is being set up by its first code: from now on signing in takes one.
///
/// Recovery codes from before do not work any more.
#[utoipa::path(
    post, path = "/me/two-factor/confirmation", tag = "me", request_body = TwoFactorConfirmation,
    responses((status = 200, body = RecoveryCodes)),
)]
pub async fn confirm(
    State(app): State<App>,
    caller: Caller,
    Body(TwoFactorConfirmation { code }): Body<TwoFactorConfirmation>,
) -> Result<Json<RecoveryCodes>, Failure> {
    caller.require(Permission::OwnProfile)?;
    let id = caller.user.id;
    // Not slowed down: whoever asks was told the secret.
    let codes = app
        .database
        .write(move |connection| {
            let Some(secret) = two_factor::begun(connection, id)? else {
                return Err(Failure::new(ProblemCode::WrongState).because("nothing is being set up"));
            };
            let step = authenticator(&secret)?.step(&code, 0, clock::now());
            let step = step.ok_or_else(|| Failure::invalid("/code", FieldCode::WrongCode))?;
            two_factor::confirm(connection, id, step)?;
            record(connection, &caller, AuditAction::TwoFactorEnabled)?;
            new_recovery_codes(connection, id)
        })
        .await?;
    app.announcer.users();
    Ok(Json(codes))
}

/// Gives the caller new recovery codes; those from before do not work any more.
#[utoipa::path(
    post, path = "/me/two-factor/recovery-codes", tag = "me", request_body = TwoFactorProof,
    responses((status = 200, body = RecoveryCodes)),
)]
pub async fn recovery_codes(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    caller: Caller,
    Body(proof): Body<TwoFactorProof>,
) -> Result<Json<RecoveryCodes>, Failure> {
    caller.require(Permission::OwnProfile)?;
    prove(&app, client, &caller, proof, false).await?;
    let codes = app.database.write(move |connection| {
        record(connection, &caller, AuditAction::RecoveryCodesRenewed)?;
        new_recovery_codes(connection, caller.user.id)
    });
    Ok(Json(codes.await?))
}

/// Switches it off. Refused while the caller's account requires it.
#[utoipa::path(
    post, path = "/me/two-factor/removal", tag = "me", request_body = TwoFactorProof,
    responses((status = 204, description = "Signing in takes the password alone")),
)]
pub async fn remove(
    State(app): State<App>,
    ConnectInfo(client): ConnectInfo<SocketAddr>,
    caller: Caller,
    Body(proof): Body<TwoFactorProof>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::OwnProfile)?;
    prove(&app, client, &caller, proof, true).await?;
    app.database
        .write(move |connection| {
            // Again: meanwhile it could have become required.
            if accounts::requires_two_factor(connection, caller.user.account_id)? {
                return Err(Failure::invalid("", FieldCode::TwoFactorEnforced));
            }
            if two_factor::remove(connection, caller.user.id)? {
                record(connection, &caller, AuditAction::TwoFactorDisabled)?;
            }
            Ok(())
        })
        .await?;
    app.announcer.users();
    Ok(StatusCode::NO_CONTENT)
}

/// Switches off the two-factor sign-in of a user who has lost the app, and ends the user's sessions.
///
/// Nothing else changes. Where the account requires it, the user has to set it up anew. Nobody does this to themselves.
#[utoipa::path(
    delete, path = "/users/{id}/two-factor", tag = "users", params(("id" = u32, Path)),
    responses((status = 204, description = "Signing in takes the password alone")),
)]
pub async fn reset(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<u32>,
) -> Result<StatusCode, Failure> {
    caller.require(Permission::ManageUsers)?;
    app.database
        .write(move |connection| {
            let user = find(connection, &caller, id)?;
            check_rank(&caller, &user, None)?;
            if user.id == caller.user.id {
                return Err(Failure::new(ProblemCode::Forbidden).because("not one's own: it takes a code"));
            }
            if two_factor::remove(connection, id)? {
                sessions::end_of_user(connection, id, None)?;
                audit::record(connection, &caller.actor(), &entry(AuditAction::TwoFactorReset, &user))?;
            }
            Ok::<_, Failure>(())
        })
        .await?;
    app.announcer.users();
    app.announcer.session_ended();
    Ok(StatusCode::NO_CONTENT)
}

fn record(connection: &Connection, caller: &Caller, action: AuditAction) -> Result<(), Failure> {
    Ok(audit::record(connection, &caller.actor(), &Entry::own(action, &caller.user))?)
}

fn state(connection: &Connection, caller: &Caller) -> Result<TwoFactor, Failure> {
    let id = caller.user.id;
    Ok(TwoFactor {
        enabled: two_factor::is_on(connection, id)?,
        required: accounts::requires_two_factor(connection, caller.user.account_id)?,
        recovery_codes_left: two_factor::recovery_codes_left(connection, id)?,
    })
}

/// Asks password and code of somebody for whom it is on.
async fn prove(
    app: &App,
    client: SocketAddr,
    caller: &Caller,
    proof: TwoFactorProof,
    to_remove: bool,
) -> Result<(), Failure> {
    let now = {
        let caller = caller.clone();
        app.database.read(move |connection| state(connection, &caller)).await?
    };
    if !now.enabled {
        return Err(Failure::new(ProblemCode::WrongState).because("it is off"));
    }
    if to_remove && now.required {
        return Err(Failure::invalid("", FieldCode::TwoFactorEnforced));
    }
    check_password(app, client, caller, "/password", proof.password).await?;
    check_code(app, client, caller, proof.code).await
}

async fn check_code(app: &App, client: SocketAddr, caller: &Caller, code: String) -> Result<(), Failure> {
    if second_factor::take(app, client, &caller.user, code).await? {
        Ok(())
    } else {
        Err(Failure::invalid("/code", FieldCode::WrongCode))
    }
}

fn new_recovery_codes(connection: &Connection, user: u32) -> Result<RecoveryCodes, Failure> {
    let codes: Result<Vec<RecoveryCode>, _> = (0..RECOVERY_CODES).map(|_| RecoveryCode::random()).collect();
    let codes = codes.map_err(|error| {
        tracing::error!(%error, "no random numbers");
        Failure::new(ProblemCode::Internal)
    })?;
    let hashes: Vec<[u8; 32]> = codes.iter().map(RecoveryCode::hash).collect();
    two_factor::put_recovery_codes(connection, user, &hashes)?;
    Ok(RecoveryCodes { codes: codes.iter().map(RecoveryCode::text).collect() })
}
