//! `GET /audit-log`.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::extract::Query;
use crate::http::failure::Failure;
use crate::http::timeline::{self, USUAL_PAGE, bound, named, who};
use crate::store::audit_log::{self, Search};
use crate::store::timeline::Accounts;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use contract::audit::{AuditEntry, AuditPage, MOST_ENTRIES};
use contract::history::NamedAccount;
use domain::audit::{AuditAction, AuditGroup, SubjectKind};
use domain::export::{Separator, text_line};
use domain::permission::Permission;
use domain::time::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use utoipa::IntoParams;

/// Which entries, where a page of them begins and how long it is.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditQuery {
    /// Those that concern this account or one below it; the caller's own when absent.
    account_id: Option<u32>,
    /// Only what this user did, also by tokens it made.
    user_id: Option<u32>,
    /// Only what was done with this API token.
    token_id: Option<u32>,
    /// Only acts of these kinds, with commas between them.
    #[serde(default, deserialize_with = "actions")]
    #[param(inline, style = Form, explode = false)]
    action: Vec<AuditAction>,
    /// Only acts about this.
    #[param(inline)]
    group: Option<AuditGroup>,
    /// Only acts on something of this kind.
    #[param(inline)]
    subject_kind: Option<SubjectKind>,
    /// Only acts on something that has this in its name, in whatever case; of a SIM that is its ICCID.
    q: Option<String>,
    /// Not before this time.
    #[serde(default, deserialize_with = "bound")]
    from: Option<Timestamp>,
    /// Before this time.
    #[serde(default, deserialize_with = "bound")]
    to: Option<Timestamp>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    #[param(minimum = 1, maximum = 500, default = 100)]
    limit: Option<u32>,
}

fn actions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<AuditAction>, D::Error> {
    let codes = String::deserialize(deserializer)?;
    let action = |code: &str| {
        AuditAction::from_code(code).ok_or_else(|| D::Error::custom(format!("there is no action {code}")))
    };
    codes.split(',').filter(|code| !code.is_empty()).map(action).collect()
}

/// What was done in the caller's part of the tree, latest first, also in accounts that have been deleted since.
///
/// People of accounts above are not named (`outside`), and neither are accounts out of sight. With `Accept: text/csv` a
/// file of all entries from the cursor on, whatever `limit`: a line for each change and one for an act without any, with
/// names in place of account ids, and text made safe for spreadsheets. A file that cannot be read to its end is cut off.
#[utoipa::path(
    get, path = "/audit-log", tag = "audit-log", params(AuditQuery),
    responses((status = 200, content((AuditPage = "application/json"), (String = "text/csv")))),
)]
pub async fn list(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Query(query): Query<AuditQuery>,
) -> Result<Response, Failure> {
    caller.require(Permission::SeeAuditLog)?;
    let limit = cursor::limit(query.limit, USUAL_PAGE, MOST_ENTRIES)?;
    let span = timeline::span(query.cursor.as_deref(), query.from, query.to)?;
    let account = timeline::account(&caller, query.account_id)?;
    let search = Search {
        account,
        user: query.user_id,
        token: query.token_id,
        actions: query.action,
        group: query.group,
        subject: query.subject_kind,
        text: query.q.unwrap_or_default().trim().to_lowercase(),
    };
    let scope = caller.scope;
    let sees = app.database.read(move |connection| Ok::<_, Failure>(Accounts::of(connection, &scope)?));
    let sees = sees.await?;
    if timeline::wants_csv(&headers) {
        return Ok(timeline::csv(
            &app,
            "audit-log",
            &HEADING,
            span,
            move |connection, span, limit| audit_log::page(connection, &sees, &search, span, limit),
            lines,
        ));
    }
    let page = app.database.read(move |connection| {
        let (slice, accounts) = audit_log::page(connection, &sees, &search, span, limit)?;
        let next_cursor = timeline::next_cursor(slice.next)?;
        Ok::<_, Failure>(AuditPage { items: slice.items, accounts, next_cursor })
    });
    Ok(timeline::of_either_form(Json(page.await?).into_response()))
}

const HEADING: [&str; 10] =
    ["at", "account", "user", "token", "action", "subject_kind", "subject", "field", "old", "new"];

/// The lines of an entry, one for each change.
fn lines(text: &mut String, entry: &AuditEntry, accounts: &[NamedAccount]) {
    let at = entry.at.to_string();
    let subject = &entry.subject;
    // An operation has no name.
    let name = if subject.name.is_empty() { subject.id.to_string() } else { subject.name.clone() };
    let start = [
        at.as_str(),
        &entry.account_name,
        who(entry.user.as_ref().map(|user| user.name.as_str()), entry.outside),
        entry.token.as_ref().map_or("", |token| token.name.as_str()),
        entry.action.code(),
        subject.kind.code(),
        &name,
    ];
    for change in &entry.changes {
        let (field, old, new) = named(change, accounts);
        *text += &text_line(Separator::Comma, start.into_iter().chain([field, old, new]));
    }
    if entry.changes.is_empty() {
        *text += &text_line(Separator::Comma, start.into_iter().chain([""; 3]));
    }
}
