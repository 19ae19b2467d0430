//! One request over the network: aborted when it is dropped or takes too long.

use crate::error::Error;
use crate::request::{Method, Request};
use futures::future::{Either, select};
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use std::pin::pin;
use web_sys::{AbortController, RequestCache};

/// An answer of success.
pub struct Answer {
    pub status: u16,
    pub etag: Option<String>,
    pub body: String,
}

/// Stops the request when it goes out of scope; has no effect on one that has ended.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends the request once.
pub async fn fetch(url: &str, request: &Request, csrf: Option<&str>) -> Result<Answer, Error> {
    let controller = AbortController::new().map_err(|_| Error::unreadable(0, "no AbortController"))?;
    let abort = AbortOnDrop(controller);
    let answer = pin!(exchange(url, request, csrf, &abort));
    match select(answer, TimeoutFuture::new(request.patience)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Error::TimedOut),
    }
}

async fn exchange(
    url: &str,
    request: &Request,
    csrf: Option<&str>,
    abort: &AbortOnDrop,
) -> Result<Answer, Error> {
    let mut builder = RequestBuilder::new(url)
        .method(match request.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        })
        .abort_signal(Some(&abort.0.signal()))
        .cache(RequestCache::NoCache);
    if let Some(token) = csrf {
        builder = builder.header(contract::CSRF_HEADER, token);
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let response = match &request.body {
        Some(body) => builder.header("Content-Type", "application/json").body(body.as_str())?.send().await?,
        None => builder.send().await?,
    };
    read(response).await
}

/// Reads the whole answer.
async fn read(response: Response) -> Result<Answer, Error> {
    let (status, headers) = (response.status(), response.headers());
    let body = response.text().await?;
    if response.ok() {
        return Ok(Answer { status, etag: headers.get("ETag"), body });
    }
    let (kind, wait) = (headers.get("Content-Type"), headers.get("Retry-After"));
    Err(Error::of_answer(status, kind.as_deref(), wait.as_deref(), &body))
}
