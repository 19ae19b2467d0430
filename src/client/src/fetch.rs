//! One request over the network: aborted when it is dropped or takes too long.

use crate::error::Error;
use crate::request::{Body, Method, Request};
use futures::future::{Either, select};
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use std::future::Future;
use std::pin::pin;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Blob, RequestCache};

/// An answer of success.
pub struct Answer {
    pub status: u16,
    pub etag: Option<String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text, without the mark that some editors put before it.
    pub fn text(self) -> Result<String, Error> {
        let text = String::from_utf8(self.body).map_err(|error| Error::unreadable(self.status, error))?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }
}

/// Stops the request when it goes out of scope; has no effect on one that has ended.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl AbortOnDrop {
    fn new() -> Result<Self, Error> {
        AbortController::new().map(Self).map_err(|_| Error::unreadable(0, "no AbortController"))
    }
}

/// Sends the request once.
pub async fn fetch(url: &str, request: &Request, csrf: Option<&str>) -> Result<Answer, Error> {
    let abort = AbortOnDrop::new()?;
    let answer = async { read(exchange(url, request, csrf, &abort).await?).await };
    in_time(request.patience, answer).await
}

/// Sends the request once; its answer stays with the browser, however long it is.
pub async fn fetch_file(url: &str, request: &Request) -> Result<Blob, Error> {
    let abort = AbortOnDrop::new()?;
    let answer = async {
        let response = exchange(url, request, None, &abort).await?;
        if !response.ok() {
            return Err(refused(response).await);
        }
        // What breaks off on the way is no file.
        let blob = web_sys::Response::from(response).blob().map_err(|_| Error::Offline)?;
        JsFuture::from(blob).await.map(JsCast::unchecked_into).map_err(|_| Error::Offline)
    };
    in_time(request.patience, answer).await
}

async fn in_time<T>(patience: u32, answer: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    match select(pin!(answer), TimeoutFuture::new(patience)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Error::TimedOut),
    }
}

async fn exchange(
    url: &str,
    request: &Request,
    csrf: Option<&str>,
    abort: &AbortOnDrop,
) -> Result<Response, Error> {
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
    Ok(match &request.body {
        Some(Body::Json(text)) => {
            builder.header("Content-Type", "application/json").body(text.as_str())?.send().await?
        }
        // The browser knows its type.
        Some(Body::File(file)) => builder.body(file.clone())?.send().await?,
        None => builder.send().await?,
    })
}

/// Reads the whole answer.
async fn read(response: Response) -> Result<Answer, Error> {
    if !response.ok() {
        return Err(refused(response).await);
    }
    let (status, etag) = (response.status(), response.headers().get("ETag"));
    Ok(Answer { status, etag, body: response.binary().await? })
}

/// What an answer tells that is no success.
async fn refused(response: Response) -> Error {
    let (status, headers) = (response.status(), response.headers());
    let (kind, wait) = (headers.get("Content-Type"), headers.get("Retry-After"));
    match response.text().await {
        Ok(body) => Error::of_answer(status, kind.as_deref(), wait.as_deref(), &body),
        Err(error) => error.into(),
    }
}
