//! Whose product the people of an account see, and where they find help.

use super::Api;
use crate::error::Error;
use crate::request::{Request, parameter};
use contract::branding::{AccountBranding, AccountSupport, Image, ShownBranding, SupportChoice};
use contract::support_page::{PageDraft, SupportPage};
use domain::account::AccountId;
use domain::branding::{Branding, ImageId};
use domain::support::Support;
use web_sys::Blob;

impl Api {
    /// `GET /branding`: what those see who come by a host name and have not signed in.
    pub async fn branding_of_host(&self, host: &str) -> Result<ShownBranding, Error> {
        self.ask(Request::get(format!("/branding{}", parameter('?', "host", host)))).await
    }

    /// `GET /support-page`: what they find as help.
    pub async fn support_page_of_host(&self, host: &str) -> Result<SupportPage, Error> {
        self.ask(Request::get(format!("/support-page{}", parameter('?', "host", host)))).await
    }

    /// `GET /me/support-page`
    pub async fn own_support_page(&self) -> Result<SupportPage, Error> {
        self.ask(Request::get("/me/support-page")).await
    }

    /// `GET /accounts/{id}/branding`
    pub async fn branding(&self, account: AccountId) -> Result<AccountBranding, Error> {
        self.ask(Request::get(format!("/accounts/{}/branding", account.0))).await
    }

    /// `PUT /accounts/{id}/branding`; `etag` is that of the branding as it was seen.
    pub async fn set_branding(
        &self,
        account: AccountId,
        own: &Branding,
        etag: &str,
    ) -> Result<AccountBranding, Error> {
        let request = Request::put(format!("/accounts/{}/branding", account.0)).json(own);
        self.ask(request.header("If-Match", etag)).await
    }

    /// `GET /accounts/{id}/support`
    pub async fn support(&self, account: AccountId) -> Result<AccountSupport, Error> {
        self.ask(Request::get(format!("/accounts/{}/support", account.0))).await
    }

    /// `PUT /accounts/{id}/support`; `etag` is that of the choice as it was seen.
    pub async fn set_support(
        &self,
        account: AccountId,
        support: Option<Support>,
        etag: &str,
    ) -> Result<AccountSupport, Error> {
        let request =
            Request::put(format!("/accounts/{}/support", account.0)).json(&SupportChoice { support });
        self.ask(request.header("If-Match", etag)).await
    }

    /// `POST /accounts/{id}/support/preview`
    pub async fn preview_support_page(
        &self,
        account: AccountId,
        draft: &PageDraft,
    ) -> Result<SupportPage, Error> {
        self.ask(Request::post(format!("/accounts/{}/support/preview", account.0)).json(draft)).await
    }

    /// `POST /accounts/{id}/images`. The same picture again is the same one: no need for a key.
    pub async fn upload_image(&self, account: AccountId, file: Blob) -> Result<Image, Error> {
        self.ask(Request::post(format!("/accounts/{}/images", account.0)).upload(file)).await
    }

    /// Where the manifest is by which the dashboard is installed, in the look of a host; `start` is its path there.
    pub fn manifest_address(&self, host: &str, start: &str) -> String {
        let (host, start) = (parameter('?', "host", host), parameter('&', "start", start));
        self.url(&format!("/web-app-manifest{host}{start}"))
    }

    /// Where a picture is, for the browser to fetch.
    pub fn image_address(&self, id: &ImageId) -> String {
        self.url(&format!("/images/{id}"))
    }
}
