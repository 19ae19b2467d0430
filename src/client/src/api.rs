//! The API as methods.

mod accounts;
mod appearance;
mod branding;
mod bulk;
mod filters;
mod history;
mod labels;
mod layout;
mod me;
mod notifications;
mod overview;
mod recipients;
mod session;
mod sims;
mod tokens;
mod two_factor;
mod users;

pub use bulk::{ItemQuery, OperationQuery};
pub use history::TimelineQuery;
pub use users::UserQuery;

use crate::error::Error;
use crate::events::{EventNotice, EventStream};
use crate::fetch::{Answer, fetch};
use crate::request::Request;
use crate::retry;
use contract::problem::ProblemCode;
use contract::session::{Carrier, Session};
use gloo_timers::future::TimeoutFuture;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::rc::Rc;

/// A connection to the API. Clones share the session.
#[derive(Clone)]
pub struct Api(Rc<Inner>);

struct Inner {
    base: String,
    carrier: Carrier,
    session: RefCell<Option<Known>>,
}

/// What has to be remembered of a session; in memory only.
#[derive(Clone)]
struct Known {
    user: u32,
    csrf_token: String,
    /// With the carrier `token`.
    token: Option<String>,
}

impl Api {
    /// The API at this address, such as [`contract::BASE`].
    pub fn new(base: String, carrier: Carrier) -> Self {
        let base = base.trim_end_matches('/').to_owned();
        Self(Rc::new(Inner { base, carrier, session: RefCell::new(None) }))
    }

    /// Announcements, for as long as the stream is kept. It connects again by itself when it breaks. There is none with the
    /// carrier `token`: a browser's event streams send no header.
    pub fn events(&self, on_event: impl Fn(EventNotice) + 'static) -> Option<EventStream> {
        match self.0.carrier {
            Carrier::Cookie => Some(EventStream::open(self.url("/events"), on_event)),
            Carrier::Token => None,
        }
    }

    /// Where the API is, if its sessions go on when the page is loaded anew.
    pub fn outlives_pages(&self) -> Option<&str> {
        match self.0.carrier {
            Carrier::Cookie => Some(&self.0.base),
            Carrier::Token => None,
        }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.0.base)
    }

    fn remember(&self, session: &Session) {
        let token = session.token.clone().or_else(|| self.token());
        let known = Known { user: session.user.id, csrf_token: session.csrf_token.clone(), token };
        *self.0.session.borrow_mut() = Some(known);
    }

    fn token(&self) -> Option<String> {
        self.0.session.borrow().as_ref().and_then(|known| known.token.clone())
    }

    /// With what says which session it belongs to, where the browser does not send that by itself.
    fn carried(&self, request: Request) -> Request {
        match self.token() {
            Some(token) => request.header("Authorization", format!("Bearer {token}")),
            None => request,
        }
    }

    fn forget(&self) {
        *self.0.session.borrow_mut() = None;
    }

    fn known(&self) -> Option<Known> {
        self.0.session.borrow().clone()
    }

    /// Sends a request and reads its answer.
    async fn ask<T: DeserializeOwned>(&self, request: Request) -> Result<T, Error> {
        value(&self.send(request).await?)
    }

    /// Sends a request. One that only reads is sent again after a passing failure.
    async fn send(&self, request: Request) -> Result<Answer, Error> {
        let request = self.carried(request);
        if !request.method.is_safe() {
            return self.send_once_proven(&request).await;
        }
        let url = self.url(&request.path);
        let mut tries = 0;
        loop {
            tries += 1;
            let error = match fetch(&url, &request, None).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            match retry::pause(&error, tries, js_sys::Math::random()) {
                Some(pause) => TimeoutFuture::new(pause).await,
                None => return Err(error),
            }
        }
    }

    /// Sends a request that changes something, with the token. When another page of this browser has signed in since,
    /// the token is an old one: it is read anew and the request sent again, unless that was another person.
    async fn send_once_proven(&self, request: &Request) -> Result<Answer, Error> {
        let url = self.url(&request.path);
        let before = self.known();
        let first = fetch(&url, request, before.as_ref().map(|known| known.csrf_token.as_str())).await;
        let refused = matches!(&first, Err(error) if error.code() == Some(ProblemCode::BadCsrfToken));
        let Some(before) = before.filter(|_| refused) else { return first };
        let answer = fetch(&self.url("/session"), &self.carried(Request::get("/session")), None).await?;
        let session: Session = value(&answer)?;
        if session.user.id != before.user {
            return Err(Error::SignedOut);
        }
        self.remember(&session);
        fetch(&url, request, Some(&session.csrf_token)).await
    }
}

fn value<T: DeserializeOwned>(answer: &Answer) -> Result<T, Error> {
    serde_json::from_slice(&answer.body).map_err(|error| Error::unreadable(answer.status, error))
}
