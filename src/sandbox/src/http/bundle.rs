//! The dashboard's files. An address without a file behind it, and without the look of a file, is the app's own.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use std::path::Path;
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

/// Serves the files of a folder.
pub fn serve(folder: &Path) -> Router {
    let files =
        ServeDir::new(folder).precompressed_br().precompressed_gzip().append_index_html_on_directories(true);
    let index = ServeFile::new(folder.join("index.html")).precompressed_br().precompressed_gzip();
    let app = any(async move |request: Request| {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        if looks_like_a_file(request.uri().path()) {
            return StatusCode::NOT_FOUND.into_response();
        }
        index.clone().oneshot(request).await.into_response()
    });
    Router::new().fallback_service(files.fallback(app)).layer(middleware::from_fn(cache))
}

/// What is served when there are no files.
pub fn missing() -> Router {
    Router::new().fallback(async || {
        (
            StatusCode::NOT_FOUND,
            "There is no dashboard here: start with --bundle and the folder of its files.\n",
        )
    })
}

fn looks_like_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// What has a hash in its name never changes; all else is asked for again.
async fn cache(request: Request, next: Next) -> Response {
    let hashed = has_hash(request.uri().path());
    let mut response = next.run(request).await;
    let forever = hashed && (response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED);
    let value = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// Whether the file's name has a hash in it, as in `dashboard-0c1d2e3f4a5b6c7d_bg.wasm`.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or("");
    name.split(['-', '_', '.'])
        .any(|part| part.len() >= 8 && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_hashed_names() {
        for hashed in ["/dashboard-0c1d2e3f4a5b6c7d_bg.wasm", "/a/style-0123456789abcdef.css"] {
            assert!(has_hash(hashed), "{hashed}");
        }
        for plain in ["/", "/index.html", "/config.json", "/locales/de.ftl", "/brand/logo-dark.svg"] {
            assert!(!has_hash(plain), "{plain}");
        }
    }
}
