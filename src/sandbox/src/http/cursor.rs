//! Cursors: opaque to the reader, so that what is in them can change.

use crate::http::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::problem::ProblemCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Writes a cursor.
pub fn write(content: &impl Serialize) -> Result<String, Failure> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(content)?))
}

/// Reads a cursor that came back. Any text could be one, so a wrong one is readable but against a rule.
pub fn read<T: DeserializeOwned>(cursor: &str) -> Result<T, Failure> {
    URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|json| serde_json::from_slice(&json).ok())
        .ok_or_else(|| Failure::new(ProblemCode::Invalid).because("the cursor is not one of ours"))
}

/// The size of a page: what was asked for, from 1 to `most`.
pub fn limit(asked: Option<u32>, usual: u32, most: u32) -> Result<u32, Failure> {
    match asked {
        None => Ok(usual),
        Some(limit) if (1..=most).contains(&limit) => Ok(limit),
        Some(_) => Err(Failure::new(ProblemCode::BadRequest).because(format!("limit must be 1 to {most}"))),
    }
}

/// Cuts off the entry that was read only to know that there is one more; gives the cursor of the next page.
pub fn end_page<T, P: Serialize>(
    items: &mut Vec<T>,
    limit: u32,
    place: impl Fn(&T) -> P,
) -> Result<Option<String>, Failure> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if items.len() <= limit {
        return Ok(None);
    }
    items.truncate(limit);
    items.last().map(|item| write(&place(item))).transpose()
}
