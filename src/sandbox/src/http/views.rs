//! An Admin sees the app as an account below the own does. A view belongs to the session, and is over with it.

use crate::app::App;
use crate::audit::{self, Entry};
use crate::http::caller::Caller;
use crate::http::extract::Body;
use crate::http::failure::Failure;
use crate::store::accounts::Scope;
use crate::store::sessions;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::problem::FieldCode;
use contract::session::{NewView, Session};
use domain::account::AccountId;
use domain::audit::{AuditAction, SubjectKind};
use domain::permission::Permission;

/// Sees the app as an account below the own one.
///
/// From now on the session sees what a View only user of that account sees, and whatever would change something is
/// answered with 403 `view_only`. What is a person's own is out of reach: profile, private filters, own operations.
#[utoipa::path(
    put, path = "/session/view", tag = "session", request_body = NewView,
    responses((status = 200, body = Session)),
)]
pub async fn begin(
    State(app): State<App>,
    caller: Caller,
    Body(new): Body<NewView>,
) -> Result<Json<Session>, Failure> {
    caller.require(Permission::ViewAsCustomer)?;
    let account = new.account_id;
    if account == caller.scope.top() {
        return Err(Failure::invalid("/account_id", FieldCode::NotBelow));
    }
    if !caller.scope.contains(account) {
        return Err(Failure::invalid("/account_id", FieldCode::UnknownAccount));
    }
    let hash = caller.session_hash;
    let session = app
        .database
        .write(move |connection| {
            sessions::set_view(connection, &hash, Some(account))?;
            // It may have been deleted since the caller's part of the tree was read.
            let scope = Scope::of(connection, account)?
                .ok_or_else(|| Failure::invalid("/account_id", FieldCode::UnknownAccount))?;
            let viewing = caller.viewing(scope);
            let entry = entry(AuditAction::ViewAsBegan, account, viewing.scope.tree().name(account));
            audit::record(connection, &viewing.actor(), &entry)?;
            Ok::<_, Failure>(viewing.session(connection)?)
        })
        .await?;
    app.announcer.users();
    Ok(Json(session))
}

/// Sees the app as oneself again. That there is no view is as good.
#[utoipa::path(delete, path = "/session/view", tag = "session", responses((status = 204, description = "No view")))]
pub async fn end(State(app): State<App>, caller: Caller) -> Result<StatusCode, Failure> {
    let hash = caller.session_hash;
    app.database
        .write(move |connection| {
            if let Some(view) = &caller.view {
                let entry = entry(AuditAction::ViewAsEnded, view.account_id, &view.account_name);
                audit::record(connection, &caller.actor(), &entry)?;
            }
            Ok::<_, Failure>(sessions::set_view(connection, &hash, None)?)
        })
        .await?;
    app.announcer.users();
    Ok(StatusCode::NO_CONTENT)
}

/// What the audit log tells of a view, to the viewed account as well.
fn entry(action: AuditAction, account: AccountId, name: &str) -> Entry {
    Entry::new(action, account, SubjectKind::Account, account.0, name)
}
