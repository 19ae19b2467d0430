//! How the person arranged the list.

use super::Api;
use crate::error::Error;
use crate::request::Request;
use contract::layout::OwnLayout;
use domain::layout::ListLayout;

impl Api {
    /// `GET /me/list-layout`; `None` until the person arranges the list.
    pub async fn list_layout(&self) -> Result<Option<ListLayout>, Error> {
        let own: OwnLayout = self.ask(Request::get("/me/list-layout")).await?;
        Ok(own.layout)
    }

    /// `PUT /me/list-layout`
    pub async fn set_list_layout(&self, layout: &ListLayout) -> Result<(), Error> {
        self.send(Request::put("/me/list-layout").json(layout)).await?;
        Ok(())
    }

    /// `DELETE /me/list-layout`
    pub async fn reset_list_layout(&self) -> Result<(), Error> {
        self.send(Request::delete("/me/list-layout")).await?;
        Ok(())
    }
}
