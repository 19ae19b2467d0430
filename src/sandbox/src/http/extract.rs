//! Reads bodies, queries and paths; what cannot be read becomes a problem document.

use crate::http::failure::Failure;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{StatusCode, header};
use contract::problem::{FieldCode, ProblemCode};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// [`axum::extract::Query`] with our failures.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Failure))]
pub struct Query<T>(pub T);

/// [`axum::extract::Path`] with our failures.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Failure))]
pub struct Path<T>(pub T);

/// A JSON body: 415 when it is none, 400 when it cannot be parsed, 422 with a pointer when it is not what it should be.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !media_type.is_some_and(is_json) {
            return Err(Failure::new(ProblemCode::UnsupportedMediaType));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            let too_large = rejection.status() == StatusCode::PAYLOAD_TOO_LARGE;
            Failure::new(if too_large { ProblemCode::TooLarge } else { ProblemCode::BadRequest })
        })?;
        read(&bytes).map(Self)
    }
}

/// `application/json`, or a kind of it such as `application/merge-patch+json`.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let pointer = pointer(error.path());
        refused(error.inner(), pointer)
    })?;
    reader.end().map_err(|error| refused(&error, String::new()))?;
    Ok(value)
}

fn refused(error: &serde_json::Error, pointer: String) -> Failure {
    match error.classify() {
        Category::Data => Failure::invalid(pointer, FieldCode::Invalid).because(error.to_string()),
        _ => Failure::new(ProblemCode::BadRequest).because(error.to_string()),
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |mut pointer, segment| {
        let name = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.clone(),
            Segment::Enum { variant } => variant.clone(),
            Segment::Unknown => return pointer,
        };
        pointer.push('/');
        pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        pointer
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::bulk::BulkRequest;

    #[test]
    fn says_where_a_body_is_wrong() {
        let body = br#"{"action": {"set_levels": {"cap_bytes": "many"}}, "target": {"ids": [1]}}"#;
        let failure = read::<BulkRequest>(body).unwrap_err();
        let expected = Failure::invalid("/action/set_levels/cap_bytes", FieldCode::Invalid);
        assert!(failure.because("") == expected.because(""));
        assert_eq!(read::<BulkRequest>(b"{").unwrap_err().code(), ProblemCode::BadRequest);
        assert_eq!(read::<u32>(b"1 2").unwrap_err().code(), ProblemCode::BadRequest);
    }

    #[test]
    fn knows_json_by_its_names() {
        for json in ["application/json", "application/json; charset=utf-8", "application/merge-patch+json"] {
            assert!(is_json(json));
        }
        for other in ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonx"] {
            assert!(!is_json(other));
        }
    }
}
