//! What histories and the audit log have in common: which part of the time is asked for, and the answer as a file.

use crate::app::App;
use crate::http::caller::Caller;
use crate::http::cursor;
use crate::http::failure::Failure;
use crate::store::timeline::{Place, Slice, Span};
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use contract::audit::FieldChange;
use contract::history::NamedAccount;
use domain::account::AccountId;
use domain::export::{MARK, Separator, text_line};
use domain::time::Timestamp;
use futures_util::stream;
use rusqlite::Transaction;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::sync::Arc;

/// Entries in a page when nothing is asked for.
pub const USUAL_PAGE: u32 = 100;
/// Entries that are read at once for a file: all that is in memory of it.
const FILE_PAGE: u32 = 500;

/// Reads where a span of time begins or ends.
pub fn bound<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    Timestamp::bound(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
}

/// The part of a timeline that is asked for.
pub fn span(cursor: Option<&str>, from: Option<Timestamp>, to: Option<Timestamp>) -> Result<Span, Failure> {
    let after = cursor.map_or(Ok(Place::START), cursor::read::<Place>)?;
    Ok(Span { after, from, to })
}

/// The cursor of the next page.
pub fn next_cursor(next: Option<Place>) -> Result<Option<String>, Failure> {
    next.as_ref().map(cursor::write).transpose()
}

/// Whether the answer is to be a file rather than a page.
pub fn wants_csv(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = accept.split(',').next().unwrap_or_default();
    first.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("text/csv")
}

/// Marks an answer whose form depends on what was asked for.
pub fn of_either_form(mut response: Response) -> Response {
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// A CSV file of all entries of a span, read and sent page by page. `lines` gives the lines of some entries, and what they
/// name.
pub fn csv<T: 'static>(
    app: &App,
    file: &str,
    heading: &[&str],
    span: Span,
    read: impl Fn(&Transaction<'_>, Span, u32) -> rusqlite::Result<(Slice<T>, Vec<NamedAccount>)>
    + Send
    + Sync
    + 'static,
    lines: impl Fn(&mut String, &T, &[NamedAccount]) + Send + Sync + 'static,
) -> Response {
    let (database, work) = (app.database.clone(), Arc::new((read, lines)));
    let start = MARK.to_string() + &text_line(Separator::Comma, heading.iter().copied());
    let rows = stream::try_unfold(Some(span), move |span| {
        let (database, work) = (database.clone(), Arc::clone(&work));
        async move {
            let Some(span) = span else { return Ok(None) };
            let page = database.read(move |connection| {
                let (slice, names) = (work.0)(connection, span, FILE_PAGE)?;
                let mut text = String::new();
                slice.items.iter().for_each(|item| (work.1)(&mut text, item, &names));
                Ok::<_, Failure>((text, slice.next))
            });
            let (text, next) = page.await.map_err(|_| std::io::Error::other("the file ends too early"))?;
            let rest = next.map(|after| Span { after, ..span });
            Ok::<_, std::io::Error>(Some((Bytes::from(text), rest)))
        }
    });
    let first = stream::once(async move { Ok(Bytes::from(start)) });
    let body = Body::from_stream(futures_util::StreamExt::chain(first, rows));
    let disposition = format!("attachment; filename=\"{file}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    of_either_form((headers, body).into_response())
}

/// The account that is asked about, which has to be in sight.
pub fn account(caller: &Caller, id: Option<u32>) -> Result<Option<AccountId>, Failure> {
    let account = id.map(AccountId);
    match account.is_none_or(|account| caller.scope.contains(account)) {
        true => Ok(account),
        false => Err(Failure::not_found()),
    }
}

/// Who did it, for a file: whoever is not named is said not to be.
pub fn who(name: Option<&str>, outside: bool) -> &str {
    name.unwrap_or(if outside { "(outside)" } else { "" })
}

/// A change with names in place of account ids.
pub fn named<'a>(change: &'a FieldChange, accounts: &'a [NamedAccount]) -> (&'a str, &'a str, &'a str) {
    let account = match change.field.as_str() {
        "account_id" => Some("account_name"),
        "parent_id" => Some("parent_name"),
        _ => None,
    };
    let end = |end: &'a Option<String>| match (end, account) {
        (None, _) => "",
        (Some(id), Some(_)) => id.parse().map_or("", |id| account_name(accounts, AccountId(id))),
        (Some(value), None) => value,
    };
    (account.unwrap_or(&change.field), end(&change.old), end(&change.new))
}

/// An account by its name; nothing for one that is out of sight.
pub fn account_name(accounts: &[NamedAccount], id: AccountId) -> &str {
    accounts.iter().find(|account| account.id == id).map_or("", |account| account.name.as_str())
}
