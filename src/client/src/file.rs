//! Files that lie beside the bundle.

use crate::error::Error;
use crate::fetch::fetch;
use crate::request::Request;
use crate::retry;
use gloo_timers::future::TimeoutFuture;

/// The text of a file, named relative to the page's base; `None` when there is none.
pub async fn file(path: &str) -> Result<Option<String>, Error> {
    let mut tries = 0;
    loop {
        tries += 1;
        match fetch(path, &Request::get(path), None).await {
            Ok(answer) => return answer.text().map(Some),
            Err(Error::Unreadable { status: 404, .. }) => return Ok(None),
            Err(error) => match retry::pause(&error, tries, js_sys::Math::random()) {
                Some(pause) => TimeoutFuture::new(pause).await,
                None => return Err(error),
            },
        }
    }
}
