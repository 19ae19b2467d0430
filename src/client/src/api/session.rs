//! Signing in and out.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::session::{Carrier, Credentials, NewView, Session};
use domain::account::AccountId;

impl Api {
    /// `POST /session`
    pub async fn sign_in(&self, credentials: &Credentials) -> Result<Session, Error> {
        let credentials = Credentials { carrier: self.0.carrier, ..credentials.clone() };
        let session = self.ask(Request::post("/session").json(&credentials)).await?;
        self.remember(&session);
        Ok(session)
    }

    /// `GET /session`. A token is kept in memory alone: a page that has none need not ask.
    pub async fn session(&self) -> Result<Session, Error> {
        if self.0.carrier == Carrier::Token && self.token().is_none() {
            return Err(Error::SignedOut);
        }
        let session = self.ask(Request::get("/session")).await?;
        self.remember(&session);
        Ok(session)
    }

    /// `PUT /session/view`
    pub async fn begin_view(&self, account_id: AccountId) -> Result<Session, Error> {
        self.ask(Request::put("/session/view").json(&NewView { account_id })).await
    }

    /// `DELETE /session/view`
    pub async fn end_view(&self) -> Result<(), Error> {
        self.send(Request::delete("/session/view")).await.map(drop)
    }

    /// `DELETE /session`. That there is none any more is as good.
    pub async fn sign_out(&self) -> Result<(), Error> {
        match self.send(Request::delete("/session")).await {
            Ok(_) | Err(Error::SignedOut) => {
                self.forget();
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
