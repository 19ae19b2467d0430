//! How the person wants the app to look.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::appearance::OwnAppearance;
use domain::appearance::Appearance;

impl Api {
    /// `GET /me/appearance`; `None` until the person chooses.
    pub async fn appearance(&self) -> Result<Option<Appearance>, Error> {
        let own: OwnAppearance = self.ask(Request::get("/me/appearance")).await?;
        Ok(own.appearance)
    }

    /// `PUT /me/appearance`
    pub async fn set_appearance(&self, appearance: &Appearance) -> Result<(), Error> {
        self.send(Request::put("/me/appearance").json(appearance)).await?;
        Ok(())
    }
}
